"""Where a line of a report stands, in words: chapter, paragraph number, table, row and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from imr_desk.export.numbers import Numbers, number
from imr_desk.export.report import Figure, Report, Table
from imr_desk.export.words import Line, Place, placed_lines
from imr_desk.i18n import tr


def places_in_words(lines: Sequence[Line], wanted: Sequence[int], report: Report | None = None) -> list[str]:
    """The places of the lines whose positions are ``wanted``; a position past the end is that of the last line."""
    if report is None or not lines:
        return _counted(lines, wanted)
    numbers = number(report)
    last = len(lines) - 1
    positions = {min(at, last) for at in wanted}
    found = {at: place for at, (_, place) in enumerate(placed_lines(report)) if at in positions}
    return [_words(report, numbers, found[min(at, last)]) for at in wanted]


def _counted(lines: Sequence[Line], wanted: Sequence[int]) -> list[str]:
    """By block and count, where there is no report to ask."""
    count: Counter[str] = Counter()
    where: list[str] = []
    for line in lines:
        count[line.block] += 1
        where.append(tr("part {block} of the report, line {n}").format(block=line.block, n=count[line.block]))
    return [where[min(at, len(where) - 1)] if where else "" for at in wanted]


def _words(report: Report, numbers: Numbers, place: Place) -> str:
    block = report.blocks[place.block]
    chapter = f"{numbers.blocks[place.block]} {block.heading}".strip()
    if not 0 <= place.part < len(block.parts):
        return chapter
    part, shown = block.parts[place.part], numbers.parts.get((place.block, place.part), "")
    if isinstance(part, Figure):
        return f"{chapter}: {shown}"
    if isinstance(part, Table):
        return f"{chapter}: {_in_table(part, shown, place)}"
    if shown.startswith("("):
        shown = _of_sub(numbers, place, shown)
    return f"{chapter}: {tr('paragraph {number}').format(number=shown)}" if shown else chapter


def _of_sub(numbers: Numbers, place: Place, letter: str) -> str:
    """A sub-paragraph with the number of the paragraph it belongs to: 12.7(a)."""
    before = (numbers.parts.get((place.block, at), "") for at in range(place.part - 1, -1, -1))
    return next((each for each in before if each[:1].isalnum() and "." in each), "") + letter


def _in_table(table: Table, shown: str, place: Place) -> str:
    if place.row is None:
        return tr("{table}, caption or note").format(table=shown)
    column = table.columns[place.column].heading
    if place.row < 0:
        return tr("{table}, heading of column ‘{column}’").format(table=shown, column=column)
    row = table.rows[place.row].cells[0].strip() or str(place.row + 1)
    return tr("{table}, row {row}, column ‘{column}’").format(table=shown, row=row, column=column)
