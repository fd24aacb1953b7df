"""Tables that stand side by side on one sheet under the same headings: ‘Date, Event, Date, Event’."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from imr_desk.intake.days import looks_like_day
from imr_desk.intake.grid import Cell, Grid, Merge, Row, cell_words, column_letter
from imr_desk.intake.headings import bare, fits
from imr_desk.intake.lines import span_in

_LOOK_AT, _LONGEST, _SURE = 150, 80, 5
"""Rows in which headings are looked for; how long a heading is; how well one of dates or events must be known."""


def side_by_side(grid: Grid) -> tuple[Grid, ...]:
    """The grid, or one for each of its tables; cells keep their places, since those of the others are empty in it."""
    for at, row in enumerate(grid.rows[:_LOOK_AT]):
        if starts := _starts(row):
            ends = [*starts[1:], max(grid.width, len(row))]
            return tuple(_cut(grid, at, starts[0], left, right) for left, right in zip(starts, ends, strict=True))
    return (grid,)


def _starts(row: Row) -> list[int]:
    """The first column of each table, where the headings come again; nothing where there is one table."""
    words = [cell_words(cell) for cell in row]
    heads = [bare(each) for each in words]
    again = (
        at for at, each in enumerate(heads) if each and (at == _first(heads) or fits(each).get("date", 0) >= _SURE)
    )
    first = next((at for at in again if heads.count(heads[at]) > 1), -1)
    if first < 0 or len(heads) < 4 or max(map(len, words)) > _LONGEST or any(map(looks_like_day, words)):
        return []
    starts = [at for at, each in enumerate(heads) if each == heads[first]]
    told = [_told(heads[left:right]) for left, right in pairwise([*starts, len(heads)])]
    return starts if all(told) and len(set(told)) == 1 else []


def _first(heads: Sequence[str]) -> int:
    return next((at for at, each in enumerate(heads) if each), -1)


def _told(heads: Sequence[str]) -> tuple[str, str] | None:
    """How dates and events are headed in a table; None where one of the two is not."""
    found: dict[str, str] = {}
    for head in heads:
        scores = fits(head) if head else {}
        best = max(scores, key=lambda name: scores[name], default="")
        if scores.get(best, 0) >= _SURE:
            found.setdefault(best, head)
    return (found["date"], found["event"]) if {"date", "event"} <= found.keys() else None


def _cut(grid: Grid, head: int, shared: int, left: int, right: int) -> Grid:
    """One of the tables, with the columns before the first. What stands over all stands over each: a title, a year."""
    title = grid.rows[head - 1][left:right] if head else ()
    across = {top for top, first, _, last in grid.merges if first < left or last >= right}

    def part(at: int) -> list[Cell]:
        row = list(grid.rows[at])
        said = [cell for cell in row if cell_words(cell)]
        over = len(said) == 1 and (at < head or (at in across and span_in(cell_words(said[0])) is not None))
        if over:
            return [*[""] * left, *said]
        own = row[left:right]
        before = row[:shared] if left == shared or any(map(cell_words, own)) else [""] * shared
        return [*before, *[""] * (left - len(before)), *own]

    within = (_within(merge, left, right) for merge in grid.merges)
    inside = {place for place in (*grid.errors, *grid.remarks, *grid.cut) if left <= place[1] < right}
    return replace(
        grid,
        rows=[part(at) for at in range(len(grid.rows))],
        merges=tuple(merge for merge in within if merge),
        errors={place: words for place, words in grid.errors.items() if place in inside},
        remarks={place: words for place, words in grid.remarks.items() if place in inside},
        cut=frozenset(grid.cut & inside),
        above=(*grid.above, *(words for cell in title if (words := cell_words(cell)))),
        column=column_letter(left),
    )


def _within(merge: Merge, left: int, right: int) -> Merge | None:
    """The part of merged cells that lies in a table."""
    top, first, bottom, last = merge
    first, last = max(first, left), min(last, right - 1)
    return (top, first, bottom, last) if first <= last and (top, first) != (bottom, last) else None
