"""Introduction, terms, methodology, agency and summary (B05, B08, B09, B13, B14)."""

from __future__ import annotations

from factories import record
from section_reader import block_of, headings, paragraphs, tables, targets, words


def test_introduction_has_the_event_the_ground_the_decision_and_the_purpose() -> None:
    block = block_of(
        "B05",
        record(
            "opening",
            "opening",
            introduction="A child died.\n\nIt was in May.",
            purpose="To learn.",
            what_it_is_not="No blame.",
        ),
        record("decision", "decision", limb="death", decided_on="2024-03-10", decided_by="Independent Chair"),
        record("participation", "participation", decided_by="Process post", reasons=["Process reason"]),
    )
    assert headings(block) == [(2, "The decision to hold a review"), (2, "Purpose of the review")]
    numbered = ["".join(run.text for run in part.runs) for part in paragraphs(block)]
    assert numbered == [
        "A child died.",
        "It was in May.",
        "Ground: Abuse or neglect known or suspected, and death",
        "Purpose: To learn.",
        "What this report is not: No blame.",
    ]
    assert [row.cells for row in tables(block)[0].rows] == [("Decision taken", "10 Mar 2024", "Independent Chair")]
    assert "Process" not in words(block)


def test_terms_show_the_questions_word_for_word_with_an_anchor_each() -> None:
    block = block_of(
        "B08",
        record("period", "period", start="2020-01-01", cut_off="2023-12-31", background="A case of 2015."),
        record("ownership", "ownership", owner="Chief Crown Prosecutor", qa_route="By checklist"),
        record("terms_version", "TOR-01", version=1, agreed_on="2024-04-02", agreed_by="Panel"),
        record(
            "question",
            "Q-1",
            number=1,
            text="Was it seen?",
            from_whom="The board",
            version=1,
            agreed_on="2024-04-02",
            earlier_text="Old words",
        ),
    )
    assert "The period under review is 1 January 2020 to 31 December 2023." in words(block)
    assert "Background outside the period: A case of 2015." in words(block)
    assert "Owner of this report: Chief Crown Prosecutor" in words(block)
    questions = tables(block)[-1]
    assert questions.rows[0].cells == ("Q-1", "Was it seen?", "The board", "1", "2 Apr 2024")
    assert questions.rows[0].anchor == "Q-1"
    assert "Old words" not in words(block)


def test_methodology_refers_to_the_guidance_in_the_annex_of_documents() -> None:
    block = block_of(
        "B09",
        record("opening", "opening", methodology="Records were read."),
        record("guidance_used", "GU-001", title="Working Together", edition="2013"),
        record("review", "review", experts="None", media_contact="Press desk", marking_note="Note"),
    )
    assert "Records were read." in words(block)
    assert "Experts: None" in words(block)
    assert list(targets(block)) == ["t-guidance"]
    assert "Press desk" not in words(block)
    assert "Note" not in words(block)


def test_agency_shows_the_section_55_duty_to_the_home_office_only() -> None:
    context = record("context", "context", role_of_agency="It decides.", section_55="A duty.", workload="High.")
    cps = words(block_of("B13", context, record("review", "review", agency="cps")))
    assert "It decides." in cps
    assert "Workload: High." in cps
    assert "A duty." not in cps
    ho = words(block_of("B13", context, record("review", "review", agency="ho"), template="T2"))
    assert "The duty under section 55: A duty." in ho


def test_summary_paragraphs_carry_their_evidence_and_an_anchor() -> None:
    block = block_of(
        "B14",
        record("entry", "CE-001", date="4 May 2021", event="A call."),
        record("record", "REC-01", description="File"),
        record("summary", "SUM-01", text="There was a call.\nNothing followed.", refs=["CE-001", "REC-01"]),
    )
    first, second = paragraphs(block)
    assert (first.anchor, second.anchor) == ("SUM-01", "")
    assert "".join(run.text for run in second.runs) == "Nothing followed. [CE-001; REC-01]"
    assert list(targets(block)) == ["CE-001", "REC-01"]


def test_codes_typed_in_prose_become_references_where_the_thing_is_printed() -> None:
    block = block_of(
        "B14",
        record("entry", "CE-001", date="4 May 2021", event="A call."),
        record("contact", "CON-01", role="Board manager"),
        record("summary", "SUM-01", text="See CE-001, CE-999 and CON-01."),
    )
    assert list(targets(block)) == ["CE-001"]
    assert words(block).endswith("See CE-001, CE-999 and CON-01.")
