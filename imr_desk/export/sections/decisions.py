"""Key decisions: what was known then, kept apart from what became known later (B17)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.export.report import Part, Row, Run, numbered
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import (
    Parts,
    day_cell,
    day_words,
    introduced,
    joined,
    none_or,
    not_known_or,
    runs,
    table,
    under,
)
from imr_desk.i18n import tr
from imr_desk.review.record import Record


def b17_decisions(content: Content) -> Parts:
    """A table of the decisions, then each by itself (R-069, R-102, R-104 to R-106)."""
    each_apart = (part for each in content.review.all("key_decision") for part in _decision(content, each))
    return (*_overview(content), *each_apart)


def _overview(content: Content) -> Parts:
    columns = (
        (tr("No."), 0.1),
        (tr("Date"), 0.2),
        (tr("Decision"), 2),
        (tr("Made by"), 1.1),
        (tr("Carried out?"), 1.2),
        (tr("Resource shortfall?"), 1.6),
    )
    rows = (
        Row(
            (
                each.id,
                not_known_or(day_cell(each.day("date"))),
                none_or(each.text("decision")),
                not_known_or(content.code(each.link("made_by"))),
                not_known_or(_carried_out(content, each)),
                none_or(each.text("resource_shortfall")),
            ),
            each.id,
        )
        for each in content.review.all("key_decision")
    )
    described = tr("One row for each decision: date, what was decided, by which post, whether it was carried out.")
    made = table(tr("Key decisions"), described, columns, rows, anchor="t-decisions")
    return introduced(
        tr(
            "The key decisions are listed in {table}. "
            "What was known at the time is kept apart from what was learned later."
        ),
        made,
    )


def _decision(content: Content, record: Record) -> Iterator[Part]:
    title = joined(record.id, record.text("decision").splitlines()[0] if record.text("decision") else "", by=": ")
    code = (
        *content.paragraphs(record.text("code_evidential"), lead=tr("Evidence:")),
        *content.paragraphs(record.text("code_public_interest"), lead=tr("Public interest:")),
    )
    parts = (
        *_made(content, record),
        *under(tr("Known at the time"), _facts(content, record, "known_then"), 3),
        *under(tr("Known only later"), _facts(content, record, "known_later"), 3),
        *under(tr("The Code"), code, 3),
        *under(tr("Expected practice"), _expected(content, record), 3),
        *under(tr("What happened"), content.paragraphs(record.text("what_happened")), 3),
        *under(tr("Why"), content.paragraphs(record.text("why")), 3),
        *under(tr("View"), content.paragraphs(record.text("view")), 3),
    )
    yield from under(title, parts)


def _made(content: Content, record: Record) -> Parts:
    """When, by whom and with whom it was decided, and what it bears on."""
    day, by, agreed = day_words(record.day("date")), record.link("made_by"), record.link("agreed_by")
    lines = (
        tr("Date: {date}.").format(date=day) if day else "",
        tr("Made by: {post}.").format(post=content.code(by)) if by else "",
        tr("Agreed by: {post}.").format(post=content.code(agreed)) if agreed else "",
    )
    said = " ".join(line for line in lines if line)
    refs = content.references((*record.links("questions"), *record.links("entries")))
    return (numbered((Run(said or tr("Evidence")), *refs)),) if said or refs else ()


def _facts(content: Content, record: Record, field: str) -> Parts:
    return tuple(
        part
        for row in record.rows(field)
        for part in content.paragraphs(row.text("fact"), [row.link("ref")] if row.link("ref") else [], kind="bullet")
    )


def _expected(content: Content, record: Record) -> Parts:
    policies = record.links("policies")
    said = content.paragraphs(record.text("expected"), policies)
    alone = (
        (numbered(runs(tr("Policies then in force{refs}."), refs=content.references(policies))),) if policies else ()
    )
    return said or alone


def _carried_out(content: Content, record: Record) -> str:
    answer = joined(content.choice(record, "carried_out"), day_cell(record.day("carried_out_on")))
    return joined(answer, record.text("carried_out_note"), by="\n")
