"""Before an export, words that may be names are asked about once; names that hold it back lead to their page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sample_session import open_sample
from window_tools import ScriptedAsk, page_shown, running

from imr_desk.jobs.names_left import looked_at
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from ui.ask import Question
from ui.names_left import HELD
from ui.pages.names_left import LOOK, NamesLeftPage
from ui.pages.sign_off import SignOffPage
from ui.program import Program


class Asked(ScriptedAsk):
    """Keeps the question about words that may be names too."""

    def __init__(self) -> None:
        super().__init__()
        self.doubts: list[Question] = []

    def question(self, question: Question) -> str:
        if any(answer.id == "look" for answer in question.answers):
            self.doubts.append(question)
        return super().question(question)


@pytest.fixture
def ask() -> Asked:
    return Asked()


@pytest.fixture
def program(ask: Asked, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """The sample, open at the sign-off."""
    with running(ask) as made:
        made.open_session(open_sample(tmp_path), 9)
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def page_of(program: Program) -> SignOffPage:
    return page_shown(program, SignOffPage)


def session_of(program: Program) -> Session:
    assert program.review is not None
    return program.review.session()


def export(program: Program, qtbot: QtBot, path: Path, *, draft: bool = True) -> str:
    """Ask for an export; what the page says when it is over."""
    page = page_of(program)
    page.export_requested.emit(path, draft)
    qtbot.waitUntil(lambda: page.export_step.notice.said is not None)
    said = page.export_step.notice.said
    assert said is not None
    page.export_step.notice.clear()
    return said[1]


def test_export_asks_once_and_then_not_again(program: Program, ask: Asked, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = tmp_path / "one.docx", tmp_path / "two.docx"
    assert "A draft was written" in export(program, qtbot, first)
    assert [question.safe for question in ask.doubts] == ["stop"]
    assert "may be names" in ask.doubts[0].title
    assert "A draft was written" in export(program, qtbot, second)
    assert len(ask.doubts) == 1
    assert first.exists()
    assert second.exists()


def test_export_asks_again_only_for_words_that_came_since(
    program: Program, ask: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    export(program, qtbot, tmp_path / "one.docx")
    looked = looked_at(session_of(program))
    entry = session_of(program).review.all("entry")[0]
    session_of(program).run(SetFields("entry", entry.id, {"decision": "Householder at the Xanadu"}))
    export(program, qtbot, tmp_path / "two.docx")
    for question in ask.doubts[1:]:
        assert question.title.startswith(("1 word", "2 words"))
    assert looked <= looked_at(session_of(program))


def test_export_is_not_written_where_the_person_would_rather_not(
    program: Program, ask: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    ask.doubtful = "stop"
    path = tmp_path / "one.docx"
    assert "Not exported" in export(program, qtbot, path)
    assert not path.exists()
    assert looked_at(session_of(program)) == frozenset()


def test_export_leads_to_the_words_where_the_person_wants_to_look(
    program: Program, ask: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    ask.doubtful = "look"
    path = tmp_path / "one.docx"
    page_of(program).export_requested.emit(path, True)
    assert program.review is not None
    pages = program.review.pages
    qtbot.waitUntil(lambda: isinstance(pages.page, NamesLeftPage) and pages.page.model.rowCount() > 0)
    assert isinstance(pages.page, NamesLeftPage)
    assert pages.page.view == LOOK
    assert not path.exists()


def test_extract_asks_as_well(program: Program, ask: Asked, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(program)
    page.extract_requested.emit(tmp_path / "list.csv", "T7-table")
    qtbot.waitUntil(lambda: page.extracts.notice.said is not None)
    assert len(ask.doubts) == 1


def test_export_held_back_by_a_name_offers_the_way_to_the_page_of_names(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    session_of(program).run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    assert "name" in export(program, qtbot, tmp_path / "Wetherspindle.docx")
    notice = program.window.desk.notices.notice(HELD)
    assert notice is not None
    assert program.review is not None
    program.review.names_left.show_held()
    assert isinstance(program.review.pages.page, NamesLeftPage)
    assert program.window.desk.notices.notice(HELD) is None
