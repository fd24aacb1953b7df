"""Interviews, by job title only; what was said in them is never printed (B11)."""

from __future__ import annotations

from imr_desk.export.report import Row
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import (
    Parts,
    day_cell,
    introduced,
    joined,
    none_or,
    not_known_or,
    table,
    under,
    yes_no,
)
from imr_desk.i18n import tr
from imr_desk.review.record import Record


def b11_interviews(content: Content) -> Parts:
    """Who was interviewed and how it was shared; who was not, and why (R-084 to R-093, R-095)."""
    every = content.review.all("interview")
    held = [each for each in every if each.text("status") == "held"]
    others = [each for each in every if each.text("status") != "held"]
    purpose = content.one("interviewing").text("purpose_statement")
    return (
        *content.paragraphs(purpose, lead=tr("What staff were told:")),
        *under(tr("Held"), _held(content, held)),
        *under(tr("Not held"), _not_held(content, others)),
        *under(tr("Staff not interviewed"), _not_interviewed(content)),
    )


def _held(content: Content, interviews: list[Record]) -> Parts:
    columns = (
        (tr("Code"), 0.1),
        (tr("Job title then"), 1.2),
        (tr("Date"), 0.2),
        (tr("Setting"), 1.6),
        (tr("Others present"), 1.4),
    )
    rows = (
        Row(
            (
                each.id,
                not_known_or(content.code(each.link("staff"))),
                not_known_or(day_cell(each.day("held_on"))),
                not_known_or(each.text("setting")),
                none_or("\n".join(each.lines("others_present"))),
            ),
            each.id,
        )
        for each in interviews
    )
    described = tr("One row for each interview: job title, date, setting, who else was there.")
    made = table(tr("Interviews held"), described, columns, rows, anchor="t-held")
    lead = tr("The interviews held are listed in {table}. The records of them are not part of this report.")
    return (*introduced(lead, made), *_shared(content, interviews))


def _shared(content: Content, interviews: list[Record]) -> Parts:
    columns = (
        (tr("Code"), 0.1),
        (tr("Purpose explained"), 0.4),
        (tr("Record shared on"), 0.4),
        (tr("Reply"), 0.4),
        (tr("Consent to reuse"), 2.4),
    )
    rows = (
        Row(
            (
                each.id,
                yes_no(each.flag("purpose_explained")),
                none_or(day_cell(each.day("shared_on"))),
                none_or(content.choice(each, "reply")),
                _consents(each),
            )
        )
        for each in interviews
    )
    described = tr("One row for each interview: whether its purpose was explained, when its record was shared.")
    return table(tr("Interviews held: purpose, record and consent"), described, columns, rows)


def _consents(interview: Record) -> str:
    """A line for each process: `inquest, if resumed: Yes, 22 Sep 2014`."""
    lines = (
        f"{not_known_or(row.text('process'))}: {joined(yes_no(row.flag('consent')), day_cell(row.day('date')))}"
        for row in interview.rows("consents")
    )
    return none_or("\n".join(lines))


def _not_held(content: Content, interviews: list[Record]) -> Parts:
    columns = (
        (tr("Code"), 0.2),
        (tr("Job title"), 1.0),
        (tr("Attempts"), 1.8),
        (tr("Reason"), 1.8),
        (tr("Effect on findings"), 1.8),
    )
    rows = (
        Row(
            (
                each.id,
                not_known_or(content.code(each.link("staff"))),
                none_or(_attempts(each)),
                each.text("reason") or content.choice(each, "status") or tr("Not stated"),
                none_or(each.text("effect")),
            ),
            each.id,
        )
        for each in interviews
    )
    described = tr("One row for each interview not held: attempts, reason, effect on the findings.")
    made = table(tr("Interviews not held"), described, columns, rows, anchor="t-not-held")
    return introduced(tr("Interviews that were sought and not held are listed in {table}."), made)


def _attempts(interview: Record) -> str:
    rows = interview.rows("attempts")
    return "\n".join(joined(day_cell(row.day("date")), row.text("how"), by=": ") for row in rows)


def _not_interviewed(content: Content) -> Parts:
    """Staff of whom no interview was sought, with the reason (R-088)."""
    sought = {each.link("staff") for each in content.review.all("interview")}
    columns = ((tr("Job title"), 1), (tr("Reason"), 3))
    rows = (
        Row((content.code(each.id), each.text("not_interviewed_reason")))
        for each in content.review.all("staff")
        if each.id not in sought and each.text("not_interviewed_reason")
    )
    described = tr("One row for each member of staff who was not interviewed, with the reason.")
    made = table(tr("Staff not interviewed"), described, columns, rows, anchor="t-not-interviewed")
    return introduced(tr("Why other staff were not interviewed is said in {table}."), made)
