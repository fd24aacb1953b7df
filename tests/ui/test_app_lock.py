"""Locking and closing: everything is on disk first, and no word of the review stays in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import FullDisk, ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.guidance.facts import Place
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.unlock import UnlockPage
from ui.program import Program

REFERENCE = Place("review", "review", "reference", "")


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    """A program with the sample open at stage 1."""
    with running(ask) as made:
        open_by_key(made, *review_in(tmp_path))
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        yield made


def type_reference(program: Program, words: str) -> Callable[[], str]:
    """Type over ‘Our reference’, and stay in the field; gives what stands in it."""
    assert program.review is not None
    program.window.activateWindow()
    program.review.pages.go_to(REFERENCE)
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    assert box.toPlainText() == "REVIEW-K"
    box.selectAll()
    QTest.keyClicks(box, words)
    return box.toPlainText


def stored(path: Path) -> str:
    session = Session.open(path, SAMPLE_PASSPHRASE, read_only=True)
    try:
        return session.review.one("review").text("reference")
    finally:
        session.close()


def front(program: Program) -> UnlockPage | None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return program.window.findChild(UnlockPage)


def locked(program: Program, qtbot: QtBot) -> UnlockPage:
    qtbot.waitUntil(lambda: front(program) is not None)
    page = front(program)
    assert page is not None
    return page


def test_lock_keeps_what_is_typed_closes_dialogs_and_leaves_no_word_of_the_review(
    program: Program, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    type_reference(program, "REVIEW-K/9")
    assert "Thornmere" in words_in(program.window)
    program.window.lock_asked.emit()
    page = locked(program, qtbot)
    assert program.review is None
    assert ask.dismissed == 1
    for words in ("Thornmere", "Child K", "REVIEW-K", "Crown Prosecutor 1"):
        assert words not in words_in(program.window)
    assert program.window.windowTitle() == "IMR Desk"
    assert "Locked. Everything is saved." in words_in(page)
    assert stored(tmp_path / "review.imr") == "REVIEW-K/9"


def test_lock_unlocking_comes_back_to_the_same_stage(program: Program, qtbot: QtBot) -> None:
    program.window.stage_chosen.emit(3)
    program.lock()
    page = locked(program, qtbot)
    QTest.keyClicks(page.card.field.box, SAMPLE_PASSPHRASE)
    page.card.button.click()
    qtbot.waitUntil(lambda: program.review is not None)
    assert program.review is not None
    assert program.review.pages.stage == 3


def test_lock_comes_by_itself_after_the_time_without_a_key(program: Program, qtbot: QtBot) -> None:
    idle = program.leaving.idle
    assert idle is not None
    assert idle.left == 10
    idle._clock = lambda: idle._last + 601
    idle.tick()
    assert locked(program, qtbot)
    assert not idle.timer.isActive()


def test_close_of_the_window_keeps_what_is_typed_first(program: Program, tmp_path: Path) -> None:
    type_reference(program, "REVIEW-K/9")
    assert program.window.close()
    assert program.review is None
    assert stored(tmp_path / "review.imr") == "REVIEW-K/9"


@pytest.mark.parametrize(("answer", "closes"), [("keep", False), ("leave", True)])
def test_close_full_disk_asks_and_keeps_the_window_open_unless_told_otherwise(
    program: Program, ask: ScriptedAsk, monkeypatch: pytest.MonkeyPatch, answer: str, closes: bool
) -> None:
    FullDisk(monkeypatch.setattr)
    type_reference(program, "REVIEW-K/9")
    ask.answers.append(answer)
    assert program.window.close() is closes
    assert [question.safe for question in ask.asked] == ["keep"]
    assert (program.review is None) is closes


def test_close_of_the_review_leads_to_the_first_page(program: Program) -> None:
    program.close_review()
    assert program.review is None
    assert "Open a review file" in "".join(
        each.words() for each in program.window.findChildren(type(program.window.desk.header.lock))
    )
