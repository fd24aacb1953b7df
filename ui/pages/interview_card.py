"""One interview: whether it was held, then its steps in the order of the work, each with its state and its fields."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.icons import Glyph
from ui.pages.interview_steps import STEPS, TOP, Step, step_of
from ui.pages.interviews_words import NOT_KEPT
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.step_head import StepHead
from ui.widgets.surfaces import Rule, Surface, at_left, column


class StepPart(QWidget):
    """A step: its head, and its form once it was opened."""

    def __init__(self, host: FormHost, step: Step, record_id: str) -> None:
        super().__init__()
        self._host, self.step, self._record_id = host, step, record_id
        self.form: RecordForm | None = None
        self.rule = Rule()
        self.head = StepHead(tr(step.heading))
        self.head.clicked.connect(self.toggle)
        self._body = QWidget()
        self._body.hide()
        self.setLayout(column(self.rule, self.head, self._body, gap=0))
        self.setAccessibleName(tr(step.heading))

    @property
    def opened(self) -> bool:
        """Whether its fields are in sight."""
        return not self._body.isHidden()

    @property
    def rows(self) -> tuple[BoundField, ...]:
        """Its fields, as far as they were made."""
        return self.form.rows if self.form is not None else ()

    def show_step(self, interview: Record, *, reload_focused: bool = False) -> None:
        """Show how it stands. A step of which nothing is asked is out of sight."""
        self._show_standing(interview)
        asked = any(self._host.applies(field, interview) for field in self.step.fields)
        here = (focus := QApplication.focusWidget()) is not None and self.isAncestorOf(focus)
        self.setHidden(not asked and not here)
        if self.form is not None:
            self.form.show_review(reload_focused=reload_focused)

    def _show_standing(self, interview: Record) -> None:
        """Say how it stands; of a folded step, first of all what in it could not be kept."""
        standing = self.step.standing(interview, self._host.review)
        if not self.opened and any(row.editor.problem for row in self.rows):
            standing = NOT_KEPT
        self.head.show_state(*standing.look, tr(standing.state))

    @Slot()
    def toggle(self) -> None:
        """Open it, or fold it and keep what was typed."""
        interview = self._host.review.get(self._record_id)
        if self.opened:
            for each in self.rows:
                each.flush()
            self._body.hide()
            self.head.show_open(False)
            if interview is not None:
                self._show_standing(interview)
        else:
            self.open()
            self._host.reveal.emit(self)

    def open(self) -> None:
        """Bring its fields in sight."""
        if self.opened:
            return
        if self.form is None:
            self.form = RecordForm(
                self._host, kind_of("interview"), self.step.fields, record_id=self._record_id, role=self.step.role
            )
            reason = Label(tr(self.step.reason), "small", "text_soft")
            self._body.setLayout(column(reason, self.form, gap=10, margins=(16, 0, 16, 18)))
            self.form.show_review()
        self._body.show()
        self.head.show_open(True)
        if (interview := self._host.review.get(self._record_id)) is not None:
            self._show_standing(interview)
        self._host.rearranged.emit(self)


class InterviewCard(Part):
    """The interview as one card."""

    delete_asked = Signal(str)
    """The interview."""
    move_asked = Signal(str, int)
    """The interview, and -1 for earlier or 1 for later in the report."""
    record_wanted = Signal(str)
    """The record of the interview is to be written as a file, for the person who gave it (R-086)."""

    def __init__(self, host: FormHost, record_id: str) -> None:
        super().__init__()
        self._host, self.record_id = host, record_id
        kind = kind_of("interview")
        self.top = RecordForm(host, kind, tuple(kind.field(name) for name in TOP), record_id=record_id)
        self.steps = tuple(StepPart(host, step, record_id) for step in STEPS)
        self._begun = False
        self._earlier = Button(tr("Earlier in the report"), "small")
        self._later = Button(tr("Later in the report"), "small")
        self._delete = Button(tr("Delete this interview"), "small")
        self.share = Button(tr("Save the record to share …"), "small", Glyph.FILE_TEXT)
        more = tr("A Word file or PDF with the record of this interview and of no other, for the person who gave it.")
        self.share.setAccessibleDescription(more)
        self.share.setToolTip(more)
        self.share.clicked.connect(self._share_asked)
        self.notice = NoticePlace()
        self._earlier.clicked.connect(self._earlier_asked)
        self._later.clicked.connect(self._later_asked)
        self._delete.clicked.connect(self._delete_asked)
        top = column(self.top, gap=0, margins=(16, 14, 16, 16))
        self._foot = QWidget()
        self._foot.setLayout(Flow(self._earlier, self._later, self._delete, gap=8))
        card = Surface(column(top, *self.steps, gap=0, margins=(1, 1, 1, 1)), fill="raised", edge="line", radius=8)
        self.setLayout(column(card, at_left(self.share), self.notice, self._foot, gap=10))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the interview as it is now."""
        review = self._host.review
        interview = review.get(self.record_id)
        if interview is None:
            return
        self.top.show_review(reload_focused=reload_focused)
        self.share.setHidden(not interview.text("record").strip())
        for step in self.steps:
            step.show_step(interview, reload_focused=reload_focused)
        order = [each.id for each in review.all("interview")]
        free = not self._host.shut_list(kind_of("interview"))
        self._foot.setHidden(not free)
        for button, edge in ((self._earlier, order[0]), (self._later, order[-1])):
            button.setHidden(len(order) < 2)
            button.setEnabled(edge != self.record_id)
        self.setAccessibleName(tr("Interview {id}").format(id=self.record_id))
        if not self._begun:
            self._begun = True
            self._open_next(interview)

    def _open_next(self, interview: Record) -> None:
        """Open the first step in which something is left to do."""
        for step in self.steps:
            if not step.isHidden() and not step.step.standing(interview, self._host.review).is_settled:
                step.open()
                return

    def rows(self) -> tuple[BoundField, ...]:
        """Every field that was made."""
        return (*self.top.rows, *(row for step in self.steps for row in step.rows))

    def field(self, name: str) -> BoundField | None:
        """A field, whose step is opened for it; with no name, the first. None where it is not asked."""
        wanted = name or TOP[0]
        at = step_of(wanted)
        if at >= 0:
            self.steps[at].open()
        found = next((row for row in self.rows() if row.field.name == wanted), None)
        return found if found is not None and not found.isHidden() else None

    def first_control(self) -> QWidget | None:
        """The first field."""
        return self.top.first_control()

    @Slot()
    def _earlier_asked(self) -> None:
        self.move_asked.emit(self.record_id, -1)

    @Slot()
    def _later_asked(self) -> None:
        self.move_asked.emit(self.record_id, 1)

    @Slot()
    def _delete_asked(self) -> None:
        self.delete_asked.emit(self.record_id)

    @Slot()
    def _share_asked(self) -> None:
        self.record_wanted.emit(self.record_id)
