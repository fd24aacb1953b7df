"""Stage 7: lessons, recommendations, action plan and clearance (B21, B22, B24 to B26; R-117 to R-134, R-168)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    choice,
    day,
    kind,
    line,
    lines,
    link,
    links,
    number,
    process,
    prose,
    single,
    yes_no,
)
from imr_desk.review.kinds.analysis import EVIDENCE

LEVELS: Choices = (
    ("individual", mark("Individual")),
    ("organisation", mark("Organisation")),
    ("between agencies", mark("Between agencies")),
)
STATUSES: Choices = (
    ("not started", mark("Not started")),
    ("under way", mark("Under way")),
    ("done", mark("Done")),
)
CLEARANCES: Choices = (
    ("commitment", mark("Commitment")),
    ("final draft", mark("Final draft")),
    ("consultation", mark("Consultation")),
)
ANSWERS: Choices = (
    ("sent", mark("Sent, no answer yet")),
    ("cleared", mark("Cleared")),
    ("agreed", mark("Agreed")),
    ("not cleared", mark("Not cleared")),
)

LESSON = kind(
    "lesson",
    mark("Lesson"),
    mark("Lessons"),
    7,
    "LES",
    [
        prose("text", mark("Lesson")),
        links("evidence", mark("Evidence"), *EVIDENCE, "paragraph"),
        choice("level", mark("Level"), LEVELS),
        yes_no("wider_than_this_case", mark("Wider than this case?")),
        prose("what_should_change", mark("What should change")),
        link("recommendation", mark("Recommendation"), "recommendation"),
        prose("reason_for_none", mark("Why no recommendation")),
    ],
    title="text",
)

EARLY_ACTION = kind(
    "early_action",
    mark("Early action"),
    mark("Early action"),
    7,
    "EA",
    [
        link("lesson", mark("Lesson"), "lesson"),
        prose("action", mark("Action")),
        day("started", mark("Started")),
        day("done", mark("Done")),
        prose("evidence", mark("Evidence")),
    ],
    title="action",
)

RECOMMENDATION = kind(
    "recommendation",
    mark("Recommendation"),
    mark("Recommendations"),
    7,
    "RCM",
    [
        number("number", mark("No.")),
        link("lesson", mark("From lesson"), "lesson"),
        prose("text", mark("Recommendation")),
        prose("specific", mark("Specific: what will be done")),
        prose("measurable", mark("Measurable: how success is judged")),
        prose("achievable", mark("Achievable: by whom, with what")),
        prose("relevant", mark("Relevant: which lesson")),
        day("time_bound", mark("Time-bound: by when")),
    ],
    title="text",
)

ACTION_PLAN = single(
    "action_plan",
    mark("Action plan"),
    7,
    [
        line("accountable_senior_manager", mark("Accountable senior manager (post)")),
        *process(lines("columns", mark("Columns"))),
        prose("dissemination", mark("How the learning is spread")),
        *process(
            yes_no(
                "passed_on",
                mark("Was a matter passed on to be considered separately?"),
                mark("Say no more of it here than that it was passed on."),
                group=mark("Kept apart"),
            ),
            line("passed_on_to", mark("Passed on to (post)"), group=mark("Kept apart")),
            day("passed_on_on", mark("Passed on, date"), group=mark("Kept apart")),
        ),
    ],
)

ACTION = kind(
    "action",
    mark("Action"),
    mark("Actions"),
    7,
    "ACT",
    [
        number("number", mark("No.")),
        link("lesson", mark("Lesson"), "lesson"),
        link("recommendation", mark("Recommendation"), "recommendation"),
        prose("action", mark("Action")),
        prose("measure_of_success", mark("Measure of success")),
        prose("expected_change", mark("Expected change")),
        line("owner", mark("Owner (post)")),
        line("accountable_senior_manager", mark("Accountable senior manager (post)")),
        day("start", mark("Start")),
        day("due", mark("Due")),
        yes_no("early_action", mark("Early action?")),
        line("business_area", mark("Business area or directorate")),
        *process(day("cleared_on", mark("Cleared on"))),
        choice("status", mark("Status"), STATUSES),
        prose("evidence", mark("Evidence")),
        day("completed_on", mark("Completed on")),
        day("review_date", mark("Review date")),
    ],
    title="action",
)

CLEARANCE = kind(
    "clearance",
    mark("Clearance"),
    mark("Consultation and clearance"),
    7,
    "CLR",
    process(
        line("who", mark("Who (post or directorate)")),
        choice("what", mark("Kind"), CLEARANCES),
        links("about", mark("Recommendations"), "recommendation"),
        line("about_words", mark("About, in words")),
        day("sent", mark("Sent")),
        prose("reply", mark("Reply")),
        day("cleared_on", mark("Cleared on")),
        choice("status", mark("Status"), ANSWERS),
        number("version", mark("Version")),
        line("system_reference", mark("System reference")),
    ),
    title="who",
)

KINDS = (LESSON, EARLY_ACTION, RECOMMENDATION, ACTION_PLAN, ACTION, CLEARANCE)
