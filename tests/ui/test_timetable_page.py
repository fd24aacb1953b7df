"""The timetable in the window: working out the dates, what stays, what is near and what is late, by the keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review, with_record, with_values
from form_tools import Asked, Keeper, field_in, leave, type_into
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from review_page import SAMPLE, in_sight, section
from sample_session import Clock, open_sample

from imr_desk.guidance.facts import Place
from imr_desk.review.review import Review
from imr_desk.session import Session
from ui.icons import Glyph
from ui.pages import timetable_sums
from ui.pages.review import ReviewPage
from ui.pages.timetable import TimetablePart
from ui.pages.timetable_words import deadline_cards, in_order, state_of
from ui.pages.upcoming import upcoming
from ui.widgets.chips import Chip

TODAY = dt.date(2014, 12, 3)


@pytest.fixture(autouse=True)
def _bank_holidays(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are there, so that nothing has to be waited for."""
    monkeypatch.setattr(TimetablePart, "loaded", True)
    timetable_sums.get_ready()


@pytest.fixture
def kept(tmp_path: Path, show: Callable[..., None]) -> Iterator[Keeper]:
    """The page on the sample with a real session behind it, shown at its timetable."""
    session = open_sample(tmp_path)
    page = ReviewPage()
    page.clock = session.clock
    keeper = Keeper(page, session)
    show(page, 760, 900)
    page._idle.stop()
    yield keeper
    session.close()


@pytest.fixture
def fresh(tmp_path: Path, show: Callable[..., None]) -> Iterator[Keeper]:
    """The page on an empty review."""
    session = Session.create(tmp_path / "new.imr", "a passphrase long enough", clock=Clock())
    page = ReviewPage()
    page.clock = session.clock
    keeper = Keeper(page, session)
    show(page, 760, 900)
    page._idle.stop()
    yield keeper
    session.close()


def timetable(page: ReviewPage) -> TimetablePart:
    page._build(section(page, "Timetable"))
    settle()
    return page.findChildren(TimetablePart)[0]


def row(review_: Review, rule: str) -> str:
    return next(each.id for each in review_.all("deadline") if each.text("rule") == rule)


# ---- working out
def test_work_out_fills_an_empty_timetable_in_one_step_and_undo_empties_it(fresh: Keeper) -> None:
    for kind, name, text in (
        ("decision", "notified_on", "11/2/2014"),
        ("decision", "decided_on", "10/3/2014"),
        ("invitation", "received", "12 March 2014"),
        ("start_event", "date", "10/3/2014"),
    ):
        fresh.page.focus_place(Place(kind, kind, name, ""))
        leave(type_into(field_in(fresh.page, kind, name), text))
    part = timetable(fresh.page)
    assert part.panel.work.isVisible()
    part.panel.work.setFocus()
    QTest.keyClick(part.panel.work, Qt.Key.Key_Space)
    found = fresh.session.review
    dues = {each.text("rule"): each.day("due") for each in found.all("deadline")}
    assert dues["chair-decision"] == dt.date(2014, 3, 11)
    assert dues["review-complete"] == dt.date(2014, 9, 10)
    assert dues["imr-due"] is None
    assert found.one("start_event").day("six_months_end") == dt.date(2014, 9, 10)
    assert part.panel._heading.text() == "The dates are worked out; nothing would change."
    assert not part.panel.work.isVisible()
    assert part.list.add.hasFocus()
    fresh.undo()
    assert fresh.session.review.all("deadline") == ()
    assert fresh.session.review.one("start_event").day("six_months_end") is None
    assert part.panel.work.isVisible()


def test_board_s_date_for_the_report_brings_the_dates_before_it(fresh: Keeper) -> None:
    part = timetable(fresh.page)
    QTest.keyClick(part.panel.work, Qt.Key.Key_Space)
    report = row(fresh.session.review, "imr-due")
    assert "The day the report is due · 3 dates" in [chip.words() for chip in part.panel.findChildren(Chip)]
    part.list.item(report).button.setFocus()
    QTest.keyClick(part.list.item(report).button, Qt.Key.Key_Space)
    leave(type_into(field_in(part, "deadline", "due", report), "12 December 2014"))
    assert "Clearance requests sent: 14 November 2014. 20 working days before" in part.panel._lines.text()
    QTest.keyClick(part.panel.work, Qt.Key.Key_Space)
    assert fresh.session.review[row(fresh.session.review, "clearance")].text("firmness") == "provisional"


