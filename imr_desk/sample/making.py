"""Making records in code, each value through the same door as what an author types."""

from __future__ import annotations

from collections import Counter

from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.record import Record, RecordId, Value
from imr_desk.review.values import Noted, checked, is_empty


class Maker:
    """Takes records one by one, in order; gives each its position and, where none is said, its id."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._made: Counter[str] = Counter()

    def put(self, kind: str, record_id: str = "", /, **fields: object) -> None:
        """Add a record. BadInputError for a value its field cannot hold, ValueError for text that would be altered."""
        declared = kind_of(kind)
        position = self._made[kind]
        self._made[kind] += 1
        made_id = record_id or (kind if declared.single else f"{declared.prefix}-{position + 1:03d}")
        noted = Noted()
        values: dict[str, Value] = {}
        for name, given in fields.items():
            value = checked(field_of(kind, name), given, noted)
            if not is_empty(value):
                values[name] = value
        if noted.notes:
            raise ValueError(f"{made_id}: {noted.notes}")
        self._records.append(Record(kind, RecordId(made_id), position, values, dated=declared.dated))

    @property
    def records(self) -> tuple[Record, ...]:
        """What was made so far."""
        return tuple(self._records)
