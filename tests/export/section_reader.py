"""For tests of sections: one block of a report made from a few records, and the words it prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from factories import review

from imr_desk.export.build import build_report
from imr_desk.export.extracts import build_sheets
from imr_desk.export.report import Block, Figure, Heading, Paragraph, Part, Report, SignatureLine, Table
from imr_desk.review.record import Record
from imr_desk.review.review import Review

TODAY = dt.date(2024, 7, 20)


def report_of(*records: Record, template: str = "T1", draft: bool = False) -> Report:
    """The copy for the panel."""
    return build_report(review(*records), template_id=template, draft=draft, today=TODAY)


def block_of(block_id: str, *records: Record, template: str = "T1", draft: bool = False) -> Block:
    """One block of the copy for the panel."""
    return find(report_of(*records, template=template, draft=draft), block_id)


def sheet_of(block_id: str, *records: Record, template: str = "T1") -> Block:
    """One of the separate sheets."""
    return find(build_sheets(review(*records), template_id=template, draft=False, today=TODAY), block_id)


def find(report: Report, block_id: str) -> Block:
    """The block of that id; StopIteration where the report has none."""
    return next(block for block in report.blocks if block.id == block_id)


def report_from(held: Review, template: str = "T1", *, draft: bool = False) -> Report:
    """The copy for the panel of a whole review."""
    return build_report(held, template_id=template, draft=draft, today=TODAY)


def said(part: Part) -> str:
    """The words of one part; a table row by row, its cells with bars between."""
    if isinstance(part, Paragraph):
        return "".join(run.text for run in part.runs)
    if isinstance(part, Heading):
        return part.text
    if isinstance(part, SignatureLine):
        words = (part.role, part.name, part.job_title, part.signed_on, part.version, part.statement, part.route)
        return " | ".join(words)
    if isinstance(part, Figure):
        return f"{part.caption}\n{part.said}"
    return "\n".join([part.caption, *(" | ".join(row.cells) for row in part.rows), part.note])


def words(block: Block) -> str:
    """All words of a block, a part a line."""
    return "\n".join([block.heading, *(said(part) for part in block.parts)])


def all_words(report: Report) -> str:
    """All words of a report, its properties included."""
    properties = (report.title, report.subject, report.handling, report.draft_notice, report.footer_label)
    return "\n".join([*properties, report.file_stem, *(words(block) for block in report.blocks)])


def tables(block: Block) -> list[Table]:
    """The tables of a block."""
    return [part for part in block.parts if isinstance(part, Table)]


def headings(block: Block) -> list[tuple[int, str]]:
    """Level and words of the headings inside a block."""
    return [(part.level, part.text) for part in block.parts if isinstance(part, Heading)]


def paragraphs(block: Block) -> list[Paragraph]:
    """The paragraphs of a block."""
    return [part for part in block.parts if isinstance(part, Paragraph)]


def targets(block: Block) -> Iterator[str]:
    """Where the references of a block lead."""
    for paragraph in paragraphs(block):
        yield from (run.target for run in paragraph.runs if run.target)
