"""Backups while a review is open and when it is left: made in a worker, proved, and said in the foot of the window.

Some minutes after an edit; when the review locks or is closed, if it was edited since. The lock waits for nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from imr_desk.errors import ChangedMeanwhileError, DamagedFileError, ImrDeskError
from imr_desk.i18n import tr
from ui.ending import end
from ui.tasks import Tasks
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.jobs.backups import Backup
    from ui.ask import Question
    from ui.open_review import OpenReview
    from ui.program import Program
    from ui.restoring import Restoring
    from ui.tasks import Task

MINUTES = 5
"""How long after the first edit that is in no backup yet one is made."""
AGAIN_MINUTES = 1
"""How long it is waited where a backup could not be made."""
LONGEST_S = 15
"""How long closing waits for a backup before it asks."""
NOTICE, MENDED = "backup", "mended"
"""Keys of the notices over the page."""


class BackingUp(QObject):
    """One for the program. Without `by_itself` a backup is made only when the person asks for one."""

    made = Signal(object)
    """A Backup that was proved."""

    def __init__(self, program: Program, *, by_itself: bool = True) -> None:
        super().__init__(program)
        self._program = program
        self.by_itself = by_itself
        self.behind = False
        """Whether the review that is open was edited since its last backup."""
        self.failed = ""
        """Why there is no backup of what was edited last; nothing where there is one, or none was tried."""
        self._edits = 0
        self._failed_of: Path | None = None
        self._page: Restoring | None = None
        self.tasks = Tasks(self)  # of its own: the checks of a long review would have a backup wait for a minute
        self._running: Task | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._due)

    @property
    def place(self) -> Path | None:
        """The folder of choice for backups; None where they lie beside the review."""
        return self._program.kept.backup_folder()

    # ---- an open review
    def begin(self, review: OpenReview) -> None:
        """A review was opened: watch its edits, and say which backup it has."""
        self.behind, self._edits, self._page = False, 0, None
        self.timer.stop()
        review.bridge.changed.connect(self._edited)
        if review.bridge.session.file.mended:
            what = tr("The beginning of this file was damaged, and was put right with the help of a backup.")
            self._program.window.desk.notices.tell(MENDED, "good", what, tr("Nothing was lost."))
        if self._failed_of != review.bridge.session.path:
            self.failed = ""
        if self.failed:
            self._say_failed(self.failed)
            self._wait()
        from imr_desk.jobs.backups import looking

        self.tasks.run(looking(review.bridge.session), self._looked, self._refused)
        self.tasks.run(_newest(review.bridge.session.path, self.place), self._newest_told)

    @Slot(object)
    def _looked(self, damaged: object) -> None:
        """Every page was looked at when the review was opened: damage is told before it is met."""
        if damaged and self._program.review is not None:
            self._say_damaged(tr("A part of this review file is damaged. What is open here can still be read."))

    @Slot(object)
    def _newest_told(self, newest: object) -> None:
        if newest is not None and self._running is None and not self.failed:
            self._show(cast("Backup", newest))

    @Slot(object)
    def _edited(self, _changes: object) -> None:
        self.behind = True
        self._edits += 1
        self._wait()

    def _wait(self, minutes: int = MINUTES) -> None:
        if self.by_itself and not self.timer.isActive():
            self.timer.start(minutes * 60_000)

    @Slot()
    def _due(self) -> None:
        if self._program.review is not None and (self.behind or self.failed):
            self.start()

    # ---- making one
    @Slot()
    def back_up_now(self) -> None:
        """Save and make a backup because the person asks for it; how it went is said aloud too."""
        review = self._program.review
        if review is None or not review.save():
            return
        announce(self._program.window, tr("Making a backup …"))
        self.start(self._said_aloud)

    def start(self, then: Callable[[Backup], None] | None = None) -> Task | None:
        """Make a backup of the review as it is on disk, beside the window; None where none is open, or one is made."""
        return self._begun(then) if self._running is None else self._running

    def _begun(self, then: Callable[[Backup], None] | None = None) -> Task | None:
        """Make one of the review as it is now, after one that is being made."""
        review = self._program.review
        if review is None:
            return None
        from imr_desk.jobs.backups import job

        try:
            work = job(review.bridge.session, self.place)
        except ImrDeskError as error:
            self._refused(error)
            return None
        edits = self._edits

        def done(backup: object) -> None:
            self._done(cast("Backup", backup), edits)
            if then is not None:
                then(cast("Backup", backup))

        self.timer.stop()
        self._running = task = self.tasks.run(work, done, self._refused)
        task.finished.connect(self._finished)
        return task

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self._running:
            self._running = None

    def _done(self, backup: Backup, edits: int) -> None:
        """It was proved. What was edited while it was made is in none yet."""
        self.failed = ""
        if self._edits == edits:
            self.behind = False
        elif self._program.review is not None:
            self._wait()
        self._program.window.desk.notices.drop(NOTICE)
        self._show(backup)
        self.made.emit(backup)

    def _show(self, backup: Backup) -> None:
        words = proved_words(backup.at, dt.datetime.now())
        if self._program.review is not None:
            self._program.review.show_backup(words)
        else:
            self._program.front.say_backup(words)

    def _said_aloud(self, backup: Backup) -> None:
        announce(self._program.window, proved_words(backup.at, dt.datetime.now()))

    def _refused(self, error: ImrDeskError) -> None:
        if isinstance(error, ChangedMeanwhileError) and self._program.review is not None:
            self._wait(AGAIN_MINUTES)  # somebody types: nothing is wrong
            return
        self.failed, self._failed_of = error.sentence, self._program.path
        if self._program.review is None:
            self._program.front.say_backup(error.sentence, bad=True)
            return
        self._program.review.show_backup(tr("No backup of the last changes"))
        if isinstance(error, DamagedFileError):
            self._say_damaged(error.sentence)
            return
        self._say_failed(error.sentence)
        self._wait(AGAIN_MINUTES)

    def _say_damaged(self, sentence: str) -> None:
        """Trying again is of no use; a new file is."""
        review = self._program.review
        if review is not None:
            what, _, more = sentence.partition(". ")
            elsewhere = (tr("Save this review somewhere else …"), review.keeping_on.save_elsewhere)
            ways = (elsewhere, (tr("Show its backups"), self.show_page))
            self._program.window.desk.notices.tell(NOTICE, "bad", what, more, *ways)

    def _say_failed(self, sentence: str) -> None:
        what, _, more = sentence.partition(". ")
        ways = ((tr("Try again"), self.back_up_now), (tr("Another place …"), self.choose_place))
        self._program.window.desk.notices.tell(NOTICE, "bad", what, more, *ways)

    @Slot()
    def show_page(self) -> None:
        """Show which backups there are, and the way to restore one."""
        review = self._program.review
        if review is None:
            return
        if self._page is None or self._page.parent() is not review:
            from ui.restoring import Restoring

            self._page = Restoring(self._program, review)
        self._page.show()

    # ---- the place
    @Slot()
    def choose_place(self) -> bool:
        """Let the person choose a folder for backups, and make one there; whether one was chosen."""
        start = self.place or self._program.kept.folder(Path.home())
        folder = self._program.ask.folder(tr("A folder for backups"), start)
        if folder is None:
            return False
        self._program.kept.keep_backup_folder(folder)
        self.back_up_now()
        return True

    @Slot()
    def beside_again(self) -> None:
        """Keep backups beside the review again; those that lie elsewhere stay there."""
        self._program.kept.keep_backup_folder(None)
        self.back_up_now()

    # ---- leaving
    def leaving(self) -> None:
        """The review is about to be closed or locked: what is in no backup yet is copied once the file is closed."""
        self.timer.stop()
        if self.by_itself and (self.behind or self.failed):
            self._begun()
        self.behind = False

    def before_closing(self) -> bool:
        """Make a backup before the window closes, if there were edits; whether it may close.

        The window is painted meanwhile. Where there is no backup the person is asked: the review is still open.
        """
        if not self.by_itself or not (self.behind or self.failed):
            return True
        review = self._program.review
        if review is None or not review.save():
            return True  # what is not saved is asked about elsewhere
        announce(self._program.window, tr("Making a backup before closing …"))
        while self.behind or self.failed:
            self._wait_for(self._begun())
            if not self.behind and not self.failed:
                break
            answer = self._program.ask.question(self._question())
            if answer == "place":
                self._choose_for_closing()
            elif answer != "again":
                return answer == "leave"
        return True

    def _choose_for_closing(self) -> None:
        folder = self._program.ask.folder(tr("A folder for backups"), self.place or Path.home())
        if folder is not None:
            self._program.kept.keep_backup_folder(folder)

    def _wait_for(self, task: Task | None) -> None:
        """Wait until a backup is made, with the window alive but deaf, for `LONGEST_S` at most."""
        if task is None or self._running is None:
            return
        loop = QEventLoop(self)
        task.finished.connect(loop.quit)
        longest = QTimer(loop)
        longest.timeout.connect(loop.quit)
        longest.start(LONGEST_S * 1000)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        longest.stop()
        end(loop)

    def _question(self) -> Question:
        from ui.ask import Answer, Question

        reason = self.failed or tr("The backup is not finished yet. The review itself is saved.")
        what, _, more = reason.partition(". ")
        return Question(
            what,
            more,
            (
                Answer("keep", tr("Keep the review open")),
                Answer("again", tr("Try again")),
                Answer("place", tr("Choose another place …")),
                Answer("leave", tr("Close without a backup"), destructive=True),
            ),
            "keep",
        )


def proved_words(at: dt.datetime, now: dt.datetime) -> str:
    """What the foot says of the newest backup: its time where it is of today, else its day."""
    if at.date() == now.date():
        return tr("Backup proved {time}").format(time=f"{at:%H:%M}")
    from imr_desk.review.dates import day_in_words

    return tr("Backup proved {day}").format(day=day_in_words(at.date()))


def _newest(path: Path, place: Path | None) -> Callable[[], object]:
    """Work for a worker: a folder on another computer may let one wait."""

    def work() -> object:
        from imr_desk.jobs.backups import newest_of

        return newest_of(path, place)

    return work
