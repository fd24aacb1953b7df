"""Paints a cell of a table: words at the top, a quiet second line, a rule under the row; and measures it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.icons import Glyph
from ui.tokens import Role
from ui.widgets.cells import Cell
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from ui.widgets.names.in_cells import CellNames

Index = QModelIndex | QPersistentModelIndex
PAD = 10
"""What stays free round the words of a cell, on every side."""
ICON = 15
MOST_KEPT = 600


def _beside(glyph: Glyph | None) -> int:
    """The room an icon takes beside words."""
    return theme.px(ICON) + 6 if glyph is not None else 0


def _draw_icon(painter: QPainter, x: int, y: int, glyph: Glyph, role: Role) -> None:
    """Draw an icon in the middle of the first line of words."""
    side = theme.px(ICON)
    down = (theme.line_height(role) - side) // 2
    icons.draw(painter, QRect(x, y + down, side, side), glyph, "text_soft")


class CellDelegate(QStyledItemDelegate):
    """Lays words out with QTextLayout. Layouts of what is on screen are kept; `forget` drops them.

    Names are marked where a view gives its `names`, or None as long as nobody can tell them.
    What is chosen it asks the view: `QStyle`, of which a style option speaks, is slow to come up at the start.
    """

    def __init__(self, view: QAbstractItemView, names: Callable[[], CellNames | None] | None = None) -> None:
        super().__init__(view)
        self._view, self._names = view, names
        self._blocks: dict[tuple[str, Role, int, int], TextBlock] = {}
        self.under_pointer = -1

    def forget(self) -> None:
        """Drop what was laid out: other words, another width or another look."""
        self._blocks.clear()

    def _block(self, words: str, role: Role, width: int, weight: int = 400) -> TextBlock:
        key = (words, role, width, weight)
        if key not in self._blocks:
            if len(self._blocks) >= MOST_KEPT:
                self._blocks.clear()
            self._blocks[key] = TextBlock(words, role, width, weight=weight)
        return self._blocks[key]

    def _laid(self, cell: Cell, width: int) -> tuple[TextBlock, TextBlock | None]:
        """Words and second line in a column of that width."""
        room = max(1, width - 2 * PAD)
        role: Role = "small" if cell.small else "body"
        words = self._block(cell.words, role, max(1, room - _beside(cell.glyph)), 500 if cell.strong else 400)
        if not cell.second:
            return words, None
        return words, self._block(cell.second, "small", max(1, room - _beside(cell.second_glyph)))

    def height(self, cell: Cell, width: int) -> int:
        """How high the cell must be in a column of that width."""
        words, second = self._laid(cell, width)
        return words.height + (second.height if second else 0) + 2 * PAD + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, rule, words, and the ring of the row that has the focus."""
        cell = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(cell, Cell):
            return
        box = option.rect
        painter.save()
        self._paint_ground(painter, box, index)
        painter.setClipRect(box)
        words, second = self._laid(cell, box.width())
        x, y = box.x() + PAD, box.y() + PAD
        words.draw(painter, x, y, theme.colour(cell.tone), self._over(cell, second=False))
        if cell.glyph is not None:
            _draw_icon(painter, x + int(words.width) + 6, y, cell.glyph, "small" if cell.small else "body")
        if second is not None:
            if cell.second_glyph is not None:
                _draw_icon(painter, x, y + words.height, cell.second_glyph, "small")
            x += _beside(cell.second_glyph)
            over = self._over(cell, second=True)
            second.draw(painter, x, y + words.height, theme.colour("text_quiet"), over)
        painter.restore()

    def _over(self, cell: Cell, *, second: bool) -> list[QTextLayout.FormatRange]:
        """The names in the words or in the second line, marked."""
        names = self._names() if self._names is not None else None
        return names.formats(cell, second=second) if names is not None else []

    def _paint_ground(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Tint and a bar at the left for the chosen row; the ring inside it while the table has the focus."""
        chosen = self._view.selectionModel().isRowSelected(index.row(), index.parent())
        if chosen or index.row() == self.under_pointer:
            painter.fillRect(box, theme.colour("selected" if chosen else "hover"))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen and index.column() == 0:
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), theme.colour("accent"))
        if chosen and self._view.hasFocus():
            self._paint_ring(painter, box, index)

    def _paint_ring(self, painter: QPainter, box: QRect, index: Index) -> None:
        """The part of the row's ring that lies in this cell."""
        painter.setPen(QPen(theme.colour("focus"), 2))
        left, right, top, bottom = box.left(), box.right(), box.top() + 2, box.bottom() - 2
        first, last = index.column() == 0, index.column() == index.model().columnCount() - 1
        painter.drawLine(left + (2 if first else 0), top, right - (2 if last else 0), top)
        painter.drawLine(left + (2 if first else 0), bottom, right - (2 if last else 0), bottom)
        if first:
            painter.drawLine(left + 2, top, left + 2, bottom)
        if last:
            painter.drawLine(right - 2, top, right - 2, bottom)
