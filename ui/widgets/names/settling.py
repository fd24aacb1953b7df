"""One name of the page of names: what it is, who it can be said to be, and what was said. No pop-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal

from imr_desk.i18n import tr
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.names.answers import Answers
from ui.widgets.names.bar import ANSWERS, NOT_PEOPLE
from ui.widgets.names.who import WhoFor

LONGEST = 80


class People(NamedTuple):
    """Who there is: everybody of a kind as (id, code), and the code that somebody new of a kind would get."""

    of_kind: Callable[[str], tuple[tuple[str, str], ...]]
    next_code: Callable[[str, str], str]


@dataclass(frozen=True)
class NameAsked:
    """The name the answers are about. `people` are (kind, id, code) of whoever it is registered for.

    `level` is 'registered', 'unknown' or 'look'. `answer` says in words what was answered; "" while nothing was.
    `shut`: it stands in a signed report alone, so that it cannot be replaced, only be said to be no person; `doable`
    whether what was answered can be done.
    """

    key: str
    words: str = field(repr=False)
    level: str
    certain: bool
    people: tuple[tuple[str, str, str], ...]
    says: str = field(repr=False)
    answer: str = ""
    shut: bool = False
    doable: bool = True


class SettlingPanel(Answers):
    """The answers to one name, given before anything is done."""

    answered = Signal(str, str, str)
    """Kind ('nobody' or 'here' for no person), id of who it is ("" for somebody new), and the code of somebody new."""
    taken_back = Signal()
    do_asked = Signal()
    """Do what was answered, for this name alone."""
    looked = Signal()
    """The words were looked at and are no name."""

    def __init__(self, people: People) -> None:
        super().__init__(Label("", "section"), Label("", "small", "text_soft"))
        self._people = people
        self.setLayout(self._box)
        self.shown: NameAsked | None = None

    # ---- what is shown
    def show_name(self, name: NameAsked | None) -> None:
        """Show the answers to a name; what is half answered stays while it is the same name."""
        before, self.shown = self.shown, name
        self.setHidden(name is None)
        if name is None or name == before:
            return
        words = name.words if len(name.words) <= LONGEST else name.words[:LONGEST] + "…"
        self._what.setText(tr("‘{words}’").format(words=words))
        said = tr("Answer: {answer}.").format(answer=name.answer) if name.answer else ""
        self._more.setText(f"{name.says} {said}".strip())
        self.setAccessibleName(f"{self._what.text()}. {name.says}")
        self._show_answers()

    def _show_answers(self, *, other: bool = False) -> None:
        name = self.shown
        if name is None:
            return
        self.show_buttons(*(self._answered(name) if name.answer else self._open(name, other=other)))

    def _answered(self, name: NameAsked) -> list[Button]:
        do = self.button(tr("Do it for this name"), tr("The other names stay as they are."), self.do_asked.emit)
        back = self.button(tr("Take the answer back"), "", self.taken_back.emit)
        return [do, back] if name.doable else [back]

    def _open(self, name: NameAsked, *, other: bool) -> list[Button]:
        made = []
        if name.level == "look":
            made.append(self.button(tr("No name: looked at"), tr("It is not shown again."), self.looked.emit))
        if name.shut or (name.certain and len(name.people) > 1):
            pass  # what is signed is not replaced, and who of several it is can differ from place to place
        elif name.people and not other:
            for kind, person, code in name.people:
                words = tr("It is {code}").format(code=code)
                made.append(self.button(words, "", partial(self.answered.emit, kind, person, "")))
            made.append(self.button(tr("Someone else …"), "", partial(self._show_answers, other=True)))
        else:
            for kind, words, more in ANSWERS:
                if kind not in NOT_PEOPLE:
                    made.append(self.button(tr(words), tr(more), partial(self._ask_who, kind)))
        for kind, words, more in () if name.certain else ANSWERS:
            if kind in NOT_PEOPLE and not (kind == "here" and name.level == "look"):
                made.append(self.button(tr(words), tr(more), partial(self.answered.emit, kind, "", "")))
        return made

    def _ask_who(self, kind: str) -> None:
        who = WhoFor(kind, self._people.of_kind(kind), partial(self._people.next_code, kind))
        who.given.connect(partial(self.answered.emit, kind))
        self.ask_who(who)

    def show_again(self) -> None:
        """All answers, also where it is registered for somebody."""
        self._show_answers(other=bool(self.shown and self.shown.people))
