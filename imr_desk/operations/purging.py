"""Removing for good what rests in the bin (R-099, R-188). What may never go: `review/purging.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied
from imr_desk.review.purging import held, held_sentence, kept_for_good
from imr_desk.review.record import RecordId
from imr_desk.review.values import Plain
from imr_desk.store.transaction import Transaction


@dataclass(frozen=True)
class Purge:
    """Remove these (kind, id) in the bin for good. Undo ends, since the steps kept for it hold the same words.

    The line of the history stays, and names each of them. BadInputError, with the reason, where one of them is kept.
    """

    records: Sequence[tuple[str, str]]
    name: ClassVar[str] = "purge"

    def apply(self, tx: Transaction) -> Applied:
        """Look at the rules for all of them first; then remove them."""
        if held(tx.review()):
            raise BadInputError(held_sentence())
        there = tx.bin()
        kept = kept_for_good(tx.review(), there)
        for _, record_id in self.records:
            if RecordId(record_id) in kept:
                raise BadInputError(
                    tr("{reference} stays. {reason}").format(reference=record_id, reason=kept[RecordId(record_id)])
                )
        tx.purge(self.records)
        return Applied(None, ends_undo=True)

    def to_json(self) -> dict[str, Plain]:
        """Ids alone; this form is never read again."""
        return {"records": [f"{kind}:{record_id}" for kind, record_id in self.records]}
