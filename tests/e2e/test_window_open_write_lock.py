"""Through the window by keyboard alone: unlock, write an entry, save, lock, unlock, find it again, undo it, close."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, review_in, running, words_in

from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.unlock import UnlockPage
from ui.program import Program

WHAT = "Crown Prosecutor 1 telephoned the refuge; no note was made."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with running(ScriptedAsk(), pages_ahead=True) as made:
        yield made


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def unlock(program: Program, qtbot: QtBot) -> None:
    page = program.window.findChild(UnlockPage)
    assert page is not None
    program.window.activateWindow()
    qtbot.waitUntil(page.card.field.box.hasFocus)
    QTest.keyClicks(focused(), SAMPLE_PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.review is not None)
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)


def _reaches(search: QWidget) -> bool:
    """Ask for the search box, and tell whether the keyboard is in it."""
    press(Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    return search.hasFocus()


def go_to_field(name: str) -> None:
    """Tab until the field of that name has the keyboard."""
    for _ in range(60):
        if focused().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no field {name!r} is reached with Tab")


def test_entry_is_written_saved_locked_away_found_and_undone_by_keyboard(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path)
    program.begin(path)
    unlock(program, qtbot)

    press(Qt.Key.Key_4, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    go_to_field("Event or contact")
    QTest.keyClicks(focused(), WHAT)
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: program.window.desk.status.accessibleName().startswith("Saved "))

    press(Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: program.window.findChild(UnlockPage) is not None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert WHAT not in words_in(program.window)

    unlock(program, qtbot)
    review = program.review
    assert review is not None
    assert review.pages.stage == 4
    search = program.window.desk.header.search
    qtbot.waitUntil(lambda: _reaches(search))  # after the unlock the page may still take the keyboard
    QTest.keyClicks(search, "telephoned the refuge")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.has_page(0))
    found = program.window.page(0).model  # type: ignore[attr-defined]
    assert WHAT.split(";")[0] in " ".join(found.cell(0, at).spoken() for at in range(found.columnCount()))
    press(Qt.Key.Key_Return)
    assert WHAT in words_in(review.pages.page)
    qtbot.waitUntil(lambda: review.pages.page.isAncestorOf(focused()))

    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: review.pages.page.isAncestorOf(focused()))
    actions = program.window.actions_shown
    assert actions is not None
    qtbot.waitUntil(actions["edit.undo"].isEnabled)
    press(Qt.Key.Key_Z, CONTROL)
    assert all(entry.text("event") != WHAT for entry in review.bridge.review.all("entry"))
    press(Qt.Key.Key_Y, CONTROL)
    assert any(entry.text("event") == WHAT for entry in review.bridge.review.all("entry"))

    assert program.window.close()
    session = Session.open(path, SAMPLE_PASSPHRASE, read_only=True)
    kept = [entry.text("event") for entry in session.review.all("entry")]
    session.close()
    assert kept.count(WHAT) == 1
    assert len(list(tmp_path.iterdir())) == 1
