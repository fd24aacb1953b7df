"""Names replaced everywhere: where they stand is read in a worker, and the edit is made there too. One deed at a time.

The window goes on meanwhile. What is typed there waits for the end, and is kept after it with the names replaced in it.
How far it is stands over the page, where it takes longer than a moment, with a way to stop it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from imr_desk.i18n import tr
from ui.bridge import busy
from ui.courtesy import Courtesy
from ui.once import once
from ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.errors import ImrDeskError
    from imr_desk.names.guard import Guard
    from imr_desk.operations.resolving import Prepared, Resolution
    from imr_desk.review.review import Review
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.names_left_work import Reading
    from ui.page_host import PageHost

    Done = Callable[[Prepared], object]
    Refused = Callable[[ImrDeskError], object]

HOW_FAR = "replacing names"
"""Key of the notice over the page."""
LONG_MS, TOLD_MS = 500, 250
"""When it is first said that it takes longer, and how often then how far it is."""


class Replacing(QObject):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._pages = window, bridge, pages
        self._courtesy = Courtesy(self)
        self._tasks = Tasks(self)  # of its own: an answer is not to wait for checks
        self._reading: Reading | None = None
        self._done: Done | None = None
        self._refused: Refused | None = None
        self._tell = once(self, LONG_MS)
        self._tell.timeout.connect(self._say_how_far)

    @property
    def on(self) -> bool:
        """Whether names are being replaced."""
        return self._reading is not None

    def begin(self, names: tuple[Resolution, ...], done: Done, refused: Refused) -> None:
        """Replace names; in the end `done` is told what was changed, or `refused` why nothing was."""
        if self.on:
            refused(busy())
            return
        from ui.names_left_work import Reading

        self._reading = reading = Reading(self._courtesy.breathe, tr("The names are replaced in the whole review."))
        self._done, self._refused = done, refused
        self._tell.start(LONG_MS)
        session = self._bridge.session
        guard = self._bridge.judging()[0].guard
        work = partial(_prepared, session.review, guard, names, session.file.undo_forms(), reading)
        task = self._tasks.run(work, partial(self._write, reading), partial(self._ended, reading, None))
        task.broke.connect(self._forget)

    @Slot()
    def stop(self) -> None:
        """Leave everything as it was."""
        if self._reading is not None:
            self._reading.stop()

    def end(self) -> None:
        """Let go of it: the review is being closed, and what has been written is written."""
        self.stop()
        self._forget()
        self._tasks.wait()

    def _write(self, reading: Reading, made: object) -> None:
        """It is known what changes: have it written."""
        if reading is not self._reading:
            return
        from imr_desk.operations.resolving import ResolveNames

        prepared = cast("Prepared", made)
        self._pages.flush()  # what was typed meanwhile
        guard = self._bridge.judging()[0].guard
        operation = ResolveNames(prepared.resolutions, prepared, guard, reading)
        self._bridge.run_aside(operation, partial(self._ended, reading, prepared))

    def _ended(self, reading: Reading, prepared: Prepared | None, error: ImrDeskError | None) -> None:
        if reading is not self._reading:
            return
        done, refused = self._done, self._refused
        self._forget()
        if error is not None and refused is not None:
            refused(error)
        elif prepared is not None and done is not None:
            done(prepared)

    @Slot(object)
    def _forget(self, _error: object = None) -> None:
        self._tell.stop()
        self._reading = self._done = self._refused = None
        self._window.desk.notices.drop(HOW_FAR)

    @Slot()
    def _say_how_far(self) -> None:
        if (now := self._reading) is not None:
            self._window.desk.notices.tell_how_far(HOW_FAR, now.said, now.percent or 0, self.stop)
            self._tell.start(TOLD_MS)


def _prepared(
    review: Review, guard: Guard, names: tuple[Resolution, ...], forms: tuple[str, ...], step: Reading
) -> Prepared:
    """What the replacing of names will change; runs in the worker."""
    from imr_desk.operations.resolving import Prepared

    return Prepared(review, guard, names, forms, step)
