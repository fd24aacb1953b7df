"""Which backups stay."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.store.rotation import kept

NOW = dt.datetime(2026, 11, 22, 14, 32)  # a Sunday
times = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31))


def before(**ago: float) -> dt.datetime:
    return NOW - dt.timedelta(**ago)


def test_last_ten_of_a_busy_day_stay() -> None:
    made = [before(minutes=5 * n) for n in range(30)]
    assert kept(made, NOW) == frozenset(made[:10])


def test_the_last_of_each_day_stays_for_fourteen_days() -> None:
    busy = [before(minutes=n) for n in range(10)]
    days = [before(days=n, hours=hour) for n in range(1, 20) for hour in (0, 3)]
    stay = kept([*busy, *days], NOW)
    daily = {each for each in stay if each not in busy and each.date() >= dt.date(2026, 11, 9)}
    assert daily == {before(days=n) for n in range(1, 14)}


def test_the_last_of_each_week_stays_for_twelve_weeks() -> None:
    busy = [before(minutes=n) for n in range(10)]
    weeks = [before(weeks=n, days=day) for n in range(3, 20) for day in (0, 2)]
    stay = kept([*busy, *weeks], NOW)
    assert stay - set(busy) == {before(weeks=n) for n in range(3, 12)}


def test_times_after_now_stay_and_drive_nothing_out() -> None:
    later = [NOW + dt.timedelta(days=n) for n in range(1, 30)]
    made = [before(days=30 * n) for n in range(10)]
    assert kept([*later, *made], NOW) == frozenset([*later, *made])


@given(st.lists(times, max_size=60), st.lists(times, max_size=20))
def test_what_is_new_never_brings_back_what_was_let_go(made: list[dt.datetime], added: list[dt.datetime]) -> None:
    past = [each for each in made if each <= NOW]
    stay = kept(past, NOW)
    assert stay <= set(past)
    assert len(stay) >= min(10, len(set(past)))
    assert kept(stay, NOW) == stay
    assert kept([*stay, *added], NOW) & set(past) <= stay | set(added)
