"""A page over the page of a stage that holds one list, such as the history or the bin. Esc goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.cells import TableColumn
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_frame import PageHead
from ui.widgets.surfaces import Surface, column
from ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.review.review import Review
    from ui.widgets.pressable import Pressable

R = TypeVar("R")


LEAST = 100
"""How high the list is at the least, in pixels: its heads and a row, in a low window with large text."""


class OverPage(Page, Generic[R]):
    """Title, lead and buttons; then the list, or what there is to say where it is empty."""

    stage = 1
    kinds = frozenset()

    left = Signal()
    """The person wants to go back to the page."""

    def __init__(
        self,
        title: str,
        columns: tuple[TableColumn[R], ...],
        key: Callable[[R], str],
        empty: EmptyState,
        *actions: Pressable,
    ) -> None:
        super().__init__()
        self.back = Button(tr("Back to the page"), "plain")
        self.head = PageHead(title, " ", *actions, self.back)
        self.model = RowsModel[R](columns, key=key)
        self.table = Table(title, self.model, tuple(each.width for each in columns))
        self.model.setParent(self.table)
        self.table.setMinimumHeight(LEAST)  # rather few rows in sight than words that are cut
        self.empty = empty
        box = column(column(self.head, self.empty, gap=8, margins=(24, 24, 24, 12)), gap=0)
        box.addWidget(self.table, 1)
        self._below = column(gap=0, margins=(24, 8, 24, 8))
        box.addLayout(self._below)
        box.addStretch(0)
        self.setLayout(column(Surface(box, fill="page"), gap=0))
        self.setAccessibleName(title)
        self.back.clicked.connect(self.left)

    def show_rows(self, rows: tuple[R, ...]) -> None:
        """Show these; the row that was chosen stays chosen, or the one that took its place."""
        at = self.table.currentIndex().row()
        kept = self.model.key_at(at)
        self.model.set_rows(rows)
        self.empty.setHidden(bool(rows))
        self.table.setVisible(bool(rows))
        now = self.model.place_of(kept) if kept else -1
        if rows and at >= 0:
            self.table.go_to_row(now if now >= 0 else min(at, len(rows) - 1))

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Whoever holds the session shows the rows."""

    def enter(self) -> None:
        """Give the keyboard to the list, at its first row, or to the way back where it is empty."""
        if not self.model.rowCount():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.table.currentIndex().isValid():
            self.table.go_to_row(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_control(self) -> QWidget:
        """The list, or the way back."""
        return self.table if self.model.rowCount() else self.back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
