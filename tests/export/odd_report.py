"""A report of odd texts: emoji, text from right to left, words that never end, cells of many pages."""

from __future__ import annotations

from dataclasses import replace

from word_sample import chronology_rows, sample_report, with_rows

from imr_desk.export.report import Block, Heading, Report, Row, Table, finding, numbered

LONG = "Q" * 2000
ODD = "🙂 👩‍👩‍👧‍👦 \u2067ילד ב (מקרה 7)\u2069 طفل"
HUGE = "The letter was read. " * 2000


def odd_report() -> Report:
    """The sample with odd texts in headings, paragraphs, cells, captions and properties."""
    first, *rest = chronology_rows(4)
    tall = replace(first, cells=(*first.cells[:6], HUGE, LONG, *first.cells[8:]))
    wide = replace(rest[0], cells=tuple(f"{ODD} {cell}" for cell in rest[0].cells))
    report = with_rows(sample_report(), [tall, wide, *rest[1:]])
    parts = (Heading(f"{ODD} {LONG}"), numbered(f"{LONG} {ODD}"), finding(ODD))
    table = Table(ODD, LONG, report.blocks[1].parts[1].columns, (Row((LONG, ODD, LONG)),), note=LONG)  # type: ignore[union-attr]
    block = Block("B18", f"{ODD} {LONG}", "chapter", (*parts, table))
    blocks = (*report.blocks[:4], block, *report.blocks[4:])
    return replace(report, blocks=blocks, title=f"{ODD} {LONG}", subject=LONG, footer_label=ODD)
