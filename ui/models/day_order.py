"""Putting an entry earlier or later among those of its day. Pure: gives the numbers to change, and moves nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from imr_desk.review.record import Record
from imr_desk.review.review import Review


def of_the_day(review: Review, entry: Record) -> tuple[Record, ...]:
    """The entries that sort at the same day, in their order; the entry itself among them."""
    entries, day = review.all(entry.kind), entry.order[0]
    return entries[bisect_left(entries, day, key=_day) : bisect_right(entries, day, key=_day)]


def _day(entry: Record) -> str:
    return entry.order[0]


def moved(review: Review, entry: Record, by: int) -> tuple[tuple[str, int], ...]:
    """The references and their new numbers within the day once the entry stands one place on; none at the edge."""
    day = list(of_the_day(review, entry))
    at = next(place for place, each in enumerate(day) if each.id == entry.id)
    if not 0 <= at + by < len(day):
        return ()
    day.insert(at + by, day.pop(at))
    return tuple((each.id, place) for place, each in enumerate(day, 1) if each.number("sequence") != place)
