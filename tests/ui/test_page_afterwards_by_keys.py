"""‘Afterwards’ by keyboard alone: added, changed, put in order, deleted, undone, and there in the file afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import fill, focused, press, push, tab_to
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.review.review import Review
from imr_desk.session import Session
from ui.program import Program

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def file(tmp_path: Path) -> tuple[Path, bytes]:
    return review_in(tmp_path)


@pytest.fixture
def program(qtbot: QtBot, file: tuple[Path, bytes]) -> Iterator[Program]:
    """The sample in the program, at the head of ‘Afterwards’."""
    with running(ScriptedAsk()) as made:
        open_by_key(made, *file, stage=1)
        in_use(qtbot, made)
        assert made.review is not None
        press(Qt.Key.Key_0, CTRL)
        assert made.review.pages.stage == 10
        made.window.focus_page()
        QApplication.processEvents()
        yield made


def held(program: Program) -> Review:
    assert program.review is not None
    return program.review.bridge.review


def reopened(program: Program, file: tuple[Path, bytes]) -> Review:
    """What the file holds once it was closed and opened again."""
    assert program.review is not None
    program.review.pages.flush()
    program.review.close()
    program.review = None
    session = Session.open(file[0], raw_key=file[1])
    try:
        return session.review
    finally:
        session.close()


def test_question_of_the_panel_is_written_with_its_answer_and_change(
    program: Program, file: tuple[Path, bytes]
) -> None:
    push("Add a question")
    assert len(held(program).all("panel_question")) == 1
    fill("Question", "Who told the court?")
    fill("Answer", "Nobody did.")
    fill("Answered on", "21/1/2015")
    question = reopened(program, file).all("panel_question")[0]
    assert question.text("question") == "Who told the court?"
    assert question.text("answer") == "Nobody did."
    assert str(question.day("answered_on")) == "2015-01-21"


def test_progress_of_an_action_is_added_changed_put_in_order_deleted_and_undone(
    program: Program, file: tuple[Path, bytes]
) -> None:
    action = held(program).all("action")[0]
    push("Add progress: ")
    first = held(program).all("progress")[0]
    assert first.link("action") == action.id
    fill("Date", "3/3/2015")
    fill("Evidence", "A draft was sent round.")
    push("Close: ")
    tab_to("Add progress: ", back=True)
    press(Qt.Key.Key_Space)
    fill("Evidence", "It was issued.")
    push("Close: ")
    second = held(program).all("progress")[1]
    press(Qt.Key.Key_Up, ALT)
    assert [each.id for each in held(program).all("progress")] == [second.id, first.id]
    press(Qt.Key.Key_Space)
    push("Delete")
    assert [each.id for each in held(program).all("progress")] == [first.id]
    assert focused().accessibleName() == "Put it back"
    press(Qt.Key.Key_Z, CTRL)
    assert [each.id for each in held(program).all("progress")] == [second.id, first.id]
    kept = reopened(program, file).all("progress")
    assert [each.text("evidence") for each in kept] == ["It was issued.", "A draft was sent round."]


def test_disclosure_item_and_debrief_are_kept_as_they_are_typed(program: Program, file: tuple[Path, bytes]) -> None:
    fill("Presented to", "review panel")
    tab_to("Change: Crown Prosecutor 1")
    press(Qt.Key.Key_Space)
    fill("First held on", "16 December 2014")
    press(Qt.Key.Key_Escape)
    assert focused().accessibleName() == "Change: Crown Prosecutor 1"
    push("Add an item")
    item = held(program).all("disclosure_item")[-1].id
    fill("Description", "Minutes of the panel.")
    fill("Owner", "the board")
    kept = reopened(program, file)
    assert kept.one("afterwards").text("presented_to") == "review panel"
    assert str(kept["DBR-01"].day("first_held")) == "2014-12-16"
    assert kept[item].text("description") == "Minutes of the panel."
    assert kept[item].text("owner") == "the board"
