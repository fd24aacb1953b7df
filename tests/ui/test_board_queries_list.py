"""New people of other agencies are put on the list of queries, which is copied and sent (R-080)."""

from __future__ import annotations

from pathlib import Path

from names_tools import REGISTERED, desk, session_of
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.operations.general import Insert, SetFields
from ui.pages.board_queries import QueriesList
from ui.program import Program


def shown(program: Program) -> QueriesList:
    """The list on stage 1, in sight."""
    from imr_desk.guidance.facts import Place

    assert program.review is not None
    program.review.pages.go_to(Place("person_query", "PQY-001", "", ""), 1)
    QApplication.processEvents()
    (found,) = program.window.findChildren(QueriesList)
    return found


def add(program: Program, code: str) -> None:
    assert program.review is not None
    assert program.review.bridge.run(
        Insert("professional", "PRO-91", {"code": code, "post": "Counsel", "agency": "Bar"})
    )


def test_a_new_person_is_asked_about_copied_and_sent(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        found, session = shown(program), session_of(program)
        assert found.ask.isHidden()
        add(program, "Counsel 1")
        assert "Counsel 1" in found.waiting.text()
        found.ask.click()
        (query,) = (each for each in session.review.all("person_query") if each.link("person") == "PRO-91")
        assert query.text("code") == "Counsel 1"
        assert found.ask.isHidden()
        found.copy_list.click()
        assert "Counsel 1\tCounsel\tBar" in QGuiApplication.clipboard().text()
        found.sent.click()
        assert session.review[str(query.id)].day("sent_on") is not None
        assert found.copy_list.isHidden()
        assert session.can_undo


def test_a_registered_name_in_a_query_is_not_copied(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        found, session = shown(program), session_of(program)
        add(program, "Counsel 1")
        found.ask.click()
        (query,) = (each for each in session.review.all("person_query") if each.link("person") == "PRO-91")
        QGuiApplication.clipboard().clear()
        session.run(SetFields("person_query", str(query.id), {"question": f"Does {REGISTERED} know?"}))
        found.copy_list.click()
        assert "Nothing was copied" in found.waiting.text()
        assert QGuiApplication.clipboard().text() == ""
