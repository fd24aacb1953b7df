"""What may be removed for good, and what stays: interviews, versions, and whatever left the house (R-099, R-188)."""

from __future__ import annotations

from typing import Any

import pytest
from factories import record, review

from imr_desk.review.past import Binned
from imr_desk.review.purging import held, kept_for_good
from imr_desk.review.record import Record
from imr_desk.review.review import Review

NOON = "2014-12-05T12:00:00+00:00"


def deleted(of: Record, at: str = NOON) -> Binned:
    return Binned(of, at)


def reason(found: Binned, *there: Record, others: tuple[Binned, ...] = ()) -> str:
    return kept_for_good(review(*there), (found, *others)).get(found.record.id, "")


@pytest.mark.parametrize(("answer", "on"), [(True, True), (False, False), (None, False)])
def test_inquiry_hold_is_on_only_where_it_was_answered_with_yes(answer: bool | None, on: bool) -> None:
    values = {} if answer is None else {"inquiry_hold": answer}
    assert held(review(record("retention", "retention", **values))) is on


def test_draft_entry_of_a_review_that_never_left_the_house_may_go() -> None:
    assert reason(deleted(record("entry", "CE-001", event="A call."))) == ""


def test_under_the_inquiry_hold_nothing_goes() -> None:
    hold = record("retention", "retention", inquiry_hold=True)
    assert "inquiry hold" in reason(deleted(record("entry", "CE-001", event="A call.")), hold)


@pytest.mark.parametrize(
    ("kind", "record_id"),
    [
        ("interview", "INT-01"),
        ("version", "VER-01"),
        ("terms_version", "TOR-01"),
        ("disclosure_item", "DIS-01"),
        ("clearance", "CLR-01"),
        ("circulation", "CIR-01"),
        ("progress_report", "PRG-01"),
    ],
)
def test_record_that_an_inquiry_asks_for_stays_even_where_it_is_empty(kind: str, record_id: str) -> None:
    assert reason(deleted(record(kind, record_id)))


def test_action_that_was_cleared_stays() -> None:
    assert "cleared" in reason(deleted(record("action", "ACT-01", action="Train.", cleared_on="2014-12-01")))


@pytest.mark.parametrize("words", ["Letter kept as DOC-001", "Letter of the 3rd, two pages"])
def test_document_on_the_disclosure_list_stays_by_reference_and_by_title(words: str) -> None:
    listed = record("disclosure_item", "DIS-01", description=words)
    document = deleted(record("document", "DOC-001", name="Letter of the 3rd"))
    assert "disclosure" in reason(document, listed)
    assert "disclosure" in reason(document, others=(deleted(listed),)), "the item itself was deleted"


def test_document_with_a_longer_reference_than_the_listed_one_may_go() -> None:
    listed = record("disclosure_item", "DIS-01", description="See DOC-0011")
    assert reason(deleted(record("document", "DOC-001", name="Memo of May")), listed) == ""


def test_scan_of_a_signature_stays() -> None:
    signature = record("signature", "SIG-01", role="author", part="report", scan_sha256="ab" * 32)
    assert "scan" in reason(deleted(record("document", "DOC-001", name="Scan", sha256="ab" * 32)), signature)


@pytest.mark.parametrize(
    "left",
    [
        record("signature", "SIG-01", role="author", part="report", signed_at="2014-12-05T09:00:00+00:00"),
        record("circulation", "CIR-01", sent_on="2014-12-05"),
        record("clearance", "CLR-01", sent="2014-12-05"),
        record("afterwards", "afterwards", presented_on="2014-12-05"),
    ],
    ids=lambda each: each.kind,
)
@pytest.mark.parametrize(("at", "stays"), [(NOON, True), ("2014-12-04T23:30:00+00:00", True), ("2014-12-01", False)])
def test_what_was_deleted_after_the_review_went_out_stays_and_what_was_before_may_go(
    left: Record, at: str, stays: bool
) -> None:
    found = deleted(record("entry", "CE-001", event="A call."), at)
    assert bool(reason(found, left)) is stays


def test_every_kind_that_can_be_deleted_is_answered_for() -> None:
    from imr_desk.review.catalogue import KINDS

    empty: Any = {}
    for kind in KINDS.values():
        if not kind.single:
            found = deleted(Record(kind.name, f"{kind.prefix}-01", 1, empty))  # type: ignore[arg-type]
            assert isinstance(kept_for_good(Review.of(()), (found,)), dict)
