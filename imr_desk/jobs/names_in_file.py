"""Names in a file that somebody has, such as a Word file that came back: which, and where it stands (R-183)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from imr_desk.export.reading.any_file import is_document, read_any
from imr_desk.export.refusal import FILE_NAME, place_in_words
from imr_desk.names.guard import REGISTERED, UNKNOWN, Guard
from imr_desk.names.scan import Hit, scan

__all__ = ["NameInFile", "is_document", "names_in_file"]


_READ = frozenset({FILE_NAME, "header", "footer", "footnotes", "endnotes", "comments", "notes"})
"""What somebody reads. The names of styles and links are full of words that are in no dictionary."""
_FORM = frozenset({"styles"})
"""What only says how the file is made; fonts are called like people."""
_FONT = " Math"
"""How the one font ends that the settings of a Word file name."""
_PARTED = re.compile(r"[ _,]+")
_ADDRESS = re.compile(r"[a-z]{2,}[._][a-z]{2,}")


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

    Where nobody reads, as in properties, links and pictures, of the others only whole names are told: two words with
    capitals, or an address.

    `headings` are those of the chapters of a report by their place. BadInputError for a file that cannot be read.
    """
    found = read_any(data)
    seen = scan(guard, ((FILE_NAME, path.stem), *found.parts))
    hidden = scan(guard, found.beneath)
    read = tuple(
        hit
        for hits, is_read in ((seen.unknown, True), (hidden.unknown, False))
        for hit in hits
        if (is_read and (hit.place.startswith("body") or hit.place in _READ)) or _is_whole(hit)
    )
    kinds = ((REGISTERED, (*seen.registered, *hidden.registered)), (UNKNOWN, read))
    return tuple(
        NameInFile(place_in_words(hit.place, headings), hit.start, hit.end, kind, hit.words)
        for kind, hits in kinds
        for hit in hits
    )


def _is_whole(hit: Hit) -> bool:
    """Whether it is a first name and a family name, or an address made of them, and none of the words of the form."""
    words = _PARTED.split(hit.words.strip())
    if hit.place in _FORM or hit.words.endswith(_FONT):
        return False
    return (len(words) > 1 and all(map(_is_proper, words))) or _ADDRESS.fullmatch(hit.words) is not None


def _is_proper(word: str) -> bool:
    """Whether a word begins with a capital and is not in capitals."""
    return word[:1].isupper() and not (word[:2].isalpha() and word[:2].isupper())
