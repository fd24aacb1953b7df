"""Any file that somebody has: what a reader of it meets, and whatever else is in it."""

from __future__ import annotations

import io

from pypdf import PdfReader

from imr_desk.errors import BadInputError
from imr_desk.export.readback import ReadBack, not_among, read_word
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.reading.everything_pdf import pdf_everything
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.reading.pdf_faults import FAULTS
from imr_desk.export.reading.sheet_rows import whole_rows
from imr_desk.i18n import tr

_ZIP, _PDF = b"PK", b"%PDF-"
_WORKBOOK = (b"xl/workbook.", b"opendocument.spreadsheet")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def is_document(data: bytes) -> bool:
    """Whether the bytes are those of a Word file, a spreadsheet, a PDF or a picture, and no plain text."""
    return data.startswith((_ZIP, *_PICTURES)) or data.lstrip()[:5] == _PDF


def read_any(data: bytes) -> ReadBack:
    """Read a document of any making. BadInputError where it is damaged beyond reading."""
    if data.lstrip()[:5] == _PDF:
        try:
            return read_pdf(data)
        except BadInputError:
            return _other_pdf(data)
    if data.startswith(_ZIP):
        if rows := tuple(whole_rows(data)) if any(name in data for name in _WORKBOOK) else ():
            return ReadBack((), None, rows, beneath=not_among(everything_in(data), rows))
        try:
            return read_word(data)
        except BadInputError:
            pass  # no Word file, or one in a form that is not taken in: its words are read all the same
    parts = tuple(everything_in(data))
    return ReadBack((), None, (), beneath=parts)


def _other_pdf(data: bytes) -> ReadBack:
    """A PDF that another program wrote: the text of its pages, and everything else."""
    try:
        with PdfReader(io.BytesIO(data)) as reader:
            parts = tuple(("body", page.extract_text()) for page in reader.pages)
            beneath = not_among(pdf_everything(reader, data), parts)
    except FAULTS as error:
        raise BadInputError(tr("The PDF is damaged or protected by a password, and cannot be read.")) from error
    return ReadBack((), None, parts, beneath=beneath)
