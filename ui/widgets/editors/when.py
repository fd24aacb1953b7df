"""A date as it is known, and its time in a box of its own: typed one after the other, kept as one value (R-072)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.review.dates import parse_known
from imr_desk.review.known_date import KnownDate
from ui.widgets.editors.base import Editor
from ui.widgets.editors.line import LineBox
from ui.widgets.editors.readers import known_reading
from ui.widgets.surfaces import column

Words = tuple[str, str]
"""What stands in the two boxes."""


def parted(known: KnownDate) -> Words:
    """The words of a date as known, those of its time apart where they stand at the end."""
    words = known.words or known.in_words()
    head, comma, tail = words.rpartition(", ")
    if not known.time or not comma:
        return words, ""
    try:
        day = parse_known(head)
    except BadInputError:
        return words, ""
    whole = not day.time and _day_of(day) == _day_of(known)
    return (head, tail) if whole else (words, "")


def _day_of(known: KnownDate) -> str:
    return known.order[0]


class WhenEditor(Editor[KnownDate | None]):
    """Two boxes, one value. The time may be left empty, or be typed after the date in its box."""

    def __init__(self) -> None:
        super().__init__()
        self.date, self.time = LineBox(self), LineBox(self)
        self.date.setPlaceholderText(tr("Date"))
        self.time.setPlaceholderText(tr("Time"))
        self.setLayout(column(self.date, self.time, gap=4))
        self._value: KnownDate | None = None
        self._read_from: Words = ("", "")
        self._kept = self._state()
        for box in (self.date, self.time):
            box.textEdited.connect(self._typed)
            box.editingFinished.connect(self._left)

    def _words(self) -> Words:
        return self.date.text().strip(), self.time.text().strip()

    def value(self) -> KnownDate | None:
        """The value that was read last; with a problem, the one before it."""
        self._try()
        return self._value

    def _try(self) -> str:
        words = self._words()
        if words == self._read_from:
            return ""
        if not any(words):
            self._value, self._read_from = None, words
            return ""
        if not words[0]:
            return tr("A time alone is no date. Type the date first.")
        try:
            alone = parse_known(words[0])
            both = words[1] and not alone.time
            self._value = parse_known(", ".join(words)) if both else alone
        except BadInputError as error:
            return error.sentence
        self._read_from = words
        return ""

    def find_problem(self) -> str:
        """Why it cannot be read."""
        return self._try()

    def _show(self, value: KnownDate | None) -> None:
        if value is not None and not self._try() and value == self._value:
            return
        words = parted(value) if value is not None else ("", "")
        self.date.setText(words[0])
        self.time.setText(words[1])
        self._value, self._read_from = value, self._words()
        self._say_reading()

    def _state(self) -> object:
        return self.date.text(), self.time.text()

    def controls(self) -> tuple[QWidget, ...]:
        """The two boxes."""
        return self.date, self.time

    def describe(self, name: str, description: str = "") -> None:
        """Say which is which."""
        super().describe(name, description)
        self.time.setAccessibleName(tr("Time"))

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        for box in (self.date, self.time):
            box.setReadOnly(on)

    def _say_reading(self) -> None:
        problem, value = self._try(), self._value
        typed = ", ".join(each for each in self._words() if each)
        self.reading_changed.emit("" if problem or value is None else known_reading(value, typed))

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._say_reading()
        self.touched()

    @Slot()
    def _left(self) -> None:
        """Keep what can be read. A time that was typed with the date takes the place of the one beside it."""
        if self.time.text() and not self._try() and self._value is not None:
            try:
                timed = bool(parse_known(self._words()[0]).time)
            except BadInputError:
                timed = False
            if timed:
                self.time.clear()
        self.commit()
