"""Steps with the recovery key in a window: past its page by keyboard alone, and to the pages of passphrases."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in

from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.recovery_sheet import RecoverySheetPage
from ui.program import Program

MANY_STOPS = 30


def sheet_page(program: Program, qtbot: QtBot) -> RecoverySheetPage:
    """The page, once it is there."""
    qtbot.waitUntil(lambda: program.window.findChild(RecoverySheetPage) is not None)
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


class Asked(ScriptedAsk):
    """Gives a passphrase where one is asked for."""

    passphrase: str | None = SAMPLE_PASSPHRASE

    def secret(self, title: str, body: str, label: str) -> str | None:
        return self.passphrase


def opened(program: Program, qtbot: QtBot) -> Session:
    qtbot.waitUntil(lambda: program.review is not None)
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)
    assert program.review is not None
    return program.review.session()


def open_review(program: Program, qtbot: QtBot, folder: Path) -> Path:
    path, key = review_in(folder)
    open_by_key(program, path, key)
    opened(program, qtbot)
    return path


def page_of(program: Program, qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: program.window.findChild(kind) is not None)
    page = program.window.findChild(kind)
    assert page is not None
    return page


def kept_in(session: Session) -> list[tuple[int | None, str, str]]:
    records = session.review.all("recovery_sheet")
    return [(each.number("sheet"), each.text("kept_as"), each.text("accepted")) for each in records]
