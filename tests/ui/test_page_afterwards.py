"""Stage 10, ‘Afterwards’: everything is there, says how it stands, and is open before and after the signature."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review, with_record, with_values
from form_tools import Asked, built
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_tools import words_in

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.fields import Field, Kind
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records
from ui.forms.bound_field import BoundField
from ui.forms.record_item import RecordItem
from ui.forms.record_list import RecordList
from ui.forms.record_reading import ReadingCard, RecordReading
from ui.pages.afterwards import AfterwardsPage
from ui.pages.afterwards_progress import ActionProgress
from ui.pages.afterwards_words import has_begun, next_debrief, standing, status_line
from ui.widgets.chips import Chip

DRAFT = Review.of(cps_records())
SIGNED = Review.of(cps_records(after=True))
REOPENED = record(
    "reopening",
    "REO-01",
    reason="question",
    words="What would an urgent listing have needed?",
    asked_by="Independent overview author",
    dated="2015-01-14",
    reopened_at="2015-01-21T10:12:00+00:00",
    version_before=1,
    version_after=2,
)
FIELDS = [(kind, field) for kind in kinds_of_stage(10) for field in kind.fields]
BY_RULE = {"reopening"}


@pytest.fixture
def page(show: Callable[..., None]) -> AfterwardsPage:
    """The page with the signed sample in it, all of it built."""
    return built(AfterwardsPage(), SIGNED, show)


# ---- everything is there
@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=[f"{kind.name}.{field.name}" for kind, field in FIELDS])
def test_every_field_of_afterwards_stands_in_one_section_and_no_more(kind: Kind, field: Field) -> None:
    holding = [spec for part in AfterwardsPage.sections for spec in part.holds if spec.covers(kind.name, field.name)]
    assert len(holding) == 1


def test_every_field_of_afterwards_can_be_reached(page: AfterwardsPage) -> None:
    full = with_record(SIGNED, record("progress", "PGS-01", action=SIGNED.all("action")[0].id))
    full = with_record(with_record(full, record("disagreement", "DSG-01", point="A point.")), REOPENED)
    page.show_review(full)
    missed = []
    for kind, field in FIELDS:
        first = full.all(kind.name)[0].id
        reached = page.focus_place(Place(kind.name, first, field.name, ""))
        focus = QApplication.focusWidget()
        rows = [each for each in page.findChildren(BoundField) if (each.record_id, each.field) == (first, field)]
        there = bool(rows) and rows[0].isAncestorOf(focus) if kind.name not in BY_RULE else _is_card(focus, first)
        if not (reached and there) and field.only != "ho":
            missed.append((kind.name, field.name))
    assert missed == []


def _is_card(widget: object, record_id: str) -> bool:
    return isinstance(widget, ReadingCard) and widget.record_id == record_id


def test_what_only_the_home_office_asks_is_shown_in_its_reviews_alone(page: AfterwardsPage) -> None:
    asked = Place("afterwards", "afterwards", "lessons_learned_team_sent_on", "")
    assert not page.focus_place(asked)
    page.show_review(Review.of(ho_records()))
    assert page.focus_place(asked)


# ---- before the signature
def test_page_before_the_signature_explains_itself_and_shuts_nothing(page: AfterwardsPage) -> None:
    page.show_review(DRAFT)
    assert page._not_yet.isVisible()
    assert "This begins when the report is signed" in words_in(page._not_yet)
    assert not page._standing.isVisible()
    assert not page.sealed_notice.isVisible()
    assert all(not held.add.isHidden() for held in page.findChildren(RecordList))
    asked = Asked(page)
    row = next(each for each in page.findChildren(BoundField) if each.field.name == "presented_to")
    row.editor.setFocus()
    QTest.keyClicks(row.editor.controls()[0], "review panel")
    row.flush()
    assert asked.operations == [SetFields("afterwards", "afterwards", {"presented_to": "review panel"})]


def test_page_after_the_signature_says_how_things_stand_instead(page: AfterwardsPage) -> None:
    assert not page._not_yet.isVisible()
    assert page._standing.isVisible()
    assert "12 of 14 staff, a reason for 2" in words_in(page._standing)
    assert not page.sealed_notice.isVisible()
    assert not has_begun(DRAFT)
    assert has_begun(with_values(DRAFT, "afterwards", presented_on="2014-12-10"))


def test_page_after_the_signature_stays_open_in_every_field(page: AfterwardsPage) -> None:
    for item in page.findChildren(RecordItem):
        item.open()
    assert [row.field.name for row in page.findChildren(BoundField) if row._read_only] == []


# ---- how it stands
def test_standing_of_the_signed_sample_is_told_in_words() -> None:
    assert standing(SIGNED) == {
        "presented": "10 December 2014, version 1",
        "questions": "1 question, answered",
        "feedback": "12 of 14 staff, a reason for 2",
        "overview": "6 February 2015",
        "published": "25 March 2015",
        "actions": "0 of 4 done",
    }
    assert standing(DRAFT)["overview"] == "Expected 30 January 2015"
    assert set(standing(review()).values()) == {""}


def test_question_without_an_answer_is_counted_and_marked(page: AfterwardsPage) -> None:
    more = with_record(SIGNED, record("panel_question", "PQ-2", question="Who was told?", asked_on="2015-02-02"))
    assert standing(more)["questions"] == "2 questions, 1 without answer"
    page.show_review(more)
    questions = next(each for each in page.findChildren(RecordList) if each.kind.name == "panel_question")
    assert [chip.words() for chip in questions.item("PQ-2").findChildren(Chip)] == ["No answer yet"]


def test_answered_question_leads_to_what_it_changed(page: AfterwardsPage) -> None:
    asked = Asked(page)
    questions = next(each for each in page.findChildren(RecordList) if each.kind.name == "panel_question")
    chips = {chip.words(): chip for chip in questions.item("PQ-1").findChildren(Chip)}
    assert list(chips) == ["Answered 21 January 2015", "Changed AN-3.9", "Changed RCM-1", "Version 2"]
    chips["Changed AN-3.9"].click()
    assert [(each.kind, each.record_id) for each in asked.places] == [("paragraph", "AN-3.9")]  # type: ignore[attr-defined]


def test_debrief_added_begins_with_the_first_of_the_staff_who_has_none() -> None:
    staff = (record("staff", "STF-01", code="Crown Prosecutor 1"), record("staff", "STF-02", code="Paralegal 1"))
    assert next_debrief(review(*staff)) == {"staff": "STF-01"}
    assert next_debrief(review(*staff, record("debrief", "DBR-01", staff="STF-01"))) == {"staff": "STF-02"}
    assert next_debrief(review()) == {}


# ---- progress of actions
def test_status_of_an_action_is_the_latest_by_date_else_that_of_the_plan() -> None:
    action = record("action", "ACT-01", action="Write it down.", status="not started")
    late = record("progress", "PGS-01", action="ACT-01", status="done", date="2015-05-20")
    early = record("progress", "PGS-02", action="ACT-01", status="under way", date="2015-03-03")
    assert status_line(action, review(action)) == "Not started · as in the plan"
    assert status_line(action, review(action, late, early)) == "Done · 20 May 2015"
    bare = record("action", "ACT-02", action="Say it.")
    assert status_line(bare, review(bare)) == "No progress noted yet"


def test_progress_is_added_to_the_action_beside_which_the_button_stands(page: AfterwardsPage) -> None:
    asked = Asked(page)
    progress = page.findChild(ActionProgress)
    second = SIGNED.all("action")[1].id
    progress.list_of(second).add.click()
    assert asked.new == [("progress", {"action": second})]


def test_progress_of_no_action_is_not_lost_from_sight(page: AfterwardsPage) -> None:
    progress = page.findChild(ActionProgress)
    assert "Of no action of the plan" not in words_in(progress)
    page.show_review(with_record(SIGNED, record("progress", "PGS-09", evidence="Of what?")))
    assert "Of no action of the plan" in words_in(progress)
    assert page.focus_place(Place("progress", "PGS-09", "evidence", ""))


def test_progress_without_a_plan_leads_to_the_plan(page: AfterwardsPage) -> None:
    page.show_review(review())
    progress, asked = page.findChild(ActionProgress), Asked(page)
    assert page.focus_place(Place("progress", "", "", ""))
    assert QApplication.focusWidget() is progress._to_plan
    progress._to_plan.click()
    assert [each.kind for each in asked.places] == ["action"]  # type: ignore[attr-defined]


# ---- what only a rule writes
def test_reopening_can_be_read_and_not_changed(page: AfterwardsPage) -> None:
    page.show_review(with_record(SIGNED, REOPENED))
    reading = page.findChild(RecordReading)
    card = reading.control_of("REO-01")
    assert isinstance(card, ReadingCard)
    words = words_in(card)
    assert "A question from the panel" in words
    assert "21 January 2015, 10:12" in words
    assert reading.findChildren(BoundField) == []
    assert card.accessibleName() == "Reopening, to read: A question from the panel"
    assert "Asked by (post): Independent overview author" in card.accessibleDescription()
    page.show_review(SIGNED)
    assert reading.control_of("REO-01") is None
    assert "has not been reopened" in words_in(reading)
