"""A date as it is known, and its time in a box of its own: typed one after the other, kept as one value (R-072)."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.review.dates import parse_known
from imr_desk.review.known_date import KnownDate, day_in_words
from imr_desk.review.text import shortened
from ui.widgets.editors.base import Editor, mark_box
from ui.widgets.editors.line import LineBox
from ui.widgets.editors.readers import known_doubt, known_reading
from ui.widgets.surfaces import column

_CLOCK = re.compile(r"(?<![\d.])([01]?\d(?=\.)|[01]\d|2[0-3])\.?([0-5]\d)(?![\d.])")
"""Hours and minutes with a full stop between them, or in four digits."""
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


def _reads(words: str) -> bool:
    try:
        parse_known(words)
    except BadInputError:
        return False
    return True


def _timed(date: str, time: str) -> KnownDate:
    """A date with the words of its time, in which ‘14.05’ and ‘1405’ are no day and no year. BadInputError as usual."""
    clock = _CLOCK.sub(r"\1:\2", time)
    try:
        usual = parse_known(", ".join((date, time)))
    except BadInputError:
        if clock == time:
            raise
    else:
        if usual.time or clock == time:
            return usual
    return parse_known(", ".join((date, clock)))


def _day_alone(known: KnownDate) -> str:
    """The words of a date with a time, without it."""
    head, time = parted(known)
    return head if time or known.earliest is None else day_in_words(known.earliest)


class WhenEditor(Editor[KnownDate | None]):
    """Two boxes, one value. The time may be left empty, or be typed after the date in its box.

    Where both boxes give a time, the one typed last counts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.date, self.time = LineBox(self), LineBox(self)
        self.date.setPlaceholderText(tr("Date"))
        self.time.setPlaceholderText(tr("Time"))
        self.setLayout(column(self.date, self.time, gap=4))
        self._value: KnownDate | None = None
        self._read_from: Words = ("", "")
        self._kept, self._time_last = self._state(), False
        for box in (self.date, self.time):
            box.textEdited.connect(partial(self._typed, box is self.time))
            box.editingFinished.connect(self._left)

    def _words(self) -> Words:
        return self.date.text().strip(), self.time.text().strip()

    def value(self) -> KnownDate | None:
        """The value that was read last; with a problem, the one before it."""
        self._try()
        return self._value

    def time_said(self) -> str:
        """The time as a table says it; where it is not read as one, as it was typed."""
        read = "" if self._try() or self._value is None else self._value.time_cell()
        return read or self._words()[1]

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
            if words[1] and not alone.time:
                day, alone = alone, _timed(*words)
                if not alone.time and (alone.earliest, alone.latest) != (day.earliest, day.latest):
                    return tr("‘{words}’ is no time. Write it like 14:05.").format(words=shortened(words[1]))
            elif words[1]:
                timed = parse_known(", ".join((_day_alone(alone), words[1])))
                if not timed.time:
                    return tr("‘{words}’ is no time. The date has one already.").format(words=shortened(words[1]))
                alone = timed if self._time_last else alone
        except BadInputError as error:
            return error.sentence
        self._value, self._read_from = alone, words
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
        self._from_the_beginning()
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

    def mark_fault(self, on: bool) -> None:
        """Mark the box that cannot be read: that of the date unless it can be read alone, else that of the time."""
        at_fault = self.time if on and _reads(self._words()[0]) else self.date
        for box in (self.date, self.time):
            mark_box(box, on=on and box is at_fault)

    def reads_with_doubt(self) -> bool:
        """Whether the reading points out what does not fit."""
        return not self._try() and self._value is not None and known_doubt(self._value)

    def _say_reading(self) -> None:
        problem, value = self._try(), self._value
        typed = ", ".join(each for each in self._words() if each)
        self.reading_changed.emit("" if problem or value is None else known_reading(value, typed))

    def _typed(self, in_time: bool, _text: str) -> None:
        self._time_last = in_time
        self._say_reading()
        self.touched()

    @Slot()
    def _left(self) -> None:
        """Keep what can be read. Where a time was typed with the date, too, one of the two gives way."""
        if self.time.text() and not self._try() and self._value is not None:
            try:
                alone = parse_known(self._words()[0])
            except BadInputError:
                alone = KnownDate("")
            if alone.time and self._time_last:
                self.date.setText(_day_alone(alone))
            elif alone.time:
                self.time.clear()
        self._from_the_beginning()
        self.commit()

    def _from_the_beginning(self) -> None:
        """Words that are longer than their box are seen from their beginning, unless somebody is in it."""
        for box in (self.date, self.time):
            if not box.hasFocus():
                box.setCursorPosition(0)
