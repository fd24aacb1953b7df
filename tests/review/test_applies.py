"""What applies to a review: told from what it says; nothing held back while it does not say, nor where something is."""

from __future__ import annotations

import pytest
from factories import record, review
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.pack import every_requirement
from imr_desk.review.applies import (
    applies,
    are_met,
    choices_offered,
    kind_applies,
    proceedings_live,
    words_of,
)
from imr_desk.review.catalogue import KINDS, field_of, kind_of
from imr_desk.review.record import Values
from imr_desk.review.review import Review

EVERY = frozenset({"cps", "ho", "child", "adult", "live", "over"})
FIELDS = [(kind.name, field.name) for kind in KINDS.values() for field in kind.fields]
AGENCIES, SUBJECTS, STATUSES = ("", "cps", "ho"), ("", "child", "adult"), ("", "none", "possible", "running", "ended")


def about(agency: str, subject: str, *statuses: str) -> Review:
    rows = (
        record("parallel_process", f"PAR-{n:02d}", process="criminal proceedings", status=status)
        for n, status in enumerate(statuses, 1)
    )
    return review(record("review", "review", agency=agency, subject_kind=subject), *rows)


REVIEWS = st.builds(
    lambda agency, subject, statuses: about(agency, subject, *statuses),
    st.sampled_from(AGENCIES),
    st.sampled_from(SUBJECTS),
    st.lists(st.sampled_from(STATUSES), max_size=3),
)


# ---- the words
def test_words_of_a_review_that_says_nothing_are_all() -> None:
    assert words_of(Review.of(())) == EVERY


def test_words_are_told_from_agency_subject_and_proceedings() -> None:
    assert words_of(about("cps", "child", "running")) == {"cps", "child", "live"}
    assert words_of(about("ho", "adult", "ended")) == {"ho", "adult", "over"}


def test_words_take_the_agency_handed_in_only_where_none_is_chosen() -> None:
    assert "cps" not in words_of(about("", "child"), "ho")
    assert "ho" not in words_of(about("cps", "child"), "ho")


@pytest.mark.parametrize(
    ("statuses", "live"),
    [
        ((), None),
        (("",), None),
        (("none",), False),
        (("ended",), False),
        (("possible",), True),
        (("ended", "running"), True),
    ],
)
def test_proceedings_are_live_by_the_register_and_unknown_before_it_says(
    statuses: tuple[str, ...], live: bool | None
) -> None:
    assert proceedings_live(about("cps", "child", *statuses)) is live


def test_other_processes_do_not_make_proceedings_live() -> None:
    coroner = record("parallel_process", "PAR-01", process="coroner", status="running")
    assert proceedings_live(review(coroner)) is None


@given(REVIEWS)
def test_each_question_is_answered_by_one_word_or_left_open_by_both(one: Review) -> None:
    words = words_of(one)
    assert words <= EVERY
    assert all(words & pair for pair in ({"cps", "ho"}, {"child", "adult"}, {"live", "over"}))


# ---- fields
@given(REVIEWS, st.sampled_from(FIELDS))
def test_field_that_holds_something_always_applies(one: Review, which: tuple[str, str]) -> None:
    assert applies(field_of(*which), Values({which[1]: "something"}), words_of(one))


@given(st.sampled_from(AGENCIES), st.sampled_from(SUBJECTS), st.sampled_from(STATUSES), st.sampled_from(FIELDS))
def test_saying_more_never_makes_a_field_appear(agency: str, subject: str, status: str, which: tuple[str, str]) -> None:
    field, empty = field_of(*which), Values({})
    assert applies(field, empty, words_of(about("", ""))) >= applies(
        field, empty, words_of(about(agency, subject, status))
    )


def test_field_of_one_agency_does_not_apply_to_the_other() -> None:
    asked, empty = field_of("notification", "subject"), Values({})
    assert applies(asked, empty, words_of(about("ho", "")))
    assert not applies(asked, empty, words_of(about("cps", "")))


def test_field_with_two_words_needs_both() -> None:
    section_55, empty = field_of("context", "section_55"), Values({})
    assert applies(section_55, empty, words_of(about("ho", "child")))
    assert not applies(section_55, empty, words_of(about("ho", "adult")))
    assert not applies(section_55, empty, words_of(about("cps", "child")))


@pytest.mark.parametrize(
    ("status", "missing", "read"),
    [("", False, True), ("held", False, True), ("partly missing", True, True), ("destroyed", True, False)],
)
def test_what_is_asked_of_a_record_hangs_on_its_status(status: str, missing: bool, read: bool) -> None:
    values = Values({"status": status} if status else {})
    assert applies(field_of("record", "gone_why"), values, EVERY) is missing
    assert applies(field_of("record", "examined_on"), values, EVERY) is read


# ---- choices and kinds
def test_choices_offered_are_those_of_the_agency_and_the_one_made() -> None:
    recipient = field_of("notification", "recipient")
    words = words_of(about("cps", ""))
    assert [stored for stored, _ in choices_offered(recipient, "", words)] == ["coo", "other"]
    assert [stored for stored, _ in choices_offered(recipient, "psu", words)] == ["coo", "psu", "other"]
    assert choices_offered(recipient, "", EVERY) == recipient.choices
    process = field_of("parallel_process", "process")
    assert choices_offered(process, "", words) == process.choices


def test_kind_of_one_agency_applies_to_the_other_only_where_one_is_there() -> None:
    areas = kind_of("business_area")
    one = about("cps", "")
    assert not kind_applies(areas, one, words_of(one))
    held = review(record("review", "review", agency="cps"), record("business_area", "BA-01"))
    assert kind_applies(areas, held, words_of(held))


def test_single_kind_applies_where_it_holds_something() -> None:
    witnesses, over = kind_of("witness_status"), frozenset({"over"})
    assert not kind_applies(witnesses, review(), over)
    assert kind_applies(witnesses, review(record("witness_status", "witness_status", text="Nobody.")), over)


# ---- the declarations
@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_declarations_name_only_words_fields_and_choices_that_are_there(kind: object) -> None:
    declared = kind_of(kind.name)  # type: ignore[attr-defined]
    assert EVERY.issuperset(declared.only.split())
    for field in declared.fields:
        assert EVERY.issuperset(field.only.split())
        assert {stored for stored, _ in field.choices} >= {stored for stored, _ in field.choices_only}
        assert all(EVERY.issuperset(only.split()) for _, only in field.choices_only)
        if field.when:
            other = declared.field(field.when[0])
            assert {"", *(stored for stored, _ in other.choices)} >= set(field.when[1:])


@pytest.mark.parametrize("asked", every_requirement(), ids=lambda each: each.id)
def test_each_requirement_leads_to_a_field_that_its_organisation_is_shown(asked: object) -> None:
    whose, kind, field = asked.organisation, asked.kind, asked.field  # type: ignore[attr-defined]
    for agency in ("cps", "ho") if whose == "any" else (whose,):
        words = EVERY - ({"cps", "ho"} - {agency})
        assert are_met(kind_of(kind).only, words)
        assert are_met(field_of(kind, field).only, words)
