"""The veil: one key, and nothing of the review is in the window; the same key, and it is as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.guidance.facts import Place
from ui.ask import Answer, Question
from ui.dialogs.qt_ask import QtAsk
from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.veil import SECONDS, Veil


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    with running(ask) as made:
        open_by_key(made, *review_in(tmp_path))
        in_use(qtbot, made)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def seen_in(window: QWidget) -> str:
    """Every word that can be seen."""
    kinds = (QLabel, QLineEdit, QTextEdit)
    found = [each for kind in kinds for each in window.findChildren(kind) if each.isVisible()]
    return "\n".join(each.toPlainText() if isinstance(each, QTextEdit) else each.text() for each in found)


def test_veil_leaves_no_word_of_the_review_in_sight_and_comes_off_with_the_same_key(program: Program) -> None:
    assert program.review is not None
    program.review.pages.go_to(Place("review", "review", "reference", ""))
    before = QApplication.focusWidget()
    assert "Thornmere" in seen_in(program.window)
    press(Qt.Key.Key_F12)
    assert "Thornmere" not in seen_in(program.window)
    assert "REVIEW-K" not in seen_in(program.window)
    assert "Veiled" in seen_in(program.window)
    assert program.window.windowTitle() == "IMR Desk"
    press(Qt.Key.Key_F12)
    assert "Thornmere" in seen_in(program.window)
    assert program.window.windowTitle().startswith("Child K")
    assert QApplication.focusWidget() is before


def test_veil_keeps_what_is_being_typed(program: Program) -> None:
    assert program.review is not None
    program.review.pages.go_to(Place("review", "review", "reference", ""))
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    QTest.keyClicks(box, "now ")
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_Escape)
    assert "now " in box.toPlainText()
    assert QApplication.focusWidget() is box


def test_veil_locks_after_a_minute(program: Program, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F12)
    veil = program.window.findChild(Veil)
    assert veil is not None
    assert SECONDS == 60
    assert veil._timer.isActive()
    veil._timer.timeout.emit()
    qtbot.waitUntil(lambda: program.window.findChild(UnlockPage) is not None)
    assert program.review is None
    assert not program.veiling.on


def test_veil_keys_of_the_review_do_nothing_beneath_it(program: Program) -> None:
    assert program.review is not None
    stage = program.review.pages.stage
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert program.review.pages.stage == stage
    press(Qt.Key.Key_F12)


def test_veil_closes_an_open_question_with_its_safe_answer(program: Program, qtbot: QtBot) -> None:
    real = QtAsk(program.window, program.veiling.begin)
    program._ask = real
    again = QTimer()
    again.timeout.connect(press_in_the_dialog)
    again.start(10)
    answers = (Answer("keep", "Keep it"), Answer("go", "Delete it", destructive=True))
    assert real.question(Question("Delete?", "It rests in the bin.", answers, "keep")) == "keep"
    again.stop()
    assert program.veiling.on


def press_in_the_dialog() -> None:
    """Press the key as soon as the dialog has the keyboard."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None and dialog.isActiveWindow():
        QTest.keyClick(dialog, Qt.Key.Key_F12)


def test_veil_without_a_review_does_nothing(ask: ScriptedAsk) -> None:
    with running(ask) as program:
        program.begin(None)
        program.veiling.begin()
        assert not program.veiling.on
