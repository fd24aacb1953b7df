"""What comes in is made fit for its field or refused in words; what is kept can always be read, ordered and printed."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from imr_desk.errors import BadInputError
from imr_desk.review.catalogue import field_of
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Values
from imr_desk.review.values import Noted, checked, from_plain, to_plain

DATE = field_of("entry", "date")
DAY = field_of("decision", "decided_on")
FACTORS = field_of("participation", "factors")


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "2013-13",
        "2013-02-30",
        "9999-24",
        "0000",
        "../..",
        "[2013/2014]",
        "[XXXX,2013]",
        "XXXX/2013",
        "2013-05-04T24:15:00",
        "2013-05-04T16:15:00/2013-05-04T15:00:00",
        "2013-05-04T16:15:00/..",
        "[2013-05-04T16:15:00,2014]",
        "{2013,",
        "2013-05-04T16:15:00/2014",
        "2014/2013",
        "٢٠١٣",
        "2013\n",
    ],
)
def test_date_in_a_form_that_could_not_be_printed_is_refused(edtf: str) -> None:
    with pytest.raises(BadInputError):
        checked(DATE, KnownDate(edtf, "as typed"), Noted())


def test_words_of_a_date_are_one_line_of_usual_length() -> None:
    with pytest.raises(BadInputError):
        checked(DATE, KnownDate("2013", "w" * 200_000), Noted())
    assert checked(DATE, KnownDate("2013", " in\n2013\ud800"), Noted()) == KnownDate("2013", "in 2013")


@pytest.mark.parametrize("day", ["0999-12-31", "1000-01-01", "2012-02-29", "9999-12-31", dt.date(2012, 2, 29)])
def test_day_within_the_calendar_is_kept_as_iso(day: object) -> None:
    assert checked(DAY, day, Noted()) == str(day)


@pytest.mark.parametrize(
    "day", ["2013-02-29", "10000-01-01", "4 May 2013", dt.datetime(2013, 5, 4, 3), dt.time(3), 20130504, 1.5]
)
def test_what_is_no_day_is_refused(day: object) -> None:
    with pytest.raises(BadInputError):
        checked(DAY, day, Noted())


@pytest.mark.parametrize("rows", [[{"factor": "a"}], ({"factor": "a"},), [Values({"factor": "a"})]])
def test_rows_in_any_form_that_is_taken_have_the_same_json(rows: object) -> None:
    kept = checked(FACTORS, rows, Noted())
    plain = json.loads(json.dumps(to_plain(rows)))
    assert to_plain(kept) == plain == [{"factor": "a"}]
    assert from_plain(FACTORS, plain) == kept


@pytest.mark.parametrize("rows", ["abc", ["abc"], [{"other": "a"}], [{1: "a"}], [[1]], {"factor": "a"}, {"a"}])
def test_what_is_no_row_is_refused(rows: object) -> None:
    with pytest.raises(BadInputError):
        checked(FACTORS, rows, Noted())


def test_repr_of_a_date_shows_no_words() -> None:
    assert "typed" not in repr(KnownDate("2013", "typed by hand"))
