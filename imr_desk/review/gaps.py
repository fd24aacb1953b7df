"""The stretches of a chronology without an entry (B15; what is background makes none: R-025)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.review.record import RecordId
from imr_desk.review.review import Review


@dataclass(frozen=True)
class Gap:
    """Days from one entry to the next, and between which. Only days within the period under review are counted."""

    days: int
    after: RecordId
    before: RecordId


AT_ONCE = 500
SECOND_LOOK = 90
"""A stretch of more days than this is worth a second look."""


def longest_gap(review: Review) -> Gap | None:
    """The longest stretch between two dated entries; None where there are not two, or no day lies between any."""
    *_, longest = gaps_so_far(review)
    return longest


def gaps_so_far(review: Review) -> Iterator[Gap | None]:
    """The longest stretch between two dated entries, as far as they were gone through: some of them each time."""
    longest: Gap | None = None
    for at, gap in enumerate(_stretches(review), 1):
        if not at % AT_ONCE:
            yield longest
        if gap is not None and gap.days > (longest.days if longest else 0):
            longest = gap
    yield longest


def gaps_over(review: Review, days: int = SECOND_LOOK) -> tuple[Gap, ...]:
    """Every stretch of more than so many days without an entry, in the order of time (R-025)."""
    return tuple(gap for gap in _stretches(review) if gap is not None and gap.days > days)


def _stretches(review: Review) -> Iterator[Gap | None]:
    """For each entry the stretch before it; None where there is none, or its date is not known.

    An entry whose date is a range, or not certain, reaches to the last day it can have been. What is background,
    outside the period under review, makes no gap (R-025).
    """
    period = review.one("period")
    start, cut_off = period.day("start") or dt.date.min, period.day("cut_off") or dt.date.max
    reached: dt.date | None = None
    after = RecordId("")
    for entry in review.all("entry"):
        known = entry.known("date")
        if known is None or (known.earliest or known.latest) is None:
            yield None
            continue
        first = known.earliest or known.latest or start
        last = known.latest or first
        days = (min(first, cut_off) - max(reached, start)).days if reached is not None else 0
        yield Gap(days, after, entry.id) if days > 0 else None
        if reached is None or last >= reached:
            reached, after = last, entry.id
