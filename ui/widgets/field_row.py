"""A field of a form: label, hint, error, the field, and how the program reads what was typed.

It is the only way a page adds a field, so that every field has its name and description for screen readers.
Nothing is marked ‘required’: the panel says what is missing. Optional facts say ‘(if known)’ in their label.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.icons import Glyph
from ui.tokens import Tone, tokens
from ui.widgets.announce import announce
from ui.widgets.editors.base import Editor
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Bounded, Surface, at_top, column, row

BESIDE = 40
"""What a field is wider than a line of its words: edges, padding, scroll bar."""
LAYOUT_PASSES = 6
"""What wraps asks for another height once it has its width, and so does what holds it."""


class _Line(Surface):
    """An icon and a line of words that is there only while it has something to say."""

    def __init__(self, glyph: Glyph, icon_tone: Tone, tone: Tone, *, weight: int = 400) -> None:
        self.icon = IconView(glyph, icon_tone, 16)
        self.label = Label("", "small", tone, weight=weight)
        content = row(at_top(self.icon, 2), gap=6)
        content.addLayout(column(self.label), 1)
        super().__init__(content)
        self.hide()

    def say(self, words: str) -> None:
        """Show words, or go."""
        self.label.setText(words)
        self.setVisible(bool(words))


class FieldRow(Bounded):
    """One field under its label. Errors and readings come from the editor itself."""

    def __init__(self, label: str, editor: Editor[Any], hint: str = "") -> None:
        super().__init__(tokens().size["reading_width"] + BESIDE)
        self.editor = editor
        self.label = Label(label, "label")
        self.label.setBuddy(editor)
        self._hint = Label(hint, "small", "text_soft")
        if not hint:  # shown without a parent it would be a window of its own
            self._hint.hide()
        self._error = _Line(Glyph.CIRCLE_ALERT, "bad", "bad", weight=500)
        self._reading = _Line(Glyph.CHECK, "good", "text_soft")
        self._note = ""
        self.setLayout(column(self.label, self._hint, self._error, 3, editor, 2, self._reading, gap=1))
        editor.problem_changed.connect(self._show_problem)
        editor.reading_changed.connect(self._show_reading)
        self._show_problem(editor.problem)
        self._describe()

    def set_hint(self, hint: str) -> None:
        """Show another hint under the label."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    @Slot(str)
    def set_note(self, words: str) -> None:
        """Have a screen reader say something more of the field, which is seen elsewhere."""
        if words != self._note:
            self._note = words
            self._describe()

    def rename(self, label: str) -> None:
        """Call it something else."""
        if label != self.label.text():
            self.label.setText(label)
            self._describe()

    def error(self) -> str:
        """The error that is shown, or nothing."""
        return self._error.label.text()

    def reading(self) -> str:
        """The reading that is shown, or nothing."""
        return self._reading.label.text()

    def go_to(self) -> None:
        """Bring the field into sight, with its label, and give it the keyboard."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            for _ in range(LAYOUT_PASSES):
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            above.ensureWidgetVisible(self, 0, 24)
        self.editor.setFocus()

    def _describe(self) -> None:
        parts = (self._error.label.text(), self._note, self._hint.text(), self._reading.label.text())
        self.editor.describe(self.label.text(), " ".join(part for part in parts if part))

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        if sentence == self._error.label.text():
            return
        self._error.say(sentence)
        self._describe()
        announce(self, sentence)

    @Slot(str)
    def _show_reading(self, words: str) -> None:
        doubt = bool(words) and self.editor.reads_with_doubt()
        self._reading.icon.show_glyph(Glyph.TRIANGLE_ALERT if doubt else Glyph.CHECK, "wait" if doubt else "good")
        self._reading.say(words)
        self._describe()
