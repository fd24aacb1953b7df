"""The program as a whole: one window, and in it the first page, an unlock page, or an open review."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from imr_desk.i18n import tr
from ui import starting
from ui.discreet import Discreet
from ui.holding import Holding
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.painted import FirstPaint
from ui.remembering import Remembering
from ui.theme import ThemeKeeper
from ui.veiling import Veiling

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.session import Session
    from ui.ask import Ask
    from ui.backing_up import BackingUp
    from ui.front import Front
    from ui.open_review import OpenReview
    from ui.recovering import Recovering
    from ui.tasks import Tasks


class Program(QObject):
    """Opens, locks and closes reviews in one window. Tests hand in their own `ask`."""

    def __init__(self, app: QApplication, ask: Ask | None = None, minutes: int | None = None) -> None:
        super().__init__(app)
        self.kept = Remembering(self)
        self.theme = ThemeKeeper(app, self.kept.theme_choice(), self.kept.now.scale)
        self.theme.refresh()
        self.window = MainWindow(self.kept.wishes())
        self.discreet = Discreet(self.window)
        self.kept.place(self.window)
        self.leaving = Leaving(self, app, minutes)
        self.window.before_closing = self.leaving.may_close
        self.review: OpenReview | None = None
        self.path: Path | None = None
        self._ask: Ask | None = ask
        self._front: Front | None = None
        self._recovering: Recovering | None = None
        self._tasks: Tasks | None = None
        self._backing_up: BackingUp | None = None
        self._first: Place | None = None
        self.veiling = Veiling(self)
        self.holding = Holding(self)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.sides_shut.connect(self.kept.keep_sides)
        window.review_dropped.connect(self.open_file)
        self.theme.changed.connect(self._keep_look)
        self.kept.trouble.connect(partial(window.desk.notices.tell, "settings", "wait"))
        window.stage_chosen.connect(self._show_stage)
        window.lock_asked.connect(self.leaving.lock)
        window.undo_asked.connect(self._undo)
        window.redo_asked.connect(self._redo)
        window.search_asked.connect(self._search)
        window.names_asked.connect(self._go_to_name)
        window.go_to.connect(self._go_to_check)
        window.exempt_asked.connect(self._exempt)
        window.take_back_asked.connect(self._take_back)
        window.desk.header.search.entered.connect(self._enter_search)

    # ---- what is made when it is first needed
    @property
    def ask(self) -> Ask:
        """Whoever puts questions to the person."""
        if self._ask is None:
            from ui.dialogs.qt_ask import QtAsk

            self._ask = QtAsk(self.window, self.veiling.begin, self.leaving.lock)
        return self._ask

    @property
    def tasks(self) -> Tasks:
        """The one queue of slow work."""
        if self._tasks is None:
            from ui.tasks import Tasks

            self._tasks = Tasks(self)
        return self._tasks

    @property
    def backing_up(self) -> BackingUp:
        """What makes backups."""
        if self._backing_up is None:
            from ui.backing_up import BackingUp

            self._backing_up = BackingUp(self)
        return self._backing_up

    @property
    def recovering(self) -> Recovering:
        """Recovery keys, and another passphrase."""
        if self._recovering is None:
            from ui.recovering import Recovering

            self._recovering = Recovering(self)
        return self._recovering

    @property
    def front(self) -> Front:
        """What stands alone in the window while no review is open."""
        if self._front is None:
            from ui.front import Front

            self._front = Front(self.window, self.ask, self.tasks, self.kept, self)
            self._front.opened.connect(self.open_session)
            self._front.begun.connect(self.recovering.offer)
            self._front.forgotten.connect(self.recovering.forgot)
        return self._front

    # ---- opening
    def begin(self, path: Path | None) -> None:
        """Show the first page, or ask for the passphrase of a review."""
        if path is None:
            self.front.welcome()
        else:
            self.front.unlock(path)
        self.window.show()
        FirstPaint(self.window, starting.done, self)

    @Slot(object)
    def open_session(self, session: Session, stage: int = 0) -> None:
        """Show an open review, at the stage it was left at."""
        from ui.open_review import OpenReview

        if not self.leaving.put_away():  # one that stayed open while another was begun, and cannot be saved now
            session.close()
            self.window.show_desk()
            return
        self.path = session.path
        self.review = OpenReview(self.window, session, self)
        self.review.show(stage or self.leaving.stage_in(session))
        self.window.show()
        FirstPaint(self.window, self._after_paint, self)

    def open_begun(self, session: Session, first: Place | None) -> None:
        """Show a review that was just begun, at the first thing that is asked for."""
        self._first = first
        self.open_session(session, 1)

    @Slot()
    def _after_paint(self) -> None:
        """Begin what need not be there when the review is first seen."""
        starting.done()
        if self.window.actions_shown is None:
            from ui.menus import handlers, show_recent, show_theme

            self.window.set_actions(handlers(self))
            show_theme(self)
            show_recent(self)
        if self.review is not None:
            self.review.begin(self.kept.opened(self.review.bridge.session.path))
            self.leaving.count_down()
            self.backing_up.begin(self.review)
            self.recovering.remind()
            self.holding.begin()
            if self._first is not None:
                self.review.pages.go_to(self._first)
            else:
                self.leaving.go_back()
        self._first = None

    def moved(self, path: Path) -> None:
        """The review that is open goes on in another file."""
        self.path = path
        self.kept.opened(path)
        if self.review is not None:
            self.review.renamed(path)

    # ---- locking and closing
    @Slot()
    def lock(self) -> None:
        """Save, clear the window and close the file; nothing is asked."""
        self.leaving.lock()

    @Slot()
    def close_review(self) -> None:
        """Save and close the review, and show the first page."""
        if self.backing_up.before_closing() and self.leaving.put_away():
            self.front.welcome()

    @Slot()
    def open_another(self) -> None:
        """Let the person choose another review; this one is saved and closed first."""
        from ui.front import review_files

        path = self.ask.open_file(tr("Open a review"), review_files(), self.kept.folder(Path.home()))
        if path is not None and self.leaving.put_away():
            self.kept.chose_in(path.parent)
            self.front.unlock(path)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a file that was dropped on the window; the review that is open is saved and closed first."""
        same = self.review is not None and self.path is not None and self.path.absolute() == path.absolute()
        if not same and not self.veiling.on and self.leaving.put_away():
            self.front.unlock(path)

    @Slot()
    def begin_review(self) -> None:
        """Ask for what a new review needs; the one that is open stays open until the new one is there."""
        if self.review is None or self.review.save():
            self.front.begin_review()

    def end(self) -> None:
        """Wait for slow work before the program ends."""
        if self._tasks is not None:
            self._tasks.wait()
        if self._backing_up is not None:
            self._backing_up.tasks.wait()

    @Slot()
    def _keep_look(self) -> None:
        self.kept.keep_look(self.theme)

    # ---- what the window and the menus ask for
    @Slot(int)
    def _show_stage(self, stage: int) -> None:
        if self.review is not None:
            self.review.pages.show(stage)

    @Slot()
    def _undo(self) -> None:
        if self.review is not None:
            self.review.pages.turn(back=True)

    @Slot()
    def _redo(self) -> None:
        if self.review is not None:
            self.review.pages.turn(back=False)

    @Slot(str)
    def _search(self, words: str) -> None:
        if self.review is not None:
            self.review.search.ask(words)

    @Slot()
    def _enter_search(self) -> None:
        if self.review is not None:
            self.review.search.enter()

    @Slot(str)
    def _go_to_check(self, check: str) -> None:
        if self.review is not None:
            self.review.go_to_check(check)

    @Slot(str, str)
    def _exempt(self, requirement: str, reason: str) -> None:
        if self.review is not None:
            self.review.exempt(requirement, reason)

    @Slot(str)
    def _take_back(self, requirement: str) -> None:
        if self.review is not None:
            self.review.take_back(requirement)

    @Slot()
    def save_now(self) -> None:
        """Keep everything that is typed, and say so."""
        if self.review is not None and self.review.save():
            from ui.widgets.announce import announce

            announce(self.window, self.review.bridge.saved_words())

    def new_entry(self) -> None:
        """Begin a new entry of the chronology."""
        if self.review is not None:
            self.review.pages.new_entry()

    def link_evidence(self) -> None:
        """Go from the paragraph that is being written to its evidence, or back."""
        if self.review is not None:
            self.review.pages.link_evidence()

    def step_missing(self, by: int) -> None:
        """Go to the next missing thing, or the one before."""
        if self.review is not None:
            self.review.next_missing(by)

    def step_name(self, by: int) -> None:
        """Go to the next name to resolve, or the one before."""
        if self.review is not None:
            self.review.next_name(by)

    def show_names(self) -> None:
        """Show the page of staff names."""
        if self.review is not None:
            self.review.registering.show_names()

    def show_identities(self) -> None:
        """Show the private page of real names."""
        if self.review is not None:
            self.review.registering.show_identities()

    def replace_name(self) -> None:
        """Replace the name at the caret with its job title."""
        if self.review is not None:
            self.review.naming.replace_at_caret()

    @Slot()
    def _go_to_name(self) -> None:
        self.step_name(1)

    def tell_fault(self, what: str, more: str) -> None:
        """Say that the program met a fault of its own."""
        self.window.desk.notices.tell("fault", "bad", what, more)
