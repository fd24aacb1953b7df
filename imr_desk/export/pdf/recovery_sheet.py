"""The sheet with a recovery key: one clean page, laid out and tagged like a report, built in memory.

It bears nothing of the review but the name of its file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from imr_desk.export.pdf import properties
from imr_desk.export.pdf.breaking import Ink
from imr_desk.export.pdf.file import PdfFile
from imr_desk.export.pdf.flow import Flow, block_of
from imr_desk.export.pdf.sheets import UPRIGHT, Sheets
from imr_desk.export.pdf.styles import HEADINGS, Look
from imr_desk.export.pdf.tree import Tree
from imr_desk.export.pdf.writer import catalogue
from imr_desk.export.report import Report
from imr_desk.i18n import tr

A_LINE = 4
"""Groups on one line; each line begins with the number of its first group."""
_GAP = " - "
_PLAIN = Look(12, after=9)
_KEY = Look(20, True, line=1.5, before=2, after=2, left=12, number=44, keep_lines=True)
_TITLE = replace(HEADINGS[1], number=0)
_LINE_TO_WRITE_ON = "…" * 28


def write_recovery_sheet(groups: Sequence[str], number: int, check: str, since: str, file: str, day: dt.date) -> bytes:
    """A page with the groups of a recovery key; `since` and `day` are when it was made, in words and as a day."""
    title = tr("Recovery key, sheet {n}").format(n=number)
    document = PdfFile()
    tree = Tree(document)
    sheets = Sheets(document, tree)
    flow = Flow(sheets)
    flow.page(UPRIGHT)

    def put(kind: str, look: Look, words: str, label: str = "") -> None:
        element = tree.element(kind, tree.document)
        flow.add(block_of(sheets, element, look, [(words, Ink())], UPRIGHT, label))

    put("H1", _TITLE, title)
    put("P", _PLAIN, tr("For the review file ‘{file}’, since {day}.").format(file=file, day=since))
    put("P", _PLAIN, tr("Check value of this sheet: {check}").format(check=check))
    put("H2", HEADINGS[2], tr("The recovery key"))
    for at in range(0, len(groups), A_LINE):
        put("P", _KEY, _GAP.join(groups[at : at + A_LINE]), str(at + 1))
    for heading, paragraphs in _advice(number):
        put("H2", HEADINGS[2], heading)
        for words in paragraphs:
            put("P", _PLAIN, words)
    flow.settle()
    pages = sheets.finish()
    tree.finish()
    report = Report(
        title=title,
        subject=tr("The way in where the passphrase is forgotten"),
        agency="IMR Desk",
        marking="",
        version=1,
        date=day,
        blocks=(),
    )
    return document.finish(catalogue(document, report, tree, pages, None), properties.info(document, report, seal=None))


def _advice(number: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    use = tr(
        "Open the review with IMR Desk, choose ‘Forgotten passphrase?’ and type the {n} groups. Small letters, blanks "
        "and hyphens do not matter. The number before a line is that of its first group."
    ).format(n=20)
    keep = tr(
        "Whoever has this sheet and the file can read the review. Lock it away in another place than the file and the "
        "passphrase, with a post that may open the review. Record in the review who has it."
    )
    old = tr(
        "A change of the passphrase makes a new sheet with the next number. Then this sheet, number {n}, still opens "
        "backups made before. Keep it as long as those."
    ).format(n=number)
    lodged = tr("Lodged with (post): {line}").format(line=_LINE_TO_WRITE_ON)
    return (
        (tr("How it is used"), (use,)),
        (tr("How it is kept"), (keep, old, lodged, tr("On: {line}").format(line=_LINE_TO_WRITE_ON))),
    )
