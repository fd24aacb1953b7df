"""Stage 4: the chronology as a table to read and an entry to write (R-072, R-075 to R-078)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.stages import STAGES
from ui import theme
from ui.forms.deleted_notice import DeletedNotice
from ui.forms.host import FormHost
from ui.icons import Glyph
from ui.models.day_order import moved
from ui.pages.chronology_entry import EntryPane, SidePane
from ui.pages.chronology_gap import GapSearch
from ui.pages.chronology_notes import KINDS as NOTES
from ui.pages.chronology_notes import NotesPane
from ui.pages.chronology_table import NARROW, WIDE, ChronologyTable
from ui.pages.page import Page
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageHead
from ui.widgets.surfaces import Surface, column, row
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.review.gaps import Gap
    from imr_desk.review.review import Review

PANE = 344
"""How wide an entry is beside the table, at 100 %."""
BESIDE = 840
"""From this width of the page on, at 100 %, there is room for the entry beside the table; else it lies over it."""
FOLLOW_MS = 120
"""How long the person stays on a row before an open entry follows."""


class ChronologyPage(Page):
    """The table, and beside it the entry that was opened."""

    stage = 4
    kinds = frozenset(
        {"entry", "gap", "chronology_sign_off", "record", "staff", "question", "subject", "case", "policy_version"}
        | {"key_decision", "period", "review", "signature"}
    )

    def __init__(self) -> None:
        super().__init__()
        self.host = FormHost(self)
        self.host.change_requested.connect(self.change_requested)
        self.host.new_record_requested.connect(self.new_record_requested)
        self.host.records_requested.connect(self.records_requested)
        self.host.place_requested.connect(self.place_requested)
        self.new_button = Button(tr("New entry"), "main", Glyph.PLUS)
        self.notes_button = Button(tr("Gaps and sign-off"), "plain")
        self.head = PageHead(tr(STAGES[self.stage - 1].name), "", self.notes_button, self.new_button)
        self.table = ChronologyTable()
        self.pane = EntryPane(self.host)
        self.notes = NotesPane(self.host)
        self.second_pane = self.side = SidePane(self.pane, self.notes)
        self.deleted = DeletedNotice(self.host)
        self._painted = False
        self._notices()
        self._timers()
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.head.title.text())

    def _notices(self) -> None:
        self.sealed_notice = Notice(
            "accent",
            tr("The report is signed, so the chronology is read-only here."),
            tr("To change it, reopen the report at ‘Sign-off’, with a reason."),
        )
        self._to_unreadable = Button(tr("Go to it"), "small")
        self.unreadable_notice = Notice(
            "wait", tr("An entry holds words that could not be read."), " ", self._to_unreadable
        )
        first = Button(tr("Write the first entry"), "plain", Glyph.PLUS)
        first.clicked.connect(self.new_entry)
        self.empty = EmptyState(
            tr("Every event goes here, in the order of its date, with its source. Begin with what you have."),
            first,
            heading=tr("No entries yet"),
            example=tr(
                "4 May 2013, 16:15 · Crown Prosecutor 2 asked for the paediatric report. · Case record, page 12"
            ),
        )
        for each in (self.sealed_notice, self.unreadable_notice, self.empty):
            each.hide()

    def _timers(self) -> None:
        self._follow, self._order = _once(self, FOLLOW_MS), _once(self, 0)
        self._follow.timeout.connect(self._follow_row)
        self._gaps = GapSearch(self)
        self._gaps.found.connect(self._show_gap)
        self._order.timeout.connect(partial(put_in_reading_order, self))

    def _lay_out(self) -> None:
        notices = (self.sealed_notice, self.unreadable_notice, self.deleted)
        top = column(self.head, *notices, self.empty, gap=12, margins=(24, 18, 24, 12))
        box = column(top, gap=0)
        box.addWidget(self.table, 1)
        box.addStretch()  # takes the room while there is no entry and so no table
        self._left = Surface(box, fill="page")
        across = row(self._left, self.side, gap=0)
        across.setStretch(0, 1)
        self.setLayout(across)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_entry)
        self._to_unreadable.clicked.connect(self._go_to_unreadable)
        self.table.row_opened.connect(self._open_row)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.delete_asked.connect(self._delete)
        self.pane.close_asked.connect(self.close_entry)
        self.pane.delete_asked.connect(self._delete)
        self.pane.move_asked.connect(self.move_in_day)
        self.notes_button.clicked.connect(self.open_notes)
        self.notes.close_asked.connect(self.close_entry)
        self.host.reveal.connect(self._reveal)
        self.host.rearranged.connect(self._order.start)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        before = self.host.review
        self.host.reading = self.reading
        self.host.take(review, renew=reload_focused)
        entries = review.all("entry")
        self.table.show_entries(review)
        self.table.setHidden(not entries)
        self.empty.setHidden(bool(entries) or self.host.sealed)
        self.new_button.setHidden(self.host.sealed)
        self.sealed_notice.setHidden(not self.host.signed)
        self.pane.show_review(reload_focused=reload_focused)
        self.notes.show_review(reload_focused=reload_focused)
        if self.opened and self.notes.isHidden() and not self.pane.record_id:
            self.close_entry()
        self._show_deleted()
        self._show_unreadable()
        if before.all("entry") is not entries or before.one("period") is not review.one("period"):
            self.head.set_lead(self._count())
            if self._painted:
                self._gaps.look(review)

    def _count(self) -> str:
        count = len(self.host.review.all("entry"))
        return trn("{n} entry.", "{n} entries.", count) if count else tr("What happened and when, and how it is known.")

    @Slot(object)
    def _show_gap(self, gap: Gap | None) -> None:
        """Say how many entries there are, and the longest stretch without one."""
        parts = [self._count()]
        if gap is not None:
            parts.append(trn("The longest gap is {n} day.", "The longest gap is {n} days.", gap.days))
        self.head.set_lead(" ".join(parts))

    def _show_deleted(self) -> None:
        self.deleted.come()
        back = self.deleted.go()
        if back:
            self.table.choose(back)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unreadable(self) -> None:
        held = self.pane.unreadable()
        if held:
            words = tr(
                "Something typed in entry {id} is no date, time or number, so it is not kept yet. It is still there."
            )
            self.unreadable_notice.say(self.unreadable_notice.accessibleName(), words.format(id=held[0]))
        if self.unreadable_notice.isHidden() is bool(held):
            self.unreadable_notice.setHidden(not held)
            if held:
                self.unreadable_notice.speak()

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint comes what a long chronology takes time for."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._gaps.look(self.host.review)

    # ---- opening and closing
    @property
    def opened(self) -> bool:
        """Whether an entry stands open."""
        return not self.side.isHidden()

    def open_entry(self, record_id: str, field: str = "") -> bool:
        """Open an entry and give a field of it the keyboard; False where there is no such entry or field."""
        if not self.table.choose(record_id):
            return False
        self._follow.stop()
        self.pane.open_entry(record_id)
        self._show_unreadable()
        self._open_side(self.pane)
        found = self.pane.field(field)
        if found is not None:
            found.go_to()
        return found is not None

    @Slot()
    def open_notes(self) -> None:
        """Show the gaps and the sign-off in the place of an entry."""
        self._follow.stop()
        self.pane.put_away()
        self._show_unreadable()
        self.notes.open()
        self._open_side(self.notes)
        self.notes.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_side(self, pane: QWidget) -> None:
        self.notes.flush()
        for each in (self.pane, self.notes):
            each.setVisible(each is pane)
        if not self.opened:
            self.side.show()
            self._arrange()
            self.second_pane_toggled.emit()

    @Slot(QWidget)
    def _reveal(self, widget: QWidget) -> None:
        """Bring a part of the gaps and the sign-off into sight."""
        if self.notes.isAncestorOf(widget):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.notes.scroller.ensureWidgetVisible(widget, 0, 24)

    @Slot()
    def close_entry(self) -> None:
        """Close what stands at the side; what was typed is kept. The keyboard goes back to the row."""
        self._follow.stop()
        back = self.table if not self.table.isHidden() else self.new_button
        if self.opened:  # before it hides: else what stands next has the keyboard first, and is said
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notes.flush()
        self.pane.put_away()
        self._show_unreadable()
        if not self.opened:
            return
        self.side.hide()
        self._arrange()
        self.second_pane_toggled.emit()
        back.setFocus(Qt.FocusReason.OtherFocusReason)  # where the entry lay over the table

    def _arrange(self) -> None:
        """Put the entry beside the table, or over it where there is no room for both."""
        beside = self.width() >= theme.px(BESIDE)
        self._left.setVisible(beside or not self.opened)
        pane = self.side
        pane.setMinimumWidth(theme.px(PANE) if beside else 0)
        pane.setMaximumWidth(theme.px(PANE) if beside else 16_777_215)
        self.table.set_widths(NARROW if self.opened else WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for both now, or no more."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(int)
    def _open_row(self, at: int) -> None:
        self.open_entry(self.table.rows.key_at(at))

    @Slot(int)
    def _row_chosen(self, _at: int) -> None:
        if self.opened:
            self._follow.start()

    @Slot()
    def _follow_row(self) -> None:
        """Show in the open pane the entry the person went to; the keyboard stays in the table."""
        if self.opened and self.table.chosen() and self.notes.isHidden():
            self.pane.open_entry(self.table.chosen())
            self._show_unreadable()

    @Slot()
    def _go_to_unreadable(self) -> None:
        for record_id in self.pane.unreadable()[:1]:
            self.open_entry(record_id)

    # ---- what is asked for
    @Slot()
    def new_entry(self) -> None:
        """Ask for a new entry; whoever adds it comes back to it."""
        if not self.host.sealed:
            self.flush()
            self.new_record_requested.emit("entry", {})

    @Slot(str)
    def _delete(self, record_id: str) -> None:
        if not self.host.sealed:
            from imr_desk.operations.general import Delete

            self.deleted.expect(record_id)
            self.change_requested.emit(Delete("entry", record_id), "")

    @Slot(int)
    def move_in_day(self, by: int) -> None:
        """Put the chosen entry earlier (-1) or later (1) among those of its day."""
        from imr_desk.operations.general import Batch, SetFields

        entry = self.host.review.get(self.table.chosen())
        if entry is None or self.host.sealed:
            return
        numbers = moved(self.host.review, entry, by)
        if not numbers:
            words = tr("It is the first of its day.") if by < 0 else tr("It is the last of its day.")
            announce(self.table, words)
            return
        self.flush()
        steps = tuple(SetFields("entry", each, {"sequence": number}) for each, number in numbers)
        self.change_requested.emit(Batch(steps), "")
        self.table.choose(entry.id)
        announce(self.table, tr("Earlier in the day.") if by < 0 else tr("Later in the day."))

    def prepare(self) -> bool:
        """As of a Page."""
        return self.pane.prepare()

    def flush(self) -> None:
        """As of a Page."""
        self.pane.flush()
        self.notes.flush()

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """As of a Page."""
        from imr_desk.operations.general import SetFields

        if not isinstance(operation, SetFields):
            return False
        for each in (*(each for form in self.pane.forms() for each in form.rows), *self.notes.fields()):
            if each.record_id == operation.record_id and each.field.name in operation.values:
                each.refuse(sentence)
                return True
        return False

    def resting_place(self) -> QWidget | None:
        """As of a Page: the table, where arrows go on at once; what begins the first entry while there is none."""
        return self.table if not self.table.isHidden() else None

    def place_here(self) -> Place | None:
        """As of a Page."""
        from imr_desk.guidance.facts import Place

        at = self.table.chosen() if self.table.hasFocus() else ""
        return Place("entry", at, "", "") if at else None

    def focus_place(self, place: Place) -> bool:
        """As of a Page."""
        if place.kind in NOTES:
            return self._focus_note(place)
        if place.kind != "entry":
            return False
        if not place.record_id:
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.open_entry(place.record_id, place.field)

    def _focus_note(self, place: Place) -> bool:
        """Take the person to a gap or the sign-off."""
        self.open_notes()
        found = self.notes.place(place.kind, place.record_id, place.field)
        from ui.widgets.field_row import FieldRow

        if isinstance(found, FieldRow):
            found.go_to()
        elif found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return begins a new entry, wherever on the page the keyboard is."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.new_entry()
            return
        super().keyPressEvent(event)


def _once(parent: QObject, after: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    return timer
