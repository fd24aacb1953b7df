"""A save that fails is tried again by itself, later and later; another place is offered; success is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import FullDisk, ScriptedAsk, words_in

from imr_desk.guidance.facts import Place
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.keeping_on import SAVED_AGAIN, WAITS_S, KeepingOn
from ui.open_review import OpenReview
from ui.program import Program


@pytest.fixture
def review(program: Program) -> OpenReview:
    assert program.review is not None
    return program.review


@pytest.fixture
def keeping(review: OpenReview) -> KeepingOn:
    return review.keeping_on


def typed(program: Program, review: OpenReview, words: str) -> Callable[[], str]:
    program.window.activateWindow()
    review.pages.go_to(Place("review", "review", "reference", ""))
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    box.selectAll()
    QTest.keyClicks(box, words)
    review.pages.flush()
    return box.toPlainText


def stored(path: Path) -> str:
    session = Session.open(path, SAMPLE_PASSPHRASE, read_only=True)
    try:
        return session.review.one("review").text("reference")
    finally:
        session.close()


def test_failed_save_is_said_at_once_with_two_ways_out(
    program: Program, review: OpenReview, disk: FullDisk, qtbot: QtBot
) -> None:
    disk.full = True
    shown = typed(program, review, "REVIEW-K/9")
    assert shown() == "REVIEW-K/9"
    notices = program.window.desk.notices
    assert "Not saved: the disk is full" in words_in(notices)
    ways = {words for words, _ in review.keeping_on.ways()}
    assert ways == {"Try again", "Save this review somewhere else …"}
    qtbot.waitUntil(lambda: "Not saved: the disk is full" in program.window.desk.status.accessibleName())


def test_failed_save_is_tried_again_later_and_later(
    program: Program, review: OpenReview, keeping: KeepingOn, disk: FullDisk
) -> None:
    disk.full = True
    typed(program, review, "REVIEW-K/9")
    waits = []
    for _ in range(len(WAITS_S) + 2):
        waits.append(keeping.timer.interval() // 1000)
        keeping.timer.stop()
        keeping.timer.timeout.emit()
        assert keeping.timer.isActive()
    assert waits == [*WAITS_S, WAITS_S[-1], WAITS_S[-1]]


def test_failed_save_that_succeeds_by_itself_is_said_and_in_the_file(
    program: Program, review: OpenReview, keeping: KeepingOn, disk: FullDisk, qtbot: QtBot, tmp_path: Path
) -> None:
    disk.full = True
    typed(program, review, "REVIEW-K/9")
    disk.full = False
    with qtbot.waitSignal(keeping.kept):
        keeping.timer.timeout.emit()
    notices = program.window.desk.notices
    assert notices.notice("not saved") is None
    assert "Nothing was lost." in words_in(notices)
    disk.full = True
    typed(program, review, "REVIEW-K/10")
    assert notices.notice(SAVED_AGAIN) is None
    disk.full = False
    keeping.again()
    assert not keeping.timer.isActive()
    assert keeping.why == ""
    assert stored(tmp_path / "review.imr") == "REVIEW-K/10"


def test_failed_save_typing_goes_on_and_all_of_it_is_kept_in_order(
    program: Program, review: OpenReview, keeping: KeepingOn, disk: FullDisk, qtbot: QtBot, tmp_path: Path
) -> None:
    disk.full = True
    typed(program, review, "REVIEW-K/9")
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    QTest.keyClicks(box, " and more")
    review.pages.flush()
    disk.full = False
    with qtbot.waitSignal(keeping.kept):
        keeping.again()
    assert box.toPlainText() == "REVIEW-K/9 and more"
    assert stored(tmp_path / "review.imr") == "REVIEW-K/9 and more"


def test_another_place_takes_everything_and_the_review_goes_on_there(
    program: Program, review: OpenReview, keeping: KeepingOn, disk: FullDisk, ask: ScriptedAsk, tmp_path: Path
) -> None:
    disk.full = True
    typed(program, review, "REVIEW-K/9")
    other = tmp_path / "stick" / "other.imr"
    other.parent.mkdir()
    ask.files.append(other)
    disk.full = False  # the disk of the other place is not
    assert keeping.save_elsewhere()
    assert program.path == other
    assert "This review is now in ‘other.imr’." in words_in(program.window.desk.notices)
    assert stored(other) == "REVIEW-K/9"
    assert stored(tmp_path / "review.imr") == "REVIEW-K"
    typed(program, review, "REVIEW-K/10")
    assert stored(other) == "REVIEW-K/10"


def test_another_place_that_cannot_be_written_is_said_and_nothing_changes(
    program: Program, review: OpenReview, keeping: KeepingOn, disk: FullDisk, ask: ScriptedAsk, tmp_path: Path
) -> None:
    disk.full = True
    shown = typed(program, review, "REVIEW-K/9")
    ask.files.append(tmp_path / "not there" / "other.imr")
    assert not keeping.save_elsewhere()
    assert "cannot be made in that folder" in words_in(program.window.desk.notices)
    assert program.path == tmp_path / "review.imr"
    assert shown() == "REVIEW-K/9"


def test_close_of_the_window_offers_another_place_and_closes_once_all_is_there(
    program: Program, review: OpenReview, disk: FullDisk, ask: ScriptedAsk, tmp_path: Path
) -> None:
    disk.full = True
    typed(program, review, "REVIEW-K/9")
    other = tmp_path / "other.imr"
    ask.files.append(other)
    asked = ask.question

    def answered(question: object) -> str:
        asked(question)  # type: ignore[arg-type]
        disk.full = False
        return "elsewhere"

    ask.question = answered  # type: ignore[method-assign]
    assert program.window.close()
    assert [each.id for each in ask.asked[0].answers] == ["keep", "elsewhere", "leave"]
    assert stored(other) == "REVIEW-K/9"
