"""Keeping a document inside the review file. Taking it out again is a `Delete`, like that of any record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied, text_of, undoable
from imr_desk.operations.general import Delete
from imr_desk.review.values import Plain
from imr_desk.store import documents
from imr_desk.store.transaction import Transaction


@undoable
@dataclass(frozen=True)
class KeepDocument:
    """Add a kept document: its bytes, and a record that describes them by `description` and `media_type`.

    `belongs_to` is the record of the register it was taken from, or "". The bytes stay in the file while the record
    rests in the bin, so undo is its deletion and redo its return; the form kept for undo needs none.
    """

    record_id: str
    description: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)
    belongs_to: str = ""
    name: ClassVar[str] = "keep_document"

    def apply(self, tx: Transaction) -> Applied:
        """Keep both; BadInputError where there is nothing in it. Registered names in the description give way."""
        from imr_desk.operations.admitting import admitted_text  # reads lists of names: not before one is kept

        if not self.content:
            raise BadInputError(tr("‘{name}’ is empty, so it was not kept.").format(name=self.description))
        values: dict[str, object] = {
            "name": admitted_text(self.description, tx),
            "media_type": self.media_type,
            "size": len(self.content),
            "sha256": hashlib.sha256(self.content).hexdigest(),
        }
        tx.insert("document", self.record_id, values | ({"record": self.belongs_to} if self.belongs_to else {}))
        documents.keep(tx, self.record_id, self.content)
        return Applied(Delete("document", self.record_id))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`, without the bytes."""
        return {"id": self.record_id, "media_type": self.media_type}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> KeepDocument:
        """As in `Operation`; good for being named only, since it holds no bytes."""
        return cls(text_of(plain, "id"), "", text_of(plain, "media_type"), b"")
