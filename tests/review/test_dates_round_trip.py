"""Whatever is read can be kept, put in words and read again; and an independent reader of EDTF agrees where it can."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.errors import BadDateError
from imr_desk.review.catalogue import field_of
from imr_desk.review.date_seasons import easter
from imr_desk.review.dates import parse_known, read_date
from imr_desk.review.known_date import KnownDate, bounds, day_in_words
from imr_desk.review.values import Noted, checked

TABLE = tomllib.loads((Path(__file__).parent / "dates_as_written.toml").read_text(encoding="utf-8"))
FORMS = sorted({form for part in TABLE.values() for form in part.values()})
DATE = field_of("entry", "date")
DAYS = st.dates(min_value=dt.date(1901, 1, 1), max_value=dt.date(2099, 12, 31))
TIMES = st.times().map(lambda time: f"{time:%H:%M}")
LEVEL_TWO = re.compile(r"[{\[X]")


@pytest.mark.parametrize("form", FORMS)
def test_form_that_is_read_can_be_kept_and_its_words_read_back_as_the_same(form: str) -> None:
    known = KnownDate(form, "as typed")
    assert checked(DATE, known, Noted()) == known
    again = parse_known(known.in_words())
    assert (again.earliest, again.latest, again.time) == (known.earliest, known.latest, known.time)
    assert parse_known(form).edtf == form


@pytest.mark.parametrize("form", [form for form in FORMS if form != "XXXX"])
def test_standard_form_is_read_by_an_independent_reader_of_edtf(form: str) -> None:
    standard = KnownDate(form).standard
    theirs = edtf.parse_edtf(standard)
    assert str(theirs).replace(", ", ",") == standard
    if LEVEL_TWO.search(standard) or ".." in standard or "T" in standard or "-2" in standard[4:6]:
        return  # its bounds are of other kinds there, or leave out the time
    first, last = bounds(standard)
    assert first is not None
    assert last is not None
    assert (first.year, first.month, first.day) == tuple(theirs.lower_strict()[:3])
    assert (last.year, last.month, last.day) == tuple(theirs.upper_strict()[:3])


@given(DAYS, DAYS)
def test_range_is_the_same_however_much_of_its_beginning_is_written(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    if first == last:
        return
    whole = f"{first}/{last}"
    end = day_in_words(last)
    assert parse_known(f"{day_in_words(first)} to {end}").edtf == whole
    assert parse_known(f"between {first:%d/%m/%Y} and {last:%d/%m/%Y}").edtf == whole
    assert (
        parse_known(f"{first:%d.%m.%y}-{last:%d.%m.%y}").edtf == whole if 1950 <= first.year <= last.year < 2050 else 1
    )
    if first.year == last.year:
        assert parse_known(f"{first.day} {first:%b} – {end}").edtf == whole
    if (first.year, first.month) == (last.year, last.month):
        assert parse_known(f"{first.day}-{end}").edtf == whole
        assert parse_known(f"{first.day}-{last:%d/%m/%Y}").edtf == whole


@given(DAYS, TIMES)
def test_day_with_its_time_is_read_from_either_side(day: dt.date, time: str) -> None:
    expected = f"{day}T{time}:00"
    for words in (
        f"{day:%d/%m/%Y} {time}",
        f"{time} on {day_in_words(day)}",
        f"{day:%a} {day_in_words(day)}, {time.replace(':', '')} hrs",
        f"{day} {time}",
    ):
        reading = read_date(words)
        assert reading.known.edtf == expected
        assert (reading.known.time, reading.known.exact) == (time, True)


@given(DAYS, st.integers(0, 6))
def test_weekday_is_pointed_out_exactly_where_it_does_not_fit(day: dt.date, at: int) -> None:
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    notes = read_date(f"{names[at]} {day_in_words(day)}").notes
    assert bool(notes) == (day.weekday() != at)


@given(DAYS, st.integers(1, 28), st.integers(13, 99))
def test_number_that_is_no_month_is_an_error_and_its_suggestion_is_only_offered(
    day: dt.date, first: int, month: int
) -> None:
    with pytest.raises(BadDateError) as refused:
        parse_known(f"{first}/{month}/{day.year}")
    for suggestion in refused.value.suggestions:
        parse_known(suggestion)


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31)))
def test_day_without_a_time_comes_before_the_same_day_with_one(day: dt.date) -> None:
    words = [f"{day} 16:15", f"{day}", f"{day} 09:00", f"{day} 24:00", f"{day} between 2 and 3pm"]
    ordered = sorted((parse_known(each) for each in words), key=lambda known: known.order)
    assert [known.time for known in ordered] == ["", "09:00", "14:00", "16:15", "24:00"]


@given(st.lists(st.sampled_from(sorted({w for part in TABLE.values() for x in part for w in x.split()})), max_size=7))
def test_words_of_dates_in_any_order_are_read_or_refused_and_never_impossible(words: list[str]) -> None:
    try:
        known = parse_known(" ".join(words))
    except BadDateError as refused:
        assert refused.sentence.endswith((".", "?"))  # noqa: PT017
    else:
        assert checked(DATE, known, Noted()) is not None
        assert known.in_words()
        assert known.as_cell()


def test_easter_falls_on_the_days_that_almanacs_give() -> None:
    assert [str(easter(year)) for year in (1954, 2000, 2008, 2011, 2013, 2024, 2038)] == [
        "1954-04-18",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2013-03-31",
        "2024-03-31",
        "2038-04-25",
    ]


@pytest.mark.parametrize(
    ("words", "cell", "time"),
    [
        ("6 Nov 2013 16:15", "06/11/2013", "16:15"),
        ("6 Nov 2013 about 4pm", "06/11/2013", "?16:00"),
        ("6 Nov 2013 between 2 and 3pm", "06/11/2013", "14:00 to 15:00"),
        ("6 Nov 2013 after 4pm", "06/11/2013", "from 16:00"),
        ("6 Nov 2013 before 4pm", "06/11/2013", "until 16:00"),
        ("6 Nov 2013 24:00", "06/11/2013", "24:00"),
        ("22:00-06:00 on 6 Nov 2013", "22:00-06:00 on 6 Nov 2013", ""),
        ("?6 Nov 2013", "?06/11/2013", ""),
        ("c. 2012-2013", "c. 2012-2013", ""),
        ("?2012 - 2013", "?2012 - 2013", ""),
        ("in the 1990s", "in the 1990s", ""),
    ],
)
def test_cells_of_date_and_time_hold_what_the_record_says(words: str, cell: str, time: str) -> None:
    known = parse_known(words)
    assert (known.as_cell(), known.time_cell()) == (cell, time)
