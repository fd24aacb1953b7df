"""What fills the columns of dates and times, where the beginning and the end of a period stand apart and where not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from imr_desk.export.sections.parts import joined
from imr_desk.i18n import tr
from imr_desk.review.date_cells import date_cells, time_cells
from imr_desk.review.record import Record

Cell = Callable[[Record], str]
ENDS = ("end", "end_date")
"""The words for a column that holds the end of a period."""


def usual_dates() -> dict[str, Cell]:
    """A date as known and its time, each in one cell; the ends, for who asks for one of them."""
    return {"date": _as_known, "time": _time, **dict.fromkeys(ENDS, _end), "end_time": _end_time}


def dates_apart(usual: Mapping[str, Cell], words: Collection[str]) -> dict[str, Cell]:
    """Beginnings alone where the ends stand in columns of their own; `words` are those of all columns of the table.

    What the cells of a date cannot say stands before what happened; a table without that keeps dates whole.
    """
    made: dict[str, Cell] = {}
    if "event" in words and any(each in words for each in ENDS):
        made = starts_alone(usual["event"])
    if "end_time" in words:
        made["time"] = _start_time
    return made


def starts_alone(event: Cell) -> dict[str, Cell]:
    """The beginning of each date in its cell, and before what happened the words for one that its cells cannot say."""

    def with_words(entry: Record) -> str:
        words, said = date_cells(entry.known("date")).words, event(entry)
        return joined(tr("Date as known: {date}.").format(date=words.rstrip(".")), said, by=" ") if words else said

    return {"date": _start, "event": with_words}


def _as_known(entry: Record) -> str:
    known = entry.known("date")
    return known.as_cell() if known else ""


def _time(entry: Record) -> str:
    known = entry.known("date")
    return known.time_cell() if known else ""


def _start(entry: Record) -> str:
    return date_cells(entry.known("date")).start


def _end(entry: Record) -> str:
    return date_cells(entry.known("date")).end


def _start_time(entry: Record) -> str:
    return time_cells(entry.known("date")).start


def _end_time(entry: Record) -> str:
    return time_cells(entry.known("date")).end
