"""A page that lies over the page of a stage: the way back from it, and what it has a worker read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from ui.courtesy import Courtesy
from ui.names_left_work import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from imr_desk.errors import ImrDeskError
    from ui.main_window import MainWindow
    from ui.open_review import OpenReview
    from ui.page_host import PageHost
    from ui.program import Program

LOOK_MS = 80
"""How often the page is told how far the worker is."""


class OverStage(QObject):
    """Whoever shows such a page."""

    def __init__(self, window: MainWindow, pages: PageHost, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._pages = window, pages

    @Slot()
    def _leave(self) -> None:
        """Go back to the page of the stage."""
        self._pages.show(self._pages.stage)
        self._window.focus_page()

    def _in_sight(self, page: QWidget | None) -> bool:
        """Whether it is this page that is in sight."""
        return page is not None and self._pages.page is page


class ReadingOver(OverStage):
    """Whoever has the review read for such a page. Only the piece of work that was begun last is told of."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(program.window, review.pages, review)
        self._program, self._review = program, review
        self._progress: Callable[[str, int], object] | None = None
        """Where the page shows what is done, in a sentence, and how much of it in per cent; None without a page."""
        self._courtesy = Courtesy(self)
        self._work = Reading(self._courtesy.breathe)
        self._far = QTimer(self)
        self._far.setInterval(LOOK_MS)
        self._far.timeout.connect(self._tell_far)

    @Slot(object)
    def _go(self, place: tuple[str, str, str]) -> None:
        """Go to a place of the review: kind, record and field."""
        from imr_desk.guidance.facts import Place

        self._review.pages.go_to(Place(*place, ""))

    def _begin(self, work: Callable[[Reading], object], said: str, done: Callable[[object], object]) -> None:
        """Have a worker do something, and leave what another was at. `said` is what it does, in a sentence."""
        self._work.stop()
        self._work = reading = Reading(self._courtesy.breathe, said)
        self._far.start()
        task = self._program.tasks.run(
            partial(work, reading), partial(self._done, reading, done), partial(self._refused, reading)
        )
        task.broke.connect(partial(self._broke, reading))

    def _done(self, reading: Reading, done: Callable[[object], object], result: object) -> None:
        if isValid(self) and reading is self._work:
            self._over()
            done(result)

    def _refused(self, reading: Reading, error: ImrDeskError) -> None:
        if isValid(self) and reading is self._work:
            self._over()
            self._say_refused(error)

    def _say_refused(self, error: ImrDeskError) -> None:
        """Say on the page, or over it, why there is nothing."""
        raise NotImplementedError

    def _broke(self, reading: Reading, _error: object) -> None:
        if isValid(self) and reading is self._work:
            self._over()

    def _over(self) -> None:
        self._far.stop()
        if self._progress is not None:
            self._progress("", 0)

    @Slot()
    def _tell_far(self) -> None:
        if self._progress is not None and self._work.percent is not None:
            self._progress(self._work.said, self._work.percent)

    @Slot()
    def _stop(self) -> None:
        self._work.stop()
