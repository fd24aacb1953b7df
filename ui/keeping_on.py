"""When an edit could not be put on disk: it is tried again by itself, and another place is offered.

Nothing that was typed is given up: it stands in its field and waits in order (`Bridge`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from ui.ask import FileKind
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.open_review import OpenReview
    from ui.program import Program
    from ui.widgets.notice_strip import Way

WAITS_S = (2, 4, 8, 15, 30, 60)
"""How long it is waited before each try; after the last of them always as long as then."""
SAVED_AGAIN, ELSEWHERE = "saved again", "elsewhere"
"""Keys of the notices over the page."""


class KeepingOn(QObject):
    """One for an open review."""

    kept = Signal()
    """Everything is on disk again."""

    def __init__(self, review: OpenReview, program: Program) -> None:
        super().__init__(review)
        self._review, self._program = review, program
        self._tries = 0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.again)
        self.why = ""
        """Why the last try failed, in a sentence; nothing while everything is on disk."""
        review.bridge.failed.connect(self._failed)
        review.bridge.saved.connect(self._saved)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.why = sentence
        self._review.window.desk.notices.drop(SAVED_AGAIN)
        if not self.timer.isActive():
            self.timer.start(1000 * WAITS_S[min(self._tries, len(WAITS_S) - 1)])
            self._tries += 1

    @Slot()
    def again(self) -> None:
        """Try now; if the disk refuses once more, a little later again."""
        if self._review.bridge.retry():
            self._look()

    @Slot()
    def _saved(self) -> None:
        """An edit went through. If others had to wait, say so once all are on disk: they go in order."""
        if self.why:
            QTimer.singleShot(0, self._look)

    @Slot()
    def _look(self) -> None:
        if not self.why or self._review.bridge.waiting:
            return
        self.why, self._tries = "", 0
        self.timer.stop()
        said = tr("Saved again at {time}. Nothing was lost.").format(time=f"{self._review.session().clock():%H:%M}")
        self._review.window.desk.notices.tell(SAVED_AGAIN, "good", said)
        self.kept.emit()

    # ---- another place
    @Slot()
    def save_elsewhere(self) -> bool:
        """Let the person choose another place, write everything there and go on there; whether all is on disk then."""
        session = self._review.session()
        before = session.path
        kinds = (FileKind(tr("Review files"), (".imr",)),)
        suggested = Path.home() / tr("{name} saved elsewhere.imr").format(name=before.stem)
        path = self._program.ask.save_file(tr("Save this review somewhere else"), kinds, suggested)
        if path is None or self._program.review is not self._review:  # locked meanwhile
            return False
        try:
            missing = session.save_elsewhere(path)
        except ImrDeskError as error:
            what, _, more = error.sentence.partition(". ")
            again = (tr("Choose another place …"), self.save_elsewhere)
            self._review.window.desk.notices.tell(ELSEWHERE, "bad", what, more, again)
            return False
        self._program.moved(path)
        done = self._review.save()
        if done:
            self._tell_where(before, path, missing)
        return done

    def _tell_where(self, before: Path, path: Path, missing: str) -> None:
        """Say where it is now, and what could not be brought there."""
        notices = self._review.window.desk.notices
        notices.drop(SAVED_AGAIN)
        more = tr("You go on writing in that file. ‘{before}’ stays as it was saved last, in {folder}.")
        words = missing or more.format(before=before.name, folder=before.absolute().parent)
        notices.tell(
            ELSEWHERE,
            "wait" if missing else "good",
            tr("This review is now in ‘{name}’.").format(name=path.name),
            words,
        )

    def ways(self) -> tuple[Way, ...]:
        """What can be done while something is not on disk: the words of a button, and what it does."""
        return (
            (tr("Try again"), self._try_at_once),
            (tr("Save this review somewhere else …"), self.save_elsewhere),
        )

    def _try_at_once(self) -> None:
        if not self._review.save():
            announce(self._review.window, tr("Still not saved. Your words are still here."), at_once=True)
