"""The chronology as a spreadsheet: one plain table, one event a row, no merged cells, no formulas (R-078).

A whole date is a date for the spreadsheet too, so that it sorts; every other cell is text. It is made in memory.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from imr_desk.errors import BadInputError, ExportError
from imr_desk.export.chronology import chronology_of
from imr_desk.export.readback import ReadBack, not_among
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.reading.shown_beside import beside_rows
from imr_desk.export.report import Report, Table
from imr_desk.export.words import Line, fold
from imr_desk.i18n import tr
from imr_desk.names.scan import CELL_END

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_FORMAT = "dd/mm/yyyy"
_MOST_ROWS, _MOST_LETTERS = 1_048_575, 32_767
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_WIDEST, _NARROWEST = 60, 8
"""Letters of a column."""


def write_xlsx(report: Report, _seal: Mapping[str, object] | None = None) -> bytes:
    """The chronology of a report as .xlsx, with headings that stay in sight and a filter.

    ExportError where the report has no chronology, or one that no spreadsheet takes.
    """
    from xlsxwriter import Workbook

    table = chronology_of(report)
    _fits(table)
    out = io.BytesIO()
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_date_format": _FORMAT,
        },
    )
    book.set_properties({"title": report.title, "author": "", "company": "", "comments": "", "created": _MADE})
    sheet = book.add_worksheet(_sheet_name(table))
    words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    days = book.add_format({"valign": "top", "align": "left", "num_format": _FORMAT})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "num_format": "@"})
    _fill(sheet, table, words, days, head)
    _lay_out(sheet, table, report)
    book.close()
    return out.getvalue()


def _sheet_name(table: Table) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", table.caption).strip()[:31] or "Chronology"


def _fits(table: Table) -> None:
    if len(table.rows) > _MOST_ROWS:
        raise ExportError(tr("A spreadsheet takes no more than 1,048,575 entries. Nothing was written."))
    for row in table.rows:
        if any(len(cell) > _MOST_LETTERS for cell in row.cells):
            raise ExportError(
                tr(
                    "A cell of a spreadsheet takes no more than 32,767 characters, and entry {entry} has more. "
                    "Write the list as .csv or .docx. Nothing was written."
                ).format(entry=row.cells[0])
            )


def _fill(sheet: Worksheet, table: Table, words: Format, days: Format, head: Format) -> None:
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.heading, head)
    for down, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row.cells):
            day = _day(cell)
            if day is not None:
                sheet.write_datetime(down, at, day, days)
            elif cell:
                sheet.write_string(down, at, cell, words)
            else:
                sheet.write_blank(down, at, None, words)


def _day(cell: str) -> dt.datetime | None:
    """A whole date that a spreadsheet can count with."""
    found = _DAY.fullmatch(cell)
    if found is None or int(found[3]) <= 1900:
        return None
    day, month, year = (int(part) for part in found.groups())
    return dt.datetime(year, month, day)


def _lay_out(sheet: Worksheet, table: Table, report: Report) -> None:
    """Headings that stay, also on paper; landscape; the marking at head and foot of each page."""
    columns = len(table.columns)
    for at in range(columns):
        longest = max([len(row.cells[at]) for row in table.rows] + [len(table.columns[at].heading)])
        sheet.set_column(at, at, min(_WIDEST, max(_NARROWEST, longest + 2)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), columns - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    marking = report.marking.replace("&", "&&")
    draft = report.draft_notice.replace("&", "&&")
    sheet.set_header("&C" + "\n".join(line for line in (marking, draft) if line))
    sheet.set_footer(f"&C{marking}&R&P / &N")


def read_xlsx(data: bytes) -> ReadBack:
    """Read it back, by another reader than what wrote it. BadInputError where it is no spreadsheet."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, IndexError) as error:
        raise BadInputError(tr("This is not a spreadsheet that can be read.")) from error
    cells = [[_said(cell) for cell in row] for row in rows]
    lines = tuple(Line("", fold(cell)) for row in cells for cell in row)
    parts = (*(("body chronology", CELL_END.join(row)) for row in cells), *beside_rows(data))
    return ReadBack(lines, None, parts, beneath=not_among(everything_in(data), parts), paged=False)


def _said(cell: object) -> str:
    return cell.strftime("%d/%m/%Y") if isinstance(cell, dt.date) else str(cell)
