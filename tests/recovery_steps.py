"""Past the page with the recovery key that comes after a review was begun, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.recovery_sheet import RecoverySheetPage
from ui.program import Program

MANY_STOPS = 30


def sheet_page(program: Program, qtbot: QtBot) -> RecoverySheetPage:
    """The page, once it is there."""
    qtbot.waitUntil(lambda: program.window.findChild(RecoverySheetPage) is not None, timeout=20_000)
    page = program.window.findChild(RecoverySheetPage)
    assert page is not None
    return page


def go_to(name: str) -> QWidget:
    """Tab from where the keyboard is to the control of this name."""
    for _ in range(MANY_STOPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused.accessibleName() == name:
            return focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to ‘{name}’")


def do_without_recovery_key(program: Program, qtbot: QtBot) -> None:
    """Take the words of the refusal over, and go on."""
    page = sheet_page(program, qtbot)
    if not program.window.isActiveWindow():
        with qtbot.waitActive(program.window):
            program.window.activateWindow()
    page.setFocus()
    QTest.keyClick(go_to("Take these words over"), Qt.Key.Key_Space)
    QTest.keyClick(go_to("Go on without a recovery key"), Qt.Key.Key_Space)
