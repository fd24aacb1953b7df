"""Stage 2: who had to be told, and the proceedings that run beside the review (B12; R-051 to R-061, R-167 to R-182)."""

from __future__ import annotations

from dataclasses import replace

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    asked,
    asked_when,
    choice,
    day,
    kind,
    line,
    link,
    process,
    prose,
    under,
    yes_no,
)
from imr_desk.review.posts import title_of_post

PROCESSES: Choices = (
    ("criminal proceedings", mark("Criminal proceedings")),
    ("coroner", mark("Coroner")),
    ("care proceedings", mark("Care proceedings")),
    ("complaint", mark("Complaint")),
    ("disciplinary", mark("Disciplinary process")),
    ("domestic homicide review", mark("Domestic homicide review")),
    ("police complaints body", mark("Police complaints body")),
    ("serious incident (health)", mark("Serious incident (health)")),
    ("internal review", mark("Internal review")),
    ("adult review", mark("Safeguarding adults review")),
    ("mental-health homicide review", mark("Mental-health homicide review")),
    ("other", mark("Other")),
)
EACH_ANSWERED = (
    "criminal proceedings",
    "coroner",
    "complaint",
    "disciplinary",
    "domestic homicide review",
    "police complaints body",
    "serious incident (health)",
    "internal review",
    "adult review",
    "mental-health homicide review",
)
"""The kinds of process that each need an answer (R-167, R-176)."""
STATUSES: Choices = (
    ("none", mark("None")),
    ("possible", mark("Possible")),
    ("running", mark("Running")),
    ("ended", mark("Ended")),
)
RECIPIENTS: Choices = (
    *((name, title_of_post(name)) for name in ("coo", "scs_line_manager", "scs_childrens_lead", "psu", "occ")),
    ("other", mark("Someone else")),
)
ASKED_RECIPIENTS: Choices = (
    ("coo", "cps"),
    ("scs_line_manager", "ho"),
    ("scs_childrens_lead", "ho"),
    ("psu", "ho"),
    ("occ", "ho"),
)
FOUND = ("possible", "running", "ended")
"""The states of a process of which there is more to say."""

NOTIFICATION = kind(
    "notification",
    mark("Notice"),
    mark("Notices"),
    2,
    "NOT",
    process(
        *under(
            mark("Who was told"),
            day("date", mark("Date")),
            replace(choice("recipient", mark("Kind of recipient"), RECIPIENTS), choices_only=ASKED_RECIPIENTS),
            line("to_role", mark("To (post)")),
            *asked_when(
                "recipient",
                ("scs_childrens_lead",),
                yes_no(
                    "same_person",
                    mark("The same person as the line manager?"),
                    mark("For the Children’s Lead: then one notice is enough, and this one needs no date."),
                    only="ho",
                ),
            ),
            line("by_role", mark("By (post)")),
        ),
        *under(
            mark("What was sent"),
            prose("what", mark("What they were told")),
            line("channel", mark("Means"), mark("Letter, e-mail, telephone, meeting.")),
            *asked("ho", line("subject", mark("Subject line"), mark("It has to carry ‘Serious Case Review’."))),
            prose("proof", mark("Proof"), mark("Where the letter, e-mail or note of it is kept.")),
        ),
    ),
    title="to_role",
)

PROGRESS_REPORT = kind(
    "progress_report",
    mark("Progress report"),
    mark("Progress reports"),
    2,
    "PRG",
    process(
        day("date", mark("Date")),
        line("to_role", mark("To (post)")),
        prose("text", mark("Report")),
    ),
    title="date",
)

PARALLEL_PROCESS = kind(
    "parallel_process",
    mark("Parallel process"),
    mark("Parallel processes"),
    2,
    "PAR",
    [
        *under(
            mark("Whether there is one"),
            choice("process", mark("Process"), PROCESSES),
            choice(
                "status", mark("Status"), STATUSES, mark("‘None’ is an answer too, with the day it was looked into.")
            ),
            *process(day("checked_on", mark("Checked on"))),
        ),
        *under(
            mark("Who runs it, and when"),
            *asked_when(
                "status",
                FOUND,
                line("body", mark("Body")),
                link("contact", mark("Contact"), "contact", "staff"),
                line("contact_role", mark("Contact, where not on the list (post)")),
            ),
            *asked_when("status", ("running", "ended"), day("started", mark("Started"))),
            *asked_when("status", ("possible", "running"), day("expected_end", mark("Expected end"))),
            *asked_when("status", ("ended",), day("ended", mark("Ended"))),
        ),
        *under(
            mark("What it means for this review"),
            *asked_when(
                "status",
                FOUND,
                day("panel_told_on", mark("Panel told on")),
                prose("effect", mark("Effect on this report"), mark("What has to wait, or must stay out of it.")),
                prose(
                    "approach",
                    mark("Agreed way of working"),
                    mark("What was agreed with the other body: what waits, what is shared."),
                ),
            ),
        ),
        *under(
            mark("Advice on how to go on beside it"),
            *asked(
                "cps live",
                *asked_when(
                    "process",
                    ("criminal proceedings",),
                    *process(
                        day("advice_asked_on", mark("Advice asked for on")),
                        line("advice_given_by", mark("Advice given by (posts)")),
                        prose("advice_outcome", mark("Outcome")),
                    ),
                ),
            ),
        ),
    ],
    title="process",
)

BUSINESS_AREA = kind(
    "business_area",
    mark("Business area"),
    mark("Business areas"),
    7,
    "BA",
    process(
        line("name", mark("Business area")),
        choice(
            "referred_to_in",
            mark("Referred to in"),
            (("report", mark("The report")), ("plan", mark("The action plan")), ("both", mark("Both"))),
        ),
        day("consulted_on", mark("Consulted on")),
        prose("reply", mark("Reply")),
        line("system_reference", mark("Recorded on the case system (reference)")),
        day("told_of_board_recommendations_on", mark("Told of board recommendations on")),
        line("plan_system_reference", mark("That recorded on the case system (reference)")),
        day("confirmed_by_representative_on", mark("Confirmed by the representative on")),
        day("plan_confirmed_by_representative_on", mark("That confirmed by the representative on")),
    ),
    title="name",
    only="ho",
)

KINDS = (NOTIFICATION, PROGRESS_REPORT, PARALLEL_PROCESS, BUSINESS_AREA)
