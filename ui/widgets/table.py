"""The one kind of table: words at the top of each cell, a rule under each row, no stripes and no upright lines.

It takes one Tab stop; arrows go through the rows, Return opens one.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui import theme
from ui.copying import copied_from_list
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.current_said import say_current_later
from ui.widgets.in_page import show_in_page
from ui.widgets.row_heights import RowHeights
from ui.widgets.surfaces import give_viewport

_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
SCROLL_PASSES = 4
"""How often a row is scrolled to at most, while the rows above it are measured."""


class Table(QTableView):
    """A view over any model whose `UserRole` gives a Cell. `widths` are pixels at 100 %; 0 takes what is left."""

    row_chosen = Signal(int)
    """The place of the row the person went to."""
    row_opened = Signal(int)
    """The place of the row the person wants to see whole."""

    def __init__(self, name: str, model: QAbstractItemModel, widths: tuple[int, ...]) -> None:
        super().__init__()
        self._widths = widths
        self._showing = self._in_sight = False
        self.setAccessibleName(name)
        give_viewport(self)
        self._set_up()
        self.setModel(model)
        self._delegate = self.make_delegate()
        self.setItemDelegate(self._delegate)
        self.heights = self.make_heights()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._measure_now)
        self._set_widths()
        model.modelReset.connect(self._measure_again)
        model.dataChanged.connect(self._cells_changed)
        model.rowsInserted.connect(self._rows_came)
        model.rowsRemoved.connect(self._rows_went)
        self.verticalScrollBar().valueChanged.connect(self.heights.measure_seen)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(self._opened)
        self.entered.connect(self._pointer_at)

    def make_delegate(self) -> CellDelegate:
        """What paints the cells; a view with other cells makes another."""
        return CellDelegate(self)

    def make_heights(self) -> RowHeights:
        """What measures the rows."""
        return RowHeights(self, self._delegate)

    def _set_up(self) -> None:
        """What every table has in common, set once."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        for at, width in enumerate(self._widths[: header.count()]):
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(at, modes.Fixed if width else modes.Stretch)
            if width:
                header.resizeSection(at, theme.px(width))

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Take other widths, for instance while something stands open beside the table."""
        if widths != self._widths:
            self._widths = widths
            self._set_widths()
            self._measure_again()

    def go_to_row(self, at: int) -> None:
        """Choose a row and bring it into sight; nobody is told."""
        self._showing = True
        index = self.model().index(at, self.stands_in())
        self.setCurrentIndex(index)
        if index.isValid():
            self._bring_into_sight(index)
        self._showing = False

    def stands_in(self) -> int:
        """The column to stand in when a row is gone to."""
        return 0

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _VISIBLE
    ) -> None:
        """As of a view; a row that is higher than the view is seen from its beginning."""
        tall = hint is _VISIBLE and self.rowHeight(index.row()) > self.viewport().height()
        super().scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop if tall else hint)

    def _bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll to a row. The rows above it that come into sight may be higher than was thought, and push it down."""
        for _ in range(SCROLL_PASSES):
            self.scrollTo(index)
            self.heights.measure_seen()
            if self.viewport().rect().contains(self.visualRect(index)):
                return

    # ---- measuring
    @Slot()
    def _measure_again(self) -> None:
        if not self._again.isActive():
            self._in_sight = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        self.heights.stop()
        self._again.start()

    @Slot()
    def _measure_now(self) -> None:
        """Measure every row anew; the chosen one stays in sight if it was."""
        self.heights.start()
        if self._in_sight and self.currentIndex().isValid():
            self._bring_into_sight(self.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _cells_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.heights.changed(first.row(), last.row())

    @Slot(QModelIndex, int, int)
    def _rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.heights.inserted(first, last)

    @Slot(QModelIndex, int, int)
    def _rows_went(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.heights.removed(first, last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_again()
        else:
            self.heights.measure_seen()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_again"):
            self._set_widths()
            self._measure_again()

    def minimumSizeHint(self) -> QSize:
        """Its columns of fixed width and a few words; it scrolls downwards."""
        fixed = sum(theme.px(width or 160) for width in self._widths)
        return QSize(min(fixed, 480), theme.px(120))

    @Slot(QModelIndex)
    def _pointer_at(self, index: QModelIndex) -> None:
        self._delegate.under_pointer = index.row()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._delegate.under_pointer = -1
        self.viewport().update()

    # ---- choosing
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the chosen row said. Where none is chosen, the current one is: it is seen then where one stands."""
        super().focusInEvent(event)
        at = self.currentIndex()
        if (
            event.reason() != Qt.FocusReason.MouseFocusReason
            and at.isValid()
            and not self.selectionModel().hasSelection()
        ):
            self.go_to_row(at.row())
        say_current_later(self, event)

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid() and not self._showing:
            self.row_chosen.emit(current.row())

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_opened.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the row; what is copied is kept out of the histories of clipboards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._opened(self.currentIndex())
        elif not copied_from_list(self, event):
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            if self.currentIndex().row() != before:
                QTimer.singleShot(0, self, self._show_in_page)  # what the row brings with it is laid out first

    def _show_in_page(self) -> None:
        """The row one went to is seen in the page too, which may show a part of the table only."""
        if self.currentIndex().isValid():
            show_in_page(self, self.visualRect(self.currentIndex()))
