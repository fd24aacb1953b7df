"""The Crown Prosecution Service sample: the review of Child K, complete and ready to be signed."""

from __future__ import annotations

from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record, RecordId
from imr_desk.sample.stored import stored_records

FILES = (
    "cps-1-commission",
    "cps-2-people",
    "cps-2-notices",
    "cps-3-records",
    "cps-4-chronology",
    "cps-5-interviews",
    "cps-6-analysis",
    "cps-7-lessons",
    "cps-8-sign-off",
    "cps-10-afterwards",
)
AFTER = "cps-after"


def cps_records(after: bool = False) -> tuple[Record, ...]:
    """Every record of the case of Child K, as it stood before the signatures.

    With `after`, also what came later: the signatures, the debriefs held, and a question from the panel. That is for
    tests that need a review at the end of its life: the signatures in it are recorded, not made with a key.
    """
    records = {record.id: record for name in FILES for record in stored_records(name)}
    if after:
        records |= {record.id: _with(records.get(record.id), record) for record in stored_records(AFTER)}
    return tuple(records.values())


def _with(record: Record | None, later: Record) -> Record:
    """The record with what was added to it later; a record that is new as it is."""
    if record is None:
        return later
    dated = kind_of(record.kind).dated
    return Record(record.kind, RecordId(record.id), record.position, {**record, **later}, dated=dated)
