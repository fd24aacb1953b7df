"""Stage 1, ‘The review’, with the sample in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review, with_values
from form_tools import Asked, Keeper, clipboard, field_in, leave, type_into
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from review_page import SAMPLE, SIGNED, built_page, in_sight, questions, section
from sample_session import open_sample

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.fields import Field, Kind
from imr_desk.review.review import Review
from imr_desk.sample import ho_records
from ui.forms.bound_field import BoundField
from ui.forms.record_item import RecordItem
from ui.forms.record_list import RecordList
from ui.pages.review import ReviewPage
from ui.pages.review_facts import facts_of
from ui.widgets.chips import Chip

PICTURE = (("genogram", "picture"), ("genogram", "picture_sha256"))
"""Filled by choosing a picture, and typed by nobody."""
FIELDS = [(kind, field) for kind in kinds_of_stage(1) for field in kind.fields if not field.private]


@pytest.fixture
def page(show: Callable[..., None]) -> ReviewPage:
    """The page with the sample in it, all of it built."""
    return built_page(show)


@pytest.fixture
def kept(tmp_path: Path, page: ReviewPage) -> Iterator[Keeper]:
    """The page with a real session behind it."""
    session = open_sample(tmp_path)
    yield Keeper(page, session)
    session.close()


# ---- everything is there
@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=[f"{kind.name}.{field.name}" for kind, field in FIELDS])
def test_every_field_of_the_stage_stands_in_one_section_and_no_more(kind: Kind, field: Field) -> None:
    holding = [spec for part in ReviewPage.sections for spec in part.holds if spec.covers(kind.name, field.name)]
    assert len(holding) == 1


def test_every_field_of_the_stage_can_be_reached_and_edited(page: ReviewPage) -> None:
    missed = []
    for kind, field in FIELDS:
        if (kind.name, field.name) in PICTURE:
            continue
        first = SAMPLE.all(kind.name)[0].id
        reached = page.focus_place(Place(kind.name, first, field.name, ""))
        row = next(
            (each for each in page.findChildren(BoundField) if (each.record_id, each.field) == (first, field)), None
        )
        if row is None or (not reached and field.only != "ho"):
            missed.append((kind.name, field.name))
        elif reached and not row.isAncestorOf(QApplication.focusWidget()):
            missed.append((kind.name, field.name, "without the keyboard"))
    assert missed == []


def test_real_names_are_not_on_the_page(page: ReviewPage, qtbot: QtBot) -> None:
    assert "identity" not in page.kinds
    with qtbot.waitSignal(page.identities_asked):  # they have a page of their own
        assert page.focus_place(Place("identity", "IDN-001", "real_name", ""))
    shown = {row.kind.name for row in page.findChildren(BoundField)} | {
        each.kind.name for each in page.findChildren(RecordList)
    }
    assert shown == {kind.name for kind in kinds_of_stage(1)} - {"identity", "identity_key"}


def test_page_is_shown_again_after_changes_of_all_it_shows() -> None:
    assert {"review", "deadline", "contact", "early_action", "entry", "section", "signature"} <= ReviewPage.kinds


def test_fields_of_the_home_office_are_reached_in_its_reviews(page: ReviewPage) -> None:
    page.show_review(Review.of(ho_records()))
    assert page.focus_place(Place("author", "author", "unit_exception", ""))
    page.show_review(SAMPLE, reload_focused=True)
    assert not page.focus_place(Place("author", "author", "unit_exception", ""))


# ---- head and cards
def test_facts_stand_at_the_head() -> None:
    assert facts_of(SAMPLE) == {
        "type": "Serious Case Review",
        "agency": "Crown Prosecution Service, CPS Northmarch",
        "period": "1 March 2011 to 28 February 2014",
        "commissioned": "11 March 2014",
    }
    assert set(facts_of(review()).values()) == {""}
    assert facts_of(review(record("period", "period", cut_off="2014-02-28")))["period"] == "… to 28 February 2014"


def test_facts_follow_the_review(page: ReviewPage) -> None:
    page.show_review(with_values(SAMPLE, "review", review_type="Learning review"))
    assert page._facts._values["type"].text() == "Learning review"
    page.show_review(review())
    assert page._facts._values["type"].text() == "Not recorded yet"


def test_question_says_how_much_answers_it_and_leads_there(page: ReviewPage) -> None:
    asked, item = Asked(page), questions(page).item("Q-1")
    entries, answer = item.findChildren(Chip)
    count = sum("Q-1" in entry.links("questions") for entry in SAMPLE.all("entry"))
    assert entries.words() == f"{count} entries"
    assert answer.words() == "Section of the analysis"
    entries.click()
    answer.click()
    assert [(place.kind, place.record_id) for place in asked.places] == [
        ("entry", next(entry.id for entry in SAMPLE.all("entry") if "Q-1" in entry.links("questions"))),
        ("section", "SEC-1"),
    ]


def test_question_without_answer_says_so(page: ReviewPage) -> None:
    page.show_review(review(record("question", "Q-1", number=1, text="Why?")))
    assert [chip.words() for chip in questions(page).item("Q-1").findChildren(Chip)] == [
        "No entries yet",
        "No section yet",
    ]


def test_question_that_was_changed_says_what_it_was(page: ReviewPage) -> None:
    words = questions(page).item("Q-3")._words
    assert words.warning == "Was ‘How did the CPS deal with custody, custody time limits and bail in Case B?’"
    assert words.second == ("Changed 1 October 2014 · Version 2 · From the board",)


def test_question_added_begins_with_the_next_number_and_the_version_in_force(page: ReviewPage) -> None:
    asked = Asked(page)
    questions(page).add.click()
    assert asked.new == [("question", {"number": 5, "version": 2})]


def test_question_added_in_the_program_is_open_with_the_keyboard_in_it(page: ReviewPage, kept: Keeper) -> None:
    questions(page).add.click()
    item = questions(page).item("Q-5")
    settle()
    assert item.opened
    assert item.isAncestorOf(QApplication.focusWidget())
    assert in_sight(page, item)
    leave(type_into(field_in(item, "question", "number", "Q-5"), "6"))
    box = field_in(item, "question", "text", "Q-5").editor.controls()[0]
    QTest.keyClicks(box, "What was known?")
    page.flush()
    assert kept.session.review["Q-5"].text("text") == "What was known?"


# ---- editing
def test_typing_asks_for_the_right_change(page: ReviewPage) -> None:
    asked = Asked(page)
    for kind, name, typed, value in (
        ("review", "review_type", "Learning review", "Learning review"),
        ("review", "handling_line", "Until published.", "Until published."),
        ("period", "cut_off", "1/2/2014", "2014-02-01"),
        ("terms_of_reference", "current_version", "3", 3),
        ("opening", "purpose", "To learn.", "To learn."),
    ):
        leave(type_into(field_in(page, kind, name), typed))
        assert asked.operations[-1] == SetFields(kind, kind, {name: value})
    assert len(asked.changes) == len(set(asked.visits)) == 5


def test_impossible_date_asks_for_nothing_and_stays_through_everything(page: ReviewPage, kept: Keeper) -> None:
    row = field_in(page, "extension", "new_date")
    before = kept.session.review.one("extension")
    control = type_into(row, "30 February 2015")
    leave(control)
    section(page, "Extension").head.click()
    section(page, "Extension").head.click()
    page.flush()
    leave(type_into(field_in(page, "board", "name"), "Another board"))
    assert row.error() == "February 2015 has 28 days. Did you mean 28 February 2015 or 1 March 2015?"
    assert control.text() == "30 February 2015"  # type: ignore[attr-defined]
    assert kept.session.review.one("extension") == before
    assert kept.session.review.one("board").text("name") == "Another board"


def test_paste_of_200000_characters_is_taken_in_whole(page: ReviewPage, kept: Keeper) -> None:
    words = "A long account. 👍 שלום\n" * 9_000
    row = field_in(page, "opening", "introduction")
    control = type_into(row, "")
    with clipboard(words):
        QTest.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    leave(control)
    assert len(words) > 200_000
    assert kept.session.review.one("opening").text("introduction").rstrip() == words.rstrip()
    assert row.error() == ""


def test_undo_shows_the_old_words_also_where_the_keyboard_is(page: ReviewPage, kept: Keeper) -> None:
    row = field_in(page, "board", "name")
    before = row.editor.value()
    type_into(row, "Another board")
    row.flush()
    assert row.editor.controls()[0].hasFocus()
    kept.undo()
    assert row.editor.value() == before
    assert row.editor.controls()[0].hasFocus()


def test_marking_the_link_as_none_is_kept(page: ReviewPage, kept: Keeper) -> None:
    box = field_in(page, "board", "contact").editor.controls()[0]
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert kept.refused == []
    assert kept.session.review.one("board").link("contact") == ""


def test_flush_asks_for_what_is_typed(page: ReviewPage) -> None:
    asked = Asked(page)
    type_into(field_in(page, "board", "name"), "Another board")
    page.flush()
    assert asked.operations == [SetFields("board", "board", {"name": "Another board"})]
    page.flush()
    assert len(asked.changes) == 1


def test_showing_any_review_asks_for_nothing(page: ReviewPage) -> None:
    asked = Asked(page)
    for each in (SIGNED, Review.of(ho_records()), review(), SAMPLE):
        page.show_review(each)
        page.show_review(each, reload_focused=True)
    assert (asked.changes, asked.new, asked.places) == ([], [], [])


# ---- signed
def test_signed_review_shuts_the_report_and_leaves_the_process_open(page: ReviewPage) -> None:
    for item in page.findChildren(RecordItem):
        item.open()
    page.show_review(SIGNED)
    assert page.sealed_notice.isVisible()
    assert page.sealed_notice.y() < page._facts.y()  # above the fold
    for row in page.findChildren(BoundField):
        free = [each for each in row.editor.controls() if each.isEnabled() and not _read_only(each)]
        typing = [each for each in free if not isinstance(each, Chip) and each.isVisibleTo(row)]
        assert bool(typing) is not row.field.sealed, (row.kind.name, row.field.name)
    for held in page.findChildren(RecordList):
        assert held.add.isHidden() is held.kind.sealed, held.kind.name
    page.show_review(SAMPLE)
    assert not page.sealed_notice.isVisible()
    assert not _read_only(field_in(page, "board", "name").editor.controls()[0])


def test_signed_review_offers_no_way_to_change_a_sealed_list(page: ReviewPage) -> None:
    page.show_review(SIGNED)
    sealed, open_one = questions(page).item("Q-1"), page.findChildren(RecordItem)
    sealed.open()
    deadline = next(item for item in open_one if item.kind.name == "deadline")
    deadline.open()
    assert sealed._delete.isHidden()
    assert sealed._up.isHidden()
    assert not deadline._delete.isHidden()
    asked = Asked(page)
    questions(page)._move("Q-1", 1)
    assert asked.changes == []


def _read_only(control: QWidget) -> bool:
    return bool(getattr(control, "isReadOnly", bool)())
