"""The chronology as merge tools take it: one plain table, one event a row, at most one date in a cell (R-078).

Headings and columns are the board’s. Where a date is not one day, the cell holds as much of it as can be sorted (month
or year, with a question mark where it is not certain), and the words for it stand before the event. A period has its
end in a column of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from imr_desk.export.report import Row
from imr_desk.export.sections.chronology import cells_of, columns_of
from imr_desk.export.sections.columns import ColumnSet
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, joined, short_months, table
from imr_desk.i18n import tr
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record

_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:]+)?([?~%]?)", re.ASCII)
_ONE_OF = re.compile(r"[,\[\]]")
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
    if known.exact or (len(known.edtf) == 11 and known.edtf[-1] in "?~%"):
        return MergeDate(known.as_cell())
    said = known.words or known.in_words()
    if known.edtf.startswith("["):
        first = next(part for part in _ONE_OF.split(known.edtf) if part)
        return MergeDate(_unsure(_cell(first)), words=said)
    start, slash, end = known.edtf.partition("/")
    if not slash:
        cell = _cell(start)
        return MergeDate(cell, words="" if cell.removeprefix("?") == said else said)
    if _ENDLESS in (start, end):
        return MergeDate(_unsure(_cell(end if start == _ENDLESS else start)), words=said)
    return MergeDate(_cell(start), _cell(end), said)


def merge_table(content: Content) -> Parts:
    """The table, or nothing where there is no entry."""
    chosen = columns_of(content)
    dates = {entry.id: merge_date(entry.known("date")) for entry in content.review.all("entry")}
    with_end = any(date.end for date in dates.values())
    fillers = cells_of(content)

    def cell(name: str, entry: Record) -> str:
        date = dates[entry.id]
        if name in ("date", "end"):
            return date.start if name == "date" else date.end
        said = fillers[name](entry)
        if name != "event" or not date.words:
            return said
        return joined(tr("Date as known: {date}.").format(date=date.words.rstrip(".")), said, by=" ")

    names = _names(chosen, with_end=with_end)
    columns = [(tr("End date"), 0.0) if name == "end" else dict(_by_name(chosen))[name] for name in names]
    rows = (Row(tuple(cell(name, entry) for name in names)) for entry in content.review.all("entry"))
    return table(tr("Chronology"), tr("One row for each event."), columns, rows)


def _names(chosen: ColumnSet, *, with_end: bool) -> list[str]:
    """The words for what fills each column, with the end of a period after the last that orders the rows."""
    names = list(chosen.cells)
    if with_end:
        names.insert(max(names.index(name) for name in ("date", "time") if name in names) + 1, "end")
    return names


def _by_name(chosen: ColumnSet) -> list[tuple[str, tuple[str, float]]]:
    return list(zip(chosen.cells, chosen.columns, strict=True))


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
