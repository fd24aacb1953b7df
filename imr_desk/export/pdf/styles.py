"""How each kind of paragraph is set; sizes and distances are those of the Word file, in points."""

from __future__ import annotations

from dataclasses import dataclass

CM = 72 / 2.54
NUMBER_INDENT = 1.5 * CM
"""How far the words of a numbered paragraph stand from the edge; its number hangs in the room."""


@dataclass(frozen=True)
class Look:
    """A paragraph: its letters, the room round it, and what is drawn with it.

    `line` is the height of a line as a multiple of the font's own. `number` is where the words begin after a hanging
    number or mark.
    """

    size: float = 12
    bold: bool = False
    blue: bool = False
    line: float = 1.15
    before: float = 0
    after: float = 8
    left: float = 0
    right: float = 0
    number: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    rule_below: float = 0
    bar: bool = False
    boxed: bool = False
    centred: bool = False

    @property
    def height(self) -> float:
        """The height of one line."""
        return self.size * 1.149 * self.line

    @property
    def base(self) -> float:
        """From the top of a line to the foot of its letters."""
        return (self.height - self.size * 1.149) + self.size * 0.905


HEADINGS = {
    1: Look(18, True, True, 1, 22, 9, keep_next=True, keep_lines=True, rule_below=0.75, number=NUMBER_INDENT),
    2: Look(14, True, True, 1, 16, 6, keep_next=True, keep_lines=True),
    3: Look(12, True, False, 1, 10, 4, keep_next=True, keep_lines=True),
}
PARAGRAPHS = {
    "numbered": Look(number=NUMBER_INDENT),
    "plain": Look(),
    "finding": Look(line=1.15, before=6, after=12, keep_lines=True, bar=True, number=NUMBER_INDENT),
    "quote": Look(line=1.1, left=62.35, right=28.35),
    "sub": Look(after=5, left=NUMBER_INDENT, number=28.35),
    "bullet": Look(line=1.15, after=4, left=NUMBER_INDENT, number=14.2),
    "note": Look(10, line=1.05, before=5, after=12),
    "label": Look(line=1.05, after=7, number=6 * CM),
}
TITLE = Look(28, True, True, 1, 0, 8, keep_next=True)
SUBTITLE = Look(18, line=1, after=45)
AGENCY = Look(16, True, False, 1, 18, 95, rule_below=2.25)
PANEL_NUMBER = Look(12, line=1, before=32, after=32, left=11.35, right=11.35, keep_lines=True, boxed=True)
CONTENTS_HEADING = Look(18, True, True, 1, 0, 6, keep_next=True, rule_below=0.75)
CONTENTS = {1: Look(11.5, line=1, before=3.5, after=0, number=62.35), 2: Look(10.5, line=1, after=0, left=62.35)}
CAPTION = Look(11, True, False, 1, 12, 5, keep_next=True, keep_lines=True)
HEAD = Look(10, line=1, after=0, centred=True)
MARKING = Look(12, True, False, 1, 0, 0, centred=True)
NOTICE = Look(11, True, False, 1, 0, 0, centred=True)
FOOT = Look(9.5, line=1, after=3, centred=True)
