"""Analysis, key decisions, voice, equality, conclusion (B16 to B19, B23)."""

from __future__ import annotations

from factories import record
from section_reader import block_of, headings, paragraphs, report_of, said, tables, targets, words

from imr_desk.export.numbers import number

QUESTION = record("question", "Q-1", text="Was it seen?")
SECTION = record("section", "SEC-01", question="Q-1", heading="Sight", levels="both", resource_shortfall="None found.")
ENTRY = record("entry", "CE-001", date="4 May 2021", event="A call.")


def test_analysis_goes_question_by_question_and_part_by_part() -> None:
    block = block_of(
        "B16",
        QUESTION,
        SECTION,
        ENTRY,
        record("paragraph", "AN-001", section="SEC-01", part="what happened", text="It was.", refs=["CE-001"]),
        record("paragraph", "AN-002", section="SEC-01", part="what happened", text="More of it."),
        record("paragraph", "AN-003", section="SEC-01", part="expected then", text="More."),
        record("paragraph", "AN-004", section="SEC-01", part="finding", text="Late.\nAnd thin."),
    )
    assert headings(block) == [
        (2, "Q-1: Sight"),
        (3, "What happened"),
        (3, "What was expected then"),
        (3, "Resources"),
    ]
    assert [(part.kind, said(part)) for part in paragraphs(block)] == [
        ("quote", "Was it seen?"),
        ("numbered", "It was. [CE-001]"),
        ("numbered", "More of it."),
        ("numbered", "More."),
        ("finding", "Finding. Late."),
        ("finding", "And thin."),
        ("numbered", "Was anything left undone for lack of resources? None found."),
    ]
    finding = next(part for part in paragraphs(block) if part.kind == "finding")
    assert finding.runs[0].strong
    assert finding.anchor == "AN-004"


def test_analysis_question_without_an_answer_says_so_in_a_draft_only() -> None:
    answered = record("paragraph", "AN-001", section="SEC-01", part="finding", text="Late.")
    records = (QUESTION, SECTION, answered, record("question", "Q-2", text="Was it told?"))
    draft, final = (block_of("B16", *records, draft=draft) for draft in (True, False))
    assert words(draft).endswith("Q-2\nWas it told?\n[Nothing entered yet]")
    assert not paragraphs(draft)[-1].sealed
    assert words(final).endswith("Q-2\nWas it told?")


def test_analysis_of_a_key_episode_and_paragraphs_without_a_section_come_last() -> None:
    block = block_of(
        "B16",
        QUESTION,
        record("section", "SEC-02", heading="The night of 4 May"),
        record("paragraph", "AN-001", section="SEC-02", part="finding", text="Quick."),
        record("paragraph", "AN-002", part="finding", text="Loose."),
        record("findings", "findings", resources_overall="Thin.", wider_issues="Process issue"),
    )
    assert [text for _, text in headings(block)] == [
        "Q-1",
        "The night of 4 May",
        "Further analysis",
        "Resources, overall",
    ]
    assert "Process issue" not in words(block)


def test_analysis_prints_the_voice_where_the_template_has_no_chapter_for_it() -> None:
    findings = record("findings", "findings", voice="She was heard.", resources_overall="Thin.")
    assert "She was heard." in words(block_of("B16", findings))
    assert "She was heard." not in words(block_of("B16", findings, template="T2"))
    assert "She was heard." in words(block_of("B18", findings, template="T2"))


def test_reference_to_a_paragraph_prints_its_number() -> None:
    report = report_of(
        QUESTION,
        SECTION,
        record("paragraph", "AN-001", section="SEC-01", part="finding", text="Late."),
        record("summary", "SUM-01", text="See AN-001."),
    )
    numbers = number(report)
    assert numbers.target("AN-001").kind == "paragraph"
    assert numbers.target("AN-001").shown.endswith(".1")


DECISION = record(
    "key_decision",
    "KD-1",
    number=1,
    date="2021-05-04",
    decision="Stop the case",
    made_by="STF-01",
    entries=["CE-001"],
    known_then=[{"fact": "She was afraid.", "ref": "CE-001"}],
    known_later=[{"fact": "There was a recording."}],
    code_evidential="Not met",
    expected="Ask why",
    policies=["POV-001"],
    carried_out="yes",
    carried_out_on="2021-05-05",
    why="Haste",
    view="Open to reason",
    criticises_prosecution_decision=True,
)


def test_decisions_keep_what_was_known_then_apart_from_what_was_learned_later() -> None:
    block = block_of("B17", DECISION, ENTRY, record("staff", "STF-01", code="Crown Prosecutor 1"))
    assert tables(block)[0].rows[0].cells == (
        "KD-1",
        "4 May 2021",
        "Stop the case",
        "Crown Prosecutor 1",
        "Yes, 5 May 2021",
        "None",
    )
    text = words(block)
    assert text.index("Known at the time\nShe was afraid. [CE-001]") < text.index(
        "Known only later\nThere was a recording."
    )
    assert headings(block)[0] == (2, "KD-1: Stop the case")
    assert [text for _, text in headings(block)[1:]] == [
        "Known at the time",
        "Known only later",
        "The Code",
        "Expected practice",
        "Why",
        "View",
    ]
    assert "CE-001" in targets(block)


def test_decision_with_braces_in_a_job_title_is_printed_as_it_is() -> None:
    block = block_of("B17", DECISION, record("staff", "STF-01", code="Prosecutor {1}"))
    assert "Made by: Prosecutor {1}." in words(block)


def test_equality_answers_each_characteristic() -> None:
    block = block_of(
        "B19",
        record("equality", "EQ-01", characteristic="Age", relevant=True, considered_then="It was.", finding="None"),
        record("equality", "EQ-02", characteristic="Sex"),
    )
    assert [row.cells for row in tables(block)[0].rows] == [
        ("Age", "Yes", "It was.", "None"),
        ("Sex", "Not answered", "None", "None"),
    ]


def test_conclusion_is_printed_as_numbered_paragraphs() -> None:
    block = block_of("B23", record("findings", "findings", conclusion="One.\nTwo."))
    assert [(part.kind, said(part)) for part in paragraphs(block)] == [("numbered", "One."), ("numbered", "Two.")]
