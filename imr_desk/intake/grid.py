"""A table as it stands in a file, before anybody knows what its columns mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Cell: TypeAlias = str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta
"""What a cell holds; "" where it is empty."""
Row: TypeAlias = Sequence[Cell]
Merge: TypeAlias = tuple[int, int, int, int]
"""Top, left, bottom and right of cells that were made one, counted from 0, all inclusive."""

MOST_ROWS = 100_000
"""Rows of one file. A chronology of more is not one that anybody wrote (R-072)."""
MOST_COLUMNS = 256
MOST_CELLS = 5_000_000
LONGEST_IN_EXCEL = 32_767
"""A cell of Excel holds no more characters: what was longer was cut when it was put there."""


@dataclass(frozen=True)
class Grid:
    """One sheet or table. `rows` begin with the first row of the sheet, so that numbers agree with what Excel shows.

    `above` are the words over a table of a document, the nearest last; `errors` the cells (row, column) that hold an
    error of a formula, as it is shown, or a formula (with its =) that was never worked out; `cut` those as long as a
    spreadsheet lets them be; `old_days` whether bare numbers count days from 1904; `places` where each row really stood
    (table and number), where that is not here; `remarks` what is hung on a cell; `column` the letter of the first
    column of a table that has another beside it.
    """

    name: str
    rows: Sequence[Row] = field(repr=False)
    merges: tuple[Merge, ...] = ()
    above: tuple[str, ...] = field(default=(), repr=False)
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False)
    hidden: bool = False
    old_days: bool = False
    places: Sequence[tuple[str, int]] = ()
    remarks: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False)
    cut: frozenset[tuple[int, int]] = frozenset()
    column: str = ""

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True)
class Book:
    """All tables of a file, and what has to be said of the file as a whole.

    `kind` is 'spreadsheet', 'separated', 'document' or 'pasted'. In a document a table can go on in the next; `lines`
    are its paragraphs outside the tables.
    """

    grids: tuple[Grid, ...]
    kind: str
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)


def column_letter(at: int) -> str:
    """The name of a column in a spreadsheet; 0 is A."""
    letters = ""
    while at >= 0:
        letters = chr(ord("A") + at % 26) + letters
        at = at // 26 - 1
    return letters


def column_number(letters: str) -> int:
    """The place of a column, counted from 0, by its name."""
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def number_words(value: float) -> str:
    """A number as it is written: 12 for 12.0."""
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else repr(value)


def cell_words(cell: Cell) -> str:
    """The words of a cell, without blanks at its ends."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return number_words(cell)
    if isinstance(cell, dt.datetime):
        return day_words(cell) if cell.time() == dt.time() else f"{day_words(cell)} {clock_words(cell.time())}"
    if isinstance(cell, dt.date):
        return day_words(cell)
    if isinstance(cell, dt.time):
        return clock_words(cell)
    minutes, seconds = divmod(round(cell.total_seconds()), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")


def day_words(day: dt.date) -> str:
    """A day as it stands in a chronology."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def clock_words(time: dt.time) -> str:
    """A time of day with its seconds where there are any; what a fraction of a day lost in a spreadsheet is mended."""
    micro = (time.hour * 3600 + time.minute * 60 + time.second) * 1_000_000 + time.microsecond
    seconds = min(round(micro / 1_000_000), 86_399)
    words = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    return words if seconds % 60 == 0 else f"{words}:{seconds % 60:02d}"
