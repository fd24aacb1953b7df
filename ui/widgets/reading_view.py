"""A report to be read, as long as it may be: what is in sight is measured and painted, the rest by and by.

One Tab stop. Arrows go from line to line, and scroll through a line that is higher than the view. Ctrl+C copies a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.tokens import Role
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.reading_bands import Bands, Words, bands_of
from ui.widgets.row_heights import RowHeights
from ui.widgets.table import Table
from ui.widgets.text_block import TextBlock
from ui.widgets.word_widths import WordWidths

if TYPE_CHECKING:
    from imr_desk.export.readable import ReadLine

Index = QModelIndex | QPersistentModelIndex
BAND_GAP = 3
SCROLL = 90
"""How far an arrow scrolls through a line that is higher than the view, in pixels at 100 %."""


def _placed(bands: Bands, heights: list[int]) -> int:
    """The height of a line whose bands are that high."""
    return bands.top + sum(heights) + theme.px(BAND_GAP) * max(0, len(heights) - 1) + bands.bottom


class LineDelegate(CellDelegate):
    """Measures and paints the lines of a report."""

    def block(self, words: Words) -> TextBlock:
        """The words laid out."""
        return self._block(words.words, words.role, max(1, words.width), words.weight)

    def line_height(self, line: ReadLine, width: int) -> int:
        """How high a line is as it is painted."""
        bands = bands_of(line, width)
        return _placed(bands, [max(self.block(each).height for each in band) for band in bands.bands])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words, the rule under a row, and the ring of the line that has the keyboard."""
        line = cast("ReadLine", index.data(Qt.ItemDataRole.UserRole))
        box = option.rect
        bands = bands_of(line, box.width())
        painter.save()
        painter.setClipRect(box)
        y = box.y() + bands.top
        for band in bands.bands:
            blocks = [self.block(each) for each in band]
            for words, block in zip(band, blocks, strict=True):
                block.draw(painter, box.x() + words.x, y, theme.colour(words.tone))
            y += max(block.height for block in blocks) + theme.px(BAND_GAP)
        self._paint_edges(painter, box, bands)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(box.adjusted(theme.px(10), 1, -theme.px(10), -2))
        painter.restore()

    def _paint_edges(self, painter: QPainter, box: QRect, bands: Bands) -> None:
        words = [each for band in bands.bands for each in band]
        if not words:
            return
        left = box.x() + min(each.x for each in words)
        right = box.x() + max(each.x + each.width for each in words)
        if bands.rule:
            painter.fillRect(QRect(left, box.bottom(), right - left, 1), theme.colour("line"))
        if bands.bar:
            painter.fillRect(QRect(left - theme.px(14), box.y(), 3, box.height() - bands.bottom), theme.colour("line"))


class LineHeights(RowHeights):
    """Gives every line of a report its height."""

    def start(self) -> None:
        """As of RowHeights."""
        self._widths: dict[tuple[Role, int], WordWidths] = {}
        super().start()

    def exact(self, row: int) -> int:
        """As of RowHeights."""
        return cast("LineDelegate", self._delegate).line_height(self._line(row), self._view.columnWidth(0))

    def estimate(self, row: int) -> int:
        """As of RowHeights."""
        bands = bands_of(self._line(row), self._view.columnWidth(0))
        return _placed(bands, [max(self._about(each) for each in band) for band in bands.bands])

    def _about(self, words: Words) -> int:
        look = (words.role, words.weight)
        if look not in self._widths:
            self._widths[look] = WordWidths(*look)
        return self._widths[look].lines(words.words, words.width) * theme.line_height(words.role)

    def _line(self, row: int) -> ReadLine:
        model = self._view.model()
        return cast("ReadLine", model.index(row, 0).data(Qt.ItemDataRole.UserRole))


class ReadingView(Table):
    """A view over any model whose `UserRole` gives a ReadLine."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__(name, model, (0,))
        self.horizontalHeader().hide()
        self.setSelectionMode(Table.SelectionMode.NoSelection)  # the ring alone says where one reads

    def make_delegate(self) -> CellDelegate:
        """As of a Table."""
        return LineDelegate(self)

    def make_heights(self) -> RowHeights:
        """As of a Table."""
        return LineHeights(self, self._delegate)

    def show_line(self, at: int) -> None:
        """Bring a line to the upper edge and choose it."""
        index = self.model().index(at, 0)
        if index.isValid():
            self.heights.measure_seen()
            self.setCurrentIndex(index)
            self.scrollTo(index, Table.ScrollHint.PositionAtTop)
            self.heights.measure_seen()
            self.scrollTo(index, Table.ScrollHint.PositionAtTop)

    def first_seen(self) -> int:
        """The line at the upper edge; 0 where there is none."""
        return max(0, self.rowAt(1))

    def minimumSizeHint(self) -> QSize:
        """A few lines; it scrolls."""
        return QSize(theme.px(240), theme.px(96))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll first through a line that goes on out of sight."""
        box, high = self.visualRect(self.currentIndex()), self.viewport().height()
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Down and box.isValid() and box.top() < high < box.bottom():
            bar.setValue(bar.value() + min(theme.px(SCROLL), box.bottom() - high + 1))
        elif event.key() == Qt.Key.Key_Up and box.isValid() and box.top() < 0 < box.bottom():
            bar.setValue(bar.value() - min(theme.px(SCROLL), -box.top()))
        else:
            super().keyPressEvent(event)
