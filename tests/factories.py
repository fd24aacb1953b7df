"""Records and small whole reviews for tests. Values pass the same door as what an author types, so none is impossible.

record("entry", "CE-001", date="4 May 2013", event="A call.")  one record; a date may be written as people write it
review(record(…), record(…))                    a review of them; single kinds that are missing stand empty
complete_review("ho")                           a small review, ready to be signed
signed_review("cps"), closed_review("cps")      the same, later on
with_values(review, "CE-001", event=None)       another review: fields set, or emptied with None
with_record(review, record(…))                  another review: a record more
without(review, "CE-001")                       another review: a record less
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whole_reviews import CLOSED, READY, SIGNED

from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.dates import parse_known
from imr_desk.review.fields import FieldType
from imr_desk.review.record import Record, RecordId, Value
from imr_desk.review.review import Review
from imr_desk.review.values import Noted, checked, is_empty


def record(kind: str, record_id: str, /, **values: Any) -> Record:  # noqa: ANN401 - whatever the field can hold
    """One record. Its place among its kind is the number its id ends with."""
    kept = {name: _value(kind, name, given) for name, given in values.items()}
    digits = record_id.rpartition("-")[2]
    position = int(digits) if digits.isdigit() else 0
    filled = {name: value for name, value in kept.items() if not is_empty(value)}
    return Record(kind, RecordId(record_id), position, filled, dated=kind_of(kind).dated)


def _value(kind: str, name: str, given: object) -> Value:
    spec = field_of(kind, name)
    if spec.type is FieldType.KNOWN_DATE and isinstance(given, str):
        given = parse_known(given)
    return checked(spec, given, Noted())


def full_entry(date: str = "4 May 2021 22:00 to 5 May 2021 02:00", /) -> Record:
    """An entry of the chronology with something in every field that a column shows."""
    return record(
        "entry",
        "CE-001",
        date=date,
        sources=[{"record": "REC-01", "place": "p. 3"}, {"record": "REC-01", "place": "p. 9"}],
        case="CASE-A",
        concerns=["SUB-01"],
        staff=["STF-01"],
        event="A call.",
        decision="Charge",
        decision_by="STF-01",
        basis="Evidence",
        action_outcome="Charged",
        child_considered="Yes",
        expected_practice_met="partly met",
        policies=["POV-001"],
        comment="Quick.",
        knowledge="second-hand",
        learned_on="2022-01-05",
        learned_how="from a log",
        significant=True,
        questions=["Q-1"],
    )


def review(*records: Record) -> Review:
    """A review of these records."""
    return Review.of(records)


def complete_review(agency: str = "cps") -> Review:
    """A small review of "cps" or "ho" that satisfies gates G1 to G3, but for the author's signature."""
    return _of(READY["both"], READY[agency])


def signed_review(agency: str = "cps") -> Review:
    """The complete review, signed and counter-signed: G1 to G3 open, and G4 as soon as it is presented."""
    return _of(READY["both"], READY[agency], SIGNED)


def closed_review(agency: str = "cps") -> Review:
    """The signed review, presented and followed up: every gate is open."""
    return _of(READY["both"], READY[agency], SIGNED, CLOSED["both"], CLOSED[agency])


def _of(*parts: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Review:
    """A review of kind -> id -> values. Where an id comes again, its values are added to those before."""
    merged: dict[tuple[str, str], dict[str, object]] = {}
    for part in parts:
        for kind, records in part.items():
            for record_id, values in records.items():
                merged.setdefault((kind, record_id), {}).update(values)
    return review(*(record(kind, record_id, **values) for (kind, record_id), values in merged.items()))


def with_values(before: Review, record_id: str, /, **values: Any) -> Review:  # noqa: ANN401 - as in record
    """Another review in which these fields of one record hold these values; None empties a field."""
    old = before[record_id]
    changed = {name: _value(old.kind, name, given) for name, given in values.items()}
    kept = {name: value for name, value in ({**old} | changed).items() if not is_empty(value)}
    return with_record(before, Record(old.kind, old.id, old.position, kept, dated=kind_of(old.kind).dated))


def with_record(before: Review, new: Record) -> Review:
    """Another review with this record put in, or in the place of the one of its id."""
    return before.with_changes({new.id: new}, {new.id: new.kind})


def without(before: Review, record_id: str) -> Review:
    """Another review without this record; links to it stay, as they never do in the file."""
    old = before[record_id]
    return before.with_changes({old.id: None}, {old.id: old.kind})
