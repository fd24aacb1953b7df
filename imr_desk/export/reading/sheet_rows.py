"""The rows of a workbook as a person sees them: a name may stand in two cells, or with a letter in each.

Inside the file the words of all cells stand in one list, each once and in no order.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from imr_desk.names.scan import CELL_END

_ENDS = 60
"""Letters at the ends of a cell; a name that goes on in the next cell is no longer."""


def sheet_rows(data: bytes) -> Iterator[tuple[str, str]]:
    """Place and text of each row of every sheet, hidden ones too, that has two cells with words; none of other files.

    Long cells are shortened in the middle: they are read whole elsewhere.
    """
    for row in _rows(data):
        if sum(bool(cell.strip()) for cell in row) > 1:
            yield "unseen", CELL_END.join(_ends_of(cell) for cell in row)


def whole_rows(data: bytes) -> Iterator[tuple[str, str]]:
    """Place and text of each row of every sheet with any words in it; none of files that are no workbook."""
    yield from (("body", CELL_END.join(row)) for row in _rows(data) if any(cell.strip() for cell in row))


def _rows(data: bytes) -> Iterator[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook, XmlError, ZipError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, ZipError, XmlError, zipfile.BadZipFile, OSError, ValueError):
        return
    for rows in sheets:
        yield from ([str(cell) for cell in row] for row in rows)


def _ends_of(cell: str) -> str:
    return cell if len(cell) <= 2 * _ENDS else f"{cell[:_ENDS]} \u2026 {cell[-_ENDS:]}"
