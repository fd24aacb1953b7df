"""What an export will say before it is written, what is left out of it, and why (R-145, R-165, R-168, R-190)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from imr_desk.export.build import build_report
from imr_desk.export.readable import Readable, readable
from imr_desk.export.report import Report
from imr_desk.export.settled import settled
from imr_desk.i18n import tr, trn
from imr_desk.names.guard import Guard
from imr_desk.names.scan import DraftNames
from imr_desk.review.catalogue import KINDS
from imr_desk.review.review import Review
from imr_desk.review.templates import blocks, template_of

PRINTED = frozenset({"version", "circulation", "chronology_sign_off", "quality_checklist", "signature", "about"})
"""Kinds of the process part of which the panel's copy prints something (B02, B28)."""
DISCIPLINARY = "disciplinary"


@dataclass(frozen=True)
class LeftOut:
    """Something that the review holds and the report does not print: what, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class Preview:
    """What will be written: the report in lines, how it is marked, and what is left out.

    `notice` is the line that stands on every page of a draft; it is empty for the signed report. `rows` counts the rows
    of all tables.
    """

    draft: bool
    title: str
    marking: str
    handling: str
    notice: str
    version: int
    rows: int
    report: Readable
    left_out: tuple[LeftOut, ...]


def preview(
    review: Review, guard: Guard, *, draft: bool, today: dt.date, step: Callable[[str], None] | None = None
) -> Preview:
    """The preview of a draft or of the signed report, from its arguments alone: it may run in a worker thread.

    `step` is told "report", "names" and "lines" before each begins, and may end the work with an error of its own.
    RegisterUnreadableError for a draft where the register cannot be read: names could not be told then.
    """
    tell = step or _nobody
    tell("report")
    report = build_report(review, draft=draft, today=today)
    printed = report
    if draft:
        tell("names")
        printed = settled(report, DraftNames(guard))
    tell("lines")
    lines = readable(printed)
    rows = sum(line.kind == "row" for line in lines.lines)
    left = tuple(left_out(review, printed, settled_names=printed != report))
    return Preview(
        draft, printed.title, report.marking, report.handling, report.draft_notice, report.version, rows, lines, left
    )


def left_out(review: Review, report: Report, *, settled_names: bool = False) -> Iterator[LeftOut]:
    """What the review holds and this report does not print, and why."""
    if settled_names:
        yield LeftOut(
            tr("Words that look like names and are still to be settled"),
            tr("A draft prints a number in place of each. The signed report is not written while there are any."),
        )
    yield from _private(review)
    yield from _of_interviews(review)
    yield from _of_processes(review)
    yield from _of_records(review)
    yield from _sheets(review)
    yield from _process_part(review)
    yield from _empty(review, report)


def _private(review: Review) -> Iterator[LeftOut]:
    count = len(review.all("identity"))
    if count:
        yield LeftOut(
            trn("The real name of {n} person", "The real names of {n} people", count),
            tr("Real names stand in the key to identities alone. They go into no print, no export and no search."),
        )


def _of_interviews(review: Review) -> Iterator[LeftOut]:
    count = sum(bool(each.text("record")) for each in review.all("interview"))
    if count:
        yield LeftOut(
            trn("{n} record of an interview", "{n} records of interviews", count),
            tr("What was said is not printed. The report says who was interviewed, by job title, and when."),
        )


def _of_processes(review: Review) -> Iterator[LeftOut]:
    every = review.all("parallel_process")
    disciplinary = sum(each.text("process") == DISCIPLINARY for each in every)
    if disciplinary:
        yield LeftOut(
            trn("{n} disciplinary process", "{n} disciplinary processes", disciplinary),
            tr("A review is no part of a disciplinary process, which is dealt with outside the report."),
        )
    advised = sum(bool(each.text("advice_given_by") or each.text("advice_outcome")) for each in every)
    if advised:
        yield LeftOut(
            trn("Legal or other advice on {n} process", "Legal or other advice on {n} processes", advised),
            tr("Advice may be privileged. It is never printed; its effect on the report is."),
        )


def _of_records(review: Review) -> Iterator[LeftOut]:
    count = sum(each.flag("do_not_quote") is True for each in review.all("record"))
    if count:
        yield LeftOut(
            trn(
                "The notes on {n} record marked ‘Do not quote’", "The notes on {n} records marked ‘Do not quote’", count
            ),
            tr("The report lists the record by its description. Nothing of your notes on it is printed."),
        )


def _sheets(review: Review) -> Iterator[LeftOut]:
    for section in template_of(review).sections:
        if section.numbering == "separate":
            yield LeftOut(
                tr("‘{sheet}’").format(sheet=tr(section.heading)),
                tr("It is a sheet of its own, which does not go to the panel."),
            )


def _process_part(review: Review) -> Iterator[LeftOut]:
    """The work beside the report, by kind: kinds of which nothing is sealed, private or printed."""
    held = [
        f"{tr(kind.plural).lower()} ({count})"
        for kind in KINDS.values()
        if not kind.single
        and kind.name not in PRINTED
        and not kind.sealed
        and not all(field.private for field in kind.fields)
        and (count := len(review.all(kind.name)))
    ]
    if held:
        yield LeftOut(
            tr("The work beside the report: {kinds}").format(kinds=", ".join(held)),
            tr("It is kept in this file with its dates, and goes on after signing."),
        )


def _empty(review: Review, report: Report) -> Iterator[LeftOut]:
    there = {block.id for block in report.blocks}
    gone = [
        tr(section.heading)
        for section in template_of(review).sections
        if section.numbering != "separate" and section.block not in there and section.block in blocks()
    ]
    if gone:
        count = trn("{n} chapter without content", "{n} chapters without content", len(gone))
        yield LeftOut(
            tr("{count}: {names}").format(count=count, names=", ".join(f"‘{name}’" for name in gone)),
            tr("The template prints them only where there is something to say."),
        )


def _nobody(_step: str) -> None:
    """Nobody wants to know."""
