"""The pages of an open review: made when they are first shown, told of the changes that concern them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from ui.ending import end
from ui.pages.registry import page_class
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.errors import ImrDeskError
    from imr_desk.guidance.facts import Place, Result
    from imr_desk.operations.base import Operation
    from imr_desk.session import Changes
    from ui.bridge import Bridge, Composer
    from ui.main_window import MainWindow
    from ui.pages.page import Page
    from ui.turning import Turning


class PageHost(QObject):
    """Shows one stage after the other. A page that is not in sight is shown the review again when it next is."""

    shown = Signal(int)
    """Another stage is in sight."""
    made = Signal(object)
    """A page was made: whatever it asks for beside edits can be connected."""

    unanswered = Signal(str)
    """An edit was refused, and no page could say it at a field."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self._pages: dict[int, Page] = {}
        self._ahead: dict[int, Page] = {}
        """Made ahead, and not shown the review yet."""
        self._stale: set[int] = set()
        self._changed: frozenset[str] = frozenset()
        self._reload = False
        self.stage = 0
        self._over = 0
        bridge.changed.connect(self._refresh)
        bridge.refused.connect(self._refused)
        bridge.taking_over.connect(self._taking_over)

    @property
    def page(self) -> Page:
        """The page that is in sight: of a stage, or one that lies over it."""
        over = self._pages.get(self._over)
        shown = over is not None and self._window.desk.body.pages.currentWidget() is over
        return over if over is not None and shown else self._pages[self.stage]

    @property
    def over(self) -> int:
        """The number of the page that lies over the stage, below 0; 0 where none does."""
        return self._over if self._over and self.page is self._pages.get(self._over) else 0

    def back_to(self, key: int) -> None:
        """Go back to a page over the stage, or with 0 to the stage."""
        if key in self._pages:
            self._over = key
            self._window.show_page(key)
        else:
            self.show(self.stage)

    def show_over(self, key: int, make: Callable[[], Page]) -> Page:
        """Show a page over the stage; `key` is its number, below 0. `show` of any stage goes back."""
        self.page.flush()
        if key not in self._pages:
            self._adopt(key, make())
        elif key in self._stale:
            self._pages[key].show_review(self._bridge.review, reload_focused=True)
        self._stale.discard(key)
        self._over = key
        self._window.show_page(key)
        return self._pages[key]

    @Slot(int)
    def show(self, stage: int) -> None:
        """Bring a stage in sight. What was typed on the page before is kept first."""
        if self.stage and (self.stage != stage or self._over):
            self.page.flush()
        if stage not in self._pages:
            self._make(stage)
        elif stage in self._stale:
            self._pages[stage].show_review(self._bridge.review, reload_focused=True)
        self._stale.discard(stage)
        focus = QApplication.focusWidget()
        from_page = bool(self.stage) and focus is not None and self.page.isAncestorOf(focus)
        before, self.stage, self._over = self.stage, stage, 0
        self._window.show_page(stage, give_back=not from_page)
        if from_page:  # what had the keyboard is out of sight now
            self._window.focus_page()
        if before not in (0, stage) and focus is not self._window.desk.body.stage_list:  # there Qt says the stage
            announce(self._window, self._window.stage_said(stage))
        self.shown.emit(stage)

    def make_ahead(self, stage: int) -> bool:
        """Make a piece of a page that will be wanted; whether there was still one to be made."""
        page = self._pages.get(stage)
        if page is not None:
            return page.prepare()
        if stage in self._ahead:
            self._make(stage)
        else:  # making it and showing it the review are two pieces
            self._ahead[stage] = page_class(stage)()
        return True

    def _make(self, stage: int) -> None:
        self._adopt(stage, self._ahead.pop(stage) if stage in self._ahead else page_class(stage)())

    def _adopt(self, stage: int, page: Page) -> None:
        self._pages[stage] = page
        page.reading = self._bridge.session.read_only
        page.change_requested.connect(self._bridge.run)
        page.new_record_requested.connect(partial(self._add, page))
        page.records_requested.connect(self._bridge.add_all)
        page.composed.connect(partial(self._compose, page))
        page.place_requested.connect(self.go_to)
        self.made.emit(page)
        page.show_review(self._bridge.review)
        self._window.set_page(stage, page)

    def _add(self, page: Page, kind: str, values: object) -> None:
        """Add a record and go to it."""
        record_id = self._bridge.add(kind, cast("dict[str, object]", values))
        if record_id is not None:
            from imr_desk.guidance.facts import Place

            page.focus_place(Place(kind, record_id, "", ""))

    def _compose(self, page: Page, make: Composer) -> None:
        """Make what a page composed, and go to where the person is then."""
        place = self._bridge.compose(make)
        if place is not None:
            page.focus_place(place)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        """Show the review again where it concerns a page: at once in sight, elsewhere when it comes in sight."""
        self._changed = kinds = changes.kinds
        for stage, page in self._pages.items():
            if not page.kinds.isdisjoint(kinds):
                if page is self.page:
                    page.show_review(changes.review, reload_focused=self._reload)
                else:
                    self._stale.add(stage)

    def show_results(self, results: tuple[Result, ...]) -> None:
        """Tell every page how the checks stand now."""
        for page in self._pages.values():
            page.show_results(results)

    def new_entry(self) -> None:
        """Go to the chronology and begin a new entry there."""
        from ui.pages.chronology import ChronologyPage

        self.show(ChronologyPage.stage)
        if isinstance(self.page, ChronologyPage):
            self.page.new_entry()

    def link_evidence(self) -> None:
        """Go to the evidence beside the analysis; from there back to the paragraph."""
        from ui.pages.analysis import AnalysisPage

        self.show(AnalysisPage.stage)
        if isinstance(self.page, AnalysisPage):
            self.page.link_evidence()

    def flush(self) -> None:
        """Have every page ask for what is typed and not kept yet."""
        for page in tuple(self._pages.values()):
            page.flush()

    @Slot(object, str)
    def _refused(self, operation: Operation | None, sentence: str) -> None:
        """Have the page say it at the field; where none does, it is said over the page."""
        if operation is None or not any(page.change_refused(operation, sentence) for page in self._pages.values()):
            self.unanswered.emit(sentence)

    def turn(self, *, back: bool) -> None:
        """Undo or redo, say what, and go to it. The field with the keyboard too is shown as it then stands."""
        from ui.step_words import next_words

        self.page.flush()
        words = next_words(self._bridge.session, back=back)
        self._changed = frozenset()
        if records := self._long(back=back):
            self._turning_aside().begin(records, partial(self._turned_aside, words, back), back=back)
            return
        self._reload = True
        try:
            done = (self._bridge.undo if back else self._bridge.redo)()
        finally:
            self._reload = False
        self._turned(words, back=back, done=done)

    def _long(self, *, back: bool) -> int:
        """Of how many records the next step is, where a worker has to turn it; else 0."""
        from ui.turning import long_step

        return long_step(self._bridge.session, back=back)

    def _turning_aside(self) -> Turning:
        from ui.turning import Turning

        return self.findChild(Turning) or Turning(self._window, self._bridge, self)

    def _turned_aside(self, words: str, back: bool, error: ImrDeskError | None) -> None:
        if error is not None:
            self.unanswered.emit(error.sentence)
        self._turned(words, back=back, done=error is None)

    def _turned(self, words: str, *, back: bool, done: bool) -> None:
        """Say what was undone or done again, and go to it."""
        if done:
            shape = tr("Undone: {what}.") if back else tr("Done again: {what}.")
            announce(self._window, shape.format(what=words or tr("The last change")))
        if self._changed and self.page.kinds.isdisjoint(self._changed):
            self.show(min(kind_of(kind).stage for kind in self._changed))

    @Slot(bool)
    def _taking_over(self, begins: bool) -> None:
        """Names are replaced everywhere: keep what is typed first, then show the field with the keyboard anew too."""
        if begins:
            self.flush()
        self._reload = begins

    def go_to(self, place: Place, stage: int = 0) -> None:
        """Take the person to a field: to the page of its kind, or else to `stage`."""
        home = kind_of(place.kind).stage
        for each in (home, stage):
            if each:
                self.show(each)
                if self.page.focus_place(place):
                    return
        self.show(home)
        self._window.focus_page()

    def drop(self) -> None:
        """Forget every page: the review is being closed."""
        for page in self._ahead.values():
            end(page)
        self._ahead.clear()
        self._pages.clear()
        self._stale.clear()
        self._window.clear_pages()
