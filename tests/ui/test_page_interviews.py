"""Stage 5, ‘Interviews’: everybody by job title, how it stands with each, and the steps of an interview."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review, with_record, with_values, without
from form_tools import Asked, field_in
from looks import settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_tools import words_in

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import Delete, Move, SetFields
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records
from ui.forms.bound_field import BoundField
from ui.pages.interview_card import InterviewCard
from ui.pages.interview_person import GeneralPane, PersonPane
from ui.pages.interview_steps import STEPS, TOP
from ui.pages.interviews import InterviewsPage
from ui.pages.interviews_words import GENERAL, first_open, lead_of, rows_of
from ui.widgets.surfaces import Scroll

SAMPLE = Review.of(cps_records())
SIGNED = Review.of(cps_records(after=True))
LIVE = with_values(SAMPLE, "PAR-01", status="running")
FIELDS = [(kind, field) for kind in kinds_of_stage(5) for field in kind.fields]


@pytest.fixture
def page(show: Callable[..., None]) -> InterviewsPage:
    """The page with the sample in it."""
    made = InterviewsPage()
    made.show_review(SAMPLE)
    show(made, 736, 700)
    settle()
    return made


def words_of(key: str, of: Review = SAMPLE) -> tuple[str, str]:
    row = next(each for each in rows_of(of) if each.key == key)
    return row.state, row.detail


def shown(page: InterviewsPage) -> PersonPane:
    assert isinstance(page.pane, PersonPane)
    return page.pane


# ---- everything is there
def test_steps_hold_every_field_of_an_interview_once() -> None:
    kind = next(each for each in kinds_of_stage(5) if each.name == "interview")
    names = [*TOP, *(name for step in STEPS for name in step.names)]
    assert sorted(names) == sorted(field.name for field in kind.fields)


def test_every_field_of_interviews_can_be_reached(page: InterviewsPage) -> None:
    full = with_values(LIVE, "INT-01", attempts=({"how": "A letter."},), reason="None.", effect="None.")
    full = with_values(full, "INT-01", held_before_answer="Told the Chair.")
    page.show_review(full)
    missed = []
    for kind, field in FIELDS:
        first = "STF-01" if kind.name == "staff" else full.all(kind.name)[0].id
        reached = page.focus_place(Place(kind.name, first, field.name, ""))
        row = field_in(page, kind.name, field.name, first)
        if not reached or not row.isAncestorOf(QApplication.focusWidget()):
            missed.append((kind.name, field.name))
    assert missed == []


def test_no_field_of_the_stage_takes_a_name() -> None:
    labels = [(field.name, field.label.lower()) for _, field in FIELDS]
    assert not [name for name, label in labels if "name" in name or (" name" in label and "never" not in label)]


# ---- how it stands
@pytest.mark.parametrize(
    ("key", "state", "detail"),
    [
        ("STF-01", "Not interviewed: reason given", ""),
        ("STF-04", "Held 9 September 2014", "Record corrected and agreed"),
        ("STF-06", "Held 10 September 2014", "Record agreed"),
        ("STF-07", "Not held: reason given", ""),
        (GENERAL, "Purpose written", "Police answer 28 April 2014"),
    ],
)
def test_list_says_how_it_stands_with_each(key: str, state: str, detail: str) -> None:
    assert words_of(key) == (state, detail)


@pytest.mark.parametrize(
    ("values", "state", "detail"),
    [
        ({"status": "planned", "held_on": None}, "Invited 2 September 2014", ""),
        ({"status": "planned", "invited_on": None}, "Not invited yet", ""),
        ({"status": "planned", "potential_witness": "yes"}, "Waiting", "May be a witness"),
        ({"record": None}, "Held 9 September 2014", "No record yet"),
        ({"shared_on": None}, "Held 9 September 2014", "Record not shared yet"),
        ({"reply": None}, "Held 9 September 2014", "Record shared 15 September 2014; no reply yet"),
        ({"reply": "no reply"}, "Held 9 September 2014", "Record shared 15 September 2014; no reply"),
        ({"status": "not held"}, "Not held", "No reason given yet"),
        ({"held_on": None}, "Held", "Record corrected and agreed"),
    ],
)
def test_state_of_an_interview_follows_what_is_written(values: dict[str, object], state: str, detail: str) -> None:
    assert words_of("STF-04", with_values(SAMPLE, "INT-01", **values)) == (state, detail)


def test_person_without_interview_or_reason_is_not_invited_yet() -> None:
    bare = review(record("staff", "STF-01", code="Paralegal Officer 1"))
    assert words_of("STF-01", bare) == ("Not invited yet", "")
    assert lead_of(bare) == "1 person: 1 still open"


def test_each_state_has_its_own_shape() -> None:
    rows = {row.state: row.glyph for row in rows_of(LIVE)}
    waits = rows_of(with_values(LIVE, "INT-01", status="planned", potential_witness=None))
    assert len({*rows.values(), *(row.glyph for row in waits)}) >= 3


def test_head_counts_people_by_how_it_stands(page: InterviewsPage) -> None:
    assert page.head.lead.text() == "14 people: 5 interviewed, 9 not interviewed, with a reason"


def test_page_opens_at_the_first_person_with_whom_something_is_left(page: InterviewsPage) -> None:
    assert first_open(SAMPLE) == "STF-01"
    assert first_open(with_values(SAMPLE, "INT-02", reply=None)) == "STF-06"
    assert first_open(review()) == GENERAL
    assert page.list.key() == "STF-01"


# ---- proceedings
def test_live_proceedings_are_said_at_the_head_and_lead_to_the_answer(page: InterviewsPage) -> None:
    assert not page.held_back.isVisible()
    waiting = with_values(LIVE, "INT-06", status="planned", potential_witness=None)
    page.show_review(waiting)
    asked = Asked(page)
    assert page.held_back.isVisible()
    assert "1 interview has no answer yet" in words_in(page.held_back)
    page.held_back.answer.click()
    assert [(each.kind, each.record_id, each.field) for each in asked.places] == [  # type: ignore[attr-defined]
        ("interview", "INT-06", "potential_witness")
    ]
    assert words_of("STF-07", waiting) == ("Waiting", "Police answer due")


def test_live_proceedings_before_anybody_was_asked_lead_to_that_field(page: InterviewsPage) -> None:
    unasked = with_values(LIVE, "witness_status", asked_on=None, answered_on=None, text=None)
    page.show_review(unasked)
    asked = Asked(page)
    page.held_back.answer.click()
    place = asked.places[0]
    assert isinstance(place, Place)
    assert (place.kind, place.field) == ("witness_status", "asked_on")
    assert page.focus_place(place)
    assert isinstance(page.pane, GeneralPane)
    page.pane.register.click()
    assert page.pane.register.isVisible()
    assert [each.record_id for each in asked.places[1:]] == ["PAR-01"]  # type: ignore[attr-defined]


def test_field_higher_than_the_page_is_shown_from_its_beginning(page: InterviewsPage) -> None:
    page.focus_place(Place("interview", "INT-01", "record", ""))
    settle()
    row = field_in(page, "interview", "record", "INT-01")
    top = row.mapTo(page.scroller.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 60


def test_interview_already_held_can_be_recorded_while_proceedings_are_live(page: InterviewsPage) -> None:
    page.show_review(with_values(LIVE, "INT-01", potential_witness=None, witness_answered_on=None))
    assert page.focus_place(Place("interview", "INT-01", "held_before_answer", ""))
    row = field_in(page, "interview", "held_before_answer", "INT-01")
    asked = Asked(page)
    QTest.keyClicks(row.editor.controls()[0], "Told the Chair.")
    row.flush()
    assert asked.operations == [SetFields("interview", "INT-01", {"held_before_answer": "Told the Chair."})]


def test_without_proceedings_nobody_is_asked_about_witnesses(page: InterviewsPage) -> None:
    bare = record("interview", "INT-01", staff="STF-01", status="planned")
    ended = record("parallel_process", "PAR-01", process="criminal proceedings", status="none")
    page.show_review(review(record("staff", "STF-01", code="Paralegal Officer 1"), bare, ended))
    assert not page.focus_place(Place("interview", "INT-01", "potential_witness", ""))
    assert not page.held_back.isVisible()


# ---- only what applies
def test_interview_not_held_shows_why_and_not_what_was_never_said(page: InterviewsPage) -> None:
    assert page.focus_place(Place("interview", "INT-06", "reason", ""))
    card = shown(page).card("INT-06")
    open_steps = [each.step.heading for each in card.steps if not each.isHidden()]
    assert open_steps == ["Invitation", "Purpose and possible witness", "Why it was not held"]
    page.show_review(with_values(SAMPLE, "INT-06", status="planned", reason=None, effect=None))
    assert "Record" in [each.step.heading for each in card.steps if not each.isHidden()]


def test_done_steps_are_folded_and_the_first_left_to_do_is_open(page: InterviewsPage) -> None:
    page.show_review(with_values(SAMPLE, "INT-02", shared_on=None, reply=None, reply_on=None))
    page.focus_place(Place("interview", "INT-02", "", ""))
    card = shown(page).card("INT-02")
    assert [each.step.heading for each in card.steps if each.opened] == ["Shared and agreed"]
    assert card.steps[3].head.accessibleName().startswith("Record: ")
    assert "word" in card.steps[3].head.accessibleName()


def test_record_of_an_interview_is_set_for_reading(page: InterviewsPage) -> None:
    page.focus_place(Place("interview", "INT-01", "record", ""))
    box = field_in(page, "interview", "record", "INT-01").editor.controls()[0]
    assert box.document().defaultFont().pixelSize() == 16  # type: ignore[attr-defined]


def test_reason_stands_with_a_person_who_has_no_interview_only(page: InterviewsPage) -> None:
    reason = shown(page).reason
    assert reason is not None
    assert reason.isVisible()
    page.focus_place(Place("interview", "INT-01", "", ""))
    reason = shown(page).reason
    assert reason is not None
    assert not reason.isVisible()


# ---- signed
def test_signed_report_leaves_the_process_open_and_shuts_the_rest(page: InterviewsPage) -> None:
    page.focus_place(Place("interview", "INT-01", "", ""))
    for step in shown(page).card("INT-01").steps:
        step.open()
    page.show_review(SIGNED)
    assert page.sealed_notice.isVisible()
    assert not page.add.isVisible()
    assert not shown(page).plan.isVisible()
    for row in page.findChildren(BoundField):
        assert row._read_only is row.field.sealed, row.field.name
    asked = Asked(page)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked.changes == []


def test_showing_any_review_asks_for_nothing(page: InterviewsPage) -> None:
    asked = Asked(page)
    for each in (SIGNED, Review.of(ho_records()), review(), LIVE, SAMPLE):
        page.show_review(each)
        page.show_review(each, reload_focused=True)
    assert (asked.changes, asked.new, asked.places) == ([], [], [])


# ---- the list
def test_empty_page_explains_itself_and_offers_the_first_person(page: InterviewsPage) -> None:
    page.show_review(review())
    assert isinstance(page.pane, GeneralPane)
    assert page.pane.empty.isVisible()
    assert "never by name" in words_in(page.pane.empty)
    asked = Asked(page)
    page.pane.empty.findChildren(type(page.add))[0].click()
    assert asked.new == [("staff", {})]
    page.show_review(SAMPLE)
    assert not page.panes[GENERAL].empty.isVisible()  # type: ignore[attr-defined]


def test_arrows_choose_a_person_enter_goes_in_and_escape_comes_back(page: InterviewsPage) -> None:
    page.list.setFocus()
    for _ in range(3):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.key() == "STF-04"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert shown(page).key == "STF-04"
    focus = QApplication.focusWidget()
    assert field_in(page, "interview", "status", "INT-01").isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_delete_and_alt_arrows_in_the_list_ask_for_the_change(page: InterviewsPage) -> None:
    asked = Asked(page)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert asked.operations == [Move("staff", "STF-01", "STF-03"), Delete("staff", "STF-01")]


def test_row_says_all_of_itself_to_a_screen_reader(page: InterviewsPage) -> None:
    index = page.list.model().index(4, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Crown Prosecutor 2, Held 9 September 2014, Record corrected and agreed"


def test_person_who_is_gone_leaves_the_list_and_their_interview_stays_in_sight(page: InterviewsPage) -> None:
    page.focus_place(Place("interview", "INT-01", "", ""))
    gone = with_values(without(SAMPLE, "STF-04"), "INT-01", staff=None)
    page.show_review(gone)
    assert page.list.rows.at("STF-04") < 0
    assert words_of("INT-01", gone) == ("No job title yet", "")
    assert page.focus_place(Place("interview", "INT-01", "staff", ""))
    assert isinstance(shown(page).findChild(InterviewCard), InterviewCard)


def test_second_interview_with_a_person_stands_under_the_first(page: InterviewsPage) -> None:
    page.show_review(with_record(SAMPLE, record("interview", "INT-07", staff="STF-04", status="planned")))
    assert page.focus_place(Place("interview", "INT-07", "", ""))
    assert [each.record_id for each in shown(page).findChildren(InterviewCard)] == ["INT-01", "INT-07"]
    assert words_of("STF-04")[0] == "Held 9 September 2014"


def test_narrow_page_shows_the_list_or_the_person(page: InterviewsPage) -> None:
    page.resize(500, 700)
    settle()
    assert page.list.isVisible()
    assert not page.scroller.isVisible()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert isinstance(page.scroller, Scroll)
    assert page.scroller.isVisible()
    assert not page.list.isVisible()
    page.back.click()
    assert page.list.isVisible()
    assert page.list.hasFocus()


def test_refused_change_is_said_at_its_field(page: InterviewsPage) -> None:
    page.focus_place(Place("interview", "INT-01", "setting", ""))
    change = SetFields("interview", "INT-01", {"setting": "A room."})
    assert page.change_refused(change, "Not saved: the disk is full.")
    assert field_in(page, "interview", "setting", "INT-01").error() == "Not saved: the disk is full."
    assert not page.change_refused(SetFields("entry", "CE-001", {"comment": "x"}), "Not saved.")


def test_panel_that_asks_for_an_interview_leads_to_the_first_person_without_one(page: InterviewsPage) -> None:
    page.show_review(with_values(SAMPLE, "STF-03", not_interviewed_reason=None))
    assert page.focus_place(Place("interview", "", "staff", ""))
    assert page.list.key() == "STF-03"
    assert QApplication.focusWidget() is shown(page).plan


def test_page_is_told_of_everything_it_shows() -> None:
    assert {"staff", "interview", "interviewing", "witness_status", "parallel_process", "review", "signature"} <= (
        InterviewsPage.kinds
    )


def test_list_begins_at_the_top_where_the_chosen_row_is_in_sight_there(page: InterviewsPage) -> None:
    page.list.choose("STF-02")
    page.resize(736, 420)
    settle()
    assert page.list.verticalScrollBar().value() == 0
    page.list.choose("STF-14")
    page.resize(736, 400)
    settle()
    assert page.list.visualRect(page.list.currentIndex()).bottom() <= page.list.viewport().height()


def test_words_that_could_not_be_read_are_said_in_the_folded_step_and_in_the_list(page: InterviewsPage) -> None:
    page.focus_place(Place("interview", "INT-01", "held_on", ""))
    box = field_in(page, "interview", "held_on", "INT-01").editor.controls()[0]
    box.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(box, "31/2/2014")
    step = shown(page).card("INT-01").steps[2]
    step.toggle()
    assert step.head.accessibleName() == "The interview: Something typed here is not kept yet"
    page.focus_place(Place("interview", "INT-02", "", ""))
    row = page.list.rows.rows[page.list.rows.at("STF-04")]
    assert row.detail == "Something typed here is not kept yet"
    page.show_review(with_values(SAMPLE, "INT-05", setting="Elsewhere."))
    assert page.list.rows.rows[page.list.rows.at("STF-04")] == row
    page.focus_place(Place("interview", "INT-01", "held_on", ""))
    assert box.text() == "31/2/2014"  # type: ignore[attr-defined]
    assert page.list.rows.rows[page.list.rows.at("STF-04")].detail == "Record corrected and agreed"
