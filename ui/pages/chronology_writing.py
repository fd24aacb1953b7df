"""A row of the chronology that is written in: its cells become fields, in place, as high as their words.

Tab goes through the cells, Return on to the next row, Esc back to the table. A new row has no record until something
in it is kept, so that nothing is left behind by whoever changes their mind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

from imr_desk.i18n import tr
from imr_desk.review.record import Record, RecordId, Value
from ui import theme
from ui.ending import end
from ui.pages.chronology_table import DRAFT
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, column
from ui.widgets.tab_order import tab_stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from ui.forms.cell_field import CellField
    from ui.forms.host import FormHost
    from ui.models.chronology_columns import ScreenColumn, ScreenColumns
    from ui.pages.chronology_table import ChronologyTable

PAD = 6
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class RowWriter(Surface):
    """Lies over one row of the table. It is made once and turned from row to row."""

    next_asked = Signal()
    """Return, or Tab after the last field: the next row is to be written in."""
    left = Signal()
    """Esc, or Tab out of a new row with nothing in it."""
    new_asked = Signal()
    """Ctrl+Return: a new row."""
    composed = Signal(object)
    """As of a Page: the record of a new row begins."""

    def __init__(self, host: FormHost, table: ChronologyTable) -> None:
        super().__init__(fill="raised", edge="accent", edge_width=2, parent=table.viewport())
        self._host, self._table = host, table
        self.record_id = ""
        self.active = False
        self.began_at = 0
        """The place of the column in which writing began: Return goes to the same one in the next row."""
        self._values: Mapping[str, Value] = {}
        self._box = QHBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.setLayout(self._box)
        self._columns: ScreenColumns = ()
        self._holders: list[QWidget] = []
        self.fields: list[CellField] = []
        self._reference, self._time = Label("", "body", "text_soft"), Label("", "body")
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self.fit)
        self.hide()

    # ---- its cells
    def prepare(self, columns: ScreenColumns) -> bool:
        """Make the next cell that is not made yet; whether there was one to be made."""
        if columns != self._columns:
            self._clear(columns)
        if len(self._holders) == len(columns):
            return False
        self._make(columns[len(self._holders)])
        return True

    def _clear(self, columns: ScreenColumns) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                end(widget)
        self._reference, self._time = Label("", "body", "text_soft"), Label("", "body")
        self._columns, self._holders, self.fields = columns, [], []

    def _make(self, screen: ScreenColumn) -> None:
        from ui.forms.cell_field import cell_field  # with every kind of editor: not for the first paint
        from ui.widgets.editors.when import WhenEditor

        made = [cell_field(self._host, name, self, screen.own) for name in screen.fields]
        for field, caption in zip(made, screen.captions, strict=True):
            field.show_caption(caption, seen=len(made) > 1, inside=screen.inside)
            field.record_id = self.record_id
        holder = QWidget()
        for each in made:
            if isinstance(each.editor, WhenEditor):
                each.editor.edited.connect(self._show_time)
        words = {"ref": (self._reference,), "time": (self._time,)}.get(screen.name, ())
        margins = (PAD, PAD, PAD, PAD) if made else (2 * PAD, 2 * PAD, 0, 0)
        holder.setLayout(column(*words, *made, None, gap=6, margins=margins))
        self._holders.append(holder)
        self.fields.extend(made)
        self._box.addWidget(holder)

    # ---- beginning and ending
    def write(self, record: Record, columns: ScreenColumns) -> None:
        """Be the row of a record; one with the key of a draft has none yet, and holds what the new row begins with."""
        while self.prepare(columns):
            pass
        self.record_id = "" if record.id == DRAFT else record.id
        self._values = dict(record) if record.id == DRAFT else {}
        for each in self.fields:
            each.turn_to(self.record_id)
            each.show_record(record, reload_focused=True)
        self._host.visits.renew()
        who = tr("New entry") if not self.record_id else tr("Entry {id}").format(id=self.record_id)
        self.setAccessibleName(who)
        self._reference.setText(self.record_id or tr("New"))
        self._show_time()
        self.active = True
        self.show()
        self.fit()

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the record as it is now."""
        record = self._host.review.get(self.record_id) if self.record_id else None
        if self.active and record is not None:
            for each in self.fields:
                each.show_record(record, reload_focused=reload_focused)
            self._show_time()
            self._fit_soon.start()

    @Slot()
    def _show_time(self) -> None:
        """Say the time that is typed with the date in the column of times as well, where there is one."""
        from ui.widgets.editors.when import WhenEditor

        for each in self.fields:
            if isinstance(each.editor, WhenEditor):
                self._time.setText(each.editor.time_said())

    def end(self) -> None:
        """Be no row any more; what was typed was kept before."""
        self.active = False
        self.record_id = ""
        self._values = {}
        self.hide()

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        if self.active:
            for each in self.fields:
                each.flush()

    def unreadable(self) -> CellField | None:
        """The first field with words that cannot be read."""
        return next((each for each in self.fields if each.editor.problem), None)

    @property
    def empty(self) -> bool:
        """Whether it is a new row in which nothing was typed."""
        return not self.record_id and all(each.settled for each in self.fields)

    # ---- as a WrittenRow
    def begin(self, field: CellField, values: dict[str, Value]) -> None:
        """Begin the record, under a reference that whoever holds the session gives."""
        self.composed.emit(Beginning(self, {**self._values, **values}, self._host.visits.visit_of(field)))
        if not self.record_id or self._host.review.get(self.record_id) is None:
            self.adopt("")
            field.refuse(tr("This is not kept yet. Your words are still here."))

    def adopt(self, record_id: str) -> None:
        """The row has this record from now on, or none after all."""
        self.record_id = record_id
        self._reference.setText(record_id or tr("New"))
        self._table.adopt(record_id)
        for each in self.fields:
            each.record_id = record_id

    def above(self) -> Record | None:
        """The record of the row above."""
        at = self.place() - 1
        return self._table.rows.row(at) if at >= 0 else None

    # ---- where it is
    def place(self) -> int:
        """The place of its row in the table."""
        return self._table.rows.place_of(self.record_id or DRAFT)

    @Slot()
    def fit(self) -> None:
        """Be as wide as the columns, and have the row as high as the fields."""
        self._fit_soon.stop()
        at = self.place() if self.active else -1
        if at < 0:
            return
        for n, holder in enumerate(self._holders):
            holder.setFixedWidth(self._table.columnWidth(n))
        self._table.heights.changed(at, at)
        self.stand()
        if any(each.editor.problem for each in self.fields):
            self.keep_in_sight()

    def wanted(self) -> int:
        """How high the row must be."""
        wide = sum(self._table.columnWidth(n) for n in range(len(self._holders)))
        high = self._box.totalHeightForWidth(wide) if self._box.hasHeightForWidth() else -1
        return max(high, self._box.totalSizeHint().height(), theme.px(44)) + 1

    def stand(self) -> None:
        """Stand where the row is."""
        at = self.place() if self.active else -1
        if at >= 0:
            table = self._table
            wide = sum(table.columnWidth(n) for n in range(len(self._holders)))
            place = QRect(table.columnViewportPosition(0), table.rowViewportPosition(at), wide, table.rowHeight(at))
            if place != self.geometry():
                self.setGeometry(place)

    def event(self, event: QEvent) -> bool:
        """Grow with what is typed."""
        if event.type() is QEvent.Type.LayoutRequest and self.active:
            self._fit_soon.start()
        return super().event(event)

    # ---- keys
    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        every = (stop for holder in self._holders for stop in tab_stops(holder))
        return [each for each in every if each.isVisibleTo(self) and each.isEnabled()]

    def go_to(self, name: str = "", column: int = 0) -> bool:
        """Give a field the keyboard; with no name the first of a column, or the first there is after it."""
        if name:
            found = next((each for each in self.fields if name in each.change_to(None)), None)
        else:
            later = [each for holder in self._holders[column:] for each in self._fields_in(holder)]
            found = next(iter(later), self.fields[0] if self.fields else None)
        if found is not None:
            found.editor.setFocus()
            box = QApplication.focusWidget()
            if isinstance(box, QTextEdit):
                box.moveCursor(QTextCursor.MoveOperation.End)
            self.keep_in_sight()
        return found is not None

    def _fields_in(self, holder: QWidget) -> Iterator[CellField]:
        return (each for each in self.fields if holder.isAncestorOf(each))

    def column_of(self, widget: QWidget | None) -> int:
        """The place of the column in which a widget stands."""
        return next((n for n, each in enumerate(self._holders) if widget and each.isAncestorOf(widget)), 0)

    def has_keyboard(self) -> bool:
        """Whether it is written in now."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def keep_in_sight(self) -> None:
        """Scroll the table so that what has the keyboard can be seen."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        view, table = self._table.viewport(), self._table
        at = focus.mapTo(view, QPoint(0, 0))
        top, left = at.y(), at.x()
        under = top + min(focus.height(), view.height()) - view.height()
        field = next((each for each in self.fields if each.editor.problem and each.isAncestorOf(focus)), None)
        why = field.mapTo(view, QPoint(0, 0)).y() if field is not None else top
        if top - why + focus.height() <= view.height():
            top = why  # what is wrong stands over the field
        if top < 0 or under > 0:
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + (top - PAD if top < 0 else under + PAD))
        beside = left + min(focus.width(), view.width()) - view.width()
        edge = table.covered(focus)
        if left < edge or beside > 0:
            across = table.horizontalScrollBar()
            across.setValue(across.value() + (left - edge - PAD if left < edge else beside + PAD))
            table.settle_beside(focus.mapTo(view, QPoint(0, 0)).x())
        self.stand()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the row; after its last field it goes on to the next row."""
        if not self.active:
            return False
        stops, focus = self.stops(), QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else -1
        to = at + (1 if forward else -1)
        if 0 <= to < len(stops):
            reasons = Qt.FocusReason
            stops[to].setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
            self.keep_in_sight()
        elif forward:
            self.began_at = 0  # as one reads on
            (self.left if self.empty else self.next_asked).emit()
        else:
            self.left.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, Esc goes back; nothing else reaches the table underneath."""
        if event.key() in _RETURNS:
            (self.new_asked if event.modifiers() & _CONTROL else self.next_asked).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()


class Beginning:
    """The first words of a new row begin its record; what is typed on in the same `visit` is one step with them."""

    def __init__(self, row: RowWriter, values: Mapping[str, Value], visit: str) -> None:
        self._row, self._values, self.visit = row, values, visit

    def __call__(self, new_id: Callable[[str], RecordId]) -> tuple[Operation, Place]:
        """As a Composer."""
        from imr_desk.guidance.facts import Place
        from imr_desk.operations.general import Insert

        record_id = new_id("entry")
        self._row.adopt(record_id)
        kept = {name: value for name, value in self._values.items() if value not in (None, "", ())}
        return Insert("entry", record_id, kept), Place("entry", record_id, "", "")
