"""A file with cells that cannot be relied on: refused with its rows in sight, and taken in only by choice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from test_taking_in import ROWS, events, intake, read, send, settled, shown

FAULTY = [*ROWS[:2], "5/5/13\t\t#REF!\tSecond event of the file.\t"]


def test_file_with_an_error_of_a_formula_is_refused_in_sight_of_its_rows(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, FAULTY))
        assert page.refusal.isVisible()
        assert page.refusal.text().startswith("‘gp.csv’ was not taken in. A formula gives an error or no result")
        assert "C3" in page.refusal.text()
        assert [row[0] for row in shown(page)] == ["Row 3"]
        assert "#REF!" in page.model.row(0).original
        assert "gives an error (#REF!)" in page.model.row(0).reason
        assert not page.take.isVisible()
        page.take_asked.emit()
        assert events(program) == []


def test_rest_of_it_is_taken_in_by_choice_with_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, FAULTY))
        page.despite.setFocus()
        QTest.keyClick(page.despite, Qt.Key.Key_Space)
        assert not page.refusal.isVisible()
        assert not page.despite.isVisible()
        assert page.take.hasFocus()
        assert page.take.words() == "Take in 2 entries"
        QTest.keyClick(page.take, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: len(events(program)) == 2)
        assert program.review is not None
        second = program.review.bridge.review.all("entry")[1]
        assert (second.text("event"), second.rows("sources")) == ("Second event of the file.", ())


def test_choice_holds_for_that_file_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, FAULTY))
        page.despite.click()
        page.column_chosen.emit("event", "E")
        settled(qtbot, program)
        assert page.take.isVisible()
        read(qtbot, program, page, ask, send(tmp_path, FAULTY, "other.csv"))
        assert page.refusal.text().startswith("‘other.csv’ was not taken in.")
        assert not page.take.isVisible()
        read(qtbot, program, page, ask, send(tmp_path, ROWS, "well.csv"))
        assert not page.refusal.isVisible()
        assert page.take.isVisible()
