"""The whole period as a picture over the chronology: how dense, where nothing is, what stands out, by question (R-025).

What is drawn here can be put into the report with its description; it is then sealed with the report as it was drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from ui.forms.host import FormHost
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.period_view import PeriodView
from ui.widgets.surfaces import column
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from imr_desk.operations.base import Operation
    from imr_desk.review.review import Review
    from imr_desk.review.whole_period import WholePeriod
    from ui.forms.record_form import RecordForm
    from ui.widgets.period_rows import PeriodRow

KIND = "chronology_picture"


class WholePeriodPage(Page):
    """Shown over the chronology; Esc goes back."""

    stage = 4
    kinds = frozenset({"entry", "period", "question", KIND, "signature", "review"})

    left = Signal()
    entry_asked = Signal(str)
    """The reference of an entry the person wants to go to."""
    put_asked, take_out_asked = Signal(), Signal()
    """The picture is to go into the report as the chronology stands; it is to be taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.host = FormHost(self)
        self.host.change_requested.connect(self.change_requested)
        self.back = Button(tr("Back to the page"), "plain")
        self.frame = PageFrame(tr("The whole period"), tr("The picture is being drawn from the dates."), self.back)
        self.view = PeriodView()
        self.told = Label(" ", "body", "text_soft")
        self.empty = EmptyState(tr("The picture shows what has a date. Give the first entry its date, and come back."))
        self.old = Notice(
            "wait",
            tr("The report shows the chronology as it was."),
            tr("Dates, questions or marks have changed since the picture was drawn."),
        )
        self.put = Button(tr("Put the picture into the report"), "plain")
        self.take_out = Button(tr("Take it out of the report"), "small")
        self.state = Label(" ", "body", "text_soft")
        self.form: RecordForm | None = None
        """The description of the picture in the report, made when the report shows one: the page comes sooner."""
        self._whole: WholePeriod | None = None
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.frame.head.title.text())

    def _lay_out(self) -> None:
        self._report = report = Section(tr("In the report"))
        for part in (self.state, self.old, Flow(self.put, self.take_out, gap=8)):
            report.add(part)
        shown: tuple[QWidget, ...] = (self.empty, self.view, self.told, report)
        for each in shown:
            self.frame.add(each)
        self.setLayout(column(self.frame, gap=0))
        away: tuple[QWidget, ...] = (self.empty, self.old, self.take_out, self.view)
        for each in away:
            each.hide()
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.view.chosen.connect(self.entry_asked)
        self.view.moved.connect(self.told.setText)
        self.put.clicked.connect(self.put_asked)
        self.take_out.clicked.connect(self.take_out_asked)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page. The picture comes when it was worked out."""
        self.host.reading = self.reading
        self.host.take(review, renew=reload_focused)
        kept = bool(review.one(KIND).text("picture_sha256"))
        if kept and self.form is None:
            self.form = self._make_form()
        if self.form is not None:
            self.form.show_review(reload_focused=reload_focused)
            self.form.setVisible(kept)
        self.take_out.setVisible(kept)
        for button in (self.put, self.take_out):
            button.setEnabled(not self.host.sealed)
        self.put.say(tr("Draw it again") if kept else tr("Put the picture into the report"))
        self.state.setText(
            tr("The report shows the picture, with this description for whoever does not see it.")
            if kept
            else tr("The report does not show it yet. It would stand with its description before the chronology.")
        )

    def _make_form(self) -> RecordForm:
        from ui.forms.record_form import RecordForm

        spec = kind_of(KIND)
        form = RecordForm(self.host, spec, [each for each in spec.fields if each.name == "picture_description"])
        self._report.add(form)
        put_in_reading_order(self)
        return form

    def show_period(self, whole: WholePeriod | None, rows: tuple[PeriodRow, ...], of_now: bool | None) -> None:
        """Show the picture; and whether the one in the report, if there is one, shows the same."""
        self._whole = whole
        self.view.show_rows(whole, rows)
        self.view.setVisible(whole is not None)
        self.told.setVisible(whole is not None)
        self.empty.setHidden(whole is not None)
        self.put.setEnabled(whole is not None and not self.host.sealed)
        self.frame.head.set_lead(_lead(whole) if whole is not None else tr("No entry has a date yet."))
        was = self.old.isHidden()
        self.old.setHidden(of_now is not False)
        if was and not self.old.isHidden():
            self.old.speak()

    @Slot()
    def enter(self) -> None:
        """Give the keyboard to the picture, or to the way back where there is none."""
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_control(self) -> QWidget:
        """The picture."""
        return self.view if not self.view.isHidden() else self.back

    def resting_place(self) -> QWidget | None:
        """As of a Page."""
        return self.first_control()

    # ---- what is typed
    def flush(self) -> None:
        """As of a Page."""
        for each in self.form.rows if self.form is not None else ():
            each.flush()

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """As of a Page."""
        from imr_desk.operations.general import SetFields

        if isinstance(operation, SetFields) and operation.record_id == KIND and self.form is not None:
            self.form.rows[0].refuse(sentence)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _lead(whole: WholePeriod) -> str:
    parts = [trn("{n} entry has a date.", "{n} entries have a date.", whole.count)]
    if whole.undated:
        parts.append(trn("{n} has none and is not shown.", "{n} have none and are not shown.", whole.undated))
    parts.append(tr("Arrows go from one thing to the next; Return goes to the entry."))
    return " ".join(parts)
