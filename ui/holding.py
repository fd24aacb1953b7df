"""Who may write in a review: another program that has it open, and a file that does not stand where it was opened.

A review that cannot be opened for writing is opened for reading, and the window says why; nobody is pushed out without
a question.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from imr_desk.errors import FileProblemError, HeldError, ReadOnlyPlaceError
from imr_desk.i18n import tr
from imr_desk.session import Session

if TYPE_CHECKING:
    from ui.ask import Ask
    from ui.program import Program

READING, FOLDER, CLOCK = "reading", "folder", "clock"
"""Keys of the notices over the page."""
LOOK_MS = 10_000
"""How often it is looked whether the file is still in its place; also when the window comes to the front."""


def opened(ask: Ask, path: Path, key: bytes, backups: Path | None = None) -> Session:
    """Open a review to write in it, or for reading where it cannot be; its `because` says why. Errors as of opening.

    `backups` is the folder of choice for them, if there is one.
    """
    try:
        return Session.open(path, raw_key=key, backups=backups)
    except HeldError as error:
        if error.may_be_taken and wants_it(ask, error):
            return Session.open(path, raw_key=key, take_over=True, backups=backups)
        return _for_reading(path, key, error, backups)
    except ReadOnlyPlaceError as error:
        return _for_reading(path, key, error, backups)


def _for_reading(path: Path, key: bytes, why: FileProblemError, backups: Path | None) -> Session:
    session = Session.open(path, raw_key=key, read_only=True, backups=backups)
    session.because = _reason(why)
    return session


def _reason(why: FileProblemError) -> str:
    return why.who if isinstance(why, HeldError) else why.sentence


def wants_it(ask: Ask, error: HeldError) -> bool:
    """Ask whether a review that may be open elsewhere is to be taken over; the safe answer is not to."""
    from ui.ask import Answer, Question

    body = tr(
        "{who} Take it over only if you know that nobody writes in it there: whoever does cannot save in it any more, "
        "and has to save somewhere else. The history will say that it was taken over."
    ).format(who=error.who)
    answers = (
        Answer("read", tr("Open for reading only")),
        Answer("take", tr("Take it over"), destructive=True),
    )
    return ask.question(Question(tr("It may still be open elsewhere"), body, answers, "read")) == "take"


class Holding(QObject):
    """One for the program. Says over the page that the review is open for reading only, and looks after its place."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._trouble = self._clock = ""
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    def begin(self) -> None:
        """To be called when a review was painted for the first time."""
        application = QGuiApplication.instance()
        if not self.timer.isActive() and isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._come_back)
            self.timer.start()
        self._trouble = ""
        self._clock = ""
        self._say_reading()
        self._say_folder()
        self._say_clock()

    def _say_folder(self) -> None:
        """Say once of each folder that what lies in it is copied."""
        from imr_desk.jobs.folder_told import word_on_folder

        review = self._program.review
        words = word_on_folder(review.session()) if review is not None else ""
        if words:
            what, _, more = words.partition(". ")
            self._program.window.desk.notices.tell(FOLDER, "accent", f"{what}.", more)

    def _say_clock(self) -> None:
        """Say that the clock is behind the history, and take that back when it was set right."""
        from imr_desk.jobs.clock_told import word_on_clock

        review, notices = self._program.review, self._program.window.desk.notices
        if review is None:
            return
        before = self._clock
        try:
            words = word_on_clock(review.session())
        except FileProblemError:  # a drive that is gone; that is said with the next edit
            return
        self._clock = words and "behind"
        if words and not before:
            what, _, more = words.partition(": ")
            notices.tell(CLOCK, "wait", f"{what}.", f"{more[:1].upper()}{more[1:]}")
        elif before and not words:
            notices.drop(CLOCK)

    # ---- for reading only
    def _say_reading(self) -> None:
        review = self._program.review
        if review is not None and review.session().read_only:
            why = review.session().because or tr("It was opened so.")
            why = f"{why} {tr('You see it as it was saved when you opened it; you can check and export that.')}"
            way = (tr("Try again for writing"), self.try_again)
            self._program.window.desk.notices.tell(READING, "wait", tr("Open for reading only"), why, way, closes=False)

    @Slot()
    def try_again(self) -> bool:
        """Open the review for writing, if that can be done now; whether it is."""
        review = self._program.review
        if review is None or not review.session().read_only:
            return False
        before = review.session()
        try:
            session = self._opened_again(before)
        except FileProblemError as error:
            before.because = _reason(error)
            self._say_reading()
            return False
        if self._program.review is not review:  # locked while it was asked
            session.close()
            return False
        self._program.open_session(session, review.pages.stage)
        from ui.widgets.announce import announce

        announce(self._program.window, tr("You can write in it now."))
        return True

    def _opened_again(self, before: Session) -> Session:
        try:
            return before.open_again()
        except HeldError as error:
            if error.may_be_taken and wants_it(self._program.ask, error):
                return before.open_again(take_over=True)
            raise

    # ---- the place of the file
    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    @Slot()
    def look(self) -> None:
        """Say at once where the file was taken away or replaced, and take that back when it is in its place again."""
        review = self._program.review
        if review is None or review.bridge.writing:
            return
        if review.bridge.trouble == self._trouble:
            self._say_clock()
            return
        self._trouble = review.bridge.trouble
        if review.bridge.retry() and not self._trouble:
            review.bridge.saved.emit()
