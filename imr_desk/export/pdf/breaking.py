"""Words into lines: greedy, at blanks; a word longer than a line is broken after a hyphen or else anywhere.

The blank at which a line is broken stays at its end, unseen, so that the words taken out of the file are the words put
in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from imr_desk.export.pdf.letters import Letters, Word

_PIECES = re.compile(r"\s+|\S+")
_AFTER_HYPHEN = re.compile(r"(?<=[A-Za-z]-)(?=[A-Za-z])")


class Ink(NamedTuple):
    """How a run of words is set, and where it leads. `shown`: a number that the layout adds, no words of the report."""

    bold: bool = False
    blue: bool = False
    target: str = ""
    shown: bool = False


class Segment(NamedTuple):
    """Words of one line in one ink: where they begin, in points from the start of the line, and their width."""

    ink: Ink
    x: float
    code: str
    width: float
    text: str


Line = tuple[Segment, ...]


def lines_of(runs: Iterable[tuple[str, Ink]], letters: Mapping[bool, Letters], size: float, room: float) -> list[Line]:
    """The lines of a paragraph, each at most `room` points wide; one empty line where there are no words."""
    made: list[Line] = []
    line: list[tuple[Ink, str, Word]] = []
    width, unit = 0.0, size / 1000
    for word in _words(runs):
        pieces = [(ink, text, letters[ink.bold].word(text)) for ink, text in word]
        wide = sum(each.width for _, _, each in pieces) * unit
        blank = letters[line[-1][0].bold].space if line else None
        gap = blank.width * unit if blank is not None else 0.0
        if line and blank is not None and width + gap + wide > room:
            line.append((line[-1][0], " ", blank))
            made.append(_line(line, unit))
            line, width, gap, blank = [], 0.0, 0.0, None
        if wide > room and not line:
            *whole, pieces = _cut(pieces, letters, room / unit)
            made.extend(_line(each, unit) for each in whole)
            wide = sum(each.width for _, _, each in pieces) * unit
        if blank is not None:
            line.append((line[-1][0], " ", blank))
        line.extend(pieces)
        width += gap + wide
    if line or not made:
        made.append(_line(line, unit))
    return made


def cell_lines(text: str, letters: Letters, size: float, room: float) -> list[str]:
    """The same for a cell of a table, in one ink, as glyphs only: quick, since a chronology has many."""
    made: list[str] = []
    space, limit = letters.space, room * 1000 / size
    for paragraph in text.splitlines() or [""]:
        line: list[str] = []
        width = 0.0
        for each in paragraph.split():
            word = letters.word(each)
            if line and width + space.width + word.width > limit:
                made.append(space.code.join(line) + space.code)
                line, width = [], 0.0
            if word.width > limit:
                *whole, last = _cut_word(each, letters, limit)
                made.extend(letters.word(part).code for part in whole)
                word = letters.word(last)
            width += word.width + (space.width if line else 0.0)
            line.append(word.code)
        made.append(space.code.join(line) + space.code)
    return made


def _words(runs: Iterable[tuple[str, Ink]]) -> Iterator[list[tuple[Ink, str]]]:
    """The words of all runs; a word may have several inks."""
    word: list[tuple[Ink, str]] = []
    for text, ink in runs:
        for piece in _PIECES.findall(text):
            if not piece.isspace():
                word.append((ink, piece))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _line(pieces: list[tuple[Ink, str, Word]], unit: float) -> Line:
    """Pieces in one ink that follow each other become one segment."""
    made: list[Segment] = []
    x = 0.0
    for ink, text, word in pieces:
        wide = word.width * unit
        if made and made[-1].ink == ink:
            last = made[-1]
            made[-1] = Segment(ink, last.x, last.code + word.code, last.width + wide, last.text + text)
        else:
            made.append(Segment(ink, x, word.code, wide, text))
        x += wide
    return tuple(made)


def _cut(
    pieces: list[tuple[Ink, str, Word]], letters: Mapping[bool, Letters], limit: float
) -> list[list[tuple[Ink, str, Word]]]:
    """A word too long for a line, in parts that fit; each ink by itself."""
    parts: list[list[tuple[Ink, str, Word]]] = [[]]
    width = 0.0
    for ink, text, _ in pieces:
        for part in _cut_word(text, letters[ink.bold], limit):
            word = letters[ink.bold].word(part)
            if parts[-1] and width + word.width > limit:
                parts.append([])
                width = 0.0
            parts[-1].append((ink, part, word))
            width += word.width
    return parts


def _cut_word(text: str, letters: Letters, limit: float) -> list[str]:
    """Parts of a word, each at most `limit` thousandths wide, or one letter."""
    parts: list[str] = [""]
    for syllable in _AFTER_HYPHEN.split(text):
        if letters.word(parts[-1] + syllable).width <= limit:
            parts[-1] += syllable
            continue
        if letters.word(syllable).width <= limit:
            parts.append(syllable)
            continue
        for letter in syllable:
            if parts[-1] and letters.word(parts[-1] + letter).width > limit:
                parts.append("")
            parts[-1] += letter
    return [part for part in parts if part] or [text]
