"""One open review in the window: its pages, what the guidance says of it, what the window shows round them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Slot

from imr_desk.errors import BadInputError, FileProblemError
from imr_desk.i18n import tr
from ui.outside_names import OutsideNames
from ui.review_parts import ReviewParts
from ui.shell_state import FootState
from ui.state import Steps, shell_state
from ui.stepping import Stepper
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from pathlib import Path

    from imr_desk.review.record import Record
    from imr_desk.session import Session
    from ui.advice import Advice, Adviser
    from ui.bridge import Bridge
    from ui.loading_ahead import LoadingAhead
    from ui.main_window import MainWindow
    from ui.making_ahead import MakingAhead
    from ui.pages.page import Page
    from ui.pages.sign_off import SignOffPage
    from ui.program import Program
CHRONOLOGY, SIGN_OFF = 4, 9
NOT_SAVED, REFUSED, NOTED, SINCE = "not saved", "refused", "noted", "since"
"""Keys of the notices over the page."""


class OpenReview(ReviewParts):
    """Made when a review is opened, gone when it is closed or locked."""

    def __init__(self, window: MainWindow, session: Session, program: Program) -> None:
        super().__init__(window, session, program)
        self._since: tuple[str, str] | None = None
        self.outside = OutsideNames(program, self)
        self._adviser: Adviser | None = None
        self._ahead: LoadingAhead | None = None
        self._making: MakingAhead | None = None
        self.advice: Advice | None = None
        self._foot = FootState(saved=self.bridge.saved_words() if session.read_only else tr("Everything is saved"))
        self._steps = Steps()
        self._missing = Stepper()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def renamed(self, _path: Path) -> None:
        """The review goes on in another file."""
        self._soon.start()

    def _connect(self) -> None:
        bridge = self.bridge
        bridge.changed.connect(self._changed)
        bridge.failed.connect(self._failed)
        bridge.saved.connect(self._saved)
        bridge.notes.connect(self._noted)
        self.window.report_dropped.connect(self.check_file)
        self.pages.shown.connect(self._soon.start)
        self.pages.unanswered.connect(self._refused)
        self.pages.made.connect(self._made)

    @Slot(object)
    def _made(self, page: Page) -> None:
        """A page was made: tell it the time and how the checks stand, and give it what does its jobs."""
        from ui.equipping import equip

        page.clock = self.session().clock
        if self.advice is not None:
            page.show_results(self.advice.results)
        equip(page, self, self._program)

    def session(self) -> Session:
        """The open session, for the jobs that need more of it than edits."""
        return self.bridge.session

    def show(self, stage: int) -> None:
        """Show the review for the first time, at a stage."""
        self.pages.show(stage)
        self.refresh()
        self.window.show_desk()
        self.pages.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, seen: int = 0) -> None:
        """Begin what is slow: the checks, and finding the first control of the page, which gets the keyboard.

        To be called when the review was painted. `seen` is how many lines the history had when this program closed the
        file; 0 where that is not known.
        """
        from ui.advice import Adviser
        from ui.loading_ahead import LoadingAhead
        from ui.making_ahead import MakingAhead

        self.listen()
        self.outside.begin()
        self.keeping_on.kept.connect(self._saved)
        self._steps = steps_of(self.bridge)
        self._adviser = Adviser(self.bridge, self._program.tasks, self)
        self._adviser.ready.connect(self.naming.begin)
        self._ahead, self._making = LoadingAhead(self), MakingAhead(self.pages, self)
        self._ahead.done.connect(self._making.begin)
        self._adviser.ready.connect(self._ahead.begin)
        self._adviser.advised.connect(self._advised)
        self._adviser.look()
        self._soon.start()
        self._say_since(seen)
        if self.pages.page.hasFocus():  # the person has not gone elsewhere meanwhile
            self.window.focus_page()

    def _say_since(self, seen: int) -> None:
        """Say over the first page what was done last, and what has come about since."""
        from imr_desk.jobs.last_visit import last_visit

        visit = last_visit(self.bridge.session, seen)
        if visit is None:
            return
        from ui.since_words import since_words

        last = visit.then.last
        record = self.bridge.review.get(last[1]) if last else None
        ways = ((tr("Go where you were"), partial(self._go_back_to, record)),) if record is not None else ()
        self._since = since_words(visit, self.bridge.review)
        self.window.desk.notices.tell(SINCE, "accent", *self._since, *ways)

    def _say_what_is_next(self, advice: Advice) -> None:
        """Once the checks have looked: what is missing now, after what was done last."""
        since, self._since = self._since, None
        notice = self.window.desk.notices.notice(SINCE)
        if since is not None and notice is not None:
            from ui.asked import missing_places
            from ui.since_words import next_words

            heading, more = since
            notice.say(heading, " ".join(part for part in (more, next_words(len(missing_places(advice)))) if part))

    def _go_back_to(self, record: Record) -> None:
        from ui.searching import place_of_record

        self.window.desk.notices.drop(SINCE)
        self.pages.go_to(place_of_record(record))

    def lines_of_history(self) -> int:
        """How many lines the history has now; 0 where the file cannot be read any more, as on a drive that is gone."""
        try:
            newest = self.bridge.session.past(most=1)
        except FileProblemError:
            return 0
        return newest[0].number if newest else 0

    # ---- what is shown round the page
    @Slot()
    def refresh(self) -> None:
        """Show the state of things round the page."""
        self._soon.stop()
        if self.window.actions_shown is not None:
            from ui.inserting import MOVES

            for action in MOVES:
                self.window.actions_shown.enable(action, self.pages.stage == CHRONOLOGY)
        self.window.show_state(
            shell_state(self.bridge.review, self.pages.stage, self.advice, self._foot, self._steps, self.outside)
        )

    def show_minutes(self, minutes: int, seconds: int | None = None) -> None:
        """Say when the review locks: in so many minutes, in the last one in so many seconds."""
        self._foot = self._foot._replace(locks_in=minutes, locks_in_s=seconds)
        self._soon.start()

    def show_backup(self, words: str) -> None:
        """Say in the foot how the newest backup stands."""
        self._foot = self._foot._replace(backup=words)
        self._soon.start()

    @Slot(object)
    def _changed(self, _changes: object) -> None:
        self._steps = steps_of(self.bridge)
        self.window.enable_steps(undo=self._steps.can_undo, redo=self._steps.can_redo)
        if self._adviser is not None:
            self._adviser.look()
        self._soon.start()

    @Slot(object)
    def _advised(self, advice: Advice) -> None:
        self.advice = advice
        self._say_what_is_next(advice)
        self._foot = self._foot._replace(names_to_resolve=advice.names.count)
        self.pages.show_results(advice.results)
        self._soon.start()

    # ---- saving
    @Slot()
    def _saved(self) -> None:
        self._foot = self._foot._replace(saved=self.bridge.saved_words(), not_saved="")
        for key in (NOT_SAVED, REFUSED):
            self.window.desk.notices.drop(key)
        self._soon.start()

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        """The foot says it, and has it read out; the notice says all of it and what can be done."""
        what, _, more = sentence.partition(". ")
        said = what.rstrip(".")
        if not said.startswith(tr("Not saved")):
            said = tr("Not saved: {reason}").format(reason=said)
        self._foot = self._foot._replace(not_saved=said)
        ways = self.keeping_on.ways()
        self.window.desk.notices.tell(NOT_SAVED, "bad", what, more, *ways, closes=False, speak=False)
        self._soon.start()

    @Slot(str)
    def _refused(self, sentence: str) -> None:
        """The review does not take an edit, and no field could say so."""
        what, _, more = sentence.partition(". ")
        self.window.desk.notices.tell(REFUSED, "bad", what, more)

    @Slot(tuple)
    def _noted(self, notes: tuple[str, ...]) -> None:
        what = tr("Something was changed in what came in.")
        self.window.desk.notices.tell(NOTED, "accent", what, " ".join(dict.fromkeys(notes)))

    def save(self) -> bool:
        """Keep everything that is typed; whether all of it is on disk."""
        self.pages.flush()
        done = self.bridge.settled()
        if done:
            self._saved()
        return done

    # ---- what does not apply
    @Slot(str, str)
    def exempt(self, requirement: str, reason: str) -> None:
        """Keep the reason why a requirement does not apply, dated today."""
        from imr_desk.operations.exempting import KIND, Exempt

        today = self.session().clock().date().isoformat()
        if self.bridge.run(Exempt(self.session().new_id(KIND), requirement, reason, today)):
            announce(self.window, tr("Kept. It stands under ‘Does not apply’, and can be taken back there."))

    @Slot(str)
    def take_back(self, requirement: str) -> None:
        """Let a requirement apply again: its reason goes to the bin."""
        from imr_desk.guidance.asked import exemption_of
        from imr_desk.operations.general import Delete

        record = exemption_of(self.bridge.review, requirement)
        if record is not None and self.bridge.run(Delete(record.kind, record.id)):
            announce(self.window, tr("Taken back. It is asked for again."))

    # ---- going to places
    def go_to_check(self, check: str) -> None:
        """Go to the place a line of the panel leads to."""
        from ui.asked import place_of, stage_of

        place = place_of(self.advice, check) if self.advice is not None else None
        if place is not None:
            self.pages.go_to(place, stage_of(check))

    def next_missing(self, by: int) -> None:
        """Go to the next missing thing, or the one before, and say what is missing there."""
        if self.advice is not None:
            from ui.asked import missing_places

            place = self._missing.next(missing_places(self.advice), by)
            if place is not None:
                self.pages.go_to(place)
            announce(self.window, place.words if place is not None else tr("Nothing is missing."))

    def next_name(self, by: int = 1) -> None:
        """Go to the next name that is still to be dealt with, or the one before."""
        self.naming.step(by, self.advice)

    # ---- the sign-off
    def sign_off(self) -> SignOffPage:
        """Bring the sign-off in sight."""
        self.pages.show(SIGN_OFF)
        return cast("SignOffPage", self.pages.page)

    @Slot(object)
    def check_file(self, path: Path) -> None:
        """Compare a Word file or PDF that was dropped on the window with the review."""
        self.sign_off().check_file(path)

    # ---- the end
    def close(self) -> None:
        """Take every word of the review out of the window and close its file."""
        self._soon.stop()
        if self._adviser is not None:
            self._adviser.stop()
        for ahead in (self._ahead, self._making):
            if ahead is not None:
                ahead.stop()
        self.outside.end()
        self.let_go()
        self.window.desk.notices.clear()
        self.pages.drop()
        self.bridge.close()
        self.deleteLater()


def steps_of(bridge: Bridge) -> Steps:
    """What undo and redo would do now. A step of another version of the program is there, and has no name."""
    session = bridge.session
    if not (session.can_undo or session.can_redo):
        return Steps()
    from ui.step_words import words_for

    try:
        words = words_for(session.next_undo), words_for(session.next_redo)
    except BadInputError:
        words = "", ""
    return Steps(session.can_undo, session.can_redo, *words)
