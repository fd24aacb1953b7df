"""The record of one interview by itself, to be shared with the person who gave it (H1; R-085 to R-087, R-090, R-093).

It says nothing of any other interview, and the person is a job title here as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.export.report import Row, para
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, joined, none_or, not_known_or, table, under, yes_no
from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.record import Record

RECORD = "H1"
"""The id of its one block."""


def interview_record(content: Content, interview: Record) -> Parts:
    """Who, when and with whom; what was explained; what was said; sharing, corrections and consent."""
    said = content.paragraphs(interview.text("record"), kind="plain") or (para(tr("No record is written yet.")),)
    return (
        para(tr("This record is for the person interviewed. It is not part of the report."), sealed=False),
        *_two_columns(
            tr("The interview"), tr("One row for each particular of the interview."), _meeting(content, interview)
        ),
        *under(tr("What was explained before the interview"), _explained(content, interview)),
        *under(tr("What was said"), said),
        *under(tr("Sharing and agreement"), _agreed(content, interview)),
        *under(tr("Consent to reuse"), _consent(interview)),
        *under(tr("Support"), content.paragraphs(interview.text("support_offered"), kind="plain")),
    )


def _two_columns(caption: str, described: str, pairs: Iterator[tuple[str, str]]) -> Parts:
    columns = ((tr("Particular"), 1.0), (tr("Recorded"), 2.6))
    return table(caption, described, columns, (Row(pair) for pair in pairs))


def _labelled(interview: Record, name: str, words: str) -> tuple[str, str]:
    return tr(field_of(interview.kind, name).label), words


def _meeting(content: Content, interview: Record) -> Iterator[tuple[str, str]]:
    yield tr("Record"), interview.id
    yield _labelled(interview, "staff", not_known_or(content.code(interview.link("staff"))))
    yield _labelled(interview, "status", none_or(content.choice(interview, "status")))
    yield _labelled(interview, "held_on", not_known_or(day_cell(interview.day("held_on"))))
    yield _labelled(interview, "setting", not_known_or(interview.text("setting")))
    yield _labelled(interview, "others_present", none_or("\n".join(interview.lines("others_present"))))


def _explained(content: Content, interview: Record) -> Parts:
    """The wording used and its tick (R-087), other processes (R-091, R-092), the answer of the police (R-090)."""
    purpose = content.one("interviewing").text("purpose_statement")
    asked = joined(interview.text("witness_answer_from"), day_cell(interview.day("witness_answered_on")))

    def pairs() -> Iterator[tuple[str, str]]:
        explained = joined(yes_no(interview.flag("purpose_explained")), day_cell(interview.day("purpose_explained_on")))
        yield _labelled(interview, "purpose_explained", explained)
        yield _labelled(interview, "processes_explained", none_or(interview.text("processes_explained")))
        if asked or interview.text("potential_witness"):
            answer = joined(content.choice(interview, "potential_witness"), asked, by=": ")
            yield _labelled(interview, "potential_witness", answer)

    described = tr("One row for each thing that was explained or asked before the interview.")
    return (
        *content.paragraphs(purpose, kind="plain", lead=tr("What staff were told:")),
        *_two_columns(tr("Explained and asked"), described, pairs()),
    )


def _agreed(content: Content, interview: Record) -> Parts:
    """When the record was shared and what came back; corrections stand beside the original words (R-086)."""

    def pairs() -> Iterator[tuple[str, str]]:
        shared = joined(day_cell(interview.day("shared_on")), interview.text("shared_how"))
        yield _labelled(interview, "shared_on", shared or tr("Not shared yet"))
        replied = joined(content.choice(interview, "reply"), day_cell(interview.day("reply_on")))
        yield _labelled(interview, "reply", replied or tr("No reply yet"))

    columns = ((tr("Original words"), 1.2), (tr("Corrected words"), 1.2), (tr("Accepted"), 0.2))
    rows = (
        Row((none_or(each.text("original")), none_or(each.text("corrected")), yes_no(each.flag("accepted"))))
        for each in interview.rows("corrections")
    )
    return (
        *_two_columns(tr("Shared"), tr("When the record was shared, and the reply."), pairs()),
        *table(tr("Corrections"), tr("One row for each correction, beside the original words."), columns, rows),
    )


def _consent(interview: Record) -> Parts:
    """For each other process whether its use was agreed to, with the date (R-093)."""
    columns = ((tr("Process"), 2.0), (tr("Consent"), 0.4), (tr("Date"), 0.4))
    rows = (
        Row((not_known_or(each.text("process")), yes_no(each.flag("consent")), none_or(day_cell(each.day("date")))))
        for each in interview.rows("consents")
    )
    return table(tr("Consent to reuse this record"), tr("One row for each process."), columns, rows)
