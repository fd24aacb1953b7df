"""Things side by side, going on to the next line where there is no room: chips, filters, buttons. Nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lays its items out in lines from left to right, `gap` pixels apart; the lines too, unless `line_gap` is given."""

    def __init__(self, *widgets: QWidget, gap: int = 6, line_gap: int | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addWidget(self, widget: QWidget) -> None:
        """Take one more, at the end. Its item is made here: of one that Qt makes, Python never learns that it went."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It does not ask for more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer on a line make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def height_of(self, widgets: Iterable[QWidget], width: int) -> int:
        """The height of the lines if these stood in it, seen or not."""
        across, lines, tall = 0, 0, 0
        for widget in widgets:
            size = widget.sizeHint().boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())
            if across and across + size.width() > width:
                lines, across, tall = lines + tall + self._line_gap, 0, 0
            across, tall = across + size.width() + self._gap, max(tall, size.height())
        return lines + tall

    def invalidate(self) -> None:
        """Measure again: something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All of them on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        across = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(across, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((size.width() for size in least), default=0), max((s.height() for s in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        """The items that take room."""
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go through the items line by line; the height of all of it."""
        line: list[tuple[QLayoutItem, QRect]] = []
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._shown():
            size = _size(item, rect.width())
            if line and x + size.width() > rect.x() + rect.width():
                _put(line if move else [], tall)
                line, x, y, tall = [], rect.x(), y + tall + self._line_gap, 0
            line.append((item, QRect(QPoint(x, y), size)))
            x, tall = x + size.width() + self._gap, max(tall, size.height())
        _put(line if move else [], tall)
        return y + tall - rect.y()


def _size(item: QLayoutItem, room: int) -> QSize:
    """What an item takes: its hint, or all the room and as high as it then must be."""
    size = item.sizeHint()
    if size.width() <= room or room <= 0:
        return size
    high = item.heightForWidth(room) if item.hasHeightForWidth() else size.height()
    return QSize(room, max(high, item.minimumSize().height()))


def _put(line: list[tuple[QLayoutItem, QRect]], tall: int) -> None:
    """Move the items of one line into place, in the middle of its height."""
    for item, where in line:
        item.setGeometry(where.translated(0, (tall - where.height()) // 2))
