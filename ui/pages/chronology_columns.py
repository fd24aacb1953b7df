"""The columns of the chronology, beside the table: which set, which columns, their names and their order (R-076).

What is arranged here is kept in the review, and the report prints the same columns. Date and source always stand there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review import chronology_columns as arranging
from imr_desk.review.catalogue import field_of
from imr_desk.review.chronology_columns import Columns
from ui.ending import end
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label
from ui.widgets.surfaces import Scroll, Surface, column, put_in, row

if TYPE_CHECKING:
    from ui.forms.host import FormHost
    from ui.pages.chronology_column_row import ColumnRow, NewName
    from ui.widgets.editors.choice import ChoiceEditor


class ColumnsPane(Surface):
    """Made when it is first opened."""

    close_asked = Signal()

    def __init__(self, host: FormHost) -> None:
        self._host = host
        self._shown: Columns = ()
        self.rows: list[ColumnRow] = []
        self.look: ChoiceEditor | None = None
        self.set: ChoiceEditor | None = None
        self.new: NewName | None = None
        self.close_button = IconButton(tr("Close the columns"), Glyph.X, "Esc")
        head = row(Label(tr("Columns"), "section", wrap=False), None, self.close_button, gap=8, margins=(16, 12, 12, 6))
        self._inner = QWidget()
        self._list = column(gap=6)
        self._box = column(gap=16, margins=(16, 4, 12, 16))
        self._inner.setLayout(self._box)
        self.scroller = Scroll(self._inner)
        super().__init__(column(head, self.scroller, gap=0), fill="window")
        self.setAccessibleName(tr("Columns"))
        self.close_button.clicked.connect(self.close_asked)
        self.hide()

    # ---- making
    def open(self) -> None:
        """Make it, if it is not there, and show what the review holds."""
        if self.look is None:
            self._make()
        self.show_review()

    def _make(self) -> None:
        from ui.pages.chronology_column_row import NewName
        from ui.widgets.editors.choice import ChoiceEditor
        from ui.widgets.field_row import FieldRow
        from ui.widgets.names.watching import watch_row

        choices = tuple((stored, tr(label)) for stored, label in field_of("chronology_layout", "on_screen").choices)
        self.look = ChoiceEditor(choices[1:], none=choices[0][1])
        self.set = ChoiceEditor(
            tuple((name, f"{name} {tr(each[0])}") for name, each in arranging.column_sets().items())
        )
        self.new = NewName(self._columns, tr("For instance: Child seen?"))
        add = Button(tr("Add the column"), "small", Glyph.PLUS)
        self.look.commit_requested.connect(self._choose_screen)
        self.set.commit_requested.connect(self._choose_set)
        self.new.box.returnPressed.connect(self._add)
        add.clicked.connect(self._add)
        self._box.addWidget(FieldRow(tr("On the screen"), self.look, tr("The report always prints each by itself.")))
        hint = tr("The set that the board asked for. Columns in which you wrote something go along.")
        self._box.addWidget(FieldRow(tr("Set"), self.set, hint))
        self._box.addWidget(Label(tr("Columns in their order"), "label"))
        self._box.addLayout(self._list)
        new_hint = tr("A column of your own, or one of these: {names}.")
        self._new_row = FieldRow(tr("Another column"), self.new)
        watch_row(self._new_row)
        self._new_hint = new_hint
        self._box.addWidget(self._new_row)
        put_in(self._box, row(add, None))
        self._box.addStretch(1)

    # ---- what is shown
    def show_review(self) -> None:
        """Show the columns as they are now, if the pane was made."""
        if self.look is None or self.set is None or self.new is None:
            return
        review, shut = self._host.review, self._host.sealed
        wanted = review.one("chronology_layout").text("on_screen")
        self.look.set_value("" if wanted != "each" else wanted)
        self.set.set_value(arranging.set_of(review))
        columns = arranging.columns_of(review)
        if columns != self._shown:
            self._shown = columns
            self._draw(columns)
        for editor in (self.set, self.new):
            editor.set_read_only(shut)
        for each in self.rows:
            each.set_read_only(shut)
        self._new_row.set_hint(self._new_hint.format(names=", ".join(arranging.to_add(columns))))

    def _draw(self, columns: Columns) -> None:
        from ui.pages.chronology_column_row import ColumnRow

        while len(self.rows) > len(columns):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            end(gone)
        while len(self.rows) < len(columns):
            made = ColumnRow()
            made.renamed.connect(self._rename)
            made.move_asked.connect(self._move)
            made.hide_asked.connect(self._hide)
            made.out_asked.connect(self._take_out)
            self.rows.append(made)
            self._list.addWidget(made)
        used = arranging.keys_in_use(self._host.review)
        for n, (each, shown) in enumerate(zip(self.rows, columns, strict=True)):
            removable = bool(shown.own_key) and shown.own_key not in used
            each.show_column(shown, first=n == 0, last=n == len(columns) - 1, removable=removable)
        self._host.rearranged.emit(self)

    # ---- what is asked for
    def _columns(self) -> Columns:
        return arranging.columns_of(self._host.review)

    def _keep(self, columns: Columns) -> None:
        """Have an arrangement kept in the review."""
        from imr_desk.operations.general import SetFields

        if columns != self._columns() and not self._host.sealed:
            rows = {"columns": arranging.as_rows(columns)}
            self._host.ask(SetFields("chronology_layout", "chronology_layout", rows))

    @Slot()
    def _choose_screen(self) -> None:
        from imr_desk.operations.general import SetFields

        if self.look is not None and not self._host.reading:
            value = {"on_screen": self.look.value() or None}
            self._host.ask(SetFields("chronology_layout", "chronology_layout", value))

    @Slot()
    def _choose_set(self) -> None:
        """Take another set, as one step with the arrangement that goes with it."""
        from imr_desk.operations.general import Batch, SetFields

        if self.set is None or self._host.sealed or not self.set.value():
            return
        name, review = self.set.value(), self._host.review
        columns = arranging.switched(review, name)
        rows = None if columns == arranging.usual_columns(name) else arranging.as_rows(columns)
        steps = (
            SetFields("review", "review", {"chronology_columns": name}),
            SetFields("chronology_layout", "chronology_layout", {"columns": rows}),
        )
        self._host.ask(Batch(steps))

    @Slot(str, str)
    def _rename(self, cell: str, heading: str) -> None:
        self._keep(arranging.renamed(self._columns(), cell, heading))

    @Slot(str, int)
    def _move(self, cell: str, by: int) -> None:
        before = self._columns()
        self._keep(arranging.moved(before, cell, by))
        now = self._columns()
        at = next((n for n, each in enumerate(now) if each.cell == cell), -1)
        if now != before and at >= 0:
            self.rows[at].keep_keyboard(by)
            words = tr("{name}: column {n} of {all}.")
            announce(self, words.format(name=now[at].heading, n=at + 1, all=len(now)))

    @Slot(str, bool)
    def _hide(self, cell: str, hide: bool) -> None:
        self._keep(arranging.hidden(self._columns(), cell, hide=hide))

    @Slot(str)
    def _take_out(self, cell: str) -> None:
        self._keep(arranging.taken_out(self._columns(), cell))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _add(self) -> None:
        if self.new is None or not self.new.value().strip() or self.new.find_problem():
            return
        used = arranging.keys_in_use(self._host.review)
        self._keep(arranging.added(self._columns(), self.new.value(), used))
        self.new.set_value("")
        announce(self, tr("Added: {name}.").format(name=self._columns()[-1].heading))

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        for each in self.rows:
            each.name.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
            return
        super().keyPressEvent(event)
