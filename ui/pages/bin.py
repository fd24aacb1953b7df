"""The bin: what was deleted, the way to put it back, and the way to remove it for good."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.pages.over_page import OverPage
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn, first_words
from ui.widgets.empty_state import EmptyState
from ui.widgets.surfaces import at_left, put_in

MOST_WORDS = 30


@dataclass(frozen=True)
class BinRow:
    """A record in the bin: its id and kind, what names it, what kind of thing it is, and when it was deleted."""

    id: str
    kind: str
    title: str
    label: str
    when: str


class BinPage(OverPage[BinRow]):
    """Return on a row puts it back, and so does the button."""

    put_back_asked = Signal(str, str)
    """The kind and id of what is to be put back."""
    remove_asked = Signal(str, str)
    """The kind and id of what is to be removed for good. Whoever holds the review asks whether that is meant."""
    empty_asked = Signal()
    """Everything that may go is to be removed for good."""

    def __init__(self) -> None:
        columns = (
            TableColumn[BinRow]("kind", tr("Kind"), lambda row: Cell(row.label, row.id, strong=True), 190),
            TableColumn[BinRow]("what", tr("What it says"), lambda row: Cell(first_words(row.title, MOST_WORDS))),
            TableColumn[BinRow]("when", tr("Deleted"), lambda row: Cell(row.when, tone="text_soft"), 200),
        )
        self.put_back = Button(tr("Put it back"), "main", Glyph.UNDO)
        self.remove = Button(tr("Remove for good…"), "small")
        self.empty_bin = Button(tr("Empty the bin…"), "small")
        empty = EmptyState(
            tr("What is deleted rests here and can be put back, also after the review was closed."),
            heading=tr("The bin is empty"),
        )
        super().__init__(tr("Bin"), columns, lambda row: row.id, empty, self.put_back)
        self.table.row_opened.connect(self._asked)
        self.table.row_chosen.connect(self._chosen)
        put_in(self._below, at_left(self.remove, self.empty_bin, gap=8))
        self.put_back.clicked.connect(self._ask)
        self.remove.clicked.connect(self._ask_remove)
        self.empty_bin.clicked.connect(self.empty_asked)
        self.show_rows(())

    def show_rows(self, rows: tuple[BinRow, ...]) -> None:
        """As of an OverPage; the button is there where it can do something."""
        super().show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.go_to_row(0)
        for button in (self.put_back, self.remove, self.empty_bin):
            button.setVisible(bool(rows))
        self.head.set_lead(tr("What comes back is as it was, without links to it.") if rows else "")
        self._chosen(self.table.currentIndex().row())

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.put_back.setEnabled(at >= 0)
        self.remove.setEnabled(at >= 0)

    @Slot()
    def _ask(self) -> None:
        self._asked(self.table.currentIndex().row())

    @Slot()
    def _ask_remove(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            row = self.model.row(at)
            self.remove_asked.emit(row.kind, row.id)

    @Slot(int)
    def _asked(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            row = self.model.row(at)
            self.put_back_asked.emit(row.kind, row.id)
