"""Stage 7 in a window with the sample: what its cards say, and everything an author does there by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review
from form_tools import Asked, Keeper, built, field_in, leave, the_list, type_into
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sample_session import open_sample

from imr_desk.export.build import build_report
from imr_desk.export.words import lines
from imr_desk.guidance.facts import Place
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records
from ui.forms.record_item import RecordItem
from ui.pages.lessons import LessonsPage
from ui.pages.lessons_cards import action_cards, lesson_cards, recommendation_cards
from ui.pages.registry import page_class
from ui.widgets.chips import Chip

ALT = Qt.KeyboardModifier.AltModifier
SAMPLE = Review.of(cps_records())


@pytest.fixture
def page(show: Callable[..., None]) -> LessonsPage:
    return built(LessonsPage(), SAMPLE, show)


@pytest.fixture
def kept(page: LessonsPage, tmp_path: Path) -> Iterator[Keeper]:
    session = open_sample(tmp_path)
    yield Keeper(page, session)
    session.close()


def chips(item: RecordItem) -> list[str]:
    return [chip.words() for chip in item.findChildren(Chip)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def tab_to(wanted: QWidget, most: int = 60) -> None:
    for _ in range(most):
        if QApplication.focusWidget() is wanted:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {wanted.accessibleName()!r}")


def test_lessons_page_is_the_page_of_stage_7_and_holds_every_field_of_it() -> None:
    assert page_class(7) is LessonsPage
    for kind in kinds_of_stage(7):
        for field in kind.fields:
            assert any(each.covers(kind.name, field.name) for each in LessonsPage.sections), (kind.name, field.name)


def test_recommendation_card_leads_to_its_lesson_its_actions_and_its_clearance(page: LessonsPage) -> None:
    asked, item = Asked(page), the_list(page, "recommendation").item("RCM-2")
    assert chips(item) == ["Lesson 3", "Finding AN-4.9", "Action 2", "Action 3", "Cleared"]
    for chip in item.findChildren(Chip)[:3]:
        chip.click()
    assert [(place.kind, place.record_id) for place in asked.places] == [
        ("lesson", "LES-3"),
        ("paragraph", "AN-4.9"),
        ("action", "ACT-2"),
    ]


def test_recommendation_without_its_parts_says_which() -> None:
    bare = review(record("recommendation", "RCM-1", number=1, text="Do it.", specific="This", measurable="So"))
    words = recommendation_cards(bare)(bare["RCM-1"])
    assert words.warning.startswith("Not said yet: Achievable")
    assert "Time-bound: by when" in words.warning
    assert [chip.words for chip in words.chips] == ["From no lesson yet", "No action yet", "Not sent for clearance"]


def test_recommendation_waiting_for_clearance_says_how_many() -> None:
    sent = review(
        record("recommendation", "RCM-1", number=1, text="Do it."),
        record("clearance", "CLR-01", who="The Director", about=["RCM-1"], status="sent"),
    )
    assert recommendation_cards(sent)(sent["RCM-1"]).chips[-1].words == "1 clearance to come"


def test_many_recommendations_are_remarked_on_and_five_are_not(page: LessonsPage) -> None:
    more = [record("recommendation", f"RCM-{n}", number=n, text="Do it.") for n in range(1, 7)]
    page.show_review(review(*more[:5]))
    assert page.many.isHidden()
    page.show_review(review(*more))
    assert page.many.accessibleName() == "There are 6 recommendations; five or fewer is usual."


def test_signed_review_shuts_lessons_and_leaves_clearance_open(page: LessonsPage) -> None:
    page.show_review(Review.of(cps_records(after=True)))
    assert the_list(page, "lesson").add.isHidden()
    assert the_list(page, "action").add.isHidden()
    assert not the_list(page, "clearance").add.isHidden()
    assert page.sealed_notice.isVisible()


def test_lesson_card_says_why_nothing_is_recommended_or_that_nothing_follows() -> None:
    make = lesson_cards(SAMPLE)
    assert make(SAMPLE["LES-1"]).second[1].startswith("No recommendation, because: Done by early action EA-01")
    bare = review(record("lesson", "LES-1", text="Ask about every child."))
    assert [chip.words for chip in lesson_cards(bare)(bare["LES-1"]).chips] == [
        "No evidence yet",
        "Nothing follows yet",
    ]


def test_action_without_owner_or_date_says_so() -> None:
    bare = review(record("action", "ACT-1", number=1, action="Write it."))
    words = action_cards(bare)(bare["ACT-1"])
    assert (words.warning, words.cells[0]) == ("No owner yet", "No date yet")


def test_business_areas_are_asked_of_the_home_office_alone(page: LessonsPage) -> None:
    assert the_list(page, "business_area").isHidden()
    page.show_review(Review.of(ho_records()))
    assert not the_list(page, "business_area").isHidden()


def test_lesson_and_recommendation_are_written_by_keyboard_alone(page: LessonsPage, kept: Keeper) -> None:
    add = the_list(page, "recommendation").add
    page.links[2].setFocus()
    press(Qt.Key.Key_Space)
    tab_to(add)
    press(Qt.Key.Key_Space)
    new = kept.session.review.all("recommendation")[-1]
    assert new.number("number") == 4
    text = field_in(page, "recommendation", "text", new.id).editor.controls()[0]
    tab_to(text)
    QTest.keyClicks(text, "Ask about every child.")
    press(Qt.Key.Key_Tab)
    assert kept.session.review[new.id].text("text") == "Ask about every child."
    press(Qt.Key.Key_Escape)
    assert the_list(page, "recommendation").item(new.id).button.hasFocus()


def test_recommendation_moved_by_keys_takes_the_number_of_its_place_and_undo_brings_both_back(
    page: LessonsPage, kept: Keeper
) -> None:
    button = the_list(page, "recommendation").item("RCM-3").button
    button.setFocus()
    press(Qt.Key.Key_Up, ALT)
    order = [(each.id, each.number("number")) for each in kept.session.review.all("recommendation")]
    assert order == [("RCM-1", 1), ("RCM-3", 2), ("RCM-2", 3)]
    assert button.hasFocus()
    kept.undo()
    order = [(each.id, each.number("number")) for each in kept.session.review.all("recommendation")]
    assert order == [("RCM-1", 1), ("RCM-2", 2), ("RCM-3", 3)]


def test_action_begins_with_the_next_number_and_the_manager_of_the_plan(page: LessonsPage) -> None:
    asked = Asked(page)
    the_list(page, "action").add.click()
    assert asked.new == [
        (
            "action",
            {
                "number": 5,
                "status": "not started",
                "accountable_senior_manager": "Chief Crown Prosecutor, CPS Northmarch",
            },
        )
    ]


def test_action_owner_and_date_typed_are_kept_and_shown_on_the_card(page: LessonsPage, kept: Keeper) -> None:
    item = the_list(page, "action").item("ACT-2")
    item.open()
    leave(type_into(field_in(page, "action", "due", "ACT-2"), "1 May 2015"))
    assert str(kept.session.review["ACT-2"].day("due")) == "2015-05-01"
    assert item._words.cells == ("1 May 2015", "Not started")


def test_passing_on_stands_apart_and_the_report_does_not_print_it(page: LessonsPage, kept: Keeper) -> None:
    assert page.focus_place(Place("action_plan", "action_plan", "passed_on_to", ""))
    leave(type_into(field_in(page, "action_plan", "passed_on_to"), "Head of Quillon Personnel"))
    assert kept.session.review.one("action_plan").text("passed_on_to") == "Head of Quillon Personnel"
    report = build_report(kept.session.review, draft=True, today=dt.date(2014, 12, 3))
    assert "Quillon" not in repr(tuple(lines(report)))
