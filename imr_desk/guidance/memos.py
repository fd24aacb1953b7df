"""What each check answered last time, so that an edit costs what it touched and not the whole chronology.

Records never change, so a record that is the same object has the same answer. A long chronology is compared with the
one before from both ends inwards: after one edit only the records between the first and the last difference are looked
at again (design section 3).
"""

from __future__ import annotations

from collections.abc import Hashable
from operator import attrgetter, is_
from typing import Protocol

from imr_desk.guidance.declare import Alike, Each, Rule, Whole
from imr_desk.guidance.facts import Facts, Place
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

Records = tuple[Record, ...]
_NOTHING_YET = object()


class Memo(Protocol):
    """One check with its last answer."""

    def places(self, facts: Facts) -> tuple[Place, ...]:
        """What is missing now; the same object as last time where nothing has changed."""


def memo_of(rule: Rule) -> Memo:
    """An empty memo for a check."""
    if isinstance(rule, Whole):
        return WholeMemo(rule)
    return EachMemo(rule) if isinstance(rule, Each) else AlikeMemo(rule)


def difference(old: Records, new: Records) -> tuple[list[Record], list[Record]]:
    """The records that are only in `old`, and those only in `new`, by identity."""
    if old is new:
        return [], []
    short = min(len(old), len(new))
    start = 0
    while start < short and old[start] is new[start]:
        start += 1
    end = 0
    while end < short - start and old[-1 - end] is new[-1 - end]:
        end += 1
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    before, after = {id(record) for record in left}, {id(record) for record in right}
    return [each for each in left if id(each) not in after], [each for each in right if id(each) not in before]


class WholeMemo:
    """A check of whole kinds: run again when one of the kinds it reads, the names or the day have changed."""

    def __init__(self, rule: Whole) -> None:
        self._rule = rule
        self._read: tuple[Records, ...] = ()
        self._beside: object = _NOTHING_YET
        self._places: tuple[Place, ...] = ()

    def places(self, facts: Facts) -> tuple[Place, ...]:
        """What is missing now."""
        read = tuple(facts.review.all(kind) for kind in self._rule.reads)
        beside = (facts.names, facts.today)
        if beside != self._beside or not all(map(is_, read, self._read)):
            self._read, self._beside = read, beside
            self._places = tuple(self._rule.function(facts))
        return self._places


class EachMemo:
    """A check of one record at a time: run again for the records that are new."""

    def __init__(self, rule: Each) -> None:
        self._rule = rule
        self._given: object = _NOTHING_YET
        self._records: dict[str, Records] = {}
        self._missing: dict[RecordId, tuple[Place, ...]] = {}
        self._places: tuple[Place, ...] = ()

    def places(self, facts: Facts) -> tuple[Place, ...]:
        """What is missing now, in the order of the records."""
        given = self._rule.given(facts)
        if given != self._given:
            self._given = given
            self._records, self._missing, self._places = {}, {}, ()
        moved = False
        for kind in self._rule.kinds:
            records = facts.review.all(kind)
            if records is not self._records.get(kind):
                self._take(self._records.get(kind, ()), records, given)
                self._records[kind] = records
                moved = True
        if moved:
            self._places = self._in_order() if self._missing else ()
        return self._places

    def _take(self, old: Records, new: Records, given: Hashable) -> None:
        gone, come = difference(old, new)
        for record in gone:
            self._missing.pop(record.id, None)
        for record in come:
            places = tuple(self._rule.function(record, given))
            if places:
                self._missing[record.id] = places

    def _in_order(self) -> tuple[Place, ...]:
        missing = self._missing
        return tuple(
            place
            for records in self._records.values()
            for record in records
            if record.id in missing
            for place in missing[record.id]
        )


class AlikeMemo:
    """A check for records that are the same twice: keys are worked out for new records only."""

    def __init__(self, rule: Alike) -> None:
        self._rule = rule
        self._records: Records = ()
        self._ids: dict[Hashable, set[RecordId]] = {}
        self._twice: set[Hashable] = set()
        self._places: tuple[Place, ...] = ()

    def places(self, facts: Facts) -> tuple[Place, ...]:
        """One place for each record that is like an earlier one."""
        records = facts.review.all(self._rule.kind)
        if records is not self._records:
            gone, come = difference(self._records, records)
            for record in gone:
                self._count(record, here=False)
            for record in come:
                self._count(record, here=True)
            self._records = records
            self._places = tuple(self._pairs(facts.review)) if self._twice else ()
        return self._places

    def _count(self, record: Record, *, here: bool) -> None:
        key = self._rule.key(record)
        if key is None:
            return
        ids = self._ids.setdefault(key, set())
        (ids.add if here else ids.discard)(record.id)
        (self._twice.add if len(ids) > 1 else self._twice.discard)(key)
        if not ids:
            del self._ids[key]

    def _pairs(self, review: Review) -> list[Place]:
        groups = (sorted((review[each] for each in self._ids[key]), key=attrgetter("order")) for key in self._twice)
        pairs = [(later, group[0]) for group in groups for later in group[1:]]
        return [self._rule.function(later, first) for later, first in sorted(pairs, key=lambda pair: pair[0].order)]
