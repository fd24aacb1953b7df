"""The dates of the chronology, held at the left edge while the table is scrolled sideways: every row says when.

It is a picture of cells that stand in the table as well: it takes no keyboard, and screen readers hear nothing of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.widgets.cell_delegate import PAD
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from ui.pages.chronology_table import ChronologyTable

MOST = 0.4
"""What share of the table they take at most; where there is less room they scroll away with the rest."""


class HeldDates(QWidget):
    """Lies over the left edge of a table. What is asked of the rows under it, the table does."""

    def __init__(self, table: ChronologyTable) -> None:
        super().__init__(table)
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def stand(self) -> None:
        """Stand over the table where its dates have gone out of sight; else be away."""
        table, at = self._table, self._table.date_column()
        view = table.viewport().geometry()
        wide = table.columnWidth(at) if at >= 0 else 0
        away = at >= 0 and table.columnViewportPosition(at) < 0 and wide <= MOST * view.width()
        if away:
            place = QRect(view.left(), 0, wide + 1, view.bottom() + 1)
            if place != self.geometry():
                self.setGeometry(place)
            self.raise_()
        if away is self.isHidden():
            self.setVisible(away)

    def _rows(self) -> range:
        """The rows in sight."""
        table = self._table
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        return range(max(first, 0), (last if last >= 0 else table.rows.rowCount() - 1) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head, the cells of the rows in sight, and an edge."""
        table, painter, at = self._table, QPainter(self), self._table.date_column()
        top, wide = table.viewport().geometry().top(), self.width() - 1
        painter.fillRect(self.rect(), theme.colour("raised"))
        if at < 0:
            return
        painter.setClipRect(QRect(0, top, self.width(), self.height() - top))
        delegate = table.itemDelegate()
        for row in self._rows():
            option = QStyleOptionViewItem()
            option.rect = QRect(0, top + table.rowViewportPosition(row), wide, table.rowHeight(row))
            delegate.paint(painter, option, table.rows.index(row, at))
        painter.setClipping(False)
        self._paint_head(painter, QRect(0, 0, wide, top))
        painter.fillRect(QRect(wide, 0, 1, self.height()), theme.colour("line_strong"))

    def _paint_head(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, theme.colour("sunken"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        words = TextBlock(self._table.columns[self._table.date_column()].label, "caption", weight=600)
        words.draw(
            painter, box.left() + PAD, box.top() + (box.height() - words.height) // 2 - 1, theme.colour("text_soft")
        )

    # ---- the mouse
    def _row_under(self, event: QMouseEvent) -> int:
        return self._table.rowAt(event.position().toPoint().y() - self._table.viewport().geometry().top())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row; the table stays where it is."""
        row = self._row_under(event)
        if row >= 0:
            bar = self._table.horizontalScrollBar()
            before = bar.value()
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
            self._table.setCurrentIndex(self._table.rows.index(row, max(0, self._table.currentIndex().column())))
            bar.setValue(before)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry."""
        row = self._row_under(event)
        if row >= 0:
            self._table.row_opened.emit(row)


def covered(table: ChronologyTable, held: HeldDates | None, widget: QWidget | None = None) -> int:
    """How many pixels at the left of a table are covered by its dates, for a widget in another column than theirs."""
    if held is None or held.isHidden():
        return 0
    at = table.date_column()
    if widget is not None:
        left = widget.mapTo(table.viewport(), QPoint(0, 0)).x()
        begins = table.columnViewportPosition(at)
        if begins <= left < begins + table.columnWidth(at):
            return 0
    return held.width()
