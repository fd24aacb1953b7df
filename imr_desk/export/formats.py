"""The forms in which a report goes out, by the ending of the file's name: what writes each and what reads it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr

if TYPE_CHECKING:
    from imr_desk.export.readback import ReadBack
    from imr_desk.export.report import Extent, Report
    from imr_desk.export.words import Line

Writer: TypeAlias = "Callable[[Report, Mapping[str, object] | None], bytes]"
Reader: TypeAlias = "Callable[[bytes], ReadBack]"
Says: TypeAlias = "Callable[[Report], Iterable[Line]]"


class Form(NamedTuple):
    """What writes a form, what reads it back, and which words of the report it has to say."""

    write: Writer
    read: Reader
    says: Says
    placed: bool = True
    """Whether what it has to say are the sealed words, so that the place of each in the report is known."""


_WORDS = "imr_desk.export.words:lines"
_WAYS = {
    ".docx": ("imr_desk.export.word:write_word", "imr_desk.export.readback:read_word", _WORDS),
    ".pdf": ("imr_desk.export.pdf:write_pdf", "imr_desk.export.reading.pdf:read_pdf", _WORDS),
    ".csv": (
        "imr_desk.export.csv_table:write_csv",
        "imr_desk.export.csv_table:read_csv",
        "imr_desk.export.csv_table:csv_lines",
    ),
}
"""Each is imported when it is first used: none is wanted while the program starts."""
_TABLES = {
    ".xlsx": ("imr_desk.export.xlsx_table:write_xlsx", "imr_desk.export.xlsx_table:read_xlsx"),
    ".json": ("imr_desk.export.json_table:write_json", "imr_desk.export.json_table:read_json"),
}
"""Forms that hold the chronology and nothing else."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""A list of ours begins with it; no Word file does."""
_CELLS = "imr_desk.export.csv_table:csv_lines"
_SHEETS = ("imr_desk.export.readback:open_part", "imr_desk.export.extracts:sheet_lines")


def form_for(target: Path, extent: Extent = "report") -> Form:
    """The form that the name of a file asks for, for so much of a review. BadInputError for any other ending."""
    ending = target.suffix.casefold()
    if extent == "table" and ending == ".pdf":
        raise BadInputError(
            tr(
                "The plain table of the chronology is written as a Word file, a spreadsheet or a list: let the name "
                "end in .docx, .xlsx, .csv or .json. Nothing was written."
            )
        )
    if extent == "sheets" and ending in (".csv", *_TABLES):
        raise BadInputError(
            tr(
                "The sheets and the record of an interview are written as a Word file or a PDF: let the name end in "
                ".docx or .pdf. Nothing was written."
            )
        )
    if ending in _TABLES:
        write, read = _TABLES[ending]
        return Form(_found(write), _found(read), _found(_CELLS), placed=False)
    ways = _WAYS.get(ending)
    if ways is None:
        raise BadInputError(
            tr(
                "A report is written as a Word file or a PDF, its chronology also as a spreadsheet or a list: "
                "let the name end in .docx, .pdf, .xlsx, .csv or .json. Nothing was written."
            )
        )
    write, read, says = ways
    if extent == "sheets":
        only, all_words = map(_found, _SHEETS)
        return Form(_found(write), _then(_found(read), only), all_words, placed=False)
    said = _CELLS if extent == "table" else says
    return Form(_found(write), _found(read), _found(said), placed=said == _WORDS)


def _then(read: Reader, only: Callable[[ReadBack], ReadBack]) -> Reader:
    """Reads with `read`, and keeps of it what `only` keeps."""
    return lambda data: only(read(data))


def _found(where: str) -> Callable[..., Any]:
    module, _, name = where.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def reader_for(data: bytes) -> Reader:
    """What reads these bytes: by what the file is, not by what it is called."""
    if data.lstrip()[:5] == b"%PDF-":
        return _found(_WAYS[".pdf"][1])
    if data[:1] == b"{":
        return _found(_TABLES[".json"][1])
    if data[:3] == _BYTE_ORDER_MARK:
        return _found(_WAYS[".csv"][1])
    return _found(_TABLES[".xlsx"][1] if data[:2] == b"PK" and b"xl/workbook.xml" in data else _WAYS[".docx"][1])
