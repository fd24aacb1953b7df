"""Paints one thing with its state: an icon whose shape differs by state, the title, and the state in words under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.tokens import Tone
from ui.widgets.state_rows import StateRow
from ui.widgets.text_block import TextBlock

Index = QModelIndex | QPersistentModelIndex
ICON_AT, WORDS_AT, WORDS_END = 14, 42, 12
"""Where the icon and the words begin, and what is left free after them, in pixels at 100 %."""
ABOVE, BETWEEN, BELOW = 9, 2, 11
LEAST = 44


class StateDelegate(QStyledItemDelegate):
    """Measures and paints. Words wrap; they are never cut."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._kept: dict[tuple[StateRow, int], tuple[TextBlock, ...]] = {}
        self.under_pointer = -1

    def forget(self) -> None:
        """Measure anew: the look has changed."""
        self._kept.clear()

    def blocks(self, row: StateRow, width: int) -> tuple[TextBlock, ...]:
        """Title, state and detail laid out in a list of that width."""
        if (row, width) not in self._kept:
            room = width - theme.px(WORDS_AT) - theme.px(WORDS_END)
            lines = [TextBlock(row.title, "label", room, weight=600)]
            lines += [TextBlock(words, "small", room) for words in (row.state, row.detail) if words]
            if len(self._kept) > 400:
                self._kept.clear()
            self._kept[row, width] = tuple(lines)
        return self._kept[row, width]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for every line."""
        row, width = index.data(Qt.ItemDataRole.UserRole), self._view.viewport().width()
        if not isinstance(row, StateRow) or width <= 0:
            return QSize(0, theme.px(LEAST))
        lines = self.blocks(row, width)
        words = sum(line.height for line in lines) + BETWEEN * (len(lines) - 1)
        return QSize(0, max(theme.px(LEAST), words + ABOVE + BELOW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the icon, the words and the rule under them."""
        row, place = index.data(Qt.ItemDataRole.UserRole), option.rect
        if not isinstance(row, StateRow):
            return
        chosen = index.row() == self._view.currentIndex().row()
        painter.save()
        self._paint_ground(painter, place, chosen=chosen, over=index.row() == self.under_pointer)
        side, top = theme.px(18), place.y() + ABOVE
        above = top + (theme.line_height("label") - side) // 2
        icons.draw(painter, QRect(place.x() + theme.px(ICON_AT), above, side, side), row.glyph, row.tone)
        tones: tuple[Tone, ...] = ("text", "text_soft", "text_soft")
        for line, tone in zip(self.blocks(row, self._view.viewport().width()), tones, strict=False):
            line.draw(painter, place.x() + theme.px(WORDS_AT), top, theme.colour(tone))
            top += line.height + BETWEEN
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, *, chosen: bool, over: bool) -> None:
        if chosen or over:
            painter.fillRect(place, theme.colour("selected" if chosen else "hover"))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, theme.colour("line"))
        if chosen:
            painter.fillRect(place.x(), place.y(), 3, place.height(), theme.colour("accent"))
            if self._view.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place.adjusted(2, 2, -2, -3))
