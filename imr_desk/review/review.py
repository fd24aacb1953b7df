"""One immutable Review: everything in the file but the bytes of kept documents.

An edit makes another Review that shares all it did not touch; so a page, a check or an export can go on reading the one
it was given while the author types.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.links import fields_to, leads
from imr_desk.review.record import Record, RecordId

_NONE: tuple[Record, ...] = ()


class Review:
    """All records, each kind in its order. Never changed; `with_changes` gives another."""

    __slots__ = ("_by_id", "_by_kind", "number")

    def __init__(
        self, by_kind: Mapping[str, tuple[Record, ...]], by_id: Mapping[RecordId, Record], number: int = 0
    ) -> None:
        self._by_kind = by_kind
        self._by_id = by_id
        self.number = number

    @classmethod
    def of(cls, records: Iterable[Record]) -> Review:
        """A review of these records; single kinds that are missing stand empty."""
        by_kind: dict[str, list[Record]] = {}
        for record in records:
            by_kind.setdefault(record.kind, []).append(record)
        for kind in KINDS.values():
            if kind.single and kind.name not in by_kind:
                by_kind[kind.name] = [Record(kind.name, RecordId(kind.name), 0, {})]
        ordered = {name: tuple(sorted(each, key=_order)) for name, each in by_kind.items()}
        by_id = {record.id: record for each in ordered.values() for record in each}
        return cls(MappingProxyType(ordered), MappingProxyType(by_id))

    def all(self, kind: str) -> tuple[Record, ...]:
        """Every record of a kind, in its order; KeyError for a kind that is not declared."""
        return self._by_kind.get(kind_of(kind).name, _NONE)

    def one(self, kind: str) -> Record:
        """The record of a single kind; it is always there, though it may hold nothing yet."""
        if not kind_of(kind).single:
            raise KeyError(f"{kind} is not a single kind")
        return self._by_kind[kind][0]

    def get(self, record_id: str) -> Record | None:
        """The record of that id, or None."""
        return self._by_id.get(RecordId(record_id))

    def __getitem__(self, record_id: str) -> Record:
        """The record of that id; KeyError where there is none."""
        return self._by_id[RecordId(record_id)]

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._by_id

    def __iter__(self) -> Iterator[Record]:
        for records in self._by_kind.values():
            yield from records

    def __len__(self) -> int:
        return len(self._by_id)

    def following(self, kind: str, field: str, record_id: str) -> tuple[Record, ...]:
        """The records of `kind` whose LINK field leads to `record_id`, in order (paragraphs of a section, say)."""
        return tuple(record for record in self.all(kind) if record.link(field) == record_id)

    def linked_from(self, record_id: str) -> tuple[Record, ...]:
        """Every record that leads to this one by any field."""
        target = self.get(record_id)
        ways = {kind: fields_to(kind, target.kind if target is not None else "") for kind in self._by_kind}
        return tuple(
            record
            for kind, records in self._by_kind.items()
            if (fields := ways[kind])
            for record in records
            if leads(record, fields, record_id)
        )

    def with_changes(self, changed: Mapping[RecordId, Record | None], kinds: Mapping[RecordId, str]) -> Review:
        """Another review with these records put in place (None: taken out); `kinds` names the kind of each."""
        by_id = dict(self._by_id)
        by_kind = dict(self._by_kind)
        touched: dict[str, list[Record]] = {}
        for record_id, record in changed.items():
            kind = kinds[record_id]
            records = touched.setdefault(kind, list(by_kind.get(kind, _NONE)))
            _replace(records, by_id.pop(record_id, None), record)
            if record is not None:
                by_id[record_id] = record
        by_kind |= {kind: tuple(records) for kind, records in touched.items()}
        return Review(MappingProxyType(by_kind), MappingProxyType(by_id), self.number + 1)


def _order(record: Record) -> tuple[str, int, str, int, str]:
    return record.order


def _replace(records: list[Record], old: Record | None, new: Record | None) -> None:
    """Take `old` out of the ordered list and put `new` in, by bisection: a long chronology is not sorted again."""
    if old is not None:
        at = bisect_left(records, old.order, key=_order)
        if new is not None and new.order == old.order:
            records[at] = new
            return
        del records[at]
    if new is not None:
        records.insert(bisect_left(records, new.order, key=_order), new)
