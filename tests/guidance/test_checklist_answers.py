"""The quality checklist: its items, and what the program answers by itself."""

from __future__ import annotations

import datetime as dt

import pytest
from breakages import NO_NAMES
from factories import complete_review, record, review, with_record, with_values

from imr_desk.guidance.checklist import BOTH, PERSON, PROGRAM, Found, found, items
from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts
from imr_desk.guidance.pack import every_requirement
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records

TODAY = dt.date(2014, 12, 3)


def answers(of: Review, today: dt.date = TODAY) -> dict[str, Found]:
    return dict(found(of, run(Facts(of, NO_NAMES, today)), today))


def test_items_are_fifty_in_order_with_who_decides_them() -> None:
    assert [each.number for each in items()] == [f"Q-{n:02d}" for n in range(1, 51)]
    assert {each.decided_by for each in items()} == {PROGRAM, PERSON, BOTH}
    assert all(each.text and "'" not in each.text for each in items())


def test_program_answers_every_item_that_a_person_need_not_and_no_other() -> None:
    assert set(answers(review())) == {each.number for each in items() if each.decided_by != PERSON}


@pytest.mark.parametrize("records", [cps_records, ho_records])
def test_program_finds_what_the_checklists_of_the_samples_say(records: object) -> None:
    of = Review.of(records())  # type: ignore[operator]
    stored = {each.text("item"): each.text("answer") for each in of.all("quality_item")}
    own = answers(of)
    assert {number: own[number].answer for number in own} == {number: stored[number] for number in own}


def test_answer_of_a_check_that_fails_is_no_with_its_sentence() -> None:
    own = answers(with_values(complete_review(), "findings", resources_overall=None))["Q-30"]
    assert own == Found("no", "Nothing says whether anything was left undone for lack of resources.")


def test_answer_of_what_is_said_not_to_apply_is_not_applicable() -> None:
    broken = with_values(complete_review(), "findings", resources_overall=None)
    reason = record("exemption", "EXE-01", requirement="R-105", reason="Not here.", dated="2014-01-01")
    assert answers(with_record(broken, reason))["Q-30"].answer == "n/a"


@pytest.mark.parametrize(
    ("number", "record_id", "values"),
    [
        ("Q-02", "author", {"job_title": None}),
        ("Q-03", "review", {"protective_marking": None}),
        ("Q-12", "POV-1", {"in_force_from": "2030-01-01"}),
        ("Q-31", "KD-1", {"carried_out": None}),
    ],
)
def test_answer_found_by_a_look_is_no_where_something_is_missing(
    number: str, record_id: str, values: dict[str, object]
) -> None:
    of = Review.of(cps_records())
    if number == "Q-12":
        decision = next(each for each in of.all("key_decision") if each.links("policies"))
        record_id = decision.links("policies")[0]
    own = answers(with_values(of, record_id, **values))[number]
    assert own.answer == "no"
    assert own.words.endswith((".", "…")) or ": " in own.words


@pytest.mark.parametrize(
    ("number", "kind"), [("Q-14", "entry"), ("Q-38", "good_practice"), ("Q-40", "early_action"), ("Q-49", "debrief")]
)
def test_answer_found_by_a_look_is_no_where_a_kind_of_record_is_missing(number: str, kind: str) -> None:
    of = Review.of(each for each in cps_records() if each.kind != kind)
    assert answers(of)[number].answer == "no"


def test_answer_on_few_recommendations_is_no_from_the_sixth() -> None:
    of = Review.of(cps_records())
    for n in range(4, 6):
        of = with_record(of, record("recommendation", f"RCM-{n}", number=n, text="x"))
    assert "recommendations" not in answers(of)["Q-41"].words
    of = with_record(of, record("recommendation", "RCM-6", number=6, text="x"))
    parts = {"specific": "a", "measurable": "b", "achievable": "c", "relevant": "d", "time_bound": "2015-01-01"}
    for n in range(4, 7):
        of = with_values(of, f"RCM-{n}", **parts)
    assert answers(of)["Q-41"].words == "There are 6 recommendations; five or fewer is usual."


def test_answer_on_time_is_no_once_the_day_has_passed_without_an_extension() -> None:
    of = with_values(complete_review(), "TT-02", due="2014-12-01", actual=None)
    assert answers(of)["Q-50"].answer == "no"
    assert answers(of, dt.date(2014, 12, 1))["Q-50"].answer == "yes"
    assert answers(with_values(of, "extension", reason="Agreed."))["Q-50"].answer == "yes"


def test_items_rest_on_requirements_by_their_ids() -> None:
    known = {each.id for each in every_requirement()}
    assert known & {each for item in items() for each in item.asked_in}
