"""The proceedings that run beside the review (B12)."""

from __future__ import annotations

from imr_desk.export.report import Row, numbered
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, introduced, none_or, not_known_or, table
from imr_desk.i18n import tr
from imr_desk.review.record import Record

DISCIPLINARY = "disciplinary"


def b12_processes(content: Content) -> Parts:
    """Each process, its state, its effect and the agreed way of working (R-008, R-167 to R-180).

    The review is no part of a disciplinary process, so that one is dealt with outside the document (R-168). Advice
    taken on a process is not printed either.
    """
    every = content.review.all("parallel_process")
    shown = [each for each in every if each.text("process") != DISCIPLINARY]
    if every and not shown:
        return (numbered(tr("No other process is recorded.")),)
    return (*_states(content, shown), *_effects(content, shown))


def _states(content: Content, processes: list[Record]) -> Parts:
    columns = (
        (tr("Process"), 1.1),
        (tr("Body"), 1.2),
        (tr("Status"), 0.2),
        (tr("Contact"), 1.3),
        (tr("Started"), 0.2),
        (tr("Expected end, or ended"), 0.4),
        (tr("Panel told on"), 0.2),
    )
    rows = (
        Row(
            (
                _named(content, each),
                none_or(each.text("body")),
                not_known_or(content.choice(each, "status")),
                none_or(content.code(each.link("contact")) or each.text("contact_role")),
                none_or(day_cell(each.day("started"))),
                none_or(day_cell(each.day("ended") or each.day("expected_end"))),
                none_or(day_cell(each.day("panel_told_on"))),
            )
        )
        for each in processes
    )
    described = tr("One row for each process: body, state, contact by post, dates.")
    made = table(tr("Parallel processes"), described, columns, rows, anchor="t-processes")
    return introduced(tr("Other processes are listed in {table}; the table after it gives their effect."), made)


def _effects(content: Content, processes: list[Record]) -> Parts:
    columns = ((tr("Process"), 1.1), (tr("Effect on this report"), 2), (tr("Agreed way of working"), 2.6))
    rows = (
        Row((_named(content, each), none_or(each.text("effect")), none_or(each.text("approach")))) for each in processes
    )
    described = tr("One row for each process: its effect on this report and the agreed way of working.")
    return table(tr("Effect of the parallel processes"), described, columns, rows)


def _named(content: Content, process: Record) -> str:
    return content.choice(process, "process") or tr("Other")
