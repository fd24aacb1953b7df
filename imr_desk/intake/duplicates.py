"""Entries that seem to stand twice, in the file or in the review. They are shown side by side and never merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
Known = tuple[Origin | str, str, str, frozenset[str]]


def duplicates_in(entries: Sequence[Entry], there: Iterable[Record] = ()) -> Iterator[Duplicate]:
    """Each entry of a file that an earlier one, or one of the review (`there`), seems to be as well."""
    days: dict[str, list[Known]] = {}
    exact: dict[tuple[str, str], Known] = {}
    for record in there:
        known = record.known("date")
        date = _day(known.edtf.partition("T")[0]) if known is not None else ""
        _keep((str(record.id), record.text("event"), *_folded(record.text("event"))), date, days, exact)
    for entry in entries:
        plain, words = _folded(entry.event)
        if not plain:
            continue
        one: Known = (entry.origin, entry.event, plain, words)
        date = _day(entry.date)
        found = exact.get((date, plain)) or _alike(words, days.get(date, ()))
        if found is not None:
            same = found[2] == plain
            yield Duplicate(entry.origin, found[0], same, shortened(entry.event, _SHOWN), shortened(found[1], _SHOWN))
        _keep(one, date, days, exact)


def _day(edtf: str) -> str:
    """A date to compare; one that is not known is none."""
    return "" if edtf == UNKNOWN else edtf


def _keep(one: Known, date: str, days: dict[str, list[Known]], exact: dict[tuple[str, str], Known]) -> None:
    if one[2]:
        exact.setdefault((date, one[2]), one)
        days.setdefault(date, []).append(one)


def _folded(event: str) -> tuple[str, frozenset[str]]:
    words = _WORD.findall(event.casefold())
    return " ".join(words), frozenset(words)


def _alike(words: frozenset[str], others: Sequence[Known]) -> Known | None:
    """Another of the same day that says nearly the same."""
    if len(others) > _MOST_A_DAY or len(words) < 4:
        return None
    for other in others:
        if len(other[3]) >= 4 and len(words & other[3]) >= ALIKE * len(words | other[3]):
            return other
    return None


def by_origin(duplicates: Iterable[Duplicate]) -> Mapping[Origin, Duplicate]:
    """The duplicates by the row they stand in."""
    return {each.origin: each for each in duplicates}
