"""The page of staff names and the private page of real names: shown over a stage, and what is asked for on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Slot
from shiboken6 import isValid

from imr_desk.errors import RegisterUnreadableError
from imr_desk.i18n import tr, trn
from imr_desk.review.codes import code_of, first_values, next_code
from imr_desk.review.known_date import day_in_words
from ui.ask import Answer, Question
from ui.staff_key import StaffKeyDesk
from ui.staff_list import StaffList
from ui.widgets.announce import announce
from ui.widgets.names.watch import watch

if TYPE_CHECKING:
    from imr_desk.names.guard import Guard
    from imr_desk.operations.decided import Decided
    from imr_desk.review.past import PastResolving
    from imr_desk.review.review import Review
    from ui.bridge import Bridge
    from ui.page_host import PageHost
    from ui.pages.identities import IdentitiesPage
    from ui.pages.staff_names import StaffNamesPage
    from ui.pages.staff_names_decided import DecidedRow
    from ui.program import Program

NAMES, IDENTITIES = -1, -2
"""The window's places for the two pages; the stages begin at 1."""
UNREAD = "names not marked"
"""Key of the notice over the page."""


class Registering(QObject):
    """One for an open review."""

    def __init__(self, program: Program, bridge: Bridge, pages: PageHost) -> None:
        super().__init__(pages)
        self._program, self._bridge, self._pages = program, bridge, pages
        self.page: StaffNamesPage | None = None
        self._list: StaffList | None = None
        self.staff_key = StaffKeyDesk(program, bridge, pages, self.show_names)
        self._private: IdentitiesPage | None = None
        self._unread = ""
        bridge.changed.connect(self._changed)
        watch().changed.connect(self._told)

    # ---- the two pages
    @Slot()
    def show_names(self) -> None:
        """Show the page of staff names."""
        self._pages.show_over(NAMES, self._made_names)
        if self.page is not None:
            self._tell()
            self.page.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_names(self) -> StaffNamesPage:
        from ui.pages.staff_names import StaffNamesPage

        self.page = page = StaffNamesPage()
        page.left.connect(self._leave)
        page.asked.connect(self._ask)
        page.register_asked.connect(self._register)
        page.forget_asked.connect(self._forget)
        page.take_back_asked.connect(self._take_back)
        page.keys_back_asked.connect(self._take_back_keys)
        page.identities_asked.connect(self.show_identities)
        self._list = StaffList(self._program, self._bridge, page)
        page.staff_key_asked.connect(self.staff_key.show)
        return page

    @Slot()
    def show_identities(self) -> None:
        """Show the private page of real names."""
        self._pages.show_over(IDENTITIES, self._made_identities)
        if self._private is not None:
            self._private.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_identities(self) -> IdentitiesPage:
        from ui.pages.identities import IdentitiesPage

        self._private = page = IdentitiesPage()
        page.left.connect(self._leave)
        return page

    @Slot()
    def _leave(self) -> None:
        """Go back to the page of the stage; what was typed as a name is forgotten."""
        if self.page is not None:
            self.page.who.clear()
        if self._list is not None:
            self._list.forget()
        self._pages.show(self._pages.stage)

    @Slot()
    def _told(self) -> None:
        """Names are told in another way now: where the list cannot be read, none is marked, and that is said once."""
        notices = self._program.window.desk.notices
        why = self._guard().why_unreadable if watch().book is not None else self._unread
        if why == self._unread:
            return
        self._unread = why
        if not why:
            notices.drop(UNREAD)
            return
        notices.tell(UNREAD, "bad", tr("Names are not marked now."), why, (tr("Show the staff names"), self.show_names))

    # ---- what the page of names says
    @Slot(object)
    def _changed(self, _changes: object) -> None:
        if self.page is not None and self.page.isVisible():
            self._tell()

    def _guard(self) -> Guard:
        return self._bridge.judging()[0].guard

    def _tell(self) -> None:
        """Tell the page the numbers; the words that were decided come when they were looked for."""
        if self.page is None:
            return
        session, guard = self._bridge.session, self._guard()
        decisions = session.decided_names()
        decided = sum(said.startswith("not a person") for said in decisions.values())
        readable = guard.readable
        self.page.show_numbers(session.registered_names(), decided, readable=readable)
        if self._list is not None:
            self._list.tell()
        self.page.replaced.show_marks(_marks(self._bridge.review, session.resolved_names()))
        if decided and readable:
            self._program.tasks.run(partial(_decided, self._bridge.review, guard, decisions), self._show_decided)
        else:
            self._show_decided(())

    def _show_decided(self, rows: object) -> None:
        if self.page is not None and isValid(self.page):
            self.page.decided.show_rows(cast("tuple[DecidedRow, ...]", rows))

    # ---- what is asked for there
    @Slot(str)
    def _ask(self, name: str) -> None:
        """Answer who this is."""
        from ui.pages.staff_names import Lookup

        if self.page is None:
            return
        guard, review = self._guard(), self._bridge.review
        try:
            exact = guard.who_exactly(name)
            found = (exact,) if exact else guard.who_is(name)
        except RegisterUnreadableError as error:
            self.page.who.say_problem(error.sentence)
            return
        codes = tuple(code_of(review, each) or tr("somebody without a job title") for each in found)
        self.page.show_answer(Lookup(codes, guard.is_no_person(name), bool(exact)))

    @Slot(str, str, str)
    def _register(self, name: str, person: str, title: str) -> None:
        """Have a name recognised; somebody new gets a record."""
        from imr_desk.names.door import is_name_itself
        from imr_desk.operations.names import RegisterName

        if not person and is_name_itself(title, name) and self.page is not None:
            self.page.who.say_new_problem(tr("That is the name itself. Type the job title for it."))
            return
        if not person:
            code = next_code(self._bridge.review, "staff", title)
            person = str(self._bridge.add("staff", first_values("staff", code)) or "")
        if person and self._bridge.run(RegisterName(person, name)) and self.page is not None:
            self.page.who.registered(code_of(self._bridge.review, person))

    @Slot(str)
    def _forget(self, person: str) -> None:
        """Ask, since nothing can bring a name back, and forget."""
        from imr_desk.operations.names import ForgetName

        code = code_of(self._bridge.review, person)
        question = Question(
            tr("Forget the names of {code}?").format(code=code),
            tr(
                "They are not recognised any more, and cannot be brought back: the names are nowhere. "
                "The job title and everything written about it stay."
            ),
            (Answer("keep", tr("Keep the names")), Answer("forget", tr("Forget the names"), destructive=True)),
            "keep",
        )
        if self._program.ask.question(question) == "forget" and self._bridge.run(ForgetName(person)):
            announce(self._program.window, tr("The names of {code} are forgotten.").format(code=code))

    @Slot(tuple)
    def _take_back_keys(self, keys: tuple[str, ...]) -> None:
        """The same, for decisions by their keys."""
        from imr_desk.operations.decided import take_back

        if self._bridge.run(take_back(keys)):
            announce(self._program.window, tr("The decision is taken back. Undo makes it again."))

    @Slot(str)
    def _take_back(self, words: str) -> None:
        """Hold words for a possible name again."""
        from imr_desk.operations.names import Decide

        if self._bridge.run(Decide(self._guard().key_for(words), "")):
            announce(self._program.window, tr("The decision is taken back. Undo makes it again."))


