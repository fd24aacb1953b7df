"""The page of staff names, about the whole list: many names at once, and where the key is."""

from __future__ import annotations

from pathlib import Path

import fake_keyring
import pytest
from names_tools import REGISTERED, code, desk, press, press_button, session_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_names_register_page import names_of, opened, said
from window_tools import ScriptedAsk, words_in

from imr_desk.jobs import register_key
from imr_desk.jobs.register_key import Place
from ui.ask import Question
from ui.pages.staff_names import StaffNamesPage
from ui.registering import UNREAD

LIST = "Name\tJob title\nIda Fexmere\tCharging Lawyer\nOsric Pellbrook\tCharging Lawyer\nMaeve D'Ombrey\n7"


def read_list(qtbot: QtBot, page: StaffNamesPage, text: str, title: str = "") -> None:
    """Paste a list and have it read."""
    page.many.list.set_value(text)
    page.many.title.set_value(title)
    page.many.read.click()
    qtbot.waitUntil(lambda: page.many.model.rowCount() > 0 or bool(page.many.list.problem))


def fates(page: StaffNamesPage) -> list[str]:
    return [page.many.model.cell(at, 2).words for at in range(page.many.model.rowCount())]


def test_pasted_list_is_shown_with_what_becomes_of_each_line_and_then_registered(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        read_list(qtbot, page, LIST)
        assert fates(page) == ["New", "New", "Left out: no job title", "Left out: no name was read"]
        assert page.many.said.text() == "2 names will be registered. 2 lines are left out."
        assert QApplication.focusWidget() is page.many.table
        press_button("Register 2 names")
        assert names_of(page, "Charging Lawyer 1") == "1 name"
        assert page.many.list.value() == ""
        page.who.name.set_value("O. Pellbrook")
        page.who.look_up.click()
        assert said(page) == "Charging Lawyer 2"


def test_what_was_read_of_a_long_list_comes_into_sight_and_then_that_it_was_registered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        read_list(qtbot, page, "Charging Lawyers\n" + "\n".join(f"Ida {each}exmere" for each in "BCDFGHJKLMNPQR"))
        many = page.many
        qtbot.waitUntil(lambda: all(in_sight(each) for each in (many.said, many.table, many.register)))
        press_button("Register 14 names")
        qtbot.waitUntil(lambda: in_sight(many.said) and in_sight(many.list.box))
        assert "14 names were registered" in many.said.text()


def in_sight(widget: QWidget) -> bool:
    """Whether all of it can be seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect().height() == widget.height()


def test_job_title_for_lines_without_one_is_numbered_on(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        read_list(qtbot, page, "Ida Fexmere\nOsric Pellbrook", "Charging lawyer")
        assert [page.many.model.cell(at, 1).words for at in (0, 1)] == ["Charging lawyer 1", "Charging lawyer 2"]


def test_list_without_a_name_says_so_at_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        page.many.read.click()
        assert page.many.list.problem == "Paste or type a list first."
        read_list(qtbot, page, "Ida Fexmere")
        page.many.list.box.setPlainText("Osric Pellbrook")
        assert page.many.table.isHidden()


def test_what_was_pasted_is_forgotten_on_leaving(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        read_list(qtbot, page, LIST)
        press(Qt.Key.Key_Escape)
        page = opened(program)
        assert page.many.list.value() == ""
        assert page.many.model.rowCount() == 0


class Reader(ScriptedAsk):
    """Keeps what was asked."""

    def __init__(self, *answers: str) -> None:
        super().__init__()
        self.answers.extend(answers)
        self.read: list[Question] = []

    def question(self, question: Question) -> str:
        self.read.append(question)
        return super().question(question)


def test_key_goes_to_this_computer_after_a_question_that_names_the_consequence_and_comes_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = fake_keyring.use(monkeypatch)
    ask = Reader("keep")
    with desk(qtbot, tmp_path, ask=ask) as program:
        page, session = opened(program), session_of(program)
        page.key.move_key.click()
        qtbot.waitUntil(lambda: register_key.place_of_key(session) is Place.KEYRING)
        assert "every staff name is typed again" in ask.read[0].body
        assert "Backups" in ask.read[0].body
        assert session.judge.guard.who_exactly(REGISTERED) == "STF-04"
        page.key.move_key.click()
        assert register_key.place_of_key(session) is Place.FILE
        qtbot.waitUntil(lambda: not backend.kept)


def test_without_a_safe_keyring_the_key_stays(qtbot: QtBot, tmp_path: Path) -> None:
    ask = Reader()
    with desk(qtbot, tmp_path, ask=ask) as program:
        page = opened(program)
        page.key.move_key.click()
        qtbot.waitUntil(lambda: bool(ask.read))
        assert [answer.id for answer in ask.read[0].answers] == ["leave"]
        assert register_key.place_of_key(session_of(program)) is Place.FILE


def test_lost_key_is_told_and_the_list_typed_again_name_by_name(qtbot: QtBot, tmp_path: Path) -> None:
    ask = Reader("again")
    with desk(qtbot, tmp_path, ask=ask) as program:
        session = session_of(program)
        assert program.review is not None
        session.file.connection.run("UPDATE sys_register_key SET key = NULL")
        program.review.naming.begin()  # as when such a review is opened
        notices = program.window.desk.notices
        assert "Names are not marked now." in words_in(notices)
        page = opened(program)
        page.who.name.box.setFocus()
        press(Qt.Key.Key_Return)
        assert page.who.name.problem == "Type a name first."
        page.who.name.set_value(REGISTERED)
        press(Qt.Key.Key_Return)
        assert "cannot be read here" in page.who.name.problem
        assert page.key.lost.isVisibleTo(page)
        press_button("Type the list again …")
        assert "every name that was in it" in ask.read[0].body.casefold()
        at = page.model.place_of("STF-04")
        assert page.model.cell(at, 1).second == "1 to be typed again"
        assert page.key.said.text().startswith("1 name is still to be typed again.")
        read_list(qtbot, page, f"{REGISTERED}, {code(program)}")
        press_button("Register 1 name")
        assert page.model.cell(page.model.place_of("STF-04"), 1).second == ""
        assert page.key.lost.isHidden()
        assert notices.notice(UNREAD) is None
        assert session.judge.guard.who_exactly(REGISTERED) == "STF-04"
