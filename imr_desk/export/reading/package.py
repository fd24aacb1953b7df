"""Opening a Word file that may come from anywhere: limits on its size, no entities, nothing fetched from anywhere."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import IO

from lxml import etree

from imr_desk.errors import BadInputError
from imr_desk.export.picture import digest_of
from imr_desk.i18n import tr

MOST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 5000
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class PartStream:
    """A part being read; what goes wrong with the package on the way is said in a plain sentence."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size`` of them; all that are left without it."""
        try:
            return self._stream.read(size)
        except _BROKEN:
            raise damaged() from None


class Package:
    """The parts of a Word file. Every problem with it is a BadInputError with one plain sentence."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_OFFICE):
            raise BadInputError(
                tr(
                    "The file is protected by a password or was saved by an old version of Word. "
                    "Open it in Word and save it as a Word document (.docx) without a password."
                )
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise _not_word() from None
        sizes = {member.filename: member.file_size for member in self._zip.infolist()}
        if sum(sizes.values()) > MOST_UNPACKED or len(self._zip.infolist()) > MOST_PARTS:
            raise BadInputError(
                tr("The file is far larger than a Word document of a review can be. It was not opened.")
            )
        if len(sizes) != len(self._zip.infolist()):
            raise damaged()
        self.names = tuple(sizes)
        self.main = self._related("", "officeDocument")
        if self.main not in sizes:
            raise _not_word()
        self.styles = self._related(self.main, "styles")

    def __enter__(self) -> Package:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        with self.open(name) as stream:
            return stream.read()

    @contextmanager
    def open(self, name: str) -> Iterator[PartStream]:
        """A part to read piece by piece."""
        try:
            stream = self._zip.open(name)
        except (*_BROKEN, KeyError):
            raise damaged() from None
        with stream:
            yield PartStream(stream)

    def tree(self, name: str) -> etree._Element:
        """A small XML part as a tree."""
        try:
            root = etree.fromstring(self.read(name), safe_parser())
        except etree.XMLSyntaxError:
            raise damaged() from None
        refuse_doctype(root)
        return root

    def relationships(self, name: str) -> Iterator[tuple[str, str]]:
        """Type and target of each relationship in a .rels part, targets as they are written."""
        for relationship in self.tree(name).iter(_RELATIONSHIP):
            yield relationship.get("Type", ""), relationship.get("Target", "")

    def pictures(self) -> dict[str, str]:
        """SHA-256 of each picture that the main document can show, by the id by which it names it."""
        folder, name = posixpath.split(self.main)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, str] = {}
        for relationship in self.tree(rels).iter(_RELATIONSHIP) if rels in self.names else ():
            part = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")
            inside = relationship.get("TargetMode", "Internal") == "Internal" and part in self.names
            if relationship.get("Type") == f"{_OFFICE}/image" and inside:
                found[relationship.get("Id", "")] = digest_of(self.read(part))
        return found

    def _related(self, source: str, kind: str) -> str:
        """The name of the part that ``source`` ('' for the package) relates to in this way, or nothing."""
        folder, name = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.names:
            return ""
        for found, target in self.relationships(rels):
            if found == f"{_STRICT}/{kind}":
                raise BadInputError(
                    tr(
                        "The file was saved in the form ‘Strict Open XML Document’. "
                        "Open it in Word, save it as an ordinary Word document (.docx) and take that one."
                    )
                )
            if found == f"{_OFFICE}/{kind}":
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return ""


def safe_parser() -> etree.XMLParser:
    """A parser that resolves no entities, loads no document types and asks no network."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def refuse_doctype(element: etree._Element) -> None:
    """Refuse a part with a document type: Office files have none, and entities hide in it."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise damaged()


def damaged() -> BadInputError:
    """The refusal of a file that begins like a Word file and cannot be read to its end."""
    return BadInputError(
        tr("The Word file is damaged and cannot be read. Nothing was changed. Take the file again from where it came.")
    )


def _not_word() -> BadInputError:
    return BadInputError(tr("The file is not a Word document (.docx). Nothing was changed."))
