"""What the page of names shows, as plain values: names, the sentences they stand in, and the words that are left."""

from __future__ import annotations

from dataclasses import dataclass, field

from imr_desk.i18n import tr, trn
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.names.settling import NameAsked

PlaceHere = tuple[str, str, str]
"""Kind, reference and field."""


@dataclass(frozen=True)
class NameRow:
    """One name, how often it stands in the review, and which number stands for it in a draft (0: none)."""

    name: NameAsked
    count: int
    number: int = 0

    @property
    def key(self) -> str:
        """What names the row for good."""
        return f"{self.name.level} {self.name.key}"


@dataclass(frozen=True)
class SentenceRow:
    """One sentence: where it stands, as it is, and as it is to be; `note` says why it stays as it is."""

    key: str
    where: str
    words: str = field(repr=False)
    becomes: str = field(default="", repr=False)
    note: str = ""
    place: PlaceHere | None = None


@dataclass(frozen=True)
class WordRow:
    """One word of the last list: what it is taken for, how often it is there, and the sentence of its first place."""

    key: str
    words: str = field(repr=False)
    taken_for: str
    count: int
    where: str
    sentence: str = field(repr=False)
    looked: bool
    place: PlaceHere | None = None


def _answer(row: NameRow) -> Cell:
    return Cell(row.name.answer, strong=True) if row.name.answer else Cell(tr("Not answered yet"), tone="text_soft")


def _count(row: NameRow) -> Cell:
    number = tr("In a draft number {n}").format(n=row.number) if row.number else ""
    return Cell(trn("{n} place", "{n} places", row.count), number)


NAME_COLUMNS = (
    TableColumn[NameRow]("name", tr("Name"), lambda row: Cell(row.name.words, row.name.says, strong=True)),
    TableColumn[NameRow]("count", tr("Stands in"), _count, 150),
    TableColumn[NameRow]("answer", tr("Answer"), _answer, 240),
)
"""The names."""


def _becomes(row: SentenceRow) -> Cell:
    return Cell(row.note, tone="text_soft") if row.note else Cell(row.becomes)


SENTENCE_COLUMNS = (
    TableColumn[SentenceRow]("where", tr("Where"), lambda row: Cell(row.where, tone="text_soft"), 190),
    TableColumn[SentenceRow]("words", tr("As it is"), lambda row: Cell(row.words)),
    TableColumn[SentenceRow]("becomes", tr("What it becomes"), _becomes),
)
"""The sentences."""


def _word(row: WordRow) -> Cell:
    return Cell(row.words, row.taken_for, strong=True)


WORD_COLUMNS = (
    TableColumn[WordRow]("word", tr("Word"), _word, 230),
    TableColumn[WordRow]("first", tr("Where it stands first"), lambda row: Cell(row.sentence, row.where)),
    TableColumn[WordRow]("count", tr("How often"), lambda row: Cell(trn("{n} time", "{n} times", row.count)), 100),
    TableColumn[WordRow](
        "looked", tr("Looked at"), lambda row: Cell(tr("Looked at") if row.looked else "", tone="text_soft"), 110
    ),
)
"""The last list."""
