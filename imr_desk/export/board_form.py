"""The panel’s own blank form for a chronology: a Word file or a spreadsheet whose headings are kept (R-076).

Its table is filled below the headings; everything else in the file (styles, logo, preamble, fixed text) stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from imr_desk.errors import BadInputError, ExportError
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

_NUMBER = re.compile(r"\d+(?:\.0)?[.)]?")
LARGEST = 20 * 1024 * 1024
Looks = Callable[[str], bool]
"""Whether a heading is that of the date: the table is known by it."""
Rows = Sequence[Sequence[str]]


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


def is_blank(cells: Sequence[str]) -> bool:
    """Whether a row waits to be filled: nothing in it, or no more than its number."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return not said or (len(said) == 1 and bool(_NUMBER.fullmatch(said[0])))


def too_large() -> BadInputError:
    """Said of what no blank form can be."""
    return BadInputError(tr("The form is larger than 20 MB. A blank form is far smaller: it was not opened."))


def not_plain() -> BadInputError:
    """Said of a table that merging tools could not take either."""
    return BadInputError(
        tr("The table of this form has merged cells, so it cannot be filled row by row. Ask the panel for a plain one.")
    )


def no_table() -> BadInputError:
    """Said where no table has a heading for the date."""
    return BadInputError(
        tr("No table in this form has a heading for the date and one more. Choose the blank form for the chronology.")
    )


def not_blank() -> BadInputError:
    """Said where something stands below the headings."""
    return BadInputError(
        tr("Below its headings the table of this form holds words already. Choose a form that is still blank.")
    )
