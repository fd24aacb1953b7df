"""The annexes other than the chronology (B30 to B33)."""

from __future__ import annotations

from imr_desk.export.report import Row, numbered, para, refer
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
)
from imr_desk.export.sections.people import genogram, is_short_form
from imr_desk.export.sections.signed import signed_at, version_number
from imr_desk.export.sections.terms import guidance_table
from imr_desk.i18n import tr
from imr_desk.review.record import Record
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, REPORT
from imr_desk.review.templates import blocks


def b30_genogram(content: Content) -> Parts:
    """The family as a picture with its description, and in words, by codes (R-186)."""
    return genogram(content)


def b31_documents(content: Content) -> Parts:
    """Policies and guidance used (R-020, R-068, R-069)."""
    versions: dict[str, list[str]] = {}
    for each in content.review.all("policy_version"):
        versions.setdefault(each.link("policy"), []).append(each.text("version"))
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("title")),
                none_or(each.text("body")),
                none_or(joined(*versions.get(each.id, []), by="; ")),
            ),
            each.id,
        )
        for each in content.review.all("policy")
    )
    columns = ((tr("Ref"), 0.1), (tr("Title"), 2.4), (tr("Body"), 1.4), (tr("Version or date"), 1.4))
    described = tr("One row for each policy: title, body, versions.")
    policies = table(tr("Policies"), described, columns, rows, anchor="t-policy-titles")
    records = refer("B10", tr("the chapter on records"))
    lead = numbered(runs(tr("Records are listed in chapter {chapter}."), chapter=records))
    listed = (*policies, *guidance_table(content))
    return (lead, *listed) if listed and content.has("B10") else listed


def b32_glossary(content: Content) -> Parts:
    """Terms that need explaining; short forms stand in the key to abbreviations, where there is one (R-079)."""
    every = sorted(content.review.all("abbreviation"), key=lambda each: each.text("term").casefold())
    keyed = content.has("B04")
    rows = (
        Row((each.text("term"), not_known_or(each.text("meaning"))))
        for each in every
        if not (keyed and is_short_form(each.text("term")))
    )
    columns = ((tr("Term"), 1), (tr("Meaning"), 4))
    terms = table(tr("Glossary"), tr("One row for each term."), columns, rows, anchor="t-glossary")
    short = any(is_short_form(each.text("term")) for each in every)
    key = refer("t-abbreviations", tr("the key to abbreviations"))
    lead = (numbered(runs(tr("Short forms are explained in {table}."), table=key)),) if keyed and short else ()
    return (*lead, *introduced(tr("Other terms are explained in {table}."), terms))


def b33_changes(content: Content) -> Parts:
    """What was changed after the report was presented; a sentence until there is something (R-148, R-149)."""
    version = version_number(content.review)
    changes = [
        each for each in content.review.all("panel_question") if 0 < (each.number("new_version") or 0) <= version
    ]
    if not changes:
        day = day_words(content.one("afterwards").day("presented_on"))
        presented = tr("None since the report was presented on {date}.").format(date=day)
        return (para(presented if day else tr(blocks()["B33"].fixed)),)
    columns = (
        (tr("Version"), 0.1),
        (tr("Question"), 1.8),
        (tr("Asked by"), 1.0),
        (tr("Asked on"), 0.2),
        (tr("Change"), 2.4),
        (tr("Author signed"), 0.2),
        (tr("Counter-signed"), 0.2),
    )
    rows = (
        Row(
            (
                str(each.number("new_version")),
                none_or(each.text("question")),
                not_known_or(each.text("asked_by")),
                not_known_or(day_cell(each.day("asked_on"))),
                none_or(_change(each)),
                none_or(_signed(content, each, AUTHOR)),
                none_or(_signed(content, each, COUNTER_SIGNATORY)),
            )
        )
        for each in changes
    )
    described = tr("One row for each change: the question that led to it, the new words, when it was signed.")
    return table(tr("Changes after presentation"), described, columns, rows)


def _change(question: Record) -> str:
    return "\n".join(row.text("after") for row in question.rows("changes")) or question.text("new_version_reason")


def _signed(content: Content, question: Record, role: str) -> str:
    days = [
        at.date()
        for each in content.review.all("signature")
        if each.text("role") == role
        and each.text("part") == REPORT
        and not each.text("voided_at")
        and each.number("version") == question.number("new_version")
        and (at := signed_at(each))
    ]
    return day_cell(max(days)) if days else ""
