"""How wide the columns of a table are, worked out from the words in them so that none is broken.

Widths are twentieths of a point. Every column gets room for its longest word. What is left is shared out by the
weights of the columns or, in a table of many columns, so that its rows become low.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from imr_desk.export.report import Column
from imr_desk.export.word.faces import Face, letters_in, text_width

_SLACK = 20  # for programs that measure a little differently
_LONGEST_WORD = 40  # a longer one (a link, a path) may be broken
_LEFT_TO_SHARE = 0.05  # of the width: where words want more than the rest, the longest of them are broken
_SAMPLE = 400  # rows whose texts are measured, taken evenly from the whole table; words are looked for in all rows
_AT_ONCE = 256  # cells whose words are looked for together
_ONE_DIGIT = str.maketrans("123456789", "000000000")  # all digits are of one width: 20,000 numbers are a few words
_PHRASE = re.compile(r"\d\d? [A-Z][a-z]{2} \d{4}$|[A-Z]{1,3}-?\d+, p\. \d+|[A-Z][a-z]{1,6} (?:\d+|[A-Z])\b|\S+")
_BETWEEN = re.compile(r"\s+|(?<=[a-z]-)(?=[a-z])")  # programs break a line here: cross-|examination

Rows = Sequence[Sequence[str]]


def column_widths(columns: Sequence[Column], rows: Rows, face: Face, total: int) -> tuple[int, ...]:
    """A width for each column, together exactly ``total``.

    Dates, references to a page and codes (``Child F``) stay on one line if all of them fit, but not in a column of
    weight 0. If not even single words fit, the widest columns are narrowed.
    """
    sample = rows[:: max(1, len(rows) // _SAMPLE)]
    words = [_longest_word(column, list(map(itemgetter(at), rows)), face) for at, column in enumerate(columns)]
    phrases = [
        _longest((row[at] for row in sample), _PHRASE.findall, face) if column.weight else 0.0
        for at, column in enumerate(columns)
    ]
    least = [max(word, phrase) for word, phrase in zip(words, phrases, strict=True)]
    room = total * (1 - _LEFT_TO_SHARE)
    least = _narrowed(least if sum(least) <= room else words, room)
    shared = _level(columns, sample, least, face, total) if face.levelled else _by_weight(columns, least, total)
    widths = [int(width) for width in shared]
    widths[widths.index(max(widths))] += total - sum(widths)
    return tuple(widths)


def _longest_word(column: Column, cells: Sequence[str], face: Face) -> float:
    """The width below which a column would break a word, of its heading or of any row."""
    written: set[str] = set()
    for at in range(0, len(cells), _AT_ONCE):
        written.update(" ".join(cells[at : at + _AT_ONCE]).translate(_ONE_DIGIT).split())
    parted = {word for word in written if "-" in word}
    written -= parted
    for word in parted:
        written.update(_BETWEEN.split(word))
    head = max((text_width(word, face.points, bold=True) for word in column.heading.split()), default=0.0)
    return max(_widest(written, face), head + _around(face))


def _longest(texts: Iterable[str], split: Callable[[str], list[str]], face: Face) -> float:
    """The width of the longest piece of these texts, with the margins of a cell."""
    return _widest({piece for text in texts for line in text.splitlines() for piece in split(line)}, face)


def _widest(pieces: Iterable[str], face: Face) -> float:
    """The width of the widest of these pieces, with the margins of a cell."""
    widths = (text_width(piece, face.points) for piece in pieces if len(piece) <= _LONGEST_WORD)
    return max(widths, default=0.0) + _around(face)


def _around(face: Face) -> int:
    return 2 * face.beside + _SLACK


def _narrowed(least: Sequence[float], room: float) -> list[float]:
    """The widths, the widest of them cut to one measure where all together want more room than there is."""
    left = room
    for at, width in enumerate(sorted(least)):
        most = left / (len(least) - at)
        if width > most:
            return [min(each, most) for each in least]
        left -= width
    return list(least)


def _by_weight(columns: Sequence[Column], least: Sequence[float], total: int) -> list[float]:
    """Share by weight; a column whose share is under its least keeps the least and the others share the rest."""
    held: set[int] = set()
    while True:
        free = [at for at in range(len(least)) if at not in held]
        room = total - sum(least[at] for at in held)
        unit = room / (sum(columns[at].weight for at in free) or 1)
        tight = {at for at in free if columns[at].weight * unit < least[at]}
        if not tight or len(tight) == len(free):
            return [width if at in held | tight else columns[at].weight * unit for at, width in enumerate(least)]
        held |= tight


def _level(columns: Sequence[Column], rows: Rows, least: Sequence[float], face: Face, total: int) -> list[float]:
    """Share so that the long texts of all columns come to the same number of lines.

    ``h`` lines of a column hold its long text if it is as wide as text / ``h``, and no column is under its least; the
    right ``h`` fills the width exactly. Where there is little text the weights decide.
    """
    per_letter = (total - 2 * face.beside) / letters_in(total, face)
    ink = [
        (_long(row[at] for row in rows) + column.weight) * per_letter if column.weight else 0.0
        for at, column in enumerate(columns)
    ]
    low, high = 0.0, max(ink) or 1.0
    for _ in range(50):
        lines = (low + high) / 2
        wanted = [max(width, text / lines + 2 * face.beside) for width, text in zip(least, ink, strict=True)]
        low, high = (lines, high) if sum(wanted) > total else (low, lines)
    return [max(width, text / high + 2 * face.beside) for width, text in zip(least, ink, strict=True)]


def _long(cells: Iterable[str]) -> float:
    """The letters of a long text among these cells: a mean in which the long ones count for most."""
    lengths = [len(cell) + 6 * cell.count("\n") for cell in cells]  # a line of its own wastes some letters
    return (sum(length**4 for length in lengths) / len(lengths)) ** 0.25 if lengths else 0.0
