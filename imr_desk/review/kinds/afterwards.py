"""Stage 10: what happens after signing, all of it process (B27, B33; R-148 to R-166, R-188 to R-194)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    asked,
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
from imr_desk.review.kinds.lessons import STATUSES

RELEVANT: Choices = (("yes", mark("Yes")), ("no", mark("No")), ("not known", mark("Not known yet")))

DEBRIEFING = single(
    "debriefing",
    mark("Feedback to staff"),
    10,
    process(
        line("led_by", mark("Led by (post)")),
        prose("note", mark("How it is done")),
        day("overview_complete_expected", mark("Overview report expected complete on")),
        day("publication_expected", mark("Publication expected on")),
    ),
)

DEBRIEF = kind(
    "debrief",
    mark("Debrief"),
    mark("Debriefs"),
    10,
    "DBR",
    process(
        link("staff", mark("Job title"), "staff"),
        day("first_planned", mark("First planned for")),
        day("second_planned", mark("Second planned for")),
        prose("note", mark("Note")),
        day("first_held", mark("First held on")),
        day("second_held", mark("Second held on")),
        day("action_plan_shared_on", mark("Action plan shared on")),
        prose("reason", mark("Why not held")),
    ),
    title="staff",
)

DISCLOSURE = single(
    "disclosure",
    mark("Disclosure"),
    10,
    process(
        line("proceedings", mark("State of the proceedings")),
        *asked(
            "cps live",
            day("police_told_of_list_on", mark("Police told of the list on")),
            prose("police_reply", mark("Police reply")),
        ),
    ),
)

DISCLOSURE_ITEM = kind(
    "disclosure_item",
    mark("Item of review material"),
    mark("Disclosure list"),
    10,
    "DIS",
    process(
        day("date", mark("Date")),
        line("author_role", mark("Author (post)")),
        prose("description", mark("Description")),
        line("owner", mark("Owner")),
        *asked(
            "cps live",
            choice("relevant", mark("Relevant?"), RELEVANT),
            day("police_told", mark("Police told on")),
        ),
        line("schedule_ref", mark("Schedule reference"), only="cps"),
        prose("decision", mark("Prosecutor’s decision"), only="cps"),
    ),
    title="description",
)

AFTERWARDS = single(
    "afterwards",
    mark("Afterwards"),
    10,
    process(
        line("presented_to", mark("Presented to"), group=mark("Presented to the panel")),
        day("presented_on", mark("Presented on"), group=mark("Presented to the panel")),
        number("presented_version", mark("Version presented"), group=mark("Presented to the panel")),
        line("presented_channel", mark("Means"), group=mark("Presented to the panel")),
        line("presented_subject", mark("Subject line"), group=mark("Presented to the panel"), only="ho"),
        day("overview_completed_on", mark("Overview report completed on"), group=mark("Overview report")),
        number("overview_drafts_read", mark("Drafts read"), group=mark("Overview report")),
        number("overview_comments", mark("Comments made"), group=mark("Overview report")),
        number("overview_accepted", mark("Comments accepted"), group=mark("Overview report")),
        day("overview_confirmed_on", mark("Fair account confirmed on"), group=mark("Overview report")),
        line("overview_confirmed_by", mark("Confirmed by (post)"), group=mark("Overview report")),
        day("published_on", mark("Published on"), group=mark("Publication")),
        day("action_plan_shared_on", mark("Action plan shared with staff on"), group=mark("Learning")),
        *asked(
            "ho",
            prose("business_areas_told", mark("Business areas told"), group=mark("Learning")),
            day("lessons_learned_team_sent_on", mark("Copy to the Lessons Learned Team on"), group=mark("Copies")),
            day("representative_confirmed_on", mark("Confirmed by the representative on"), group=mark("Copies")),
        ),
        day("closed_on", mark("Case closed on"), group=mark("Closing")),
    ),
)

DISAGREEMENT = kind(
    "disagreement",
    mark("Disagreement with the Chair"),
    mark("Disagreements with the Chair"),
    10,
    "DSG",
    process(
        prose("point", mark("Point")),
        prose("our_view", mark("Our view")),
        day("raised_on", mark("Raised on")),
        prose("reply", mark("Reply of the Chair")),
        prose("outcome", mark("Outcome")),
    ),
    title="point",
    only="cps",
)

OVERVIEW_MEETING = kind(
    "overview_meeting",
    mark("Meeting with the overview author"),
    mark("Meetings with the overview author"),
    10,
    "OVM",
    process(
        day("date", mark("Date")),
        line("attended_by", mark("Attended by (post)")),
        number("questions", mark("Questions put")),
    ),
    title="date",
)

PANEL_QUESTION = kind(
    "panel_question",
    mark("Question from the panel"),
    mark("Questions from the panel"),
    10,
    "PQ",
    process(
        prose("use", mark("Note")),
        line("asked_by", mark("Asked by (post)")),
        day("asked_on", mark("Asked on")),
        prose("question", mark("Question")),
        yes_no("might_not_otherwise_have_been_addressed", mark("Might it otherwise not have been addressed?")),
        prose("answer", mark("Answer")),
        day("answered_on", mark("Answered on")),
        links("searched", mark("Records searched"), "record"),
        rows(
            "changes",
            mark("Changes to the report"),
            link("where", mark("Where"), "paragraph", "recommendation"),
            prose("before", mark("Before")),
            prose("after", mark("After")),
        ),
        number("new_version", mark("New version")),
        day("new_version_date", mark("Date of the new version")),
        line("new_version_status", mark("Its status")),
        prose("new_version_reason", mark("Its reason")),
        prose("new_version_needs", mark("What it needs")),
    ),
    title="question",
)

REOPENING = kind(
    "reopening",
    mark("Reopening"),
    mark("Reopenings"),
    10,
    "REO",
    process(
        choice(
            "reason",
            mark("Reason"),
            (
                ("question", mark("A question from the panel")),
                ("new information", mark("New information")),
                ("error of fact", mark("An error of fact, told to the Chair")),
            ),
        ),
        prose("words", mark("In words")),
        line("asked_by", mark("Asked by (post)")),
        day("dated", mark("Date of the question, information or notice")),
        line("reopened_at", mark("Reopened at")),
        number("version_before", mark("Version before")),
        number("version_after", mark("Version after")),
    ),
    title="reason",
)

PROGRESS = kind(
    "progress",
    mark("Progress of an action"),
    mark("Progress of actions"),
    10,
    "PGS",
    process(
        link("action", mark("Action"), "action"),
        day("date", mark("Date")),
        choice("status", mark("Status"), STATUSES),
        prose("evidence", mark("Evidence")),
    ),
    title="action",
)

KINDS = (
    DEBRIEFING,
    DEBRIEF,
    DISCLOSURE,
    DISCLOSURE_ITEM,
    AFTERWARDS,
    DISAGREEMENT,
    OVERVIEW_MEETING,
    PANEL_QUESTION,
    REOPENING,
    PROGRESS,
)
