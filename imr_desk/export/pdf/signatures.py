"""The table of signatures: a column for each person, with room for ink where something is wanting."""

from __future__ import annotations

from collections.abc import Sequence

from imr_desk.export.pdf.breaking import cell_lines
from imr_desk.export.pdf.flow import Flow
from imr_desk.export.pdf.tables import TableWriter
from imr_desk.export.pdf.tree import Element
from imr_desk.export.report import SignatureLine
from imr_desk.export.signature_rows import headings, signature_rows, signature_widths
from imr_desk.export.word.faces import RULED

_AFTER, _TWIPS = 12, 20


def write_signatures(flow: Flow, table: Element, lines: Sequence[SignatureLine]) -> None:
    """Write the table, all of it on one page; its rows are those of the Word file."""
    widths = signature_widths(lines, round(flow.paper.text_width * _TWIPS))
    writer = TableWriter.begin(flow, table, headings(lines), widths, RULED)
    rooms = [(width - 2 * RULED.beside) / _TWIPS for width in widths]
    broken = [
        (
            [
                cell_lines(text, flow.sheets.letters[at == 0], RULED.points, room)
                for at, (text, room) in enumerate(zip(row.cells, rooms, strict=True))
            ],
            row.height / _TWIPS,
        )
        for row in signature_rows(lines)
    ]
    writer.head(sum(max(writer.grid.height(max(map(len, cells))), least) for cells, least in broken))
    for cells, least in broken:
        writer.row(cells, least=least, first_bold=True)
    writer.finish(_AFTER)
