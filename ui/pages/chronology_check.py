"""Checking the chronology: what is worth a second look, each with the way to its entry (R-025, R-072, R-078)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.pages.over_page import OverPage
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class FaultRow:
    """One thing to look at: what it is about, the entry with its field, and the sentence."""

    entry: str
    field: str
    about: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.about} {self.entry}"


class ChronologyCheckPage(OverPage[FaultRow]):
    """Return on a row goes to its entry."""

    place_chosen = Signal(str, str)
    """The entry and the field the person wants to see."""

    def __init__(self) -> None:
        columns = (
            TableColumn[FaultRow]("about", tr("What"), lambda row: Cell(row.about, strong=True), 260),
            TableColumn[FaultRow]("words", tr("Where"), lambda row: Cell(row.words)),
        )
        empty = EmptyState(
            tr("Each entry has its date and source, each day its order, and each long stretch without one its reason."),
            heading=tr("Nothing to look at"),
        )
        super().__init__(tr("Check the chronology"), columns, lambda row: row.key, empty)
        self.table.row_opened.connect(self._asked)
        self.say_looking()

    def say_looking(self) -> None:
        """Said while the chronology is gone through."""
        self.head.set_lead(tr("Looking through the chronology."))
        self.table.hide()
        self.empty.hide()

    def show_found(self, rows: tuple[FaultRow, ...], lead: str) -> None:
        """Show what was found, and how much of what in a sentence."""
        self.head.set_lead(lead)
        self.show_rows(rows)

    @Slot(int)
    def _asked(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            row = self.model.row(at)
            self.place_chosen.emit(row.entry, row.field)
