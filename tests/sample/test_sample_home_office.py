"""The case of Child M: smaller, for the Home Office, and complete but for the signatures."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from record_faults import faults, names_found, words

from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, NamesSeen
from imr_desk.guidance.gates import holding
from imr_desk.review.dates import parse_known
from imr_desk.review.review import Review
from imr_desk.sample import ho_records
from imr_desk.sample.making import Maker

MANY = {
    "entry": 19, "interview": 2, "question": 2, "section": 2, "paragraph": 11, "key_decision": 2, "lesson": 2,
    "recommendation": 1, "action": 2, "notification": 5, "business_area": 3, "staff": 5, "quality_item": 50,
}  # fmt: skip
WORDS = 6_094
FOUR = {"scs_line_manager", "scs_childrens_lead", "psu", "occ"}


@pytest.fixture(scope="module")
def review() -> Review:
    return Review.of(ho_records())


def test_home_office_sample_every_value_and_link_is_sound() -> None:
    assert faults(ho_records()) == []


def test_home_office_sample_holds_what_a_small_case_needs() -> None:
    counts = Counter(record.kind for record in ho_records())
    assert {kind: counts[kind] for kind in MANY} == MANY


def test_home_office_sample_no_word_is_lost() -> None:
    assert words(ho_records()) == WORDS


def test_home_office_sample_uses_the_template_and_columns_of_the_home_office(review: Review) -> None:
    record = review.one("review")
    assert [record.text(field) for field in ("agency", "template", "chronology_columns")] == ["ho", "T2", "C2"]
    assert review.one("author").text("area") == "Professional Standards Unit"
    assert all(entry.text("child_considered") for entry in review.all("entry"))


def test_home_office_sample_all_four_notices_are_dated(review: Review) -> None:
    told = {notice.text("recipient") for notice in review.all("notification") if notice.day("date")}
    assert told >= FOUR
    assert all("Serious Case Review" in notice.text("subject") for notice in review.all("notification"))


def test_home_office_sample_business_areas_are_consulted_and_recorded(review: Review) -> None:
    for area in review.all("business_area"):
        assert area.day("consulted_on")
        assert area.text("system_reference")
        assert area.day("confirmed_by_representative_on")


def test_home_office_sample_entries_come_in_the_order_of_the_days(review: Review) -> None:
    assert [entry.position for entry in review.all("entry")] == list(range(19))
    for entry in review.all("entry"):
        known = entry.known("date")
        assert known == parse_known(entry.text("date"))


def test_home_office_sample_only_the_signatures_are_missing(review: Review) -> None:
    facts = Facts(review, NamesSeen(readable=True), dt.date(2015, 1, 30))
    held = {gate: [result.requirement for result in holding(run(facts, gate), gate)] for gate in ("G1", "G2", "G3")}
    assert held == {"G1": [], "G2": [], "G3": ["R-136"]}


def test_home_office_sample_holds_no_name() -> None:
    assert names_found(ho_records()) == set()


def test_maker_text_that_would_be_altered_is_refused() -> None:
    with pytest.raises(ValueError, match="board"):
        Maker().put("board", name="Thornmere\x07")


def test_maker_ids_and_positions_follow_the_order() -> None:
    maker = Maker()
    maker.put("abbreviation", term="CID")
    maker.put("abbreviation", term="IMR", meaning="")
    assert [(record.id, record.position, dict(record)) for record in maker.records] == [
        ("ABB-001", 0, {"term": "CID"}),
        ("ABB-002", 1, {"term": "IMR"}),
    ]
