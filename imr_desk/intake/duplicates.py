"""Entries that seem to stand twice, in the file or in the review. They are shown side by side and never merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imr_desk.intake.taken import Duplicate, Entry, Origin
from imr_desk.review.known_date import UNKNOWN
from imr_desk.review.record import Record
from imr_desk.review.text import shortened

_WORD = re.compile(r"\w+")
ALIKE = 0.8
"""Share of words that two events of one day have in common from which on they may be the same."""
_MOST_A_DAY = 40
"""Entries of one day that are compared with each other; of more, only those with the very same words."""
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry to compare: `plain` is its event, `rest` all else that it says, both without case and signs.

    `source` is its source in the same form; where that is a record of the review (`linked`), the place in it alone.
    """

    place: Origin | str
    day: str
    time: str
    event: str = field(repr=False)
    plain: str = field(repr=False)
    source: str = field(repr=False)
    said: str = field(repr=False)
    rest: str = field(default="", repr=False)
    linked: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of its event."""
        return frozenset(self.plain.split())

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What two entries have in common that are the same in every respect."""
        return self.day, self.plain, self.time, self.source

    def says_all_of(self, other: _Known) -> bool:
        """Whether nothing of the other one would be lost if only this one were kept."""
        source = not other.source or other.source == self.source or (self.linked and other.source.endswith(self.source))
        time = other.time in ("", self.time) or (not self.time and _folded(other.time) in self.rest)
        return self.plain == other.plain and time and source and other.rest in self.rest


class _There:
    """What came before."""

    def __init__(self) -> None:
        self._days: dict[str, list[tuple[_Known, frozenset[str]]]] = {}
        self._exact: dict[tuple[str, str], list[_Known]] = {}
        self._whole: dict[tuple[str, str, str, str], _Known] = {}

    def keep(self, one: _Known) -> None:
        """It can be a duplicate's other from now on."""
        if one.plain:
            self._whole.setdefault(one.key, one)
            self._exact.setdefault((one.day, one.plain), []).append(one)
            self._days.setdefault(one.day, []).append((one, one.words))

    def like(self, one: _Known) -> _Known | None:
        """What it seems to repeat: rather one that says all of it."""
        whole = self._whole.get(one.key)
        exact = self._exact.get((one.day, one.plain), [])[:_MOST_A_DAY]
        choice = [*([whole] if whole is not None else []), *exact]
        return (
            next((other for other in choice if other.says_all_of(one)), None)
            or next(iter(choice), None)
            or (_alike(one.words, self._days.get(one.day, ())))
        )


def duplicates_in(entries: Sequence[Entry], there: Iterable[Record] = ()) -> Iterator[Duplicate]:
    """Each entry of a file that an earlier one, or one of the review (`there`), seems to be as well.

    It is the same where the other one says all that it says, at the same time of day and from the same source.
    """
    before = _There()
    for record in there:
        before.keep(_of_record(record))
    for entry in entries:
        one = _of_entry(entry)
        if not one.plain:
            continue
        found = before.like(one)
        if found is not None:
            yield Duplicate(
                entry.origin,
                found.place,
                found.says_all_of(one),
                shortened(entry.event, _SHOWN),
                shortened(found.event, _SHOWN),
                shortened(found.said, _SHOWN),
            )
        before.keep(one)


def _of_entry(entry: Entry) -> _Known:
    said = " · ".join(filter(None, (entry.time, entry.source)))
    rest = _folded(f"{entry.action} {entry.comment}")
    return _Known(
        entry.origin, _day(entry.date), entry.time, entry.event, _folded(entry.event), _folded(entry.source), said, rest
    )


def _of_record(record: Record) -> _Known:
    known, event, rows = record.known("date"), record.text("event"), record.rows("sources")
    day, _, time = known.edtf.partition("T") if known is not None else ("", "", "")
    places = " ".join(row.text("place") for row in rows)
    said = " · ".join(
        filter(None, (time[:5], *(", ".join(filter(None, map(row.text, ("record", "place")))) for row in rows)))
    )
    rest = _folded(f"{record.text('action_outcome')} {record.text('comment')}")
    linked = any(row.text("record") for row in rows)
    return _Known(str(record.id), _day(day), time[:5], event, _folded(event), _folded(places), said, rest, linked)


def _day(edtf: str) -> str:
    """A date to compare; one that is not known is none."""
    return "" if edtf == UNKNOWN else edtf


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _alike(words: frozenset[str], others: Sequence[tuple[_Known, frozenset[str]]]) -> _Known | None:
    """Another of the same day that says nearly the same."""
    if len(others) > _MOST_A_DAY or len(words) < 4:
        return None
    for other, theirs in others:
        if len(theirs) >= 4 and len(words & theirs) >= ALIKE * len(words | theirs):
            return other
    return None


def by_origin(duplicates: Iterable[Duplicate]) -> Mapping[Origin, Duplicate]:
    """The duplicates by the row they stand in."""
    return {each.origin: each for each in duplicates}
