"""A lock while the disk refuses: nothing readable stays, nothing typed is lost, and nothing is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import FullDisk, ScriptedAsk, words_in

from imr_desk.guidance.facts import Place
from imr_desk.jobs.left_at import read_left_at
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.sealed import SealedPage
from ui.pages.unlock import UnlockPage
from ui.program import Program

REFERENCE = Place("review", "review", "reference", "")


def typed(program: Program, words: str) -> Callable[[], str]:
    assert program.review is not None
    program.window.activateWindow()
    program.review.pages.go_to(REFERENCE)
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    box.selectAll()
    QTest.keyClicks(box, words)
    return box.toPlainText


def sealed(program: Program, qtbot: QtBot) -> SealedPage:
    program.lock()
    qtbot.waitUntil(lambda: program.leaving.sealed)
    page = program.window.findChild(SealedPage)
    assert page is not None
    return page


def stored(path: Path) -> str:
    session = Session.open(path, SAMPLE_PASSPHRASE, read_only=True)
    try:
        return session.review.one("review").text("reference")
    finally:
        session.close()


def seen_in(program: Program) -> str:
    shown = [each for each in program.window.findChildren(QTextEdit) if each.isVisible()]
    return "\n".join(each.toPlainText() for each in shown)


def test_sealed_shows_no_word_asks_nothing_and_keeps_what_was_typed(
    program: Program, ask: ScriptedAsk, disk: FullDisk, qtbot: QtBot
) -> None:
    shown = typed(program, "REVIEW-K/9")
    disk.full = True
    page = sealed(program, qtbot)
    assert ask.asked == []
    assert "Not saved: the disk is full" in words_in(page)
    assert seen_in(program) == ""
    assert not program.window.desk.isVisible()
    assert program.window.windowTitle() == "IMR Desk"
    assert shown() == "REVIEW-K/9"


def test_sealed_locks_as_ever_once_the_disk_takes_it(
    program: Program, disk: FullDisk, qtbot: QtBot, tmp_path: Path
) -> None:
    typed(program, "REVIEW-K/9")
    disk.full = True
    sealed(program, qtbot)
    assert program.review is not None
    timer = program.review.keeping_on.timer
    assert timer.isActive()
    disk.full = False
    timer.timeout.emit()
    qtbot.waitUntil(lambda: program.review is None)
    assert not program.leaving.sealed
    page = program.window.findChild(UnlockPage)
    assert page is not None
    assert "Locked. Everything is saved." in words_in(page)
    assert stored(tmp_path / "review.imr") == "REVIEW-K/9"


def test_sealed_wrong_passphrase_shows_nothing_the_right_one_all(
    program: Program, disk: FullDisk, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path
) -> None:
    shown = typed(program, "REVIEW-K/9")
    disk.full = True
    page = sealed(program, qtbot)
    QTest.keyClicks(page.card.field.box, "not the passphrase")
    page.card.button.click()
    qtbot.waitUntil(lambda: "That passphrase does not open" in words_in(page))
    assert program.leaving.sealed
    page.card.field.box.selectAll()
    QTest.keyClicks(page.card.field.box, SAMPLE_PASSPHRASE)
    page.card.button.click()
    qtbot.waitUntil(lambda: not program.leaving.sealed)
    assert program.window.desk.isVisible()
    assert shown() == "REVIEW-K/9"
    assert program.leaving.idle is not None
    assert program.leaving.idle.timer.isActive()
    disk.full = False
    ask.files.append(tmp_path / "elsewhere.imr")
    assert program.review is not None
    assert program.review.keeping_on.save_elsewhere()
    assert stored(tmp_path / "elsewhere.imr") == "REVIEW-K/9"


def test_sealed_no_key_of_the_review_works_and_a_second_lock_changes_nothing(
    program: Program, disk: FullDisk, qtbot: QtBot
) -> None:
    typed(program, "REVIEW-K/9")
    disk.full = True
    page = sealed(program, qtbot)
    program.veiling.begin()
    program.lock()
    done: list[int] = []
    QTimer.singleShot(0, lambda: done.append(1))
    qtbot.waitUntil(lambda: bool(done))
    assert not program.veiling.on
    assert program.window.findChild(SealedPage) is page
    assert page.isVisible()


@pytest.mark.parametrize(("answer", "closes"), [("keep", False), ("leave", True)])
def test_sealed_closing_the_window_asks_plainly(
    program: Program, ask: ScriptedAsk, disk: FullDisk, qtbot: QtBot, answer: str, closes: bool
) -> None:
    typed(program, "REVIEW-K/9")
    disk.full = True
    sealed(program, qtbot)
    ask.answers.append(answer)
    assert program.window.close() is closes
    assert [each.id for each in ask.asked[0].answers] == ["keep", "leave"]
    assert "loses what was typed last" in ask.asked[0].body


def test_sealed_as_well_where_only_words_that_no_field_took_cannot_be_kept(
    program: Program, disk: FullDisk, qtbot: QtBot, ask: ScriptedAsk
) -> None:
    assert program.review is not None
    program.window.activateWindow()
    program.review.pages.go_to(Place("period", "period", "start", ""))
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "31 Febr")
    disk.full = True
    page = sealed(program, qtbot)
    assert "Not saved: the disk is full" in words_in(page)
    assert box.text() == "31 Febr"
    timer = program.review.keeping_on.timer
    timer.timeout.emit()
    assert program.leaving.sealed
    assert timer.isActive()
    disk.full = False
    timer.timeout.emit()
    qtbot.waitUntil(lambda: program.review is None)
    assert ask.asked == []
    session = Session.open(program.path or Path(), SAMPLE_PASSPHRASE, read_only=True)
    assert [each.boxes for each in read_left_at(session).unkept] == [("31 Febr",)]
    session.close()
