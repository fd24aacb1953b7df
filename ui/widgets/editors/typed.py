"""Dates, times and numbers, typed as people write them. Under the field stands how the program reads them.

What cannot be read stays as it was typed, with the reason above it, and is not kept until it can be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.errors import BadInputError
from ui.widgets.editors.base import Editor
from ui.widgets.editors.line import LineBox
from ui.widgets.surfaces import row

V = TypeVar("V")
WIDE = 360
"""How wide such a field grows at 100 %: what is typed is short."""


@dataclass(frozen=True)
class Reader(Generic[V]):
    """How a text becomes a value and back.

    `read` takes a text that is not empty and raises BadInputError with the sentence to show; `words` says how a value
    is read, `write` gives the text that is shown for editing, `doubt` tells whether the words point out what does not
    fit.
    """

    read: Callable[[str], V]
    write: Callable[[V], str]
    words: Callable[[V], str]
    doubt: Callable[[V], bool] = lambda _: False


class TypedEditor(Editor[V | None]):
    """A short text that stands for a value; None where nothing is typed."""

    def __init__(self, reader: Reader[V], placeholder: str = "") -> None:
        super().__init__()
        self._reader = reader
        self._value: V | None = None
        self._read_from = ""
        self.box = LineBox(self, WIDE)
        self.box.setPlaceholderText(placeholder)
        across = row()
        across.addWidget(self.box, 100)
        across.addStretch(1)
        self.setLayout(across)
        self._kept = ""
        self.box.textEdited.connect(self._typed)
        self.box.editingFinished.connect(self.commit)

    def value(self) -> V | None:
        """The value that was read last; with a problem, the one before it."""
        self._try()
        return self._value

    def _try(self) -> str:
        """Read what stands in the box; the reason why it cannot be, or nothing."""
        text = self.box.text().strip()
        if text == self._read_from:
            return ""
        if not text:
            self._value, self._read_from = None, text
            return ""
        try:
            self._value = self._reader.read(text)
        except BadInputError as error:
            return error.sentence
        self._read_from = text
        return ""

    def find_problem(self) -> str:
        """Why the text cannot be read."""
        return self._try()

    def _show(self, value: V | None) -> None:
        if value is not None and not self._try() and value == self._value:
            return
        text = "" if value is None else self._reader.write(value)
        self.box.setText(text)
        self._value, self._read_from = value, text.strip()
        self._say_reading()

    def _state(self) -> object:
        return self.box.text()

    def controls(self) -> tuple[QWidget, ...]:
        """The one line."""
        return (self.box,)

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self.box.setReadOnly(on)

    def reading(self) -> str:
        """How the program reads what stands in the box; nothing where it cannot, or where nothing stands there."""
        if self._try() or self._value is None:
            return ""
        words = self._reader.words(self._value)
        return "" if words == self.box.text().strip() else words[:1].upper() + words[1:]

    def reads_with_doubt(self) -> bool:
        """Whether the reading points out what does not fit."""
        return not self._try() and self._value is not None and self._reader.doubt(self._value)

    def _say_reading(self) -> None:
        self.reading_changed.emit(self.reading())

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._say_reading()
        self.touched()
