"""How the page of the chronology stands: the table, and beside it or over it an entry or what is said of the whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.stages import STAGES
from ui import theme
from ui.forms.deleted_notice import DeletedNotice
from ui.forms.host import FormHost
from ui.icons import Glyph
from ui.pages.chronology_deeds import RowDeeds
from ui.pages.chronology_filters import FilterBar
from ui.pages.chronology_gap import GapSearch
from ui.pages.chronology_low import FULL, LowWindow
from ui.pages.chronology_menu import RowMenu
from ui.pages.chronology_narrowing import EntryNarrowing
from ui.pages.chronology_notices import ChronologyNotices
from ui.pages.chronology_reader import RecordReader
from ui.pages.chronology_rows import RowWriting
from ui.pages.chronology_side import SidePane
from ui.pages.chronology_table import ChronologyTable
from ui.pages.page import Page
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.page_frame import PageHead
from ui.widgets.surfaces import Surface, column, row
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from ui.pages.chronology_columns import ColumnsPane
    from ui.pages.chronology_entry import EntryPane
    from ui.pages.chronology_notes import NotesPane

PANE = 344
"""How wide an entry is beside the table, at 100 %."""
BESIDE = 840
"""From this width of the page on, at 100 %, there is room for the entry beside the table; else it lies over it."""
ROOMY = 1000
"""From this width on there is room for everything at the head while something stands beside the table."""
FOLLOW_MS = 120
"""How long the person stays on a row before an open entry follows."""


class ChronologyFrame(Page):
    """The parts of the page and where they are. What they do is the page's."""

    stage = 4

    def __init__(self) -> None:
        super().__init__()
        self.host = FormHost(self)
        self.host.change_requested.connect(self.change_requested)
        self.host.new_record_requested.connect(self.new_record_requested)
        self.host.records_requested.connect(self.records_requested)
        self.host.place_requested.connect(self.place_requested)
        self.new_button = Button(tr("New entry"), "main", Glyph.PLUS)
        self.notes_button = Button(tr("Gaps and sign-off"), "link")
        self.columns_button = Button(tr("Columns"), "link")
        self.read_button = Button(tr("Read a record"), "link")
        name = tr(STAGES[self.stage - 1].name)
        self.head = PageHead(name, "", self.columns_button, self.notes_button, self.read_button, self.new_button)
        self.table = ChronologyTable()
        self.writing = RowWriting(self.host, self.table)
        self.deeds = RowDeeds(self.host, self.table, self.writing)
        self.menu = RowMenu(self.host, self.table)
        self.reader = RecordReader(self.host, self.table, self.writing)
        self.filters = FilterBar()
        self.narrowing = EntryNarrowing(self.filters, self.table)
        self.second_pane = self.side = SidePane(self.host)
        self.deleted = DeletedNotice(self.host)
        self._painted = False
        self._standing, self._told = "", False
        self._notices()
        self._timers()
        self._lay_out()

    def _notices(self) -> None:
        self.notices = made = ChronologyNotices()
        self.sealed_notice, self.unreadable_notice, self.empty = made.sealed, made.unreadable, made.empty
        self._to_unreadable = made.to_unreadable

    def _timers(self) -> None:
        self._follow, self._order = _once(self, FOLLOW_MS), _once(self, 0)
        self._gaps = GapSearch(self)
        self._order.timeout.connect(partial(put_in_reading_order, self))

    def _lay_out(self) -> None:
        notices = (self.sealed_notice, self.unreadable_notice, self.deleted)
        top = column(self.head, *notices, self.empty, self.filters, gap=12, margins=(24, 18, 24, 12))
        ended = column(self.reader.notice, margins=(24, 0, 24, 12))
        box = column(top, ended, self.reader.bar, gap=0)
        box.addWidget(self.table, 1)
        box.addStretch()  # takes the room while there is no entry and so no table
        self._left = Surface(box, fill="page")
        parts = (self.head, *notices, self.empty, self.reader.notice, self.reader.bar)
        self.low = LowWindow(self._left, self.filters, parts, self.table)
        across = row(self._left, self.side, gap=0)
        across.setStretch(0, 1)
        self.setLayout(across)

    def _show_unreadable(self) -> None:
        self.notices.show_unreadable(self.side.unreadable())

    # ---- what is said at the head
    def _say_standing(self, words: str) -> None:
        self._standing = words
        if not self._told:
            self.head.set_lead(words)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say what a key did, or why it did nothing: read out, and at the head until the person goes on."""
        self._told = True
        self.head.set_lead(words)
        announce(self.table, words)

    @Slot()
    def untell(self) -> None:
        """Say again how the chronology stands."""
        if self._told:
            self._told = False
            self.head.set_lead(self._standing)

    # ---- opening and closing
    @property
    def pane(self) -> EntryPane:
        """The entry at the side."""
        return self.side.pane

    @property
    def notes(self) -> NotesPane:
        """What is said of the whole, at the side."""
        return self.side.notes

    @property
    def columns(self) -> ColumnsPane:
        """The columns, at the side."""
        return self.side.columns

    @property
    def opened(self) -> bool:
        """Whether an entry stands open."""
        return not self.side.isHidden()

    def open_entry(self, record_id: str, field: str = "") -> bool:
        """Open an entry and give a field of it the keyboard; False where there is no such entry or field."""
        self.narrowing.bring(record_id)
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
        self.side.put_entry_away()
        self._show_unreadable()
        self.notes.open()
        self._open_side(self.notes)
        self.notes.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def open_columns(self) -> None:
        """Show the columns in the place of an entry."""
        self._follow.stop()
        self.side.put_entry_away()
        self._show_unreadable()
        self.columns.open()
        self._open_side(self.columns)
        self.columns.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def open_ways(self) -> None:
        """Show the further ways to narrow the chronology in the place of an entry."""
        self._follow.stop()
        self.side.put_entry_away()
        self._show_unreadable()
        ways = self.filters.ways()
        if not self.side.isAncestorOf(ways):
            self.side.add(ways)
            ways.close_asked.connect(self.close_entry)
            self._order.start()
        self._open_side(ways)
        ways.days["first"].setFocus()

    def _open_side(self, pane: QWidget) -> None:
        self.side.show_only(pane)
        self._show_links()
        if not self.opened:
            self.side.show()
            self._arrange()
            self.second_pane_toggled.emit()

    @Slot(QWidget)
    def _reveal(self, widget: QWidget) -> None:
        """Bring a part of the gaps and the sign-off into sight."""
        self.side.reveal(widget)

    @Slot()
    def close_entry(self) -> None:
        """Close what stands at the side; what was typed is kept. The keyboard goes back to the row."""
        self._follow.stop()
        back = self.table if not self.table.isHidden() else self.new_button
        if self.opened:  # before it hides: else what stands next has the keyboard first, and is said
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.side.flush_notes()
        self.side.put_entry_away()
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
        self.table.set_narrow(self.opened)
        self._show_links()

    def _show_links(self) -> None:
        """Show the ways to other things at the head where there is room for them beside what stands open."""
        room = not self.opened or self.width() >= theme.px(ROOMY)
        self.read_button.setVisible(room and not self.host.sealed)
        for button in (self.columns_button, self.notes_button):
            button.setVisible(room)
        ways = self.filters.panel
        beside = self.opened and (ways is None or ways.isHidden())
        self.filters.be_brief(beside or self.low.room != FULL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for both now, or no more."""
        super().resizeEvent(event)
        self._arrange()


def _once(parent: QObject, after: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    return timer
