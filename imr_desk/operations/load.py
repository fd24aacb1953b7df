"""Filling a new review in one go, for the sample and for tests. It cannot be undone: there is nothing to go back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from imr_desk.review.values import Plain
from imr_desk.store import documents
from imr_desk.store.transaction import Transaction


@dataclass(frozen=True)
class Load:
    """Put these records into a review that does not hold them yet; single kinds are filled, the others added.

    `documents` are the bytes of kept documents among them, by their references.
    """

    records: Sequence[Record] = field(repr=False)
    documents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    name: ClassVar[str] = "load"

    def apply(self, tx: Transaction) -> Applied:
        """Add all; links are looked at when all are in."""
        if any(not kind_of(record.kind).single for record in tx.review()):
            raise BadInputError(tr("Only a new review can be filled like this. Nothing was changed."))
        many = [record for record in self.records if not kind_of(record.kind).single]
        with tx.by_rule():
            tx.insert_many(many)
            for record in self.records:
                if kind_of(record.kind).single:
                    tx.set_values(record.kind, record.id, record)
        for reference, content in self.documents.items():
            documents.keep(tx, reference, content)
        return Applied(None, ends_undo=True)

    def to_json(self) -> dict[str, Plain]:
        """Only the count; never read again."""
        return {"records": len(self.records)}
