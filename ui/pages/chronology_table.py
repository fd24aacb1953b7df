"""The chronology as a table, in few columns as it is read, or in those that the author arranged."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui import theme
from ui.models import chronology as said
from ui.models.chronology_columns import ScreenColumns, as_read, spread
from ui.models.rows import Index, RowsModel
from ui.pages.chronology_cells import table_columns
from ui.pages.chronology_dates import HeldDates, covered
from ui.pages.chronology_menu import asks_for_menu, place_asked
from ui.widgets.cell_delegate import PAD, CellDelegate
from ui.widgets.cells import TableColumn
from ui.widgets.row_heights import RowHeights
from ui.widgets.table import Table
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from ui.widgets.names.in_cells import CellNames

NARROW = (76, 136, 0, 132)
"""Widths of the few columns at 100 % while an entry stands open beside the table; 0 takes what is left."""


MORE_DIGIT = 9
"""How much wider references are with each digit more than three, at 100 %."""
LONGEST_HEAD = 260
"""How wide a column is made for its heading, at 100 %."""
_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
DRAFT = "+"
"""The key of a row that has no record yet."""


class ChronologyTable(Table):
    """One row an entry. Return opens it, F2 or typing writes in it, Delete asks for its deletion.

    A row that is written in stays where it is until it is left, wherever its date belongs.
    """

    delete_asked = Signal(str)
    """The reference of the entry."""
    write_asked = Signal(str)
    """The chosen row is to be written in, beginning with these letters."""
    menu_asked = Signal(QPoint)
    """The menu of the chosen row is wanted, at a point of the screen."""
    scrolled = Signal()
    """Rows stand elsewhere now, or are as high as they were not before."""

    def __init__(self) -> None:
        self._named = said.Named()
        self._entries: tuple[Record, ...] = ()
        self._narrowed: tuple[Record, ...] | None = None
        self._written: Record | None = None
        self._written_at, self._adopted = 0, ""
        self.written_high: Callable[[], int] | None = None
        """How high the row that is written in must be."""
        self.columns: ScreenColumns = as_read()
        """The columns as they stand."""
        self._narrow, self._digits = False, 0
        self._held: HeldDates | None = None
        self.rows = RowsModel[Record](self._cells(), _reference, also_said=self._names_said)
        self._column = 0
        super().__init__(tr("Chronology entries"), self.rows, spread(self.columns, 0, 1.0))
        self.rows.setParent(self)
        self.selectionModel().currentColumnChanged.connect(self._column_changed)

    def make_delegate(self) -> CellDelegate:
        """One that marks names once they are looked for."""
        return _Delegate(self, self._names_marked)

    @cached_property
    def names(self) -> CellNames:
        """The names in the cells: looked for from when this is first asked for, which is after the first paint."""
        from ui.widgets.names.in_cells import CellNames

        return CellNames(self)

    def _names_marked(self) -> CellNames | None:
        return self.names if "names" in vars(self) else None

    def _cells(self) -> tuple[TableColumn[Record], ...]:
        return table_columns(self.columns, lambda: self._named, lambda: self._narrow)

    def set_columns(self, columns: ScreenColumns) -> None:
        """Show other columns."""
        if columns != self.columns:
            self.columns = columns
            self.rows.set_columns(self._cells())
            scrolls = all(each.width for each in columns)
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setHorizontalScrollBarPolicy(policy)
            self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            self._spread()

    def set_narrow(self, on: bool) -> None:
        """Whether an entry stands open beside the table."""
        self._narrow = on
        self._spread()

    def _spread(self) -> None:
        few = any(not each.width for each in self.columns)
        room, scale = self.viewport().width(), theme.px(1000) / 1000
        columns = self.columns if few else _headed(self.columns, scale)
        more = MORE_DIGIT * max(0, self._digits - 3)
        columns = tuple(replace(each, width=each.width + more) if each.name == "ref" else each for each in columns)
        narrow = (NARROW[0] + more, *NARROW[1:])
        self.set_widths(narrow if few and self._narrow else spread(columns, room, scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let text have what room there is. A row that was in sight whole stays so where the table becomes lower."""
        row, low = self.visualRect(self.currentIndex()), event.size().height()
        hidden = row.top() >= 0 and low <= row.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        self._spread()
        if hidden:
            self._bring_into_sight(self.currentIndex())

    def _names_said(self, entry: Record) -> str:
        """How many names are still to be resolved in an entry, of what is in sight of it; "" for none."""
        names = self._names_marked()
        if names is None:
            return ""
        count = names.count(tuple(column.cell(entry) for column in self._cells()))
        return trn("{n} name to resolve", "{n} names to resolve", count) if count else ""

    # ---- rows
    def show_entries(self, review: Review) -> None:
        """Show the entries of a review. What stays is left where it is on screen, and so is the chosen entry."""
        chosen = self.chosen()
        named = said.Named.of(review)
        self._showing = True
        if named != self._named:
            self._named = named
            self.rows.renew()
        self._entries = review.all("entry")
        digits = len(str(len(self._entries)))
        if digits != self._digits:  # no reference is cut in two
            self._digits = digits
            self._spread()
        if self._narrowed is not None:
            now = (review.get(each.id) for each in self._narrowed)
            self._narrowed = tuple([each for each in now if each is not None])
        self._hold_written(review)
        self._arrange()
        self._showing = False
        chosen = self._written.id if self._written is not None else chosen
        at = self.rows.place_of(chosen) if chosen else -1
        if at >= 0 and at != self.currentIndex().row():
            self.go_to_row(at)

    def narrow(self, entries: tuple[Record, ...] | None) -> None:
        """Show these entries alone; None for all of them. The chosen one stays chosen if it is among them."""
        chosen = self.chosen()
        self._narrowed = entries
        self._showing = True
        self._arrange()
        self._showing = False
        at = self.rows.place_of(chosen) if chosen else -1
        if at >= 0 and at != self.currentIndex().row():
            self.go_to_row(at)

    def adopt(self, record_id: str) -> None:
        """The row that is written in has a record from now on, or none after all."""
        self._adopted = record_id

    def _hold_written(self, review: Review) -> None:
        """Hold the row that is written in as its record is now; where that went, there is none."""
        written = self._written
        if written is None:
            return
        began = review.get(self._adopted) if written.id == DRAFT and self._adopted else None
        if began is not None:  # first the new row goes, then that of the record comes: the table need not begin again
            self.rows.set_rows(tuple([each for each in self.rows.all() if each.id != DRAFT]))
        self._written = began or (written if written.id == DRAFT else review.get(written.id))

    def _arrange(self) -> None:
        """Show the entries in their order, but the one that is written in where it was."""
        written, entries = self._written, self._entries if self._narrowed is None else self._narrowed
        if written is None:
            self.rows.set_rows(entries)
            return
        others = tuple([each for each in entries if each.id != written.id])
        at = min(self._written_at, len(others))
        self.rows.set_rows((*others[:at], written, *others[at:]))

    def write_in(self, record: Record | None, at: int = 0) -> None:
        """Hold the row of a record at a place while it is written in; with None let all rows go to theirs."""
        chosen = self.chosen()
        self._showing = True
        self._written, self._written_at, self._adopted = record, at, ""
        self._arrange()
        self._showing = False
        to = self.rows.place_of(record.id if record is not None else chosen)
        if to >= 0:
            self.go_to_row(to)

    def make_heights(self) -> RowHeights:
        """As of a Table; the row that is written in is as high as its fields."""
        return _Heights(self, self._delegate)

    def is_written(self, row: int) -> bool:
        """Whether a row is the one that is written in."""
        return self._written is not None and self.rows.key_at(row) == self._written.id

    @Slot(QModelIndex, QModelIndex)
    def _column_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self._column = current.column()

    def stands_in(self) -> int:
        """The column in which the person stands: it is not lost where rows come and go."""
        return min(self._column, len(self.columns) - 1)

    def go_to_column(self, at: int) -> None:
        """Stand in a column of the chosen row."""
        self._column = at
        self._showing = True
        self.setCurrentIndex(self.rows.index(self.currentIndex().row(), at))
        self._showing = False

    def chosen(self) -> str:
        """The reference of the chosen entry, or nothing."""
        key = self.rows.key_at(self.currentIndex().row())
        return "" if key == DRAFT else key

    def choose(self, record_id: str) -> bool:
        """Choose an entry and bring it into sight; whether it is there."""
        at = self.rows.place_of(record_id)
        if at >= 0:
            self.go_to_row(at)
        return at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for the deletion of the chosen entry, the menu key for what else can be done with it."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers() and self.chosen():
            self.delete_asked.emit(self.chosen())
        elif event.key() == Qt.Key.Key_F2 and self.chosen():
            self.write_asked.emit("")
        elif _is_typing(event) and self.chosen():
            self.write_asked.emit(event.text())
        elif asks_for_menu(event):
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row."""
        self._ask_for_menu(event)
        event.accept()

    def _ask_for_menu(self, event: QContextMenuEvent | None = None) -> None:
        at = place_asked(self, event)
        if at is not None:
            self.menu_asked.emit(at)

    # ---- scrolling sideways
    def date_column(self) -> int:
        """The place of the column of dates; -1 where there is none."""
        return next((at for at, each in enumerate(self.columns) if each.name == "date"), -1)

    def covered(self, widget: QWidget | None = None) -> int:
        """How much of its left edge is covered by the dates, for a widget in another column."""
        return covered(self, self._held, widget)

    def _hold_dates(self) -> None:
        """Keep the dates in sight where the columns are wider than the window."""
        if self._held is None and self.horizontalScrollBar().value():
            self._held = HeldDates(self)
        if self._held is not None:
            self._held.stand()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _VISIBLE) -> None:
        """As of a view; a cell that would lie under the dates comes out beside them."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        under = self.covered() - self.columnViewportPosition(index.column())
        if under > 0 and index.column() != self.date_column() and index.isValid():
            bar.setValue(bar.value() - under)
        elif bar.value() > before:
            self.settle_beside(self.columnViewportPosition(index.column()))

    def settle_beside(self, left: int) -> None:
        """Scroll on until a column begins where the dates end, no further than to what begins at `left`."""
        edge = self.covered()
        begin = (self.columnViewportPosition(at) - edge for at in range(len(self.columns)))
        ahead = min((each for each in begin if each >= 0), default=0) if edge else 0
        if 0 < ahead <= left - edge:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + ahead)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; and so do the dates."""
        super().paintEvent(event)
        if self._held is not None:
            self._held.update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Have what lies over a row go with it."""
        super().scrollContentsBy(dx, dy)
        if dx or self._held is not None:
            self._hold_dates()
        self.scrolled.emit()

    def updateGeometries(self) -> None:
        """Have what lies over a row go with it."""
        super().updateGeometries()
        if self._held is not None:
            self._held.stand()
        self.scrolled.emit()


