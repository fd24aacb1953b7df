"""Stages 8 and 9: quality checklist, signatures, versions, circulation (B02, B28; R-135 to R-147)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    YES_NO_OR_NOT_APPLICABLE,
    Choices,
    choice,
    day,
    kind,
    line,
    number,
    process,
    prose,
    single,
)

ROLES: Choices = (("author", mark("Author")), ("counter_signatory", mark("Counter-signing senior manager")))
ROUTES: Choices = (("program", mark("In IMR Desk")), ("paper", mark("On paper")), ("e-mail", mark("By e-mail")))

QUALITY = single(
    "quality_checklist",
    mark("Quality checklist"),
    8,
    process(
        line("completed_by", mark("Completed by (post)")),
        day("completed_on", mark("Completed on")),
        number("version", mark("Version")),
        prose("comment", mark("Comment")),
    ),
)

QUALITY_ITEM = kind(
    "quality_item",
    mark("Item of the checklist"),
    mark("Quality checklist"),
    8,
    "QA",
    process(
        line("item", mark("No.")),
        prose("text", mark("Item")),
        choice(
            "decided_by",
            mark("Decided by"),
            (
                ("auto", mark("The program")),
                ("ask", mark("A person")),
                ("auto, then ask", mark("The program, then a person")),
            ),
        ),
        choice("answer", mark("Answer"), YES_NO_OR_NOT_APPLICABLE),
        prose("comment", mark("Comment")),
    ),
    title="item",
)

EXEMPTION = kind(
    "exemption",
    mark("Does not apply"),
    mark("What does not apply"),
    8,
    "EXE",
    process(
        line("requirement", mark("Requirement")),
        prose("reason", mark("Does not apply, because")),
        day("dated", mark("Dated")),
    ),
    title="requirement",
)

ACCEPTED_DETAIL = kind(
    "accepted_detail",
    mark("Detail that may stay"),
    mark("Details that may stay"),
    8,
    "DET",
    process(
        line("key", mark("Hash of the words")),
        line("detail", mark("Kind of detail")),
        prose("reason", mark("It may stay, because")),
        day("dated", mark("Dated")),
    ),
    title="detail",
)

SIGNATURE = kind(
    "signature",
    mark("Signature"),
    mark("Signatures"),
    9,
    "SIG",
    process(
        choice("role", mark("Role"), ROLES),
        line("part", mark("Part signed")),
        line("name", mark("Name")),
        line("job_title", mark("Job title")),
        choice("route", mark("How it was signed"), ROUTES),
        line("signed_at", mark("Signed at")),
        number("version", mark("Version")),
        prose("declares", mark("Declaration")),
        prose("statement", mark("What was signed")),
        line("public_key", mark("Public key")),
        line("signature", mark("Signature")),
        line("scan_sha256", mark("Digest of the scan")),
        line("reference", mark("Where the paper or message is kept")),
        line("computer", mark("Computer")),
        line("voided_at", mark("Voided at")),
        prose("voided_reason", mark("Voided because")),
    ),
    title="role",
)

SIGN_OFF = kind(
    "sign_off",
    mark("Sign-off"),
    mark("Sign-off, part by part"),
    9,
    "SGN",
    process(
        line("what", mark("What")),
        line("by_role", mark("By (post)")),
        day("date", mark("Date")),
    ),
    title="what",
)

VERSION = kind(
    "version",
    mark("Version"),
    mark("Versions"),
    9,
    "VER",
    process(
        line("version", mark("Version")),
        day("date", mark("Date")),
        line("status", mark("Status")),
        line("changed_by", mark("Changed by (post)")),
        prose("reason", mark("Reason")),
    ),
    title="version",
)

CIRCULATION = kind(
    "circulation",
    mark("Copy sent"),
    mark("Circulation"),
    9,
    "CIR",
    process(
        line("recipient", mark("Recipient (post)")),
        line("organisation", mark("Organisation")),
        line("version", mark("Version")),
        day("sent_on", mark("Date sent")),
        line("channel", mark("Means"), mark("Letter, secure e-mail, by hand.")),
        line("subject", mark("Subject line"), only="ho"),
    ),
    title="recipient",
)

KINDS = (QUALITY, QUALITY_ITEM, EXEMPTION, ACCEPTED_DETAIL, SIGNATURE, SIGN_OFF, VERSION, CIRCULATION)
