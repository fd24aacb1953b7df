"""The picture of the whole period at work: worked out in a worker, shown over the chronology, put into the report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from ui.over_stage import OverStage
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.jobs.period_picture import Drawn
    from imr_desk.review.review import Review
    from imr_desk.review.whole_period import WholePeriod
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.whole_period import WholePeriodPage
    from ui.tasks import Tasks
    from ui.widgets.period_rows import PeriodRow

    Looked = tuple[WholePeriod | None, tuple[PeriodRow, ...], bool | None]
    """The picture, its rows, and whether the report shows the same; None where it shows none."""

PERIOD, CHRONOLOGY = -14, 4
"""The window's place for the page, and the stage it lies over."""


SAID = 70
"""As many letters of an entry are told beside the picture."""


class Seeing(OverStage):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost, tasks: Tasks) -> None:
        super().__init__(window, pages, pages)
        self._bridge, self._tasks = bridge, tasks
        self._page: WholePeriodPage | None = None
        bridge.changed.connect(self._changed)

    @Slot()
    def show(self) -> None:
        """Show the picture over the chronology."""
        if self._pages.stage != CHRONOLOGY:
            self._pages.show(CHRONOLOGY)
        self._pages.show_over(PERIOD, self._made)
        self._look()
        if self._page is not None:
            self._page.back.setFocus()

    def _made(self) -> WholePeriodPage:
        from ui.pages.whole_period import WholePeriodPage

        self._page = page = WholePeriodPage()
        page.left.connect(self._leave)
        page.entry_asked.connect(self._go)
        page.put_asked.connect(self._put)
        page.take_out_asked.connect(self._take_out)
        return page

    @Slot(str)
    def _go(self, entry_id: str) -> None:
        from imr_desk.guidance.facts import Place

        self._pages.go_to(Place("entry", entry_id, "", ""))

    @Slot(object)
    def _changed(self, changes: object) -> None:
        """Draw again what is in sight; out of sight it is drawn when it is next asked for."""
        if self._in_sight(self._page):
            self._look()

    # ---- the picture
    def _look(self) -> None:
        review = self._bridge.review
        self._tasks.run(partial(_looked, review), partial(self._seen, review))

    def _seen(self, review: Review, found: object) -> None:
        """Show it, unless the chronology has changed meanwhile: then another is on its way."""
        if isValid(self) and self._page is not None and review is self._bridge.review:
            begins = self._page.back.hasFocus()
            self._page.show_period(*cast("Looked", found))
            if begins:
                self._page.enter()

    # ---- in the report
    @Slot()
    def _put(self) -> None:
        """Draw the picture as the chronology stands, and put it into the report."""
        if self._page is not None:
            self._page.flush()
        review = self._bridge.review
        self._tasks.run(partial(_drawn, review), partial(self._keep, review), self._refused)

    def _keep(self, review: Review, made: object) -> None:
        from imr_desk.jobs.period_picture import keeping

        if not isValid(self) or review is not self._bridge.review:
            return
        document = self._bridge.session.new_id("document")
        if self._bridge.run(keeping(review, cast("Drawn", made), document)):
            announce(self._window, tr("The report shows the picture now."))

    def _refused(self, error: ImrDeskError) -> None:
        if isValid(self):
            self._window.desk.notices.tell("period", "bad", error.sentence, "")

    @Slot()
    def _take_out(self) -> None:
        from imr_desk.jobs.period_picture import taking_out

        if self._bridge.run(taking_out(self._bridge.review)):
            announce(self._window, tr("The report does not show the picture any more."))
            if self._page is not None:
                self._page.put.setFocus()


def _looked(review: Review) -> Looked:
    """The picture, its rows, and whether the one in the report shows the same; runs in the worker."""
    from imr_desk.jobs.period_picture import figures_digest
    from imr_desk.review.whole_period import whole_period
    from ui.widgets.period_rows import period_rows

    whole, about = whole_period(review), review.one("chronology_picture")
    rows = period_rows(whole, partial(_said, review)) if whole is not None else ()
    if not about.text("picture_sha256"):
        return whole, rows, None
    return whole, rows, whole is not None and figures_digest(whole) == about.text("drawn_from")


def _said(review: Review, entry_id: str) -> str:
    """What happened, in a few words."""
    entry = review.get(entry_id)
    words = " ".join((entry.text("event") if entry is not None else "").split())
    return words if len(words) <= SAID else f"{words[:SAID].rpartition(' ')[0]} …"


def _drawn(review: Review) -> Drawn:
    """The picture drawn; runs in the worker."""
    from imr_desk.jobs.period_picture import drawn_of

    return drawn_of(review)
