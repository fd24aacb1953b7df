"""Names at work: marked in every text of the open review, answered under the field, gone through with F8.

It gives the texts of the window the guard of the review, and makes the edits the answers ask for. At lock everything is
forgotten. No sentence of it that is shown elsewhere than at the name holds the name.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError, StoppedError
from imr_desk.i18n import tr, trn
from ui.replacing import Replacing
from ui.widgets.announce import announce
from ui.widgets.names.watch import NameAnswer, NameBook, watch

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.names.guard import Guard
    from imr_desk.operations.resolving import Prepared
    from imr_desk.review.review import Review
    from ui.advice import Advice
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.widgets.names.field_names import FieldNames

NOBODY = {"here": "not a person here", "nobody": "not a person"}
"""The decision that each of the answers asks for."""
_Order = tuple[int, int, int]


def _take_back(given: list[NameBook], _gone: object = None) -> None:
    """Have the texts forget a review, unless they are told of another already."""
    if watch().book in given:
        watch().take(None)
    given.clear()


def _names_here() -> FieldNames | None:
    """The names of the field that has the keyboard."""
    from ui.widgets.names.field_names import names_round  # with every editor: not for the first paint

    return names_round(QApplication.focusWidget())


class Naming(QObject):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost) -> None:
        super().__init__(pages)
        self._window, self._bridge, self._pages = window, bridge, pages
        self._guard: Guard | None = None
        self._last: _Order | None = None
        self._given: list[NameBook] = []
        self.replacing = Replacing(window, bridge, pages, self)
        self.destroyed.connect(partial(_take_back, self._given))
        bridge.changed.connect(self._changed)
        watch().answered.connect(self._answered)
        watch().let_in.connect(self._let_in)

    # ---- what the texts are told
    @Slot()
    def begin(self) -> None:
        """Have names marked from now on, or in the way in which they are told now: not before the lists are loaded."""
        guard = self._bridge.judging()[0].guard
        if guard is not self._guard:
            from imr_desk.review.codes import code_of, next_code, people

            self._guard, bridge = guard, self._bridge
            book = NameBook(
                guard.marks,
                lambda person: code_of(bridge.review, person),
                lambda kind: people(bridge.review, kind),
                lambda kind, words: next_code(bridge.review, kind, words),
                guard.key_here,
                partial(_admitted, bridge.review, guard),
            )
            self._given[:] = [book]
            watch().take(book)

    @Slot(object)
    def _changed(self, _changes: object) -> None:
        if self._guard is not None:
            self.begin()

    def end(self) -> None:
        """Forget everything: the review is being closed."""
        watch().answered.disconnect(self._answered)
        watch().let_in.disconnect(self._let_in)
        self._guard = None
        self.replacing.end()
        _take_back(self._given)

    @Slot(int)
    def _let_in(self, number: int) -> None:
        """Say that names gave way in what was pasted."""
        from imr_desk.operations.admitting import replaced_words

        self._bridge.notes.emit((replaced_words(number),))

    # ---- answers
    @Slot(object, object)
    def _answered(self, answer: NameAnswer, field: FieldNames) -> None:
        """Do what the person said about a name."""
        if answer.kind in NOBODY:
            self._decide(answer, field)
            return
        person = answer.person or self._somebody_new(answer)
        registers = answer.kind != "replace" and not answer.everywhere  # everywhere, it is one deed with the replacing
        if person and registers and not self._registered(person, answer.words):
            return
        if person:
            self._replace(person, answer, field)

    def _decide(self, answer: NameAnswer, field: FieldNames) -> None:
        """Keep that the words are no person, here or anywhere."""
        from imr_desk.operations.names import Decide

        field.go_to_text()
        if self._bridge.run(Decide(answer.key, NOBODY[answer.kind])):
            if answer.kind == "here":
                self._say(tr("Not a person here: in this sentence it is not marked again. Undo brings the mark back."))
            else:
                self._say(tr("Never a person: these words are not marked again. Undo brings the mark back."))

    def _somebody_new(self, answer: NameAnswer) -> str:
        """The id of a new record for somebody who had none; "" where it could not be kept."""
        from imr_desk.review.codes import first_values

        return str(self._bridge.add(answer.kind, first_values(answer.kind, answer.new_code)) or "")

    def _registered(self, person: str, words: str) -> bool:
        """Have a name recognised as a person."""
        from imr_desk.operations.names import RegisterName

        return self._bridge.run(RegisterName(person, words))

    def _replace(self, person: str, answer: NameAnswer, field: FieldNames) -> None:
        field.read_now()
        if not answer.everywhere:
            self._replaced(person, answer, field, 0, 0)
            return
        from imr_desk.operations.resolving import Resolution

        self._pages.flush()
        names = (Resolution(answer.words, person, register=answer.kind != "replace"),)
        self.replacing.begin(names, partial(self._put_everywhere, person, answer, field), self._not_replaced)

    def _put_everywhere(self, person: str, answer: NameAnswer, field: FieldNames, prepared: Prepared) -> None:
        """A name was replaced wherever it stands in the file."""
        self._replaced(person, answer, field, prepared.fields, prepared.left)

    def _not_replaced(self, error: ImrDeskError) -> None:
        """Say why a name stands as it stood."""
        if isinstance(error, StoppedError):
            self._say(error.sentence)
        else:
            self._bridge.refused.emit(None, error.sentence)

    def _replaced(self, person: str, answer: NameAnswer, field: FieldNames, count: int, left: int) -> None:
        """Replace the name at which the answer was given, if it still stands there, and say what was done."""
        from imr_desk.review.codes import code_of

        if isValid(field):
            field.read_now()
            here = field.current()
            if here is not None and here[1].mark.key == answer.key:
                count += field.replace_with(person)
            field.go_to_text()
        words = [tr("Replaced with {code}.").format(code=code_of(self._bridge.review, person))]
        if count > 1:
            words.append(trn("{n} field was changed.", "{n} fields were changed.", count))
        if left:
            words.append(
                trn(
                    "One longer name with it was left: it may be somebody else.",
                    "{n} longer names with it were left: they may be somebody else.",
                    left,
                )
            )
        self._say(" ".join(words))

    def replace_at_caret(self) -> None:
        """Replace the registered name at the caret; at any other name, go to its answers."""
        field = _names_here()
        code = field.replace() if field is not None else ""
        if code:
            self._say(tr("Replaced with {code}.").format(code=code))
        elif field is not None and field.bar is not None and not field.bar.isHidden():
            field.bar.go_to()
        elif not self._into_record():
            self._say(tr("No name stands here."))

    def _into_record(self) -> bool:
        """From a row go to the first name of its record; False where there is none."""
        place = self._pages.page.place_here()
        record = self._bridge.review.get(place.record_id) if place is not None else None
        if record is None:
            return False
        from imr_desk.guidance.facts import Place
        from imr_desk.review.free_text import texts_of
        from ui.widgets.names.stretches import stretches

        marked = (each for each in texts_of(record) if any(map(watch().marks_in, stretches(each.text))))
        return any(self._go_to(Place.at(record, each.field, ""), 1) for each in marked)

    def _say(self, words: str) -> None:
        announce(self._window, words)

    # ---- going from name to name
    def step(self, by: int, advice: Advice | None) -> None:
        """Put the caret on the next name (`by` 1) or the one before (-1), in this field or in the next that has one."""
        field = _names_here()
        if field is not None and field.go_to_name(by, from_caret=True):
            return
        if advice is None:
            if field is not None and field.go_to_name(by, from_caret=False):  # round in this field meanwhile
                return
            self._say(tr("The review is still being read for names."))
            return
        places = sorted(((self._order(place), place) for place in advice.name_places()), key=lambda each: each[0])
        here = self._here()
        later = [each for each in places if (each[0] > here if by > 0 else each[0] < here)]
        others = [each for each in places if each not in later]
        for order, place in (later + others) if by > 0 else (others + later)[::-1]:
            self._last = order
            if self._go_to(place, by):
                return
        self._say(tr("There is no name to resolve."))

    def _go_to(self, place: Place, by: int) -> bool:
        self._pages.go_to(place)
        field = _names_here()
        return field is not None and field.go_to_name(by, from_caret=False)

    def _here(self) -> _Order:
        """Where the person is, in the order of stages, records and fields."""
        from ui.forms.bound_field import BoundField

        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, BoundField):
            widget = widget.parentWidget()
        if widget is not None:
            from imr_desk.guidance.facts import Place

            return self._order(Place(widget.kind.name, widget.record_id, widget.field.name, ""))
        place, stage = self._pages.page.place_here(), self._pages.stage
        if place is not None:
            return self._order(place)
        return self._last if self._last is not None and self._last[0] == stage else (stage, -1, -1)

    def _order(self, place: Place) -> _Order:
        """Where a field stands in the review."""
        from imr_desk.review.catalogue import KINDS, kind_of

        kind, review = kind_of(place.kind), self._bridge.review
        record = review.get(place.record_id)
        among = review.all(place.kind) if not kind.single else ()
        at = among.index(record) if record in among else 0
        none = 0 if place.field else -1  # a row stands before the first of its fields
        name = next((n for n, field in enumerate(kind.fields) if field.name == place.field), none)
        return kind.stage, list(KINDS).index(place.kind) * 1_000_000 + at, name


def _admitted(review: Review, guard: Guard, text: str) -> tuple[str, int]:
    """A text that is pasted, as it may stand, and how many registered names gave way in it."""
    from imr_desk.operations.admitting import door_for

    found = door_for(review, guard).admit(text, count_open=False)
    return found.text, found.replaced
