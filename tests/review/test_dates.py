"""Dates as people write them: day first, never swapped, impossible ones refused."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.errors import BadDateError
from imr_desk.review.dates import parse_day, parse_known, read_date
from imr_desk.review.known_date import KnownDate, bounds, day_in_words
from imr_desk.review.time_of_day import parse_time

TABLE = tomllib.loads((Path(__file__).parent / "dates_as_written.toml").read_text(encoding="utf-8"))
WRITTEN = {words: form for part in TABLE.values() for words, form in part.items()}

REFUSED = {
    "30 February 2025": "February 2025 has 28 days. Did you mean 28 February 2025 or 1 March 2025?",
    "31/04/2013": "April 2013 has 30 days. Did you mean 30 April 2013 or 1 May 2013?",
    "29/02/2013": "February 2013 has 28 days. Did you mean 28 February 2013 or 1 March 2013?",
    "22/05/2O16": "‘22/05/2O16’ has letters among its figures: did you mean 22/05/2016?",
    "22/05/206": "The year needs four figures, or the last two.",
    "4 May 2013 16:15 am": "There is no such time. Check the hour.",
    "4 May 20??": "The year needs four figures, or the last two.",
    "4 to 6 and 9 September 2013": (
        "‘4 to 6 and 9 September 2013’ is not a date that can be read. Day first, for instance 4 May 2013."
    ),
    "05/13": "‘05/13’ lacks its day or its year: did you mean May 2013?",
    "4/5": "The year is missing. Add it, or write ‘date unknown’.",
    "the 4th": "The month and the year are missing. Add them, or write ‘date unknown’.",
    "05/22/2016": "There is no month 22. The day comes first: did you mean 22/05/2016?",
    "00/00/2000": "There is no month 0. Check the date.",
    "4 May": "The year is missing. Add it, or write ‘date unknown’.",
    "about noon": "There is no date here. Where it is not known, write ‘date unknown’.",
    "the Tuesday": "‘the Tuesday’ is not a date that can be read. Day first, for instance 4 May 2013.",
    "7 to 3 August 2013": "The end comes before the beginning. Check both dates.",
    "4 May 2013 25:10": "There is no such time. Check the hour and the minutes.",
    "c. 2012-2013 at 4pm": "A time can stand only with one certain day.",
    "04/31/2012": "There is no month 31. Check the date.",
    "0/5/2013": "May 2013 has 31 days. Check the day, or write ‘May 2013’ where it is not known.",
    "1/0/2013": "There is no month 0. Check the date.",
    "13/2013": "There is no month 13. Check the date.",
    "after 31/12/9999": "The years that can be used here are 1000 to 9999.",
    "winter 9999": "The years that can be used here are 1000 to 9999.",
    "between May 0500 and 2013": "The years that can be used here are 1000 to 9999.",
    "May 0000": "The years that can be used here are 1000 to 9999.",
    "": "There is no date here. Where it is not known, write ‘date unknown’.",
}


@pytest.mark.parametrize(("words", "expected"), WRITTEN.items())
def test_date_in_a_usual_form_is_read_and_keeps_its_words(words: str, expected: str) -> None:
    known = parse_known(words)
    assert known == KnownDate(expected, " ".join(words.split()))


@pytest.mark.parametrize(("words", "sentence"), REFUSED.items())
def test_date_that_cannot_be_is_refused_with_a_plain_sentence(words: str, sentence: str) -> None:
    with pytest.raises(BadDateError) as refused:
        parse_known(words)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("paste", ["about " * 33_000, "x" * 200_000, "? " * 100_000, "2013 or " * 30_000])
def test_pasted_page_is_refused_at_once_and_not_quoted_whole(paste: str) -> None:
    with pytest.raises(BadDateError) as refused:
        parse_known(paste)
    assert len(refused.value.sentence) < 120
    with pytest.raises(BadDateError) as refused:
        parse_time(paste)
    assert len(refused.value.sentence) < 120


def test_figures_of_another_script_are_the_same_figures() -> None:
    assert parse_known("٢٠١٣").edtf == "2013"
    assert parse_known("４ May 2013").edtf == "2013-05-04"


def test_weekday_that_does_not_fit_is_pointed_out() -> None:
    assert read_date("Thu 6 Nov 2013").notes == ("6 November 2013 was a Wednesday, not a Thursday.",)
    assert read_date("Wed 6 Nov 2013").notes == ()
    assert read_date("week commencing Mon 5/5/13").notes == ("5 May 2013 was a Sunday, not a Monday.",)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("4 May 2013 midnight", "Midnight is read as the beginning of the day. For its end write 24:00."),
        ("4 May 2013 at 4", "The time is read as 04:00, by the 24-hour clock."),
        ("04/05/2013 00:00:00", "A time of 00:00:00 is taken for none."),
        ("4 May 2013 (2 visits)", "Words beside the date are kept with it and not read."),
        ("4 Febuary 2013", "Letters were put right: it is read as ‘4 february 2013’."),
        ("28 Dec – 3 Jan 2013", "The beginning is taken to be in 2012."),
        ("2011-12", "It is read as a month. For two years write them both in full."),
        ("4 May 1066", "The year is 1066. Check it."),
    ],
)
def test_what_was_assumed_is_pointed_out(words: str, note: str) -> None:
    assert read_date(words).notes == (note,)


def test_one_certain_day_is_asked_for_where_a_month_is_given() -> None:
    assert parse_day("4.5.2013") == dt.date(2013, 5, 4)
    with pytest.raises(BadDateError):
        parse_day("May 2013")


def test_cell_of_the_chronology_never_prints_what_was_assumed_for_sorting() -> None:
    assert parse_known("early May 2013").as_cell() == "early May 2013"
    assert parse_known("22.6.2018").as_cell() == "22/06/2018"
    assert parse_known("?9/5/2016").as_cell() == "?09/05/2016"


def test_order_is_by_earliest_day_then_time_and_undated_first() -> None:
    words = ["5 May 2013", "date unknown", "May 2013", "5 May 2013 09:00", "before 1 January 2013"]
    ordered = sorted((parse_known(each) for each in words), key=lambda known: known.order)
    assert [known.words for known in ordered] == [
        "date unknown",
        "before 1 January 2013",
        "May 2013",
        "5 May 2013",
        "5 May 2013 09:00",
    ]


def test_time_by_itself_is_read() -> None:
    assert [parse_time(each) for each in ("16:15", "4.15 p.m.", "1015 hrs", "midnight", "")] == [
        "16:15",
        "16:15",
        "10:15",
        "00:00",
        "",
    ]


@given(
    st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31)), st.sampled_from(["/", ".", "-", " / "])
)
def test_day_first_numbers_always_read_as_that_day(day: dt.date, mark: str) -> None:
    for year in (f"{day.year}", f"{day.year % 100:02d}"):
        assert parse_known(f"{day.day}{mark}{day.month}{mark}{year}").edtf == day.isoformat()


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_words_of_a_day_read_back_as_the_same_day(day: dt.date) -> None:
    assert parse_known(day_in_words(day)).edtf == day.isoformat()


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        known = parse_known(text)
    except BadDateError as refused:
        assert refused.sentence.endswith((".", "?"))  # noqa: PT017
    else:
        first, last = bounds(known.edtf)
        assert first is None or last is None or first <= last
        assert known.in_words()


@given(st.integers(1, 31), st.integers(13, 99), st.integers(1950, 2049))
def test_impossible_month_is_never_turned_round(day: int, month: int, year: int) -> None:
    with pytest.raises(BadDateError):
        parse_known(f"{day}/{month}/{year}")


_QUALIFIED = st.builds(
    lambda day, cut, sign: day.isoformat()[:cut] + sign,
    st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~", "%"]),
)


@given(_QUALIFIED)
def test_bounds_agree_with_an_independent_reader_of_edtf(form: str) -> None:
    theirs = edtf.parse_edtf(form)
    first, last = bounds(form)
    assert first is not None
    assert last is not None
    assert (first.year, first.month, first.day) == tuple(theirs.lower_strict()[:3])
    assert (last.year, last.month, last.day) == tuple(theirs.upper_strict()[:3])
