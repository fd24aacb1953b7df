"""Stage 5, ‘Interviews’: everybody by job title, how it stands with each, the interview step by step (R-084 to R-099).

No field here takes a name. The list stands beside the person chosen in it; where there is no room for both, the person
lies over the list, and Esc goes back to it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.i18n import tr
from imr_desk.review.applies import TOLD_BY
from imr_desk.review.stages import STAGES
from ui import theme
from ui.ending import end
from ui.forms.deleted_notice import DeletedNotice
from ui.forms.host import FormHost
from ui.icons import Glyph
from ui.pages.interview_card import InterviewCard
from ui.pages.interview_person import REASON, GeneralPane, Pane, PersonPane
from ui.pages.interviews_notice import HeldBackNotice
from ui.pages.interviews_words import GENERAL, NOT_KEPT, first_open, interviews_of, lead_of, rows_of
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageHead
from ui.widgets.state_list import StateList
from ui.widgets.surfaces import Rule, Scroll, Surface, at_left, column, row
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.review.review import Review

LIST = 252
"""How wide the list is beside a person, at 100 %."""
BESIDE = 640
"""From this width of the page on, at 100 %, there is room for both."""
ROUND = 24
"""What is left above and below something that is brought into sight, in pixels."""
FOLLOW_MS = 120
"""How long the arrows have to rest on a row before the person is shown."""


class InterviewsPage(Page):
    """The list, and the person who is chosen in it."""

    stage: ClassVar[int] = 5
    kinds: ClassVar[frozenset[str]] = (
        frozenset({"staff", "interview", "interviewing", "witness_status", "signature"}) | TOLD_BY
    )

    names_asked = Signal()
    """The page of staff names is wanted: which names are registered for whom, and ‘Who is this?’."""
    record_wanted = Signal(str)
    """The record of an interview is to be written as a file."""

    def __init__(self) -> None:
        super().__init__()
        self.host = FormHost(self)
        self.host.change_requested.connect(self.change_requested)
        self.host.new_record_requested.connect(self.new_record_requested)
        self.host.records_requested.connect(self.records_requested)
        self.host.place_requested.connect(self.place_requested)
        self.add = Button(tr("Add a person"), "main", Glyph.PLUS)
        self.names = Button(tr("Staff names"), "plain")
        self.names.clicked.connect(self.names_asked)
        self.head = PageHead(tr(STAGES[self.stage - 1].name), "", self.names, self.add)
        self.list = StateList(tr("Staff, by job title"))
        self.panes: dict[str, Pane] = {}
        self.pane: Pane | None = None
        self._went_in = False
        self._notices()
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.head.title.text())

    def _notices(self) -> None:
        self.held_back = HeldBackNotice(self.host)
        self.sealed_notice = Notice(
            "accent",
            tr("The report is signed, so what belongs to it is read-only here."),
            tr("To change it, reopen the report at ‘Sign-off’, with a reason. What belongs to the process stays open."),
        )
        self.sealed_notice.hide()
        self.deleted = {kind: DeletedNotice(self.host) for kind in ("staff", "interview")}

    def _lay_out(self) -> None:
        notices = (self.held_back, self.sealed_notice, *self.deleted.values())
        top = column(self.head, *notices, gap=12, margins=(24, 18, 24, 14))
        self.back = Button(tr("Back to the list"), "small_link")
        self._inner = column(gap=12, margins=(24, 20, 24, 28))
        self._inner.addLayout(at_left(self.back))
        inner = QWidget()
        inner.setLayout(self._inner)
        self.scroller = Scroll(inner)
        self._edge = Rule(upright=True)
        both = row(self.list, self._edge, self.scroller, gap=0)
        both.setStretch(2, 1)
        box = column(top, Rule(), gap=0)
        box.addLayout(both, 1)
        self.setLayout(column(Surface(box, fill="page"), gap=0))
        self._follow, self._order, self._look = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait in ((self._follow, FOLLOW_MS), (self._order, 0), (self._look, 0)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
        self._reveal: QWidget | None = None

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_person)
        self.back.clicked.connect(self.go_back)
        self.list.chosen.connect(self._follow.start)
        self.list.opened.connect(self._go_in)
        self.list.delete_asked.connect(self._delete_row)
        self.list.move_asked.connect(partial(self._move, "staff"))
        self._follow.timeout.connect(self._show_chosen)
        self._order.timeout.connect(partial(put_in_reading_order, self))
        self._look.timeout.connect(self._reveal_now)
        self.host.rearranged.connect(self._order.start)
        self.host.reveal.connect(self._reveal_later)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self.host.reading = self.reading
        self.host.take(review, renew=reload_focused)
        self.sealed_notice.setHidden(not self.host.signed)
        self.add.setHidden(self.host.sealed)
        self.head.set_lead(lead_of(review))
        self.held_back.show_review(review)
        for deleted in self.deleted.values():
            deleted.come()
        self._show_rows()
        self._drop_gone()
        for pane in self.panes.values():
            pane.show_review(reload_focused=reload_focused)
        if not self.list.key():
            self.list.choose(first_open(review))
        self._show_chosen()
        for deleted in self.deleted.values():
            if back := deleted.go():
                self.list.choose(back)
                self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_rows(self) -> None:
        """Show the list; a person who is not in sight and holds words that were not kept says so."""
        panes = (each for each in self.panes.values() if each is not self.pane)
        held = {each.key for each in panes if any(row.editor.problem for row in each.rows())}
        (glyph, tone), words = NOT_KEPT.look, tr(NOT_KEPT.state)
        self.list.show_rows(
            tuple(
                each._replace(detail=words, glyph=glyph, tone=tone) if each.key in held else each
                for each in rows_of(self.host.review)
            )
        )

    def _drop_gone(self) -> None:
        """Forget the panes of people who are gone. Their keyboard goes to the list."""
        there = {each.key for each in self.list.rows.rows}
        for key in [each for each in self.panes if each not in there]:
            pane = self.panes.pop(key)
            focus = QApplication.focusWidget()
            if focus is not None and pane.isAncestorOf(focus):
                self._went_in = False
                waiting = next((each.button for each in self.deleted.values() if not each.isHidden()), None)
                (waiting or self.list).setFocus(Qt.FocusReason.OtherFocusReason)
            if pane is self.pane:
                self.pane = None
            self._inner.removeWidget(pane)
            pane.hide()
            end(pane)

    @Slot()
    def _show_chosen(self) -> None:
        """Show the person who is chosen in the list."""
        self._follow.stop()
        key = self.list.key() or GENERAL
        if self.pane is None or self.pane.key != key:
            if self.pane is not None:
                for each in self.pane.rows():
                    each.flush()
                self.pane.hide()
            self.pane = self._pane_of(key)
            self.pane.show()
            self._show_rows()
            self.scroller.verticalScrollBar().setValue(0)
            self._order.start()
        self._arrange()

    def _pane_of(self, key: str) -> Pane:
        if key not in self.panes:
            self.panes[key] = pane = self._made(key)
            pane.hide()
            self._inner.addWidget(pane, 1)
            pane.show_review()
        return self.panes[key]

    def _made(self, key: str) -> Pane:
        if key == GENERAL:
            general = GeneralPane(self.host)
            general.first_asked.connect(self.add_person)
            return general
        pane = PersonPane(self.host, key)
        pane.interview_asked.connect(self._plan)
        pane.delete_asked.connect(self._delete)
        pane.move_asked.connect(self._move)
        pane.record_wanted.connect(self.record_wanted)
        return pane

    def card(self, record_id: str) -> InterviewCard | None:
        """The card of an interview, of whoever was looked at; None where it was not made or is gone."""
        people = (pane for pane in self.panes.values() if isinstance(pane, PersonPane))
        return next((pane.card(record_id) for pane in people if pane.has_card(record_id)), None)

    def _arrange(self) -> None:
        """Put the person beside the list, or over it where there is no room for both."""
        beside = self.width() >= theme.px(BESIDE)
        self.list.setVisible(beside or not self._went_in)
        self._edge.setVisible(beside)
        self.scroller.setVisible(beside or self._went_in)
        self.back.setVisible(not beside)
        self.list.setMinimumWidth(theme.px(LIST) if beside else 0)
        self.list.setMaximumWidth(theme.px(LIST) if beside else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for both now, or no more."""
        super().resizeEvent(event)
        self._arrange()

    # ---- going about
    @Slot(str)
    def _go_in(self, _key: str) -> None:
        """Go from the list to the person."""
        self._went_in = True
        self._show_chosen()
        first = self.pane.first_control() if self.pane is not None else None
        if first is not None:
            self._go_to(first)

    @Slot()
    def go_back(self) -> None:
        """Go from the person to the list; what was typed is kept."""
        self.flush()
        self._went_in = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_place(self, place: Place) -> bool:
        """As of a Page."""
        key = self._key_of(place)
        if key is None or not self.list.choose(key):
            return False
        self._went_in = True
        self._show_chosen()
        found = self.pane.field_at(place) if self.pane is not None else None
        if found is not None:
            self._go_to(found)
        return found is not None

    def _key_of(self, place: Place) -> str | None:
        """The row to which a place belongs; None where it is not of this page."""
        review = self.host.review
        if place.kind in ("interviewing", "witness_status"):
            return GENERAL
        if place.kind == "staff":
            return place.record_id or GENERAL
        if place.kind != "interview":
            return None
        if not place.record_id:
            return self._without_interview()
        interview = review.get(place.record_id)
        if interview is None:
            return None
        return interview.link("staff") if interview.link("staff") in review else str(interview.id)

    def _without_interview(self) -> str:
        """The first person without an interview or a reason why there is none."""
        review = self.host.review
        people = (each.id for each in review.all("staff") if not interviews_of(each.id, review))
        return next((each for each in people if not review[each].text(REASON)), first_open(review))

    def _go_to(self, found: QWidget) -> None:
        self._settle_layout()
        if isinstance(found, FieldRow):
            found.go_to()
        else:
            found.setFocus(Qt.FocusReason.TabFocusReason)
        self._reveal_later(found)

    def _settle_layout(self) -> None:
        for _ in range(6):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    @Slot(QWidget)
    def _reveal_later(self, widget: QWidget) -> None:
        self._reveal = widget
        self._look.start()

    @Slot()
    def _reveal_now(self) -> None:
        widget, self._reveal = self._reveal, None
        if widget is not None and self.scroller.isAncestorOf(widget):
            self._settle_layout()
            self.scroller.ensureWidgetVisible(widget, 0, ROUND)
            view, bar = self.scroller.viewport(), self.scroller.verticalScrollBar()
            if widget.height() > view.height() - 2 * ROUND:  # its beginning is what is wanted
                bar.setValue(bar.value() + widget.mapTo(view, QPoint(0, 0)).y() - ROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.go_back()
            return
        super().keyPressEvent(event)

    # ---- what is asked for
    @Slot()
    def add_person(self) -> None:
        """Ask for another person on the list; whoever adds one comes back to it."""
        if not self.host.sealed:
            self.flush()
            self.new_record_requested.emit("staff", {})

    @Slot(str)
    def _plan(self, staff: str) -> None:
        self.flush()
        self.new_record_requested.emit("interview", {"staff": staff, "status": "planned"})

    @Slot(str)
    def _delete_row(self, key: str) -> None:
        record = self.host.review.get(key)
        if record is not None and key != GENERAL:
            self._delete(record.kind, key)

    @Slot(str, str)
    def _delete(self, kind: str, record_id: str) -> None:
        if not self.host.sealed:
            from imr_desk.operations.general import Delete

            self.deleted[kind].expect(record_id)
            self.host.ask(Delete(kind, record_id))

    @Slot(str, str, int)
    def _move(self, kind: str, record_id: str, by: int) -> None:
        from imr_desk.operations.general import Move

        order: list[str] = [each.id for each in self.host.review.all(kind)]
        at = order.index(record_id) if record_id in order else -1
        to = at + by
        if at < 0 or not 0 <= to < len(order) or self.host.sealed:
            return
        before = order[to] if by < 0 else order[to + 1] if to + 1 < len(order) else ""
        self.host.ask(Move(kind, record_id, before))

    def flush(self) -> None:
        """As of a Page."""
        for pane in self.panes.values():
            for each in pane.rows():
                each.flush()

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """As of a Page."""
        from imr_desk.operations.general import SetFields

        if not isinstance(operation, SetFields):
            return False
        for pane in self.panes.values():
            for each in pane.rows():
                here = (each.kind.name, each.record_id) == (operation.kind, operation.record_id)
                if here and each.field.name in operation.values:
                    each.refuse(sentence)
                    return True
        return False
