"""What is copied or typed is kept out of the histories of clipboards and of what keyboards learn.

`clipping` takes copies away at the lock.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from ui.platforms import PRIVATE_FORMATS

MARK = "application/x-imr-desk-copy"
"""Says of what lies in the clipboard that this program put it there; not every system tells by itself."""


LetOut = Callable[[str], str]
_let_out: list[weakref.WeakMethod[LetOut]] = []
"""Whoever says what may be copied; at most one. Held weakly: after the lock nothing of a review is kept by this."""


def let_out_by(what: LetOut) -> None:
    """From now on every copied text passes through a method, which gives the words that may leave the program."""
    _let_out[:] = [weakref.WeakMethod(what)]


def _may_leave(text: str) -> str:
    let_out = _let_out[0]() if _let_out else None
    return let_out(text) if let_out is not None else text


def private(data: QMimeData) -> QMimeData:
    """The same data, marked so that no history of the clipboard keeps it and no other device is given it.

    Its words are those that may leave the program.
    """
    if data.hasText() and (words := _may_leave(data.text())) != data.text():
        data.clear()
        data.setText(words)
    for name, value in PRIVATE_FORMATS.items():
        data.setData(name, value)
    data.setData(MARK, b"1")
    return data


def is_ours(clipboard: QClipboard) -> bool:
    """Whether what lies in the clipboard was copied in this program."""
    data = clipboard.mimeData()
    return clipboard.ownsClipboard() or (data is not None and data.hasFormat(MARK))


def put_text(text: str) -> None:
    """Copy words."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(private(data))


def keep_from_learning(box: QWidget) -> None:
    """Ask keyboards on the screen and other ways of typing not to learn the words that are typed here."""
    box.setInputMethodHints(box.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)


def copied_from_line(box: QLineEdit, event: QKeyEvent) -> bool:
    """Copy or cut by the keys for it; whether that was what was pressed. Qt's own line would copy without a mark."""
    cut = event.matches(QKeySequence.StandardKey.Cut)
    if not cut and not event.matches(QKeySequence.StandardKey.Copy):
        return False
    if box.hasSelectedText() and box.echoMode() is QLineEdit.EchoMode.Normal:
        put_text(box.selectedText())
        if cut and not box.isReadOnly():
            box.del_()
    return True


def copied_from_list(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Copy the words of the chosen cell by the keys for it; whether that was what was pressed."""
    if not event.matches(QKeySequence.StandardKey.Copy):
        return False
    text = view.currentIndex().data()
    if isinstance(text, str):
        put_text(text)
    return True


class Copies(QObject):
    """Sees to every copy that the program made, from a menu too. One for the program."""

    def __init__(self, parent: QObject, ours: Callable[[], bool] | None = None) -> None:
        """`ours` says whether the program put there what lies in the clipboard."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = ours or self._clipboard.ownsClipboard
        self._clipboard.dataChanged.connect(self._mark)

    @Slot()
    def _mark(self) -> None:
        """Mark a copy of ours that is not marked yet: one that Qt made by itself."""
        if not self._ours():
            return
        data = self._clipboard.mimeData()
        if data is not None and data.hasText() and not data.hasFormat(MARK):
            put_text(data.text())
