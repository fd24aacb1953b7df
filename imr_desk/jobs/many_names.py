"""A pasted list of staff names registered at once: what would be done with each line, and doing it."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from imr_desk.i18n import tr
from imr_desk.names import unknown
from imr_desk.names.guard import Guard
from imr_desk.names.pasted import names_in_list, without_repeats
from imr_desk.operations.names import RegisterNames
from imr_desk.review.codes import next_code, people
from imr_desk.review.review import Review
from imr_desk.session import Session


class Fate(enum.Enum):
    """What becomes of a line."""

    NEW = "new"
    ADDED = "added"
    KNOWN = "known"
    TWICE = "twice"
    NO_TITLE = "no title"
    NAME_IN_TITLE = "name in title"
    UNREAD = "unread"


class Planned(NamedTuple):
    """One line of the list: the name, the job title it will stand for, and what will be done.

    `person` is the id of a record that is there already; "" for somebody new.
    """

    line: int
    name: str
    code: str
    fate: Fate
    person: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the name will be registered."""
        return self.fate in (Fate.NEW, Fate.ADDED)

    def __repr__(self) -> str:
        """Without the name: a repr can reach a log."""
        return f"Planned({self.line}, {self.fate.value})"


def fate_in_words(one: Planned) -> str:
    """What will be done with a line, for the reader."""
    return {
        Fate.NEW: tr("New"),
        Fate.ADDED: tr("One more name for it"),
        Fate.KNOWN: tr("Registered already"),
        Fate.TWICE: tr("Stands in the list twice"),
        Fate.NO_TITLE: tr("Left out: no job title"),
        Fate.NAME_IN_TITLE: tr("Left out: a name in the job title"),
        Fate.UNREAD: tr("Left out: no name was read"),
    }[one.fate]


def planned(review: Review, guard: Guard, text: str, title: str = "") -> tuple[Planned, ...]:
    """What would be done with each line of a pasted list; `title` is the job title where a line has none.

    A job title with its number that is there already gets one more name; any other is numbered on. A guard that cannot
    be read, since the list is being typed again, knows nobody yet.
    """
    planner = _Planner(review, guard)
    lines = names_in_list(text)
    once = set(without_repeats(lines))
    plan = []
    for one in lines:
        if not one.name:
            plan.append(Planned(one.line, "", "", Fate.UNREAD))
        elif one not in once:
            plan.append(Planned(one.line, one.name, "", Fate.TWICE))
        else:
            plan.append(planner.plan(one.line, one.name, " ".join((one.title or title).split())))
    return tuple(plan)


class _Planner:
    """Gives out job titles and their numbers, line by line."""

    def __init__(self, review: Review, guard: Guard) -> None:
        """Begin with what is there."""
        self._review, self._guard = review, guard
        staff = people(review, "staff")
        self._codes = dict(staff)
        self._persons = {code.casefold(): (id_, code) for id_, code in staff}
        self._given: Counter[str] = Counter()

    def plan(self, line: int, name: str, wanted: str) -> Planned:
        """What becomes of one name that is to stand for a job title."""
        known = self._guard.who_exactly(name) if self._guard.readable else ""
        if known:
            return Planned(line, name, self._codes.get(known, ""), Fate.KNOWN, known)
        if not wanted:
            return Planned(line, name, "", Fate.NO_TITLE)
        if any(hit.level == "name" for hit in unknown.find(wanted)):
            return Planned(line, name, "", Fate.NAME_IN_TITLE)
        if wanted.casefold() in self._persons:
            person, code = self._persons[wanted.casefold()]
            return Planned(line, name, code, Fate.ADDED, person)
        code = self._numbered(wanted)
        self._persons[code.casefold()] = ("", code)
        return Planned(line, name, code, Fate.NEW)

    def _numbered(self, wanted: str) -> str:
        """The next code for a job title; as it is where it has its number."""
        code = next_code(self._review, "staff", wanted)
        if code == wanted:
            return code
        stem, _, number = code.rpartition(" ")
        code = f"{stem} {int(number) + self._given[stem.casefold()]}"
        self._given[stem.casefold()] += 1
        return code


def registering(session: Session, plan: Sequence[Planned]) -> RegisterNames:
    """The edit that registers what is planned; one transaction, one step of undo."""
    wanted = [one for one in plan if one.is_done]
    new = list(dict.fromkeys(one.code for one in wanted if not one.person))
    ids = dict(zip(new, map(str, session.new_ids("staff", len(new))), strict=True))
    names = tuple((one.person or ids[one.code], one.name) for one in wanted)
    return RegisterNames(names, tuple((ids[code], code) for code in new))
