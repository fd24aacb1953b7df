"""Several tables under one another on one sheet, each with headings of its own: ‘Police’, and under it ‘Health’."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from imr_desk.intake.days import looks_like_day
from imr_desk.intake.grid import Grid, Row, cell_words
from imr_desk.intake.headings import bare, fits

_BEGIN = frozenset(("date", "when", "dydd", "time"))
"""How a heading begins that the first cells of a row of headings hold."""
_LOOK_AT, _SHORT, _LONGEST = 12, 40, 80


def parted(grid: Grid) -> tuple[Grid, ...]:
    """The grid, or one for each of its tables; rows keep their numbers, since those of the others are empty in it."""
    heads = [at for at, row in enumerate(grid.rows) if _may_head(row) and _heads(row)]
    starts = heads[:1]
    for at in heads[1:]:
        if _headings(grid.rows[at]) != _headings(grid.rows[starts[-1]]) and _has_days(grid.rows[starts[-1] + 1 : at]):
            starts.append(at)
    if len(starts) < 2:
        return (grid,)
    cuts = [0, *(_with_title(grid, at) for at in starts[1:]), len(grid.rows)]
    return tuple(_part(grid, first, end) for first, end in pairwise(cuts))


def _may_head(row: Row) -> bool:
    """Told at once for nearly every row."""
    return any(
        type(cell) is str and len(cell) < _SHORT and cell.lstrip()[:4].casefold() in _BEGIN for cell in row[:_LOOK_AT]
    )


def _heads(row: Row) -> bool:
    """Whether these are the headings of a chronology: dates and events among them, most of them known."""
    words = [each for cell in row if (each := cell_words(cell))]
    if len(words) < 3 or max(map(len, words)) > _LONGEST or any(map(looks_like_day, words)):
        return False
    found = [fits(each) for each in words]
    dates = [at for at, each in enumerate(found) if each.get("date", 0) >= 5]
    events = [at for at, each in enumerate(found) if each.get("event", 0) >= 6 or each.get("action", 0) >= 8]
    return bool(dates and events and set(dates + events) != set(dates)) and sum(map(bool, found)) * 2 > len(words)


def _headings(row: Row) -> tuple[str, ...]:
    return tuple(bare(words) for cell in row if (words := cell_words(cell)))


def _has_days(rows: Sequence[Row]) -> bool:
    return any(looks_like_day(cell) for row in rows for cell in row)


def _with_title(grid: Grid, at: int) -> int:
    """The first of the rows just above headings that are their title: one cell each, and no date."""
    while at > 0:
        said = [cell for cell in grid.rows[at - 1] if cell_words(cell)]
        if len(said) != 1 or looks_like_day(said[0]):
            return at
        at -= 1
    return at


def _part(grid: Grid, first: int, end: int) -> Grid:
    rows = [row if first <= at < end else () for at, row in enumerate(grid.rows[:end])]
    errors = {place: words for place, words in grid.errors.items() if first <= place[0] < end}
    merges = tuple(merge for merge in grid.merges if first <= merge[0] < end)
    return replace(grid, rows=rows, errors=errors, merges=merges)
