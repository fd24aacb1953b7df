"""The neutral report: what a document says and in what order, with nothing in it of Word, PDF or spreadsheets.

``export.sections`` turns a review into one of these; each writer (Word, PDF) turns it into a file; ``export.words``
lists its words, and those are what the signature seals.

Three kinds of block have a form of their own. The cover (``B01``) prints the agency's name, its heading as the title
of the document, a ``Heading`` of level 2 as the subtitle, its parts, the empty box for the panel's report number, and
``Report.handling``. The contents (``B03``) are made by the writer from the headings. The signature page (``B28``) is
never part of the digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from imr_desk.export.picture import Picture

COVER = "B01"
CONTENTS = "B03"
SIGNATURES = "B28"
PANEL_NUMBER = "Panel’s report number"
"""The label of the box on the cover that is for the panel to fill in."""

ParagraphKind: TypeAlias = Literal["numbered", "plain", "finding", "quote", "sub", "bullet", "note", "label"]
"""``sub`` is a sub-paragraph, (a), (b) …, of the numbered paragraph before it."""
Numbering: TypeAlias = Literal["chapter", "annex", "none"]
Extent: TypeAlias = Literal["report", "table", "sheets"]
"""What of a review is written: the report itself, the chronology as one plain table, or the separate sheets."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a paragraph that look and behave alike.

    With a ``target`` the run is a reference. To a numbered paragraph, a chapter, an annex or a table it prints that
    thing's number and ``text`` is not used; to anything else (a row, a heading) it prints ``text`` as a link.
    """

    text: str
    strong: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``sealed=False`` keeps it out of the digest: status and draft lines, dates of printing."""

    runs: tuple[Run, ...]
    kind: ParagraphKind = "plain"
    anchor: str = ""
    sealed: bool = True

    @property
    def is_empty(self) -> bool:
        """Nothing to print: such a paragraph gets no number and no place."""
        return not any(run.target or run.text.strip() for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a block; the block's own heading is level 1."""

    text: str
    level: Literal[2, 3] = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; what is left of the width after the longest words is shared out by ``weight``.

    A column of weight 0 gets no more than its longest word. In a table of many columns the others share so that its
    rows become low, and their weights count only where there is little text.
    """

    heading: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Each line of a cell becomes a paragraph of it; ``anchor`` lets references lead here."""

    cells: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption above it, a description for screen readers and, if given, a note below it."""

    caption: str
    description: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One person's place on the signature page; what is empty is left for ink.

    Lines that follow each other share one table. ``signed_on``, ``version`` and ``route`` are words as they are to be
    printed, the route saying how it was signed.
    """

    role: str
    name: str = ""
    job_title: str = ""
    signed_on: str = ""
    version: str = ""
    statement: str = ""
    route: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a caption above it and a description for whoever does not see it.

    The digest counts the description and ``sha256``, that of the picture's bytes; the ``picture`` itself is put in
    before the report is written.
    """

    caption: str
    description: str
    sha256: str
    anchor: str = ""
    picture: Picture | None = None

    @property
    def said(self) -> str:
        """What stands for the picture among the words of the report."""
        return picture_words(self.description, self.sha256)


def picture_words(description: str, sha256: str) -> str:
    """A picture in words: its description, and which picture it is."""
    return f"{description} [picture {sha256}]"


Part: TypeAlias = Paragraph | Heading | Table | Figure | SignatureLine


Printed: TypeAlias = Paragraph | Heading | Table | Figure | tuple[SignatureLine, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A chapter, an annex or an unnumbered page, with an id from the catalogue of blocks (``B05``).

    ``sealed=False``: process data, outside the digest. ``separate``: a sheet of its own, outside the digest too.
    The same id may occur again, for example as the separate sheet of a block.
    """

    id: str
    heading: str
    numbering: Numbering = "chapter"
    parts: tuple[Part, ...] = ()
    sealed: bool = True
    landscape: bool = False
    separate: bool = False
    new_page: bool = False

    @property
    def in_digest(self) -> bool:
        """Whether the words of this block are among those that a signature seals."""
        return self.sealed and not self.separate and self.id not in (CONTENTS, SIGNATURES)

    def printed(self) -> Iterator[tuple[int, Printed]]:
        """What comes out of the parts, each with its position: empty paragraphs left out, signature lines together."""
        lines: list[SignatureLine] = []
        for at, part in enumerate(self.parts):
            if isinstance(part, SignatureLine):
                lines.append(part)
                continue
            if lines:
                yield at - len(lines), tuple(lines)
                lines = []
            if not (isinstance(part, Paragraph) and part.is_empty):
                yield at, part
        if lines:
            yield len(self.parts) - len(lines), tuple(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole document.

    ``title`` and ``subject`` are those of the file's properties. ``status`` is the properties' 'Draft' or 'Final'.
    ``draft_notice`` stands on every page and is empty when the report is final; ``page_notice`` stands there always.
    ``footer_label`` begins the footer line (``CPS IMR, Child F``). ``agency_code`` goes in front of every bookmark, so
    that the entries of two agencies do not clash in one merged file; without it the initials of ``agency`` serve.
    ``file_stem`` is made of codes only.
    """

    title: str
    subject: str
    agency: str
    marking: str
    version: int
    date: date
    blocks: tuple[Block, ...]
    handling: str = ""
    status: str = "Final"
    draft_notice: str = ""
    page_notice: str = ""
    footer_label: str = ""
    agency_code: str = ""
    language: str = "en-GB"
    template_id: str = ""
    file_stem: str = ""
    extent: Extent = "report"

    @property
    def prefix(self) -> str:
        """What bookmarks of this agency begin with: ``CPS``."""
        return self.agency_code or "".join(word[0] for word in self.agency.split() if word[:1].isupper())


def _runs(words: str | Run | Sequence[Run]) -> tuple[Run, ...]:
    if isinstance(words, str):
        return (Run(words),)
    return (words,) if isinstance(words, Run) else tuple(words)


def para(words: str | Run | Sequence[Run], anchor: str = "", *, sealed: bool = True) -> Paragraph:
    """A paragraph without a number."""
    return Paragraph(_runs(words), "plain", anchor, sealed)


def numbered(words: str | Run | Sequence[Run], anchor: str = "") -> Paragraph:
    """A paragraph that carries its chapter's number and its own (12.7)."""
    return Paragraph(_runs(words), "numbered", anchor)


def finding(words: str | Run | Sequence[Run], anchor: str = "") -> Paragraph:
    """A finding: numbered, set off, and led by the word itself."""
    return Paragraph((Run("Finding.", strong=True), Run(" "), *_runs(words)), "finding", anchor)


def quote(words: str | Run | Sequence[Run], anchor: str = "") -> Paragraph:
    """An extract."""
    return Paragraph(_runs(words), "quote", anchor)


def bullet(words: str | Run | Sequence[Run], anchor: str = "") -> Paragraph:
    """A point of a list."""
    return Paragraph(_runs(words), "bullet", anchor)


def note(words: str | Run | Sequence[Run], anchor: str = "", *, sealed: bool = True) -> Paragraph:
    """A note in small letters."""
    return Paragraph(_runs(words), "note", anchor, sealed)


def label(name: str, value: str, *, sealed: bool = True) -> Paragraph:
    """A name and its value on one line, as on the cover."""
    return Paragraph((Run(name, strong=True), Run(" "), Run(value)), "label", "", sealed)


def refer(anchor: str, text: str = "") -> Run:
    """A reference to what carries ``anchor``; ``text`` is printed where the thing has no number of its own."""
    return Run(text, target=anchor)


def prose(text: str, kind: ParagraphKind = "numbered", anchor: str = "") -> Iterator[Paragraph]:
    """What was typed into a large field: one paragraph for each line that is not empty; the first has the anchor."""
    for line in text.splitlines():
        if line.strip():
            yield Paragraph((Run(line.strip()),), kind, anchor)
            anchor = ""
