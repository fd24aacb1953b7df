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


def longest_gap(review: Review) -> Gap | None:
    """The longest stretch between two dated entries; None where there are not two, or no day lies between any."""
    *_, longest = gaps_so_far(review)
    return longest


def gaps_so_far(review: Review) -> Iterator[Gap | None]:
    """The longest stretch between two dated entries, as far as they were gone through: some of them each time.

    An entry whose date is a range, or not certain, reaches to the last day it can have been. What is background,
    outside the period under review, makes no gap (R-025).
    """
    period = review.one("period")
    start, cut_off = period.day("start") or dt.date.min, period.day("cut_off") or dt.date.max
    longest: Gap | None = None
    reached: dt.date | None = None
    after = RecordId("")
    for at, entry in enumerate(review.all("entry"), 1):
        if not at % AT_ONCE:
            yield longest
        known = entry.known("date")
        if known is None or (known.earliest or known.latest) is None:
            continue
        first = known.earliest or known.latest or start
        last = known.latest or first
        if reached is not None:
            days = (min(first, cut_off) - max(reached, start)).days
            if days > (longest.days if longest else 0):
                longest = Gap(days, after, entry.id)
        if reached is None or last >= reached:
            reached, after = last, entry.id
    yield longest
