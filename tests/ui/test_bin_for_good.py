"""The bin: removing for good is asked in words, and what an inquiry may want stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sample_session import Clock, open_sample
from window_tools import ScriptedAsk, in_use, running, words_in

from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.bin import BinPage
from ui.program import Program

BEFORE_ANYTHING_WAS_SENT = Clock(2010, 1, 5)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, ask: ScriptedAsk) -> Iterator[Program]:
    """The sample with two entries in its bin that may go, and an interview that may not."""
    session = open_sample(tmp_path, clock=BEFORE_ANYTHING_WAS_SENT)
    for number in (901, 902):
        session.run(Insert("entry", f"CE-{number}", {"event": "Quockerwodger came."}))
        session.run(Delete("entry", f"CE-{number}"))
    session.run(Delete("interview", session.review.all("interview")[0].id))
    session.close()
    with running(ask) as made:
        made.window.resize(1280, 800)
        made.open_session(Session.open(session.path, SAMPLE_PASSPHRASE, clock=BEFORE_ANYTHING_WAS_SENT))
        in_use(qtbot, made)
        assert made.window.actions_shown is not None
        made.window.actions_shown["review.bin"].trigger()
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def the_bin(program: Program) -> BinPage:
    found = program.window.findChild(BinPage)
    assert found is not None
    return found


def in_the_bin(program: Program) -> set[str]:
    assert program.review is not None
    return {str(each.record.id) for each in program.review.bridge.session.bin()}


def choose(program: Program, record_id: str) -> None:
    page = the_bin(program)
    page.table.go_to_row(page.model.place_of(record_id))


def test_removing_for_good_is_asked_first_and_keeping_is_the_safe_answer(program: Program, ask: ScriptedAsk) -> None:
    choose(program, "CE-901")
    the_bin(program).remove.click()
    (question,) = ask.asked
    assert question.title == "Remove chronology entry CE-901 for good?"
    assert "cannot be brought back" in question.body
    assert "Backups" in question.body
    assert "CE-901" in in_the_bin(program)


def test_removed_for_good_it_is_gone_from_the_bin_and_nothing_can_be_undone(program: Program, ask: ScriptedAsk) -> None:
    ask.answers = ["remove"]
    choose(program, "CE-901")
    the_bin(program).remove.click()
    assert "CE-901" not in in_the_bin(program)
    assert the_bin(program).model.place_of("CE-901") < 0
    assert program.review is not None
    assert not program.review.bridge.session.can_undo
    assert the_bin(program).table.hasFocus()


def test_interview_stays_and_the_window_says_why(program: Program, ask: ScriptedAsk) -> None:
    interview = next(each for each in in_the_bin(program) if each.startswith("INT"))
    choose(program, interview)
    the_bin(program).remove.click()
    assert ask.asked == []
    assert "Records of interviews are kept." in words_in(program.window.desk.notices)


def test_emptying_the_bin_removes_what_may_go_and_says_what_stays(program: Program, ask: ScriptedAsk) -> None:
    ask.answers = ["remove"]
    the_bin(program).empty_bin.click()
    (question,) = ask.asked
    assert question.title == "Remove 2 records for good?"
    assert question.body.startswith("1 other stays")
    assert {each[:3] for each in in_the_bin(program)} == {"INT"}
    the_bin(program).empty_bin.click()
    assert len(ask.asked) == 1
    assert "Nothing can be removed" in words_in(program.window.desk.notices)


def test_under_the_inquiry_hold_nothing_is_asked_and_nothing_goes(program: Program, ask: ScriptedAsk) -> None:
    assert program.review is not None
    program.review.bridge.run(SetFields("retention", "retention", {"inquiry_hold": True}))
    before = in_the_bin(program)
    the_bin(program).empty_bin.click()
    assert ask.asked == []
    assert "inquiry hold is on" in words_in(program.window.desk.notices)
    assert in_the_bin(program) == before
