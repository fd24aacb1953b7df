"""The page of names at work: gathered in a worker, answered here, replaced as one deed once it was seen what changes.

Answers that were not done yet are forgotten with the review: they hold names.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError, RegisterUnreadableError, StoppedError
from imr_desk.i18n import tr, trn
from ui import names_left_work as worker
from ui.names_left_words import name_rows, sentence_rows
from ui.over_stage import ReadingOver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from imr_desk.jobs.names_answered import Answer
    from imr_desk.jobs.names_left import NameLeft
    from imr_desk.operations.base import Operation
    from imr_desk.operations.resolving import Prepared
    from ui.names_left_work import Gathered
    from ui.open_review import OpenReview
    from ui.pages.names_left import NamesLeftPage
    from ui.pages.names_left_rows import SentenceRow
    from ui.program import Program

    Given = tuple[tuple[NameLeft, Answer], ...]

NAMES_LEFT = -12
"""The window's place for the page; the stages begin at 1."""
NAMES, LOOK, WORDS = "names", "look", "words"
MANY = 50
"""Decisions from which on they may take longer to keep than the window may stand still."""
DONE, HELD = "names settled", "names hold back"
"""Keys of the notices over the page."""


class NamesLeft(ReadingOver):
    """One for an open review."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(program, review)
        self._page: NamesLeftPage | None = None
        self._view = NAMES
        self._entering = False
        self._found: Gathered | None = None
        self._answers: dict[str, Answer | None] = {}
        self._counting = worker.Reading(self._courtesy.breathe)
        self._numbers: Mapping[str, int] = {}
        self.gathering = worker.Gathering()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        review.bridge.changed.connect(self._changed)

    # ---- the page
    def show(self, view: str = NAMES) -> None:
        """Show the page at one of its views."""
        self._review.pages.show_over(NAMES_LEFT, self._made)
        self._ask_view(view)
        self._entering = True
        if self._page is not None:
            self._page.first_control().setFocus()

    @Slot()
    def offer(self) -> None:
        """Say over the page that names hold an export back, with the way here."""
        what = tr("Names hold the export back")
        more = tr("Each of them stands on the page of names, with its sentences.")
        self._program.window.desk.notices.tell(
            HELD, "bad", what, more, (tr("Show the names to settle"), self.show_held)
        )

    @Slot()
    def show_held(self) -> None:
        """Show what holds the export back."""
        self._program.window.desk.notices.drop(HELD)
        self.show()

    def _made(self) -> NamesLeftPage:
        from ui.pages.names_left import NamesLeftPage
        from ui.widgets.names.settling import People

        self._page = page = NamesLeftPage(People(self._people, self._next_code))
        self._progress = page.show_progress
        page.left.connect(self._leave)
        page.view_asked.connect(self._ask_view)
        page.stopped.connect(self._stop)
        page.chosen.connect(self._show_sentences)
        page.answered.connect(self._answered)
        page.taken_back.connect(self._taken_back)
        page.do_asked.connect(self._do)
        page.all_asked.connect(self._show_all)
        page.looked_asked.connect(self._looked)
        page.place_chosen.connect(self._go)
        return page

    @Slot()
    def _leave(self) -> None:
        self._stop()
        super()._leave()

    def end(self) -> None:
        """Stop and forget all names: the review is being closed, and what comes in now is told to nobody."""
        for reading in (self._work, self._counting):
            reading.stop()
        self._work = self._counting = worker.Reading(self._courtesy.breathe)
        self._soon.stop()
        self._far.stop()
        self.gathering.forget()
        self._found, self._page, self._progress = None, None, None
        self._answers.clear()

    # ---- looking
    @Slot(object)
    def _changed(self, _changes: object) -> None:
        if self._in_sight(self._page):
            self._soon.start()

    @Slot(str)
    def _ask_view(self, view: str) -> None:
        self._view = view
        if self._page is not None:
            self._page.show_view(view, worker.lead(view))
            self._show()
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        """Gather what the view in sight shows, in a worker; what another piece of work was at is left."""
        judge, review, _ = self._review.bridge.judging()
        seen = worker.seen(self._review.session())
        work = partial(self.gathering.gather, review, judge, seen, self._view)
        self._begin(work, tr("The review is read for names."), self._gathered)

    def _say_refused(self, error: ImrDeskError) -> None:
        if self._page is not None:
            stopped = isinstance(error, StoppedError)
            said = tr("Stopped. Choose a view to look again.") if stopped else error.sentence
            if isinstance(error, RegisterUnreadableError):
                self._page.show_names((), said, 0)
            self._page.show_problem(said)

    # ---- what is shown
    def _gathered(self, found: object) -> None:
        self._found = cast("Gathered", found)
        there = {_row_key(name): name for name in self._names()}
        self._answers = {key: answer for key, answer in self._answers.items() if key in there}
        self._show()
        self._go_in()
        self._count_in_draft()

    def _go_in(self) -> None:
        """Give the keyboard to what came in sight, where it still is on the way there."""
        page = self._page
        if page is not None and self._entering and page.views[self._view].hasFocus():
            page.first_control().setFocus()
        self._entering = False

    def _count_in_draft(self) -> None:
        """Work out, once names are in sight, which number stands for each of them in a draft."""
        self._counting.stop()
        if self._view != NAMES or not any(name.level == "unknown" for name in self._names()):
            return
        self._counting = reading = worker.Reading(self._courtesy.breathe)
        judge, review, today = self._review.bridge.judging()
        work = partial(worker.numbers, review, judge.guard, today, reading)
        self._program.tasks.run(work, partial(self._counted, reading), _nobody)

    def _counted(self, reading: worker.Reading, numbers: object) -> None:
        if isValid(self) and reading is self._counting and self._page is not None and self._view == NAMES:
            self._numbers = cast("Mapping[str, int]", numbers)
            self._page.show_numbers(self._numbers)

    def _names(self) -> tuple[NameLeft, ...]:
        found = self._found
        return (*found.names, *(found.look or ())) if found is not None else ()

    def _show(self) -> None:
        page, found = self._page, self._found
        if page is None:
            return
        if found is None:
            page.show_unread()
            return
        page.show_counts(len(found.names), _count(found.look), _count(found.words_open))
        shown = found.names if self._view == NAMES else found.look
        if (found.words if self._view == WORDS else shown) is None:
            page.show_unread()
        elif self._view == WORDS:
            page.show_words(found.words or ())
        else:
            self._show_names(page, shown or ())

    def _show_names(self, page: NamesLeftPage, shown: tuple[NameLeft, ...]) -> None:
        plan = worker.plan(self._review.bridge.review, self._given())
        rows = name_rows(shown, plan.review, self._answer, self._numbers)
        nothing = tr("No name is left to settle.") if self._view == NAMES else tr("Nothing is left to look at.")
        page.show_names(rows, nothing, len(self._given()))

    def _answer(self, name: NameLeft) -> Answer | None:
        """What was answered, or what a registered name answers by itself."""
        from imr_desk.jobs.names_answered import answer_at_hand

        key = _row_key(name)
        if key in self._answers:
            return self._answers[key]
        shut = all(place.shut for place in name.places)  # what is signed is not replaced
        return None if shut else answer_at_hand(name, self._review.bridge.review)

    def _given(self, key: str = "") -> Given:
        """The names that are answered; with a key that one alone."""
        wanted = (name for name in self._names() if key in ("", _row_key(name)))
        return tuple((name, answer) for name in wanted if (answer := self._answer(name)) is not None)

    @Slot(str)
    def _show_sentences(self, key: str) -> None:
        """The sentences of a name as they are; where it is answered, also what they become, from a worker."""
        name = next((each for each in self._names() if _row_key(each) == key), None)
        if name is None or self._page is None:
            return
        self._page.show_sentences(sentence_rows(name, self._review.bridge.review), "")
        given = self._given(key)
        if given and worker.plan(self._review.bridge.review, given).resolutions:
            self._preview(given, partial(self._previewed, key))

    def _preview(self, given: Given, done: Callable[[object], object]) -> None:
        session = self._review.session()
        judge, review, _ = self._review.bridge.judging()
        work = partial(worker.preview, worker.plan(review, given), judge.guard, session.bin())
        self._begin(work, tr("What will change is worked out."), done)

    def _previewed(self, key: str, shown: object) -> None:
        page = self._page
        if page is not None and page.model.key_at(page.table.currentIndex().row()) == key:
            page.show_sentences(cast("tuple[SentenceRow, ...]", shown), "", becomes=True)

    @Slot()
    def _show_all(self) -> None:
        self._preview(self._given(), self._all_previewed)

    def _all_previewed(self, shown: object) -> None:
        if self._page is not None:
            rows = cast("tuple[SentenceRow, ...]", shown)
            heading = trn("{n} sentence will change", "{n} sentences will change", sum(not row.note for row in rows))
            self._page.show_sentences(rows, heading, becomes=True)
            self._page.sentence_table.setFocus()
            self._page.say(heading)

    # ---- answers
    def _people(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Everybody of a kind with a code, those that were answered to be new among them."""
        from imr_desk.review.codes import people

        review = self._review.bridge.review
        new = (each for each in worker.plan(review, self._given()).new if each.kind == kind)
        return (*people(review, kind), *((f"={each.values['code']}", str(each.values["code"])) for each in new))

    def _next_code(self, kind: str, words: str) -> str:
        from imr_desk.jobs.names_answered import next_code_among

        return next_code_among(self._review.bridge.review, self._given(), kind, words)

    @Slot(str, str, str, str)
    def _answered(self, key: str, kind: str, person: str, code: str) -> None:
        from imr_desk.jobs.names_answered import Answer

        if person.startswith("="):  # somebody who was answered to be new before
            person, code = "", person[1:]
        self._answers[key] = Answer(kind, person, code)
        self._show()
        if self._page is not None:
            self._page.panel.go_to()

    @Slot(str)
    def _taken_back(self, key: str) -> None:
        self._answers[key] = None
        self._show()
        if self._page is not None:
            self._page.panel.go_to()

    @Slot(tuple, bool)
    def _looked(self, keys: tuple[str, ...], again: bool) -> None:
        from imr_desk.operations.looking import LookAt

        if self._review.bridge.run(LookAt(keys, again)) and self._page is not None:
            self._page.say(tr("To be looked at again.") if again else tr("Looked at. It is remembered."))
            self._soon.start()

    # ---- doing it
    @Slot(str)
    def _do(self, key: str) -> None:
        """Add who is new, then replace: read in the worker first, so that the edit itself is short."""
        given = self._given(key)
        plan = worker.plan(self._review.bridge.review, given, worker.references(self._review.session()))
        if not given or (plan.new and not self._review.bridge.run(worker.adding(plan))):
            return
        deciding = worker.deciding(given, self._review.bridge.judging()[0].guard)
        if not plan.resolutions:
            self._decide(deciding, given, 0, None)
            return
        self._soon.stop()
        replaced = partial(self._replaced, deciding, given)
        self._review.naming.replacing.begin(plan.resolutions, replaced, self._not_done)

    def _replaced(self, deciding: Operation | None, given: Given, prepared: Prepared) -> None:
        self._decide(deciding, given, prepared.fields, None)

    def _not_done(self, error: ImrDeskError) -> None:
        if self._page is not None:
            self._page.show_problem(error.sentence)
            self._page.say(error.sentence)

    def _decide(self, deciding: Operation | None, given: Given, fields: int, error: ImrDeskError | None) -> None:
        """Keep the decisions, very many in a worker, and say what was settled."""
        bridge = self._review.bridge
        if error is not None:
            self._not_done(error)
            return
        if deciding is not None and len(given) >= MANY:
            bridge.run_aside(deciding, partial(self._decide, None, given, fields))
            return
        if deciding is not None and not bridge.run(deciding):
            return
        self._leave_out({_row_key(name) for name, _ in given})
        what = trn("{n} name is settled.", "{n} names are settled.", len(given))
        more = trn("{n} field was changed.", "{n} fields were changed.", fields) if fields else ""
        self._program.window.desk.notices.tell(DONE, "good", what, more)
        self._soon.start()

    def _leave_out(self, keys: set[str]) -> None:
        """Show these names no more: the review is read again, and what still stands there comes back."""
        if self._found is not None:
            look = self._found.look
            self._found = self._found._replace(
                names=tuple(name for name in self._found.names if _row_key(name) not in keys),
                look=look if look is None else tuple(name for name in look if _row_key(name) not in keys),
            )
            self._show()


def _nobody(_error: ImrDeskError) -> None:
    """Numbers that could not be worked out are not shown; why, the page says already."""


def _row_key(name: NameLeft) -> str:
    return f"{name.level} {name.key}"


def _count(found: tuple[object, ...] | None) -> int | None:
    return None if found is None else len(found)
