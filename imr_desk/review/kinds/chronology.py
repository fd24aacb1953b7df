"""Stage 4: the chronology (B15, B29; R-072 to R-083)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    choice,
    day,
    kind,
    known_date,
    line,
    lines,
    link,
    links,
    number,
    private,
    process,
    prose,
    rows,
    single,
    yes_no,
)

KNOWLEDGE: Choices = (
    ("first-hand", mark("First-hand")),
    ("second-hand", mark("Second-hand")),
    ("opinion", mark("Opinion")),
)
PRACTICE: Choices = (
    ("met", mark("Met")),
    ("partly met", mark("Partly met")),
    ("not met", mark("Not met")),
    ("not applicable", mark("Not applicable")),
)

ON_SCREEN: Choices = (
    ("as read", mark("Few, with room for the words")),
    ("each", mark("Each column by itself")),
)

ENTRY = kind(
    "entry",
    mark("Chronology entry"),
    mark("Chronology"),
    4,
    "CE",
    [
        known_date(
            "date",
            mark("Date"),
            mark("As it is known: 4 May 2013, 16:15; about July 2013; between 3 and 7 August 2013."),
        ),
        number("sequence", mark("Order within the day"), mark("Only where entries of one day have no time: 1, 2, 3.")),
        rows("sources", mark("Source"), link("record", mark("Record"), "record"), line("place", mark("Page or place"))),
        link("case", mark("Case"), "case"),
        links("concerns", mark("Concerns"), "subject"),
        links("staff", mark("Staff (job title)"), "staff"),
        links("others", mark("People of other agencies"), "professional"),
        prose("event", mark("Event or contact"), mark("What happened, as the record gives it.")),
        prose("decision", mark("Decision")),
        link("decision_by", mark("Decision by (job title)"), "staff"),
        prose("basis", mark("Basis of the decision"), mark("The test, policy or advice it rested on, as recorded.")),
        prose("action_outcome", mark("Action and outcome")),
        prose("child_considered", mark("Child considered (section 55)?"), only="ho child"),
        choice("expected_practice_met", mark("Expected practice met?"), PRACTICE),
        links("policies", mark("Policy then"), "policy_version"),
        prose("comment", mark("Comment"), mark("The author’s own words, kept apart from what happened.")),
        choice("knowledge", mark("How it is known"), KNOWLEDGE),
        known_date(
            "learned_on",
            mark("Learned on"),
            mark("Where the agency came to know of it later, as it is known: 9 May 2013; about July 2013."),
        ),
        line("learned_how", mark("Learned how")),
        links("questions", mark("Questions it bears on"), "question"),
        link("key_decision", mark("Key decision"), "key_decision"),
        rows("further", mark("Further columns"), line("column", mark("Column")), prose("words", mark("Words"))),
        *process(yes_no("significant", mark("Significant"), mark("One of the events that the findings turn on."))),
    ],
    title="event",
    dated="date",
)

GAP = kind(
    "gap",
    mark("Gap"),
    mark("Gaps in the chronology"),
    4,
    "GAP",
    [
        link("after", mark("After entry"), "entry"),
        link("before", mark("Before entry"), "entry"),
        number("days", mark("Days")),
        prose("explanation", mark("Explanation")),
    ],
    title="explanation",
)

CHRONOLOGY_SIGN_OFF = kind(
    "chronology_sign_off",
    mark("Sign-off of the chronology"),
    mark("Sign-off of the chronology"),
    4,
    "CSO",
    [
        *process(
            line("stage", mark("What was signed off")),
            number("version", mark("Version of the chronology")),
            day("internal_check_on", mark("Checked on")),
            line("checked_by", mark("Checked by (post)")),
            day("signed_off_on", mark("Signed off on")),
            line("signed_off_by", mark("Signed off by (post)")),
        ),
        *private(lines("marks", mark("What each entry said, as digests"))),
    ],
    title="stage",
)

CHRONOLOGY_LAYOUT = single(
    "chronology_layout",
    mark("Columns of the chronology"),
    4,
    [
        rows(
            "columns",
            mark("Columns"),
            line("cell", mark("What fills it")),
            line("heading", mark("Heading")),
            yes_no("hidden", mark("Left out")),
        ),
        *process(choice("on_screen", mark("On the screen"), ON_SCREEN)),
    ],
)

KINDS = (ENTRY, GAP, CHRONOLOGY_SIGN_OFF, CHRONOLOGY_LAYOUT)
