"""The terms of reference against evidence: what each cell counts, where a reason stands, and what it costs."""

from __future__ import annotations

import math

import pytest
from factories import record, review, with_record

from imr_desk.guidance import matrix
from imr_desk.guidance.matrix import COLUMNS, KINDS, MatrixCell, MatrixMaker, MatrixRow
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records

NAMES = [name for name, _ in COLUMNS]
BASE = (
    record("question", "Q-1", number=1, text="Why?"),
    record("section", "SEC-1", question="Q-1", heading="Reasons"),
)


def row(of: Review) -> MatrixRow:
    (made,) = MatrixMaker().rows(of)
    return made


def cell(of: Review, column: str) -> MatrixCell:
    return row(of).cells[NAMES.index(column)]


def counts(made: MatrixRow) -> dict[str, int]:
    return {each.column: len(each.leads) for each in made.cells if each.leads}


def test_matrix_of_an_empty_review_has_no_rows_and_an_unanswered_question_only_empty_cells() -> None:
    assert MatrixMaker().rows(review()) == ()
    made = row(review(BASE[0]))
    assert [each.column for each in made.missing] == NAMES
    assert (made.number, made.text, made.heading) == ("1", "Why?", "")


def test_matrix_counts_entries_that_bear_on_the_question_or_are_cited_each_once() -> None:
    of = review(
        *BASE,
        record("record", "REC-01", description="A file"),
        record("entry", "CE-001", date="1/2/2013", event="A.", questions=["Q-1"], sources=[{"record": "REC-01"}]),
        record("entry", "CE-002", date="2/2/2013", event="B."),
        record("entry", "CE-003", date="3/2/2013", event="C."),
        record("paragraph", "AN-1", section="SEC-1", text="So.", part="finding", refs=["CE-001", "CE-002"]),
    )
    assert counts(row(of)) == {"entries": 2, "records": 1, "analysis": 1, "findings": 1}
    assert cell(of, "entries").leads == ("CE-001", "CE-002")


def test_matrix_takes_evidence_from_key_decisions_and_policies_used() -> None:
    of = review(
        *BASE,
        record("interview", "INT-01"),
        record("policy", "POL-01", title="Instruction"),
        record("policy_version", "POV-01", policy="POL-01", version="1", used_in=["Q-1"]),
        record("policy_version", "POV-02", policy="POL-01", version="2"),
        record("entry", "CE-001", date="1/2/2013", event="A."),
        record(
            "key_decision",
            "KD-1",
            number=1,
            decision="To wait.",
            questions=["Q-1"],
            entries=["CE-001"],
            policies=["POV-02"],
            known_then=[{"fact": "That.", "ref": "INT-01"}],
        ),
        record("lesson", "LES-1", text="Ask.", evidence=["KD-1"]),
        record("recommendation", "RCM-1", number=1, text="Ask.", lesson="LES-1"),
    )
    assert counts(row(of)) == {"entries": 1, "interviews": 1, "policies": 2, "recommendations": 1}


def test_matrix_paragraph_without_words_answers_nothing() -> None:
    of = review(*BASE, record("paragraph", "AN-1", section="SEC-1", text="  ", part="finding"))
    assert counts(row(of)) == {}


def test_matrix_reason_in_the_section_stands_behind_what_it_explains_and_no_more() -> None:
    of = review(BASE[0], record("section", "SEC-1", question="Q-1", no_evidence_held="Nothing was kept."))
    assert cell(of, "interviews").reason == "No evidence held: Nothing was kept."
    assert [each.column for each in row(of).missing] == ["recommendations"]


def test_matrix_recommendation_is_not_needed_only_where_every_lesson_says_why() -> None:
    said = record("lesson", "LES-1", text="Ask.", evidence=["AN-1"], reason_for_none="Done early.")
    of = review(*BASE, record("paragraph", "AN-1", section="SEC-1", text="So."), said)
    assert cell(of, "recommendations").reason == "Done early."
    other = record("lesson", "LES-2", text="Listen.", evidence=["AN-1"])
    assert cell(with_record(of, other), "recommendations").missing


def test_matrix_reason_given_for_one_cell_goes_before_the_others_and_a_blank_one_counts_for_nothing() -> None:
    asked = record(
        "question",
        "Q-1",
        number=1,
        text="Why?",
        not_needed=[{"what": "policies", "reason": "None was written."}, {"what": "interviews", "reason": " "}],
    )
    made = row(review(asked))
    assert made.cells[NAMES.index("policies")].reason == "None was written."
    assert made.cells[NAMES.index("interviews")].missing


@pytest.mark.parametrize("records", [cps_records, ho_records])
def test_matrix_of_the_samples_has_no_cell_without_number_or_reason(records: object) -> None:
    rows = MatrixMaker().rows(Review.of(records()))  # type: ignore[operator]
    assert rows
    assert [each.missing for each in rows] == [()] * len(rows)


def test_matrix_reads_no_other_kinds_than_it_says() -> None:
    """A page counts again only after a change of these."""
    of = Review.of(cps_records())
    kept = Review.of(each for each in of if each.kind in KINDS)
    assert MatrixMaker().rows(of) == MatrixMaker().rows(kept)


def test_matrix_maker_reads_the_chronology_again_only_where_it_changed() -> None:
    of, maker = Review.of(cps_records()), MatrixMaker()
    maker.rows(of)
    kept = maker._by_question
    lesson, entry = record("lesson", "LES-9", text="Ask."), record("entry", "CE-999", event="A.", questions=["Q-1"])
    maker.rows(of.with_changes({lesson.id: lesson}, {lesson.id: "lesson"}))
    assert maker._by_question is kept
    before, read = len(kept["Q-1"].entries), dict(maker._read)
    maker.rows(of.with_changes({entry.id: entry}, {entry.id: "entry"}))
    assert len(maker._by_question["Q-1"].entries) == before + 1
    assert all(maker._read[each] is kept_entry for each, kept_entry in read.items())


def test_long_chronology_read_in_slices_gives_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "AT_ONCE", 7)
    sample = Review.of(cps_records())
    maker, slices = MatrixMaker(), 1
    while not maker.read_some(sample):
        slices += 1
    assert slices == math.ceil(len(sample.all("entry")) / 7)
    assert maker.rows(sample) == MatrixMaker().rows(sample)
    assert maker.read_some(Review.of(()))
