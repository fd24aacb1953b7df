"""Writing in the rows of the chronology: which row is written in, which comes next, and what is kept on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from imr_desk.i18n import tr
from imr_desk.review.record import Record, RecordId, Value
from ui.pages.chronology_table import DRAFT
from ui.pages.chronology_writing import RowWriter
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.forms.cell_field import CellField
    from ui.forms.host import FormHost
    from ui.models.chronology_columns import ScreenColumns
    from ui.pages.chronology_table import ChronologyTable


class RowWriting(QObject):
    """Turns the one writer from row to row of a table."""

    composed = Signal(object)
    """As of a Page."""
    unreadable = Signal(str, str, tuple)
    """An entry was left with words that cannot be read: its reference, the field, and what its boxes or rows hold."""
    told = Signal(str)
    """Why no row is written in."""
    began = Signal()
    """A row is written in."""
    ended = Signal()
    """The keyboard is in the table again."""

    def __init__(self, host: FormHost, table: ChronologyTable) -> None:
        super().__init__(table)
        self._host, self._table = host, table
        self._series = False
        self._turning = False
        self.first_values: Callable[[], Mapping[str, Value]] = dict
        """What a new row begins with."""
        self.writer = RowWriter(host, table)
        table.written_high = self.writer.wanted
        table.scrolled.connect(self.writer.stand)
        table.write_asked.connect(self._write_chosen)
        self.writer.composed.connect(self.composed)
        self.writer.next_asked.connect(self.next_row)
        self.writer.new_asked.connect(self.new_row)
        self.writer.left.connect(self.leave)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def active(self) -> bool:
        """Whether a row is written in."""
        return self.writer.active

    def prepare(self) -> bool:
        """Make a piece of the writer beforehand; whether there was one to be made."""
        return not self.active and self.writer.prepare(self._table.columns)

    # ---- beginning
    def write(self, record_id: str, field: str = "", column: int = 0) -> bool:
        """Write in the row of an entry: in a field, or in the first from a column on; False where there is none."""
        record = self._host.review.get(record_id)
        if record is None or record.kind != "entry" or self._host.sealed:
            return False
        self._take_leave()
        self._series = False
        self._turn_to(record, max(0, self._table.rows.place_of(record_id)), field, column)
        return True

    @Slot()
    def new_row(self) -> None:
        """Write in a new row, under the one in which the person is, or at the end."""
        if self._host.sealed or (self.active and self._keeps_unreadable()):
            return
        after = self.writer.record_id if self.active else self._table.chosen()
        self._take_leave()
        self._begin_new(after)

    def begin_anew(self) -> None:
        """Have a new row in which nothing was typed begin with other values."""
        if self.active and self.writer.empty:
            record = Record("entry", RecordId(DRAFT), 0, dict(self.first_values()), dated="date")
            had = self.writer.has_keyboard()
            self.writer.write(record, self._table.columns)
            if had:
                self.writer.go_to()

    def _begin_new(self, after: str) -> None:
        rows = self._table.rows
        at = rows.place_of(after) + 1 if after and rows.place_of(after) >= 0 else rows.rowCount()
        self._series = True
        self._turn_to(Record("entry", RecordId(DRAFT), 0, dict(self.first_values()), dated="date"), at)

    def _turn_to(self, record: Record, at: int, field: str = "", column: int = 0) -> None:
        self._turning = True
        self._table.write_in(record, at)
        self.writer.write(record, self._table.columns)
        self._table.go_to_row(self._table.rows.place_of(record.id))
        self.writer.stand()
        self.writer.go_to(field, column)
        self.writer.began_at = self.writer.column_of(QApplication.focusWidget())
        self._turning = False
        announce(self._table, self.writer.accessibleName())
        self.began.emit()

    @Slot(str)
    def _write_chosen(self, letters: str) -> None:
        """Write in the chosen row, in the column in which one stands; go on with the letters that were typed."""
        if self._host.sealed:
            self.told.emit(tr("The chronology is read-only."))
            return
        if self.write(self._table.chosen(), column=max(0, self._table.currentIndex().column())) and letters:
            box = QApplication.focusWidget()
            if isinstance(box, QLineEdit) and not box.isReadOnly():
                box.selectAll()
                box.insert(letters)
                box.textEdited.emit(box.text())
            elif isinstance(box, QTextEdit) and not box.isReadOnly():
                box.insertPlainText(letters)

    # ---- going on
    @Slot()
    def next_row(self) -> None:
        """Go on to the next row: a new one after a new one or the last."""
        if self._keeps_unreadable():
            return
        writer, table, column = self.writer, self._table, self.writer.began_at
        if writer.empty:
            return
        writer.flush()
        record_id, series, at = writer.record_id, self._series, writer.place()
        below = table.rows.key_at(at + 1)
        self._take_leave()
        if series or not below:
            self._begin_new(record_id)
        else:
            self.write(below, column=column)

    def _keeps_unreadable(self) -> bool:
        """Stay where words cannot be read, and say why; whether there are such words."""
        self.writer.flush()
        field = self.writer.unreadable()
        if field is not None:
            field.editor.setFocus()
            self.writer.keep_in_sight()
        return field is not None

    # ---- leaving
    @Slot()
    def leave(self) -> None:
        """Give the table the keyboard back; what was typed is kept."""
        if self.active:
            column = self.writer.began_at
            self._take_leave()
            self._table.go_to_column(column)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ended.emit()

    def _take_leave(self) -> None:
        """Keep what is typed and be no row any more. The entry goes to where its date belongs."""
        writer = self.writer
        if not writer.active:
            return
        self._turning = True
        writer.flush()
        record_id, above = writer.record_id, writer.above()
        held = [each for each in writer.fields if each.editor.problem]
        if held and not record_id:
            writer.begin(held[0], {})
            record_id = writer.record_id
        words = [(record_id, each.field.name, _words_of(each)) for each in held]
        for each in held:
            each.editor.set_value(None)
        writer.end()
        self._table.write_in(None)
        back = record_id or (above.id if above is not None else "")
        if back:
            self._table.choose(back)
        self._turning = False
        for at, name, boxes in words:
            self.unreadable.emit(at, name, boxes)

    def put_unread_away(self) -> None:
        """Have words that cannot be read held in the form of their entry: from there they are kept for later.

        Where the disk refuses the entry of a new row, the row stays as it is.
        """
        self.writer.flush()
        held = self.writer.unreadable() if self.active else None
        if held is not None and not self.writer.record_id:
            self.writer.begin(held, {})
        if held is not None and self.writer.record_id:
            self._take_leave()
            self.ended.emit()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """End the row when the person goes elsewhere on the page; a menu over it is not elsewhere."""
        if not self.active or self._turning or new is None or self.writer.isAncestorOf(new):
            return
        page = self._table.parentWidget()
        while page is not None and page.parentWidget() is not None and not hasattr(page, "show_review"):
            page = page.parentWidget()
        if page is not None and page.isAncestorOf(new):
            self._take_leave()
            self.ended.emit()

    # ---- as of a page
    def set_columns(self, columns: ScreenColumns) -> None:
        """Have other columns; a row that is written in is left before."""
        if columns != self._table.columns:
            self.leave()
            self._table.set_columns(columns)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the row as the review has it; one whose record went is left."""
        writer = self.writer
        if writer.active and writer.record_id and self._host.review.get(writer.record_id) is None:
            had = writer.has_keyboard()
            writer.end()
            self._table.write_in(None)
            if had:
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            writer.show_review(reload_focused=reload_focused)

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        self.writer.flush()

    def awaits(self, record_id: str) -> bool:
        """Whether an entry is the one that is written in."""
        return self.active and bool(record_id) and record_id == self.writer.record_id


def _words_of(field: CellField) -> tuple[object, ...]:
    from ui.widgets.editors.rows import RowsEditor

    if isinstance(field.editor, RowsEditor):
        return field.editor.as_typed()
    boxes = (each for each in field.editor.controls() if isinstance(each, QLineEdit | QTextEdit))
    return tuple(each.text() if isinstance(each, QLineEdit) else each.toPlainText() for each in boxes)
