"""Whatever leads to a record is found, by whichever field, and nothing else."""

from __future__ import annotations

import pytest
from factories import complete_review, record, review

from imr_desk.review.links import targets
from imr_desk.review.review import Review
from imr_desk.sample import cps_records


@pytest.mark.parametrize("of", [complete_review(), complete_review("ho"), Review.of(cps_records())])
def test_what_leads_to_a_record_is_what_has_it_among_its_targets(of: Review) -> None:
    for each in of:
        assert of.linked_from(each.id) == tuple(other for other in of if each.id in targets(other))


def test_links_in_rows_in_lists_and_alone_are_found() -> None:
    row = record("entry", "CE-001", sources=({"record": "REC-01", "place": "p. 1"},))
    many = record("entry", "CE-002", staff=("STF-01", "STF-02"))
    one = record("entry", "CE-003", decision_by="STF-02")
    held = review(row, many, one, record("record", "REC-01"), record("staff", "STF-01"), record("staff", "STF-02"))
    assert held.linked_from("REC-01") == (row,)
    assert held.linked_from("STF-01") == (many,)
    assert held.linked_from("STF-02") == (many, one)
    assert held.linked_from("CE-001") == ()


def test_link_to_a_record_that_is_gone_is_found_too() -> None:
    left = record("entry", "CE-001", decision_by="STF-09")
    assert review(left).linked_from("STF-09") == (left,)
