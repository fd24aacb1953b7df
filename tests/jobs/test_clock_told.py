"""A clock that is set back breaks nothing, and is said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sample_session import Clock, open_sample

from imr_desk.jobs.clock_told import word_on_clock
from imr_desk.jobs.last_visit import last_visit
from imr_desk.operations.general import SetFields
from ui.past_words import rows_of


def reference(words: str) -> SetFields:
    return SetFields("review", "review", {"reference": words})


def test_clock_that_is_set_back_leaves_order_chain_and_undo_whole_and_is_said(tmp_path: Path) -> None:
    clock = Clock(2014, 12, 5)
    session = open_sample(tmp_path, clock=clock)
    session.run(reference("ONE"))
    assert word_on_clock(session) == ""
    clock.now -= dt.timedelta(days=2, hours=3)
    assert word_on_clock(session).startswith(
        "This computer’s clock is behind: it says 11:32 on 3 December 2014, and the last change to this review was "
        "made at 14:32 on 5 December 2014."
    )
    session.run(reference("TWO"))
    session.run(reference("THREE"))

    assert session.file.integrity_faults() == ()
    numbers = [line.number for line in session.past()]
    assert numbers == sorted(numbers, reverse=True)
    rows = rows_of(session.past(), dt.UTC)
    assert ["by a clock that had been set back" in row.what for row in rows[:2]] == [True, False]
    last_visit(session)
    session.undo()
    session.undo()
    assert session.review.one("review").text("reference") == "ONE"
    session.close()


def test_clock_a_little_behind_that_of_another_computer_is_nothing(tmp_path: Path) -> None:
    clock = Clock()
    session = open_sample(tmp_path, clock=clock)
    session.run(reference("ONE"))
    clock.now -= dt.timedelta(seconds=100)
    assert word_on_clock(session) == ""
    session.close()
