"""Text on one line that is too long for the line it is shown on: it wraps, so that nothing of it is out of sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.tokens import tokens
from ui.widgets.editors.base import Editor
from ui.widgets.editors.prose import ProseBox
from ui.widgets.names.watch import watch
from ui.widgets.surfaces import row

MOST_LINES = 8


class WrappedBox(ProseBox):
    """As high as a field, or more where its text needs it. It takes no line ends: Return leaves the text as it is.

    What it offers is named as in a QLineEdit, so that it can stand in the place of one.
    """

    textEdited = Signal(str)  # noqa: N815 - as in a QLineEdit
    editingFinished = Signal()  # noqa: N815 - as in a QLineEdit
    returnPressed = Signal()  # noqa: N815 - as in a QLineEdit

    def __init__(self, owner: Editor[Any]) -> None:
        super().__init__(owner, "body")
        self.setProperty("look", "line")
        self.fewest, self.most = 1, MOST_LINES
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        self.left.connect(self.editingFinished)
        self._fit()

    def edge(self) -> int:
        """As high as any field while it holds one line."""
        return theme.px(tokens().size["field_height"]) - theme.line_height("body")

    def text(self) -> str:
        """The text."""
        return self.plain()

    def setText(self, text: str) -> None:
        """Show another text, unless it is the same; nobody is told."""
        if text != self.plain():
            self.show_plain(text)

    def setCursorPosition(self, at: int) -> None:
        """Put the caret at a place, counted in characters."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in text alone, its lines one after the other."""
        self.insertPlainText(" ".join(watch().admitted(self, source.text()).splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is a signal, not a character."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
            self.editingFinished.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _changed(self) -> None:
        self.textEdited.emit(self.plain())


class WrappedLineEditor(Editor[str]):
    """A line of text that wraps. Return and leaving the field commit it."""

    def __init__(self) -> None:
        super().__init__()
        self.box = WrappedBox(self)
        self.setLayout(row(self.box))
        self._kept = ""
        self.box.textChanged.connect(self.touched)
        self.box.editingFinished.connect(self.commit)

    def value(self) -> str:
        """The text, as typed."""
        return self.box.plain()

    def _show(self, value: str | None) -> None:
        self.box.setText(value or "")

    def _state(self) -> object:
        return self.box.plain()

    def controls(self) -> tuple[QWidget, ...]:
        """The one line."""
        return (self.box,)

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self.box.setReadOnly(on)
