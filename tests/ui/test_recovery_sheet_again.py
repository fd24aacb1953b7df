"""The sheet of the recovery key of a review that is open: looked at again, looked up, and asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recovery_steps import Asked, open_review, opened, sheet_page
from window_tools import open_by_key, review_in, running, words_in

from imr_desk.jobs.recovery import sheet_for
from imr_desk.sample import SAMPLE_PASSPHRASE
from ui.pages.recovery_sheet import RecoverySheetPage
from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.recovering import SHEET


@pytest.fixture
def ask() -> Asked:
    return Asked()


@pytest.fixture
def program(qtbot: QtBot, ask: Asked) -> Iterator[Program]:
    with running(ask) as made:
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0 and made.backing_up.tasks.running == 0)


def test_the_sheet_is_shown_again_after_the_passphrase_and_tells_what_another_sheet_is(
    program: Program, qtbot: QtBot, ask: Asked, tmp_path: Path
) -> None:
    path = open_review(program, qtbot, tmp_path)
    program.recovering.show()
    page = sheet_page(program, qtbot)
    assert page.check is not None
    page.check.editor.set_value(" ".join(sheet_for(path, SAMPLE_PASSPHRASE).groups))
    page.check.button.click()
    assert "This is sheet 1, the one that opens this file." in words_in(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert program.window.desk.isVisible()


def test_a_review_that_says_nothing_of_its_sheet_reminds_of_it_until_it_is_kept(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, key = review_in(tmp_path, "")
    open_by_key(program, path, key)
    opened(program, qtbot)
    qtbot.waitUntil(lambda: "Nobody has recorded" in words_in(program.window))
    program.recovering.show()
    page = sheet_page(program, qtbot)
    page.hand_button.click()
    page.key.done.click()
    assert program.window.desk.notices.notice(SHEET) is None


def test_the_sheet_is_not_shown_without_the_right_passphrase(
    program: Program, qtbot: QtBot, ask: Asked, tmp_path: Path
) -> None:
    open_review(program, qtbot, tmp_path)
    ask.passphrase = "not the one at all"
    program.recovering.show()
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert ask.asked[-1].title == "That is not the passphrase of this review."
    assert program.window.findChild(RecoverySheetPage) is None


def test_the_lock_takes_the_sheet_out_of_the_window(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    open_review(program, qtbot, tmp_path)
    program.recovering.show()
    sheet_page(program, qtbot)
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
    qtbot.waitUntil(lambda: program.window.findChild(RecoverySheetPage) is None)
    assert program.window.findChild(UnlockPage) is not None
