"""Stage 5: interviews, by job title only (B11, H1; R-084 to R-099)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    asked,
    asked_when,
    choice,
    day,
    kind,
    line,
    lines,
    link,
    process,
    prose,
    rows,
    single,
    yes_no,
)

STATUSES: Choices = (
    ("planned", mark("Planned")),
    ("held", mark("Held")),
    ("not held", mark("Not held")),
)
REPLIES: Choices = (
    ("agreed", mark("Agreed")),
    ("corrected", mark("Corrected")),
    ("no reply", mark("No reply")),
)
WITNESS: Choices = (("yes", mark("Yes")), ("no", mark("No")))

BEFORE_OR_HELD = ("", "planned", "held")
"""An interview that is to be held, or was: what belongs to it is asked."""
HELD = ("", "held")

INTERVIEWING = single(
    "interviewing",
    mark("Interviewing"),
    5,
    [
        prose("purpose_statement", mark("What staff are told of the purpose")),
    ],
)

WITNESS_STATUS = single(
    "witness_status",
    mark("Possible witnesses"),
    5,
    process(
        day("asked_on", mark("Senior investigating officer asked on")),
        day("answered_on", mark("Answered on")),
        line("answered_by", mark("Answered by (post)")),
        day("confirmed_on", mark("Confirmed on")),
        prose("text", mark("Answer")),
    ),
    only="live",
)

INTERVIEW = kind(
    "interview",
    mark("Interview"),
    mark("Interviews"),
    5,
    "INT",
    [
        link("staff", mark("Job title"), "staff"),
        choice("status", mark("Held?"), STATUSES),
        *process(day("invited_on", mark("Invited on"))),
        *asked_when(
            "status",
            BEFORE_OR_HELD,
            day("held_on", mark("Held on")),
            line("setting", mark("Setting")),
            lines("others_present", mark("Others present (by role)")),
            yes_no("purpose_explained", mark("Purpose explained: learning, not blame")),
            *process(
                day("purpose_explained_on", mark("Purpose explained on")),
                prose("processes_explained", mark("Other processes explained")),
            ),
        ),
        *process(
            *asked(
                "live",
                choice("potential_witness", mark("Possible witness?"), WITNESS),
                line("witness_answer_from", mark("Police answer from (post)")),
                day("witness_asked_on", mark("Police asked on")),
                day("witness_answered_on", mark("Police answered on")),
                *asked_when(
                    "status",
                    HELD,
                    prose("held_before_answer", mark("Held before the answer came: why, and who was told")),
                ),
            ),
            *asked_when("status", BEFORE_OR_HELD, prose("record", mark("Record of the interview"))),
        ),
        *asked_when(
            "status",
            HELD,
            day("shared_on", mark("Record shared on")),
            *process(line("shared_how", mark("Shared how"))),
            choice("reply", mark("Reply"), REPLIES),
        ),
        *process(
            *asked_when("reply", ("agreed", "corrected"), day("reply_on", mark("Reply on"))),
            *asked_when(
                "reply",
                ("corrected",),
                rows(
                    "corrections",
                    mark("Corrections"),
                    prose("original", mark("Original words")),
                    prose("corrected", mark("Corrected words")),
                    yes_no("accepted", mark("Accepted")),
                ),
            ),
        ),
        *asked_when(
            "status",
            HELD,
            rows(
                "consents",
                mark("Consent to reuse"),
                line("process", mark("Process")),
                yes_no("consent", mark("Consent")),
                day("date", mark("Date")),
            ),
        ),
        *process(prose("support_offered", mark("Support offered"))),
        rows("attempts", mark("Attempts"), day("date", mark("Date")), prose("how", mark("How"))),
        *asked_when(
            "status",
            ("not held",),
            prose("reason", mark("Why it was not held")),
            prose("effect", mark("Effect on the findings")),
        ),
    ],
    title="staff",
)

KINDS = (INTERVIEWING, WITNESS_STATUS, INTERVIEW)
