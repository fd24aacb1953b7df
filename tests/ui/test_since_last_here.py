"""‘Since you were last here’: over the first page, in a few words, in nobody's way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_session import Clock, open_sample
from window_tools import ScriptedAsk, running, words_in

from imr_desk.operations.general import SetFields
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.program import Program
from ui.widgets.buttons import Button


@pytest.fixture
def left_on_friday(tmp_path: Path) -> Path:
    """A review in which an entry was written, on a Friday."""
    session = open_sample(tmp_path, clock=Clock(2014, 12, 5))
    entry = session.review.all("entry")[45]
    session.run(SetFields("entry", entry.id, {"event": "Written on Friday."}))
    session.run(SetFields("deadline", session.review.all("deadline")[0].id, {"due": "2014-12-06", "actual": None}))
    session.run(SetFields("entry", entry.id, {"event": "Written again on Friday."}))
    session.close()
    return session.path


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with running(ScriptedAsk()) as made:
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def come_back(program: Program, qtbot: QtBot, path: Path, day: dt.date) -> None:
    clock = Clock()
    clock.move_to(day)
    program.open_session(Session.open(path, SAMPLE_PASSPHRASE, clock=clock))
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)


def test_coming_back_after_days_says_what_was_done_and_what_passed(
    program: Program, qtbot: QtBot, left_on_friday: Path
) -> None:
    come_back(program, qtbot, left_on_friday, dt.date(2014, 12, 9))
    notice = program.window.desk.notices.notice("since")
    assert notice is not None
    assert notice.accessibleName() == "Since you were last here, on 5 December 2014"
    more = notice.accessibleDescription()
    assert "That day 3 changes were made: 2 in ‘Chronology’, 1 in ‘The review’; the last at CE-046." in more
    assert "was due on 6 December 2014 and is not done." in more
    assert "Friday" not in more


def test_coming_back_says_what_is_missing_now_once_the_checks_have_looked(
    program: Program, qtbot: QtBot, left_on_friday: Path
) -> None:
    session = Session.open(left_on_friday, SAMPLE_PASSPHRASE, clock=Clock(2014, 12, 5))
    session.run(SetFields("review", "review", {"review_form": None}))
    session.close()
    come_back(program, qtbot, left_on_friday, dt.date(2014, 12, 9))
    notices = program.window.desk.notices

    def said() -> str:
        notice = notices.notice("since")
        return notice.accessibleDescription() if notice is not None else ""

    qtbot.waitUntil(lambda: "1 thing is missing now; F4 goes to it." in said())
    assert said().startswith("That day 4 changes were made")


def test_coming_back_leads_to_the_place_and_the_notice_goes(
    program: Program, qtbot: QtBot, left_on_friday: Path
) -> None:
    come_back(program, qtbot, left_on_friday, dt.date(2014, 12, 9))
    notices = program.window.desk.notices
    next(each for each in notices.findChildren(Button) if each.words() == "Go where you were").click()
    QApplication.processEvents()
    assert notices.notice("since") is None
    assert program.review is not None
    assert program.review.pages.stage == 4
    assert "Written again on Friday." in words_in(program.window)


def test_coming_back_on_the_same_day_says_nothing(program: Program, qtbot: QtBot, left_on_friday: Path) -> None:
    come_back(program, qtbot, left_on_friday, dt.date(2014, 12, 5))
    assert program.window.desk.notices.notice("since") is None


def test_edits_of_another_copy_of_the_program_are_said_on_the_same_day_too(
    program: Program, qtbot: QtBot, left_on_friday: Path
) -> None:
    day = dt.date(2014, 12, 5)
    come_back(program, qtbot, left_on_friday, day)
    program.close_review()
    other = Session.open(left_on_friday, SAMPLE_PASSPHRASE, clock=Clock(2014, 12, 5))
    other.run(SetFields("review", "review", {"reference": "X"}))
    other.close()
    come_back(program, qtbot, left_on_friday, day)
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("since") is not None)
    notice = program.window.desk.notices.notice("since")
    assert notice is not None
    said = notice.accessibleDescription()
    assert "1 change was made with another copy of the program since: 1 in ‘The review’." in said


def test_own_edits_are_not_blamed_on_others_after_a_crash(program: Program, qtbot: QtBot, left_on_friday: Path) -> None:
    day = dt.date(2014, 12, 5)
    come_back(program, qtbot, left_on_friday, day)
    assert program.kept.now.seen_in(left_on_friday) == 0  # while it is open nothing is known
    program.close_review()
    assert program.kept.now.seen_in(left_on_friday) > 0


def test_notice_is_reached_from_pane_to_pane(program: Program, qtbot: QtBot, left_on_friday: Path) -> None:
    come_back(program, qtbot, left_on_friday, dt.date(2014, 12, 9))
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    for _ in range(6):
        program.window.next_pane()
        focus = QApplication.focusWidget()
        if isinstance(focus, Button) and focus.words() == "Go where you were":
            break
    else:
        pytest.fail("F6 does not reach the notice")
