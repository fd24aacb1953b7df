"""Names are marked in every text as it is typed, and answered under the field, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_tools import (
    REGISTERED,
    SENTENCE,
    UNKNOWN,
    bar,
    code,
    desk,
    field,
    marked,
    names,
    press,
    press_button,
    session_of,
    type_here,
    wait_replaced,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import words_in

from ui.widgets.buttons import Button
from ui.widgets.names.watch import watch

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("kind", "name", "record"),
    [("period", "background", ""), ("review", "case_area", ""), ("entry", "event", "CE-001")],
)
def test_names_are_marked_in_a_text_as_it_is_typed(
    qtbot: QtBot, tmp_path: Path, kind: str, name: str, record: str
) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, kind, name, record)
        type_here(SENTENCE)
        qtbot.waitUntil(lambda: names(row).bar is not None and not names(row).bar.isHidden())
        assert marked(row) == [(REGISTERED, "registered"), (UNKNOWN, "unknown")]


def test_marks_differ_in_shape_not_only_in_colour(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        box = type_here(SENTENCE)
        marked(row)
        kept = box.extraSelections()
        one, other = (each.format for each in kept)
        lines = QTextCharFormat.UnderlineStyle
        assert (one.underlineStyle(), other.underlineStyle()) == (lines.SingleUnderline, lines.DashUnderline)
        assert (one.hasProperty(one.Property.BackgroundBrush), other.hasProperty(one.Property.BackgroundBrush)) == (
            True,
            False,
        )
        assert one.textOutline().widthF() > 0


def test_marks_are_no_part_of_the_text_nor_a_step_of_undo(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        box = type_here(SENTENCE)
        steps = box.document().availableUndoSteps()
        marked(row)
        assert box.document().availableUndoSteps() == steps
        assert "<span" not in box.document().firstBlock().text()


def test_name_that_is_still_being_typed_is_not_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        type_here("The caseworker asked Mrs Quillf")
        qtbot.wait(250)
        assert names(row).bar is None
        press(Qt.Key.Key_Home)
        qtbot.waitUntil(lambda: names(row).bar is not None)
        assert bar(row).shown is not None


def test_registered_name_is_replaced_by_one_key_and_brought_back_by_undo(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        field(program, "period", "background")
        box = type_here(f"The note of {REGISTERED}")
        press((Qt.Key.Key_Period, CTRL))
        assert box.toPlainText() == f"The note of {code(program)}"
        assert session_of(program).review.one("period").text("background") == f"The note of {code(program)}"
        press((Qt.Key.Key_Z, CTRL))
        assert session_of(program).review.one("period").text("background") == f"The note of {REGISTERED}"
        assert box.toPlainText() == f"The note of {REGISTERED}"


def test_button_under_the_field_replaces_the_name_too(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        box = type_here(f"{REGISTERED}'s note.")
        marked(row)
        press_button(f"Replace with {code(program)}")
        assert box.toPlainText() == f"{code(program)}'s note."
        assert box.hasFocus()
        assert bar_hidden(row)


def bar_hidden(row: object) -> bool:
    found = names(row).bar  # type: ignore[arg-type]
    return found is None or found.isHidden()


def test_not_a_person_takes_the_mark_away_everywhere_and_undo_brings_it_back(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        other = field(program, "review", "case_area")
        type_here(f"Mrs {UNKNOWN}")
        row = field(program, "period", "background")
        type_here(f"We saw Mrs {UNKNOWN} there.")
        assert marked(row) == [(UNKNOWN, "unknown")]
        press_button("Never a person")
        assert marked(row) == []
        assert marked(other) == []
        assert bar_hidden(row)
        press((Qt.Key.Key_Z, CTRL))
        assert marked(row) == [(UNKNOWN, "unknown")]


@pytest.mark.parametrize(
    ("answer", "kind", "typed", "made"),
    [
        ("Staff …", "staff", "Charging lawyer", "Charging lawyer 1"),
        ("Subject or family …", "subject", "Great-aunt", "Great-aunt"),
        ("Someone in another agency …", "professional", "Ward sister", "Ward sister 1"),
    ],
)
def test_answer_for_somebody_new_makes_the_record_and_replaces_everywhere(
    qtbot: QtBot, tmp_path: Path, answer: str, kind: str, typed: str, made: str
) -> None:
    with desk(qtbot, tmp_path) as program:
        field(program, "review", "case_area")
        type_here(f"Mrs {UNKNOWN}")
        row = field(program, "period", "background")
        box = type_here(f"We saw Mrs {UNKNOWN} there.")
        marked(row)
        press_button(answer)
        while not (isinstance(box := QApplication.focusWidget(), object) and hasattr(box, "returnPressed")):
            press(Qt.Key.Key_Tab)
        QTest.keyClicks(box, typed)
        press_button("Replace everywhere")
        wait_replaced(qtbot, program)
        review = session_of(program).review
        assert made in [record.text("code") for record in review.all(kind)]
        assert review.one("period").text("background") == f"We saw {made} there."
        assert review.one("review").text("case_area") == made
        person = next(str(record.id) for record in review.all(kind) if record.text("code") == made)
        assert session_of(program).judge.guard.who_is(UNKNOWN) == (person,)


def test_answer_for_somebody_listed_replaces_here_only_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        other = field(program, "review", "case_area")
        type_here(f"Mrs {UNKNOWN}")
        row = field(program, "period", "background")
        type_here(f"We saw Mrs {UNKNOWN} there.")
        marked(row)
        press_button("Staff …")
        press(Qt.Key.Key_Down)
        listed = bar(row)._who.listed.box.currentText()  # type: ignore[union-attr]
        press_button("Replace here only")
        review = session_of(program).review
        assert review.one("period").text("background") == f"We saw {listed} there."
        assert review.one("review").text("case_area") == f"Mrs {UNKNOWN}"
        assert marked(other) == [(UNKNOWN, "registered")]


def test_escape_goes_back_from_the_answers_to_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        box = type_here(f"We saw Mrs {UNKNOWN} there.")
        marked(row)
        press_button("Staff …")
        press(Qt.Key.Key_Escape)
        assert bar(row).has_keyboard()
        press(Qt.Key.Key_Escape)
        assert box.hasFocus()


def test_f8_goes_from_name_to_name_and_from_field_to_field(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        assert program.review is not None
        review = program.review
        field(program, "entry", "event", "CE-002")
        type_here(f"Mrs {UNKNOWN} rang.")
        field(program, "period", "background")
        type_here(SENTENCE)
        review.save()
        qtbot.waitUntil(lambda: review.advice is not None and len(review.advice.name_places()) == 2)
        press((Qt.Key.Key_Home, CTRL))
        seen = []
        for _ in range(4):
            press(Qt.Key.Key_F8)
            seen.append(selected())
        assert seen == [REGISTERED, UNKNOWN, UNKNOWN, REGISTERED]
        assert review.pages.stage == 1
        press((Qt.Key.Key_F8, SHIFT))
        assert (selected(), review.pages.stage) == (UNKNOWN, 4)


def selected() -> str:
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    return box.textCursor().selectedText()


def test_f8_goes_round_in_its_field_while_the_review_is_still_being_read(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        box = type_here(SENTENCE)
        assert program.review is not None
        program.review.naming.step(1, None)
        assert box.textCursor().selectedText() == REGISTERED
        assert bar(row).shown is not None


def test_names_are_forgotten_at_lock(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        type_here(SENTENCE)
        marked(row)
        program.lock()
        qtbot.waitUntil(lambda: program.review is None)
        assert watch().book is None
        assert not watch()._seen
        assert not watch().waiting


def test_foot_counts_every_name_and_leads_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        field(program, "period", "background")
        type_here(SENTENCE)
        assert program.review is not None
        program.review.save()
        foot = program.window.desk.status.names
        qtbot.waitUntil(lambda: foot.words() == "2 names to resolve")
        foot.setFocus()
        press(Qt.Key.Key_Space)
        assert selected() == REGISTERED


def test_name_of_two_people_is_asked_about_each_time(qtbot: QtBot, tmp_path: Path) -> None:
    surname = REGISTERED.split()[1]
    with desk(qtbot, tmp_path) as program:
        other = field(program, "review", "case_area")
        type_here(f"{surname} wrote.")
        row = field(program, "period", "background")
        type_here(f"{surname} rang.")
        marked(row)
        press(Qt.Key.Key_Home)
        press_button("Someone else …")
        assert "Never a person" not in [each.words() for each in bar(row)._answers.findChildren(Button)]
        press_button("Subject or family …")
        press(Qt.Key.Key_Down)
        listed = bar(row)._who.listed.box.currentText()  # type: ignore[union-attr]
        press_button("Replace everywhere")
        wait_replaced(qtbot, program)
        review = session_of(program).review
        assert review.one("period").text("background") == f"{listed} rang."
        assert review.one("review").text("case_area") == f"{surname} wrote."
        marked(other)
        offered = [each.words() for each in bar(other)._answers.findChildren(Button)]
        assert sorted(offered[:2]) == sorted([f"Replace with {code(program)}", f"Replace with {listed}"])


def test_name_replaced_everywhere_is_brought_back_by_no_undo_and_stands_nowhere_in_the_file(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with desk(qtbot, tmp_path) as program:
        session = session_of(program)
        field(program, "review", "case_area")
        type_here(f"Mrs {UNKNOWN}")
        row = field(program, "period", "background")
        box = type_here(f"We saw Mrs {UNKNOWN} there.")
        marked(row)
        press_button("Staff …")
        press(Qt.Key.Key_Down)
        press_button("Replace everywhere")
        wait_replaced(qtbot, program)
        assert UNKNOWN not in box.toPlainText()
        for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Z):
            press((key, CTRL))
            kept = session.file.connection.rows("SELECT * FROM sys_undo")
            assert UNKNOWN not in str(kept) + box.toPlainText() + session.review.one("period").text("background")
        assert len(session.resolved_names()) == 1
        assert session.judge.guard.who_is(UNKNOWN) != ()


def test_name_typed_for_its_own_job_title_is_refused_before_anything_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        session = session_of(program)
        row = field(program, "period", "background")
        type_here(f"We saw Mrs {UNKNOWN} there.")
        marked(row)
        before = len(session.review.all("staff"))
        press_button("Staff …")
        while not hasattr(QApplication.focusWidget(), "returnPressed"):
            press(Qt.Key.Key_Tab)
        box = QApplication.focusWidget()
        assert box is not None
        QTest.keyClicks(box, UNKNOWN)
        press_button("Replace everywhere")
        assert "That is the name itself" in words_in(program.window)
        assert len(session.review.all("staff")) == before