def test_change_of_the_start_event_shows_at_once_what_would_change(kept: Keeper) -> None:
    part = timetable(kept.page)
    kept.page.focus_place(Place("start_event", "start_event", "date", ""))
    leave(type_into(field_in(kept.page, "start_event", "date"), "11 February 2014"))
    assert part.panel._heading.text() == "1 date would be added. 2 dates would change."
    lines = part.panel._lines.text().splitlines()
    assert lines[0] == "Six months end on: 11 August 2014 in place of 10 September 2014."
    assert "Six months from the decision: 11 August 2014 in place of 10 September 2014." in lines
    assert kept.session.review["TT-11"].day("due") == dt.date(2014, 9, 10)
    QTest.keyClick(part.panel.work, Qt.Key.Key_Space)
    assert kept.session.review["TT-11"].day("due") == dt.date(2014, 8, 11)
    kept.undo()
    assert kept.session.review["TT-11"].day("due") == dt.date(2014, 9, 10)


def test_date_set_by_hand_stays_and_the_guidance_stands_beside_it(kept: Keeper) -> None:
    part = timetable(kept.page)
    part.list.open_record("TT-11")
    leave(type_into(field_in(part, "deadline", "due", "TT-11"), "30 September 2014"))
    QTest.keyClick(part.panel.work, Qt.Key.Key_Space)
    assert kept.session.review["TT-11"].day("due") == dt.date(2014, 9, 30)
    words = part.list.item("TT-11")._words
    assert words.second[0] == "Agreed 30 September 2014; the guidance gives 10 September 2014."


def test_event_that_dates_wait_for_leads_to_where_it_is_recorded(fresh: Keeper) -> None:
    part, asked = timetable(fresh.page), Asked(fresh.page)
    chips = {chip.words(): chip for chip in part.panel.findChildren(Chip)}
    chips["The decision · 1 date"].setFocus()
    QTest.keyClick(chips["The decision · 1 date"], Qt.Key.Key_Space)
    QTest.keyClick(chips["The day the report is due · 3 dates"], Qt.Key.Key_Space)
    assert asked.places == [Place("decision", "decision", "decided_on", ""), Place("deadline", "", "", "")]
    assert "First full draft" in chips["The day the report is due · 3 dates"].accessibleDescription()
    assert part.panel._lines.text().startswith("Without a date, since the board sets it: Short report of involvement;")


def test_what_others_have_to_do_is_shown_when_asked_for(kept: Keeper) -> None:
    part = timetable(kept.page)
    assert not part.panel._others.isVisible()
    part.panel.fold.setFocus()
    QTest.keyClick(part.panel.fold, Qt.Key.Key_Space)
    assert part.panel._others.isVisible()
    assert "17 March 2014: Health regulator told (Health manager). 5 working days after" in part.panel._others.text()
    assert part.panel.fold.words() == "Hide what others have to do by when"


