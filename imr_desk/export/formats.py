"""The forms in which a report goes out, by the ending of the file's name: what writes each and what reads it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from imr_desk.errors import BadInputError
from imr_desk.i18n import mark, tr

if TYPE_CHECKING:
    from imr_desk.export.readback import ReadBack
    from imr_desk.export.report import Report

Writer: TypeAlias = "Callable[[Report, Mapping[str, object] | None], bytes]"
Reader: TypeAlias = "Callable[[bytes], ReadBack]"
_WAYS = {
    ".docx": ("imr_desk.export.word:write_word", "imr_desk.export.readback:read_word"),
    ".pdf": ("imr_desk.export.pdf:write_pdf", "imr_desk.export.reading.pdf:read_pdf"),
}
"""Each is imported when it is first used: none is wanted while the program starts."""
NAMES: Mapping[str, str] = {".docx": mark("Word document"), ".pdf": mark("PDF")}
"""What people call them, by ending, the usual one first."""


def is_known(path: Path) -> bool:
    """Whether a file of this name is one that a report can be."""
    return path.suffix.casefold() in _WAYS


def writer_for(target: Path) -> Writer:
    """What makes the bytes of a report for a file of this name. BadInputError for any other ending."""
    if not is_known(target):
        raise BadInputError(
            tr("A report is written as a Word file or a PDF: let the name end in .docx or .pdf. Nothing was written.")
        )
    module, _, name = _WAYS[target.suffix.casefold()][0].partition(":")
    found: Writer = getattr(import_module(module), name)
    return found


def reader_for(data: bytes) -> Reader:
    """What reads these bytes: by what the file is, not by what it is called."""
    module, _, name = _WAYS[".pdf" if data.lstrip()[:5] == b"%PDF-" else ".docx"][1].partition(":")
    found: Reader = getattr(import_module(module), name)
    return found
