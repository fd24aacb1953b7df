"""Unlocking comes back to the same page, field and cursor, with undo, and with words that no field had taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.guidance.facts import Place
from imr_desk.jobs.left_at import LeftAt, Unkept, keep_left_at, read_left_at
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.page_host import PageHost
from ui.pages.sign_off_forms import SignForm
from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.returning import field_round
from ui.searching import FOUND
from ui.widgets.editors.line import LineEditor

COMMENT = Place("entry", "CE-003", "comment", "")


class Desk:
    """A program with a review that can be locked and unlocked."""

    def __init__(self, program: Program, path: Path, key: bytes, qtbot: QtBot) -> None:
        self.program, self.path, self._key, self._qtbot = program, path, key, qtbot

    def open(self) -> None:
        open_by_key(self.program, self.path, self._key)
        self.wait_for_paint()

    def unlock(self) -> None:
        """As the person does it."""
        page = self.program.window.findChild(UnlockPage)
        assert page is not None
        page.card.field.box.setText(SAMPLE_PASSPHRASE)
        page.card.button.click()
        self._qtbot.waitUntil(lambda: self.program.review is not None)
        self.wait_for_paint()

    def wait_for_paint(self) -> None:
        program = self.program
        self._qtbot.waitUntil(lambda: program.leaving.idle is not None and program.leaving.idle.timer.isActive())
        program.window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)

    @property
    def pages(self) -> PageHost:
        assert self.program.review is not None
        return self.program.review.pages

    def lock(self) -> None:
        self.program.lock()
        self._qtbot.waitUntil(lambda: self.program.review is None)
        assert self.program.window.findChild(UnlockPage) is not None

    def box(self) -> QTextEdit:
        box = self.program.window.focusWidget()
        assert isinstance(box, QTextEdit)
        return box

    def field(self) -> tuple[str, str]:
        found = field_round(self.program.window.focusWidget())
        assert found is not None
        return found.record_id, found.field.name


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with running(ScriptedAsk()) as program:
        made = Desk(program, *review_in(tmp_path), qtbot)
        made.open()
        yield made
        qtbot.waitUntil(lambda: program.tasks.running == 0)


@pytest.mark.parametrize(
    "place",
    [
        Place("review", "review", "reference", ""),
        COMMENT,
        Place("paragraph", "AN-1.1", "text", ""),
        Place("findings", "findings", "conclusion", ""),
        Place("interview", "INT-01", "record", ""),
    ],
    ids=lambda place: place.kind,
)
def test_unlocking_comes_back_to_field_cursor_and_selection(desk: Desk, place: Place) -> None:
    desk.pages.go_to(place)
    stage, field, box = desk.pages.stage, desk.field(), desk.box()
    QTest.keyClicks(box, "Typed before the lock ")
    cursor = box.textCursor()
    cursor.setPosition(12)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    chosen = cursor.selectedText()
    desk.lock()
    desk.unlock()
    assert desk.pages.stage == stage
    assert desk.field() == field
    assert desk.box() is not box
    back = desk.box().textCursor()
    assert (back.position(), back.anchor(), back.selectedText()) == (5, 12, chosen)


def test_unlocking_brings_undo_back(desk: Desk) -> None:
    desk.pages.go_to(COMMENT)
    before = desk.box().toPlainText()
    desk.box().selectAll()
    QTest.keyClicks(desk.box(), "Typed before the lock")
    desk.lock()
    desk.unlock()
    assert desk.box().toPlainText() == "Typed before the lock"
    desk.program.window.undo_asked.emit()
    assert desk.box().toPlainText() == before


def test_locking_from_the_veil_comes_back_as_well(desk: Desk) -> None:
    desk.pages.go_to(COMMENT)
    desk.program.veiling.begin()
    desk.lock()
    desk.unlock()
    assert desk.field() == ("CE-003", "comment")


def test_half_a_date_is_there_again_with_its_reason_why_not_kept(desk: Desk) -> None:
    desk.pages.go_to(Place("period", "period", "start", ""))
    box = desk.program.window.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "31 Febr")
    desk.lock()
    desk.unlock()
    found = field_round(desk.program.window.focusWidget())
    assert found is not None
    back = desk.program.window.focusWidget()
    assert isinstance(back, QLineEdit)
    assert back is not box
    assert back.text() == "31 Febr"
    assert found.error() != ""
    assert desk.program.review is not None
    assert desk.program.review.bridge.review.one("period").text("start") != ""
    assert read_left_at(desk.program.review.session()).unkept == ()  # so that it is not put back a second time


def test_half_a_date_elsewhere_than_where_the_keyboard_is_comes_back_too(desk: Desk) -> None:
    desk.pages.go_to(Place("period", "period", "start", ""))
    box = desk.program.window.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "31 Febr")
    desk.pages.go_to(COMMENT)
    desk.lock()
    desk.unlock()
    assert desk.field() == ("CE-003", "comment")
    desk.pages.go_to(Place("period", "period", "start", ""))
    back = desk.program.window.focusWidget()
    assert isinstance(back, QLineEdit)
    assert back.text() == "31 Febr"


def test_words_of_a_form_that_was_not_sent_yet_are_not_lost(desk: Desk) -> None:
    desk.program.window.stage_chosen.emit(9)
    form = desk.pages.page.findChild(SignForm)
    assert form is not None
    QTest.keyClicks(form.name.editor.controls()[0], "Alma Quill")
    QTest.keyClicks(form.secret.box, "a passphrase of somebody")
    desk.lock()
    desk.unlock()
    assert "Alma Quill" in words_in(desk.program.window)
    assert "a passphrase of somebody" not in words_in(desk.program.window)
    assert desk.program.review is not None
    assert read_left_at(desk.program.review.session()).unkept == ()


def test_a_name_typed_where_staff_names_are_asked_for_is_not_kept(desk: Desk) -> None:
    assert desk.program.review is not None
    desk.program.review.registering.show_names()
    lines = [each for each in desk.pages.page.findChildren(LineEditor)]
    assert lines
    for each in lines:
        each.box.setText("Wilberforce Blezarn")
        each.touched()
    desk.lock()
    session = Session.open(desk.path, SAMPLE_PASSPHRASE, read_only=True)
    assert read_left_at(session).unkept == ()
    session.close()


def test_closing_the_program_keeps_the_place_as_well(desk: Desk, tmp_path: Path) -> None:
    desk.pages.go_to(COMMENT)
    desk.program.close_review()
    desk.program.front.unlock(tmp_path / "review.imr")
    desk.unlock()
    assert desk.field() == ("CE-003", "comment")


def test_the_place_stands_in_no_other_file(desk: Desk, tmp_path: Path) -> None:
    desk.pages.go_to(COMMENT)
    desk.lock()
    for each in tmp_path.rglob("*"):
        assert not each.is_file() or b"CE-003" not in each.read_bytes(), each


def test_who_searches_before_all_is_back_keeps_the_keyboard_and_the_words(desk: Desk, qtbot: QtBot) -> None:
    desk.pages.go_to(COMMENT)
    desk.lock()
    desk.unlock()
    search = desk.program.window.desk.header.search
    search.setFocus()
    desk.program.leaving.go_back()
    assert QApplication.focusWidget() is search

    QTest.keyClicks(search, "refuge")
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.program.window.has_page(FOUND))
    results = desk.program.window.page(FOUND)
    assert results.isAncestorOf(QApplication.focusWidget())
    desk.program.leaving.go_back()
    assert results.isAncestorOf(QApplication.focusWidget())
    assert results.isVisible()


def test_words_that_no_field_took_are_put_back_behind_who_searches(desk: Desk) -> None:
    desk.pages.go_to(COMMENT)
    window, review = desk.program.window, desk.program.review
    assert review is not None
    box = desk.box()
    half = Unkept(COMMENT.kind, COMMENT.record_id, COMMENT.field, ("Half a comment",))
    keep_left_at(review.session(), LeftAt(4, unkept=(half,)))
    window.desk.header.search.setFocus()
    desk.program.leaving.go_back()
    assert QApplication.focusWidget() is window.desk.header.search
    assert box.toPlainText() == "Half a comment"
