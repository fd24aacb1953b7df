"""The neutral report as a person reads it on a screen: one line for each paragraph and each row of a table, in order.

Nothing of Word is in it; numbers and references are those that the Word file comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from imr_desk.export.numbers import Numbers, number
from imr_desk.export.report import CONTENTS, COVER, Block, Figure, Heading, Paragraph, Report, SignatureLine, Table
from imr_desk.i18n import tr

LineKind: TypeAlias = Literal[
    "title", "chapter", "heading", "numbered", "plain", "finding", "quote", "sub", "bullet", "note", "label", "caption",
    "head", "row",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line. A row of a table has `cells`, each under its heading in `columns`; every other line has `text`.

    A line "head" stands before the rows of a table and has its headings. `weights` share out the width.
    `number` is that of the chapter, paragraph or table; `lead` what is printed strong before the words, or whose
    signature a row is.
    """

    kind: LineKind
    text: str = ""
    number: str = ""
    lead: str = ""
    columns: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()

    def spoken(self) -> str:
        """All of it in one sentence or more, as a screen reader says it."""
        if self.kind == "row":
            cells = (f"{name}: {cell}" for name, cell in zip(self.columns, self.cells, strict=True) if cell)
            return ". ".join((self.lead, *cells) if self.lead else cells)
        if self.kind == "head":
            return ", ".join(self.columns)
        return " ".join(part for part in (self.number, self.lead, self.text) if part)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter or annex, and the position of its line."""

    number: str
    heading: str
    at: int


@dataclass(frozen=True, slots=True)
class Readable:
    """A report to be read: its lines, and where its chapters begin."""

    lines: tuple[ReadLine, ...]
    chapters: tuple[Chapter, ...]


def readable(report: Report) -> Readable:
    """The report in lines. The contents are left out: whoever shows it makes them from `chapters`."""
    numbers = number(report)
    lines: list[ReadLine] = []
    chapters: list[Chapter] = []
    for at, block in enumerate(report.blocks):
        if block.id == CONTENTS:
            continue
        shown = numbers.blocks[at]
        chapters.append(Chapter(shown, block.heading, len(lines)))
        lines.extend(_cover(report, block) if block.id == COVER else (ReadLine("chapter", block.heading, shown),))
        lines.extend(_parts(block, at, numbers))
    return Readable(tuple(lines), tuple(chapters))


def _cover(report: Report, block: Block) -> Iterator[ReadLine]:
    yield ReadLine("plain", report.agency)
    yield ReadLine("title", block.heading)
    if report.handling:
        yield ReadLine("note", report.handling)


def _parts(block: Block, at: int, numbers: Numbers) -> Iterator[ReadLine]:
    for position, part in block.printed():
        shown = numbers.parts.get((at, position), "")
        if isinstance(part, Paragraph):
            yield _paragraph(part, shown, numbers)
        elif isinstance(part, Heading):
            yield ReadLine("heading", part.text)
        elif isinstance(part, Figure):
            yield ReadLine("caption", part.caption, shown)
            yield ReadLine("note", tr("Picture: {description}").format(description=part.description))
        elif isinstance(part, Table):
            yield from _table(part, shown)
        else:
            yield from _signatures(part)


def _paragraph(part: Paragraph, shown: str, numbers: Numbers) -> ReadLine:
    """Its words; the strong ones it begins with apart."""
    words = [(run.strong, (numbers.target(run.target).shown if run.target else "") or run.text) for run in part.runs]
    strong = 0
    while strong < len(words) and words[strong][0]:
        strong += 1
    lead = "".join(text for _, text in words[:strong]).strip()
    return ReadLine(part.kind, "".join(text for _, text in words[strong:]).strip(), shown, lead)


def _table(part: Table, shown: str) -> Iterator[ReadLine]:
    columns = tuple(column.heading for column in part.columns)
    weights = tuple(column.weight for column in part.columns)
    yield ReadLine("caption", part.caption, shown)
    yield ReadLine("head", columns=columns, weights=weights)
    for row in part.rows:
        yield ReadLine("row", columns=columns, cells=row.cells, weights=weights)
    if part.note:
        yield ReadLine("note", part.note)


def _signatures(lines: tuple[SignatureLine, ...]) -> Iterator[ReadLine]:
    """Each signature as a row of its own; the first three cells are left for ink where nothing is printed."""
    columns = (tr("Name"), tr("Job title"), tr("Date"), tr("Version"), tr("How it was signed"), tr("Declaration"))
    for line in lines:
        ink = tuple(cell or tr("left for ink") for cell in (line.name, line.job_title, line.signed_on))
        cells = (*ink, line.version, line.route, line.statement)
        yield ReadLine("row", lead=line.role, columns=columns, cells=cells)
