"""Records, interviews and parallel processes (B10, B11, B12, B34)."""

from __future__ import annotations

import datetime as dt

from factories import record, review
from section_reader import block_of, headings, said, tables, words

from imr_desk.export.sections.content import Content
from imr_desk.export.sections.sources import b34_no_involvement
from imr_desk.review.templates import template

FILE = record(
    "record",
    "REC-01",
    description="Case file",
    medium="electronic",
    case="CASE-A",
    held_by="Business Manager",
    secured_on="2024-03-13",
    examined_on="2024-04-10",
    status="held",
    owner="Process owner",
    note="Process note",
    do_not_quote=True,
)
GONE = record(
    "record",
    "REC-02",
    description="Paper file",
    status="destroyed",
    gone_when="20 April 2012",
    gone_why="Routine",
    police_asked_on="2024-03-18",
    police_reply="None held",
    effect="Little",
)
CASE = record("case", "CASE-A", code="Case A", what="An assault", outcome="Stopped", began="2011-02-03")


def test_records_are_listed_with_what_is_missing_and_the_policies_of_the_time() -> None:
    block = block_of(
        "B10",
        CASE,
        FILE,
        GONE,
        record("records_statement", "records_statement", told_on="2024-03-12", text="All were looked for."),
        record("policy", "POL-1", title="The Code", body="The agency"),
        record("policy_version", "POL-1a", policy="POL-1", version="6th", in_force_from="2010-02-22", used_in=["Q-1"]),
        record("search_made", "SRC-01", system="Index", terms="Child Q", result="None"),
        record("document", "DOC-001", name="A kept document", record="REC-01"),
    )
    assert [text for _, text in headings(block)] == ["Cases", "Records", "Destroyed or missing", "Policies", "Searches"]
    cases, records, examined, missing, policies, _ = tables(block)
    assert cases.rows[0].cells == ("Case A", "An assault", "Stopped")
    assert records.rows[0].cells == ("REC-01", "Case file", "Electronic", "Not known", "Not known", "Case A")
    assert [row.anchor for row in records.rows] == ["REC-01", "REC-02"]
    assert examined.rows[0].cells[1:] == ("Business Manager", "13 Mar 2024", "Not answered", "Held", "10 Apr 2024")
    assert examined.rows[1].cells[-1] == "Not examined"
    assert [row.cells for row in missing.rows] == [
        ("REC-02", "20 Apr 2012", "Routine", "18 Mar 2024", "None held", "Little")
    ]
    assert policies.rows[0].cells == ("POL-1a", "The Code", "6th", "22 Feb 2010", "No end recorded", "Q-1")
    for private in ("Process", "2011", "kept document"):
        assert private not in words(block)


def test_statement_of_no_involvement_is_followed_by_the_searches() -> None:
    made = review(
        record("records_statement", "records_statement", no_involvement="Nothing was found."),
        record("search_made", "SRC-01", system="Index", searched_on="2024-03-20", terms="Child Q", result="None"),
    )
    content = Content.of(made, template("T1"), draft=False, today=dt.date(2024, 7, 20))
    first, _, listed = map(said, b34_no_involvement(content))
    assert first == "Nothing was found."
    assert listed.splitlines()[1] == "Index | 20 Mar 2024 | Child Q | None"


HELD = record(
    "interview",
    "INT-01",
    staff="STF-01",
    status="held",
    held_on="2024-05-10",
    others_present=["union representative"],
    purpose_explained=True,
    shared_on="2024-05-14",
    reply="corrected",
    consents=[{"process": "Inquest", "consent": True, "date": "2024-05-15"}],
    record="What was said in private",
    corrections=[{"original": "private first", "corrected": "private second"}],
    support_offered="private support",
    witness_answer_from="private answer",
)


def test_interviews_are_listed_and_the_records_of_them_are_not_printed() -> None:
    block = block_of(
        "B11",
        HELD,
        record("staff", "STF-01", code="Crown Prosecutor 1"),
        record("staff", "STF-02", code="Paralegal 1", not_interviewed_reason="See INT-02"),
        record("staff", "STF-03", code="Paralegal 2", not_interviewed_reason="Away"),
        record(
            "interview",
            "INT-02",
            staff="STF-02",
            status="not held",
            attempts=[{"date": "2024-05-01", "how": "letter"}],
            reason="Left",
            effect="None",
        ),
        record("interviewing", "interviewing", purpose_statement="To learn."),
    )
    held, shared, not_held, others = tables(block)
    assert held.rows[0].cells == ("INT-01", "Crown Prosecutor 1", "10 May 2024", "Not known", "union representative")
    assert shared.rows[0].cells == ("INT-01", "Yes", "14 May 2024", "Corrected", "Inquest: Yes, 15 May 2024")
    assert not_held.rows[0].cells == ("INT-02", "Paralegal 1", "1 May 2024: letter", "Left", "None")
    assert [row.cells for row in others.rows] == [("Paralegal 2", "Away")]
    assert "private" not in words(block)


def test_interview_still_to_come_says_so() -> None:
    block = block_of("B11", record("interview", "INT-01", status="planned"))
    assert tables(block)[0].rows[0].cells == ("INT-01", "Not known", "None", "Planned", "None")


def test_processes_leave_out_the_disciplinary_one_and_advice_taken() -> None:
    block = block_of(
        "B12",
        record("contact", "CON-01", role="Coroner’s officer", channel="Process channel"),
        record(
            "parallel_process",
            "PAR-01",
            process="coroner",
            status="running",
            contact="CON-01",
            started="2024-02-14",
            effect="None",
            approach="In step",
            advice_given_by="Process adviser",
            advice_outcome="Process outcome",
            checked_on="1999-09-09",
        ),
        record("parallel_process", "PAR-02", process="disciplinary", body="Personnel", approach="Hush"),
    )
    states, effects = tables(block)
    assert [row.cells for row in states.rows] == [
        ("Coroner", "None", "Running", "Coroner’s officer", "14 Feb 2024", "None", "None")
    ]
    assert [row.cells for row in effects.rows] == [("Coroner", "None", "In step")]
    for private in (
        "Personnel",
        "Hush",
        "Disciplinary",
        "Process adviser",
        "Process outcome",
        "Process channel",
        "1999",
    ):
        assert private not in words(block)


def test_processes_where_only_a_disciplinary_one_is_recorded_say_that_there_is_no_other() -> None:
    block = block_of("B12", record("parallel_process", "PAR-01", process="disciplinary", body="Personnel"))
    assert [said(part) for part in block.parts] == ["No other process is recorded."]
