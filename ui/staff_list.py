"""What is asked for on the page of staff names about the whole list: many names at once, and where its key is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from imr_desk.i18n import tr
from ui.ask import Answer, Question
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.jobs.many_names import Planned
    from imr_desk.names.guard import Guard
    from imr_desk.review.review import Review
    from ui.bridge import Bridge
    from ui.pages.staff_names import StaffNamesPage
    from ui.pages.staff_names_key import KeyPlace
    from ui.program import Program


class StaffList(QObject):
    """One for a page of staff names."""

    def __init__(self, program: Program, bridge: Bridge, page: StaffNamesPage) -> None:
        super().__init__(page)
        self._program, self._bridge, self._page = program, bridge, page
        self._plan: tuple[Planned, ...] = ()
        page.many.read_asked.connect(self._read)
        page.many.register_asked.connect(self._register)
        page.key.move_asked.connect(self._move)
        page.key.again_asked.connect(self._again)

    def tell(self) -> None:
        """Tell the page where the key is, and how many names of whom are to be typed again."""
        from imr_desk.jobs import register_key

        session = self._bridge.session
        place = cast("KeyPlace", register_key.place_of_key(session).name.lower())
        missing = register_key.still_to_type(session)
        why = self._bridge.judging()[0].guard.why_unreadable
        self._page.key.show_place(place, why, sum(missing.values()))
        self._page.show_missing(missing)

    # ---- many names
    @Slot(str, str)
    def _read(self, text: str, title: str) -> None:
        guard = self._bridge.judging()[0].guard
        self._program.tasks.run(partial(_planned, self._bridge.review, guard, text, title), self._show)

    @Slot(object)
    def _show(self, plan: object) -> None:
        from imr_desk.jobs.many_names import fate_in_words
        from ui.pages.staff_names_many import PlannedLine

        if not isValid(self._page):
            return
        self._plan = cast("tuple[Planned, ...]", plan)
        lines = (PlannedLine(one.line, one.name, one.code, fate_in_words(one), one.is_done) for one in self._plan)
        self._page.many.show_plan(tuple(lines))

    @Slot()
    def _register(self) -> None:
        from imr_desk.jobs.many_names import registering

        number = sum(one.is_done for one in self._plan)
        if number and self._bridge.run(registering(self._bridge.session, self._plan)):
            self._plan = ()
            self._page.many.registered(number)

    def forget(self) -> None:
        """Forget what was pasted."""
        self._plan = ()
        self._page.many.clear()

    # ---- the key
    @Slot()
    def _move(self) -> None:
        if self._page.key.place == "keyring":
            from imr_desk.operations.register_key import KeepKeyInFile

            if self._bridge.run(KeepKeyInFile()):
                self._program.tasks.run(partial(_forget, _checked_by(self._bridge)), _nothing)
                self._say(tr("The key of the staff names is in the review again."))
            return
        self._program.tasks.run(_keyring, self._ask_to_move)

    @Slot(object)
    def _ask_to_move(self, keyring: object) -> None:
        if not isValid(self._page):
            return
        asked = question_of_moving(str(keyring))
        if self._program.ask.question(asked) == "keep" and isValid(self._page):
            work = partial(_hand_over, *_key_of(self._bridge))
            self._program.tasks.run(work, self._take_out)

    @Slot(object)
    def _take_out(self, _taken: object) -> None:
        """Take the key out of the file; where the keyring did not take it, that is refused in a sentence."""
        from imr_desk.operations.register_key import KeepKeyInKeyring

        if isValid(self._page) and self._bridge.run(KeepKeyInKeyring()):
            self._say(tr("The key of the staff names is on this computer only."))

    @Slot()
    def _again(self) -> None:
        from imr_desk.operations.register_key import TypeRegisterAgain

        if self._program.ask.question(question_of_typing_again()) == "again" and self._bridge.run(TypeRegisterAgain()):
            self._say(tr("The list begins anew. Register each name again."))
            self._page.many.list.setFocus()

    def _say(self, words: str) -> None:
        announce(self._program.window, words)


def question_of_moving(keyring: str) -> Question:
    """Whether the key is to be on this computer only; `keyring` is its name, nothing where there is none."""
    leave = Answer("leave", tr("Leave it in the review"))
    if not keyring:
        body = tr("This computer has no keyring that is safe, so the key stays in the review.")
        return Question(tr("The key cannot be kept here"), body, (leave,), "leave")
    body = tr(
        "{keyring} would keep it, and the review would not. Whoever has the review and its passphrase, but not this "
        "computer, could not even try names against the list. On another computer, or if this one is lost, nothing can "
        "be exported or signed until every staff name is typed again. Backups made before hold the key still."
    ).format(keyring=keyring[:1].upper() + keyring[1:])
    ways = (leave, Answer("keep", tr("Keep it on this computer only")))
    return Question(tr("Keep the key of the staff names on this computer only?"), body, ways, "leave")


def question_of_typing_again() -> Question:
    """Whether the list is to be typed again."""
    body = tr(
        "The list is emptied and gets another key. Every name that was in it is expected again: type it, or forget it "
        "at its job title. Until the last one nothing can be exported. Decisions that words are no person are made "
        "anew, and undo ends. If the key can come back, leave the list as it is."
    )
    ways = (Answer("leave", tr("Leave the list as it is")), Answer("again", tr("Type it again"), destructive=True))
    return Question(tr("Type the list of staff names again?"), body, ways, "leave")


def _key_of(bridge: Bridge) -> tuple[str, bytes]:
    from imr_desk.jobs import register_key

    return register_key.key_to_hand_over(bridge.session)


def _checked_by(bridge: Bridge) -> str:
    return _key_of(bridge)[0]


def _nothing(_done: object) -> None:
    """Nobody waits for it."""


# ---- in the worker
def _planned(review: Review, guard: Guard, text: str, title: str) -> tuple[Planned, ...]:
    from imr_desk.jobs.many_names import planned

    return planned(review, guard, text, title)


def _keyring() -> str:
    from imr_desk.jobs.kept_key import keyring_name

    return keyring_name()


def _hand_over(value: str, key: bytes) -> bool:
    from imr_desk.jobs import register_key

    return register_key.hand_over(value, key)


def _forget(value: str) -> None:
    from imr_desk.jobs import register_key

    register_key.forget_in_keyring(value)
