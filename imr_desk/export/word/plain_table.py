"""A Word file of one table: no title, no number, no field, no bookmark; what merge tools take (R-078)."""

from __future__ import annotations

from collections.abc import Callable

from imr_desk.export.chronology import chronology_of, end_of_chronology
from imr_desk.export.report import Report
from imr_desk.export.word.bookmarks import Bookmarks
from imr_desk.export.word.flow import Flow, Held
from imr_desk.export.word.markup import run
from imr_desk.export.word.styles import unsealed
from imr_desk.export.word.tables import table_markup


def write_plain_table(report: Report, out: Callable[[str], object]) -> None:
    """Write the chronology on sideways pages, and under it how many entries it has: nothing is missing.

    ExportError where the report has no chronology.
    """
    table = chronology_of(report)
    flow = Flow(out)
    for piece in table_markup(table, Bookmarks(report.prefix), landscape=True):
        flow.table(piece)
    flow.add(Held(unsealed("TableNote"), run(end_of_chronology(table))))
    flow.end_section(landscape=True, last=True)
