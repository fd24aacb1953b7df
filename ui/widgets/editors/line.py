"""Text on one line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.copying import copied_from_line, keep_from_learning
from ui.widgets.dropped import has_files
from ui.widgets.editors.base import Editor, leaves_undo_to_the_review
from ui.widgets.names.boxes import Units
from ui.widgets.names.watch import watch
from ui.widgets.surfaces import row

MOST_TYPED = 2_000_000
"""Far more than any field holds, so that nothing that is pasted is cut off before it can be said to be too long."""


FEWEST_PASTED = 3
"""Letters that come in at once and can be a name; a key brings one, or two of an accented letter."""


class LineBox(QLineEdit):
    """A QLineEdit that leaves Ctrl+Z to the review once its own typing is committed.

    `widest` is in pixels at 100 %; with 0 it takes the room there is.
    """

    def __init__(self, owner: Editor[Any] | None = None, widest: int = 0) -> None:
        super().__init__()
        self._owner, self._widest = owner, widest
        self.setMaxLength(MOST_TYPED)
        keep_from_learning(self)
        self._before = ""
        self._undone: set[str] = set()
        self.textEdited.connect(self._let_in)
        self.textChanged.connect(self._keep)
        self._bound()

    def _bound(self) -> None:
        """Grow no wider than what is typed into it needs, at the size of text in force."""
        if self._widest:
            self.setMaximumWidth(theme.px(self._widest))

    @Slot(str)
    def _let_in(self, text: str) -> None:
        """See to what came in at once, pasted or dropped: registered names give way to codes.

        What undo brings back, and redo after it, stood there before: it stays as the person had it.
        """
        if self.isRedoAvailable():  # only after undo
            self._undone.update((self._before, text))
            return
        if text in self._undone:
            return
        self._undone.clear()
        start, end = _inserted(self._before, text)
        if end - start < FEWEST_PASTED:
            return
        words = watch().admitted(self, text[start:end])
        if words != text[start:end]:
            self.setText(text[:start] + words + text[end:])  # which also forgets the steps that could bring it back
            self.setCursorPosition(Units(self.text()).to_qt(start + len(words)))

    @Slot(str)
    def _keep(self, text: str) -> None:
        self._before = text

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text; a file is for the page or the window."""
        if has_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._bound()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with a mark that keeps it out of the histories of clipboards."""
        if not copied_from_line(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass on where there is nothing of this field's to undo."""
        if leaves_undo_to_the_review(event, self._owner):
            event.ignore()
            return False
        return super().event(event)


class LineEditor(Editor[str]):
    """A line of text. Return and leaving the field commit it."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.box = LineBox(self)
        self.box.setPlaceholderText(placeholder)
        self.setLayout(row(self.box))
        self._kept = ""
        self.box.textEdited.connect(self._typed)
        self.box.returnPressed.connect(self.commit)  # before whoever does more on Return, and may say why it cannot
        self.box.editingFinished.connect(self._left)

    def value(self) -> str:
        """The text, as typed."""
        return self.box.text()

    def _show(self, value: str | None) -> None:
        value = value or ""
        if value != self.box.text():
            self.box.setText(value)
            self.box.setCursorPosition(0)

    def _state(self) -> object:
        return self.box.text()

    def controls(self) -> tuple[QWidget, ...]:
        """The one line."""
        return (self.box,)

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self.box.setReadOnly(on)

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.touched()

    @Slot()
    def _left(self) -> None:
        """Commit on leaving. After Return it is done by then, and what was said on Return stays to be read."""
        if not self.box.hasFocus():
            self.commit()


def _inserted(before: str, after: str) -> tuple[int, int]:
    """What of a text is new, given what it was before."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    same = next((at for at in range(shorter - start) if before[-1 - at] != after[-1 - at]), shorter - start)
    return start, len(after) - same
