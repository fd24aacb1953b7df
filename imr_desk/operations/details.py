"""A detail may stay in the report, because …: kept with reason and day, and taken back by deleting it (R-185)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.guidance.details import ACCEPTED
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied, text_of, undoable
from imr_desk.operations.general import Delete, SetFields
from imr_desk.review.text import clean
from imr_desk.review.values import Plain
from imr_desk.store.transaction import Transaction


@undoable
@dataclass(frozen=True)
class AcceptDetail:
    """Keep the reason why a detail may stay.

    `record_id` is that of a new record (`session.new_id("accepted_detail")`); where the same detail was accepted
    before, that record takes the new reason. `key` is that of `guidance.details`, `detail` its kind, `dated` a day,
    ISO 8601. BadInputError without a reason.
    """

    record_id: str
    key: str
    detail: str
    reason: str = field(repr=False)
    dated: str
    name: ClassVar[str] = "accept_detail"

    def apply(self, tx: Transaction) -> Applied:
        """Write it; the inverse takes it back."""
        if not clean(self.reason).text.strip():
            raise BadInputError(tr("Say why this detail may stay. Without a reason it is still to be looked at."))
        if not re.fullmatch("[0-9a-f]{20}", self.key):  # else the words themselves could be kept for a key
            raise ValueError("not the key of a detail")
        values = {"key": self.key, "detail": self.detail, "reason": self.reason, "dated": self.dated}
        for each in tx.review().all(ACCEPTED):
            if each.text("key") == self.key:
                return Applied(SetFields(ACCEPTED, each.id, tx.set_values(ACCEPTED, each.id, values)))
        tx.insert(ACCEPTED, self.record_id, values)
        return Applied(Delete(ACCEPTED, self.record_id))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {
            "id": self.record_id,
            "key": self.key,
            "detail": self.detail,
            "reason": self.reason,
            "dated": self.dated,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> AcceptDetail:
        """As in `Operation`."""
        return cls(*(text_of(plain, name) for name in ("id", "key", "detail", "reason", "dated")))
