"""How wide the columns of a table are, worked out from the letters in them so that no word is broken.

Widths are twentieths of a point. Every column gets room for its longest word (a date counts as one); what is left is
shared out by the weights of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

PORTRAIT, LANDSCAPE = 9070, 15138
"""The width of the text on an upright and on a sideways page."""

_CELL_MARGINS = 170
_SLACK = 40  # for programs that measure a little differently
_LONGEST_WORD = 40  # a longer one (a link, a path) may be broken
_BOLD = 1.08

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
_OTHER = 600
_PHRASE = re.compile(r"\d\d? [A-Z][a-z]{2} \d{4}$|[A-Z]{1,3}-?\d+, p\. \d+|[A-Z][a-z]{1,6} (?:\d+|[A-Z])\b|\S+")


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """The width of text set in Arial."""
    units = sum(_ARIAL[ord(letter) - 32] if " " <= letter <= "~" else _OTHER for letter in text)
    return units * points / 50 * (_BOLD if bold else 1)


def column_widths(
    headings: Sequence[str], weights: Sequence[float], rows: Sequence[Sequence[str]], points: float, total: int
) -> tuple[int, ...]:
    """A width for each column, together exactly ``total``.

    Dates, references to a page and codes (``Child F``) stay on one line if they fit; if not even single words do, all
    columns are narrowed alike.
    """
    least = _least(headings, rows, points, _PHRASE.findall)
    if sum(least) > total:
        least = _least(headings, rows, points, str.split)
    if sum(least) > total:
        least = [width * total / sum(least) for width in least]
    shared = [int(width) for width in _shared(least, weights, total)]
    shared[shared.index(max(shared))] += total - sum(shared)
    return tuple(shared)


def _least(
    headings: Sequence[str], rows: Sequence[Sequence[str]], points: float, split: Callable[[str], list[str]]
) -> list[float]:
    """The width below which a column would break a word."""
    least = []
    for column, heading in enumerate(headings):
        written = {line for row in rows for line in row[column].splitlines()}
        words = {word for line in written for word in split(line) if len(word) <= _LONGEST_WORD}
        longest = max((text_width(word, points) for word in words), default=0.0)
        head = max((text_width(word, points, bold=True) for word in heading.split()), default=0.0)
        least.append(max(longest, head) + _CELL_MARGINS + _SLACK)
    return least


def _shared(least: Sequence[float], weights: Sequence[float], total: int) -> list[float]:
    """Share by weight; a column whose share is under its least keeps the least and the others share the rest."""
    held: set[int] = set()
    while True:
        free = [column for column in range(len(least)) if column not in held]
        room = total - sum(least[column] for column in held)
        unit = room / (sum(weights[column] for column in free) or 1)
        tight = {column for column in free if weights[column] * unit < least[column]}
        if not tight or len(tight) == len(free):
            return [least[column] if column in held | tight else weights[column] * unit for column in range(len(least))]
        held |= tight
