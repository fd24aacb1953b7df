"""Detail that picks a person out is looked for in the report, and stays only with a reason (R-185)."""

from __future__ import annotations

import datetime as dt

import pytest
from breakages import NO_NAMES
from factories import complete_review, record, with_record, with_values
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.details import details_of, key_of, stand_in, taken_out, unsettled
from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, Result
from imr_desk.names import find_identifiers
from imr_desk.names.identifiers import KINDS
from imr_desk.review.review import Review

SAID = "Mother, born on 4 June 1990, was seen; her NHS number is 943 476 5919."


def reviewed(words: str = SAID) -> Review:
    return with_values(complete_review(), "findings", resources_overall=words)


def judged(of: Review) -> Result:
    (result,) = run(Facts(of, NO_NAMES, dt.date(2025, 1, 10)), only=["R-185"])
    return result


def accepting(of: Review, key: str, reason: str = "It is published.", dated: str | None = "2024-05-01") -> Review:
    number = len(of.all("accepted_detail")) + 1
    return with_record(of, record("accepted_detail", f"DET-{number:02d}", key=key, reason=reason, dated=dated))


def test_check_of_details_says_kind_and_place_and_never_the_words() -> None:
    result = judged(reviewed())
    assert [(place.kind, place.field) for place in result.places] == [("findings", "resources_overall")] * 2
    assert "Date of birth" in result.places[0].words
    assert not any("1990" in place.words or "943" in place.words for place in result.places)


def test_check_of_details_warns_and_holds_nothing() -> None:
    result = judged(reviewed())
    assert (result.satisfied, result.holds, result.to_look_at) == (False, False, True)


def test_check_of_details_is_satisfied_when_each_is_gone_or_accepted() -> None:
    assert judged(complete_review()).satisfied
    review = reviewed()
    for each in unsettled(review):
        assert not judged(review).satisfied
        review = accepting(review, each.key)
    assert judged(review).satisfied
    assert unsettled(review) == ()
    assert len(tuple(details_of(review))) == 2


@pytest.mark.parametrize(("reason", "dated"), [(" ", "2024-05-01"), ("It is published.", None)])
def test_acceptance_without_a_reason_or_a_day_counts_for_nothing(reason: str, dated: str | None) -> None:
    review = reviewed()
    (first, *_) = unsettled(review)
    assert unsettled(accepting(review, first.key, reason, dated))[0] == first


def test_details_outside_the_report_are_not_asked_about() -> None:
    review = with_record(complete_review(), record("exemption", "EXE-09", requirement="R-105", reason=SAID))
    assert unsettled(review) == ()


def test_detail_in_other_words_needs_a_reason_of_its_own() -> None:
    assert key_of("nhs", "943 476 5919") == key_of("nhs", "943-476-5919") != key_of("nhs", "943 476 5927")
    assert key_of("nhs", "943 476 5919") != key_of("reference", "943 476 5919")


@given(st.sampled_from(sorted(KINDS)), st.text(st.characters(exclude_categories=()), max_size=40))
def test_key_of_any_words_is_twenty_digits_that_hold_none_of_them(kind: str, words: str) -> None:
    key = key_of(kind, words)
    assert len(key) == 20
    assert set(key) <= set("0123456789abcdef")


def test_detail_that_is_taken_out_leaves_what_it_was_and_nothing_else_is_touched() -> None:
    review = reviewed(f"{SAID} Not 1943 476 59190.")
    found = tuple(details_of(review))
    changed = taken_out(review.one("findings"), found)
    assert list(changed) == ["resources_overall"]
    assert changed["resources_overall"] == (
        "Mother, born on [date of birth], was seen; her NHS number is [NHS number]. Not 1943 476 59190."
    )
    assert taken_out(review.one("context"), found) == {}


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Senior Crown Prosecutor at Northmarch", "Senior Crown Prosecutor"),
        ("Head of the Crown Court Unit at Lowmarsh", "Head of the Crown Court Unit"),
        ("Witness Care Officer (Truro)", "Witness Care Officer"),
        ("paralegal officer, Grimsby", "paralegal officer"),
        ("Dartford-based caseworker", "caseworker"),
        ("Leeds caseworker", "caseworker"),
    ],
)
def test_job_title_with_a_place_that_is_taken_out_leaves_the_title(words: str, title: str) -> None:
    assert stand_in("job title", words) == title


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_for_a_detail_is_no_detail_itself(kind: str) -> None:
    assert find_identifiers(f"It was {stand_in(kind, 'caseworker')} then.") == []
