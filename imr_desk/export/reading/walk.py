"""A WordprocessingML part read from beginning to end, one paragraph or table row at a time, in little memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from imr_desk.export.reading.inline import PICTURE, SEQUENCE, SPECIAL, read
from imr_desk.export.reading.package import PartStream, damaged, refuse_doctype
from imr_desk.export.reading.styles import Styles
from imr_desk.export.word.bookmarks import block_of
from imr_desk.export.word.markup import W
from imr_desk.export.word.styles import left_out
from imr_desk.export.word.tables import LABELS
from imr_desk.names.scan import CELL_END

_P, _TBL, _TR, _TC, _T = (f"{{{W}}}{name}" for name in ("p", "tbl", "tr", "tc", "t"))
_BOOKMARK, _ALT_CHUNK = f"{{{W}}}bookmarkStart", f"{{{W}}}altChunk"
_DELETED_ROW, _DELETED_CELL = f"{{{W}}}trPr/{{{W}}}del", f"{{{W}}}tcPr/{{{W}}}cellDel"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SAYING = {
    f"{{{W}}}tblCaption": (f"{{{W}}}val",),
    f"{{{W}}}tblDescription": (f"{{{W}}}val",),
    f"{{{W}}}alias": (f"{{{W}}}val",),
    f"{{{W}}}tag": (f"{{{W}}}val",),
    f"{{{W}}}hyperlink": (f"{{{W}}}tooltip",),
    f"{{{W}}}ins": (f"{{{W}}}author",),
    f"{{{W}}}del": (f"{{{W}}}author",),
    f"{{{W}}}comment": (f"{{{W}}}author", f"{{{W}}}initials"),
    _DOC_PR: ("name", "title", "descr"),
}
_OUR_BOOKMARK = re.compile(r"_(?:Ref|Toc)\w*|IMR_\w+|[A-Z]+_[A-Z]{1,3}_?\d+")
_LABEL = re.compile(rf"\s*(?:{'|'.join(LABELS)})\s{SEQUENCE}:\s?")
_string = etree.XPath("string()")


class Piece(NamedTuple):
    """A paragraph (one text) or a row (a text for each cell), or words that are in no text (no text at all).

    ``counted``: whether a signature covers the texts. ``raw``: every letter of it, for the scan for names.
    ``is_row``: the texts are those of cells, of which an empty one counts as well. ``begins``: a block of this id
    begins here, which the digest counts or not.
    In the ``raw`` of a row its cells are parted by ``CELL_END``.
    """

    block: str
    counted: bool
    texts: tuple[str, ...]
    raw: str
    is_row: bool = False
    begins: tuple[str, bool] | None = None


def walk(stream: PartStream, styles: Styles, pictures: Mapping[str, str] | None = None) -> Iterator[Piece]:
    """Read the part. Raises BadInputError where it is not well-formed or brings a document type.

    `pictures` has the digest of each picture by the id by which the part names it.
    """
    return _Walk(styles, pictures or {}).read(stream)


class _Walk:
    def __init__(self, styles: Styles, pictures: Mapping[str, str]) -> None:
        self._styles, self._pictures = styles, pictures
        self._block, self._counted = "", True
        self._open: list[object] = []  # paragraphs and tables that have begun and not ended
        self._carried = ""  # of a paragraph whose mark was deleted

    def read(self, stream: PartStream) -> Iterator[Piece]:
        wanted = (_P, _TBL, _TR, _BOOKMARK, _ALT_CHUNK, *_SAYING)
        events = etree.iterparse(
            stream, events=("start", "end"), tag=wanted, resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            for at, (event, element) in enumerate(events):
                if at == 0:
                    refuse_doctype(element)
                if event == "end":
                    yield from self._end(element)
                elif element.tag in (_P, _TBL):
                    self._open.append(element.tag)
        except etree.XMLSyntaxError:
            raise damaged() from None

    def _end(self, element: etree._Element) -> Iterator[Piece]:
        tag = element.tag
        if tag == _TR:
            if self._open == [_TBL]:
                yield self._row(element)
                _forget(element)
        elif tag in (_P, _TBL):
            self._open.pop()
            if not self._open:
                if tag == _P:
                    yield self._paragraph(element)
                _forget(element)
        elif tag == _BOOKMARK:
            yield from self._bookmark(element.get(f"{{{W}}}name", ""))
        elif tag == _ALT_CHUNK:
            yield Piece(self._block, self._counted, (PICTURE,), "")
        else:
            for name in _SAYING[str(tag)]:
                if words := element.get(name):
                    yield Piece(self._block, False, (), words)

    def _bookmark(self, name: str) -> Iterator[Piece]:
        if block := block_of(name):
            if not self._open:
                self._block, self._counted = block
            yield Piece(self._block, False, (), "", begins=block)
        elif not _OUR_BOOKMARK.fullmatch(name):
            yield Piece(self._block, False, (), name)

    def _paragraph(self, element: etree._Element) -> Piece:
        found = read(element, self._styles.hidden, self._pictures)
        if found.block:
            self._block, self._counted = found.block
        said = self._carried + found.said
        self._carried = said if found.joins_next else ""
        texts = () if found.joins_next else (_without_label(said),)
        return Piece(self._block, self._counted and not left_out(self._styles.name_of(element)), texts, found.raw)

    def _row(self, row: etree._Element) -> Piece:
        if not self._styles.hidden and next(row.iter(*SPECIAL), None) is None:
            said = [[str(_string(p)) for p in cell.iterchildren(_P)] for cell in row.iterchildren(_TC)]
            whole = len(str(_string(row)))
            if sum(len(text) for cell in said for text in cell) == whole:  # nothing stands anywhere else
                cells = tuple("\n".join(cell) for cell in said)
                return Piece(self._block, self._counted, cells, CELL_END.join(cells), is_row=True)
        found = [read(cell, self._styles.hidden, self._pictures) for cell in _cells(row)]
        gone = row.find(_DELETED_ROW) is not None
        texts = () if gone else tuple(cell.said.replace(SEQUENCE, "") for cell in found)
        return Piece(self._block, self._counted, texts, CELL_END.join(cell.raw for cell in found), is_row=True)


def _without_label(said: str) -> str:
    """A caption without the ``Table 4:`` that the program counts."""
    label = _LABEL.match(said)
    return (said[label.end() :] if label else said).replace(SEQUENCE, "")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, also those inside a content control; a deleted one is passed over."""
    for child in row.iterchildren(tag=etree.Element):
        if child.tag == _TC:
            if child.find(_DELETED_CELL) is None:
                yield child
        else:
            yield from _cells(child)


def _forget(element: etree._Element) -> None:
    """Let go of what was read, and of everything before it, so that memory does not grow with the file."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
