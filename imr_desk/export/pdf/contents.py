"""The contents: each heading with its page, known once everything is laid out, and a link that goes there."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.export.pdf.breaking import Ink, Line, lines_of
from imr_desk.export.pdf.flow import Flow
from imr_desk.export.pdf.sheets import Sheet
from imr_desk.export.pdf.styles import CONTENTS
from imr_desk.export.pdf.tree import Element

_PAGE_ROOM = 40
_DOTS = 4.0


@dataclass(frozen=True)
class Entry:
    """A heading of level 1 or 2, its number if it has one, and the place it stands at."""

    level: int
    number: str
    text: str
    place: str


@dataclass(frozen=True)
class _Kept:
    """An entry whose room is taken and whose page is still to come."""

    entry: Entry
    sheet: Sheet
    y: float
    left: float
    lines: list[Line]


class Contents:
    """Takes the room first and is drawn at the end."""

    def __init__(self, flow: Flow, within: Element) -> None:
        self._flow, self._sheets, self.within = flow, flow.sheets, within
        self._list = flow.sheets.tree.element("TOC", within)
        self._kept: list[_Kept] = []

    def keep(self, entry: Entry) -> None:
        """Take the room for one entry."""
        look, flow = CONTENTS[entry.level], self._flow
        paper = flow.paper
        left = look.left + (look.number if entry.number else 0)
        lines = lines_of([(entry.text, Ink())], self._sheets.letters, look.size, paper.text_width - left - _PAGE_ROOM)
        height = len(lines) * look.height
        if not flow.room(height, look.before):
            flow.page()
        flow.skip(look.before)
        self._kept.append(_Kept(entry, self._sheets.sheet, flow.y, paper.side + left, lines))
        flow.y += height

    def draw(self) -> None:
        """Draw all entries."""
        tree = self._sheets.tree
        for kept in self._kept:
            self._sheets.sheet = kept.sheet
            item = tree.element("TOCI", self._list)
            reference = tree.element("Reference", item)
            link = tree.element("Link", reference)
            self._sheets.begin(link)
            self._words(kept)
            self._sheets.end()
            look = CONTENTS[kept.entry.level]
            paper = kept.sheet.paper
            left = kept.left - (look.number if kept.entry.number else 0)
            box = (left, kept.y, paper.width - paper.side, kept.y + len(kept.lines) * look.height)
            self._sheets.link(link, box, kept.entry.place, " ".join((kept.entry.number, kept.entry.text)).strip())
            for each in (link, reference, item):
                tree.close(each)
        tree.close(self._list)

    def _words(self, kept: _Kept) -> None:
        look, sheets, paper = CONTENTS[kept.entry.level], self._sheets, kept.sheet.paper
        letters = sheets.letters[False]
        unit = look.size / 1000
        base = kept.y + look.base
        if kept.entry.number:
            number = letters.word(f"{kept.entry.number} ")
            sheets.text(kept.left - look.number, base, number.code, look.size)
        end = kept.left
        for at, line in enumerate(kept.lines):
            for segment in line:
                sheets.text(kept.left + segment.x, base + at * look.height, segment.code, look.size)
                end = kept.left + segment.x + segment.width
        low = base + (len(kept.lines) - 1) * look.height
        page = letters.word(f" {sheets.places[kept.entry.place][0].count}")
        right = paper.width - paper.side - page.width * unit
        dot = letters.word(".").width * unit
        sheets.text(right, low, page.code, look.size)
        count = int((right - end - 2 * _DOTS) / (dot + _DOTS))
        if count > 0:
            start = right - _DOTS - count * (dot + _DOTS)
            sheets.end()
            sheets.artifact()
            for at in range(count):
                sheets.text(start + at * (dot + _DOTS), low, letters.word(".").code, look.size)
