"""Documents kept inside a review: read from a file that is chosen or dropped, and written out again when asked for.

Nothing is written anywhere on the way in: the bytes go from the file into memory and from there into the review.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from imr_desk.errors import BadInputError, FileProblemError
from imr_desk.export.gate import write_out
from imr_desk.i18n import tr
from imr_desk.review.record import Record
from imr_desk.review.text import clean_line

if TYPE_CHECKING:
    from imr_desk.names.guard import Guard

LARGEST = 50 * 1024 * 1024
"""The largest document that is kept, in bytes: the whole file is read into memory when it is opened or saved out."""
_PIECE = 1024 * 1024

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".zip": "application/zip",
}
"""What a document is, by the ending of its file."""
UNKNOWN = "application/octet-stream"

Step = Callable[[str], None]
"""Told of each piece of work before it is done; it may end it with an error of its own."""


@dataclass(frozen=True)
class FileRead:
    """A file in memory: what it is called without its ending, what it is, and its bytes."""

    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)


def read_files(paths: tuple[Path, ...], step: Step | None = None) -> tuple[FileRead, ...]:
    """Read files to be kept. It may run in a worker thread.

    BadInputError for one that is empty, a folder, or larger than 50 MB; FileProblemError for one that cannot be read.
    """
    return tuple(_read(path, step) for path in paths)


def _read(path: Path, step: Step | None) -> FileRead:
    if path.is_dir():
        raise BadInputError(tr("‘{name}’ is a folder. Choose a file in it.").format(name=path.name))
    pieces: list[bytes] = []
    try:
        with path.open("rb") as file:
            while sum(map(len, pieces)) <= LARGEST:
                if step is not None:
                    step(path.name)
                piece = file.read(_PIECE)
                if not piece:
                    break
                pieces.append(piece)
    except OSError as problem:
        sentence = tr("‘{name}’ cannot be read. Nothing was kept; look whether it is open elsewhere, and try again.")
        raise FileProblemError(sentence.format(name=path.name)) from problem
    content = b"".join(pieces)
    if not content:
        raise BadInputError(tr("‘{name}’ is empty, so it was not kept.").format(name=path.name))
    if len(content) > LARGEST:
        sentence = tr("‘{name}’ is larger than 50 MB, so it was not kept. Keep the pages that matter.")
        raise BadInputError(sentence.format(name=path.name))
    return FileRead(clean_line(path.stem).text, MEDIA_TYPES.get(path.suffix.casefold(), UNKNOWN), content)


def registered_in(path: Path, content: bytes, guard: Guard) -> tuple[str, ...]:
    """Where registered names stand in a document and in the name of its copy, in words, each place once (R-183).

    Pictures of text and what is locked by a password cannot be read, so no place in them is told.
    """
    from imr_desk.export.reading.any_file import read_any
    from imr_desk.export.reading.everything import everything_in
    from imr_desk.export.refusal import FILE_NAME, place_in_words
    from imr_desk.names.scan import scan

    try:
        found = read_any(content)
        parts = (*found.parts, *found.beneath)
    except BadInputError:  # damaged or locked: whatever words can be made out
        parts = tuple(everything_in(content))
    hits = scan(guard, ((FILE_NAME, path.stem), *parts)).registered
    places = (place_in_words(hit.place, {}) or tr("its text") for hit in hits if hit.level != "look")
    return tuple(dict.fromkeys(places))


def write_copy(path: Path, content: bytes) -> None:
    """Write a kept document where the person wants it, whole; ExportError where that cannot be done."""
    write_out(path, content)


def ending_of(document: Record) -> str:
    """The ending for a copy of a kept document, with its dot; "" where its kind is not known."""
    wanted = document.text("media_type")
    return next((ending for ending, each in MEDIA_TYPES.items() if each == wanted), "")
