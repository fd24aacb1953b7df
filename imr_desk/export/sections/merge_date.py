"""Dates as merge tools take them: at most one in a cell, with a question mark before one that is not certain (R-078).

Where a date is not one day, the cell holds as much of it as can be sorted (month or year), and the words for it stand
before the event. A period has its end in a cell of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from imr_desk.export.sections.parts import short_months
from imr_desk.review.known_date import KnownDate

_ONE = re.compile(r"(\d{3}[\dX])(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:]+)?([?~%]?)", re.ASCII)
_ONE_OF = re.compile(r"[,\[\]{}]")
_ENDLESS = ".."


class MergeDate(NamedTuple):
    """A date in a merge table: the cells of its beginning and its end, and words where they do not say all of it."""

    start: str
    end: str = ""
    words: str = ""


def merge_date(known: KnownDate | None) -> MergeDate:
    """The cells for a date as known; empty where nothing of it can be sorted."""
    if known is None:
        return MergeDate("")
    if known.exact or known.one_unsure_day:
        return MergeDate(known.as_cell())
    said = known.words or known.in_words()
    if known.edtf[:1] in "[{":
        first = next(part for part in _ONE_OF.split(known.edtf) if part)
        return MergeDate(_unsure(_cell(first)), words=said)
    start, slash, end = known.edtf.partition("/")
    if not slash:
        cell = _cell(start)
        return MergeDate(cell, words="" if cell.removeprefix("?") == said else said)
    if _ENDLESS in (start, end):
        return MergeDate(_unsure(_cell(end if start == _ENDLESS else start)), words=said)
    return MergeDate(_cell(start), _cell(end), said)


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


def _unsure(cell: str) -> str:
    return f"?{cell}" if cell and not cell.startswith("?") else cell
