"""Working days: weekends, bank holidays, and how they are counted."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.working_days import WorkingDays, bank_holidays

NATIONS = st.sampled_from(["", "England", "Wales", "Scotland", "Northern Ireland"])
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31))
COUNTS = st.integers(1, 60)
ONE = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def every_day(start: dt.date, end: dt.date) -> list[dt.date]:
    return [start + dt.timedelta(days=n) for n in range((end - start).days)]


# ---- the days themselves
@pytest.mark.parametrize(
    ("nation", "when", "off"),
    [
        ("England", "2014-04-18", True),  # Good Friday
        ("England", "2014-04-21", True),  # Easter Monday
        ("Scotland", "2014-04-21", False),
        ("Wales", "2014-04-21", True),
        ("Scotland", "2014-01-02", True),
        ("Scotland", "2014-12-01", True),  # for St Andrew's Day on a Sunday
        ("Northern Ireland", "2014-03-17", True),
        ("England", "2014-03-17", False),
        ("England", "2011-04-29", True),  # a royal wedding
        ("England", "2012-06-05", True),  # a jubilee
        ("England", "2012-05-28", False),  # the Monday it took the place of
        ("England", "2020-05-08", True),  # the Monday moved to a Friday
        ("England", "2020-05-04", False),
        ("England", "2021-12-27", True),  # for Christmas Day on a Saturday
        ("England", "2021-12-28", True),  # for Boxing Day on a Sunday
        ("England", "2022-09-19", True),  # a state funeral
        ("England", "2023-05-08", True),  # a coronation
        ("England", "2024-02-29", False),
        ("", "2014-04-21", True),
        ("Atlantis", "2014-04-21", True),
    ],
)
def test_bank_holiday_of_a_nation_is_known(nation: str, when: str, off: bool) -> None:
    assert WorkingDays(nation).is_bank_holiday(day(when)) is off


@given(DAYS)
def test_england_and_wales_have_the_same_days(when: dt.date) -> None:
    assert bank_holidays("England", when.year) == bank_holidays("Wales", when.year)


@given(NATIONS, DAYS)
def test_weekend_is_never_a_working_day(nation: str, when: dt.date) -> None:
    assert not (WorkingDays(nation).is_working(when) and when.weekday() > 4)


# ---- counting
@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2014-03-10", 1, "2014-03-11"),
        ("2014-04-17", 1, "2014-04-22"),  # over Good Friday, a weekend and Easter Monday
        ("2014-04-22", -1, "2014-04-17"),
        ("2014-12-24", 1, "2014-12-29"),
        ("2014-12-12", -20, "2014-11-14"),
        ("2015-01-09", -5, "2015-01-02"),
        ("2021-12-24", 1, "2021-12-29"),
        ("2014-03-08", 1, "2014-03-10"),  # from a Saturday
        ("2024-02-28", 1, "2024-02-29"),
        ("2023-02-28", 1, "2023-03-01"),
        ("2014-03-08", 0, "2014-03-10"),
        ("2014-03-10", 0, "2014-03-10"),
    ],
)
def test_working_days_are_counted_over_days_off(start: str, count: int, end: str) -> None:
    assert WorkingDays("England").count(day(start), count) == day(end)


@given(NATIONS, DAYS, COUNTS)
def test_count_ends_on_a_working_day_with_so_many_up_to_it(nation: str, start: dt.date, count: int) -> None:
    days = WorkingDays(nation)
    end = days.count(start, count)
    assert end > start
    assert days.is_working(end)
    assert sum(days.is_working(each) for each in every_day(start + ONE, end + ONE)) == count


@given(NATIONS, DAYS, COUNTS)
def test_count_back_undoes_count_on_from_a_working_day(nation: str, when: dt.date, count: int) -> None:
    days = WorkingDays(nation)
    start = days.on_or_after(when)
    assert days.count(days.count(start, count), -count) == start


@given(NATIONS, DAYS, COUNTS)
def test_later_start_never_ends_earlier(nation: str, start: dt.date, count: int) -> None:
    days = WorkingDays(nation)
    assert days.count(start, count) <= days.count(start + ONE, count)
    assert days.count(start, count) < days.count(start, count + 1)


@given(NATIONS, DAYS)
def test_nearest_working_days_lie_round_a_day(nation: str, when: dt.date) -> None:
    days = WorkingDays(nation)
    before, after = days.on_or_before(when), days.on_or_after(when)
    assert before <= when <= after
    assert days.is_working(before)
    assert days.is_working(after)
    assert not any(days.is_working(each) for each in every_day(before + ONE, after))
    assert (before == when) is (after == when) is days.is_working(when)


def test_bank_holidays_on_the_way_are_named_and_those_on_weekends_are_not() -> None:
    days = WorkingDays("England")
    assert days.holidays_between(day("2014-04-25"), day("2014-04-17")) == (day("2014-04-18"), day("2014-04-21"))
    assert days.holidays_between(day("2021-12-24"), day("2021-12-29")) == (day("2021-12-27"), day("2021-12-28"))


# ---- the library
def test_library_is_imported_only_when_a_bank_holiday_is_asked_for() -> None:
    code = (
        "import sys, imr_desk.guidance.due_changes, imr_desk.guidance.due_words\n"
        "print('holidays' in sys.modules)\n"
        "from imr_desk.guidance.working_days import bank_holidays\n"
        "bank_holidays('England', 2014)\n"
        "print('holidays' in sys.modules, 'urllib.request' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True", "False"]
