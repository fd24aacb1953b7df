"""What the page of taking entries in shows, as plain values: each row of the file beside what was read in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from imr_desk.i18n import tr
from ui.widgets.cells import Cell, FreeText, TableColumn, first_words, free_text

ALL, LOOK, TWICE, NAMES = "all", "look", "twice", "names"
"""The four views."""
_MOST = 45


@dataclass(frozen=True)
class IntakeRow:
    """One row of the file. `entry` False: no entry is made of it; `out` the person left it out.

    `twice` is what it seems to repeat, in words, and `same` whether all of it is there already; `names` is how many
    likely names stand in it.
    """

    key: str
    where: str
    original: str = field(repr=False)
    date: str = ""
    date_typed: str = field(default="", repr=False)
    event: str = field(default="", repr=False)
    rest: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    twice: str = field(default="", repr=False)
    twice_words: str = field(default="", repr=False)
    names: int = 0
    entry: bool = True
    out: bool = False
    same: bool = False

    def in_view(self, view: str) -> bool:
        """Whether it is shown there."""
        if view == LOOK:
            return bool(self.reason)
        if view == TWICE:
            return bool(self.twice)
        return view != NAMES or bool(self.names)


def _original(row: IntakeRow) -> Cell:
    return Cell(first_words(row.original, _MOST), row.where, tone="text_soft")


def _date(row: IntakeRow) -> Cell:
    if not row.entry:
        return Cell("")
    typed = row.date_typed if row.date_typed and row.date_typed != row.date else ""
    return Cell(row.date or tr("Undated"), typed, strong=True, tone="text" if row.date else "wait")


def _marked(words: str) -> tuple[FreeText, ...]:
    found = free_text(words, words, _MOST)
    return (found,) if found is not None else ()


def _entry(row: IntakeRow) -> Cell:
    if not row.entry:
        return Cell(tr("No entry"), tone="text_soft")
    return Cell(
        first_words(row.event, _MOST),
        first_words(row.rest, _MOST),
        texts=_marked(row.event),
        second_texts=_marked(row.rest),
        tone="text_soft" if row.out else "text",
    )


def _look(row: IntakeRow) -> Cell:
    if row.out:
        return Cell(tr("Left out"), row.twice)
    if row.twice:
        return Cell(row.twice, " ".join(filter(None, (row.twice_words, row.reason))), tone="wait")
    return Cell(row.reason, tone="wait" if row.entry else "text_soft")


COLUMNS = (
    TableColumn[IntakeRow]("original", tr("As it stands in the file"), _original, 250),
    TableColumn[IntakeRow]("date", tr("Date"), _date, 130),
    TableColumn[IntakeRow]("entry", tr("What is taken in"), _entry),
    TableColumn[IntakeRow]("look", tr("To look at"), _look, 210),
)
"""The original on the left, the reading beside it."""
