"""A fictional report with everything a report can hold, for the tests of the Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from imr_desk.export.report import (
    Block,
    Column,
    Heading,
    Report,
    Row,
    Run,
    SignatureLine,
    Table,
    bullet,
    finding,
    label,
    note,
    numbered,
    para,
    prose,
    quote,
    refer,
)

SEAL = {
    "digest": "3f9ac81e57d20b64a1c7e05d92f8b34c6e0d71a9c45b28f308ed96b7714fa2c5",
    "words": "0" * 64,
    "signatures": [{"role": "author", "name": "Robin Example", "job_title": "Senior District Crown Prosecutor"}],
}
ODD = "caf\u00e9 cafe\u0301 no\u00a0break soft\u00adhyphen non\u2011breaking \u202bעברית\u202c 🙂 a\u200bb <&>\"' t\tb"

CHRONOLOGY_COLUMNS = (
    Column("Ref", 4),
    Column("Date", 7),
    Column("Time", 4),
    Column("Source", 6),
    Column("Case", 5),
    Column("Concerns", 7),
    Column("Event or contact", 20),
    Column("Decision and by whom", 14),
    Column("Basis", 7),
    Column("Action and outcome", 13),
    Column("Expected practice met?", 7),
    Column("Comment", 13),
)


def chronology_rows(count: int) -> list[Row]:
    """Rows of a CPS chronology, each with words of its own."""
    return [
        Row(
            (
                f"E{at:02}",
                f"{at % 28 + 1:02}/{at % 12 + 1:02}/2016",
                f"{at % 24:02}:15" if at % 3 else "",
                f"D{at % 9 + 1:02}, p. {at}",
                f"Case {at % 3 + 1}",
                "Mother, Child F",
                f"Event {at}: the officer in the case telephones about the statement of Mother, who is not sure if "
                "she wishes to attend the hearing.",
                f"Senior Crown Prosecutor {at % 4 + 1}: ask the police for an assessment of risk.",
                "Evidence; public interest",
                f"Request number {at} sent the same day.\nReply due within five working days.",
                ("Yes", "Partly", "No")[at % 3],
                "" if at % 4 else f"Seen again in review {at}.",
            ),
            f"CE-{at:03}",
        )
        for at in range(1, count + 1)
    ]


def sample_report(rows: Sequence[Row] | None = None, *, draft: bool = False) -> Report:
    """The report: cover, control, contents, chapters, a sideways annex, signatures, a separate sheet."""
    blocks = (_cover(draft), _control(), Block("B03", "Contents", "none", new_page=True), *_chapters())
    blocks += (_plan(), _signatures(draft), _annex(rows if rows is not None else chronology_rows(12)), _separate())
    return Report(
        title="Individual Management Review: Child F (Crown Prosecution Service)",
        subject="Serious Case Review SCR-2018-02, Northmoor Safeguarding Children Board",
        agency="Crown Prosecution Service",
        marking="Official-Sensitive",
        handling="Confidential until the overview report is published. Do not copy or pass on.",
        version=1,
        date=date(2018, 6, 22),
        status="Draft" if draft else "Final",
        draft_notice="DRAFT – Draft of version 1, 11 June 2018 – not signed" if draft else "",
        footer_label="CPS IMR, Child F",
        template_id="T1",
        file_stem="SCR-2018-02 CPS IMR v1",
        blocks=blocks,
    )


def with_rows(report: Report, rows: Sequence[Row]) -> Report:
    """The report with another chronology."""
    blocks = tuple(
        replace(
            block, parts=tuple(replace(part, rows=rows) if isinstance(part, Table) else part for part in block.parts)
        )
        if block.id == "B29"
        else block
        for block in report.blocks
    )
    return replace(report, blocks=blocks)


def _cover(draft: bool) -> Block:
    parts = (
        Heading("Serious Case Review: Child F"),
        label("Subject", "Child F"),
        label("Period under review", "1 January 2016 to 30 November 2017"),
        label("Author", "Senior District Crown Prosecutor, CPS Area 2"),
        label("Version", "1", sealed=False),
        label("Status", "Draft: not signed" if draft else "Final: signed and counter-signed", sealed=False),
    )
    return Block("B01", "Individual Management Review", "none", parts)


def _control() -> Block:
    versions = Table(
        "Versions of this report",
        "Three columns: version, date and reason, oldest first.",
        (Column("Version", 1), Column("Date", 2), Column("Reason", 6)),
        (Row(("1", "22 Jun 2018", "Signed and counter-signed")),),
    )
    parts = (para("This document is the account of one agency."), versions, para("Printed 1 July 2018.", sealed=False))
    return Block("B02", "Document control and circulation", "none", parts, new_page=True)


def _chapters() -> tuple[Block, ...]:
    people = Table(
        "Subject and family",
        "Four columns: code, relationship, sex and age.",
        (Column("Code"), Column("Relationship", 2), Column("Sex"), Column("Age at event")),
        (Row(("Child F", "Subject", "Male", "3")), Row(("Mother", "Mother", "Female", "25"))),
        note="Ages are those on the day of the event.",
        anchor="people",
    )
    introduction = (
        numbered("On 19 November 2017 Child F, aged three, was taken to hospital with serious injuries."),
        *prose("The Board met on 18 January 2018.\n\nIt asked each agency for a review.", anchor="board"),
        numbered((Run("The family is shown in "), refer("people"), Run(".")), anchor="family"),
        people,
        numbered(ODD),
    )
    analysis = (
        Heading("Question 1: was Child F in view?", 2, "Q-001"),
        Heading("What happened", 3),
        numbered((Run("The call is entry ["), refer("CE-003", "E03"), Run("]; see paragraph "), refer("board"),
                  Run("."))),
        quote("I worry what he would do with the little one there."),
        bullet("the first point;"),
        bullet("the second point."),
        finding("Child F was not in view when the case was stopped.", anchor="F-001"),
        Heading("Question 2: was Mother supported?", 2),
        numbered((Run("See "), refer("Q-001", "question 1"), Run(", finding "), refer("F-001"), Run(", chapter "),
                  refer("B05"), Run(" and "), refer("B29"), Run("."))),
        para("A paragraph without a number."),
    )  # fmt: skip
    return (
        Block("B05", "Introduction", "chapter", introduction, new_page=True),
        Block("B16", "Analysis against the terms of reference", "chapter", analysis),
    )


def _plan() -> Block:
    plan = Table(
        "Action plan: what will be done",
        "Seven columns, one row for each action.",
        tuple(
            Column(name, weight)
            for name, weight in zip(
                ("No.", "Lesson", "Recommendation", "Action", "Measure of success", "Expected change", "Owner"),
                (1, 1, 4, 5, 4, 4, 3),
                strict=True,
            )
        ),
        tuple(
            Row((f"A{at}", f"L{at}", f"R{at}: record each child", "Add a household record to the system",
                 "Child recorded in 95 % of cases", "Prosecutors know of the child", "Head of Policy"), f"A-{at:03}")
            for at in range(1, 5)
        ),
    )  # fmt: skip
    intro = numbered("The Chief Crown Prosecutor is the accountable senior manager.")
    return Block("B25", "Action plan", "chapter", (intro, plan), landscape=True)


def _signatures(draft: bool) -> Block:
    signed = "" if draft else "22 June 2018"
    parts = (
        numbered("Names appear with the signatures and nowhere else."),
        SignatureLine("Author", "" if draft else "Robin Example", "Senior District Crown Prosecutor", signed, "1",
                      "This report is independent and accurate.", "Not yet" if draft else "In IMR Desk, 10:42"),
        SignatureLine("Counter-signing senior manager", "", "Chief Crown Prosecutor", "", "1",
                      "I have checked this report and agree with it.", "Not yet"),
        note("Two signed paper copies may be asked for by the Board.", sealed=False),
    )  # fmt: skip
    return Block("B28", "Quality assurance and signatures", "chapter", parts)


def _annex(rows: Sequence[Row]) -> Block:
    table = Table(
        "Chronology of CPS involvement",
        "Twelve columns, one event in each row, in order of date.",
        CHRONOLOGY_COLUMNS,
        rows,
    )
    return Block("B29", "Full chronology", "annex", (table,), landscape=True)


def _separate() -> Block:
    parts = (
        numbered("Cleared with the Director of Legal Services."),
        finding("A finding in an unnumbered place."),
        note("End of report.", sealed=False),
    )
    return Block("B26", "Consultation and clearance", "none", parts, sealed=False, separate=True)
