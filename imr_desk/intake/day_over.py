"""A table with times and events and no dates, because the day stands over it: in a line above, on top, as its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from imr_desk.intake.days import Day, looks_like_day, read_day
from imr_desk.intake.grid import Cell, Grid, cell_words
from imr_desk.intake.headings import fits
from imr_desk.review.known_date import KnownDate

_LOOK_AT, _LONGEST, _SURE, _FEWEST = 12, 60, 5, 2


def with_day(grid: Grid) -> Grid:
    """The grid with the day that stands over it as a further column ‘Date’; the grid itself where none is wanted."""
    head = _head(grid)
    day = next(_days(grid, head), "") if head >= 0 else ""
    if not day:
        return grid
    wide = grid.width

    def widened(at: int) -> list[Cell]:
        row = list(grid.rows[at])
        if at < head or not any(map(cell_words, row)):
            return row
        return [*row, *[""] * (wide - len(row)), "Date" if at == head else day]

    return replace(grid, rows=[widened(at) for at in range(len(grid.rows))])


def _head(grid: Grid) -> int:
    """The row of the headings, with times and events among them and no dates; -1 where there is none."""
    for at, row in enumerate(grid.rows[:_LOOK_AT]):
        words = [each for cell in row if (each := cell_words(cell))]
        if len(words) < _FEWEST or any(map(looks_like_day, words)):
            continue
        found = [fits(each) for each in words if len(each) <= _LONGEST]
        if any(each.get("date", 0) > 1 for each in found):
            return -1
        known = {max(each, key=lambda name: each[name]) for each in found if max(each.values(), default=0) >= _SURE}
        if {"time", "event"} <= known:
            return at
    return -1


def _days(grid: Grid, head: int) -> Iterator[str]:
    """What stands over a table and is a day, the nearest first, and the name of a sheet."""
    for row in reversed(grid.rows[:head]):
        words = [each for cell in row if (each := cell_words(cell))]
        if 1 <= len(words) <= 2 and _is_day(words[-1]):
            yield words[-1]
    for line in reversed((grid.name, *grid.above)):
        if _is_day(line):
            yield line


def _is_day(words: str) -> bool:
    day = read_day(words) if len(words) <= _LONGEST else Day()
    return bool(day.edtf) and not day.time and KnownDate(day.edtf).exact and len(day.edtf) == len("2013-05-04")
