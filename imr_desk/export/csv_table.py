"""The chronology as a plain list, one event a row under the board's headings, for whoever merges several (R-078).

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do not show.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from imr_desk.errors import BadInputError
from imr_desk.export.chronology import chronology_of
from imr_desk.export.readback import ReadBack
from imr_desk.export.report import Report
from imr_desk.export.words import Line, fold
from imr_desk.i18n import tr
from imr_desk.names.scan import CELL_END

_FORMULA = ("=", "+", "-", "@")
_MARK = "'"


def write_csv(report: Report, _seal: Mapping[str, object] | None = None) -> bytes:
    """The chronology of a report, in UTF-8 with a mark of byte order, which spreadsheets need.

    ExportError where the report has no chronology.
    """
    table = chronology_of(report)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([_plain(cell) for cell in row.cells] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def csv_lines(report: Report) -> Iterator[Line]:
    """What the list has to say: every cell in order, empty ones too."""
    table = chronology_of(report)
    yield from (Line("", fold(column.heading)) for column in table.columns)
    yield from (Line("", fold(cell)) for row in table.rows for cell in row.cells)


def read_csv(data: bytes) -> ReadBack:
    """Read the list back. BadInputError where it is no text."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInputError(tr("This is not a list that can be read: it is no text with commas.")) from error
    cells = [[_said(cell) for cell in row] for row in rows]
    lines = tuple(Line("", fold(cell)) for row in cells for cell in row)
    return ReadBack(lines, None, tuple(("body chronology", CELL_END.join(row)) for row in cells), paged=False)


def _plain(cell: str) -> str:
    return f"{_MARK}{cell}" if cell.startswith((*_FORMULA, _MARK)) else cell


def _said(cell: str) -> str:
    return cell.removeprefix(_MARK) if cell.startswith(tuple(_MARK + sign for sign in (*_FORMULA, _MARK))) else cell
