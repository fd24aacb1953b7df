"""Dates worked out from other dates. Calendar months and days only; working days come with the table of holidays."""

from __future__ import annotations

import datetime as dt

from imr_desk.review.known_date import month_end


def months_after(start: dt.date, count: int) -> dt.date:
    """The same day `count` calendar months on, or the last day of that month where it has no such day.

    A mistyped year may lead past the days there are; the first or the last of them is then as good as any.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.min if year < dt.MINYEAR else dt.date.max
    last = month_end(year, month + 1)
    return last.replace(day=min(start.day, last.day))


def six_months(start: dt.date) -> dt.date:
    """When a review that began on `start` is normally to be complete: six calendar months on (R-195).

    From 31 August that is 28 February, or 29 in a leap year. Which event starts the six months differs between the
    sources, so the author chooses it and the other dates are shown beside it (conflict C-1).
    """
    return months_after(start, 6)
