"""A question has a safe answer that is the default, has the focus and is what Esc gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.ask import Answer, Ask, Question
from ui.dialogs.qt_ask import QtAsk
from ui.dialogs.question import QuestionDialog, SecretDialog
from ui.widgets.buttons import Button
from ui.widgets.scrim import Scrim

DELETE = Question(
    "Delete entry 46?",
    "It rests in the bin until the review is closed.",
    (Answer("delete", "Delete entry", destructive=True), Answer("keep", "Keep it")),
    safe="keep",
)


def buttons(dialog: QWidget) -> list[Button]:
    return dialog.findChildren(Button)


def test_question_whose_safe_answer_does_harm_is_refused() -> None:
    with pytest.raises(ValueError, match="safe answer"):
        Question("?", "", DELETE.answers, safe="delete")
    with pytest.raises(ValueError, match="safe answer"):
        Question("?", "", DELETE.answers, safe="other")


def test_dialog_safe_answer_has_the_focus_and_stands_first(show: Callable[..., None]) -> None:
    dialog = QuestionDialog(None, DELETE)
    show(dialog)
    assert [each.words() for each in buttons(dialog)] == ["Keep it", "Delete entry"]
    assert buttons(dialog)[0].hasFocus()
    assert buttons(dialog)[0].isDefault()
    assert not buttons(dialog)[1].isDefault()
    assert dialog.accessibleName() == "Delete entry 46?"
    assert dialog.width() <= 640


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Escape, "keep"), (Qt.Key.Key_Return, "keep")])
def test_dialog_esc_and_return_lose_nothing(show: Callable[..., None], key: Qt.Key, answer: str) -> None:
    dialog = QuestionDialog(None, DELETE)
    show(dialog)
    QTest.keyClick(QApplication.focusWidget(), key)
    assert dialog.answer == answer
    assert not dialog.isVisible()


def test_dialog_other_answer_is_given_when_it_is_pressed(show: Callable[..., None]) -> None:
    dialog = QuestionDialog(None, DELETE)
    show(dialog)
    buttons(dialog)[1].click()
    assert dialog.answer == "delete"


def test_secret_is_hidden_and_given_by_return(show: Callable[..., None]) -> None:
    dialog = SecretDialog(None, "Passphrase", "For the copy.", "Passphrase of the copy")
    show(dialog)
    box = dialog.field.box
    assert box.echoMode() is QLineEdit.EchoMode.Password
    assert box.hasFocus()
    assert box.accessibleName() == "Passphrase of the copy"
    QTest.keyClicks(box, "two words")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert dialog.result() == 1
    assert dialog.field.secret() == "two words"


def test_ask_shades_the_window_and_dismiss_gives_the_safe_answer(show: Callable[..., None], qtbot: QtBot) -> None:
    window = QWidget()
    show(window, 600, 400)
    ask: Ask = QtAsk(window)
    seen: list[bool] = []

    def lock() -> None:
        seen.append(bool(window.findChildren(Scrim)))
        ask.dismiss()

    QTimer.singleShot(0, lock)
    assert ask.question(DELETE) == "keep"
    assert seen == [True]
    QApplication.sendPostedEvents(None, 52)
    assert window.findChildren(Scrim) == []


def test_ask_secret_closed_without_an_answer_is_none(show: Callable[..., None]) -> None:
    window = QWidget()
    show(window, 600, 400)
    ask = QtAsk(window)
    QTimer.singleShot(0, ask.dismiss)
    assert ask.secret("Passphrase", "For the copy.", "Passphrase") is None