def _decided(review: Review, guard: Guard, decisions: Mapping[str, str]) -> tuple[DecidedRow, ...]:
    """The decisions that words are no person, found again in the review; runs in the worker."""
    from imr_desk.operations.decided import decided, not_in_review
    from ui.pages.staff_names_decided import DecidedRow

    found = decided(review, guard, decisions)
    rows = [DecidedRow(one.words, _where(one), (one.key,)) for one in found]
    if others := not_in_review(found, decisions):
        rows.append(DecidedRow("", _not_in_review(len(others)), others))
    return tuple(rows)


def _where(one: Decided) -> str:
    if one.sentence:
        return tr("Not a person here: {sentence}").format(sentence=one.sentence)
    return trn("Never a person: {n} place", "Never a person: {n} places", one.places)


def _not_in_review(number: int) -> str:
    return trn(
        "{n} decision is about words that do not stand in the review.",
        "{n} decisions are about words that do not stand in the review.",
        number,
    )


def _marks(review: Review, marks: Iterable[PastResolving]) -> Iterator[str]:
    """Each dated mark as a sentence."""
    for each in marks:
        code = code_of(review, each.person) or each.person
        records = [pair for pair in each.records if pair[0] != "bin"]
        count = len(records) + each.more
        binned = len(each.records) - len(records)
        words = trn("in {n} record", "in {n} records", count)
        if binned:
            words = f"{words}, {trn('{n} deleted', '{n} deleted', binned)}"
        yield tr("{day}: {code}, {where}").format(day=day_in_words(_day(each.at)), code=code, where=words)


def _day(at: str) -> dt.date:
    return dt.datetime.fromisoformat(at).astimezone().date()
