"""A list as high as its rows, whose chosen row opens: under its words stands what can be done about it.

The page scrolls, not the list. One Tab stop for the rows, arrows inside; the next Tab goes into the row that is open.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QSizePolicy, QStyleOptionViewItem, QWidget

from ui import theme
from ui.widgets.state_delegate import ABOVE, BELOW, BETWEEN, LEAST, WORDS_AT, WORDS_END, Index, StateDelegate
from ui.widgets.state_list import StateList
from ui.widgets.state_rows import StateRow
from ui.widgets.text_block import TextBlock

UNDER = 12
"""What stays free under what a row holds."""


class OpeningDelegate(StateDelegate):
    """Sentences at their usual weight, and room under the chosen one."""

    room = 0
    """How much the chosen row is higher than its words."""

    def blocks(self, row: StateRow, width: int) -> tuple[TextBlock, ...]:
        """Title, state and detail laid out in a list of that width."""
        if (row, width) not in self._kept:
            room = width - theme.px(WORDS_AT) - theme.px(WORDS_END)
            lines = [TextBlock(row.title, "body", room)]
            lines += [TextBlock(words, "small", room) for words in (row.state, row.detail) if words]
            self._kept[row, width] = tuple(lines)
        return self._kept[row, width]

    def words_height(self, row: StateRow, width: int) -> int:
        """How high the words of a row are, with what stays free round them."""
        lines = self.blocks(row, width)
        words = sum(line.height for line in lines) + BETWEEN * (len(lines) - 1)
        return max(theme.px(LEAST), words + ABOVE + BELOW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for every line, and for what the chosen row holds."""
        size = super().sizeHint(option, index)
        chosen = index.row() == self._view.currentIndex().row()
        return QSize(size.width(), size.height() + (self.room if chosen else 0))


class OpeningList(StateList):
    """Shows rows; the chosen one holds the widget that `hold` was given."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.held: QWidget | None = None
        """What stands in the chosen row. Tab comes to it after the list."""
        self._opening = OpeningDelegate(self)
        self.states = self._opening
        self.setItemDelegate(self._opening)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._moved)

    def hold(self, widget: QWidget) -> None:
        """Put a widget into the chosen row. It lies over the list, beside it in the tree that screen readers walk."""
        self.held = widget
        widget.setParent(self)
        widget.installEventFilter(self)
        self.fit()

    def show_rows(self, rows: tuple[StateRow, ...]) -> None:
        """As of a StateList; then the height follows."""
        super().show_rows(rows)
        self._soon.start()

    @Slot()
    def fit(self) -> None:
        """Be as high as the rows, and put what the chosen row holds in its place."""
        self._soon.stop()
        width = self.viewport().width()
        at = self.currentIndex().row()
        shown = self.held is not None and at >= 0
        self._opening.room = self._held_height(width) + UNDER if shown else 0
        heights = [self._opening.words_height(row, width) for row in self.rows.rows]
        high = sum(heights) + self._opening.room
        if high != self.height():
            self.setFixedHeight(high)
        self.scheduleDelayedItemsLayout()
        if self.held is None:
            return
        home = self.parentWidget() or self
        if self.held.parentWidget() is not home:
            self.held.setParent(home)
        self.held.setVisible(shown)
        if shown:
            top = sum(heights[: at + 1]) - BELOW + BETWEEN
            left, right = theme.px(WORDS_AT), theme.px(WORDS_END)
            place = QPoint(left, top) if home is self else self.pos() + QPoint(left, top)
            self.held.setGeometry(QRect(place, QSize(width - left - right, self._held_height(width))))
            self.held.raise_()

    def _held_height(self, width: int) -> int:
        layout = self.held.layout() if self.held is not None else None
        if layout is None:
            return 0
        room = width - theme.px(WORDS_AT) - theme.px(WORDS_END)
        return layout.heightForWidth(room) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def reveal(self) -> None:
        """Bring the chosen row into sight in the page that scrolls."""
        self.fit()
        at, width = self.currentIndex().row(), self.viewport().width()
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        inner = above.widget() if isinstance(above, QScrollArea) else None
        if at < 0 or inner is None or not isinstance(above, QScrollArea):
            return
        heights = [self._opening.words_height(row, width) for row in self.rows.rows[: at + 1]]
        place = QRect(self.mapTo(inner, self.rect().topLeft()), QSize(1, sum(heights) + self._opening.room))
        above.ensureVisible(0, place.bottom(), 0, 24)
        above.ensureVisible(0, place.bottom() - heights[-1] - self._opening.room, 0, 24)

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._soon.start()
        if current.isValid() and self.hasFocus():
            QTimer.singleShot(0, self, self.reveal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the chosen row holds when it grows or shrinks."""
        if watched is self.held and event.type() is QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again, and be as high as that needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_soon"):
            self._soon.start()

    def minimumSizeHint(self) -> QSize:
        """As high as it is; a few words wide."""
        return QSize(theme.px(160), self.height())

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme.px(400), self.height())
