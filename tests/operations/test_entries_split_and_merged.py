"""Entries are split in two and merged into one, each as one step of undo, and nothing they said is lost."""

from __future__ import annotations

import pytest
from factories import record, review

from imr_desk.errors import BadInputError
from imr_desk.operations.entries import merge_entries, split_entry
from imr_desk.operations.general import Batch, Insert, SetFields
from imr_desk.review.record import RecordId
from imr_desk.session import Session


def words(session: Session) -> list[str]:
    return [each.text("event") for each in session.review.all("entry")]


def test_entry_is_split_with_its_date_source_and_people_and_undo_makes_it_whole(session: Session) -> None:
    entry, before = session.review["CE-004"], words(session)
    new_id = session.new_id("entry")
    session.run(split_entry(session.review, entry, "One thing. ", " Another thing.", new_id))
    entries = session.review.all("entry")
    at = next(n for n, each in enumerate(entries) if each.id == "CE-004")
    assert entries[at + 1].id == new_id
    assert [entries[at].text("event"), entries[at + 1].text("event")] == ["One thing.", "Another thing."]
    for field in ("date", "sources", "staff", "concerns", "case", "questions"):
        assert entries[at].get(field) == entries[at + 1].get(field) == entry.get(field)
    assert "decision" in entries[at]
    assert "decision" not in entries[at + 1]
    session.undo()
    assert words(session) == before


def test_second_half_comes_right_after_the_first_among_the_entries_of_a_day() -> None:
    day = [record("entry", f"CE-{n:03}", date="4 May 2013", event="A. B.") for n in (1, 2, 3)]
    now = review(*day)
    batch = split_entry(now, now["CE-001"], "A.", "B.", RecordId("CE-009"))
    numbers = {each.record_id: each.values.get("sequence") for each in batch.operations if "sequence" in _values(each)}
    assert numbers == {"CE-009": 2, "CE-001": 1, "CE-002": 3, "CE-003": 4}


def _values(operation: object) -> dict[str, object]:
    assert isinstance(operation, SetFields | Insert)
    return dict(operation.values)


@pytest.mark.parametrize(("first", "second"), [("", "B."), ("A.", "  ")])
def test_split_that_leaves_an_entry_without_words_is_refused(first: str, second: str) -> None:
    now = review(record("entry", "CE-001", event="A. B."))
    with pytest.raises(BadInputError, match="Both entries need words"):
        split_entry(now, now["CE-001"], first, second, RecordId("CE-002"))


def test_merged_entry_says_what_both_said_and_undo_takes_them_apart(session: Session) -> None:
    review_before = session.review
    one, other = review_before["CE-003"], review_before["CE-004"]
    leading = {each.id for each in review_before.linked_from("CE-004")} - {"CE-003"}
    session.run(merge_entries(review_before, one, other))
    merged = session.review["CE-003"]
    assert "CE-004" not in session.review
    assert merged.text("event") == f"{one.text('event')}\n22 March 2011, 15:40: {other.text('event')}"
    assert set(other.links("concerns")) <= set(merged.links("concerns"))
    assert merged.rows("sources") == (*one.rows("sources"), *other.rows("sources"))
    assert merged.get("date") == one.get("date")
    assert leading <= {each.id for each in session.review.linked_from("CE-003")}
    session.undo()
    assert session.review["CE-004"] == other
    assert session.review["CE-003"] == one
    assert {each.id for each in session.review.linked_from("CE-004")} - {"CE-003"} == leading


def test_what_no_field_can_hold_twice_is_kept_in_the_comment() -> None:
    now = review(
        record("case", "CASE-A", code="Case A"),
        record("case", "CASE-B", code="Case B"),
        record("entry", "CE-001", date="4 May 2013", case="CASE-A", knowledge="opinion", comment="Mine."),
        record(
            "entry",
            "CE-002",
            date="4 May 2013",
            case="CASE-B",
            knowledge="first-hand",
            significant=True,
            further=({"column": "weather", "words": "Rain."},),
        ),
    )
    batch = merge_entries(now, now["CE-001"], now["CE-002"])
    changed = _values(batch.operations[0])
    assert changed["comment"] == "Mine.\nCase of CE-002: Case B\nHow it is known of CE-002: First-hand"
    assert changed["significant"] is True
    assert "further" in changed
    assert "case" not in changed


def test_entry_without_a_date_takes_that_of_the_other() -> None:
    now = review(record("entry", "CE-001", event="A."), record("entry", "CE-002", date="4 May 2013", event="B."))
    batch = merge_entries(now, now["CE-001"], now["CE-002"])
    assert isinstance(batch, Batch)
    assert _values(batch.operations[0]) == {"date": now["CE-002"]["date"], "event": "A.\nB."}


def test_second_date_of_learning_is_kept_in_the_words_that_were_typed() -> None:
    now = review(
        record("entry", "CE-001", date="4 May 2013", learned_on="9 May 2013"),
        record("entry", "CE-002", date="4 May 2013", learned_on="c. July 2013"),
    )
    changed = _values(merge_entries(now, now["CE-001"], now["CE-002"]).operations[0])
    assert changed == {"comment": "Learned on of CE-002: c. July 2013"}
