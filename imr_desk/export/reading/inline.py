"""The text of one paragraph of a Word file, in two readings.

``said``: what the paragraph says once all changes are accepted: without deletions and hidden text, and
without the numbers that the program works out (that of a table stands as SEQUENCE, others are left out). ``raw``:
every letter that is in the paragraph, for the scan for names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from imr_desk.export.reading.drawings import plain_picture
from imr_desk.export.word.bookmarks import block_of
from imr_desk.export.word.markup import W

SEQUENCE = "\x01"  # cannot be in any XML
PICTURE = "[picture]"
"""What a picture or an embedded object says: a report has none, so one that was put in is found as a difference."""

_WORKED_OUT = re.compile(r"\s*(REF|SEQ|PAGEREF|NOTEREF|PAGE|NUMPAGES)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\s*(?:(?:(?:Table|Figure)\s)?\d+(?:\.\d+)*|Annex\s[A-Z]{1,2}|[A-Z]{1,2}\.\d+)?(?:\([a-z]{1,2}\))?\s*"
)
_OFF = ("0", "false", "off")


@dataclass
class Inline:
    """A paragraph read: its texts, the block that begins with it, and whether its mark was deleted."""

    said: str = ""
    raw: str = ""
    block: tuple[str, bool] | None = None
    joins_next: bool = False


@dataclass
class _Field:
    instruction: list[str] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    in_result: bool = False


def read(
    element: etree._Element, hidden_styles: frozenset[str], pictures: Mapping[str, str] = MappingProxyType({})
) -> Inline:
    """Read a ``w:p`` or a ``w:tc``; ``hidden_styles`` are the ids of styles whose text is not shown.

    ``pictures`` has the digest of each picture by the id by which the part names it.
    """
    reader = _Reader(hidden_styles, pictures)
    if element.tag == f"{{{W}}}p":
        reader.paragraph(element)
    else:
        reader.children(element)
    return reader.finish()


class _Reader:
    """Walks through one paragraph."""

    def __init__(self, hidden_styles: frozenset[str], pictures: Mapping[str, str]) -> None:
        self._hidden_styles, self._pictures = hidden_styles, pictures
        self._said: list[str] = []
        self._raw: list[str] = []
        self._fields: list[_Field] = []
        self._silent = 0  # inside a deletion or hidden text
        self._found = Inline()

    def children(self, parent: etree._Element) -> None:
        for child in parent.iterchildren(tag=etree.Element):
            handle = _HANDLERS.get(child.tag)
            if handle:
                handle(self, child)
            else:
                self.children(child)

    def finish(self) -> Inline:
        while self._fields:  # a field that does not end here is not one of ours: what it says counts
            self._say("".join(self._fields.pop().result))
        self._found.said, self._found.raw = "".join(self._said), "".join(self._raw)
        return self._found

    def _say(self, text: str) -> None:
        if self._silent:
            return
        if not self._fields:
            self._said.append(text)
        elif self._fields[-1].in_result:
            self._fields[-1].result.append(text)

    def text(self, element: etree._Element) -> None:
        words = element.text or ""
        self._raw.append(words)
        self._say(words)

    def sign(self, element: etree._Element) -> None:
        """A break or a hyphen; for the scan a tab ends a line, since it parts a label or number from what follows."""
        sign = _SIGNS[str(element.tag)]
        self._raw.append("\n" if sign.isspace() else sign)
        self._say(sign)

    def symbol(self, element: etree._Element) -> None:
        """A sign of a symbol font, by its number."""
        self._say(f"[{element.get(f'{{{W}}}char', '')}]")

    def picture(self, element: etree._Element) -> None:
        """A drawing: a picture as the program shows one says its description and which it is.

        A box of text says its text; of anything else it is said that a picture stands here.
        """
        plain = plain_picture(element, self._pictures)
        if plain:
            self._say(plain)
            return
        boxes = list(element.iter(f"{{{W}}}txbxContent"))
        for inner in boxes:
            self.children(inner)
        if not boxes or next(element.iter(*_IMAGES), None) is not None:
            self._say(PICTURE)

    def silent(self, element: etree._Element) -> None:
        self._silent += 1
        self.children(element)
        self._silent -= 1

    def paragraph(self, element: etree._Element) -> None:
        style = element.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        if style is not None and style.get(f"{{{W}}}val") in self._hidden_styles:
            self.silent(element)
        else:
            self.children(element)

    def run(self, element: etree._Element) -> None:
        if self._is_hidden(element):
            self.silent(element)
        else:
            self.children(element)

    def alternatives(self, element: etree._Element) -> None:
        """Of two forms of the same thing, the first that a modern program shows."""
        for child in element.iterchildren(tag=etree.Element):
            self.children(child)
            return

    def nested(self, element: etree._Element) -> None:
        """A paragraph of a cell or of a box of text: apart from what stands before."""
        self._say("\n")
        self._raw.append("\n")
        self.paragraph(element)

    def properties(self, element: etree._Element) -> None:
        self._found.joins_next |= element.find(f"{{{W}}}rPr/{{{W}}}del") is not None

    def bookmark(self, element: etree._Element) -> None:
        self._found.block = block_of(element.get(f"{{{W}}}name", "")) or self._found.block

    def field_sign(self, element: etree._Element) -> None:
        kind = element.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            done = self._fields.pop()
            self._say(_result("".join(done.instruction), "".join(done.result)))

    def instruction(self, element: etree._Element) -> None:
        if self._fields:
            self._fields[-1].instruction.append(element.text or "")

    def simple_field(self, element: etree._Element) -> None:
        self._fields.append(_Field([element.get(f"{{{W}}}instr", "")], in_result=True))
        self.children(element)
        done = self._fields.pop()
        self._say(_result("".join(done.instruction), "".join(done.result)))

    def nothing(self, element: etree._Element) -> None:
        """An element that says nothing."""

    def _is_hidden(self, run: etree._Element) -> bool:
        look = run.find(f"{{{W}}}rPr")
        if look is None:
            return False
        vanish, style = look.find(f"{{{W}}}vanish"), look.find(f"{{{W}}}rStyle")
        if vanish is not None:
            return vanish.get(f"{{{W}}}val", "true") not in _OFF
        return style is not None and style.get(f"{{{W}}}val") in self._hidden_styles


def _result(instruction: str, result: str) -> str:
    """The result of a field as it counts: a number that the program worked out does not, words in its place do."""
    kind = _WORKED_OUT.match(instruction)
    if not kind or not _NUMBER.fullmatch(result):
        return result
    return SEQUENCE if kind[1].upper() == "SEQ" else ""


_IMAGES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


def _w(*names: str) -> list[str]:
    return [f"{{{W}}}{name}" for name in names]


_SIGNS = dict(zip(_w("tab", "br", "cr", "ptab", "noBreakHyphen", "softHyphen"), "\t\n\n\t\u2011\u00ad", strict=True))
_HANDLERS: dict[str, Callable[[_Reader, etree._Element], None]] = {
    **dict.fromkeys(_w("t", "delText"), _Reader.text),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": _Reader.text,
    **dict.fromkeys(_SIGNS, _Reader.sign),
    **dict.fromkeys(_w("sym"), _Reader.symbol),
    **dict.fromkeys(_w("drawing", "pict", "object"), _Reader.picture),
    **dict.fromkeys(_w("del", "moveFrom"), _Reader.silent),
    **dict.fromkeys(_w("r"), _Reader.run),
    **dict.fromkeys(_w("p"), _Reader.nested),
    **dict.fromkeys(_w("pPr"), _Reader.properties),
    **dict.fromkeys(_w("bookmarkStart"), _Reader.bookmark),
    **dict.fromkeys(_w("fldChar"), _Reader.field_sign),
    **dict.fromkeys(_w("instrText", "delInstrText"), _Reader.instruction),
    **dict.fromkeys(_w("fldSimple"), _Reader.simple_field),
    **dict.fromkeys(_w("rPr", "sdtPr", "sdtEndPr"), _Reader.nothing),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": _Reader.alternatives,
}

_PLAIN = frozenset(_w("t", "r", "p", "pPr", "rPr", "bookmarkStart"))
SPECIAL = (*(_HANDLERS.keys() - _PLAIN), *_w("vanish", "rStyle", "cellDel", "tbl", "sdt", "customXml"))
"""What makes a cell more than plain text; without any of it the text can be taken whole."""
