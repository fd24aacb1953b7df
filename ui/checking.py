"""The check of the chronology at work: gone through in a worker, shown over it, told again of each change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from shiboken6 import isValid

from imr_desk.i18n import tr, trn
from ui.over_stage import OverStage
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.review.chronology_faults import Fault
    from imr_desk.review.review import Review
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.chronology_check import ChronologyCheckPage
    from ui.tasks import Tasks

CHECK, CHRONOLOGY = -21, 4
"""The window's place for the page, and the stage it lies over."""


class Checking(OverStage):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost, tasks: Tasks) -> None:
        super().__init__(window, pages, pages)
        self._bridge, self._tasks = bridge, tasks
        self._page: ChronologyCheckPage | None = None
        self._asked = False
        bridge.changed.connect(self._changed)

    @Slot()
    def show(self) -> None:
        """Show what is worth a second look, over the chronology."""
        if self._pages.stage != CHRONOLOGY:
            self._pages.show(CHRONOLOGY)
        self._pages.show_over(CHECK, self._made)
        self._asked = True
        if self._page is not None:
            self._page.back.setFocus()
        self._look()

    def _made(self) -> ChronologyCheckPage:
        from ui.pages.chronology_check import ChronologyCheckPage

        self._page = page = ChronologyCheckPage()
        page.left.connect(self._leave)
        page.place_chosen.connect(self._go)
        return page

    @Slot(str, str)
    def _go(self, entry: str, field: str) -> None:
        from imr_desk.guidance.facts import Place

        self._pages.go_to(Place("entry", entry, field, ""))

    @Slot(object)
    def _changed(self, _changes: object) -> None:
        """Look again while it is in sight; out of sight it is looked at when it is next asked for."""
        if self._in_sight(self._page):
            self._look()

    def _look(self) -> None:
        review = self._bridge.review
        self._tasks.run(partial(_found, review), partial(self._seen, review))

    def _seen(self, review: Review, found: object) -> None:
        """Show it, unless the chronology has changed meanwhile: then another answer is on its way."""
        if not isValid(self) or self._page is None or review is not self._bridge.review:
            return
        from ui.pages.chronology_check import FaultRow

        faults = cast("tuple[Fault, ...]", found)
        from imr_desk.review.chronology_faults import ABOUT

        rows = tuple(FaultRow(each.entry, each.field, tr(ABOUT[each.about]), each.words) for each in faults)
        pressing = sum(each.pressing for each in faults)
        lead = lead_of(pressing, len(faults) - pressing)
        self._page.show_found(rows, lead)
        if self._asked:
            self._asked = False
            self._page.enter()
            announce(self._window, lead)


def lead_of(count: int, uncited: int) -> str:
    """How much there is to look at, and how many entries nothing cites yet."""
    words = (
        trn("{n} thing to look at.", "{n} things to look at.", count) if count else tr("There is nothing to look at.")
    )
    if not uncited:
        return words
    cited = trn("{n} other entry is cited nowhere.", "{n} other entries are cited nowhere.", uncited)
    return f"{words} {cited}"


def _found(review: Review) -> tuple[Fault, ...]:
    """Runs in the worker."""
    from imr_desk.review.chronology_faults import faults

    return faults(review)
