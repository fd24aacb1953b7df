"""The search box at work: what was found lies over the page until a record is chosen or the person goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.review.catalogue import kind_of

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.review.record import Record
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.search_results import SearchResults

FOUND = 0
"""The window's place for the page of what was found; the stages begin at 1."""


class Searching(QObject):
    """Asks, shows what was found, and goes to what is chosen."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost) -> None:
        super().__init__(pages)
        self._window, self._bridge, self._pages = window, bridge, pages
        self._results: SearchResults | None = None
        self._on = False
        pages.shown.connect(self._hidden)

    def ask(self, words: str) -> None:
        """Show what holds these words; with no words, go back to the page."""
        if not words:
            self._hide()
            return
        if self._results is None:
            from ui.pages.search_results import SearchResults

            self._results = SearchResults()
            self._results.chosen.connect(self._go)
            self._results.left.connect(self.leave)
            self._window.set_page(FOUND, self._results)
        self._results.show_found(words, self._bridge.review, self._bridge.search(words))
        self._on = True
        self._window.show_page(FOUND)

    def enter(self) -> None:
        """Go into the list of what was found."""
        if self._on and self._results is not None:
            self._results.enter()

    @Slot()
    def leave(self) -> None:
        """Go back to the page, and forget the words."""
        self._window.desk.header.search.clear()
        self._hide()
        self._window.focus_page()

    def end(self) -> None:
        """Forget what was searched for: the review is being closed."""
        self._on = False
        self._results = None
        self._window.desk.header.search.forget()

    def _hide(self) -> None:
        if self._on:
            self._on = False
            self._window.show_page(self._pages.stage)

    @Slot(int)
    def _hidden(self, _stage: int) -> None:
        self._on = False

    @Slot(str)
    def _go(self, record_id: str) -> None:
        """Go to a record: to the field that names it, or to its page."""
        record = self._bridge.review.get(record_id)
        if record is None:
            return
        self._window.desk.header.search.clear()
        self._pages.go_to(place_of_record(record))


def place_of_record(record: Record) -> Place:
    """Where a record is found: at the field that names it, or at the first that holds something."""
    from imr_desk.guidance.facts import Place

    kind = kind_of(record.kind)
    field = kind.title or next((field.name for field in kind.fields if field.name in record), "")
    return Place(record.kind, record.id, field, "")
