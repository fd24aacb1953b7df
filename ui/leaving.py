"""Leaving a review: the idle lock, the lock, putting a review away, and whether the window may close."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from imr_desk.i18n import tr

if TYPE_CHECKING:
    from ui.locking import IdleLock
    from ui.program import Program

IDLE_MINUTES = 10
"""After so long without a key or a click the review locks."""
AGAIN_MS = 200
"""How long it is waited for work that still holds a review that was closed."""


class Leaving(QObject):
    """One for the program. What is open is saved and closed here, and nowhere else."""

    def __init__(self, program: Program, app: QApplication, minutes: int) -> None:
        super().__init__(program)
        self._program, self._app, self._minutes = program, app, minutes
        self._stages: dict[Path, int] = {}
        self.idle: IdleLock | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._forget_rest)

    def stage_of(self, path: Path) -> int:
        """The stage at which a review was left, as long as the program runs; else the first."""
        return self._stages.get(path, 1)

    # ---- locking
    def count_down(self) -> None:
        """Lock by itself when nobody has been here for a time."""
        if self.idle is None:
            from ui.locking import IdleLock

            self.idle = IdleLock(self._minutes, parent=self)
            self.idle.due.connect(self.lock)
            self.idle.minutes_left.connect(self._show_minutes)
            self._app.focusWindowChanged.connect(self._watch)
        self._watch(self._program.window.windowHandle())
        self.idle.start()

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        """Dialogs count as well as the window."""
        if self.idle is not None and window is not None:
            self.idle.watch(window)

    @Slot(int)
    def _show_minutes(self, minutes: int) -> None:
        if self._program.review is not None:
            self._program.review.show_minutes(minutes)

    @Slot()
    def lock(self) -> None:
        """Close whatever is being asked, then save, clear the window and close the file, once the dialogs are gone."""
        if self._program.review is not None:
            self._program.ask.dismiss()
            QTimer.singleShot(0, self._lock_now)

    @Slot()
    def _lock_now(self) -> None:
        program = self._program
        if self.put_away() and program.path is not None:
            program.veiling.end()
            program.front.unlock(program.path, locked=True)

    # ---- putting away
    def put_away(self) -> bool:
        """Save everything and close the review; False, with the reason in the window, where the disk refuses."""
        review = self._program.review
        if review is None:
            return True
        if not review.save():
            if self.idle is not None:
                self.idle.start()
            return False
        self._forget()
        return True

    def _forget(self) -> None:
        """Close the review as it is on disk."""
        program = self._program
        if program.review is not None and program.path is not None:
            self._stages[program.path] = program.review.pages.stage
            program.kept.closed(program.path, program.review.lines_of_history())
            program.review.close()
            program.review = None
            self._rest.start(0)
        if self.idle is not None:
            self.idle.stop()

    @property
    def forgetting(self) -> bool:
        """Whether something of a review that was closed is still to be forgotten."""
        return self._rest.isActive()

    @Slot()
    def _forget_rest(self) -> None:
        """Once the pages are gone and no work holds the review any more, forget what is left of it in memory."""
        if self._program.tasks.running:
            self._rest.start(AGAIN_MS)
            return
        from ui.forgetting import forget_the_gone

        forget_the_gone()

    # ---- closing
    def may_close(self) -> bool:
        """Whether the window may close: everything is on disk, or the person would rather lose what is not."""
        program = self._program
        program.kept.keep_place(program.window)
        if program.review is None or program.review.save():
            self._forget()
            return True
        from ui.ask import Answer, Question

        answer = program.ask.question(
            Question(
                tr("Not everything is saved"),
                tr("What was typed last could not be put on disk. What was saved before is safe."),
                (Answer("keep", tr("Keep the review open")), Answer("leave", tr("Close without it"), destructive=True)),
                "keep",
            )
        )
        if answer == "leave":
            self._forget()
        return answer == "leave"
