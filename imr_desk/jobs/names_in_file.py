"""Names in a file that somebody has, such as a Word file that came back: which, and where it stands (R-183)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from imr_desk.export.reading.any_file import is_document, read_any
from imr_desk.export.refusal import FILE_NAME, place_in_words
from imr_desk.names.guard import REGISTERED, UNKNOWN, Guard
from imr_desk.names.scan import scan

__all__ = ["NameInFile", "is_document", "names_in_file"]


_READ = frozenset({FILE_NAME, "header", "footer", "footnotes", "endnotes", "comments", "notes"})
"""What somebody reads. The names of styles and links are full of words that are in no dictionary."""


class NameInFile(NamedTuple):
    """A name: where it stands in words, its place in the text there (code points), its kind and its words."""

    place: str
    start: int
    end: int
    kind: str
    words: str


def names_in_file(
    path: Path, data: bytes, guard: Guard, headings: Mapping[str, str] = MappingProxyType({})
) -> tuple[NameInFile, ...]:
    """Every name in a document, its own name included: registered ones in every part, others where they are read.

    `headings` are those of the chapters of a report by their place. BadInputError for a file that cannot be read.
    """
    found = read_any(data)
    seen = scan(guard, ((FILE_NAME, path.stem), *found.parts))
    hidden = scan(guard, found.beneath)
    read = tuple(hit for hit in seen.unknown if hit.place.startswith("body") or hit.place in _READ)
    kinds = ((REGISTERED, (*seen.registered, *hidden.registered)), (UNKNOWN, read))
    return tuple(
        NameInFile(place_in_words(hit.place, headings), hit.start, hit.end, kind, hit.words)
        for kind, hits in kinds
        for hit in hits
    )
