"""Gives every row of a table its height: what is on screen exactly and at once, the rest in slices between events."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QTableView
from shiboken6 import isValid

from ui import theme
from ui.tokens import tokens
from ui.widgets.cell_delegate import ICON, PAD, CellDelegate
from ui.widgets.cells import Cell
from ui.widgets.word_widths import WordWidths

SLICE_SECONDS = 0.007
"""How long rows are estimated between two rounds of events; at least one row each time."""


class RowHeights(QObject):
    """Measures the rows of one table. `start` begins again: other rows, another width, another look."""

    def __init__(self, view: QTableView, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view, self._delegate = view, delegate
        self._next = 0
        self._heights: dict[int, int] = {}
        self._words: tuple[WordWidths, WordWidths, WordWidths] | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(0)
        self.timer.timeout.connect(self._slice)

    def start(self) -> None:
        """Forget every height, measure what is on screen, and go on with the rest by and by."""
        self._delegate.forget()
        self._words = None
        self._heights.clear()
        self._next = 0
        header = self._view.verticalHeader()
        header.setDefaultSectionSize(3 * theme.line_height("body") + 2 * PAD + 1)
        self.measure_seen()
        if self._view.model() is not None and self._view.model().rowCount():
            self.timer.start()

    def stop(self) -> None:
        """Leave the rest as it is, and keep no words."""
        self.timer.stop()
        self._words = None
        self._delegate.forget()

    def rest(self) -> None:
        """Measure nothing for a while: something else needs the time."""
        self.timer.stop()

    def go_on(self) -> None:
        """Measure what is not measured yet."""
        model = self._view.model()
        if model is not None and self._next < model.rowCount():
            self.timer.start()

    def changed(self, first: int, last: int) -> None:
        """Measure rows again whose words have changed: what is on screen, or is one row, at once."""
        top, bottom = self._seen() if last > first else (first, last)
        for row in range(max(first, top), min(last, bottom) + 1):
            self._resize(row, self.exact(row))
        later = [row for row in range(first, last + 1) if not top <= row <= bottom]
        for row in later:
            self._heights.pop(row, None)
        if later:
            self._next = min(self._next, later[0])
            self.timer.start()

    def _seen(self) -> tuple[int, int]:
        """The first and the last row on screen."""
        view = self._view
        bottom = view.rowAt(view.viewport().height() - 1)
        return max(0, view.rowAt(0)), bottom if bottom >= 0 else view.model().rowCount() - 1

    def inserted(self, first: int, last: int) -> None:
        """Rows came: those below keep the heights they have, and the new ones are measured."""
        count = last - first + 1
        self._heights = {row + count if row >= first else row: high for row, high in self._heights.items()}
        self._next += count if first < self._next else 0
        self.changed(first, last)

    def removed(self, first: int, last: int) -> None:
        """Rows went: those below keep the heights they have."""
        count = last - first + 1
        kept = {row: high for row, high in self._heights.items() if not first <= row <= last}
        self._heights = {row - count if row > last else row: high for row, high in kept.items()}
        self._next -= max(0, min(self._next, last + 1) - first)
        self.measure_seen()

    @Slot()
    def measure_seen(self) -> None:
        """Measure exactly the rows on screen."""
        view = self._view
        if view.model() is None or not view.model().rowCount():
            return
        row = max(0, view.rowAt(0))
        bottom = view.viewport().height()
        while row < view.model().rowCount() and view.rowViewportPosition(row) < bottom:
            self._resize(row, self.exact(row))
            row += 1

    def _cells(self, row: int) -> list[tuple[Cell, int]]:
        """The cells of a row with the widths of their columns."""
        model, role = self._view.model(), Qt.ItemDataRole.UserRole
        columns = range(model.columnCount())
        found = ((model.index(row, at).data(role), self._view.columnWidth(at)) for at in columns)
        return [(cell, width) for cell, width in found if isinstance(cell, Cell)]

    def exact(self, row: int) -> int:
        """The height of a row as it is painted."""
        least = theme.px(tokens().size["row_min"])
        return max(least, *(self._delegate.height(cell, width) for cell, width in self._cells(row)))

    def estimate(self, row: int) -> int:
        """About the height of a row, quicker."""
        if self._words is None:
            self._words = (WordWidths("body", 400), WordWidths("body", 500), WordWidths("small", 400))
        body, strong, small = self._words
        highest = theme.px(tokens().size["row_min"])
        for cell, width in self._cells(row):
            room = width - 2 * PAD
            beside = theme.px(ICON) + 6 if cell.glyph else 0
            widths = small if cell.small else strong if cell.strong else body
            lines = widths.lines(cell.words, room - beside)
            high = lines * theme.line_height("small" if cell.small else "body") + 2 * PAD + 1
            if cell.second:
                beside = theme.px(ICON) + 6 if cell.second_glyph else 0
                high += small.lines(cell.second, room - beside) * theme.line_height("small")
            highest = max(highest, high)
        return highest

    def _resize(self, row: int, height: int) -> None:
        self._heights[row] = height
        if self._view.rowHeight(row) != height:
            self._view.verticalHeader().resizeSection(row, height)

    @Slot()
    def _slice(self) -> None:
        """Estimate the next rows. What is on screen stays where it is."""
        view, count = self._view, self._view.model().rowCount()
        top, header = view.rowAt(0), view.verticalHeader()
        before = view.rowViewportPosition(top) if top >= 0 else 0
        header.blockSignals(True)
        until = time.perf_counter() + SLICE_SECONDS
        while self._next < count:
            if self._next not in self._heights:
                self._resize(self._next, self.estimate(self._next))
            self._next += 1
            if time.perf_counter() > until:
                break
        header.blockSignals(False)
        view.updateGeometries()
        if top >= 0:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + view.rowViewportPosition(top) - before)
        if self._next >= count:
            self.timer.stop()
            self.measure_seen()
            view.viewport().update()


def all_rest(root: QObject) -> Callable[[], None]:
    """Have every table under `root` measure nothing for a while; the function returned lets them go on."""
    resting = [each for each in root.findChildren(RowHeights) if each.timer.isActive()]
    for each in resting:
        each.rest()

    def end() -> None:
        for each in resting:
            if isValid(each):
                each.go_on()

    return end
