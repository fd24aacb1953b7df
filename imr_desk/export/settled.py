"""A draft with every name that is still to be settled printed as its number, and nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from imr_desk.export.report import Block, Figure, Heading, Paragraph, Part, Report, Row, Run, Table
from imr_desk.names.replace import Edit


class Names(Protocol):
    """Whoever finds the names that are still to be settled, such as `names.scan.DraftNames`."""

    def edits(self, text: str) -> Sequence[Edit]:
        """What is to take the place of each name, in order and without overlap."""

    def settle(self, text: str) -> str:
        """The text with all of it done."""

    def everywhere(self) -> Names:
        """The same, when the whole document was read: names that were found count wherever their words stand."""


def settled(report: Report, names: Names) -> Report:
    """The report with a number in the place of each name that is still to be settled (design section 5).

    All of its words are read: on the pages, round them and in the properties. Only the names of the two who sign stay
    as they are: they stand on the signature page and nowhere else.
    """
    _settled(report, names)
    return _settled(report, names.everywhere())


def _settled(report: Report, names: Names) -> Report:
    return replace(
        report,
        title=names.settle(report.title),
        subject=names.settle(report.subject),
        agency=names.settle(report.agency),
        marking=names.settle(report.marking),
        handling=names.settle(report.handling),
        page_notice=names.settle(report.page_notice),
        draft_notice=names.settle(report.draft_notice),
        footer_label=names.settle(report.footer_label),
        blocks=tuple(_block(block, names) for block in report.blocks),
    )


def _block(block: Block, names: Names) -> Block:
    return replace(block, heading=names.settle(block.heading), parts=tuple(_part(part, names) for part in block.parts))


def _part(part: Part, names: Names) -> Part:
    if isinstance(part, Paragraph):
        return _paragraph(part, names)
    if isinstance(part, Figure):
        return replace(part, caption=names.settle(part.caption), description=names.settle(part.description))
    if isinstance(part, Heading):
        return replace(part, text=names.settle(part.text))
    if isinstance(part, Table):
        return _table(part, names)
    return replace(
        part,
        role=names.settle(part.role),
        job_title=names.settle(part.job_title),
        statement=names.settle(part.statement),
        route=names.settle(part.route),
    )


def _table(part: Table, names: Names) -> Table:
    return replace(
        part,
        caption=names.settle(part.caption),
        description=names.settle(part.description),
        note=names.settle(part.note),
        columns=tuple(replace(each, heading=names.settle(each.heading)) for each in part.columns),
        rows=tuple(
            Row(tuple(names.settle(cell) if cell else cell for cell in row.cells), row.anchor) for row in part.rows
        ),
    )


def _paragraph(part: Paragraph, names: Names) -> Paragraph:
    """A name is looked for in the paragraph as it is read, and once more in each run as it stands by itself.

    A label and what stands beside it are read apart, as when the file is searched: ‘Nation’, ‘England’ is nobody.
    """
    apart = part.kind == "label"
    runs = part.runs if apart else _in_runs(part.runs, names.edits("".join(run.text for run in part.runs)))
    return replace(part, runs=tuple(replace(run, text=names.settle(run.text)) for run in runs))


def _in_runs(runs: tuple[Run, ...], edits: Sequence[Edit]) -> tuple[Run, ...]:
    """The runs with edits of their joined words made: what takes the place of a name stands where the name begins."""
    made: list[Run] = []
    begin = 0
    for run in runs:
        end = begin + len(run.text)
        text = run.text
        for edit in reversed(edits):
            if edit.start < end and edit.end > begin:
                words = edit.words if edit.start >= begin else ""
                text = text[: max(edit.start - begin, 0)] + words + text[edit.end - begin :]
        made.append(replace(run, text=text))
        begin = end
    return tuple(run for run in made if run.text or run.target)
