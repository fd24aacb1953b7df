"""Opening a zipped file (.xlsx, .docx, .ods) that somebody sent: only the parts that are asked for, and no bomb.

What a package says of its own sizes is not believed: parts are unpacked piece by piece and counted. A part of XML with
a document type is refused before any reader sees it, so nothing outside the file can be asked for.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from imr_desk.intake import refusals
from imr_desk.intake.refusals import refused

MOST_PARTS = 20_000
MOST_DECLARED = 4 * 1024**3
"""Bytes that all parts say they unpack to, pictures and all."""
MOST_UNPACKED = 400 * 1024**2
"""Bytes of the parts that are read: a hundred thousand full rows are some 120 MB."""
_PIECE = 4 * 1024**2
_ENCRYPTED = 0x1
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
"""What may stand before the document type: blanks, declarations and comments."""
_PROLOG = 1_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What the parts of a damaged package raise when they are read."""
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_TARGET = re.compile(r"\bTarget\s*=\s*[\"']([^\"']+)[\"']")
_OFFICE = re.compile(r"\bType\s*=\s*[\"'][^\"']*/officeDocument[\"']")
WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


class Package:
    """A zipped file in memory. `name` is for sentences only."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the list of parts; BadInputError where there is none to trust."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise refused(refusals.DAMAGED, name) from error
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_DECLARED:
            raise refused(refusals.TOO_LARGE, name)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise refused(refusals.PROTECTED, name)
        self._left = MOST_UNPACKED
        self._parts = {part.filename.replace("\\", "/").lstrip("/"): part for part in parts}

    def names(self, wanted: Callable[[str], bool] = bool) -> list[str]:
        """The parts for which `wanted` holds, in the order of the file."""
        return [name for name in self._parts if wanted(name)]

    def main(self) -> str:
        """The part that an Office file begins with, as its relationships say; "" where they say none.

        For most that is ‘word/document.xml’; some programs count on, and write ‘word/document2.xml’.
        """
        for relation in _RELATION.findall(self.read("_rels/.rels").decode("utf-8", "replace")):
            target = _TARGET.search(relation)
            if target and _OFFICE.search(relation):
                return target[1].lstrip("/")
        return ""

    def read(self, part: str) -> bytes:
        """The bytes of a part, b"" where it is not there; BadInputError for a damaged or an unreasonable one."""
        if part not in self._parts:
            return b""
        info = self._parts[part]
        if info.file_size > self._left:
            raise refused(refusals.TOO_LARGE, self.name)
        pieces: list[bytes] = []
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise refused(refusals.TOO_LARGE, self.name)
                    pieces.append(piece)
        except _BROKEN as error:
            raise refused(refusals.DAMAGED, self.name) from error
        data = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        if part.endswith((".xml", ".rels")):
            self._has_no_doctype(data)
        return data

    def _has_no_doctype(self, data: bytes) -> None:
        """A document type stands before the first element, among declarations and comments, in any encoding."""
        if data.startswith(WIDE):
            data = data[:_PROLOG].replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
        before = _BEFORE.match(data)
        if data.startswith(b"<!", before.end() if before else 0):
            raise refused(refusals.ENTITIES, self.name)


def first_tag(data: bytes) -> bytes:
    """The tag of the first element of a part, with what stands before it; in a tag no other can begin."""
    before = _BEFORE.match(data)
    end = data.find(b"<", (before.end() if before else 0) + 1)
    return data if end < 0 else data[:end]
