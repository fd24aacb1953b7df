"""Stage 4: the chronology as a table to read and an entry to write (R-072, R-075 to R-078)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.models.chronology_columns import on_screen
from ui.pages.chronology_deeds import took_up
from ui.pages.chronology_frame import ChronologyFrame
from ui.pages.chronology_low import AWAY
from ui.pages.chronology_side import NOTES

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.review.gaps import Gap
    from imr_desk.review.review import Review


class ChronologyPage(ChronologyFrame):
    """The table, and beside it the entry that was opened."""

    stage = 4
    kinds = frozenset(
        {"entry", "gap", "chronology_sign_off", "record", "staff", "subject", "professional", "case", "question"}
        | {"policy_version", "key_decision", "period", "review", "signature", "chronology_layout", "chronology_view"}
    )

    def __init__(self) -> None:
        super().__init__()
        self._connect()
        self.setAccessibleName(self.head.title.text())

    def _connect(self) -> None:
        self._follow.timeout.connect(self._follow_row)
        self._gaps.found.connect(self._show_gap)
        self.notices.first.clicked.connect(self.new_entry)
        self.new_button.clicked.connect(self.new_entry)
        self._to_unreadable.clicked.connect(self._go_to_unreadable)
        self.writing.composed.connect(self.composed)
        self.deeds.composed.connect(self.composed)
        self.deeds.asked.connect(self.change_requested)
        self.writing.unreadable.connect(self._keep_unreadable)
        self.writing.began.connect(self._row_begun)
        self.writing.ended.connect(self._show_empty)
        self.table.row_opened.connect(self._open_row)
        self.table.row_chosen.connect(self._row_chosen)
        self.deeds.told.connect(self.tell)
        self.writing.told.connect(self.tell)
        self.filters.changed.connect(self.untell)
        self.low.changed.connect(self._show_empty)
        self.table.delete_asked.connect(self._delete)
        self.side.close_asked.connect(self.close_entry)
        self.side.delete_asked.connect(self._delete)
        self.side.move_asked.connect(self.move_in_day)
        self.notes_button.clicked.connect(self.open_notes)
        self.read_button.clicked.connect(self.read_record)
        self.reader.place_requested.connect(self.place_requested)
        self.reader.bar.ended.connect(self._show_empty, Qt.ConnectionType.QueuedConnection)
        self.reader.bar.told.connect(self.tell)
        self.columns_button.clicked.connect(self.open_columns)
        self.filters.more_asked.connect(self.open_ways)
        self.filters.keep_asked.connect(self._keep_view)
        self.filters.drop_asked.connect(self._drop_view)
        self.host.reveal.connect(self._reveal)
        self.host.rearranged.connect(self._order.start)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        before = self.host.review
        self.host.reading = self.reading
        self.host.take(review, renew=reload_focused)
        entries = review.all("entry")
        self.writing.set_columns(on_screen(review))
        self.table.show_entries(review)
        self.narrowing.show_review(review, count=self._painted)
        self.writing.show_review(reload_focused=reload_focused)
        self._show_empty()
        self.reader.bar.show_review()
        self.new_button.setHidden(self.host.sealed)
        self._show_links()
        self.sealed_notice.setHidden(not self.host.signed)
        self.side.show_review(reload_focused=reload_focused)
        if self.opened and not self.pane.isHidden() and not self.pane.record_id:
            self.close_entry()
        self._show_deleted()
        if reload_focused:
            self._go_to_restored(before)
        self._show_unreadable()
        if before.all("entry") is not entries or before.one("period") is not review.one("period"):
            self.untell()
            self._say_standing(self._count())
            if self._painted:
                self._gaps.look(review)

    @Slot()
    def _show_empty(self) -> None:
        """The table, or how to begin while nothing is there."""
        there = bool(self.host.review.all("entry")) or self.writing.active
        self.table.setHidden(not there and not self.table.hasFocus())
        if there and self.notices.first.hasFocus() and not self.writing.active:  # redo: before what has it hides
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.empty.setHidden(there or self.host.sealed)
        if not there and self.table.hasFocus():
            (self.notices.first if not self.host.sealed else self.head).setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setHidden(not there)
        reading = self.reader.bar.active and not self.narrowing.asked  # then its bar stands in their place
        self.filters.setHidden(reading or self.low.room == AWAY or not self.host.review.all("entry"))
        self._show_links()

    def _count(self) -> str:
        count = len(self.host.review.all("entry"))
        return trn("{n} entry.", "{n} entries.", count) if count else tr("What happened and when, and how it is known.")

    @Slot(object)
    def _show_gap(self, gap: Gap | None) -> None:
        """Say how many entries there are, and the longest stretch without one."""
        said = self._count()
        if gap is not None:
            more = trn("longest gap {n} day", "longest gap {n} days", gap.days)
            said = f"{said.rstrip('.')} · {more}"
        self._say_standing(said)

    def _show_deleted(self) -> None:
        self.deleted.come()
        back = self.deleted.go()
        if back:
            self.table.choose(back)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_restored(self, before: Review) -> None:
        """An entry that undo brought back is gone to, and one that took another up again."""
        now = self.host.review.all("entry")
        came = len(now) > len(before.all("entry"))
        back = next((each.id for each in now if each.id not in before), "") if came else ""
        back = back or took_up(before, self.host.review)
        if back and self.table.hasFocus():
            self.narrowing.bring(back)
            self.table.choose(back)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint comes what a long chronology takes time for."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._seen)

    @Slot()
    def _seen(self) -> None:
        """The page was painted: look for names in the table, and go through all of a long chronology."""
        _ = self.table.names
        self.narrowing.count()
        self._gaps.look(self.host.review)

    # ---- rows and entries
    @Slot(int)
    def _open_row(self, at: int) -> None:
        self.open_entry(self.table.rows.key_at(at))

    @Slot(int)
    def _row_chosen(self, _at: int) -> None:
        self.untell()
        if self.opened:
            self._follow.start()

    @Slot()
    def _follow_row(self) -> None:
        """Show in the open pane the entry the person went to; the keyboard stays in the table."""
        if self.opened and self.table.chosen() and not self.pane.isHidden():
            self.pane.open_entry(self.table.chosen())
            self._show_unreadable()

    @Slot()
    def _go_to_unreadable(self) -> None:
        for record_id in self.side.unreadable()[:1]:
            self.open_entry(record_id)
            held = next((each for form in self.pane.forms() for each in form.rows if each.editor.problem), None)
            if held is not None:
                held.go_to()

    # ---- what is asked for
    def _is_written(self) -> bool:
        """Whether the chronology can be written in; if not, say so."""
        if self.host.sealed:
            self.tell(tr("The chronology is read-only."))
        return not self.host.sealed

    @Slot()
    def new_entry(self) -> None:
        """Write in a new row of the table; its record begins with the first thing that is kept."""
        if self._is_written():
            self.flush()
            if self.opened and self._left.isHidden():
                self.close_entry()
            self.table.show()
            self.empty.hide()
            self.writing.new_row()

    @Slot()
    def read_record(self) -> None:
        """Read a record page by page: new entries take record and page by themselves."""
        if self._is_written():
            self.flush()
            if self.opened and self._left.isHidden():
                self.close_entry()
            self.reader.begin()
            self._show_empty()

    @Slot()
    def _row_begun(self) -> None:
        """An entry that lies beside the table is that of the row which is written in."""
        self.untell()
        if self.opened and not self.pane.isHidden() and self.writing.writer.record_id:
            self.pane.open_entry(self.writing.writer.record_id)

    @Slot(str, str, tuple)
    def _keep_unreadable(self, record_id: str, field: str, words: tuple[object, ...]) -> None:
        """Hold words that could not be read in the form of the entry, where they are found again."""
        open_now = self.pane.record_id
        self.pane.hold(record_id, field, words)
        if open_now and open_now != record_id:
            self.pane.open_entry(open_now)
        self._show_unreadable()

    @Slot(str)
    def _delete(self, record_id: str) -> None:
        if self._is_written():
            from imr_desk.operations.general import Delete

            self.deleted.expect(record_id)
            self.change_requested.emit(Delete("entry", record_id), "")

    @Slot(str)
    def _keep_view(self, name: str) -> None:
        """Keep what is asked now as a view under a name."""
        asked = {field: value for field, value in self.narrowing.asked.values().items() if value is not None}
        if asked and not self.reading:
            self.host.add("chronology_view", {"name": name, **asked})

    @Slot(str)
    def _drop_view(self, view: str) -> None:
        from imr_desk.operations.general import Delete

        if not self.reading:
            self.change_requested.emit(Delete("chronology_view", view), "")

    # ---- what the menu asks for
    @Slot(int)
    def move_in_day(self, by: int) -> None:
        """Put the chosen entry earlier (-1) or later (1) among those of its day."""
        self.flush()
        self.deeds.move_in_day(by)

    def write_in_row(self) -> None:
        """Write in the chosen row, in the column in which one stands."""
        if self.table.hasFocus() and self.table.chosen():
            self.table.write_asked.emit("")
        elif not self.writing.active:
            self._tell_to_choose()

    def _tell_to_choose(self) -> None:
        """Say that a row has to be chosen before a key can do something with it."""
        self.tell(tr("Choose a row of the table first."))

    def write_date(self) -> None:
        """Write in the chosen row where one stands in a column of dates."""
        at = self.table.currentIndex().column()
        if at >= 0 and self.table.columns[at].name in ("date", "learned"):
            self.write_in_row()
        elif self.table.hasFocus():
            self.tell(tr("Today’s date goes into a field for dates. The arrows lead to the column of the date."))
        else:
            self._tell_to_choose()

    def split(self) -> None:
        """Make two entries of the one that is written in, at the caret."""
        self.deeds.split(self)

    def merge(self) -> None:
        """Make one entry of the chosen one and the one below it."""
        self.flush()
        self.deeds.merge()

    def another_source(self) -> None:
        """Go to a further source of the entry that is written in, or chosen."""
        self.deeds.another_source(self.pane)

    def take_from_above(self) -> None:
        """Fill the cell in which one stands with what the row above holds."""
        if self.table.hasFocus():
            self.deeds.take_from_above()
        else:
            self._tell_to_choose()

    def next_page(self) -> None:
        """The next page of the record that is read."""
        self.reader.turn(1)

    def page_before(self) -> None:
        """The page before, of the record that is read."""
        self.reader.turn(-1)

    def nothing_here(self) -> None:
        """Say that the page was read and has nothing to enter."""
        self.reader.nothing_here()

    def prepare(self) -> bool:
        """As of a Page."""
        return self.side.prepare() or self.writing.prepare()

    def flush(self) -> None:
        """As of a Page."""
        self.writing.flush()
        self.side.flush()

    def put_unread_away(self) -> None:
        """As of a Page."""
        self.writing.put_unread_away()

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """As of a Page."""
        from imr_desk.operations.general import SetFields

        if not isinstance(operation, SetFields):
            return False
        for each in (*self.writing.writer.fields, *self.side.fields()):
            if each.record_id == operation.record_id and each.field.name in operation.values:
                each.refuse(sentence)
                return True
        return False

    def resting_place(self) -> QWidget | None:
        """As of a Page: the table, where arrows go on at once; what begins the first entry while there is none."""
        if not self.table.isHidden():
            return self.table
        return self.notices.first if not self.empty.isHidden() else None

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
        if self.writing.awaits(place.record_id) and not place.field:
            return True  # it is the row that is written in
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
