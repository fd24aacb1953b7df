"""What stands in a column of a grid, under its heading."""

from __future__ import annotations

from imr_desk.intake.grid import Cell, Grid, cell_words

EXAMPLES = 200
"""Rows that are looked at to tell what a column holds."""


def cells_under(grid: Grid, at: int, first: int) -> list[Cell]:
    """What stands in a column, of the first rows from `first`."""
    rows = grid.rows[first : first + EXAMPLES]
    return [row[at] for row in rows if len(row) > at and cell_words(row[at])]


def length(grid: Grid, at: int, first: int) -> float:
    """How long its texts are, on average; 0 where there are none."""
    cells = [cell for cell in cells_under(grid, at, first) if isinstance(cell, str)]
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def says_anything(grid: Grid, at: int, first: int) -> bool:
    """Whether anything stands in it at all."""
    return any(len(row) > at and cell_words(row[at]) for row in grid.rows[first:])
