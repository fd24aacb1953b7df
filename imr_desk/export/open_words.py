"""The words of a report that no signature covers: which the program prints, and what else was put beside them.

They are the contents, the signature page and process blocks, and inside sealed blocks the paragraphs that are not
sealed: version, date and status on the cover, the panel's own number, and the notes that close a section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from imr_desk.export.compare import Difference
from imr_desk.export.numbers import Numbers, number
from imr_desk.export.report import CONTENTS, COVER, PANEL_NUMBER, SIGNATURES, Block, Paragraph, Report, Table
from imr_desk.export.words import Line, fold, paragraph_words
from imr_desk.i18n import mark, tr

_GROUPS: Mapping[str, str] = {
    COVER: mark("Cover"),
    "B02": mark("Document control"),
    CONTENTS: mark("Contents"),
    SIGNATURES: mark("Signature page"),
}


def closing_notes(report: Report, numbers: Numbers) -> dict[int, str]:
    """By position of their block, the notes that nothing is missing: no section can end with a table itself."""
    ends = (at for at, (one, other) in enumerate(pairwise(report.blocks)) if one.landscape != other.landscape)
    notes = ((at, _closing(at, report.blocks[at], numbers)) for at in (*ends, len(report.blocks) - 1) if at >= 0)
    return {at: note for at, note in notes if note}


def _closing(at: int, block: Block, numbers: Numbers) -> str:
    position, part = max(block.printed(), default=(0, None), key=lambda each: each[0])
    if block.id == CONTENTS and part is None:
        return "End of contents."
    if isinstance(part, Table) and block.id != COVER and not part.note.strip():
        rows = f"{len(part.rows)} rows" if len(part.rows) != 1 else "1 row"
        return f"End of {numbers.parts[at, position]}: {rows}."
    return f"End of {numbers.parts[at, position]}." if isinstance(part, tuple) else ""


def open_lines(report: Report) -> Iterator[Line]:
    """The lines that stand open inside sealed blocks, in order, as they are read back."""
    numbers = number(report)
    notes = closing_notes(report, numbers)
    for at, block in enumerate(report.blocks):
        if block.in_digest:
            texts = [paragraph_words(part, numbers) for part in _open_paragraphs(block)]
            texts += [PANEL_NUMBER] if block.id == COVER else []
            texts += [notes[at]] if at in notes else []
            yield from (Line(block.id, words) for text in texts if (words := fold(text)))


def _open_paragraphs(block: Block) -> Iterator[Paragraph]:
    return (part for _, part in block.printed() if isinstance(part, Paragraph) and not part.sealed)


def in_groups(unsealed: Iterable[Line]) -> tuple[str, ...]:
    """The lines for people, each after the name of its place."""
    return tuple(f"{_group(line)}: {line.text}" for line in unsealed)


def _group(line: Line) -> str:
    if line.block == COVER and line.text.startswith(PANEL_NUMBER):
        return tr("Panel’s box")
    return tr(_GROUPS[line.block]) if line.block in _GROUPS else tr("Elsewhere")


def added(report: Report, unsealed: Iterable[Line], blocks: Sequence[tuple[str, bool]]) -> tuple[Difference, ...]:
    """Open lines of a file that the program would not have written inside sealed blocks.

    ``unsealed`` and ``blocks`` are those of the file as read back. Version, date, status and the panel's number may
    say something else, once each. A block that is open where the report has none is told as well.
    """
    wanted = tuple((block.id, block.in_digest) for block in report.blocks)
    sealed = {name for name, in_digest in wanted if in_digest}
    free = {name for name, in_digest in wanted if not in_digest} - sealed
    expected = Counter(_as_counted(line, report) for line in open_lines(report))
    strange = []
    for line in unsealed:
        counted = _as_counted(line, report)
        if expected[counted]:
            expected[counted] -= 1
        elif line.block not in free:
            strange.append(Difference(line.block, "", line.text, _where(report, line.block)))
    if tuple(blocks) != wanted:
        strange.append(Difference("", "", "", tr("the marks of where each part begins")))
    return tuple(strange)


def _as_counted(line: Line, report: Report) -> Line:
    """The line, or of a line of the cover that may say something else its label alone."""
    if line.block == COVER:
        for name in _labels(report):
            if line.text == name or line.text.startswith(f"{name} "):
                return Line(COVER, name)
    return line


def _labels(report: Report) -> tuple[str, ...]:
    cover = (block for block in report.blocks if block.id == COVER)
    names = (part.runs[0].text for block in cover for part in _open_paragraphs(block) if part.kind == "label")
    return (*names, PANEL_NUMBER)


def _where(report: Report, block_id: str) -> str:
    """The chapter with its number."""
    numbered = zip(number(report).blocks, report.blocks, strict=True)
    places = (f"{shown} {block.heading}".strip() for shown, block in numbered if block.id == block_id)
    return tr("{place}, outside the signatures").format(place=next(places, tr("the beginning")))
