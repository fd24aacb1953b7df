"""The panel’s own blank form for a chronology: a Word file or a spreadsheet whose headings are kept (R-076).

Its table is filled below the headings; everything else in the file (styles, logo, preamble, fixed text) stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from imr_desk.errors import BadInputError, ExportError
from imr_desk.export.board_table import Looks, Rows
from imr_desk.export.chronology import chronology_of
from imr_desk.export.csv_table import csv_lines
from imr_desk.export.formats import Form
from imr_desk.export.readback import ReadBack, not_among
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.reading.sheet_rows import sheet_rows
from imr_desk.export.report import Report
from imr_desk.export.words import Line, fold
from imr_desk.i18n import tr
from imr_desk.names.scan import CELL_END

LARGEST = 20 * 1024 * 1024


class Way(Protocol):
    """How one kind of file is read and filled: `board_word` and `board_sheet`."""

    def headings(self, data: bytes, is_date: Looks) -> tuple[str, ...]:
        """The headings of the table for the chronology. BadInputError where there is none, or it is no plain table."""
        ...

    def filled(self, data: bytes, is_date: Looks, rows: Rows, notice: str) -> bytes:
        """The file with these rows below the headings, and a notice beside the table where there is one."""
        ...

    def rows(self, data: bytes, is_date: Looks) -> list[list[str]]:
        """What stands in the table, headings first; read by itself."""
        ...


@dataclass(frozen=True)
class BoardForm:
    """A blank form that was read: its headings in their order, and the ending that a filled one has."""

    headings: tuple[str, ...]
    ending: str
    data: bytes = field(repr=False)
    is_date: Looks = field(repr=False, compare=False)


def read_board_form(data: bytes, is_date: Looks) -> BoardForm:
    """Read a blank form. BadInputError, with a plain sentence, for anything that cannot be filled."""
    if len(data) > LARGEST:
        raise too_large()
    ending = ".xlsx" if b"xl/workbook.xml" in data else ".docx"
    return BoardForm(_way(ending).headings(data, is_date), ending, data, is_date)


def _way(ending: str) -> Way:
    if ending == ".xlsx":
        from imr_desk.export import board_sheet

        return board_sheet
    from imr_desk.export import board_word

    return board_word


def form_of(board: BoardForm) -> Form:
    """What fills it with the chronology of a report, reads that back, and which words it has to say."""
    way = _way(board.ending)

    def write(report: Report, _seal: Mapping[str, object] | None = None) -> bytes:
        table = chronology_of(report)
        said = tuple(column.heading for column in table.columns)
        if said == tuple("." for _ in board.headings):
            return b""  # asked which words every such file holds: in a form of another’s making no word is excused
        if said != board.headings:
            raise ExportError(tr("The headings of the form are not those of the table. Nothing was written."))
        rows = [row.cells for row in table.rows]
        return way.filled(board.data, board.is_date, rows, report.draft_notice)

    def read(data: bytes) -> ReadBack:
        if not data:
            return ReadBack((), None, ())
        rows = way.rows(data, board.is_date)
        parts = tuple(("body chronology", CELL_END.join(row)) for row in rows)
        lines = tuple(Line("", fold(cell)) for row in rows for cell in row)
        beneath = (*not_among(everything_in(data), parts), *sheet_rows(data))
        return ReadBack(lines, None, parts, beneath=beneath)

    return Form(write, read, _says, placed=False)


def _says(report: Report) -> Iterator[Line]:
    return csv_lines(report)


def too_large() -> BadInputError:
    """Said of what no blank form can be."""
    return BadInputError(tr("The form is larger than 20 MB. A blank form is far smaller: it was not opened."))
