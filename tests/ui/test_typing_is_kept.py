"""What is typed is on disk within two seconds of the last key, and at once where the person leaves; nothing is undone
by that in the field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.guidance.facts import Place
from imr_desk.session import Session
from ui.page_host import PageHost
from ui.program import Program
from ui.returning import field_round
from ui.widgets.editors.base import PAUSE_MS
from ui.widgets.editors.prose import LONG_MS, ProseEditor

WORDS = "Typed just now. "
COMMENT = Place("entry", "CE-003", "comment", "")


class Writer:
    """Somebody who types in a review, and a look at what is on disk."""

    def __init__(self, program: Program, path: Path, key: bytes) -> None:
        self.program, self._path, self._key = program, path, key

    @property
    def pages(self) -> PageHost:
        assert self.program.review is not None
        return self.program.review.pages

    def type_at(self, place: Place, words: str = WORDS) -> QTextEdit:
        self.pages.go_to(place)
        box = self.box()
        QTest.keyClicks(box, words)
        return box

    def box(self) -> QTextEdit:
        box = self.program.window.focusWidget()
        assert isinstance(box, QTextEdit)
        return box

    def editor(self) -> ProseEditor:
        field = field_round(self.program.window.focusWidget())
        assert field is not None
        assert isinstance(field.editor, ProseEditor)
        return field.editor

    def on_disk(self, place: Place) -> str:
        session = Session.open(self._path, raw_key=self._key, read_only=True)
        try:
            record = session.review.get(place.record_id) or session.review.one(place.kind)
            return record.text(place.field)
        finally:
            session.close()


@pytest.fixture
def writer(qtbot: QtBot, tmp_path: Path) -> Iterator[Writer]:
    path, key = review_in(tmp_path)
    with running(ScriptedAsk()) as program:
        open_by_key(program, path, key)
        qtbot.waitUntil(lambda: program.leaving.idle is not None and program.leaving.idle.timer.isActive())
        program.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)
        yield Writer(program, path, key)
        qtbot.waitUntil(lambda: program.tasks.running == 0)


PLACES = [
    Place("context", "context", "role_of_agency", ""),
    COMMENT,
    Place("paragraph", "AN-1.1", "text", ""),
    Place("interview", "INT-01", "record", ""),
    Place("independence", "independence", "note", ""),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.kind)
def test_typing_is_on_disk_after_the_pause_wherever_it_was_typed(writer: Writer, place: Place) -> None:
    writer.type_at(place)
    assert WORDS not in writer.on_disk(place)
    timers = [each for each in writer.pages.page.findChildren(ProseEditor) if each.pause_timer.isActive()]
    assert len(timers) == 1
    timers[0].pause_timer.timeout.emit()
    assert WORDS in writer.on_disk(place)


def test_pause_ends_within_two_seconds_also_by_a_timer_that_is_late() -> None:
    assert PAUSE_MS * 1.05 < 2000  # a coarse timer of Qt is late by a twentieth


def go_away(writer: Writer) -> None:
    QTest.keyClick(writer.box(), Qt.Key.Key_Tab)


def go_to_stage(writer: Writer) -> None:
    writer.program.window.stage_chosen.emit(1)


def save_now(writer: Writer) -> None:
    writer.program.save_now()


def show_print(writer: Writer) -> None:
    assert writer.program.review is not None
    writer.program.review.printing.show()


def close_window(writer: Writer) -> None:
    writer.program.window.close()


def close_review(writer: Writer) -> None:
    writer.program.close_review()


@pytest.mark.parametrize(
    "leave", [go_away, go_to_stage, save_now, show_print, close_window, close_review], ids=lambda each: each.__name__
)
def test_typing_is_on_disk_at_once_where_the_person_leaves(writer: Writer, leave: Callable[[Writer], None]) -> None:
    writer.type_at(COMMENT)
    leave(writer)
    assert WORDS in writer.on_disk(COMMENT)


def test_typing_is_on_disk_before_a_report_is_made(writer: Writer, qtbot: QtBot) -> None:
    assert writer.program.review is not None
    writer.type_at(COMMENT)
    jobs = writer.program.review.sign_off()
    jobs.begin_export()
    assert WORDS in writer.on_disk(COMMENT)


def test_saved_is_said_only_once_the_file_has_it(writer: Writer) -> None:
    assert writer.program.review is not None
    found: list[bool] = []
    writer.program.review.bridge.saved.connect(lambda: found.append(WORDS in writer.on_disk(COMMENT)))
    writer.type_at(COMMENT)
    writer.pages.flush()
    assert found == [True]


def test_typing_on_while_it_is_saved_loses_no_letter(writer: Writer) -> None:
    assert writer.program.review is not None
    box = writer.type_at(COMMENT, "First")
    more = iter((" second", " third"))

    def type_on() -> None:
        QTest.keyClicks(box, next(more, ""))

    writer.program.review.bridge.changed.connect(type_on)
    writer.program.review.bridge.saved.connect(type_on)
    writer.pages.flush()
    assert box.toPlainText().startswith("First second third")
    assert box.textCursor().position() == len("First second third")
    writer.pages.flush()
    assert writer.on_disk(COMMENT).startswith("First second third")


def test_saving_leaves_cursor_selection_and_what_is_shown_alone(writer: Writer) -> None:
    box = writer.type_at(COMMENT, "On two")
    cursor = box.textCursor()
    cursor.setPosition(2)
    cursor.insertText("e\u0301")  # the door for text makes one letter of the two
    cursor = box.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    shown = box.toPlainText()
    writer.pages.flush()
    assert writer.on_disk(COMMENT).startswith("On\u00e9 two")
    assert box.toPlainText() == shown
    assert (box.textCursor().position(), box.textCursor().anchor()) == (6, 2)


def test_saving_leaves_the_undo_of_the_field(writer: Writer) -> None:
    box = writer.type_at(COMMENT, "Kept. ")
    writer.pages.flush()
    QTest.keyClicks(box, "More. ")
    after = box.toPlainText()
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "More. " not in box.toPlainText()
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == after


def test_writing_on_and_on_is_kept_without_a_pause(writer: Writer) -> None:
    box = writer.type_at(COMMENT, "On and ")
    editor = writer.editor()
    assert editor.long_timer.interval() == LONG_MS <= 15_000
    left = editor.long_timer.remainingTime()
    QTest.keyClicks(box, "on ")
    assert editor.long_timer.remainingTime() <= left
    editor.long_timer.timeout.emit()
    assert writer.on_disk(COMMENT).startswith("On and on ")
    assert not editor.long_timer.isActive()
