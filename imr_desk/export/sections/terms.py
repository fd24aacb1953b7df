"""Why this report is written, what it has to answer and how it was done (B05, B08, B09)."""

from __future__ import annotations

from collections.abc import Iterable

from imr_desk.export.report import Paragraph, Row, numbered, refer
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import (
    Parts,
    day_cell,
    day_words,
    introduced,
    none_or,
    not_known_or,
    runs,
    span,
    table,
    under,
)
from imr_desk.i18n import tr


def b05_introduction(content: Content) -> Parts:
    """The event, the ground, who decided and when, the purpose, what it is not (R-002 to R-005, R-010, R-011)."""
    opening, decision = content.one("opening"), content.one("decision")
    ground = decision.text("ground") or content.choice(decision, "limb")
    decided = (
        *content.paragraphs(ground, lead=tr("Ground:")),
        *content.paragraphs(decision.text("special_triggers"), lead=tr("Circumstances that always lead to a review:")),
        *content.paragraphs(decision.text("text"), lead=tr("Decision:")),
        *_dates_of_decision(content),
    )
    aims = (
        *content.paragraphs(opening.text("purpose"), lead=tr("Purpose:")),
        *content.paragraphs(opening.text("what_it_is_not"), lead=tr("What this report is not:")),
    )
    return (
        *content.paragraphs(opening.text("introduction")),
        *under(tr("The decision to hold a review"), decided),
        *under(tr("Purpose of the review"), aims),
    )


def b08_terms(content: Content) -> Parts:
    """Period, cut-off, ownership, and the questions word for word (R-023 to R-028)."""
    period = content.one("period")
    covered = span(period.day("start"), period.day("cut_off"))
    sentence = tr("The period under review is {period}.").format(period=covered)
    return (
        *((numbered(sentence),) if covered else ()),
        *content.paragraphs(period.text("background"), lead=tr("Background outside the period:")),
        *_labelled(content, _ownership(content)),
        *_versions_of_terms(content),
        *_questions(content),
    )


def b09_methodology(content: Content) -> Parts:
    """How the review was done, on what guidance, with which limits (R-019, R-020, R-029, R-039, R-098, R-178)."""
    review = content.one("review")
    method = content.paragraphs(content.one("opening").text("methodology"))
    more = (
        (tr("Form of this report:"), review.text("template_source")),
        (tr("Experts:"), review.text("experts")),
        (tr("Other report relied on:"), review.text("other_report_relied_on")),
        (tr("Practitioner event:"), review.text("practitioner_event")),
        (tr("Whether anyone could be picked out:"), review.text("identifiability")),
    )
    return (*method, *_guidance(content), *_labelled(content, more))


def guidance_table(content: Content) -> Parts:
    """The guidance used, by edition; in the annex of documents, or in the methodology where there is none."""
    columns = ((tr("Ref"), 0.1), (tr("Title"), 2.4), (tr("Body"), 1.4), (tr("Version or date"), 1.0))
    rows = (
        Row(
            (each.id, not_known_or(each.text("title")), none_or(each.text("body")), none_or(each.text("edition"))),
            each.id,
        )
        for each in content.review.all("guidance_used")
    )
    described = tr("One row for each document: title, body, version or date.")
    return table(tr("Guidance used"), described, columns, rows, anchor="t-guidance")


def _guidance(content: Content) -> Parts:
    if not content.has("B31"):
        return introduced(tr("The guidance that was followed is listed in {table}."), guidance_table(content))
    if not content.review.all("guidance_used"):
        return ()
    listed = refer("t-guidance", tr("the annex of documents"))
    return (numbered(runs(tr("The guidance that was followed is listed in {table}."), table=listed)),)


def _labelled(content: Content, pairs: Iterable[tuple[str, str]]) -> tuple[Paragraph, ...]:
    return tuple(part for lead, text in pairs for part in content.paragraphs(text, lead=lead))


def _ownership(content: Content) -> tuple[tuple[str, str], ...]:
    review, ownership, board = content.one("review"), content.one("ownership"), content.one("board")
    return (
        (tr("Area or unit that dealt with the case:"), review.text("case_area")),
        (tr("Partner boards:"), board.text("partner_boards")),
        (tr("Chair:"), board.text("chair_role")),
        (tr("Commissioned by:"), review.text("commissioner")),
        (tr("Owner of this report:"), ownership.text("owner")),
        (tr("How its quality is assured:"), ownership.text("qa_route")),
        (tr("Who agrees the final text:"), ownership.text("final_text_agreed_by")),
        (tr("Ownership settled on:"), day_words(ownership.day("answered_on"))),
        (tr("Senior manager who answers for the actions:"), review.text("accountable_senior_manager")),
    )


def _dates_of_decision(content: Content) -> Parts:
    decision = content.one("decision")
    steps = (
        (tr("Board notified"), "notified_on"),
        (tr("Subgroup advised"), "subgroup_advised_on"),
        (tr("Decision taken"), "decided_on"),
        (tr("Letter dated"), "letter_dated"),
        (tr("Letter received"), "letter_received"),
    )
    by = decision.text("decided_by")
    rows = [
        Row((step, day_cell(decision.day(field)), none_or(by if field == "decided_on" else "")))
        for step, field in steps
        if decision.day(field) or (field == "decided_on" and by)
    ]
    columns = ((tr("Step"), 1.4), (tr("Date"), 0.2), (tr("By"), 1.6))
    described = tr("One row for each step towards the decision: what, when, by which post.")
    return table(tr("Dates of the decision"), described, columns, rows)


def _versions_of_terms(content: Content) -> Parts:
    columns = ((tr("Version"), 0.1), (tr("Agreed on"), 0.2), (tr("Agreed by"), 1.2), (tr("Reason for the change"), 2.4))
    rows = [
        Row(
            (
                none_or(str(each.number("version") or "")),
                not_known_or(day_cell(each.day("agreed_on"))),
                not_known_or(each.text("agreed_by")),
                none_or(each.text("reason")),
            )
        )
        for each in content.review.all("terms_version")
    ]
    current = content.one("terms_of_reference").number("current_version")
    sentence = tr("Version {n} of the terms of reference is the one in force.").format(n=current)
    described = tr("One row for each version: when and by whom agreed, and why it changed.")
    made = table(tr("Versions of the terms of reference"), described, columns, rows)
    return (*((numbered(sentence),) if current is not None else ()), *made)


def _questions(content: Content) -> Parts:
    columns = (
        (tr("No."), 0.1),
        (tr("Question"), 3.6),
        (tr("From"), 0.4),
        (tr("Version"), 0.1),
        (tr("Date agreed"), 0.2),
    )
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("text")),
                not_known_or(each.text("from_whom")),
                none_or(str(each.number("version") or "")),
                not_known_or(day_cell(each.day("agreed_on"))),
            ),
            each.id,
        )
        for each in content.review.all("question")
    )
    described = tr("One row for each question: its words, from whom, since which version.")
    made = table(tr("Questions to be answered"), described, columns, rows, anchor="t-questions")
    return introduced(tr("The questions of the terms of reference are set out in {table}."), made)
