"""A draft with every name that is still to be settled printed as its number, and nothing else changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from imr_desk.export.report import Block, Figure, Heading, Paragraph, Part, Report, Row, Table

Settle = Callable[[str], str]


def settled(report: Report, settle: Settle) -> Report:
    """The report with `settle` applied to the words of every paragraph, heading and cell (design section 5)."""
    blocks = tuple(_block(block, settle) for block in report.blocks)
    return replace(report, title=settle(report.title), subject=settle(report.subject), blocks=blocks)


def _block(block: Block, settle: Settle) -> Block:
    return replace(block, heading=settle(block.heading), parts=tuple(_part(part, settle) for part in block.parts))


def _part(part: Part, settle: Settle) -> Part:
    if isinstance(part, Paragraph):
        return replace(part, runs=tuple(replace(run, text=settle(run.text)) for run in part.runs))
    if isinstance(part, Figure):
        return replace(part, caption=settle(part.caption), description=settle(part.description))
    if isinstance(part, Heading):
        return replace(part, text=settle(part.text))
    if isinstance(part, Table):
        rows = tuple(Row(tuple(settle(cell) if cell else cell for cell in row.cells), row.anchor) for row in part.rows)
        return replace(part, caption=settle(part.caption), note=settle(part.note), rows=rows)
    return part
