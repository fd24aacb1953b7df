"""Stage 6: analysis, tied to its evidence (B13, B14, B16 to B20, B23; R-100 to R-116)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    YES_NO_OR_NOT_APPLICABLE,
    Choices,
    choice,
    day,
    kind,
    line,
    link,
    links,
    number,
    process,
    prose,
    rows,
    single,
    yes_no,
)

EVIDENCE = ("entry", "record", "interview", "policy_version", "policy", "key_decision", "document")
PARTS: Choices = (
    ("what happened", mark("What happened")),
    ("expected then", mark("What was expected then")),
    ("why it made sense", mark("Why it made sense")),
    ("resources", mark("Resources")),
    ("finding", mark("Finding")),
    ("good practice", mark("Good practice")),
)
LEVELS: Choices = (
    ("individual", mark("Individual")),
    ("organisation", mark("Organisation")),
    ("both", mark("Both")),
)

CONTEXT = single(
    "context",
    mark("The agency and its context"),
    6,
    [
        prose("role_of_agency", mark("What the agency does and does not do")),
        prose("section_55", mark("The duty under section 55"), only="ho child"),
        prose("workload", mark("Workload")),
        prose("staffing", mark("Staffing")),
        prose("supervision", mark("Supervision")),
        prose("training", mark("Training")),
        prose("change", mark("Change")),
        prose("systems", mark("Systems")),
        links("refs", mark("Evidence"), *EVIDENCE),
    ],
)

SUMMARY = kind(
    "summary",
    mark("Paragraph of the summary"),
    mark("Summary of involvement"),
    6,
    "SUM",
    [
        prose("text", mark("Text")),
        links("refs", mark("Evidence"), *EVIDENCE),
    ],
    title="text",
)

SECTION = kind(
    "section",
    mark("Section of the analysis"),
    mark("Analysis"),
    6,
    "SEC",
    [
        link("question", mark("Question"), "question"),
        line("heading", mark("Heading")),
        *process(choice("levels", mark("Practice looked at"), LEVELS)),
        prose(
            "resource_shortfall",
            mark("Was anything left undone for lack of resources?"),
            mark("‘No shortfall found’ is an answer."),
        ),
        prose("no_evidence_held", mark("No evidence held, because")),
    ],
    title="heading",
)

PARAGRAPH = kind(
    "paragraph",
    mark("Paragraph"),
    mark("Paragraphs"),
    6,
    "AN",
    [
        link("section", mark("Section"), "section"),
        choice("part", mark("Part"), PARTS),
        prose("text", mark("Text")),
        links("refs", mark("Evidence"), *EVIDENCE, "good_practice"),
    ],
    title="text",
)

_DECISION, _KNOWN, _CODE, _EXPECTED, _HAPPENED, _VIEW = (
    mark("The decision"),
    mark("What was known"),
    mark("The Code for Crown Prosecutors"),
    mark("What was expected"),
    mark("What happened then"),
    mark("Why, and your view"),
)
_FACT = (prose("fact", mark("Fact")), link("ref", mark("Evidence"), "entry", "record", "interview"))

KEY_DECISION = kind(
    "key_decision",
    mark("Key decision"),
    mark("Key decisions"),
    6,
    "KD",
    [
        number("number", mark("No."), group=_DECISION),
        day("date", mark("Date"), group=_DECISION),
        prose("decision", mark("Decision"), group=_DECISION),
        link("made_by", mark("Made by (job title)"), "staff", group=_DECISION),
        link("agreed_by", mark("Agreed by (job title)"), "staff", group=_DECISION),
        links("questions", mark("Questions"), "question", group=_DECISION),
        links("entries", mark("Chronology entries"), "entry", group=_DECISION),
        rows("known_then", mark("Known then"), *_FACT, group=_KNOWN),
        rows("known_later", mark("Known only later"), *_FACT, group=_KNOWN),
        prose(
            "code_evidential",
            mark("The Code: evidence"),
            mark("Was there a realistic prospect of conviction, as it was judged then?"),
            only="cps",
            group=_CODE,
        ),
        prose(
            "code_public_interest",
            mark("The Code: public interest"),
            mark("Was a prosecution needed in the public interest, as it was judged then?"),
            only="cps",
            group=_CODE,
        ),
        prose("expected", mark("Expected practice"), group=_EXPECTED),
        links("policies", mark("Policies then in force"), "policy_version", group=_EXPECTED),
        prose("what_happened", mark("What happened"), group=_HAPPENED),
        choice("carried_out", mark("Carried out?"), YES_NO_OR_NOT_APPLICABLE, group=_HAPPENED),
        day("carried_out_on", mark("Carried out on"), group=_HAPPENED),
        prose("carried_out_note", mark("Note on that"), group=_HAPPENED),
        prose("why", mark("Why"), group=_VIEW),
        prose("resource_shortfall", mark("Shortfall of resources?"), group=_VIEW),
        prose("view", mark("View"), mark("The author’s own view, from what could be known at the time."), group=_VIEW),
        *process(
            yes_no(
                "criticises_prosecution_decision",
                mark("Criticises a decision to prosecute or not"),
                only="cps",
                group=_VIEW,
            )
        ),
    ],
    title="decision",
)

FINDINGS = single(
    "findings",
    mark("Overall findings"),
    6,
    [
        prose("resources_overall", mark("Resources, overall"), mark("‘No shortfall found’ is an answer.")),
        prose("voice", mark("Voice and lived experience")),
        prose("good_practice_none", mark("Good practice: statement where none was found")),
        *process(prose("wider_issues", mark("Issues wider than this case"))),
        prose("conclusion", mark("Conclusion")),
    ],
)

EQUALITY = kind(
    "equality",
    mark("Protected characteristic"),
    mark("Equality and diversity"),
    6,
    "EQ",
    [
        line("characteristic", mark("Characteristic")),
        yes_no("relevant", mark("Relevant?")),
        prose("considered_then", mark("How it was considered then")),
        prose("finding", mark("Finding")),
    ],
    title="characteristic",
)

GOOD_PRACTICE = kind(
    "good_practice",
    mark("Good practice"),
    mark("Good practice"),
    6,
    "GP",
    [
        prose("what", mark("What")),
        links("evidence", mark("Evidence"), *EVIDENCE, "paragraph"),
        prose("spread", mark("Could it be spread?")),
    ],
    title="what",
)

ACCURACY = single(
    "accuracy",
    mark("Accuracy"),
    6,
    [
        line("declared_by", mark("Declared by")),
        day("declared_on", mark("Declared on")),
        prose("text", mark("Declaration")),
        *process(
            day("unsourced_reviewed_on", mark("Statements without a source looked through on")),
            links("unsourced", mark("Statements without a source"), "paragraph", "summary", "entry"),
        ),
    ],
)

KINDS = (CONTEXT, SUMMARY, SECTION, PARAGRAPH, KEY_DECISION, FINDINGS, EQUALITY, GOOD_PRACTICE, ACCURACY)
