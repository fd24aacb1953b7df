"""Records, policies and searches: what the account rests on (B10, B34)."""

from __future__ import annotations

from imr_desk.export.report import Row, numbered
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import (
    Parts,
    day_cell,
    day_words,
    introduced,
    known_cell,
    none_or,
    not_known_or,
    table,
    under,
    yes_no,
)
from imr_desk.i18n import tr
from imr_desk.review.record import Record

_GONE = ("gone_when", "gone_why", "police_asked_on", "police_reply", "effect")


def b10_records(content: Content) -> Parts:
    """What was secured, examined and lost, and the policies of the time (R-062 to R-066, R-068 to R-070).

    What is printed here says that a source exists. Nothing kept in the review file as a document is ever printed.
    """
    return (
        *_statement(content),
        *under(tr("Cases"), _cases(content)),
        *under(tr("Records"), (*_records(content), *_examined(content))),
        *under(tr("Destroyed or missing"), _missing(content)),
        *under(tr("Policies"), _policies(content)),
        *(() if content.has("B34") else under(tr("Searches"), b34_no_involvement(content))),
    )


def b34_no_involvement(content: Content) -> Parts:
    """The statement of no involvement and the searches it rests on (R-062, R-075)."""
    return (*_no_involvement(content), *_searches(content))


def _statement(content: Content) -> Parts:
    statement = content.one("records_statement")
    told, secured = day_words(statement.day("told_on")), day_words(statement.day("secured_on"))
    lines = (
        tr("The agency was told to secure its records on {date}.").format(date=told) if told else "",
        tr("The records were secured on {date}.").format(date=secured) if secured else "",
    )
    dates = " ".join(line for line in lines if line)
    return (*((numbered(dates),) if dates else ()), *content.paragraphs(statement.text("text")))


def _no_involvement(content: Content) -> Parts:
    return content.paragraphs(content.one("records_statement").text("no_involvement"))


def _cases(content: Content) -> Parts:
    columns = ((tr("Case"), 0.2), (tr("What it concerned"), 2.4), (tr("Outcome"), 1.8))
    rows = (
        Row((content.code(each.id), none_or(each.text("what")), none_or(each.text("outcome"))))
        for each in content.review.all("case")
    )
    return table(tr("Cases"), tr("One row for each case: code, what it concerned, how it ended."), columns, rows)


def _records(content: Content) -> Parts:
    columns = (
        (tr("Ref"), 0.1),
        (tr("Description"), 2.4),
        (tr("Paper or electronic"), 0.4),
        (tr("System or file"), 1.1),
        (tr("Period covered"), 1.2),
        (tr("Related case"), 0.2),
    )
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("description")),
                not_known_or(content.choice(each, "medium")),
                not_known_or(each.text("system")),
                not_known_or(each.text("period")),
                none_or(content.code(each.link("case"))),
            ),
            each.id,
        )
        for each in content.review.all("record")
    )
    described = tr("One row for each record: what it is, in which form, where it came from.")
    made = table(tr("Records: what they are"), described, columns, rows, anchor="t-records")
    return introduced(tr("The records are listed in {table}; the table after it says how each was secured."), made)


def _examined(content: Content) -> Parts:
    columns = (
        (tr("Ref"), 0.1),
        (tr("Held by"), 1.8),
        (tr("Secured on"), 0.4),
        (tr("Access restricted"), 0.2),
        (tr("Status"), 0.4),
        (tr("Examined on, or why not"), 1.8),
    )
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("held_by")),
                none_or(day_cell(each.day("secured_on"))),
                yes_no(each.flag("access_restricted")),
                not_known_or(content.choice(each, "status")),
                day_cell(each.day("examined_on")) or each.text("not_examined_reason") or tr("Not examined"),
            )
        )
        for each in content.review.all("record")
    )
    described = tr("One row for each record: who holds it, when it was secured and examined.")
    return table(tr("Records: securing and examination"), described, columns, rows)


def _missing(content: Content) -> Parts:
    columns = (
        (tr("Ref"), 0.1),
        (tr("When"), 0.6),
        (tr("Why"), 1.4),
        (tr("Police asked on"), 0.2),
        (tr("Police reply"), 1.4),
        (tr("Effect"), 1.6),
    )
    rows = (
        Row(
            (
                each.id,
                not_known_or(known_cell(each.known("gone_when"))),
                not_known_or(each.text("gone_why")),
                none_or(day_cell(each.day("police_asked_on"))),
                none_or(each.text("police_reply")),
                none_or(each.text("effect")),
            )
        )
        for each in content.review.all("record")
        if _is_missing(each)
    )
    described = tr("One row for each record that is gone: when, why, what the police hold, the effect.")
    made = table(tr("Records destroyed or missing"), described, columns, rows, anchor="t-missing")
    return introduced(tr("What is missing, and its effect on the findings, is set out in {table}."), made)


def _is_missing(record: Record) -> bool:
    return record.text("status") in ("destroyed", "partly missing") or any(field in record for field in _GONE)


def _policies(content: Content) -> Parts:
    columns = (
        (tr("Ref"), 0.1),
        (tr("Title"), 2.4),
        (tr("Version"), 1.0),
        (tr("In force from"), 0.2),
        (tr("In force to"), 0.4),
        (tr("Used in"), 0.6),
    )
    versions = content.review.all("policy_version")
    rows = (Row(_policy_cells(content, each), each.id) for each in versions)
    described = tr("One row for each version of a policy: when it was in force, and what uses it.")
    made = table(tr("Policies in force at the time"), described, columns, rows, anchor="t-policies")
    lead = tr("Practice is judged by the policies in force at the time, listed in {table}.")
    points = (Row((each.id, each.text("point"))) for each in versions if each.text("point"))
    described = tr("One row for each version of a policy that says what it asked for.")
    headings = ((tr("Ref"), 0.1), (tr("What it asked for"), 1.0))
    return (*introduced(lead, made), *table(tr("What the policies asked for"), described, headings, points))


def _policy_cells(content: Content, version: Record) -> tuple[str, ...]:
    policy = content.review.get(version.link("policy"))
    return (
        version.id,
        not_known_or(policy.text("title") if policy else ""),
        not_known_or(version.text("version")),
        not_known_or(day_cell(version.day("in_force_from"))),
        day_cell(version.day("in_force_to")) or tr("No end recorded"),
        none_or(content.code_list(version.links("used_in"))),
    )


def _searches(content: Content) -> Parts:
    columns = ((tr("System"), 1.2), (tr("Searched on"), 0.2), (tr("Search terms"), 1.4), (tr("Result"), 1.8))
    rows = (
        Row(
            (
                none_or(each.text("system")),
                not_known_or(day_cell(each.day("searched_on"))),
                none_or(each.text("terms")),
                none_or(each.text("result")),
            )
        )
        for each in content.review.all("search_made")
    )
    described = tr("One row for each search: which system, when, for what, with what result.")
    made = table(tr("Searches made"), described, columns, rows, anchor="t-searches")
    return introduced(tr("The searches made are listed in {table}."), made)
