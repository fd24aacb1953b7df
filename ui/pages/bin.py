"""The bin: what was deleted, and the way to put it back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.pages.over_page import OverPage
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn, first_words
from ui.widgets.empty_state import EmptyState

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

    def __init__(self) -> None:
        columns = (
            TableColumn[BinRow]("kind", tr("Kind"), lambda row: Cell(row.label, row.id, strong=True), 190),
            TableColumn[BinRow]("what", tr("What it says"), lambda row: Cell(first_words(row.title, MOST_WORDS))),
            TableColumn[BinRow]("when", tr("Deleted"), lambda row: Cell(row.when, tone="text_soft"), 200),
        )
        self.put_back = Button(tr("Put it back"), "main", Glyph.UNDO)
        empty = EmptyState(
            tr("What is deleted rests here and can be put back, also after the review was closed."),
            heading=tr("The bin is empty"),
        )
        super().__init__(tr("Bin"), columns, lambda row: row.id, empty, self.put_back)
        self.table.row_opened.connect(self._asked)
        self.table.row_chosen.connect(self._chosen)
        self.put_back.clicked.connect(self._ask)
        self.show_rows(())

    def show_rows(self, rows: tuple[BinRow, ...]) -> None:
        """As of an OverPage; the button is there where it can do something."""
        super().show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.go_to_row(0)
        self.put_back.setVisible(bool(rows))
        self.head.set_lead(tr("What comes back is as it was, without links to it.") if rows else "")
        self._chosen(self.table.currentIndex().row())

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.put_back.setEnabled(at >= 0)

    @Slot()
    def _ask(self) -> None:
        self._asked(self.table.currentIndex().row())

    @Slot(int)
    def _asked(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            row = self.model.row(at)
            self.put_back_asked.emit(row.kind, row.id)
