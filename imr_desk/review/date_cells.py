"""A date in the cells of a table that has its beginning and its end apart, as merge tools take them (R-078).

At most one date in a cell, with a question mark before one that is not certain. Where a date is not one day, the cell
holds as much of it as can be sorted (month or year), and there are words that say all of it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from imr_desk.review.known_date import KnownDate, short_months, words_of

_ONE = re.compile(r"(\d{3}[\dX])(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:]+)?([?~%]?)", re.ASCII)
_ONE_OF = re.compile(r"[,\[\]{}]")
_ENDLESS = ".."
_DAY_BEGINS, _DAY_ENDS = "00:00", "24:00"


class DateCells(NamedTuple):
    """The cells of a beginning and an end, and words where they do not say all of it."""

    start: str
    end: str = ""
    words: str = ""


class TimeCells(NamedTuple):
    """The times of a beginning and an end, as HH:MM; ?HH:MM where they are not certain."""

    start: str = ""
    end: str = ""


def date_cells(known: KnownDate | None) -> DateCells:
    """The cells for a date as known; empty where nothing of it can be sorted."""
    if known is None:
        return DateCells("")
    if known.exact or known.one_unsure_day:
        return DateCells(known.as_cell())
    said = known.words or known.in_words()
    if known.edtf[:1] in "[{":
        first = _cell(next(part for part in _ONE_OF.split(known.edtf) if part))
        return DateCells(first if known.edtf[0] == "{" else _unsure(first), words=said)
    start, slash, end = known.edtf.partition("/")
    if not slash:
        cell = _cell(start)
        return DateCells(cell, words="" if cell.removeprefix("?") == said else said)
    if _ENDLESS in (start, end):
        return DateCells(
            _unsure(_cell(_bound(end if start == _ENDLESS else start, begins=end == _ENDLESS))), words=said
        )
    return DateCells(_cell(start), _cell(end), said)


def end_in_words(known: KnownDate | None) -> str:
    """The end of a period as it is read on screen, for instance ‘7 August 2013’; nothing where it has none."""
    return words_of(known.date_edtf.partition("/")[2]) if known is not None and date_cells(known).end else ""


def time_cells(known: KnownDate | None) -> TimeCells:
    """The times for a date as known. Where a whole day begins or ends it, no time is said."""
    if known is None or not known.time:
        return TimeCells()
    start, _, end = known.edtf.partition("/")
    times = [_time(part) for part in (start, end)]
    if end and start[:10] == end[:10]:  # until a time of one day, or from one
        edges = (_DAY_BEGINS, _DAY_ENDS)
        times = ["" if each.removeprefix("?") == edge else each for each, edge in zip(times, edges, strict=True)]
    return TimeCells(*times)


def _time(part: str) -> str:
    if part[10:11] != "T":
        return ""
    return _unsure(part[11:16]) if part[-1] in "?~%" else part[11:16]


def _cell(edtf: str) -> str:
    """One date as far as it can be sorted: a day, a month or a year; nothing for a date that is not known."""
    found = _ONE.fullmatch(edtf)
    if found is None:
        return ""
    year, month, day, doubt = found.groups()
    if day:
        cell = f"{day}/{month}/{year}"
    elif month and int(month) <= 12:
        cell = f"{short_months()[int(month) - 1]} {year}"
    else:
        cell, doubt = year, doubt or ("?" if month else "")
    return _unsure(cell) if doubt else cell


def _bound(edtf: str, *, begins: bool) -> str:
    """The bound of an open period as far as a cell says it.

    The first or last day of a month or year was reckoned, as a rule (‘since 2011’): then month or year stands for it.
    """
    found = _ONE.fullmatch(edtf)
    year, month, day, _ = found.groups() if found is not None else ("", "", "", "")
    if "T" in edtf or not (day and year.isdigit()):
        return edtf
    if int(day) != (1 if begins else monthrange(int(year), int(month))[1]):
        return edtf
    return year if int(month) == (1 if begins else 12) else f"{year}-{month}"


def _unsure(cell: str) -> str:
    return f"?{cell}" if cell and not cell.startswith("?") else cell
