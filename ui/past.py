"""History and bin at work: pages over the stage, told of every change while they are in sight."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from ui.over_stage import OverStage
from ui.past_words import moment_words, rows_of
from ui.removing import Removing
from ui.searching import place_of_record
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.review.past import Binned
    from ui.ask import Ask
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.bin import BinPage, BinRow
    from ui.pages.history import HistoryPage

HISTORY, BIN = -3, -4
"""The window's places for the two pages; the stages begin at 1."""
AT_ONCE = 500
"""How many lines of the history are shown at first, and how many more each time."""


class Past(OverStage):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost, ask: Ask) -> None:
        super().__init__(window, pages, pages)
        self._bridge = bridge
        self._history: HistoryPage | None = None
        self._bin: BinPage | None = None
        self._lines = AT_ONCE
        self._removing = Removing(window, bridge, ask, self)
        self._removing.done.connect(self._enter_bin)
        bridge.changed.connect(self._changed)

    # ---- the two pages
    @Slot()
    def show_history(self) -> None:
        """Show the history."""
        self._pages.show_over(HISTORY, self._made_history)
        self._lines = AT_ONCE
        self._tell_history()
        if self._history is not None:
            self._history.enter()

    def _made_history(self) -> HistoryPage:
        from ui.pages.history import HistoryPage

        self._history = page = HistoryPage()
        page.left.connect(self._leave)
        page.chosen.connect(self._go)
        page.more_asked.connect(self._more)
        return page

    @Slot()
    def show_bin(self) -> None:
        """Show the bin."""
        self._pages.show_over(BIN, self._made_bin)
        self._tell_bin()
        if self._bin is not None:
            self._bin.enter()

    def _made_bin(self) -> BinPage:
        from ui.pages.bin import BinPage

        self._bin = page = BinPage()
        page.left.connect(self._leave)
        page.put_back_asked.connect(self._put_back)
        page.remove_asked.connect(self._removing.ask_for_one)
        page.empty_asked.connect(self._removing.ask_for_all)
        return page

    @Slot(object)
    def _changed(self, _changes: object) -> None:
        """A page in sight is told at once; another when it is next asked for."""
        if self._pages.page is self._history:
            self._tell_history()
        elif self._pages.page is self._bin:
            self._tell_bin()

    # ---- the history
    @Slot()
    def _more(self) -> None:
        self._lines += AT_ONCE
        self._tell_history()

    def _tell_history(self) -> None:
        if self._history is not None:
            lines = self._bridge.session.past(most=self._lines + 1)
            rows = rows_of(lines[: self._lines], self._zone(), self._bridge.review.__contains__)
            self._history.show_past(rows, more=len(lines) > self._lines)

    @Slot(object)
    def _go(self, place: tuple[str, str]) -> None:
        """Go to a record, or say that it is not there any more."""
        kind, record_id = place
        record = self._bridge.review.one(kind) if kind_of(kind).single else self._bridge.review.get(record_id)
        if record is not None:
            self._pages.go_to(place_of_record(record))
            return
        what = tr("{reference} was deleted.").format(reference=record_id)
        more = tr("It rests in the bin, and can be put back from there.")
        self._window.desk.notices.tell("past", "accent", what, more, (tr("Open the bin"), self.show_bin))

    # ---- the bin
    def _tell_bin(self) -> None:
        if self._bin is not None:
            self._bin.show_rows(tuple(self._row(each) for each in self._bridge.session.bin()))

    def _row(self, binned: Binned) -> BinRow:
        from ui.pages.bin import BinRow
        from ui.record_words import title_of

        record = binned.record
        when = moment_words(dt.datetime.fromisoformat(binned.at).astimezone(self._zone()))
        title = title_of(record, self._bridge.review)
        return BinRow(record.id, record.kind, title, tr(kind_of(record.kind).label), when)

    @Slot(str, str)
    def _put_back(self, kind: str, record_id: str) -> None:
        """Put a record back; where it cannot be, the window says why."""
        from imr_desk.operations.general import Restore

        self._window.desk.notices.drop("past")
        if self._bridge.run(Restore(kind, record_id)):
            announce(self._window, tr("Put back: {reference}").format(reference=record_id))
            self._enter_bin()

    @Slot()
    def _enter_bin(self) -> None:
        if self._bin is not None:
            self._bin.enter()

    def _zone(self) -> dt.tzinfo | None:
        return self._bridge.session.clock().tzinfo
