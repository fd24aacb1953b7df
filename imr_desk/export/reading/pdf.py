"""Reading a PDF of ours back by its structure: the same lines that the Word file gives, the seal, and every text.

Only what the structure tree holds counts as words of the report. Head and foot stand outside it; whatever else does,
or is hung on a page as a note, is given as words that no signature covers.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from imr_desk.errors import BadInputError
from imr_desk.export import seal
from imr_desk.export.pdf.tree import PANEL_BOX, UNSEALED
from imr_desk.export.readback import ReadBack, not_among
from imr_desk.export.reading.everything_pdf import pdf_everything
from imr_desk.export.reading.pdf_faults import FAULTS
from imr_desk.export.reading.pdf_strange import strange_in_catalogue, strange_in_element, strange_on_page, told
from imr_desk.export.reading.pdf_words import Fonts, PageWords, words_of
from imr_desk.export.report import picture_words
from imr_desk.export.word.bookmarks import block_of
from imr_desk.export.words import Line, fold
from imr_desk.i18n import tr
from imr_desk.names.scan import CELL_END

_TEXTS = frozenset({"/P", "/H1", "/H2", "/H3", "/LI", "/Caption", f"/{UNSEALED}", f"/{PANEL_BOX}"})
_LABEL = "/Lbl"
"""A number or a sign before a text; for the scan it stands on a line of its own, as in a Word file."""
_NOT_SAID = frozenset({_LABEL, "/Reference"})
_LEFT_OUT = frozenset({f"/{UNSEALED}", f"/{PANEL_BOX}"})
_DEEPEST = 60
_PAGE_OF = re.compile(r"Page (\d+) of (\d+)")
_STANDARD = frozenset({"/Title", "/Subject", "/Author", "/Keywords", "/Creator", "/Producer"})


class _Text(NamedTuple):
    """A paragraph or a row of cells: its block, whether a signature covers it, what it says, and every letter of it."""

    block: str
    counted: bool
    texts: tuple[str, ...]
    raw: str
    is_row: bool


def read_pdf(data: bytes) -> ReadBack:
    """Read a PDF that this program wrote.

    Raises BadInputError, with a plain sentence, for anything else: damaged, encrypted, or without structure.
    """
    try:
        with PdfReader(io.BytesIO(data)) as reader:
            try:
                return _Pdf(reader).read(data)
            finally:
                _let_go(reader)
    except FAULTS as error:
        raise BadInputError(
            tr("This is not a PDF that IMR Desk wrote, or it was changed so that it cannot be read.")
        ) from error


def _let_go(reader: PdfReader) -> None:
    """Give back what was read, a piece at a time.

    Every object knows the reader and the reader knows every object. Left alone they would be garbage that takes long to
    find, and let go of all at once they would hold up every other thread for that long.
    """
    while reader.resolved_objects:
        reader.resolved_objects.popitem()


class _Pdf:
    """One file while it is read."""

    def __init__(self, reader: PdfReader) -> None:
        if reader.is_encrypted:
            raise ValueError("encrypted")
        self._reader = reader
        self._pages: dict[int, PageWords] = {}
        fonts = Fonts()
        for page in reader.pages:
            reference = page.indirect_reference
            if reference is None or reference.idnum in self._pages:
                raise ValueError("a page without a number, or one that is shown twice")
            self._pages[reference.idnum] = words_of(page, fonts)
        self._said: set[tuple[int, int]] = set()
        self._heads: set[str] = set()
        self._strange: dict[str, None] = {}
        self._seen: dict[int, DictionaryObject] = {}

    def read(self, data: bytes) -> ReadBack:
        root = self._reader.root_object
        tree = root["/StructTreeRoot"]
        lines: list[Line] = []
        unsealed: list[Line] = []
        blocks: list[tuple[str, bool]] = []
        parts: list[tuple[str, str]] = []
        for section in _kids(_element(_kids(_element(tree.get_object()))[0])):
            begun = block_of(str(_element(section).get("/T", "")))
            if begun is None:
                raise ValueError("a part of the tree that is no block of ours")
            blocks.append(begun)
            for text in self._texts(_element(section), *begun, None, 0):
                held = lines if text.counted else unsealed
                held.extend(Line(text.block, words) for said in text.texts if (words := fold(said)) or text.is_row)
                parts.append((f"body {text.block}", text.raw))
        parts.extend(self._others())
        strays = [words for words in self._strays() if words]
        unsealed.extend(Line("", words) for words in strays)
        properties = {key[1:]: str(value) for key, value in (self._reader.metadata or {}).items()}
        found = seal.from_properties(properties)
        sealed = [value for name, value in properties.items() if found and seal.is_piece(name)]
        beneath = not_among(
            (*(("pages", words) for words in strays), *pdf_everything(self._reader, data)), parts, sealed
        )
        return ReadBack(tuple(lines), found, tuple(parts), tuple(unsealed), tuple(blocks), beneath)

    # ---- the tree
    def _texts(
        self, element: DictionaryObject, block: str, counted: bool, page: int | None, depth: int
    ) -> Iterator[_Text]:
        """The paragraphs and rows of an element, in order."""
        self._once(element, depth)
        for kid in _kids(element):
            if not isinstance(kid, DictionaryObject) or kid.get("/Type") in ("/MCR", "/OBJR"):
                raise ValueError("words outside a paragraph")
            kind = str(kid["/S"])
            if kind in _TEXTS:
                said, raw = self._words(kid, page, depth)
                yield _Text(block, counted and kind not in _LEFT_OUT, (said,), raw, is_row=False)
            elif kind == "/TR":
                found = [cell for cell in _kids(kid) if isinstance(cell, DictionaryObject)]
                cells = [self._words(cell, page, depth) for cell in found]
                if all(str(cell["/S"]) == "/TH" for cell in found):
                    self._heads.update(_letters(said) for said, _ in cells)
                raw = CELL_END.join(each for _, each in cells)
                yield _Text(block, counted, tuple(said for said, _ in cells), raw, is_row=True)
            elif kind == "/Figure":
                said, raw = self._figure(kid, page, depth)
                yield _Text(block, counted, (said,), raw, is_row=False)
            elif kind == "/TOCI":
                said, raw = self._words(kid, page, depth)
                yield _Text(block, False, (raw,), raw, is_row=False)
            else:
                yield from self._texts(kid, block, counted, page, depth + 1)

    def _words(self, element: DictionaryObject, page: int | None, depth: int) -> tuple[str, str]:
        """What an element says, and every letter of it: numbers that the layout adds are not words of the report."""
        self._once(element, depth)
        own = element.raw_get("/Pg").idnum if "/Pg" in element else page
        said: list[str] = []
        raw: list[str] = []
        for kid in _kids(element):
            if isinstance(kid, int):
                words = self._marked(own, int(kid))
                said.append(words)
                raw.append(words)
            elif isinstance(kid, DictionaryObject) and kid.get("/Type") == "/MCR":
                words = self._marked(kid.raw_get("/Pg").idnum, int(str(kid["/MCID"])))
                said.append(words)
                raw.append(words)
            elif isinstance(kid, DictionaryObject) and "/S" in kid:
                inner, every = self._words(kid, own, depth + 1)
                raw.append(f"{every}\n" if str(kid["/S"]) == _LABEL else every)
                if str(kid["/S"]) not in _NOT_SAID:
                    said.append(inner)
        return "".join(said), "".join(f"{each}\n" if each.endswith(" ") else each for each in raw)

    def _figure(self, element: DictionaryObject, page: int | None, depth: int) -> tuple[str, str]:
        """A figure says its description and which picture is shown; what else stands in it is read too."""
        own = element.raw_get("/Pg").idnum if "/Pg" in element else page
        words, raw = self._words(element, page, depth)
        described = str(element.get("/Alt", ""))
        marks = [int(kid) for kid in _kids(element) if isinstance(kid, int)]
        shown = [each for mark in marks if own in self._pages for each in self._pages[own].pictures.pop(mark, [])]
        said = " ".join((picture_words(described, ", ".join(shown)), words)).strip()
        return said, f"{described}\n{raw}".strip()

    def _once(self, element: DictionaryObject, depth: int) -> None:
        """Note an element. ValueError for one that was there already, so that no tree is longer than its file."""
        if depth > _DEEPEST or id(element) in self._seen:
            raise ValueError("a tree too deep, or an element in two places")
        self._seen[id(element)] = element  # held, so that no other can get its number
        self._strange.update(dict.fromkeys(strange_in_element(element)))

    def _marked(self, page: int | None, mark: int) -> str:
        if page is None or page not in self._pages or (page, mark) in self._said:
            raise ValueError("words that are nowhere, or said twice")
        self._said.add((page, mark))
        return self._pages[page].marked.get(mark, "")

    # ---- outside the tree
    def _strays(self) -> Iterator[str]:
        """Words on pages that neither the tree nor the head and foot of every page hold."""
        yield from self._what_is_strange()
        frame = self._frame()
        for number, page in self._pages.items():
            yield from (told(name) for name in sorted(page.strange))
            for words in page.loose:
                repeated = _letters(words) in self._heads
                if _without_page(words) not in frame and words.strip(". \n") and not repeated:
                    yield fold(words)
            yield from (told("Do") for _ in page.pictures)
            for mark, words in page.marked.items():
                if (number, mark) not in self._said and words.strip():
                    yield fold(words)
        for each in self._reader.pages:
            for note in _array(each.get("/Annots")):
                held = note.get_object()
                if isinstance(held, DictionaryObject) and held.get("/Subtype") != "/Link":
                    yield fold(str(held.get("/Contents", tr("a note or a field"))))

    def _what_is_strange(self) -> Iterator[str]:
        """What the program never writes, and pages that stand in another order."""
        yield from dict.fromkeys((*strange_in_catalogue(self._reader.root_object), *self._strange))
        for each in self._reader.pages:
            yield from strange_on_page(each)
        for at, page in enumerate(self._pages.values(), 1):
            if (str(at), str(len(self._pages))) not in _PAGE_OF.findall("\n".join(page.loose)):
                yield tr("The pages do not stand in the order of their numbers.")
                break

    def _frame(self) -> frozenset[str]:
        """The words outside the tree that stand on every page alike."""
        sets = [{_without_page(words) for words in page.loose} for page in self._pages.values()]
        return frozenset(set.intersection(*sets)) if sets else frozenset()

    def _others(self) -> Iterator[tuple[str, str]]:
        """Every text beside that of the pages, for the scan for names."""
        said = {words for page in self._pages.values() for words in page.loose if words.strip(". \n")}
        for words in sorted(words for words in said if _letters(words) not in self._heads):
            yield "header", words
        for key, value in (self._reader.metadata or {}).items():
            if not seal.is_piece(key[1:]) or key in _STANDARD:
                yield "properties", str(value)
        found = seal.from_properties({key[1:]: str(value) for key, value in (self._reader.metadata or {}).items()})
        for words in seal.words_of(found):
            yield "seal", words
        for mark in _outline(self._reader.outline):
            yield "bookmarks", mark


def _letters(words: str) -> str:
    """The letters alone: a head that is repeated may be broken elsewhere than the words it repeats."""
    return "".join(words.split())


def _without_page(words: str) -> str:
    return re.sub(r"Page \d+ of", "Page of", words)


def _element(held: object) -> DictionaryObject:
    """An element of the tree. ValueError for anything else."""
    if not isinstance(held, DictionaryObject):
        raise ValueError("no element")
    return held


def _kids(element: DictionaryObject) -> list[object]:
    held = element.get("/K")
    held = held.get_object() if isinstance(held, IndirectObject) else held
    kids = held if isinstance(held, ArrayObject) else ArrayObject([] if held is None else [held])
    return [each.get_object() if isinstance(each, IndirectObject) else each for each in kids]


def _array(held: object) -> list[IndirectObject | DictionaryObject]:
    made = held.get_object() if isinstance(held, IndirectObject) else held
    return list(made) if isinstance(made, ArrayObject) else []


def _outline(marks: Iterable[object]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, list):
            yield from _outline(mark)
        else:
            yield str(getattr(mark, "title", ""))
