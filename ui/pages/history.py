"""The history of a review: what was done and when, the latest first. Never a word of what was written."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.pages.over_page import OverPage
from ui.past_words import PastRow
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.empty_state import EmptyState
from ui.widgets.surfaces import at_left, put_in


class HistoryPage(OverPage[PastRow]):
    """Return on a row goes to the record it tells of."""

    chosen = Signal(object)
    """The (kind, id) of the record the person wants to see."""
    more_asked = Signal()
    """The person wants to see what lies further back."""

    def __init__(self) -> None:
        columns = (
            TableColumn[PastRow]("when", tr("When"), lambda row: Cell(row.when), 210),
            TableColumn[PastRow]("what", tr("What was done"), lambda row: Cell(row.what)),
            TableColumn[PastRow]("where", tr("Stage"), lambda row: Cell(row.where, tone="text_soft"), 230),
        )
        empty = EmptyState(tr("Every change will stand here with its time, from the first one on."))
        super().__init__(tr("History"), columns, lambda row: str(row.number), empty)
        self.more = Button(tr("Show what lies further back"), "link")
        put_in(self._below, at_left(self.more))
        self.head.set_lead(tr("What was done and when; it holds no words of the review."))
        self.table.row_opened.connect(self._opened)
        self.more.clicked.connect(self.more_asked)

    def show_past(self, rows: tuple[PastRow, ...], *, more: bool) -> None:
        """Show the rows, and whether there are older ones."""
        self.show_rows(rows)
        self.more.setVisible(more)

    @Slot(int)
    def _opened(self, at: int) -> None:
        place = self.model.row(at).place
        if place is not None:
            self.chosen.emit(place)
