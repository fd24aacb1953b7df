"""The numbers a report's chapters, paragraphs and tables get, and where its references lead.

The writers let the reader's program number by itself, and store these numbers as the results it will come to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from imr_desk.export.letters import in_letters
from imr_desk.export.report import Block, Figure, Heading, Paragraph, Report, SignatureLine, Table


class Target(NamedTuple):
    """What an anchor stands on: ``chapter``, ``paragraph``, ``table``, ``figure``, ``row``, or plain ``words``.

    ``shown`` is what a reference prints: ``Annex A``, ``12.7``, ``12.7(a)``, ``Table 4``; empty for rows and words.
    """

    kind: str
    shown: str = ""


@dataclass(frozen=True)
class Numbers:
    """Numbers by place: ``blocks`` by position, ``parts`` by (position of the block, position of the part).

    That of a sub-paragraph is its letter alone: ``(a)``.
    """

    blocks: tuple[str, ...] = ()
    parts: dict[tuple[int, int], str] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)

    def target(self, anchor: str) -> Target:
        """What ``anchor`` stands on. Raises ValueError for a reference to nothing: the builder has to see to that."""
        try:
            return self.targets[anchor]
        except KeyError:
            raise ValueError(f"a reference leads nowhere: {anchor}") from None


def number(report: Report) -> Numbers:
    """Number the whole report.

    Raises ValueError where two things carry the same anchor or a row has not as many cells as its table has columns.
    """
    counter = _Counter()
    for place, block in enumerate(report.blocks):
        counter.block(place, block)
    return Numbers(tuple(counter.blocks), counter.parts, counter.targets)


class _Counter:
    """Counts chapters, annexes, paragraphs and tables while the report goes by."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.parts: dict[tuple[int, int], str] = {}
        self.targets: dict[str, Target] = {}
        self.chapters = self.annexes = self.paragraphs = self.subs = self.tables = self.figures = 0

    def block(self, place: int, block: Block) -> None:
        shown = self.open(block)
        self.blocks.append(shown)
        if not block.separate and block.id not in self.targets:
            self.anchor(block.id, Target("chapter" if shown else "words", shown))
        stem = shown.removeprefix("Annex ")
        for at, part in block.printed():
            if isinstance(part, Paragraph):
                self.paragraph(part, stem, (place, at))
            elif isinstance(part, Heading):
                self.anchor(part.anchor, Target("words"))
            elif isinstance(part, Figure):
                self.figure(part, (place, at))
            else:
                self.table(part, (place, at))

    def open(self, block: Block) -> str:
        """The number of the block: ``12``, ``Annex A`` or nothing."""
        self.paragraphs = self.subs = 0
        if block.numbering == "chapter":
            self.chapters += 1
            return str(self.chapters)
        if block.numbering == "annex":
            self.annexes += 1
            return f"Annex {in_letters(self.annexes).upper()}"
        return ""

    def paragraph(self, part: Paragraph, stem: str, place: tuple[int, int]) -> None:
        shown = ""
        if stem and part.kind in ("numbered", "finding"):
            self.paragraphs += 1
            self.subs = 0
            shown = self.parts[place] = f"{stem}.{self.paragraphs}"
        elif stem and part.kind == "sub":
            self.subs += 1
            letter = self.parts[place] = f"({in_letters(self.subs)})"
            shown = f"{stem}.{self.paragraphs}{letter}"
        self.anchor(part.anchor, Target("paragraph" if shown else "words", shown))

    def table(self, part: Table | tuple[SignatureLine, ...], place: tuple[int, int]) -> None:
        self.tables += 1
        shown = self.parts[place] = f"Table {self.tables}"
        if isinstance(part, Table):
            self.anchor(part.anchor, Target("table", shown))
            for row in part.rows:
                if len(row.cells) != len(part.columns):
                    raise ValueError(f"a row of {shown} has {len(row.cells)} cells for {len(part.columns)} columns")
                self.anchor(row.anchor, Target("row"))

    def figure(self, part: Figure, place: tuple[int, int]) -> None:
        self.figures += 1
        shown = self.parts[place] = f"Figure {self.figures}"
        self.anchor(part.anchor, Target("figure", shown))

    def anchor(self, name: str, target: Target) -> None:
        if not name:
            return
        if name in self.targets:
            raise ValueError(f"two things carry the anchor {name}")
        self.targets[name] = target
