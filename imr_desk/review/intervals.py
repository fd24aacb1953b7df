"""How long from one date to another, and how old somebody was, as exactly as the dates are known and no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from imr_desk.i18n import tr, trn
from imr_desk.review.known_date import KnownDate


@dataclass(frozen=True)
class Interval:
    """Days from one event to another: the fewest and the most that the dates allow. Negative: the other way round."""

    least: int
    most: int

    def in_words(self) -> str:
        """For instance ‘12 days’, ‘between 3 and 34 days’, ‘the same day’."""
        if self.least == self.most:
            return _days(self.least)
        if self.least < 0 <= self.most:
            return tr("up to {days}, in either order").format(days=_days(max(-self.least, self.most)))
        low, high = sorted((abs(self.least), abs(self.most)))
        return tr("between {least} and {most}").format(least=low, most=_days(high))


def interval(first: KnownDate, second: KnownDate) -> Interval | None:
    """From one date to another; None where either is open at an end, or unknown."""
    ends = (first.earliest, first.latest, second.earliest, second.latest)
    if any(end is None for end in ends):
        return None
    begins, until, from_, to = (end for end in ends if end is not None)
    return Interval((from_ - until).days, (to - begins).days)


def _days(count: int) -> str:
    if not count:
        return tr("the same day")
    return trn("{n} day", "{n} days", abs(count))


@dataclass(frozen=True)
class Age:
    """Whole years and months, at least and at most, that somebody had lived on a date."""

    least: tuple[int, int]
    most: tuple[int, int]

    def in_words(self) -> str:
        """For instance ‘aged 6’, ‘aged 6 or 7’, ‘aged 5 months’; under two in months, as such reviews write it."""
        if self.least == self.most or (self.least[0] == self.most[0] >= _IN_MONTHS):
            return tr("aged {age}").format(age=_age(self.least))
        return tr("aged between {least} and {most}").format(least=_age(self.least), most=_age(self.most))


_IN_MONTHS = 2
"""Below so many years an age is given in months."""


def age_at(born: dt.date, known: KnownDate) -> Age | None:
    """How old somebody born on a day was on a date as known; None where it is open, unknown, or before the birth."""
    if known.earliest is None or known.latest is None or known.earliest < born:
        return None
    return Age(_lived(born, known.earliest), _lived(born, known.latest))


def _lived(born: dt.date, day: dt.date) -> tuple[int, int]:
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day and not _month_ends(day, born))
    return divmod(months, 12)


def _month_ends(day: dt.date, born: dt.date) -> bool:
    """Whether a month is over although it has no day of that number; a birthday of 29 February counts on 1 March."""
    is_last = (day + dt.timedelta(days=1)).month != day.month
    return is_last and born.day > day.day and (born.month, born.day) != (2, 29)


def _age(lived: tuple[int, int]) -> str:
    years, months = lived
    if years >= _IN_MONTHS:
        return str(years)
    whole = years * 12 + months
    return trn("{n} month", "{n} months", whole) if whole else tr("under a month")
