"""What a field should link to and is not there yet is added from the field, by keyboard, and never a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review
from form_bench import Bench
from link_tools import keys
from names_tools import REGISTERED, UNKNOWN, desk, field, press, session_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.program import Program
from ui.widgets.editors.link_box import LinkBox

KEYS = Qt.Key


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with desk(qtbot, tmp_path, 4) as made:
        yield made


def box_of(program: Program, kind: str, name: str, record_id: str = "") -> LinkBox:
    field(program, kind, name, record_id)
    found = QApplication.focusWidget()
    assert isinstance(found, LinkBox)
    found.selectAll()
    return found


def test_post_that_is_not_listed_is_added_and_linked_without_leaving_the_entry(program: Program) -> None:
    review = session_of(program).review
    before = len(review.all("staff"))
    box = box_of(program, "entry", "decision_by", "CE-001")
    QTest.keyClicks(box, "Duty Solicitor Liaison")
    assert box.matches() == ["Nothing is found.", "Add ‘Duty Solicitor Liaison 1’ to ‘Staff, by job title’"]
    keys(box, KEYS.Key_Return)
    assert len(session_of(program).review.all("staff")) == before
    QTest.keyClicks(box, "s")
    QTest.keyClick(box, KEYS.Key_Backspace)
    keys(box, KEYS.Key_Down, KEYS.Key_Return)
    now = session_of(program).review
    made = now[now["CE-001"].link("decision_by")]
    assert (made.kind, made.text("code"), made.text("title")) == (
        "staff",
        "Duty Solicitor Liaison 1",
        "Duty Solicitor Liaison",
    )
    assert QApplication.focusWidget() is box
    assert box.text() == "Duty Solicitor Liaison 1"
    press((KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier), (KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert len(session_of(program).review.all("staff")) == before


def test_job_title_that_is_listed_can_still_be_added_with_the_next_number(program: Program) -> None:
    box = box_of(program, "entry", "staff", "CE-001")
    QTest.keyClicks(box, "Crown Prosecutor")
    assert box.matches()[-1].startswith("Add ‘Crown Prosecutor ")
    keys(box, KEYS.Key_Escape)
    QTest.keyClicks(box, "Crown Prosecutor 2")
    assert not [words for words in box.matches() if words.startswith("Add")]


@pytest.mark.parametrize("name", [REGISTERED, f"Mrs {UNKNOWN}"])
def test_name_is_never_offered_as_a_job_title(program: Program, name: str) -> None:
    box = box_of(program, "entry", "decision_by", "CE-001")
    QTest.keyClicks(box, name)
    assert box.matches() == ["Nothing is found."]


def test_record_is_added_from_a_new_row_of_sources(program: Program) -> None:
    row = field(program, "entry", "sources", "CE-001")
    for control in row.editor.controls():
        if control.accessibleName() == "Source: add a row":
            control.setFocus()
    press(KEYS.Key_Space)
    box = QApplication.focusWidget()
    assert isinstance(box, LinkBox)
    QTest.keyClicks(box, "Exhibit list of the hearing")
    keys(box, KEYS.Key_Down, KEYS.Key_Return)
    now = session_of(program).review
    assert "Exhibit list of the hearing" in {each.text("description") for each in now.all("record")}
    press(KEYS.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "p. 2")
    press(KEYS.Key_Tab)
    now = session_of(program).review
    linked = [now[each.link("record")].text("description") for each in now["CE-001"].rows("sources")]
    assert "Exhibit list of the hearing" in linked


def test_field_with_nothing_to_choose_from_says_where_it_is_added(show: Callable[..., None]) -> None:
    bench = Bench("entry", review(record("entry", "CE-001")), "CE-001")
    show(bench.window, 700, 900)
    box = bench.row("key_decision").editor.controls()[0]
    assert isinstance(box, LinkBox)
    box.setFocus()
    keys(box, KEYS.Key_Down)
    assert box.matches() == ["None yet. ‘Key decisions’ stands on the page ‘Analysis’."]
    keys(box, KEYS.Key_Down, KEYS.Key_Return)
    assert bench.asked.changes == []
