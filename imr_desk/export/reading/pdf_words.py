"""The words on the pages of a PDF, by the marks that the structure tree names; and those that no mark holds."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pypdf import PageObject
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from imr_desk.export.reading.everything_pages import letters_of
from imr_desk.export.reading.pdf_pictures import pictures_of
from imr_desk.export.reading.pdf_strange import OPERATORS
from imr_desk.export.reading.pdf_tokens import IMAGE, Operand, operations

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SPAN = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_MOST_CODES = 65536
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a letter that the file shows and does not say, so that it never passes for the words that were signed."""

MISSING = "\N{WHITE SQUARE}"
"""What is shown for a letter that the font lacks, and that is said beside it. Nothing else is shown and not said."""


@dataclass
class PageWords:
    """The words of one page: by mark, and in order those outside every mark (head, foot, what was added)."""

    marked: dict[int, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    pictures: dict[int, list[str]] = field(default_factory=dict)
    """Digests of the pictures that are shown, by mark."""
    strange: set[str] = field(default_factory=set)
    """What is done on the page and the program never does, by its operators."""


class Fonts:
    """From the codes of a font to letters; each font is read once."""

    def __init__(self) -> None:
        self._read: dict[object, tuple[int, Mapping[int, str]]] = {}

    def of(self, page: PageObject) -> dict[str, tuple[int, Mapping[int, str]]]:
        """For each font of a page, by its name there, the bytes of a code and the letters of the codes."""
        resources = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources is not None else None
        named = fonts.get_object() if fonts is not None else DictionaryObject()
        return {name: self._letters(named.raw_get(name)) for name in named}

    def _letters(self, font: object) -> tuple[int, Mapping[int, str]]:
        key = (font.idnum, font.generation) if isinstance(font, IndirectObject) else id(font)
        if key not in self._read:
            made = font.get_object() if isinstance(font, IndirectObject) else font
            self._read[key] = _letters_of(made) if isinstance(made, DictionaryObject) else (1, {})
        return self._read[key]


def _letters_of(font: DictionaryObject) -> tuple[int, Mapping[int, str]]:
    size = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    stream = stream.get_object() if stream is not None else None
    if not isinstance(stream, StreamObject):
        return size, {}
    data = stream.get_data()
    letters: dict[int, str] = {}
    for block in _CHARS.findall(data):
        letters.update((int(code, 16), _said(words)) for code, words in _PAIR.findall(block))
    spread = 0
    for block in _RANGES.findall(data):
        for first, last, target in _SPAN.findall(block):
            begin, end = int(first, 16), int(last, 16)
            spread += max(end - begin + 1, 0)
            if spread > _MOST_CODES:
                raise ValueError("more codes than a font has")
            letters.update(_spread(begin, end, target))
    return size, letters


def _spread(first: int, last: int, target: bytes) -> Iterator[tuple[int, str]]:
    """The letters of a range of codes: one after the other, or each by itself."""
    given = _HEX.findall(target)
    for at in range(min(last - first + 1, 65536)):
        if target.startswith(b"["):
            yield first + at, _said(given[at]) if at < len(given) else UNREADABLE
        else:
            begin = _said(given[0])
            yield first + at, begin[:-1] + chr(ord(begin[-1]) + at) if begin else UNREADABLE


def _said(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def words_of(page: PageObject, fonts: Fonts) -> PageWords:
    """Read one page."""
    contents = page.get_contents()
    found = PageWords()
    if contents is not None:
        _Reader(fonts.of(page), _lists(page), found, pictures_of(page)).read(contents.get_data())
    return found


def _lists(page: PageObject) -> Mapping[str, Operand]:
    """The property lists that marks may name instead of holding them."""
    resources = page.get("/Resources")
    lists = resources.get_object().get("/Properties") if resources is not None else None
    named = lists.get_object() if lists is not None else {}
    return {name: _plain(dict(named[name].get_object())) for name in named}


def _plain(held: Mapping[str, object]) -> Operand:
    """Of a property list what matters here."""
    made: dict[str, Operand] = {}
    if "/MCID" in held:
        made["/MCID"] = int(str(held["/MCID"]))
    if "/ActualText" in held:
        made["/ActualText"] = b"\xfe\xff" + str(held["/ActualText"]).encode("utf-16-be")
    return made


class _Reader:
    """Goes through the operations of one page."""

    def __init__(
        self,
        fonts: dict[str, tuple[int, Mapping[int, str]]],
        lists: Mapping[str, Operand],
        found: PageWords,
        pictures: Mapping[str, str],
    ) -> None:
        self._fonts, self._lists, self._found, self._pictures = fonts, lists, found, pictures
        self._placed = False  # a picture has its place, and comes next
        self._font: tuple[int, Mapping[int, str]] = (1, {})
        self._marks: list[int | None] = []
        self._instead: list[bool] = []
        self._fresh = True

    def read(self, data: bytes) -> None:
        """Read the contents of the page."""
        for operator, operands in operations(data):
            if self._placed or operator == "cm":
                self._picture(operator, operands)
            elif operator in ("Tj", "'", '"'):
                self._say(self._words(operands[-1]))
            elif operator == "Tf":
                self._font = self._fonts.get(str(operands[0]), (1, {}))
            elif operator in ("BDC", "BMC"):
                self._begin(operands)
            elif operator == "EMC" and self._marks:
                self._marks.pop()
                self._instead.pop()
                self._fresh = self._fresh or not self._marks
            elif operator == "TJ" and isinstance(operands[0], list):
                self._say("".join(self._words(each) for each in operands[0] if isinstance(each, bytes)))
            elif operator not in OPERATORS:
                self._found.strange.add("inline image" if operator == IMAGE else operator[:20])

    def _picture(self, operator: str, operands: list[Operand]) -> None:
        """A place, the picture at it, and the end of the place: upright, whole, and nothing else in between."""
        if operator == "cm" and not self._placed and _is_upright(operands):
            self._placed = True
            return
        sha256 = self._pictures.get(str(operands[0]), "") if operator == "Do" and operands else ""
        mark = self._marks[-1] if self._marks else None
        if sha256 and mark is not None:
            self._found.pictures.setdefault(mark, []).append(sha256)
        elif operator != "Q":
            self._found.strange.add(operator[:20])
        self._placed = operator != "Q"

    def _begin(self, operands: list[Operand]) -> None:
        held = operands[1] if len(operands) > 1 else {}
        if isinstance(held, str):
            held = self._lists.get(held, {})
        said = held if isinstance(held, dict) else {}
        mark, instead = said.get("/MCID"), said.get("/ActualText")
        if not self._marks:
            self._fresh = True
        around = self._marks[-1] if self._marks else None
        self._marks.append(mark if isinstance(mark, int) else around)
        if isinstance(instead, bytes):
            self._say(letters_of(instead))
        self._instead.append(isinstance(instead, bytes) or (bool(self._instead) and self._instead[-1]))

    def _words(self, string: Operand) -> str:
        if not isinstance(string, bytes):
            return ""
        if self._instead and self._instead[-1]:
            if self._spelt(string) != MISSING:
                self._found.strange.add("ActualText")
            return ""
        return self._spelt(string)

    def _spelt(self, string: bytes) -> str:
        size, letters = self._font
        if size == 1:
            return "".join(letters.get(code, UNREADABLE) for code in string)
        codes = struct.unpack(f">{len(string) // 2}H", string[: len(string) // 2 * 2])
        return "".join([letters.get(code, UNREADABLE) for code in codes])

    def _say(self, words: str) -> None:
        if not words:
            return
        found = self._found
        mark = self._marks[-1] if self._marks else None
        if mark is not None:
            found.marked[mark] = found.marked.get(mark, "") + words
        elif self._fresh or not self._marks:
            found.loose.append(words)
            self._fresh = False
        else:
            found.loose[-1] += f"\n{words}"


def _is_upright(operands: list[Operand]) -> bool:
    """Whether a place is a plain box: width and height, nothing turned or mirrored."""
    numbers = [each for each in operands if isinstance(each, int | float)]
    if len(numbers) != 6 or len(operands) != 6:
        return False
    width, turned, leaning, height, _, _ = numbers
    return width > 0 and height > 0 and not turned and not leaning
