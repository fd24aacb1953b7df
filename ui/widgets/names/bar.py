"""What stands under a field with a name in it: the name, and what can be done about it, as buttons. No pop-up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence

from imr_desk.i18n import mark, tr
from ui.icons import Glyph
from ui.tokens import Tone
from ui.widgets.buttons import Button
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.names.answers import Answers
from ui.widgets.names.who import WhoIsIt
from ui.widgets.surfaces import Surface, at_top, column, row

REPLACE_KEYS = "Ctrl+."
ANSWERS = (
    ("staff", mark("Staff …"), mark("A member of staff: say which, by job title")),
    ("subject", mark("Subject or family …"), mark("A subject or one of the family: say which, by code")),
    ("professional", mark("Someone in another agency …"), mark("Somebody of another agency: say which, by code")),
    ("here", mark("Not a person here"), mark("Not a person in this sentence: elsewhere it is marked as before")),
    ("nobody", mark("Never a person"), mark("Never a person: it is not marked again anywhere in this review")),
)
NOT_PEOPLE = ("here", "nobody")
LONGEST = 60


class NameShown(NamedTuple):
    """The name the answers are about. `people` are (id, code) of whoever it is registered for."""

    words: str
    key: str
    registered: bool
    certain: bool
    people: tuple[tuple[str, str], ...]
    read_only: bool
    number: int
    of: int

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"NameShown({self.number} of {self.of})"

    def sentence(self) -> str:
        """What it is taken for."""
        words = self.words if len(self.words) <= LONGEST else self.words[:LONGEST] + "…"
        if not self.registered:
            return tr("‘{words}’ looks like a name. Who is it?").format(words=words)
        if self.certain:
            return tr("‘{words}’ is a registered name.").format(words=words)
        return tr("‘{words}’ is like a registered name.").format(words=words)


def _is_open(answer: str, name: NameShown) -> bool:
    """Whether an answer can be given: a registered name is a person's, and what is signed is not replaced."""
    return not (name.registered and name.certain) if answer in NOT_PEOPLE else not name.read_only


class NameBar(Answers):
    """The answers to one name. Esc goes back to the text."""

    replace_asked = Signal(str, bool)
    """The id of the person whose code is to stand there, and whether everywhere."""
    answer_given = Signal(str)
    """'here' or 'nobody': the words are no name of a person, in this sentence or anywhere."""
    who_given = Signal(str, str, str, bool)
    """Kind, id ("" for somebody new), code of somebody new, and whether everywhere."""

    def __init__(
        self, people: Callable[[str], tuple[tuple[str, str], ...]], next_code: Callable[[str, str], str]
    ) -> None:
        super().__init__(Label("", "label"), Label("", "small", "text_soft"))
        self._people, self._next_code = people, next_code
        self._icon = IconView(Glyph.TRIANGLE_ALERT, "wait", 20)
        content = row(at_top(self._icon, 1), gap=12, margins=(13, 9, 13, 11))
        content.addLayout(self._box, 1)
        self._plane = Surface(content, fill="wait_soft", edge="wait_line", radius=8)
        self.setLayout(column(self._plane, margins=(0, 6, 0, 4)))
        self.shown: NameShown | None = None

    # ---- what is shown
    def show_name(self, name: NameShown) -> None:
        """Show the answers to a name; what is half answered stays while it is the same name."""
        before, self.shown = self.shown, name
        if before is not None and before._replace(number=name.number, of=name.of) == name:
            self._say_more(name)
            return
        tone: Tone = "bad" if name.registered else "wait"
        self._plane.set_tones(
            "bad_soft" if name.registered else "wait_soft", "bad_line" if name.registered else "wait_line"
        )
        self._icon.show_glyph(Glyph.CIRCLE_ALERT if name.registered else Glyph.TRIANGLE_ALERT, tone)
        self._what.setText(name.sentence())
        self.setAccessibleName(name.sentence())
        self._say_more(name)
        self._show_answers(other=False)

    def _say_more(self, name: NameShown) -> None:
        words = ""
        if name.read_only and (name.registered or name.of > 1):
            words = tr("The report is signed: it can be replaced once the report is reopened.")
        elif name.of > 1:
            words = tr("Name {n} of {of} in this field. F8 goes to the next.").format(n=name.number, of=name.of)
        self._more.setText(words)
        self._more.setVisible(bool(words))
        self.setAccessibleDescription(words)

    def _show_answers(self, *, other: bool) -> None:
        """The buttons; `other` offers the four answers although a registered name is like it."""
        name = self.shown
        if name is None:
            return
        buttons: list[Button] = []
        if name.registered and not name.read_only and not other:
            buttons += self._replacing(name)
        if not name.registered or other or not name.people:
            buttons += [self._answer(*each) for each in ANSWERS if _is_open(each[0], name)]
        elif not name.read_only:
            buttons.append(self.button(tr("Someone else …"), "", partial(self._show_answers, other=True)))
        self.show_buttons(*buttons)

    def _replacing(self, name: NameShown) -> list[Button]:
        keys = QKeySequence(REPLACE_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        made = []
        for at, (person, code) in enumerate(name.people):
            words = tr("Replace with {code}").format(code=code)
            button = self.button(words, "", partial(self.replace_asked.emit, person, False))
            if at == 0 and len(name.people) == 1:
                button.setToolTip(f"{words} ({keys})")
                button.setAccessibleDescription(tr("{keys} does the same at the caret.").format(keys=keys))
            made.append(button)
        if len(name.people) == 1 and name.certain:
            said = tr("In the whole review and in all that can be undone: no undo brings the name back.")
            asked = partial(self.replace_asked.emit, name.people[0][0], True)
            made.append(self.button(tr("Replace everywhere"), said, asked))
            made[-1].setToolTip(said)
        return made

    def _answer(self, kind: str, words: str, more: str) -> Button:
        act = partial(self.answer_given.emit, kind) if kind in NOT_PEOPLE else partial(self._ask_who, kind)
        return self.button(tr(words), tr(more), act)

    def _ask_who(self, kind: str) -> None:
        name = self.shown
        if name is None:
            return
        who = WhoIsIt(kind, name.words, self._people(kind), partial(self._next_code, kind))
        who.given.connect(partial(self.who_given.emit, kind))
        self.ask_who(who)

    def show_again(self) -> None:
        """The four answers, also where a registered name is like it."""
        self._show_answers(other=bool(self.shown and self.shown.registered))
