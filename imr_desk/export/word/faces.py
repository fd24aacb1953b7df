"""How a table is set: the more columns, the smaller the letters and the closer the cells. And how wide letters are.

Widths and margins are twentieths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass

_SMALL_FROM = 7  # columns; such a table is set smaller and gets upright rules, since it is read cell by cell
_CLOSE_FROM = 11  # columns; here each twentieth of a point beside the words is missed in the longest text


@dataclass(frozen=True, slots=True)
class Face:
    """How a table is set.

    ``table`` is the id of its style, ``paragraph`` what the ids of its paragraphs' styles end in, ``points`` their
    size. ``above`` and ``beside`` are the margins of a cell, on each of the two sides. A row of more than ``tallest``
    lines may break over two pages. ``levelled``: the columns share the width so that rows become low.
    """

    table: str
    paragraph: str = ""
    points: float = 10
    above: int = 28
    beside: int = 85
    tallest: int = 30
    levelled: bool = False


PLAIN = Face("IMRTable")
RULED = Face("IMRTableRuled")
SMALL = Face("IMRTableRuled", "Small", 9.5, levelled=True)
CLOSE = Face("IMRTableClose", "Small", 9.5, above=14, beside=45, tallest=14, levelled=True)


def face_of(columns: int, *, landscape: bool) -> Face:
    """How a table of so many columns is set."""
    if columns >= _CLOSE_FROM:
        return CLOSE
    if columns >= _SMALL_FROM:
        return SMALL
    return RULED if landscape else PLAIN


# Advance widths of Arial for U+0020 to U+007E, in thousandths of the size; the stand-ins for Arial have the same.
_ARIAL = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556,) * 10,
    *(278, 278, 584, 584, 584, 556, 1015),
    *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
    *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
    *(278, 278, 278, 469, 556, 333),
    *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
    *(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
    *(334, 260, 334, 584),
)
_ARIAL_BOLD = (
    *(278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611),
    *(975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556),
    *(333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611),
    *(611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584),
)
_OTHER = 600
_BELOW = (_OTHER,) * 32
_PLAIN_TABLE, _BOLD_TABLE = (*_BELOW, *_ARIAL, _OTHER), (*_BELOW, *_ARIAL_BOLD, _OTHER)
"""By the number of the letter."""
_MEAN = 0.5  # of the size: a rough mean of Arial's small letters with the blanks between words


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """The width of text set in Arial."""
    widths = _BOLD_TABLE if bold else _PLAIN_TABLE
    if text.isascii():
        return sum(map(widths.__getitem__, text.encode())) * points / 50
    return sum(widths[ord(letter)] if letter.isascii() else _OTHER for letter in text) * points / 50


def letters_in(width: float, face: Face) -> float:
    """How many letters of common text stand on a line of a column so wide."""
    return (width - 2 * face.beside) / (face.points * 20 * _MEAN)
