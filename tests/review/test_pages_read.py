"""Pages of a record that were read are kept as people write them."""

from __future__ import annotations

import pytest
from factories import record, review
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.pages_read import (
    as_text,
    first_unread,
    pages_in,
    pages_in_words,
    unread_of,
    unread_records,
    with_pages,
)

PAGES = st.sets(st.integers(1, 60), max_size=30)


@given(PAGES)
def test_pages_written_are_the_pages_read_again(pages: set[int]) -> None:
    assert pages_in(as_text(pages)) == pages


@given(PAGES, PAGES)
def test_pages_added_leave_those_before(before: set[int], more: set[int]) -> None:
    assert pages_in(with_pages(as_text(before), more)) == before | more


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    pages_in(text)
    assert 7 in pages_in(with_pages(text, [7]))


def test_words_that_are_no_pages_stay() -> None:
    assert with_pages("1-3, cover sheet, 5", [4]) == "1-5, cover sheet"


@pytest.mark.parametrize(
    ("text", "pages"),
    [("1-3, 5", {1, 2, 3, 5}), ("4–6", {4, 5, 6}), (" 7 ", {7}), ("9-2", set()), ("0", set()), ("999999", set())],
)
def test_pages_are_read_from_a_text(text: str, pages: set[int]) -> None:
    assert pages_in(text) == pages


def test_what_was_not_read_goes_up_to_the_last_page_there_is() -> None:
    counted = record("record", "REC-01", pages=6, pages_read="1-2", pages_nothing="4")
    assert unread_of(counted) == (3, 5, 6)
    assert first_unread(counted) == 3
    uncounted = record("record", "REC-02", pages_read="1, 4")
    assert unread_of(uncounted) == (2, 3)
    assert first_unread(record("record", "REC-03")) == 1
    assert first_unread(record("record", "REC-04", pages_read="1-3")) == 4
    assert first_unread(record("record", "REC-05", pages=3, pages_read="1-3")) == 3


def test_records_that_nobody_read_are_named_but_not_those_that_are_gone_or_have_a_reason() -> None:
    now = review(
        record("record", "REC-01", description="A"),
        record("record", "REC-02", description="B", examined_on="2014-01-02"),
        record("record", "REC-03", description="C", status="destroyed"),
        record("record", "REC-04", description="D", not_examined_reason="Sealed by the court."),
    )
    assert [each.id for each in unread_records(now)] == ["REC-01"]


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ((), ""),
        ((3,), "page 3"),
        ((3, 4), "pages 3–4"),
        ((3, 7, 8), "pages 3 and 7–8"),
        ((1, 3, 5), "pages 1, 3 and 5"),
    ],
)
def test_pages_are_said_in_words(pages: tuple[int, ...], words: str) -> None:
    assert pages_in_words(pages) == words
