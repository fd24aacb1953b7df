"""Where the chronology stands in a report."""

from __future__ import annotations

from imr_desk.errors import ExportError
from imr_desk.export.report import Report, Table
from imr_desk.i18n import tr, trn

CHRONOLOGIES = ("B29", "B15")


def chronology_of(report: Report) -> Table:
    """The longest table of the chapter that holds the chronology. ExportError where there is none."""
    for wanted in CHRONOLOGIES:
        tables = (part for block in report.blocks if block.id == wanted for part in block.parts)
        found = [part for part in tables if isinstance(part, Table)]
        if found:
            return max(found, key=lambda table: len(table.rows))
    raise ExportError(tr("There is no chronology to write yet. Nothing was written."))


def end_of_chronology(table: Table) -> str:
    """What stands under the plain table, so that its reader knows that nothing is missing."""
    return trn("End of chronology: {n} entry.", "End of chronology: {n} entries.", len(table.rows))
