"""Columns that hold a part of the date: years, months, days of months; and those that say when something ended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, MutableMapping, Sequence

from imr_desk.intake.column_words import cells_under
from imr_desk.intake.days import Day, read_day
from imr_desk.intake.grid import Cell, Grid, cell_words
from imr_desk.intake.headings import MONTH, YEAR, bare

_BEGINS = re.compile(r"\b(?:open\w*|start\w*|from|admi\w+|arriv\w+|referr\w+|begin\w*|beg[au]n|attend\w*)\b")
_CLOSES = re.compile(r"\b(?:closed|discharged?|completed)\b")
_DAYS_BESIDE_YEARS = ("day", "date", "dd", "day of month", "day month", "day and month", "date and month", "dd mm")
_YEAR_SAID = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_AGO = 1901
_SURE = 5
"""How well the heading of a column of dates is known that no other column takes the place of."""
Fields = MutableMapping[int, tuple[str, int]]
"""For each column its field, and how well its heading fits."""


def without_closing(fields: Fields, headings: Sequence[str], said: Mapping[str, str]) -> None:
    """‘Date closed’ ends what began with ‘Date opened’; beside any other date it is a fact of its own."""
    dates = [headings[at] for at, (name, _) in fields.items() if name == "date"]
    if "end_date" in said or any(_BEGINS.search(bare(each)) for each in dates):
        return
    for at in [at for at, (name, _) in fields.items() if name == "end_date" and _CLOSES.search(bare(headings[at]))]:
        del fields[at]


def with_days_of_months(fields: Fields, grid: Grid, first: int, headings: Sequence[str]) -> None:
    """Where year and month have columns of their own, the days are the dates; else the months, or years.

    A column of months that says the year too, ‘March 2012’, counts as one of years.
    """
    by_field = {name: at for at, (name, _) in fields.items()}
    if YEAR not in by_field and MONTH in by_field and _names_year(grid, by_field[MONTH], first):
        by_field[YEAR] = by_field.pop(MONTH)
        fields[by_field[YEAR]] = YEAR, 5
    if YEAR not in by_field or "date" in by_field:
        return
    day = next((at for at, each in enumerate(headings) if bare(each) in _DAYS_BESIDE_YEARS), -1)
    fields[day if day >= 0 else by_field.get(MONTH, by_field[YEAR])] = "date", 5


def with_moments(fields: Fields, grid: Grid, first: int, said: Mapping[str, str]) -> None:
    """Times of which each stands with its day, ‘Event time’ over ‘1/2/2014 22:15’, are the dates before ‘Created’."""
    by_field = {name: at for at, (name, _) in fields.items()}
    known = fields.get(by_field.get("date", -1), ("", 0))[1]
    if "time" not in by_field or {"time", "date"} & said.keys() or known >= _SURE:
        return
    cells = cells_under(grid, by_field["time"], first)
    if cells and all(map(_is_moment, cells)):
        fields.pop(by_field.get("date", -1), None)
        fields[by_field["time"]] = "date", 10


def _is_moment(cell: Cell) -> bool:
    """Whether it says a day and a time; databases write a day long ago before a time which has none."""
    if isinstance(cell, dt.datetime):
        return cell.year > _LONG_AGO
    day = read_day(cell) if isinstance(cell, str) else Day()
    return len(day.edtf) == len("2014-02-01") and int(day.edtf[:4]) > _LONG_AGO and bool(day.time)


def _names_year(grid: Grid, at: int, first: int) -> bool:
    return any(_YEAR_SAID.search(cell_words(cell)) for cell in cells_under(grid, at, first)[:1])
