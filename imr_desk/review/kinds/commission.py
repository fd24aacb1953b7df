"""Stage 1, first half: what was asked for, by whom, for which period, in which form (B01, B05, B08; R-001 to R-041)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    asked,
    choice,
    day,
    kind,
    line,
    lines,
    link,
    number,
    process,
    prose,
    rows,
    single,
    yes_no,
)
from imr_desk.review.kinds.recovery import RECOVERY_SHEET
from imr_desk.review.kinds.timetable import DEADLINE, EXTENSION, START_EVENT

AGENCIES: Choices = (("cps", mark("Crown Prosecution Service")), ("ho", mark("Home Office")))
SUBJECTS: Choices = (("child", mark("A child")), ("adult", mark("An adult")))
NATIONS: Choices = (
    ("England", mark("England")),
    ("Wales", mark("Wales")),
    ("Scotland", mark("Scotland")),
    ("Northern Ireland", mark("Northern Ireland")),
)
TEMPLATES: Choices = (
    ("T1", mark("CPS report for a Serious Case Review")),
    ("T2", mark("Home Office report (Professional Standards Unit)")),
    ("T7", mark("Chronology only")),
    ("T8", mark("Statement of no involvement")),
)
COLUMN_SETS: Choices = (
    ("C0", mark("C0 Merge core")),
    ("C1", mark("C1 Crown Prosecution Service")),
    ("C2", mark("C2 Home Office")),
    ("C3", mark("C3 Children’s board")),
    ("C4", mark("C4 Domestic homicide")),
    ("C5", mark("C5 Adult")),
    ("C6", mark("C6 Significant events")),
    ("C7", mark("C7 Key events")),
)
GROUNDS: Choices = (
    ("death", mark("Abuse or neglect known or suspected, and death")),
    ("serious harm", mark("Abuse or neglect known or suspected, serious harm and concern about joint work")),
    ("not statutory", mark("Not a statutory review")),
)
ANSWERED_BY: Choices = (
    ("entries", mark("Entries")),
    ("records", mark("Records")),
    ("interviews", mark("Interviews")),
    ("policies", mark("Policies")),
    ("analysis", mark("Analysis")),
    ("findings", mark("Findings")),
    ("recommendations", mark("Recommendations")),
)
"""What can answer a question of the terms of reference, as `guidance/matrix.py` counts it."""

REVIEW = single(
    "review",
    mark("The review"),
    1,
    [
        *process(number("version", mark("Version"))),
        choice("agency", mark("Agency"), AGENCIES, group=mark("What was asked for")),
        line("case_area", mark("Area or unit that dealt with the case"), group=mark("What was asked for")),
        line("review_type", mark("Kind of review"), group=mark("What was asked for")),
        line(
            "review_form",
            mark("Form chosen by the board"),
            mark("A full review, or one of the smaller forms; the same duties apply to each."),
            group=mark("What was asked for"),
        ),
        choice("nation", mark("Nation"), NATIONS, group=mark("What was asked for")),
        choice("subject_kind", mark("Who the review is about"), SUBJECTS, group=mark("What was asked for")),
        link("subject", mark("Subject of the review"), "subject", group=mark("What was asked for")),
        *process(line("reference", mark("Our reference"), group=mark("What was asked for"))),
        choice("template", mark("Template of the report"), TEMPLATES, group=mark("Form of the report")),
        prose(
            "template_source",
            mark("Where the template was agreed"),
            mark("The board agrees the format; say where and when."),
            group=mark("Form of the report"),
        ),
        choice("chronology_columns", mark("Columns of the chronology"), COLUMN_SETS, group=mark("Form of the report")),
        choice(
            "action_plan_columns",
            mark("Columns of the action plan"),
            (("A1", "A1"), ("A2", "A2"), ("A3", "A3")),
            group=mark("Form of the report"),
        ),
        line("protective_marking", mark("Protective marking"), group=mark("Marking")),
        line("handling_line", mark("Handling line"), group=mark("Marking")),
        *process(prose("marking_note", mark("Note on the marking"), group=mark("Marking"))),
        line(
            "commissioner",
            mark("Who commissioned this report"),
            mark("The post that answers for its quality and for its being on time."),
            group=mark("Who answers for it"),
        ),
        line(
            "accountable_senior_manager",
            mark("Senior manager who answers for the actions"),
            group=mark("Who answers for it"),
        ),
        prose(
            "criminal_justice_input_before_death",
            mark("Was criminal justice involved before the death?"),
            mark("If it was not, the report does not comment on prevention."),
            group=mark("Scope"),
            only="cps",
        ),
        prose(
            "identifiability",
            mark("Could anyone be picked out?"),
            mark("What was left out, and what the board accepts."),
            group=mark("Scope"),
        ),
        line(
            "practitioner_event",
            mark("Practitioner event"),
            mark("Where staff met to speak about the case, if they did."),
            group=mark("Scope"),
        ),
        line("experts", mark("Experts"), mark("Each must be agreed with the board."), group=mark("Scope")),
        line("other_report_relied_on", mark("Other report relied on"), group=mark("Scope")),
        *process(
            line("media_contact", mark("Media contact"), group=mark("Contacts")),
            line("family_contact_route", mark("Route for contact with the family"), group=mark("Contacts")),
        ),
    ],
)

ABOUT = single(
    "about",
    mark("About this file"),
    1,
    process(
        line("title", mark("Title")),
        prose("fictional", mark("Note on what this file is")),
        line("language", mark("Language")),
        day("as_of", mark("State of")),
        prose("state", mark("Where it stands")),
        rows(
            "id_prefixes",
            mark("Beginnings of references"),
            line("prefix", mark("Beginning")),
            line("meaning", mark("Meaning")),
        ),
    ),
)

BOARD = single(
    "board",
    mark("The board"),
    1,
    [
        line("name", mark("Name of the board")),
        line("reference", mark("Its reference")),
        line("partner_boards", mark("Partner boards")),
        line("chair_role", mark("Chair, by post")),
        *process(
            link("contact", mark("Contact at the board"), "contact"), line("booklet", mark("Booklet or format issued"))
        ),
    ],
)

DECISION = single(
    "decision",
    mark("The decision to hold a review"),
    1,
    [
        choice("limb", mark("Ground for the review"), GROUNDS),
        prose("ground", mark("The ground in words")),
        prose("special_triggers", mark("Circumstances that always lead to a review")),
        day("notified_on", mark("Board notified on")),
        day("subgroup_advised_on", mark("Subgroup advised on")),
        day("decided_on", mark("Decided on")),
        line("decided_by", mark("Decided by (post)")),
        prose("text", mark("The decision in a sentence")),
        day("letter_dated", mark("Letter dated"), mark("The letter that told the agency of the decision.")),
        day("letter_received", mark("Letter received")),
    ],
)

INVITATION = single(
    "invitation",
    mark("The invitation"),
    1,
    process(
        line("from_role", mark("From (post)")),
        line("to_role", mark("To (post)")),
        day("dated", mark("Dated")),
        day("received", mark("Received")),
        line("asked_for", mark("What is asked for")),
        *asked(
            "cps",
            day("verified_on", mark("Found genuine on"), mark("The letter was checked before anything was sent.")),
            prose(
                "verified_how",
                mark("How it was found genuine"),
                mark("For instance: the board was rung on a number already known."),
            ),
            line(
                "secure_channel",
                mark("Secure means agreed"),
                mark("How papers will travel, for instance secure e-mail."),
            ),
        ),
    ),
)

PARTICIPATION = single(
    "participation",
    mark("Taking part"),
    1,
    process(
        *asked(
            "cps",
            day("details_requested_on", mark("Details asked for on")),
            day("details_received_on", mark("Details received on")),
            day("decided_on", mark("Decided on")),
            line("decided_by", mark("Decided by (post)")),
        ),
        line("contribution", mark("What is contributed")),
        line("agreed_with", mark("Agreed with")),
        *asked(
            "cps",
            lines("reasons", mark("Reasons for taking part")),
            rows("factors", mark("Matters weighed"), line("factor", mark("Matter")), prose("answer", mark("Answer"))),
        ),
    ),
)

OWNERSHIP = single(
    "ownership",
    mark("Ownership of the report"),
    1,
    [
        line("owner", mark("Who owns the report"), mark("Asked before the work begins.")),
        line("qa_route", mark("How its quality is assured")),
        line("final_text_agreed_by", mark("Who agrees the final text")),
        day("answered_on", mark("Answered on")),
    ],
)

PERIOD = single(
    "period",
    mark("Period under review"),
    1,
    [
        day("start", mark("From"), mark("As the letter or the terms of reference give it.")),
        day("cut_off", mark("To (cut-off)")),
        prose("background", mark("Background needed outside the period")),
    ],
)

RETENTION = single(
    "retention",
    mark("Retention"),
    1,
    process(
        line("retention_class", mark("Retention class"), mark("As the schedule of your organisation calls it.")),
        day("review_on", mark("Look again on")),
        yes_no("inquiry_hold", mark("Inquiry hold"), mark("While it is on, nothing is purged.")),
        line("set_by", mark("Set by (post)")),
    ),
)

IMMEDIATE_RISK = single(
    "immediate_risk",
    mark("Risk now"),
    1,
    process(
        day("asked_on", mark("Asked on")),
        yes_no("anyone_at_risk_now", mark("Does anyone face risk now?")),
        prose("text", mark("What was found")),
        line("told", mark("Who was told, and when")),
    ),
)

TERMS = single(
    "terms_of_reference",
    mark("Terms of reference"),
    1,
    [
        number("current_version", mark("Current version")),
        *process(
            prose("comments_on_draft", mark("Comments made on the draft")), prose("gaps_noted", mark("Gaps noted"))
        ),
    ],
)

TERMS_VERSION = kind(
    "terms_version",
    mark("Version of the terms"),
    mark("Versions of the terms"),
    1,
    "TOR",
    [
        number("version", mark("Version")),
        day("agreed_on", mark("Agreed on")),
        line("agreed_by", mark("Agreed by")),
        prose("reason", mark("Reason for the change")),
    ],
    title="version",
)

QUESTION = kind(
    "question",
    mark("Question"),
    mark("Questions of the terms of reference"),
    1,
    "Q",
    [
        number("number", mark("No.")),
        prose("text", mark("Question"), mark("Word for word as in the letter.")),
        line("from_whom", mark("From"), mark("Who asks it: the board, or this agency itself.")),
        number("version", mark("Version")),
        day("agreed_on", mark("Agreed on")),
        *process(
            prose("earlier_text", mark("Earlier text")),
            rows(
                "not_needed",
                mark("Not needed for this question"),
                choice("what", mark("What"), ANSWERED_BY),
                prose("reason", mark("Because")),
                day("dated", mark("Dated")),
                hint=mark("What ‘Ready?’ would show as ‘none’, where there is a reason for it."),
            ),
        ),
    ],
    title="text",
)

GUIDANCE_USED = kind(
    "guidance_used",
    mark("Guidance used"),
    mark("Guidance used"),
    1,
    "GU",
    [
        line("title", mark("Title")),
        line("body", mark("Body")),
        line("edition", mark("Edition")),
    ],
    title="title",
)

OPENING = single(
    "opening",
    mark("Opening statements"),
    1,
    [
        prose(
            "introduction", mark("Introduction"), mark("Short facts of the event, the ground, who decided and when.")
        ),
        prose("purpose", mark("Purpose of the review")),
        prose("what_it_is_not", mark("What the review is not")),
        prose(
            "methodology",
            mark("How the review was done"),
            mark("With its limits, and how hindsight was guarded against."),
        ),
    ],
)

KINDS = (
    REVIEW,
    ABOUT,
    BOARD,
    DECISION,
    INVITATION,
    PARTICIPATION,
    OWNERSHIP,
    PERIOD,
    START_EVENT,
    EXTENSION,
    RETENTION,
    RECOVERY_SHEET,
    IMMEDIATE_RISK,
    TERMS,
    TERMS_VERSION,
    QUESTION,
    DEADLINE,
    GUIDANCE_USED,
    OPENING,
)
