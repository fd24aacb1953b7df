"""Columns wide enough for their longest words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.export.word.widths import LANDSCAPE, PORTRAIT, column_widths, text_width


def test_width_of_text_is_that_of_arial() -> None:
    assert text_width("Mother", 10) == 20 * (833 + 556 + 278 + 556 + 556 + 333) * 10 / 1000
    assert text_width("m", 10) > text_width("i", 10)
    assert text_width("a", 10, bold=True) > text_width("a", 10)


def test_columns_keep_a_date_on_one_line_and_share_the_rest_by_weight() -> None:
    widths = column_widths(["Date", "What", "Why"], [1, 4, 2], [("22 Jun 2018", "a", "b")], 10, PORTRAIT)
    assert sum(widths) == PORTRAIT
    assert widths[0] >= text_width("22 Jun 2018", 10) + 170
    assert widths[1] > widths[2]


def test_columns_break_phrases_before_words() -> None:
    widths = column_widths(["Head"] * 8, [1] * 8, [("22 Sep 2018",) * 8], 9.5, PORTRAIT)
    assert sum(widths) == PORTRAIT
    assert all(text_width("2018", 9.5) + 170 < width < text_width("22 Sep 2018", 9.5) + 170 for width in widths)


@given(
    st.lists(st.tuples(st.text(max_size=60), st.floats(0.1, 50)), min_size=1, max_size=17),
    st.integers(0, 3),
    st.sampled_from([PORTRAIT, LANDSCAPE]),
)
def test_columns_of_any_table_fill_the_width(columns: list[tuple[str, float]], rows: int, total: int) -> None:
    headings = [heading for heading, _ in columns]
    widths = column_widths(headings, [weight for _, weight in columns], [tuple(headings)] * rows, 10, total)
    assert sum(widths) == total
    assert min(widths) > 0
