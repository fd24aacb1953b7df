"""Ctrl+Z belongs to a field while it has typing that was not committed, and to the review otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.editors.base import Editor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.prose import ProseEditor


class Review(QWidget):
    """A window that undoes something of its own on Ctrl+Z."""

    def __init__(self, editor: Editor[str]) -> None:
        super().__init__()
        self.undone = 0
        action = QAction("Undo", self)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(self.undo)
        self.addAction(action)
        QVBoxLayout(self).addWidget(editor)

    def undo(self) -> None:
        self.undone += 1


@pytest.fixture(params=[LineEditor, ProseEditor])
def editor(request: pytest.FixtureRequest) -> Editor[str]:
    made: Editor[str] = request.param()
    made.set_value("As it was")
    return made


def test_undo_fresh_typing_is_taken_back_in_the_field(show: Callable[..., None], editor: Editor[str]) -> None:
    window = Review(editor)
    show(window, 400)
    box = editor.controls()[0]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, "!")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "As it was"
    assert window.undone == 0


def test_undo_after_the_commit_goes_to_the_review(show: Callable[..., None], editor: Editor[str]) -> None:
    window = Review(editor)
    show(window, 400)
    box = editor.controls()[0]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, "!")
    editor.commit()
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "As it was!"
    assert window.undone == 1


def test_undo_a_value_that_was_shown_cannot_be_taken_back_in_the_field(
    show: Callable[..., None], editor: Editor[str]
) -> None:
    show(Review(editor), 400)
    box = editor.controls()[0]
    box.setFocus()
    editor.set_value("From the review")
    QTest.keyClicks(box, "x")
    for _ in range(5):
        box.undo()  # type: ignore[attr-defined]
    assert editor.value() == "From the review"
