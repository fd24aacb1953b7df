"""The event from which the six months run, chosen from those the review records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review
from form_tools import Asked, Keeper, field_in, leave, type_into
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from review_page import SAMPLE, section
from sample_session import open_sample

from imr_desk.guidance.facts import Place
from imr_desk.guidance.start_events import choosing, start_events
from imr_desk.guidance.timetable import six_months
from ui.pages.review import ReviewPage
from ui.pages.start_choice import StartChoice


@pytest.fixture
def kept(tmp_path: Path, show: Callable[..., None]) -> Iterator[Keeper]:
    """The page on the sample with a real session behind it, at the start of the six months."""
    session = open_sample(tmp_path)
    page = ReviewPage()
    page.clock = session.clock
    keeper = Keeper(page, session)
    show(page, 760, 900)
    page._idle.stop()
    page._build(section(page, "Start of the six months"))
    settle()
    yield keeper
    session.close()


def choice(page: ReviewPage) -> StartChoice:
    return page.findChildren(StartChoice)[0]


def test_events_that_have_a_date_stand_in_their_order_each_with_its_end() -> None:
    found = start_events(SAMPLE)
    assert [each.name for each in found] == [
        "notification to the board",
        "decision to hold the review",
        "letter to the agencies",
        "first panel meeting",
    ]
    assert all(each.end == six_months(each.day) for each in found)
    assert start_events(review()) == ()


def test_choosing_keeps_the_event_chosen_before_and_what_was_written_of_others() -> None:
    values = choosing(start_events(SAMPLE)[0], SAMPLE)
    assert (values["date"], values["six_months_end"]) == ("2014-02-11", "2014-08-11")
    others = [(row.text("event"), row.text("date")) for row in values["alternatives"]]  # type: ignore[attr-defined]
    assert others == [
        ("first panel meeting", "2014-04-02"),
        ("decision to initiate the review", "2014-03-10"),
        ("letter to the agencies", "2014-03-11"),
    ]


def test_use_this_chooses_the_event_by_keyboard_as_one_step(kept: Keeper) -> None:
    button = choice(kept.page).uses["notification to the board"]
    assert button.accessibleName() == "Use this: Notification to the board, 11 February 2014"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    event = kept.session.review.one("start_event")
    assert event.text("chosen") == "notification to the board"
    assert event.day("six_months_end") == dt.date(2014, 8, 11)
    assert field_in(kept.page, "start_event", "date").editor.value() == "2014-02-11"
    assert "notification to the board" not in choice(kept.page).uses
    assert any(each.hasFocus() for each in choice(kept.page).uses.values())
    kept.undo()
    assert kept.session.review.one("start_event").day("date") == dt.date(2014, 3, 10)


def test_timetable_of_another_date_is_said_and_led_to(kept: Keeper) -> None:
    part, asked = choice(kept.page), Asked(kept.page)
    assert part._stale.isHidden()
    leave(type_into(field_in(kept.page, "start_event", "date"), "11/2/2014"))
    assert part._stale.isVisible()
    QTest.keyClick(part.to_timetable, Qt.Key.Key_Space)
    assert asked.places == [Place("deadline", "", "", "")]


def test_end_of_the_six_months_is_offered_until_it_is_right(kept: Keeper) -> None:
    part = choice(kept.page)
    assert part.set_end.isHidden()
    leave(type_into(field_in(kept.page, "start_event", "date"), "31/8/2014"))
    assert part._end.text() == "From the date below the six months end on 28 February 2015."
    part.set_end.setFocus()
    QTest.keyClick(part.set_end, Qt.Key.Key_Space)
    assert kept.session.review.one("start_event").day("six_months_end") == dt.date(2015, 2, 28)
    assert part.set_end.isHidden()


def test_nothing_recorded_says_where_to_begin(show: Callable[..., None]) -> None:
    page = ReviewPage()
    page.show_review(review())
    show(page, 760, 900)
    page._build(section(page, "Start of the six months"))
    settle()
    part = choice(page)
    assert part._empty.isVisible()
    page.show_review(review(record("decision", "decision", decided_on="2014-03-10")))
    settle()
    assert part._empty.isHidden()
    assert list(part.uses) == ["decision to hold the review"]
