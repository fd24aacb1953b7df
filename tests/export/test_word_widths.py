"""Columns wide enough for their longest words, and in a table of many columns so wide that its rows are low."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_sample import chronology_rows

from imr_desk.export.report import Column
from imr_desk.export.word.faces import CLOSE, PLAIN, SMALL, Face, face_of, text_width
from imr_desk.export.word.page import LANDSCAPE, PORTRAIT
from imr_desk.export.word.widths import column_widths

NARROW, WIDE = PORTRAIT.text_width, LANDSCAPE.text_width


def columns(*weights: float, headings: Sequence[str] = ()) -> list[Column]:
    return [Column(headings[at] if headings else "Head", weight) for at, weight in enumerate(weights)]


def fits(word: str, width: int, face: Face) -> bool:
    return text_width(word, face.points) + 2 * face.beside <= width


def test_width_of_text_is_that_of_arial() -> None:
    assert text_width("Mother", 10) == 20 * (833 + 556 + 278 + 556 + 556 + 333) * 10 / 1000
    assert text_width("m", 10) > text_width("i", 10)
    assert text_width("b", 10, bold=True) > text_width("b", 10)


def test_faces_of_more_columns_are_smaller_and_closer() -> None:
    assert face_of(3, landscape=False) == PLAIN
    assert [face_of(count, landscape=True) for count in (7, 10, 12)] == [SMALL, SMALL, CLOSE]
    assert CLOSE.points == SMALL.points == 9.5
    assert CLOSE.beside < SMALL.beside


def test_columns_keep_a_date_on_one_line_and_share_the_rest_by_weight() -> None:
    widths = column_widths(columns(1, 4, 2), [("22 Jun 2018", "a", "b")], PLAIN, NARROW)
    assert sum(widths) == NARROW
    assert fits("22 Jun 2018", widths[0], PLAIN)
    assert widths[1] > widths[2]


def test_columns_break_phrases_before_words() -> None:
    widths = column_widths(columns(*[1] * 8), [("22 Sep 2018",) * 8], SMALL, NARROW)
    assert sum(widths) == NARROW
    assert all(fits("2018", width, SMALL) and not fits("22 Sep 2018", width, SMALL) for width in widths)


@pytest.mark.parametrize("face", [PLAIN, CLOSE])
def test_column_of_weight_0_is_as_wide_as_its_longest_word_and_no_wider(face: Face) -> None:
    (width, rest) = column_widths(columns(0, 1), [("about the end of October", "A text.")], face, WIDE)
    longest = text_width("October", face.points) + 2 * face.beside
    assert longest <= width < longest + 60
    assert width + rest == WIDE


@pytest.mark.parametrize("face", [PLAIN, CLOSE])
def test_columns_have_room_for_a_long_word_in_a_single_row_of_thousands(face: Face) -> None:
    rows = [("a", "b c " * 30)] * 2001
    rows[1234] = ("acknowledgement", "b")
    widths = column_widths(columns(0, 1), rows, face, WIDE)
    assert fits("acknowledgement", widths[0], face)


def test_columns_may_break_a_word_after_its_hyphen_but_no_code() -> None:
    widths = column_widths(columns(0, 0, 1), [("cross-examination", "CE-12345", "x")], CLOSE, WIDE)
    assert fits("examination", widths[0], CLOSE)
    assert not fits("cross-examination", widths[0], CLOSE)
    assert fits("CE-12345", widths[1], CLOSE)


def test_columns_narrow_the_widest_where_words_do_not_fit_and_leave_the_others_whole() -> None:
    rows = [("01/02/2016", "x" * 40, "y" * 40, "z" * 40, "A text of a few words. " * 9)]
    widths = column_widths(columns(0, 0, 0, 0, 1), rows, CLOSE, NARROW)
    assert sum(widths) == NARROW
    assert fits("01/02/2016", widths[0], CLOSE)
    assert max(widths[1:4]) - min(widths[1:4]) < 5
    assert widths[4] > 0.1 * NARROW


def test_columns_of_a_close_table_bring_long_texts_to_the_same_height() -> None:
    rows = [("letters " * 60, "letters " * 20, "letters " * 20)] * 5
    widths = column_widths(columns(1, 1, 1), rows, CLOSE, WIDE)
    assert 2.7 < (widths[0] - 90) / (widths[1] - 90) < 3.3
    assert abs(widths[1] - widths[2]) < 10


def test_columns_of_a_close_table_without_text_go_by_their_weights() -> None:
    widths = column_widths(columns(1, 4, 2), [("", "", "")], CLOSE, WIDE)
    assert widths[0] < widths[2] < widths[1]


def test_chronology_gives_the_most_to_the_event_and_breaks_no_word() -> None:
    headings = (
        "Ref", "Date", "Time", "Source", "Case", "Concerns", "Event or contact", "Decision and by whom", "Basis",
        "Action and outcome", "Expected practice met?", "Comment",
    )  # fmt: skip
    rows = [row.cells for row in chronology_rows(40)]
    made = columns(0, 0, 0, 0, 0, 0, 4, 1.8, 1.5, 1.8, 0, 2.2, headings=headings)
    widths = column_widths(made, rows, CLOSE, WIDE)
    assert widths[6] > 1.5 * max(*widths[:6], *widths[7:])
    for at, width in enumerate(widths):
        words = {word for row in rows for word in row[at].split()}
        assert all(fits(word, width, CLOSE) for word in words)
        assert all(text_width(word, 9.5, bold=True) + 90 <= width for word in headings[at].split())


@given(
    st.lists(st.tuples(st.text(max_size=60), st.floats(0, 50)), min_size=1, max_size=17),
    st.integers(0, 3),
    st.sampled_from([PLAIN, SMALL, CLOSE]),
    st.sampled_from([NARROW, WIDE]),
)
def test_columns_of_any_table_fill_the_width(made: list[tuple[str, float]], rows: int, face: Face, total: int) -> None:
    cells = tuple(heading for heading, _ in made)
    widths = column_widths([Column(*each) for each in made], [cells] * rows, face, total)
    assert sum(widths) == total
    assert min(widths) > 0
