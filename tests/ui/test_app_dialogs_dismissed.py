"""Every dialog gives way to the lock: whatever is being asked is closed with the safe answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ui.ask import Answer, FileKind, Question
from ui.dialogs.qt_ask import QtAsk
from ui.main_window import MainWindow

KINDS = (FileKind("Review files", (".imr",)),)
YES_NO = Question(
    "Delete it?", "It rests in the bin.", (Answer("keep", "Keep it"), Answer("gone", "Delete it")), "keep"
)


@pytest.mark.parametrize(
    ("put", "safe"),
    [
        (lambda ask, folder: ask.question(YES_NO), "keep"),
        (lambda ask, folder: ask.secret("Passphrase", "Of your key.", "Passphrase"), None),
        (lambda ask, folder: ask.open_file("Open", KINDS, folder), None),
        (lambda ask, folder: ask.save_file("Save", KINDS, folder / "a.imr"), None),
        (lambda ask, folder: ask.folder("Where", folder), None),
    ],
    ids=["question", "secret", "open", "save", "folder"],
)
def test_dialog_dismissed_gives_the_safe_answer(
    qtbot: QtBot, tmp_path: Path, put: Callable[[QtAsk, Path], object], safe: object
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    window = MainWindow()
    qtbot.addWidget(window)
    ask = QtAsk(window)
    QTimer.singleShot(0, window, ask.dismiss)
    assert put(ask, tmp_path) == safe
    assert not any(isinstance(each, QFileDialog) and each.isVisible() for each in QApplication.topLevelWidgets())
