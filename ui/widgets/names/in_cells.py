"""Names in the cells of a table: painted as in the fields where a text was read, and read when it comes in sight.

Nothing is read while a cell is painted: the text is asked for, and the cell is painted again when it was read. What
went out of sight meanwhile is not read at all.
"""

from __future__ import annotations

import time
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QAbstractItemView

from ui.widgets.cells import Cell, FreeText
from ui.widgets.names.boxes import Units
from ui.widgets.names.marker import mark_format
from ui.widgets.names.stretches import stretches
from ui.widgets.names.watch import watch

if TYPE_CHECKING:
    from imr_desk.names.guard import Mark

MOST_WANTED = 200
"""Texts that wait to be read: more than a screen shows. Those asked for last come first."""
MOST_KEPT = 20_000
"""Texts of which it is remembered what was found."""
Marks = tuple["Mark", ...]


class CellNames(QObject):
    """What a view knows of the names in its cells."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._found: dict[str, Marks] = {}
        self._before: dict[str, Marks] = {}
        self.wanted: dict[str, None] = {}
        watch().changed.connect(self._again)

    # ---- what is painted and said
    def formats(self, cell: Cell, *, second: bool) -> list[QTextLayout.FormatRange]:
        """How the names in the words of a cell, or in its second line, are painted over them."""
        texts = cell.second_texts if second else cell.texts
        if not texts or watch().book is None:
            return []
        marks = [(text, mark) for text in texts for mark in self._marks(text.text)]
        units = Units(cell.second if second else cell.words) if marks else Units("")
        made = (_format(text, mark, units) for text, mark in marks)
        return [each for each in made if each.length > 0]

    def count(self, cells: tuple[Cell, ...]) -> int:
        """How many names are marked in cells, as far as they were read."""
        texts = chain.from_iterable((*cell.texts, *cell.second_texts) for cell in cells)
        known = ((text, self._found.get(text.text, ())) for text in texts)
        return sum(mark.start < text.end - text.start for text, marks in known for mark in marks)

    def _marks(self, text: str) -> Marks:
        """The names in a text; while it waits to be read, those that were found before."""
        found = self._found.get(text)
        if found is not None:
            return found
        self.wanted.pop(text, None)
        self.wanted[text] = None
        if len(self.wanted) > MOST_WANTED:
            del self.wanted[next(iter(self.wanted))]
        watch().read_soon(self)
        return self._before.get(text, ())

    # ---- reading
    def read_on(self, until: float) -> bool:
        """As of a Reader: what was asked for last is in sight, so it comes first."""
        while self.wanted:
            text, _ = self.wanted.popitem()
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            self._found[text] = tuple(chain.from_iterable(watch().marks_in(each) for each in stretches(text)))
            if time.perf_counter() >= until:
                break
        self._view.viewport().update()
        return not self.wanted

    @Slot()
    def _again(self) -> None:
        """Names are told in another way: what was marked stays until it is read again, unless it is locked."""
        self._before = self._found if watch().book is not None else {}
        self._found = {}
        self.wanted.clear()
        self._view.viewport().update()


def _format(text: FreeText, mark: Mark, units: Units) -> QTextLayout.FormatRange:
    """One name over the words that are shown; of no length where it is not shown."""
    made = QTextLayout.FormatRange()
    made.start = units.to_qt(min(text.start + mark.start, text.end))
    made.length = units.to_qt(min(text.start + mark.end, text.end)) - made.start
    made.format = mark_format(mark.kind)
    return made
