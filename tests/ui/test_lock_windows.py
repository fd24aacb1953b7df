"""A lock or a veil reaches every window of the program: dialogs, menus, lists that drop down; and the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.guidance.facts import Place
from ui.ask import Answer, FileKind, Question
from ui.dialogs.qt_ask import QtAsk
from ui.pages.unlock import UnlockPage
from ui.program import Program

COMMENT = Place("entry", "CE-003", "comment", "")
KEYS = {
    "lock": (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    "veil": (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
}


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(ScriptedAsk()) as made:
        open_by_key(made, *review_in(tmp_path))
        qtbot.waitUntil(lambda: made.leaving.idle is not None and made.leaving.idle.timer.isActive())
        made.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def others(program: Program) -> list[str]:
    """The windows of the program that can be seen beside the one."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = (each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not program.window)
    return [type(each).__name__ for each in found]


def locked(program: Program) -> bool:
    return program.review is None and program.window.findChild(UnlockPage) is not None


# ---- dialogs: each waits in a loop of its own, and the lock comes meanwhile
DELETE = Question(
    "Delete?", "It rests in the bin.", (Answer("keep", "Keep"), Answer("go", "Go", destructive=True)), "keep"
)
DIALOGS: dict[str, Callable[[QtAsk, Path], object]] = {
    "question": lambda ask, _folder: ask.question(DELETE),
    "secret": lambda ask, _folder: ask.secret("Passphrase", "Of the key.", "Passphrase"),
    "open file": lambda ask, folder: ask.open_file("Open", (FileKind("Reviews", (".imr",)),), folder),
    "save file": lambda ask, folder: ask.save_file("Save", (FileKind("Word", (".docx",)),), folder / "a.docx"),
    "folder": lambda ask, folder: ask.folder("Folder", folder),
    "printer": lambda ask, _folder: ask.printer("Print", 3),
}
SAFE = {"question": "keep"}


@pytest.mark.parametrize(
    ("dialog", "how"),
    [*((dialog, "idle") for dialog in DIALOGS), *product(("question", "save file"), ("lock", "veil"))],
)
def test_dialog_closes_with_its_safe_answer_when_the_review_locks_or_is_veiled(
    program: Program, qtbot: QtBot, tmp_path: Path, dialog: str, how: str
) -> None:
    real = QtAsk(program.window, program.veiling.begin, program.leaving.lock)
    program._ask = real
    again = QTimer()

    def go() -> None:
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, QDialog) or not shown.isVisible():
            return
        if how == "idle":
            again.stop()
            assert program.leaving.idle is not None
            program.leaving.idle.due.emit()
        elif shown.isActiveWindow():
            again.stop()
            QTest.keyClick(shown, *KEYS[how])

    again.timeout.connect(go)
    again.start(10)
    answer = DIALOGS[dialog](real, tmp_path)
    assert answer == SAFE.get(dialog)
    assert others(program) == []
    if how == "veil":
        assert program.veiling.on
    else:
        qtbot.waitUntil(lambda: locked(program))


# ---- menus and lists
def open_menu(program: Program) -> None:
    menu = program.window.desk.menus.actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(program.window.mapToGlobal(QPoint(10, 40)))


def open_context_menu(program: Program) -> None:
    assert program.review is not None
    program.review.pages.go_to(COMMENT)
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    where = QPoint(5, 5)
    QApplication.postEvent(
        box.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, box.mapToGlobal(where))
    )


def open_list(program: Program) -> None:
    assert program.review is not None
    program.review.pages.show(1)
    box = next(each for each in program.review.pages.page.findChildren(QComboBox) if each.isVisible() and each.count())
    box.showPopup()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("opened", "how"),
    [
        (open_menu, "lock"),
        (open_menu, "veil"),
        (open_context_menu, "idle"),
        (open_context_menu, "lock"),
        (open_list, "idle"),
        (open_list, "veil"),
    ],
)
def test_pop_up_closes_when_the_review_locks_or_is_veiled(
    program: Program, qtbot: QtBot, opened: Callable[[Program], None], how: str
) -> None:
    opened(program)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    if how == "idle":
        assert program.leaving.idle is not None
        program.leaving.idle.due.emit()
    else:
        handle = program.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, *KEYS[how])  # where the system hands keys in, before a menu takes them
    qtbot.waitUntil(lambda: program.veiling.on if how == "veil" else locked(program))
    assert QApplication.activePopupWidget() is None
    assert others(program) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_window_of_any_other_kind_goes_too(program: Program, qtbot: QtBot) -> None:
    stray = QWidget(program.window, Qt.WindowType.Tool)
    stray.show()
    assert others(program) == ["QWidget"]
    program.lock()
    qtbot.waitUntil(lambda: locked(program))
    assert others(program) == []


# ---- the clipboard
def copied(program: Program) -> str:
    assert program.review is not None
    program.review.pages.go_to(COMMENT)
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    box.selectAll()
    box.copy()
    return QGuiApplication.clipboard().text()


def test_clipboard_holds_nothing_of_ours_after_the_lock(program: Program, qtbot: QtBot) -> None:
    assert copied(program)
    program.lock()
    qtbot.waitUntil(lambda: locked(program))
    assert QGuiApplication.clipboard().text() == ""


def test_clipboard_of_another_program_is_left_alone(program: Program, qtbot: QtBot) -> None:
    assert copied(program)
    QGuiApplication.clipboard().setText("of another program")
    program.lock()
    qtbot.waitUntil(lambda: locked(program))
    assert QGuiApplication.clipboard().text() == "of another program"
    QGuiApplication.clipboard().clear()
