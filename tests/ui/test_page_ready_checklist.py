"""The quality checklist on ‘Ready?’: begun in one step, answered by the program and by people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ready_desk import Desk, focus, opened
from window_tools import words_in

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with opened(tmp_path, qtbot, getattr(request, "param", "cps")) as made:
        yield made


def test_checklist_shows_which_answers_are_the_programs_own(desk: Desk) -> None:
    rows = {row.key: row for row in desk.checklist.list.rows.rows}
    assert rows["QA-01"].state == "Yes · answered by the program"
    assert rows["QA-05"].state == "Yes · answered by a person"
    assert desk.checklist.notice.isHidden()


def test_checklist_says_where_the_program_finds_another_answer_and_takes_it_in_one_step(desk: Desk) -> None:
    desk.run(SetFields("findings", "findings", {"resources_overall": None}))
    assert "Items: Q-30." in words_in(desk.checklist.notice)
    rows = {row.key: row for row in desk.checklist.list.rows.rows}
    assert rows["QA-30"].state == "Yes · answered by the program · the program finds: No"
    desk.checklist.take.click()
    desk.settle()
    assert desk.now["QA-30"].text("answer") == "no"
    assert desk.checklist.notice.isHidden()
    desk.review.bridge.undo()
    assert desk.now["QA-30"].text("answer") == "yes"


def test_checklist_item_opens_in_its_line_and_is_answered_by_keyboard(desk: Desk) -> None:
    part = desk.checklist
    part.list.setFocus()
    assert part.list.choose("QA-05")
    part._line_changed()
    desk.press(Qt.Key.Key_Return)
    assert focus().accessibleName() == "Answer"
    form = part._form
    assert form is not None
    box = form.row("comment").editor.controls()[0]
    desk.tab_to(box)
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "From another Area.")
    desk.press(Qt.Key.Key_Tab)
    assert desk.now["QA-05"].text("comment") == "From another Area."
    assert part.list.key() == "QA-05"


@pytest.mark.parametrize("desk", [""], indirect=True)
def test_checklist_is_begun_in_one_step_with_what_the_program_finds(desk: Desk) -> None:
    desk.checklist.begin.setFocus()
    desk.press(Qt.Key.Key_Space)
    records = desk.now.all("quality_item")
    assert [each.text("item") for each in records] == [f"Q-{n:02d}" for n in range(1, 51)]
    assert records[2].text("answer") in ("yes", "no")
    assert records[4].text("answer") == ""
    assert focus() is desk.checklist.list
    desk.review.bridge.undo()
    assert desk.now.all("quality_item") == ()


def test_checklist_words_of_an_item_are_text_and_only_answer_and_comment_are_fields(desk: Desk) -> None:
    part = desk.checklist
    assert desk.page.focus_place(Place("quality_item", "QA-05", "text", ""))
    assert focus().accessibleName() == "Answer"
    form = part._form
    assert form is not None
    assert [row.field.name for row in form.rows] == ["answer", "comment"]
    row = next(row for row in part.list.rows.rows if row.key == "QA-05")
    item = desk.now["QA-05"]
    assert item.text("item") in row.title
    assert item.text("text") in row.title


@pytest.mark.parametrize("desk", [""], indirect=True)
def test_checklist_item_without_an_answer_says_who_is_to_answer_it(desk: Desk) -> None:
    desk.checklist.begin.click()
    desk.settle()
    states = {row.state for row in desk.checklist.list.rows.rows}
    assert "Not answered yet · for a person to answer" in states
