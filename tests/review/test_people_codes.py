"""Codes of people: job titles number themselves, pseudonyms stay as the panel wrote them."""

from __future__ import annotations

import pytest

from imr_desk.review.codes import code_of, first_values, next_code, people
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

REVIEW = Review.of(
    [
        Record("staff", RecordId("STF-01"), 1, {"code": "Crown Prosecutor 2"}),
        Record("staff", RecordId("STF-02"), 2, {"code": "Crown Prosecutor 10"}),
        Record("staff", RecordId("STF-03"), 3, {"title": "Caseworker"}),
        Record("subject", RecordId("SUB-01"), 1, {"code": "Child A"}),
    ]
)


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("staff", "Crown Prosecutor", "Crown Prosecutor 11"),
        ("staff", "crown  prosecutor", "crown prosecutor 11"),
        ("staff", "Caseworker", "Caseworker 1"),
        ("staff", "Caseworker 4", "Caseworker 4"),
        ("professional", "Police Officer", "Police Officer 1"),
        ("subject", " Adult B ", "Adult B"),
        ("staff", "  ", ""),
    ],
)
def test_code_for_a_new_person_numbers_itself(kind: str, typed: str, code: str) -> None:
    assert next_code(REVIEW, kind, typed) == code


def test_people_of_a_kind_come_in_the_order_of_their_numbers() -> None:
    assert people(REVIEW, "staff") == (("STF-01", "Crown Prosecutor 2"), ("STF-02", "Crown Prosecutor 10"))
    assert (code_of(REVIEW, "SUB-01"), code_of(REVIEW, "STF-03"), code_of(REVIEW, "CE-001")) == ("Child A", "", "")


def test_record_of_a_new_person_begins_with_its_job_title() -> None:
    assert first_values("staff", "Caseworker 4") == {"code": "Caseworker 4", "title": "Caseworker"}
    assert first_values("professional", "Counsel 1") == {"code": "Counsel 1", "post": "Counsel"}
    assert first_values("subject", "Child B") == {"code": "Child B"}
