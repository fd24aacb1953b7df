"""‘Work out the dates’ in the program: on disk, one step, undone by Ctrl+Z, and the head of the page follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sample_session import Clock
from window_tools import ScriptedAsk, review_in, running

from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from ui.pages import timetable_sums
from ui.pages.review import ReviewPage
from ui.pages.timetable import TimetablePart
from ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """An empty review with the dates of the letter and the decision, on 12 March 2014."""
    monkeypatch.setattr(TimetablePart, "loaded", True)
    timetable_sums.get_ready()
    path, key = review_in(tmp_path, "")
    session = Session.open(path, raw_key=key, clock=Clock(2014, 3, 12))
    session.run(SetFields("decision", "decision", {"notified_on": "2014-02-11", "decided_on": "2014-03-10"}))
    session.run(SetFields("invitation", "invitation", {"received": "2014-03-12"}))
    with running(ScriptedAsk()) as made:
        made.open_session(session, 1)
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        yield made


def test_dates_are_worked_out_by_key_and_undone_by_key(program: Program) -> None:
    assert program.review is not None
    page, session = program.review.pages.page, program.review.session()
    assert isinstance(page, ReviewPage)
    page.upcoming.to_timetable.setFocus()
    QTest.keyClick(page.upcoming.to_timetable, Qt.Key.Key_Space)
    part = page.findChildren(TimetablePart)[0]
    part.panel.work.setFocus()
    QTest.keyClick(part.panel.work, Qt.Key.Key_Space)
    dates = session.review.all("deadline")
    assert {"TT-01", "TT-02"} <= {each.id for each in dates}
    assert "Next: Records secured, due 13 March 2014, due tomorrow." in page.upcoming.next._label.text()
    QTest.keyClick(part.list.add, Qt.Key.Key_Z, CONTROL)
    assert session.review.all("deadline") == ()
    assert page.upcoming.next._label.text().startswith("No dates yet.")
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert session.review.all("deadline") == dates
