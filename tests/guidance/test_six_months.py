"""Six calendar months from a day (R-195)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.timetable import months_after, six_months


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2014-03-10", "2014-09-10"),
        ("2013-08-31", "2014-02-28"),
        ("2015-08-31", "2016-02-29"),
        ("2015-08-29", "2016-02-29"),
        ("2014-12-31", "2015-06-30"),
        ("2014-07-01", "2015-01-01"),
        ("2014-06-30", "2014-12-30"),
    ],
)
def test_six_months_ends_on_that_day_or_the_last_of_the_month(start: str, end: str) -> None:
    assert six_months(dt.date.fromisoformat(start)) == dt.date.fromisoformat(end)


def test_mistyped_year_leads_to_the_last_day_there_is() -> None:
    assert six_months(dt.date(9999, 12, 31)) == dt.date.max
    assert months_after(dt.date(1, 1, 31), -1) == dt.date.min


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)), st.integers(-600, 600))
def test_months_after_keeps_the_day_where_the_month_has_it(start: dt.date, count: int) -> None:
    end = months_after(start, count)
    assert (end.year - start.year) * 12 + end.month - start.month == count
    assert end.day == start.day or (end.day < start.day and (end + dt.timedelta(days=1)).day == 1)
