"""Down the page: paragraphs one below the other, kept together where they belong together, and on to the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imr_desk.export.pdf.breaking import Ink, Line, Segment, lines_of
from imr_desk.export.pdf.sheets import BLACK, BLUE, UPRIGHT, Paper, Sheets
from imr_desk.export.pdf.styles import Look
from imr_desk.export.pdf.tree import Element

_FEWEST = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page."""
_LIGHT = "0.949 0.949 0.949"
_RULE_GAP = 4
"""Between the words of a heading and the rule below it."""


@dataclass(frozen=True)
class Block:
    """A paragraph ready to be placed.

    `label` hangs before its first line and is no part of its words; `lead` stands there and is.
    """

    look: Look
    lines: Sequence[Line]
    element: Element
    label: str = ""
    lead: str = ""
    lead_bold: bool = False
    places: tuple[str, ...] = ()
    label_element: Element | None = None
    """The element of the label, where it is not a part of ``element``."""


class Flow:
    """Places blocks on sheets. What is to stay with the next block waits until that is known."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.paper: Paper = UPRIGHT
        self.y = 0.0
        self.at_top = True
        self._after = 0.0
        self._held: list[Block] = []
        self._begun = False

    # ---- pages
    def page(self, paper: Paper | None = None) -> None:
        """Go on at the top of a new page."""
        self.settle()
        if self._begun:
            self.sheets.settle(self.sheets.sheet)
        self._begun = True
        self.paper = paper or self.paper
        self.sheets.turn(self.paper)
        self.y, self._after, self.at_top = self.paper.top, 0.0, True

    @property
    def foot(self) -> float:
        """The lower edge of the text."""
        return self.paper.height - self.paper.bottom

    # ---- blocks
    def add(self, block: Block) -> None:
        """Place a block, or hold it until the next is known."""
        self._held.append(block)
        if not block.look.keep_next:
            self.settle()

    def settle(self, more: float = 0.0) -> None:
        """Place what is held, on a new page where it does not fit with the `more` points that have to follow it."""
        held, self._held = self._held, []
        if not held:
            return
        needed, after, top = more, self._after, self.at_top
        for at, block in enumerate(held):
            last = at == len(held) - 1
            count = len(block.lines)
            if last and not more and not block.look.keep_lines and not block.look.keep_next and count > _FEWEST + 1:
                count = _FEWEST
            rule = _RULE_GAP if block.look.rule_below else 0
            needed += (0 if top else max(after, block.look.before)) + count * block.look.height + rule
            after, top = block.look.after, False
        if more:
            needed += after
        if not self.at_top and self.y + needed > self.foot:
            self.page()
        for block in held:
            self._place(block)

    def room(self, height: float, gap: float = 0.0) -> bool:
        """Whether so much still fits on this page, with what is held above it."""
        return self.y + max(gap, self._after) + height <= self.foot

    def skip(self, before: float) -> None:
        """Leave the room between what stands above and what comes."""
        if not self.at_top:
            self.y += max(before, self._after)
        self._after, self.at_top = 0.0, False

    def _place(self, block: Block) -> None:
        look, lines = block.look, list(block.lines)
        self.skip(look.before)
        for name in block.places:
            self.sheets.place(name, self.y)
        first = True
        while lines:
            count = self._fit(look, len(lines))
            if count < len(lines) and len(lines) - count < _FEWEST:
                count = max(len(lines) - _FEWEST, 0)
            if count < _FEWEST and count < len(lines) and self.y > self.paper.top:
                self.page()
                self.skip(0)
                continue
            self._draw(block, lines[: max(count, 1)], first=first)
            lines = lines[max(count, 1) :]
            first = False
            if lines:
                self.page()
                self.skip(0)
        self._after = look.after
        self.sheets.tree.close(block.element)

    def leave(self, after: float) -> None:
        """Leave so much room below what was drawn by others."""
        self._after, self.at_top = after, False

    def _fit(self, look: Look, count: int) -> int:
        """How many of so many lines fit on this page."""
        return min(count, int((self.foot - self.y + 0.01) / look.height))

    def _draw(self, block: Block, lines: Sequence[Line], *, first: bool) -> None:
        look, sheets = block.look, self.sheets
        left = self.paper.side + look.left
        height = len(lines) * look.height
        if look.bar:
            sheets.artifact()
            sheets.fill(left, self.y - 3, self.paper.text_width - look.left, height + 6, _LIGHT)
            sheets.fill(left - 9, self.y - 3, 3, height + 6, BLUE)
            sheets.end()
        if look.boxed:
            sheets.artifact()
            sheets.box(left - 10, self.y - 10, self.paper.text_width - look.left - look.right + 20, height + 20, 1)
            sheets.end()
        if first and block.label:
            self._label(block, left)
        if first and block.lead:
            sheets.begin(block.element)
            code = sheets.letters[block.lead_bold].word(block.lead).code
            sheets.text(left, self.y + look.base, code, look.size, bold=block.lead_bold)
            sheets.end()
        Words(sheets, block.element, look, left + look.number, self.paper).draw(lines, self.y)
        self.y += height
        if look.rule_below:
            self.y += _RULE_GAP
            sheets.artifact()
            sheets.rule(self.paper.side, self.y, self.paper.width - self.paper.side, self.y, look.rule_below, BLUE)
            sheets.end()

    def _label(self, block: Block, left: float) -> None:
        look, sheets = block.look, self.sheets
        element = block.label_element or sheets.tree.element("Lbl", block.element)
        sheets.begin(element)
        code = sheets.letters[look.bold].word(block.label).code
        sheets.text(left, self.y + look.base, code, look.size, bold=look.bold, colour=BLUE if look.blue else BLACK)
        sheets.end()
        sheets.tree.close(element)


class Words:
    """Draws the lines of one element, with a link element for each run that leads somewhere."""

    def __init__(self, sheets: Sheets, element: Element, look: Look, left: float, paper: Paper) -> None:
        self._sheets, self._element, self._look = sheets, element, look
        self._left, self._paper = left, paper

    def draw(self, lines: Sequence[Line], top: float) -> None:
        """Draw lines from a height down."""
        opened: Ink | None = None
        for at, line in enumerate(lines):
            base = top + at * self._look.height + self._look.base
            for segment in line:
                leads = segment.ink.target or segment.ink.shown
                if leads:
                    if opened is not None:
                        self._sheets.end()
                        opened = None
                    self._link(segment, base)
                    continue
                if opened is None:
                    self._sheets.begin(self._element)
                    opened = segment.ink
                self._text(segment.x, base, segment)
        if opened is not None:
            self._sheets.end()

    def _text(self, x: float, base: float, segment: Segment) -> None:
        ink, look = segment.ink, self._look
        bold, blue = ink.bold or look.bold, ink.blue or look.blue
        self._sheets.text(self._left + x, base, segment.code, look.size, bold=bold, colour=BLUE if blue else BLACK)

    def _link(self, segment: Segment, base: float) -> None:
        tree = self._sheets.tree
        around = tree.element("Reference", self._element) if segment.ink.shown else self._element
        element = tree.element("Link", around)
        self._sheets.begin(element)
        self._text(segment.x, base, segment)
        self._sheets.end()
        box = (
            self._left + segment.x,
            base - self._look.size,
            self._left + segment.x + segment.width,
            base + self._look.size * 0.25,
        )
        self._sheets.link(element, box, segment.ink.target, segment.text.strip())
        tree.close(element)
        if around is not self._element:
            tree.close(around)


def block_of(
    sheets: Sheets, element: Element, look: Look, runs: Sequence[tuple[str, Ink]], paper: Paper, label: str = ""
) -> Block:
    """Break runs into the lines of a block."""
    room = paper.text_width - look.left - look.right - look.number
    inked = [(text, ink._replace(bold=ink.bold or look.bold)) for text, ink in runs]
    return Block(look, lines_of(inked, sheets.letters, look.size, room), element, label)
