"""‘Interviews’ by keyboard alone: a person and an interview from nothing to an agreed record, kept in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import fill, focused, press, push, tab_to, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, page_shown, review_in, running

from imr_desk.review.review import Review
from imr_desk.session import Session
from ui.pages.interviews import InterviewsPage
from ui.program import Program

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def file(tmp_path: Path) -> tuple[Path, bytes]:
    """An empty review."""
    return review_in(tmp_path, "")


@pytest.fixture
def program(qtbot: QtBot, file: tuple[Path, bytes]) -> Iterator[Program]:
    """The empty review in the program, at ‘Interviews’."""
    with running(ScriptedAsk()) as made:
        open_by_key(made, *file, stage=1)
        in_use(qtbot, made)
        assert made.review is not None
        press(Qt.Key.Key_5, CTRL)
        made.window.focus_page()
        QApplication.processEvents()
        yield made


def held(program: Program) -> Review:
    assert program.review is not None
    return program.review.bridge.review


def page_of(program: Program) -> InterviewsPage:
    return page_shown(program, InterviewsPage)


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


def to_list() -> None:
    """Back from a person to the list."""
    for _ in range(3):
        press(Qt.Key.Key_Escape)
        if focused().accessibleName() == "Staff, by job title":
            return
    raise AssertionError(f"Esc does not lead to the list but to {focused().accessibleName()!r}")


def add_person(code: str) -> None:
    """Add somebody to the list, with the button at the head of the page."""
    tab_to("Add a person", back=True)
    press(Qt.Key.Key_Space)
    assert focused().accessibleName() == "Job title and number"
    write(code)
    to_list()


def choose(words: str) -> None:
    """Choose something in a drop-down list by its first letters."""
    write(words)
    press(Qt.Key.Key_Tab)


def test_interview_goes_from_plan_to_agreed_record(program: Program, file: tuple[Path, bytes]) -> None:
    add_person("Crown Prosecutor 2")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Plan the interview"
    press(Qt.Key.Key_Space)
    assert focused().accessibleName() == "Held?"
    tab_to("Invited on", whole=True)
    write("2/9/2014")
    push("Purpose and possible witness: ")
    tab_to("Purpose explained: learning, not blame")
    press(Qt.Key.Key_Space)
    tab_to("Held?", back=True)
    choose("Held")
    push("The interview: ")
    fill("Held on", "9 September 2014")
    fill("Setting", "A meeting room.")
    push("Record: ")
    fill("Record of the interview", "They had read the file again.")
    push("Shared and agreed: ")
    fill("Record shared on", "15/9/2014")
    tab_to("Reply", whole=True)
    choose("Agreed")
    fill("Reply on", "22/9/2014")
    rows = page_of(program).list.rows.rows
    assert [(row.title, row.state, row.detail) for row in rows[1:]] == [
        ("Crown Prosecutor 2", "Held 9 September 2014", "Record agreed")
    ]
    kept = reopened(program, file).all("interview")[0]
    assert (kept.text("status"), kept.text("reply")) == ("held", "agreed")
    assert kept.flag("purpose_explained") is True
    assert str(kept.day("invited_on")) == "2014-09-02"
    assert str(kept.day("shared_on")) == "2014-09-15"
    assert kept.text("record") == "They had read the file again."


def test_reason_is_written_where_nobody_was_interviewed(program: Program, file: tuple[Path, bytes]) -> None:
    add_person("Paralegal Officer 1")
    press(Qt.Key.Key_Return)
    fill("Why not interviewed", "On sick leave; advised against contact.")
    assert page_of(program).list.rows.rows[1].state == "Not interviewed: reason given"
    person = reopened(program, file).all("staff")[0]
    assert person.text("not_interviewed_reason") == "On sick leave; advised against contact."


def test_people_are_put_in_order_deleted_and_put_back(program: Program, file: tuple[Path, bytes]) -> None:
    for code in ("Crown Prosecutor 1", "Paralegal Officer 1", "Crown Advocate 1"):
        add_person(code)
    assert page_of(program).list.key() == held(program).all("staff")[2].id
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert [each.text("code") for each in held(program).all("staff")] == [
        "Crown Advocate 1",
        "Crown Prosecutor 1",
        "Paralegal Officer 1",
    ]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert [each.text("code") for each in held(program).all("staff")] == ["Crown Advocate 1", "Paralegal Officer 1"]
    press(Qt.Key.Key_Z, CTRL)
    assert len(held(program).all("staff")) == 3
    tab_to("Staff, by job title", back=True)
    press(Qt.Key.Key_Delete)
    assert len(held(program).all("staff")) == 2
    tab_to("Put it back", back=True)
    press(Qt.Key.Key_Space)
    assert focused().accessibleName() == "Staff, by job title"
    assert [each.text("code") for each in reopened(program, file).all("staff")] == [
        "Crown Advocate 1",
        "Crown Prosecutor 1",
        "Paralegal Officer 1",
    ]


def test_interview_is_deleted_and_undone_without_losing_its_words(program: Program, file: tuple[Path, bytes]) -> None:
    add_person("Crown Prosecutor 2")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    tab_to("Support offered")
    write("Counselling.")
    push("Delete this interview")
    assert held(program).all("interview") == ()
    assert focused().isVisible()
    press(Qt.Key.Key_Z, CTRL)
    assert len(held(program).all("interview")) == 1
    kept = reopened(program, file)
    assert kept.all("interview")[0].text("support_offered") == "Counselling."
    assert kept.all("interview")[0].link("staff") == kept.all("staff")[0].id


def test_names_of_staff_are_one_press_away_and_escape_comes_back(program: Program) -> None:
    tab_to("Staff names", back=True)
    press(Qt.Key.Key_Space)
    assert program.review is not None
    assert type(program.review.pages.page).__name__ == "StaffNamesPage"
    press(Qt.Key.Key_Escape)
    assert isinstance(program.review.pages.page, InterviewsPage)
