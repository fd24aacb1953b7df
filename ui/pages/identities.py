"""The private page of real names, of subjects, family and people of other agencies: one person at a time.

No print, export or search reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.codes import people
from ui.ending import end
from ui.forms.host import FormHost
from ui.forms.record_form import RecordForm
from ui.icons import Glyph
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import at_left, column
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.review.review import Review

KIND = "identity"


class IdentitiesPage(Page):
    """Shown over a stage; Esc goes back. Only the names of the person that is chosen are on the screen."""

    stage = 1
    kinds = frozenset({KIND, "identity_key", "subject", "professional", "signature", "review"})

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.host = FormHost(self)
        self.host.change_requested.connect(self.change_requested)
        self.host.rearranged.connect(self._order)
        self.back = Button(tr("Back to the page"), "plain")
        lead = tr("Who is behind each code, one person at a time.")
        self.frame = PageFrame(tr("Real names of subjects and others"), lead, self.back)
        self.private = Notice(
            "accent",
            tr("This page is private."),
            tr("No print, export, hand-over or search reads it. A name written here is marked wherever it is typed."),
        )
        self.whose = ChoiceEditor((), tr("Nobody chosen"))
        self._whose = FieldRow(tr("Whose real names?"), self.whose)
        self.add_button = Button(tr("Write down the real names"), "plain", Glyph.PLUS)
        self.delete = Button(tr("Delete these names"), "small")
        self._none = Label(
            tr("Nobody has a code yet. Codes are given on ‘The review’."),
            tone="text_quiet",
        )
        self._form: RecordForm | None = None
        self._place = column(gap=0)
        key = kind_of("identity_key")
        self.note = RecordForm(self.host, key, (key.field("note"),))
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.frame.head.title.text())

    def _lay_out(self) -> None:
        notes = Section(tr("Note on this key"))
        notes.add(self.note)
        for part in (self.private, self._none, self._whose, at_left(self.add_button), self._place):
            self.frame.add(part)
        self.frame.add(at_left(self.delete))
        self.frame.add(notes)
        self.setLayout(column(self.frame, gap=0))
        self.add_button.hide()
        self.delete.hide()
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.whose.edited.connect(self._chosen)
        self.add_button.clicked.connect(self._add)
        self.delete.clicked.connect(self._delete)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self.host.reading = self.reading
        self.host.take(review, renew=reload_focused)
        subjects = (*people(review, "subject"), *people(review, "professional"))
        if subjects != getattr(self, "_subjects", None):
            self._subjects = subjects
            self.whose.set_choices(subjects)
        self._whose.setHidden(not subjects)
        self._none.setHidden(bool(subjects))
        self._show_chosen()
        for form in (self._form, self.note):
            if form is not None:
                form.show_review(reload_focused=reload_focused)

    def _identity(self) -> str:
        """The record of the person that is chosen; "" where nothing was written down yet."""
        chosen = self.whose.value()
        found = (each for each in self.host.review.all(KIND) if each.link("subject") == chosen)
        return str(next((each.id for each in found), "")) if chosen else ""

    def _show_chosen(self) -> None:
        wanted = self._identity()
        self.add_button.setHidden(bool(wanted) or not self.whose.value())
        self.delete.setHidden(not wanted)
        if self._form is not None and self._form.record_id != wanted:
            self._drop_form()
        if wanted and self._form is None:
            fields = tuple(each for each in kind_of(KIND).fields if each.name != "subject")
            self._form = RecordForm(self.host, kind_of(KIND), fields, record_id=wanted)
            self._place.addWidget(self._form)
            self._form.show()
            self._form.show_review()
            self._order()

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            for each in form.rows:
                each.flush()
            self._place.removeWidget(form)
            form.hide()
            end(form)

    @Slot()
    def _order(self, _widget: QWidget | None = None) -> None:
        put_in_reading_order(self)

    # ---- what is asked for
    @Slot()
    def _chosen(self) -> None:
        self.flush()
        self._show_chosen()

    @Slot()
    def _add(self) -> None:
        self.new_record_requested.emit(KIND, {"subject": self.whose.value()})

    @Slot()
    def _delete(self) -> None:
        if wanted := self._identity():
            from imr_desk.operations.general import Delete

            self.whose.setFocus()
            self.change_requested.emit(Delete(KIND, wanted), "")

    def flush(self) -> None:
        """As of a Page."""
        for form in (self._form, self.note):
            for each in form.rows if form is not None else ():
                each.flush()

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """As of a Page."""
        from imr_desk.operations.general import SetFields

        if isinstance(operation, SetFields):
            for form in (self._form, self.note):
                for each in form.rows if form is not None else ():
                    if operation.record_id == each.record_id and each.field.name in operation.values:
                        each.refuse(sentence)
                        return True
        return False

    def focus_place(self, place: Place) -> bool:
        """As of a Page: a record that was just added gets the keyboard."""
        if place.kind != KIND or self._form is None or (first := self._form.first_control()) is None:
            return False
        first.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def first_control(self) -> QWidget:
        """The choice of a person."""
        return self.whose.box if not self._whose.isHidden() else self.back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
