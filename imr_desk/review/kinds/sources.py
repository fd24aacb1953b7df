"""Stage 3: records secured and examined, policies in force, documents kept (B10, B31, B34; R-062 to R-071)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    asked_when,
    choice,
    day,
    kind,
    known_date,
    line,
    link,
    links,
    number,
    process,
    prose,
    single,
    under,
    yes_no,
)

MEDIA: Choices = (
    ("paper", mark("Paper")),
    ("electronic", mark("Electronic")),
    ("paper and electronic", mark("Paper and electronic")),
)
RECORD_STATUSES: Choices = (
    ("held", mark("Held")),
    ("partly missing", mark("Partly missing")),
    ("destroyed", mark("Destroyed")),
    ("not held", mark("None held")),
)
THERE = ("", "held", "partly missing")
MISSING = ("partly missing", "destroyed", "not held")
"""What there is to say of a record hangs on its status: whether it is safe and read, or why it is not there."""

RECORDS_STATEMENT = single(
    "records_statement",
    mark("Securing of records"),
    3,
    [
        day("told_on", mark("Told to secure on")),
        day("secured_on", mark("Secured on")),
        prose(
            "text",
            mark("Statement on completeness"),
            mark("What is complete, what is missing, and what that means for the findings."),
        ),
        prose(
            "no_involvement",
            mark("Statement that there was no involvement"),
            mark("Only where the searches found nothing to put in a chronology."),
        ),
    ],
)

CASE = kind(
    "case",
    mark("Case"),
    mark("Cases"),
    3,
    "CASE",
    [
        line("code", mark("Code"), mark("As the report calls it, for instance Case A.")),
        prose("what", mark("What it concerned")),
        *process(day("began", mark("From")), day("ended", mark("To"))),
        prose("outcome", mark("Outcome")),
        *process(yes_no("related_case", mark("Earlier related case?"), only="cps")),
    ],
    title="code",
)

RECORD = kind(
    "record",
    mark("Record"),
    mark("Records"),
    3,
    "REC",
    [
        *under(
            mark("What it is"),
            line("description", mark("Description")),
            choice("medium", mark("Paper or electronic"), MEDIA),
            line("system", mark("System or file"), mark("For instance CMS, paper file 3, mailbox of the unit.")),
            line("period", mark("Period covered")),
            link("case", mark("Related case"), "case"),
        ),
        *under(
            mark("Where it is, and whether it is safe"),
            choice("status", mark("Status"), RECORD_STATUSES),
            *asked_when(
                "status",
                THERE,
                line("held_by", mark("Held by (post)")),
                day("secured_on", mark("Secured on")),
                yes_no("access_restricted", mark("Access restricted")),
            ),
        ),
        *under(
            mark("What is missing"),
            *asked_when(
                "status",
                MISSING,
                known_date("gone_when", mark("When it was lost or destroyed")),
                prose("gone_why", mark("Why")),
                day("police_asked_on", mark("Police asked on"), only="cps"),
                prose("police_reply", mark("Police reply"), only="cps"),
                prose("effect", mark("Effect on the findings")),
            ),
        ),
        *under(
            mark("Whether it was read"),
            *asked_when(
                "status",
                THERE,
                day("examined_on", mark("Examined on")),
                prose("not_examined_reason", mark("Why not examined")),
                *process(
                    number("pages", mark("Pages"), mark("How many there are, where it has pages.")),
                    line("pages_read", mark("Pages read"), mark("Kept while you read it page by page: 1-12, 14.")),
                    line("pages_nothing", mark("Read, nothing to enter")),
                ),
            ),
        ),
        *under(
            mark("What to keep in mind"),
            *process(
                line("owner", mark("Owner"), mark("The body whose record it is.")),
                yes_no(
                    "do_not_quote",
                    mark("Do not quote"),
                    mark("Where the owner has not agreed to words of it in the report."),
                ),
                prose("note", mark("Note")),
            ),
        ),
    ],
    title="description",
)

POLICY = kind(
    "policy",
    mark("Policy"),
    mark("Policies"),
    3,
    "POL",
    [
        line("title", mark("Title")),
        line("body", mark("Body")),
    ],
    title="title",
)

POLICY_VERSION = kind(
    "policy_version",
    mark("Version of a policy"),
    mark("Versions of policies"),
    3,
    "POV",
    [
        link("policy", mark("Policy"), "policy"),
        line("version", mark("Version")),
        day("in_force_from", mark("In force from")),
        day("in_force_to", mark("In force to")),
        links("used_in", mark("Used in"), "question", "key_decision"),
        prose("point", mark("What it asked for")),
    ],
    title="version",
)

DOCUMENT = kind(
    "document",
    mark("Kept document"),
    mark("Kept documents"),
    3,
    "DOC",
    process(
        line("name", mark("Description")),
        line("media_type", mark("Kind of file")),
        number("size", mark("Size in bytes")),
        line("sha256", mark("Digest")),
        link("record", mark("Record it belongs to"), "record"),
    ),
    title="name",
)

SEARCH_MADE = kind(
    "search_made",
    mark("Search made"),
    mark("Searches made"),
    3,
    "SRC",
    [
        line("system", mark("System")),
        day("searched_on", mark("Searched on")),
        line("terms", mark("Search terms (codes)")),
        prose("result", mark("Result")),
    ],
    title="system",
)

KINDS = (RECORDS_STATEMENT, CASE, RECORD, POLICY, POLICY_VERSION, DOCUMENT, SEARCH_MADE)
