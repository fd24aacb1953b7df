"""Most rows of a table are made in one stroke; they say the same as those that are made cell by cell."""

from __future__ import annotations

import pytest

from imr_desk.export.word.faces import RULED, text_width
from imr_desk.export.word.grid import Grid

WIDTHS = (1500, 2500, 5000)


def same(words: str) -> str:
    return words


@pytest.mark.parametrize(
    "cells",
    [
        ("CE-1", "4 May 2013", "The papers were read."),
        ("CE-1", "", "The papers were read."),
        ("", "", ""),
        (" ", "50 % of it", "%s"),
        ("<w:p>", "R & D", 'He said "no" — it’s > 3 µg'),
        ("CE-1", "hidden\x0bsign", "a\ttab"),
        ("CE-1", "two\nlines", "one"),
        ("CE-1", "short", "long " * 300),
        ("CE-1", "short", "endless " * 600),
    ],
)
def test_row_is_the_same_whether_made_in_one_stroke_or_cell_by_cell(cells: tuple[str, str, str]) -> None:
    grid = Grid(WIDTHS, RULED)
    assert grid.row(cells) == grid.row(cells, mark=same)
    assert grid.row(cells) == Grid(WIDTHS, RULED).row(cells)


@pytest.mark.parametrize("cells", [("one", "two"), ("one", "two", "three", "four")])
def test_row_of_another_number_of_cells_is_refused(cells: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="argument"):
        Grid(WIDTHS, RULED).row(cells)


def test_letters_beyond_ascii_are_measured_beside_those_of_ascii() -> None:
    assert text_width("no – it", 10) == pytest.approx(text_width("no  it", 10) + 600 * 10 / 50)
    assert text_width("W", 10, bold=True) == 944 * 10 / 50
