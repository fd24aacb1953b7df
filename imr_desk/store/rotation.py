"""Which backups stay: the last ten, one a day for 14 days, one a week for 12 weeks. A pure rule over their times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable

LAST = 10
DAYS = 14
WEEKS = 12


def kept(times: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Of these times (without zone, as `now`) those that stay.

    A time after `now` comes from a clock that was set back meanwhile. It stays and counts for nothing, so that the
    backups made by the clock as it is now are not driven out by it.
    """
    newest_first = sorted(set(times), reverse=True)
    later = [time for time in newest_first if time > now]
    past = [time for time in newest_first if time <= now]
    first_day = now.date() - dt.timedelta(days=DAYS - 1)
    first_week = _monday(now.date()) - dt.timedelta(weeks=WEEKS - 1)
    daily = _newest_of_each((time.date(), time) for time in past if time.date() >= first_day)
    weekly = _newest_of_each((_monday(time.date()), time) for time in past if time.date() >= first_week)
    return frozenset(later) | frozenset(past[:LAST]) | daily | weekly


def _newest_of_each(dated: Iterable[tuple[Hashable, dt.datetime]]) -> frozenset[dt.datetime]:
    """The first of each group; they come with the newest first."""
    first: dict[Hashable, dt.datetime] = {}
    for group, time in dated:
        first.setdefault(group, time)
    return frozenset(first.values())


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
