"""One entry of the chronology, open beside the table or over it: all its fields, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.chronology_columns import Columns, columns_of
from imr_desk.review.fields import Field
from ui.ending import end
from ui.icons import Glyph
from ui.models.day_order import of_the_day
from ui.pages.chronology_reckoning import Reckoning
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import Scroll, Surface, column, row

if TYPE_CHECKING:
    from ui.forms.bound_field import BoundField
    from ui.forms.host import FormHost
    from ui.forms.record_form import RecordForm

FIRST = ("date", "event", "sources", "decision", "decision_by", "basis", "action_outcome", "staff", "questions")
"""The fields that come first in the form; the others follow as they are declared."""


def fields_of_entry() -> tuple[Field, ...]:
    """Every field of an entry but the author’s own columns, those that are always written first."""
    kind = kind_of("entry")
    others = (each for each in kind.fields if each.name not in (*FIRST, "further"))
    return (*(kind.field(name) for name in FIRST), *others)


class EntryPane(Surface):
    """The form of one entry. A form with words that cannot be read is kept until they can, whatever is opened next."""

    close_asked = Signal()
    delete_asked = Signal(str)
    """The reference of the entry."""
    move_asked = Signal(int)
    """-1 for earlier in the day, 1 for later."""

    def __init__(self, host: FormHost) -> None:
        self._host = host
        self._form: RecordForm | None = None
        self._held: dict[str, RecordForm] = {}
        self._spare: RecordForm | None = None
        self._own: Columns = ()
        """A form without an entry, for the next that is opened."""
        self._heading = Label("", "section", wrap=False)
        self.close_button = IconButton(tr("Close the entry"), Glyph.X, "Esc")
        self.delete = Button(tr("Delete the entry"), "small")
        self.earlier = Button(tr("Earlier in the day"), "small")
        self.later = Button(tr("Later in the day"), "small")
        head = row(self._heading, None, self.close_button, gap=8, margins=(16, 12, 12, 6))
        inner = QWidget()
        self._box = column(gap=0, margins=(16, 4, 12, 16))
        self.reckoning = Reckoning(host)
        inner.setLayout(column(self._box, self._foot(), self.reckoning, None, gap=0, margins=(0, 0, 0, 16)))
        self.scroller = Scroll(inner)
        super().__init__(column(head, self.scroller, gap=0), fill="window")
        self.setAccessibleName(tr("Entry"))
        self.close_button.clicked.connect(self.close_asked)
        self.delete.clicked.connect(self._delete_asked)
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(partial(self.move_asked.emit, by))
        self.hide()

    def _foot(self) -> QWidget:
        foot = QWidget()
        buttons = Flow(self.earlier, self.later, self.delete, gap=8)
        foot.setLayout(column(buttons, margins=(16, 0, 12, 0)))
        return foot

    def _show_foot(self) -> None:
        """Offer another place in the day only where there is one."""
        entry = self._host.review.get(self.record_id)
        day = of_the_day(self._host.review, entry) if entry is not None and not self._host.sealed else ()
        for button, at in ((self.earlier, 0), (self.later, -1)):
            button.setHidden(len(day) < 2)
            button.setEnabled(len(day) > 1 and day[at].id != self.record_id)
        self.reckoning.show_entry(entry)

    @property
    def record_id(self) -> str:
        """The entry that is open, or nothing."""
        return self._form.record_id if self._form is not None else ""

    def forms(self) -> Iterator[RecordForm]:
        """The form that is open, and those kept for words that cannot be read."""
        if self._form is not None:
            yield self._form
        yield from self._held.values()

    # ---- what is shown
    def open_entry(self, record_id: str) -> None:
        """Show the form of an entry in place of the one before, whose words are kept."""
        if record_id == self.record_id:
            return
        focus = QApplication.focusWidget()
        if focus is not None and self._form is not None and self._form.isAncestorOf(focus):
            focus.clearFocus()  # so that coming to the same field of the next entry is said
        self.put_away()
        self._form = form = self._held.pop(record_id, None) or self._free_form(record_id)
        self._heading.setText(tr("Entry {id}").format(id=record_id))
        self.setAccessibleName(self._heading.text())
        self._box.addWidget(form)
        form.show()
        self.show_review()
        self.scroller.verticalScrollBar().setValue(0)
        self._host.rearranged.emit(self)

    def _free_form(self, record_id: str = "") -> RecordForm:
        form, self._spare = self._spare, None
        if form is None:
            from ui.forms.further_field import EntryForm  # the table is painted sooner without every kind of editor

            return EntryForm(self._host, kind_of("entry"), fields_of_entry(), self._own, record_id)
        form.turn_to(record_id)
        return form

    def prepare(self) -> bool:
        """Make the form beforehand in which the first entry will be opened; whether it was still to be made."""
        if self._spare is not None or self._form is not None:
            return False
        self._rest(self._free_form())
        return True

    def _rest(self, form: RecordForm) -> None:
        """Keep a form for the next entry."""
        self._box.addWidget(form)
        form.hide()
        self._spare = form

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the entry as it is now; where it is gone, there is nothing to show."""
        self.delete.setHidden(self._host.sealed)
        self._take_own(tuple(each for each in columns_of(self._host.review) if each.own_key))
        for gone in [each for each in self._held if each not in self._host.review]:
            end(self._held.pop(gone))
        if self._form is not None and self.record_id not in self._host.review:
            self._drop(self._form)
            self._form = None
        for form in self.forms():
            form.show_review(reload_focused=reload_focused)
        self._show_foot()

    def _take_own(self, own: Columns) -> None:
        """Have the author’s own columns as fields; where they are others now, the form is made anew."""
        if own == self._own:
            return
        self._own, spare, self._spare = own, self._spare, None
        if spare is not None:
            self._drop(spare)
        focus = QApplication.focusWidget()
        here = self._form is not None and focus is not None and self._form.isAncestorOf(focus)
        if self._form is not None and self._form.settled and not here:
            record_id, form, self._form = self.record_id, self._form, None
            self._drop(form)
            if record_id in self._host.review:
                self.open_entry(record_id)

    def put_away(self) -> None:
        """Keep what is typed, and take the form away. One with words that cannot be read is kept as it is."""
        form, self._form = self._form, None
        if form is None:
            return
        for each in form.rows:
            each.flush()
        if form.record_id in self._host.review and any(each.editor.problem for each in form.rows):
            self._held[form.record_id] = form
            self._box.removeWidget(form)
            form.hide()
        elif form.settled and self._spare is None:
            self._rest(form)
        else:
            self._drop(form)

    def _drop(self, form: RecordForm) -> None:
        self._box.removeWidget(form)
        form.hide()
        end(form)

    def hold(self, record_id: str, field: str, words: tuple[Any, ...]) -> None:
        """Keep words that were typed elsewhere and cannot be read in the form of their entry, with the reason."""
        from ui.widgets.editors.rows import RowsEditor

        self.open_entry(record_id)
        found = self.field(field)
        if found is not None and isinstance(found.editor, RowsEditor):
            found.editor.type_in(words)
        elif found is not None:
            said = ", ".join(each.strip() for each in words if each.strip())
            box = next(each for each in found.editor.controls() if isinstance(each, QLineEdit | QTextEdit))
            box.setText(said) if isinstance(box, QLineEdit) else box.setPlainText(said)
            found.editor.touched()
        self.put_away()

    def unreadable(self) -> tuple[str, ...]:
        """The entries that are not open and hold words that could not be read."""
        return tuple(self._held)

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        for form in self.forms():
            for each in form.rows:
                each.flush()

    def field(self, name: str) -> BoundField | None:
        """A field of the entry that is open; with no name, the first."""
        if self._form is None:
            return None
        found = next((each for each in self._form.rows if each.field.name == name), None)
        return self._form.rows[0] if not name else found

    @Slot()
    def _delete_asked(self) -> None:
        if self.record_id:
            self.delete_asked.emit(self.record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table; words are never thrown away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
            return
        super().keyPressEvent(event)