def test_panel_waits_for_the_bank_holidays_and_then_shows_itself(
    kept: Keeper, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> None:
    monkeypatch.setattr(TimetablePart, "loaded", False)
    monkeypatch.setattr("ui.pages.timetable.AFTER_MS", 60_000)
    part = timetable(kept.page)
    assert part.panel.isHidden()
    assert part.list.item("TT-11").isVisible()
    part._later.stop()
    part._begin()
    qtbot.waitUntil(part.panel.isVisible)  # type: ignore[attr-defined]


# ---- the order
def test_dates_stand_in_order_and_nothing_moves_while_one_is_written(kept: Keeper) -> None:
    part = timetable(kept.page)
    part.list.open_record("TT-02")
    leave(type_into(field_in(part, "deadline", "due", "TT-02"), "1 July 2015"))
    assert part.list._box.indexOf(part.list.item("TT-02")) == 0
    QTest.keyClick(part.list.item("TT-02"), Qt.Key.Key_Escape)
    settle()
    places = [part.list._box.indexOf(part.list.item(each.id)) for each in in_order(kept.session.review)]
    assert places == sorted(places)
    assert part.list.item("TT-02").button.hasFocus()
    assert not part.list.item("TT-02")._up.isVisible()


# ---- words
@pytest.mark.parametrize(
    ("values", "words", "tone"),
    [
        ({"due": "2014-12-12", "actual": "2014-12-10"}, "Done on 10 December 2014", "good"),
        ({"due": "2014-12-01", "actual": "2014-12-02"}, "Done on 2 December 2014, 1 day late", "text_soft"),
        ({"due": "2014-12-02"}, "Overdue by 1 day", "bad"),
        ({"due": "2014-11-30"}, "Overdue by 3 days", "bad"),
        ({"due": "2014-03-01"}, "Overdue since 1 March 2014", "bad"),
        ({"due": "2014-12-03"}, "Due today", "wait"),
        ({"due": "2014-12-04"}, "Due tomorrow", "wait"),
        ({"due": "2014-12-15"}, "In 12 days", "wait"),
        ({"due": "2015-01-30"}, "In 58 days", "text_soft"),
        ({}, "No date yet", "text_quiet"),
    ],
)
def test_state_of_a_date_is_said_in_words(values: dict[str, str], words: str, tone: str) -> None:
    state = state_of(record("deadline", "TT-01", **values), review(), TODAY)
    assert (state.words, state.tone) == (words, tone)


def test_six_months_that_were_extended_are_not_overdue() -> None:
    assert state_of(SAMPLE["TT-11"], SAMPLE, TODAY).words == "Extended to 27 February 2015"


def test_card_gives_date_state_and_source() -> None:
    words = deadline_cards(SAMPLE, TODAY, {"TT-18": "By then."})(SAMPLE["TT-18"])
    assert (words.lead, words.lead_note) == ("30 January 2015", "Provisional")
    assert words.second[0] == "By then."


@pytest.mark.parametrize(("today", "told"), [("2014-07-01", False), ("2014-08-01", True), ("2014-10-01", True)])
def test_end_of_the_six_months_coming_near_asks_for_an_extension(today: str, told: bool) -> None:
    row_ = record("deadline", "TT-01", event="End", rule="review-complete", due="2014-09-10")
    words = deadline_cards(review(row_), dt.date.fromisoformat(today), {})(row_)
    assert any("‘Extension’" in line for line in words.second) is told
    asked = review(row_, record("extension", "extension", asked_on="2014-06-02"))
    assert deadline_cards(asked, dt.date.fromisoformat(today), {})(row_).second == ()


# ---- the head of the page
def test_next_date_stands_at_the_head() -> None:
    early = dt.date(2014, 11, 1)
    one = review(record("deadline", "TT-01", event="Draft to the senior manager", due="2014-11-13"))
    assert upcoming(one, early).next == (
        "Next: Draft to the senior manager, due 13 November 2014, in 12 days.", "text", Glyph.CIRCLE_DOT,
    )  # fmt: skip
    assert upcoming(one, early).late is None
    late = with_record(one, record("deadline", "TT-02", event="Author named", due="2014-10-30"))
    said = upcoming(late, early)
    assert said.late == (
        "1 date is overdue, the first ‘Author named’ since 30 October 2014.",
        "bad",
        Glyph.CIRCLE_ALERT,
    )
    assert said.next == upcoming(one, early).next
    assert [each.id for each in said.rows] == ["TT-02", "TT-01"]


def test_nothing_due_is_said_as_well() -> None:
    def words(shown: Review) -> str:
        said = upcoming(shown, TODAY).next
        return said.words if said else ""

    assert words(review()) == "No dates yet. They are worked out in the timetable."
    assert words(review(record("deadline", "TT-01", event="IMR due"))) == words(review())
    done = review(record("deadline", "TT-01", event="Draft", due="2014-11-13", actual="2014-11-12"))
    assert words(done) == "Nothing is due: every date of the timetable was met."
    assert words(review(record("deadline", "TT-01", event="Draft", due="2014-11-13"))) == ""


def test_card_at_the_head_follows_the_review_and_leads_to_the_timetable(kept: Keeper) -> None:
    card = kept.page.upcoming
    assert "Next: First debrief of staff" in card.next._label.text()
    kept.page.show_review(with_values(SAMPLE, "TT-18", event="Talk with staff"))
    assert "Next: Talk with staff" in card.next._label.text()
    card.to_timetable.setFocus()
    QTest.keyClick(card.to_timetable, Qt.Key.Key_Space)
    settle()
    head = section(kept.page, "Timetable").head
    assert head.hasFocus()
    assert in_sight(kept.page, head)
    assert QApplication.focusWidget() is head
