"""Working days: Monday to Friday without the bank holidays of a nation.

The bank holidays come from the library `holidays`, which reckons them without a network. Importing it takes a tenth of
a second, so that happens when the first of them is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SUBDIVISIONS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}
USUAL_NATION = "England"
"""Whose bank holidays count while no nation is chosen; those of Wales are the same."""
_DAY = dt.timedelta(days=1)
SATURDAY = 5


@lru_cache(maxsize=128)
def bank_holidays(nation: str, year: int) -> frozenset[dt.date]:
    """The bank holidays of a year, those on a weekend and the days given for them included.

    `nation` is as stored ("Northern Ireland"); for nothing, or a nation not known here, those of England.
    """
    from holidays.countries.united_kingdom import UnitedKingdom

    subdivision = _SUBDIVISIONS.get(nation, _SUBDIVISIONS[USUAL_NATION])
    return frozenset(UnitedKingdom(subdiv=subdivision, years=year))  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class WorkingDays:
    """The working days of a nation (England where it is empty)."""

    nation: str = ""

    def is_bank_holiday(self, day: dt.date) -> bool:
        """Whether a day is a bank holiday."""
        return day in bank_holidays(self.nation or USUAL_NATION, day.year)

    def is_working(self, day: dt.date) -> bool:
        """Whether people are at work that day."""
        return day.weekday() < SATURDAY and not self.is_bank_holiday(day)

    def on_or_after(self, day: dt.date) -> dt.date:
        """The day itself where it is a working day, else the next one."""
        while not self.is_working(day):
            day += _DAY
        return day

    def on_or_before(self, day: dt.date) -> dt.date:
        """The day itself where it is a working day, else the last one before it."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def count(self, start: dt.date, days: int) -> dt.date:
        """The working day `days` after `start` (before it where they are fewer than none).

        `start` itself never counts. With 0 it is `start`, moved on to the next working day where it is none.
        """
        if not days:
            return self.on_or_after(start)
        step = _DAY if days > 0 else -_DAY
        day, left = start, abs(days)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def holidays_between(self, one: dt.date, other: dt.date) -> tuple[dt.date, ...]:
        """The bank holidays from Monday to Friday after the earlier of two days and before the later."""
        return tuple(day for day in _days_between(one, other) if day.weekday() < SATURDAY and self.is_bank_holiday(day))


def _days_between(one: dt.date, other: dt.date) -> Iterator[dt.date]:
    day, end = min(one, other) + _DAY, max(one, other)
    while day < end:
        yield day
        day += _DAY
