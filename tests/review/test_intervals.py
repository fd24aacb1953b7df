"""Ages and intervals, as exactly as the dates are known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.dates import parse_known
from imr_desk.review.intervals import Interval, age_at, interval
from imr_desk.review.known_date import KnownDate


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("4 May 2013", "16 May 2013", "12 days"),
        ("4 May 2013", "5 May 2013", "1 day"),
        ("4 May 2013", "4 May 2013", "the same day"),
        ("16 May 2013", "4 May 2013", "12 days"),
        ("4 May 2013", "June 2013", "between 28 and 57 days"),
        ("June 2013", "4 May 2013", "between 28 and 57 days"),
        ("June 2013", "10 June 2013", "up to 20 days, in either order"),
    ],
)
def test_interval_is_told_in_words(first: str, second: str, words: str) -> None:
    found = interval(parse_known(first), parse_known(second))
    assert found is not None
    assert found.in_words() == words


def test_interval_to_an_open_or_unknown_date_is_not_told() -> None:
    for open_ended in ("before 1 March 2014", "date unknown"):
        assert interval(parse_known("4 May 2013"), parse_known(open_ended)) is None


@given(st.dates(), st.dates())
def test_interval_between_exact_days_is_the_difference(first: dt.date, second: dt.date) -> None:
    days = (second - first).days
    assert interval(KnownDate(first.isoformat()), KnownDate(second.isoformat())) == Interval(days, days)


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        ("2006-05-04", "4 May 2013", "aged 7"),
        ("2006-05-04", "3 May 2013", "aged 6"),
        ("2006-05-04", "May 2013", "aged between 6 and 7"),
        ("2006-05-04", "July 2013", "aged 7"),
        ("2012-12-04", "3 May 2013", "aged 4 months"),
        ("2013-04-30", "31 May 2013", "aged 1 month"),
        ("2013-01-31", "28 February 2013", "aged 1 month"),
        ("2004-02-29", "28 February 2013", "aged 8"),
        ("2004-02-29", "1 March 2013", "aged 9"),
        ("2012-12-04", "2015", "aged between 2 and 3"),
        ("2012-06-04", "June 2014", "aged between 23 months and 2"),
    ],
)
def test_age_is_told_in_years_and_for_the_smallest_in_months(born: str, on: str, words: str) -> None:
    found = age_at(dt.date.fromisoformat(born), parse_known(on))
    assert found is not None
    assert found.in_words() == words


def test_age_before_birth_or_on_an_open_date_is_not_told() -> None:
    born = dt.date(2013, 5, 4)
    assert age_at(born, parse_known("3 May 2013")) is None
    assert age_at(born, parse_known("after 5 May 2013")) is None
