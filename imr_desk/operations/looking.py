"""Remembering that words which may be names were looked at, before an export or on the page of names (R-183)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from imr_desk.operations.base import Applied
from imr_desk.review.values import Plain
from imr_desk.store import looked
from imr_desk.store.transaction import Transaction


@dataclass(frozen=True)
class LookAt:
    """Remember, by keyed hash and never the words, that somebody looked at them; with `again` that they are to be.

    It is no step of undo, since nothing in the review changes: it is taken back with `again`.
    """

    keys: tuple[str, ...]
    again: bool = False
    name: ClassVar[str] = "look_at"

    def apply(self, tx: Transaction) -> Applied:
        """Keep them, or let them go."""
        if not all(re.fullmatch("[0-9a-f]{20}", key) for key in self.keys):  # else words could be kept for keys
            raise ValueError("not the keys of words")
        if self.again:
            looked.forget(tx.connection, self.keys)
        else:
            looked.look_at(tx.connection, self.keys, tx.at)
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """Never read again."""
        return {"keys": list(self.keys), "again": self.again}
