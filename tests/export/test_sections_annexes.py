"""The annexes and the separate sheets (B26, B27, B30 to B33)."""

from __future__ import annotations

from factories import record
from section_reader import block_of, report_of, said, sheet_of, tables, targets, words


def test_genogram_annex_is_there_only_when_there_is_one() -> None:
    assert "B30" not in [block.id for block in report_of(draft=True).blocks]
    block = block_of("B30", record("genogram", "genogram", text="Mother has one child."))
    assert said(block.parts[0]) == "Mother has one child."


def test_documents_list_policies_with_their_versions_and_the_guidance() -> None:
    block = block_of(
        "B31",
        record("policy", "POL-1", title="The Code", body="The agency"),
        record("policy_version", "POL-1a", policy="POL-1", version="6th"),
        record("policy_version", "POL-1b", policy="POL-1", version="7th"),
        record("guidance_used", "GU-1", title="Working Together", body="A department", edition="2013"),
    )
    assert [row.cells for table in tables(block) for row in table.rows] == [
        ("POL-1", "The Code", "The agency", "6th; 7th"),
        ("GU-1", "Working Together", "A department", "2013"),
    ]
    assert list(targets(block)) == ["B10"]


def test_glossary_explains_terms_and_points_to_the_key_for_short_forms() -> None:
    block = block_of(
        "B32",
        record("abbreviation", "ABB-1", term="IMR", meaning="Individual Management Review"),
        record("abbreviation", "ABB-2", term="Threshold Test", meaning="A test"),
    )
    assert [row.cells for row in tables(block)[0].rows] == [("Threshold Test", "A test")]
    assert list(targets(block)) == ["t-abbreviations", "t-glossary"]


def test_changes_say_none_until_the_report_has_been_presented() -> None:
    assert said(block_of("B33").parts[0]) == "None: not yet presented."
    presented = record("afterwards", "afterwards", presented_on="2024-07-15")
    assert said(block_of("B33", presented).parts[0]) == "None since the report was presented on 15 July 2024."


def test_changes_of_this_version_are_listed_outside_the_seal() -> None:
    question = record(
        "panel_question",
        "PQ-1",
        asked_by="Overview author",
        asked_on="2024-08-01",
        question="Why?",
        answer="An answer kept apart",
        new_version=2,
        changes=[{"before": "Old words", "after": "New words"}],
    )
    signed = record(
        "signature", "SIG-01", role="author", part="report", version=2, signed_at="2024-08-09T10:00:00+00:00"
    )
    block = block_of("B33", question, signed, record("review", "review", version=2))
    assert not block.in_digest
    assert tables(block)[0].rows[0].cells == (
        "2",
        "Why?",
        "Overview author",
        "1 Aug 2024",
        "New words",
        "9 Aug 2024",
        "None",
    )
    assert "kept apart" not in words(block)
    assert said(block_of("B33", question).parts[0]) == "None: not yet presented."


CLEARANCE = record(
    "clearance",
    "CLR-01",
    who="The Director",
    about=["RCM-1"],
    sent="2024-06-01",
    reply="Fine",
    cleared_on="2024-07-01",
    status="cleared",
    version=1,
)
DEBRIEF = record(
    "debrief", "DBR-01", staff="STF-01", first_held="2024-07-16", second_planned="2024-10-01", note="Seen alone"
)


def test_clearance_stands_on_a_separate_sheet() -> None:
    block = sheet_of("B26", CLEARANCE, record("business_area", "BA-01", name="Casework", reply="Seen"))
    assert block.separate
    assert not block.in_digest
    cleared, areas = tables(block)
    assert cleared.rows[0].cells == (
        "The Director",
        "RCM-1",
        "1 Jun 2024",
        "Cleared\nFine",
        "1 Jul 2024",
        "1",
        "None",
    )
    assert areas.rows[0].cells[0] == "Casework"


def test_feedback_to_staff_stands_on_a_separate_sheet_by_job_title() -> None:
    block = sheet_of("B27", DEBRIEF, record("staff", "STF-01", code="Crown Prosecutor 1"))
    assert tables(block)[0].rows[0].cells == (
        "Crown Prosecutor 1",
        "Held 16 Jul 2024",
        "Planned 1 Oct 2024",
        "None",
        "Seen alone",
    )


def test_separate_sheets_are_not_in_the_copy_for_the_panel() -> None:
    report = report_of(CLEARANCE, DEBRIEF)
    assert not {"B26", "B27"} & {block.id for block in report.blocks}
    assert not any(block.separate for block in report.blocks)
