"""How a line of a report is set on the screen: bands of words, one under the other, each with its place and look.

Pure measures from the line and the room there is; the view measures and paints the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ui import theme
from ui.tokens import Role, Tone, tokens

if TYPE_CHECKING:
    from imr_desk.export.readable import ReadLine

MARGIN = 32
GUTTER = 62
"""Where the words of a numbered paragraph begin, after its number."""
LABELS = 150
"""The width of the headings beside the cells of a row that is set as a card."""
WIDEST_TABLE = 900
LEAST_COLUMN, MOST_COLUMNS = 96, 6
"""A table of more columns, or of narrower ones, is set as one card a row."""
BETWEEN = 14
SHORT = 48
"""Letters of a cell that may still name a row."""


class Words(NamedTuple):
    """Words of one look, `x` pixels from the left of the line and at most `width` wide."""

    words: str
    role: Role
    weight: int
    tone: Tone
    x: int
    width: int


class Bands(NamedTuple):
    """A line: bands from above to below; what stands in one band begins at the same height.

    `rule` draws a line under it, `bar` an upright one beside it; `top` and `bottom` stay free.
    """

    bands: tuple[tuple[Words, ...], ...]
    top: int = 0
    bottom: int = 8
    rule: bool = False
    bar: bool = False


def bands_of(line: ReadLine, width: int) -> Bands:
    """The bands of a line in a view of that width."""
    margin = theme.px(MARGIN) if width > theme.px(560) else theme.px(16)
    room = max(80, width - 2 * margin)
    if line.kind in ("head", "row"):
        return _of_table(line, margin, min(room, theme.px(WIDEST_TABLE)))
    return _of_words(line, margin, min(room, theme.px(tokens().size["reading_width"])))


def _of_words(line: ReadLine, left: int, room: int) -> Bands:
    if line.kind in ("title", "chapter", "heading"):
        return _heading(line, left, room)
    if line.kind == "caption":
        words = " · ".join(part for part in (line.number, line.text) if part)
        return Bands(((Words(words, "label", 600, "text", left, room),),), theme.px(14), theme.px(4))
    if line.kind == "note":
        return Bands(((Words(_whole(line), "small", 400, "text_soft", left, room),),))
    if line.kind == "label":
        name = min(theme.px(190), room // 3)
        beside = Words(line.text or "–", "reading", 400, "text", left + name, room - name)
        return Bands(
            ((Words(line.lead, "label", 500, "text_soft", left, name - theme.px(12)), beside),), 0, theme.px(4)
        )
    return _paragraph(line, left, room)


def _heading(line: ReadLine, left: int, room: int) -> Bands:
    words = " ".join(part for part in (line.number, line.text) if part)
    role: Role = "section" if line.kind == "heading" else "title"
    above = {"title": 4, "chapter": 34, "heading": 18}[line.kind]
    return Bands(((Words(words, role, 600, "text", left, room),),), theme.px(above), theme.px(6))


def _paragraph(line: ReadLine, left: int, room: int) -> Bands:
    gutter = min(theme.px(GUTTER), room // 3)
    first: list[Words] = []
    x = left
    if line.kind == "bullet":
        first.append(Words("•", "reading", 400, "text_soft", left + theme.px(8), theme.px(14)))
        x = left + theme.px(26)
    elif line.kind == "sub":
        first.append(Words(line.number, "reading", 400, "text_quiet", left + gutter, theme.px(28)))
        x = left + gutter + theme.px(32)
    elif line.number:
        first.append(Words(line.number, "reading", 400, "text_quiet", left, gutter - theme.px(8)))
        x = left + gutter
    elif line.kind == "quote":
        x = left + theme.px(24)
    tone: Tone = "text_soft" if line.kind == "quote" else "text"
    wide = left + room - x
    lead = Words(line.lead, "reading", 600, "text", x, wide)
    words = Words(line.text, "reading", 400, tone, x, wide)
    bands = ((*first, lead), (words,)) if line.lead and line.text else ((*first, lead if line.lead else words),)
    return Bands(bands, theme.px(4), theme.px(6), bar=line.kind == "quote")


def _whole(line: ReadLine) -> str:
    return " ".join(part for part in (line.lead, line.text) if part)


# ---- tables
def _of_table(line: ReadLine, left: int, room: int) -> Bands:
    widths = _columns(line, room)
    if not widths:
        return _card(line, left, room)
    pad, at, band = theme.px(BETWEEN), left, []
    for words, wide in zip(line.cells or line.columns, widths, strict=True):
        if line.kind == "head":
            band.append(Words(words, "caption", 500, "text_quiet", at, max(1, wide - pad)))
        else:
            band.append(Words(words, "body", 400, "text", at, max(1, wide - pad)))
        at += wide
    return Bands((tuple(band),), theme.px(6), theme.px(6), rule=True)


def _columns(line: ReadLine, room: int) -> tuple[int, ...]:
    """The widths of the columns side by side; nothing where the row is set as a card."""
    weights = [max(0.7, min(weight, 3.0)) for weight in line.weights]
    if not weights or len(weights) > MOST_COLUMNS:
        return ()
    widths = tuple(int(room * weight / sum(weights)) for weight in weights)
    return widths if min(widths) >= theme.px(LEAST_COLUMN) else ()


def _card(line: ReadLine, left: int, room: int) -> Bands:
    """A row as a card: what names it as a heading, then each cell that holds something beside its heading."""
    if line.kind == "head":
        return Bands((), 0, 1)
    names = min(theme.px(LABELS), room // 3)
    lead, named = _named(line)
    bands: list[tuple[Words, ...]] = [(Words(lead, "label", 600, "text", left, room),)] if lead else []
    for name, cell in zip(line.columns[named:], line.cells[named:], strict=True):
        if cell:
            head = Words(name, "small", 400, "text_quiet", left, names - theme.px(10))
            bands.append((head, Words(cell, "body", 400, "text", left + names, room - names)))
    return Bands(tuple(bands), theme.px(10), theme.px(10), rule=True)


def _named(line: ReadLine) -> tuple[str, int]:
    """What names a row, and how many of its cells that takes: the first, and the second where both are short."""
    if line.lead:
        return line.lead, 0
    short = len(line.cells) > 1 and len(line.cells[1]) <= SHORT and len(line.cells[0]) <= SHORT
    count = 2 if short else 1
    return " · ".join(cell.replace("\n", ", ") for cell in line.cells[:count] if cell), count