class _Delegate(CellDelegate):
    """Shows as well in which column one stands, since writing begins there."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and a line under it where one stands."""
        super().paint(painter, option, index)
        here = self._view.currentIndex()
        if self._view.hasFocus() and (index.row(), index.column()) == (here.row(), here.column()):
            box = option.rect
            painter.fillRect(QRect(box.x() + 4, box.bottom() - 7, box.width() - 8, 2), theme.colour("accent"))


class _Heights(RowHeights):
    """Heights of rows of which one may be written in."""

    def __init__(self, table: ChronologyTable, delegate: CellDelegate) -> None:
        super().__init__(table, delegate)
        self._table = table

    def exact(self, row: int) -> int:
        """The height of a row as it is painted, or as it is written in."""
        if self._table.written_high is not None and self._table.is_written(row):
            return self._table.written_high()
        return super().exact(row)


def _headed(columns: ScreenColumns, scale: float) -> ScreenColumns:
    """The columns, each wide enough for its heading unless that is very long."""
    words = [TextBlock(each.label, "caption", weight=600).width / scale for each in columns]
    least = [min(math.ceil(each) + 2 * PAD + 2, LONGEST_HEAD) for each in words]
    return tuple(replace(each, width=max(each.width, need)) for each, need in zip(columns, least, strict=True))


def _is_typing(event: QKeyEvent) -> bool:
    """Whether a key is a letter that begins a text."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not modifiers and event.text().isprintable() and bool(event.text().strip())


def _reference(entry: Record) -> str:
    return entry.id
