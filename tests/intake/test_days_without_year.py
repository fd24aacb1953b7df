"""Dates whose year stands elsewhere, as people write them in the cells of a table."""

from __future__ import annotations

import pytest

from imr_desk.intake.days import Span, looks_like_day, read_day_in


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("3rd Jan, 09.30", "2013-01-03T09:30:00"),
        ("3 Jan 0930hrs", "2013-01-03T09:30:00"),
        ("Jan 4th", "2013-01-04"),
        ("Mon 4 March 10:15", "2013-03-04T10:15:00"),
        ("14/2 - 16/2", "2013-02-14/2013-02-16"),
        ("14/2-16/2", "2013-02-14/2013-02-16"),
        ("16/2 (pm)", "2013-02-16"),
        ("16/2 10.30am", "2013-02-16T10:30:00"),
        ("16 / 2", "2013-02-16"),
        ("w/c 9 Jan", "2013-01-09/2013-01-15"),
        ("3 Jan - 5 Feb", "2013-01-03/2013-02-05"),
        ("12-14 March", "2013-03-12/2013-03-14"),
        ("3 Jan 12", "2012-01-03"),
        ("3rd Jan, '12", "2012-01-03"),
    ],
)
def test_date_without_its_year_takes_it_from_what_stands_above(words: str, kept: str) -> None:
    assert read_day_in(words, Span(2013)).kept == kept
    assert looks_like_day(words)


@pytest.mark.parametrize("words", ["Ward 4/5", "MG3 p4", "Section 47", "Mr May 4", "3 Marchmont Road", "10.30", "Q1"])
def test_words_with_figures_are_no_column_of_dates(words: str) -> None:
    assert not looks_like_day(words)
    assert not read_day_in(words, Span(2013)).kept
