"""The controls text is typed into, seen alike: a text of paragraphs, or one line. Places are in code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias, TypeGuard

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TextBox: TypeAlias = QTextEdit | QPlainTextEdit | QLineEdit
_ONE_UNIT = "\uffff"


def is_text_box(control: QWidget) -> TypeGuard[TextBox]:
    """Whether words are typed into it."""
    return isinstance(control, QTextEdit | QPlainTextEdit | QLineEdit)


def plain(box: TextBox) -> str:
    """The text as it is; Qt's own `toPlainText` would turn hard spaces into soft ones."""
    if isinstance(box, QLineEdit):
        return box.text()
    return box.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


class Units:
    """Places in a text in code points, as the names are told, and in Qt's units, two for a rare character."""

    def __init__(self, text: str) -> None:
        """Look for rare characters: most texts have none, and both are the same."""
        wide = len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(
            text
        )  # many times quicker than to look at each
        self._wide = [at for at, letter in enumerate(text) if letter > _ONE_UNIT] if wide else []
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, at: int) -> int:
        """A place in Qt's units."""
        return at + bisect_left(self._wide, at)

    def from_qt(self, at: int) -> int:
        """A place in code points."""
        return at - bisect_left(self._wide_units, at)


def caret(box: TextBox) -> int:
    """Where the caret stands, in Qt's units."""
    return box.cursorPosition() if isinstance(box, QLineEdit) else box.textCursor().position()


def select(box: TextBox, start: int, end: int) -> None:
    """Put the caret on words, in Qt's units: they are chosen, with the caret at their end, and in sight."""
    if isinstance(box, QLineEdit):
        box.setSelection(start, end - start)
        return
    cursor = QTextCursor(box.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.ensureCursorVisible()


def put(box: TextBox, start: int, end: int, words: str) -> None:
    """Put words in the place of others, in Qt's units, as if they had been typed."""
    if isinstance(box, QLineEdit):
        box.setSelection(start, end - start)
        box.insert(words)
        return
    cursor = QTextCursor(box.document())
    cursor.beginEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)
    cursor.endEditBlock()
    box.setTextCursor(cursor)


def paint(box: QLineEdit, marks: Iterable[tuple[int, int, QTextCharFormat]]) -> None:
    """Paint words of a line in other ways, each from a start up to an end in Qt's units; what was painted before goes.

    A line has no such thing of its own, but it paints what an input method writes: here that is nothing, and its
    looks are those of words that stand there. No text, no caret, no chosen words and no step of undo change by it.
    A line that is only read takes nothing from an input method.
    """
    looks = QInputMethodEvent.AttributeType.TextFormat
    here = box.cursorPosition()
    told = [QInputMethodEvent.Attribute(looks, start - here, end - start, made) for start, end, made in marks]
    QCoreApplication.sendEvent(box, QInputMethodEvent("", told))
