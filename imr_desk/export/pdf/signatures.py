"""The table of signatures: a column for each person, with room for ink where something is wanting."""

from __future__ import annotations

from collections.abc import Sequence

from imr_desk.export.pdf.breaking import cell_lines
from imr_desk.export.pdf.flow import Flow
from imr_desk.export.pdf.tables import TableWriter
from imr_desk.export.pdf.tree import Element
from imr_desk.export.report import SignatureLine
from imr_desk.export.word.faces import RULED

_INK_LINE, _INK_SIGNATURE = 42.5, 85.0  # 1.5 and 3 cm
_AFTER, _TWIPS = 12, 20


def write_signatures(flow: Flow, table: Element, lines: Sequence[SignatureLine]) -> None:
    """Write the table; its rows are those of the Word file."""
    rows = [
        ("Declaration", [line.statement for line in lines], 0.0),
        ("Name", [line.name for line in lines], _INK_LINE),
        ("Job title", [line.job_title for line in lines], 0.0),
        ("Signature", ["" for _ in lines], _INK_SIGNATURE),
        ("Date", [line.signed_on for line in lines], _INK_LINE),
        ("Version signed", [line.version for line in lines], 0.0),
        ("How signed", [line.route for line in lines], 0.0),
    ]
    total = round(flow.paper.text_width * _TWIPS)
    each = (total - total // (1 + 2 * len(lines))) // len(lines)
    widths = [total - each * len(lines), *[each] * len(lines)]
    writer = TableWriter.begin(flow, table, ["Item", *(line.role for line in lines)], widths, RULED)
    rooms = [(width - 2 * RULED.beside) / _TWIPS for width in widths]
    broken = [
        (
            [
                cell_lines(text, flow.sheets.letters[at == 0], RULED.points, room)
                for at, (text, room) in enumerate(zip([item, *cells], rooms, strict=True))
            ],
            height,
        )
        for item, cells, height in rows
        if any(cells) or height
    ]
    writer.head(sum(max(writer.grid.height(max(map(len, cells))), least) for cells, least in broken))
    for cells, least in broken:
        writer.row(cells, least=least, first_bold=True)
    writer.finish(_AFTER)
