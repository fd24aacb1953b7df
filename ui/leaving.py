"""Leaving a review: the idle lock, the lock, putting a review away, and whether the window may close."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from imr_desk.errors import FileProblemError
from imr_desk.i18n import tr, trn
from imr_desk.quiet import overwrite_what_is_freed
from ui.clipping import clear_what_is_ours
from ui.widgets.announce import announce
from ui.windows import close_others

if TYPE_CHECKING:
    from imr_desk.session import Session
    from ui.ask import Question
    from ui.locking import IdleLock
    from ui.pages.sealed import SealedPage
    from ui.program import Program
    from ui.system_signals import SystemSignals

STAGES = 10
LAST_S = 60
"""How many seconds before the lock a screen reader says that it comes."""
AGAIN_MS = 200
"""How long it is waited for work that still holds a review that was closed."""


class Leaving(QObject):
    """One for the program. What is open is saved and closed here, and nowhere else."""

    def __init__(self, program: Program, app: QApplication, minutes: int | None = None) -> None:
        """`minutes` in the place of those that were chosen."""
        super().__init__(program)
        self._program, self._app = program, app
        self._minutes = program.kept.now.lock_minutes if minutes is None else minutes
        self._sealed: SealedPage | None = None
        self._signals: SystemSignals | None = None
        self.idle: IdleLock | None = None
        self._waits_for_copy = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._forget_rest)

    # ---- locking
    def count_down(self) -> None:
        """Lock by itself when nobody has been here for a time."""
        if self.idle is None:
            from ui.locking import IdleLock

            self.idle = IdleLock(self._minutes, parent=self)
            self.idle.due.connect(self.lock)
            self.idle.minutes_left.connect(self._show_minutes)
            self.idle.seconds_left.connect(self._show_seconds)
            self._app.focusWindowChanged.connect(self._watch)
            self._listen()
        self._watch(self._program.window.windowHandle())
        self.idle.start()

    def _listen(self) -> None:
        """Lock with the computer, and before it sleeps."""
        from ui.system_signals import SystemSignals

        self._signals = SystemSignals(self)
        self._signals.away.connect(self.lock)
        self._signals.begin(self._program.window)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        """Dialogs count as well as the window. Keys are seen here before a menu that is open takes them."""
        if self.idle is not None and window is not None:
            self.idle.watch(window)
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While a menu or a list is open no key of the window works but these: F12 veils, Ctrl+L locks.

        They are taken when Qt asks whether anybody wants them for a shortcut: a menu has them all swallowed then.
        """
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if self._program.review is None or QApplication.activePopupWidget() is None:
            return False
        veil = event.key() == Qt.Key.Key_F12
        lock = event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not (veil or lock):
            return False
        event.accept()  # or the veil that is there now would be lifted by the same press
        (self._program.veiling.begin if veil else self.lock)()
        return True

    @Slot(int)
    def _show_minutes(self, minutes: int) -> None:
        if self._program.review is not None:
            self._program.review.show_minutes(minutes)

    @Slot(int)
    def _show_seconds(self, seconds: int) -> None:
        review = self._program.review
        if review is None:
            return
        if seconds == LAST_S:
            announce(self._program.window, tr("In one minute the review is saved and locked."))
        review.show_minutes(1, seconds)

    @Slot()
    def lock(self) -> None:
        """Close whatever is open over the review, then save, clear the window and close the file. Nothing is asked."""
        if self._program.review is not None and self._sealed is None:
            self._program.ask.dismiss()
            close_others(self._program.window)
            QTimer.singleShot(0, self._lock_now)  # once what was waiting for an answer has its safe one

    @Slot()
    def _lock_now(self) -> None:
        program = self._program
        if program.review is None or self._sealed is not None:
            return
        close_others(program.window)
        if self.put_away():
            self._locked()
        else:
            self._seal()

    def _locked(self) -> None:
        program = self._program
        program.veiling.end()
        clear_what_is_ours()
        self._sealed = None
        if program.path is not None:
            program.front.unlock(program.path, locked=True)

    # ---- locked, and not saved
    @property
    def sealed(self) -> bool:
        """Whether the review is out of sight while something of it could not be saved yet."""
        return self._sealed is not None

    def _seal(self) -> None:
        """The disk refuses: nothing stays in sight, what was typed stays in memory, and saving goes on being tried."""
        from ui.pages.sealed import SealedPage

        program, review = self._program, self._program.review
        if review is None:
            return
        path = review.session().path
        self._sealed = page = SealedPage(path.name, str(path.absolute().parent), review.keeping_on.why)
        page.card.unlock_asked.connect(self._try_passphrase)
        review.keeping_on.kept.connect(self._saved_at_last)
        clear_what_is_ours()
        program.veiling.end()
        if self.idle is not None:
            self.idle.stop()
        program.window.show_front(page)
        page.setFocus()

    @Slot()
    def _saved_at_last(self) -> None:
        """The disk took everything after all: now it is a lock like any other."""
        if self._sealed is not None and self.put_away():
            self._locked()

    @Slot(str)
    def _try_passphrase(self, passphrase: str) -> None:
        review = self._program.review
        if self._sealed is not None and review is not None:
            self._sealed.card.set_busy(True)
            self._program.tasks.run(review.session().checking(passphrase), self._passphrase_tried)

    @Slot(object)
    def _passphrase_tried(self, right: object) -> None:
        page, program = self._sealed, self._program
        if page is None or program.review is None:
            return
        if not right:
            page.card.refuse(tr("That passphrase does not open this file. Check capitals and spaces."))
            return
        page.card.field.clear()
        self._sealed = None
        program.window.show_desk()
        program.window.focus_page()
        self.count_down()

    @Slot()
    def choose_minutes(self) -> None:
        """Ask after how long the review is to lock by itself, and remember that."""
        from ui.ask import Answer, Question
        from ui.settings import LOCK_MINUTES

        now = self._program.kept.now.lock_minutes
        answers = tuple(Answer(str(each), trn("{n} minute", "{n} minutes", each)) for each in LOCK_MINUTES)
        body = trn(
            "After {n} minute without a key or a click an open review is saved and locked. It is locked with the "
            "computer too.",
            "After {n} minutes without a key or a click an open review is saved and locked. It is locked with the "
            "computer too.",
            now,
        )
        chosen = int(
            self._program.ask.question(Question(tr("When does a review lock by itself?"), body, answers, str(now)))
        )
        self._program.kept.keep_lock_minutes(chosen)
        if self.idle is not None:
            self.idle.set_minutes(chosen)

    # ---- coming back
    def stage_in(self, session: Session) -> int:
        """The stage at which a review was left."""
        from imr_desk.jobs.left_at import read_left_at

        stage = read_left_at(session).stage
        return stage if 1 <= stage <= STAGES else 1

    def go_back(self) -> None:
        """Bring the person back to where the review was left."""
        review = self._program.review
        if review is not None:
            from imr_desk.jobs.left_at import LeftAt, keep_left_at, read_left_at
            from ui.returning import go_back

            where = read_left_at(review.session())
            if where != LeftAt():
                go_back(self._program.window, review.pages, where)
            if where.unkept and not review.session().read_only:
                with suppress(FileProblemError):  # what is put back twice is seen twice, and nothing is lost
                    keep_left_at(review.session(), replace(where, unkept=()))

    # ---- putting away
    def put_away(self) -> bool:
        """Save everything and close the review; False, with the reason in the window, where the disk refuses."""
        review = self._program.review
        if review is None:
            return True
        if not review.save() or not self._keep_place():
            if self.idle is not None:
                self.idle.start()
            return False
        self._forget()
        return True

    def _keep_place(self) -> bool:
        """Keep where the person is, and words that no field took; False where there are such and the disk refuses."""
        program, review = self._program, self._program.review
        if review is None or review.session().read_only:
            return True
        from imr_desk.jobs.left_at import keep_left_at
        from ui.returning import where_now

        focus = program.veiling.before if program.veiling.on else program.window.focusWidget()
        where = where_now(program.window, review.pages, focus)
        try:
            keep_left_at(review.session(), where)
        except FileProblemError as error:
            if where.unkept:
                review.bridge.failed.emit(error.sentence)
            return not where.unkept  # the place alone is no reason to stay open
        return True

    def _forget(self) -> None:
        """Close the review as it is on disk."""
        program = self._program
        if program.review is not None and program.path is not None:
            program.kept.closed(program.path, program.review.lines_of_history())
            program.backing_up.leaving()
            overwrite_what_is_freed(on=True)
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

        copying = self._program.backing_up.tasks.running > 0  # the backup of leaving reads the review once more
        if not (copying and self._waits_for_copy):
            forget_the_gone()
        self._waits_for_copy = copying
        if copying:
            overwrite_what_is_freed(on=True)
            self._rest.start(AGAIN_MS)

    # ---- closing
    def may_close(self) -> bool:
        """Whether the window may close: everything is on disk, or the person would rather lose what is not."""
        program, review = self._program, self._program.review
        program.kept.keep_place(program.window)
        if review is not None and not program.backing_up.before_closing():
            return False
        if review is None or program.review is None or self.put_away():
            return True
        answer = program.ask.question(self._leave_question())
        if answer == "elsewhere" and review.keeping_on.save_elsewhere():
            return self.put_away()
        if answer == "leave":
            self._forget()
        return answer == "leave"

    def _leave_question(self) -> Question:
        """What to do with words that the disk does not take."""
        from ui.ask import Answer, Question

        keep = Answer("keep", tr("Keep the review open"))
        elsewhere = Answer("elsewhere", tr("Save this review somewhere else …"))
        leave = Answer("leave", tr("Close without it"), destructive=True)
        return Question(
            tr("Not everything is saved"),
            tr(
                "What was typed last could not be put on disk; it is still here. What was saved before is safe. "
                "Closing now loses what was typed last."
            ),
            (keep, leave) if self.sealed else (keep, elsewhere, leave),
            "keep",
        )
