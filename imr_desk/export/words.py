"""The words that a signature seals, in order, and their digest (design section 8).

Left out: the signature page, the contents, process blocks and separate sheets, paragraphs that are not sealed, and
what the reader's program works out (numbers of paragraphs and tables, results of references). Header, footer and the
panel's number box are no part of the neutral report and so are out as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imr_desk.export.numbers import Numbers, number
from imr_desk.export.report import COVER, Block, Figure, Heading, Paragraph, Report, Table
from imr_desk.review.text import clean, folded

_HEADER = b"IMR Desk words 1\x1e"


class Line(NamedTuple):
    """The words of one paragraph or one cell, and the block they stand in; those of an empty cell are empty."""

    block: str
    text: str


class Place(NamedTuple):
    """Where a line stands: positions of block and part (-1 for the block's own heading), of row and column.

    Row -1 is the heading row; a row of None is the paragraph itself, the caption or the note of a table.
    """

    block: int
    part: int
    row: int | None = None
    column: int = 0

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table. An empty one counts: the same words in the next cell say something else."""
        return self.row is not None


def legal(text: str) -> str:
    """The text without what a file cannot hold; text that came in by the one door passes unchanged."""
    return text if text.isprintable() else clean(text).text


def fold(text: str) -> str:
    """The text as it is compared: NFC, each run of white space one blank, none at the ends."""
    return folded(legal(text))


def lines(report: Report) -> Iterator[Line]:
    """The sealed words of the report, in order; every cell of a table is a line, an empty paragraph is none."""
    return (line for line, _ in placed_lines(report))


def placed_lines(report: Report) -> Iterator[tuple[Line, Place]]:
    """The sealed words with the place of each. Raises ValueError for a reference to nothing."""
    numbers = number(report)
    for at, block in enumerate(report.blocks):
        if not block.in_digest:
            continue
        for text, place in _of_block(report, block, at, numbers):
            words = fold(text)
            if words or place.is_cell:
                yield Line(block.id, words), place


def word_digest(words: Iterable[Line]) -> str:
    """SHA-256 over the lines, 64 hexadecimal digits.

    Each line is its block, a unit separator, its text and a record separator. Neither sign can occur in folded text,
    so no two lists of lines give the same bytes.
    """
    digest = hashlib.sha256(_HEADER)
    for block, text in words:
        digest.update(f"{block}\x1f{text}\x1e".encode())
    return digest.hexdigest()


def paragraph_words(paragraph: Paragraph, numbers: Numbers) -> str:
    """What a paragraph says; a reference that prints a number says nothing."""
    return "".join(run.text for run in paragraph.runs if not (run.target and numbers.target(run.target).shown))


def _of_block(report: Report, block: Block, at: int, numbers: Numbers) -> Iterator[tuple[str, Place]]:
    if block.id == COVER:
        yield report.agency, Place(at, -1)
    yield block.heading, Place(at, -1)
    for position, part in block.printed():
        if isinstance(part, Paragraph):
            if part.sealed:
                yield paragraph_words(part, numbers), Place(at, position)
        elif isinstance(part, Heading):
            yield part.text, Place(at, position)
        elif isinstance(part, Figure):
            yield part.caption, Place(at, position)
            yield part.said, Place(at, position)
        elif isinstance(part, Table):
            yield from _of_table(part, at, position)
    if block.id == COVER:
        yield report.handling, Place(at, len(block.parts))


def _of_table(table: Table, at: int, position: int) -> Iterator[tuple[str, Place]]:
    yield table.caption, Place(at, position)
    for column, heading in enumerate(table.columns):
        yield heading.heading, Place(at, position, -1, column)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            yield cell, Place(at, position, row, column)
    yield table.note, Place(at, position)
