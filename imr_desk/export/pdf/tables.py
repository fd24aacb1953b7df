"""Tables: the head again on every page, rows kept whole where they fit on a page, rules as in the Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from imr_desk.export.cell_links import CODE
from imr_desk.export.pdf.breaking import Ink, Line, Segment, cell_lines, lines_of
from imr_desk.export.pdf.flow import Flow, Words
from imr_desk.export.pdf.letters import Letters
from imr_desk.export.pdf.styles import Look
from imr_desk.export.pdf.tree import Element
from imr_desk.export.report import Column
from imr_desk.export.word.faces import PLAIN, Face
from imr_desk.export.word.widths import column_widths

_TWIPS = 20
_LINE = 1.149
_FEWEST = 3
"""Lines of a broken row on either page."""
_RISE = 0.905
_GREY, _UPRIGHT = "0.498", "0.651"
_HEAD_FILL = "0.902 0.902 0.902"
_COLUMN = "/A<</O/Table/Scope/Column>>"
_ROW = "/A<</O/Table/Scope/Row>>"
Cells = Sequence[Sequence[str] | Sequence[Line]]
"""Of each cell its lines: glyphs, or segments where something in it leads elsewhere."""
Runs = Callable[[str, str], Sequence[tuple[str, Ink]]]
"""The runs of one line of a cell in the row of an anchor, if something in it leads elsewhere."""


@dataclass(frozen=True)
class Grid:
    """What is the same for all rows of a table, in points."""

    edges: tuple[float, ...]
    face: Face
    heading: Sequence[Sequence[str]]

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.face.points * _LINE

    @property
    def above(self) -> float:
        """From a rule to the words, above and below; the paragraph's own room is part of it."""
        return self.face.above / _TWIPS + 1.5

    @property
    def beside(self) -> float:
        """From an edge to the words."""
        return self.face.beside / _TWIPS

    def height(self, lines: int) -> float:
        """The height of a row of so many lines."""
        return lines * self.line + 2 * self.above


class TableWriter:
    """Writes one table, row by row."""

    def __init__(self, flow: Flow, table: Element, headings: Sequence[str], grid: Grid) -> None:
        self._flow, self._sheets, self._tree = flow, flow.sheets, flow.sheets.tree
        self._table, self._headings, self.grid = table, headings, grid
        self._top = 0.0
        self._body: Element

    @classmethod
    def begin(
        cls, flow: Flow, table: Element, headings: Sequence[str], widths: Sequence[int], face: Face
    ) -> TableWriter:
        """Begin a table whose columns are so wide, in twentieths of a point."""
        edges = [flow.paper.side]
        for width in widths:
            edges.append(edges[-1] + width / _TWIPS)
        beside = face.beside / _TWIPS
        bold = flow.sheets.letters[True]
        heading = [
            cell_lines(text, bold, face.points, right - left - 2 * beside)
            for text, left, right in zip(headings, edges, edges[1:], strict=False)
        ]
        return cls(flow, table, headings, Grid(tuple(edges), face, heading))

    # ---- rows
    def head(self, first: float) -> None:
        """The first head, kept with the caption above it and with the first row, so many points high."""
        grid, flow = self.grid, self._flow
        tall = grid.height(max(map(len, grid.heading)))
        flow.settle(tall + first)
        flow.skip(0)
        section = self._tree.element("THead", self._table)
        row = self._tree.element("TR", section)
        cells = [self._tree.element("TH", row, _COLUMN) for _ in grid.heading]
        self._draw_head(cells)
        for each in (*cells, row, section):
            self._tree.close(each)
        self._body = self._tree.element("TBody", self._table)

    def _draw_head(self, cells: Sequence[Element] | None) -> None:
        grid, flow, sheets = self.grid, self._flow, self._sheets
        tall = grid.height(max(map(len, grid.heading)))
        self._top = flow.y
        sheets.artifact()
        sheets.fill(grid.edges[0], flow.y, grid.edges[-1] - grid.edges[0], tall, _HEAD_FILL)
        self._rule(flow.y, 1, "0")
        self._rule(flow.y + tall, 1, "0")
        sheets.end()
        deepest = max(map(len, grid.heading))
        for at, lines in enumerate(grid.heading):
            if cells is None:
                sheets.artifact()
            else:
                sheets.begin(cells[at])
            drop = (deepest - len(lines)) * grid.line
            self._cell(at, lines, flow.y + drop, sheets.letters[True])
            sheets.end()
        flow.y += tall

    def row(self, cells: Cells, name: str = "", *, least: float = 0.0, first_bold: bool = False) -> None:
        """One row; it is broken over pages only where it is higher than a page."""
        grid, flow, tree = self.grid, self._flow, self._tree
        count = max(map(len, cells))
        height = max(grid.height(count), least)
        if flow.y + height > flow.foot and flow.y > self._after_head() and not self._may_break(count):
            self._next_page()
        if name:
            self._sheets.place(name, flow.y)
        row = tree.element("TR", self._body)
        elements = [
            tree.element("TH", row, _ROW) if first_bold and not at else tree.element("TD", row)
            for at in range(len(cells))
        ]
        while True:
            fit = int((flow.foot - flow.y - 2 * grid.above + 0.01) / grid.line)
            here = [lines[:fit] for lines in cells] if height > flow.foot - flow.y else cells
            self._draw_row(
                here,
                elements,
                max(grid.height(max(map(len, here))), least if here is cells else 0),
                first_bold=first_bold,
            )
            if here is cells:
                break
            cells = [lines[fit:] for lines in cells]
            height = grid.height(max(map(len, cells)))
            self._next_page()
        for each in (*elements, row):
            tree.close(each)

    def _may_break(self, count: int) -> bool:
        """Whether a row of so many lines may begin on this page and go on on the next, as in the Word file."""
        here = int((self._flow.foot - self._flow.y - 2 * self.grid.above + 0.01) / self.grid.line)
        return count > self.grid.face.tallest and _FEWEST <= here <= count - _FEWEST

    def _draw_row(self, cells: Cells, elements: Sequence[Element], height: float, *, first_bold: bool) -> None:
        flow, sheets = self._flow, self._sheets
        for at, lines in enumerate(cells):
            if any(lines):
                self._draw_cell(at, lines, elements[at], bold=first_bold and not at)
        flow.y += height
        sheets.artifact()
        self._rule(flow.y, 0.5, _GREY)
        sheets.end()

    def _draw_cell(self, at: int, lines: Sequence[str] | Sequence[Line], element: Element, *, bold: bool) -> None:
        """Draw the words of a cell; those with links by segments."""
        sheets, grid, y = self._sheets, self.grid, self._flow.y
        codes = [line for line in lines if isinstance(line, str)]
        if codes or not lines:
            sheets.begin(element)
            self._cell(at, codes, y, sheets.letters[bold])
            sheets.end()
            return
        look = Look(grid.face.points, line=1)
        words = Words(sheets, element, look, grid.edges[at] + grid.beside, self._flow.paper)
        words.draw([line for line in lines if not isinstance(line, str)], y + grid.above)

    def _cell(self, at: int, lines: Sequence[str], top: float, letters: Letters) -> None:
        grid = self.grid
        low = self._flow.paper.height - top - grid.above - grid.face.points * _RISE
        words = "".join(f"<{code}>Tj T* " for code in lines)
        self._sheets.sheet.code.append(
            f"BT /{letters.name} {grid.face.points:g} Tf {grid.line:.3f} TL "
            f"{grid.edges[at] + grid.beside:.2f} {low:.2f} Td {words}ET"
        )

    # ---- pages
    def _after_head(self) -> float:
        return self._top + self.grid.height(max(map(len, self.grid.heading))) + 0.01

    def _next_page(self) -> None:
        self._close_page()
        self._flow.page()
        self._flow.skip(0)
        self._draw_head(None)

    def _close_page(self) -> None:
        """The rules that go down, and the one at the foot."""
        self._sheets.artifact()
        if self.grid.face is not PLAIN:
            tall = self._flow.paper.height
            for x in self.grid.edges[1:-1]:
                self._sheets.sheet.code.append(
                    f"0.5 w {_UPRIGHT} G {x:.2f} {tall - self._top:.2f} m {x:.2f} {tall - self._flow.y:.2f} l S"
                )
        self._rule(self._flow.y, 1, "0")
        self._sheets.end()

    def _rule(self, y: float, thick: float, grey: str) -> None:
        self._sheets.rule(self.grid.edges[0], y, self.grid.edges[-1], y, thick, grey)

    def finish(self, after: float) -> None:
        """The end of the table, with so much room below it."""
        self._close_page()
        self._tree.close(self._body)
        self._flow.leave(after)


def write_rows(
    flow: Flow,
    table: Element,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    face: Face,
    names: Sequence[str] = (),
    runs: Runs | None = None,
) -> TableWriter:
    """A whole table; the cells of a row are broken when its turn comes, so that memory does not grow with the rows."""
    writer = TableWriter.begin(flow, table, headings, widths, face)
    letters = flow.sheets.letters[False]
    rooms = [width / _TWIPS - 2 * face.beside / _TWIPS for width in widths]

    def broken(row: Sequence[str], own: str) -> Cells:
        if runs is not None and any(map(CODE.search, row)):
            return [
                _linked(flow, text, face.points, room, partial(runs, own))
                for text, room in zip(row, rooms, strict=True)
            ]
        return [cell_lines(text, letters, face.points, room) for text, room in zip(row, rooms, strict=True)]

    first = broken(rows[0], names[0] if names else "") if rows else [[""]]
    writer.head(min(writer.grid.height(max(map(len, first))), 200))
    for at, row in enumerate(rows):
        name = names[at] if names else ""
        writer.row(first if at == 0 else broken(row, name), name)
    return writer


def _linked(
    flow: Flow, text: str, size: float, room: float, runs: Callable[[str], Sequence[tuple[str, Ink]]]
) -> Sequence[str] | Sequence[Line]:
    """The lines of a cell, by segments where something in it leads elsewhere; each ends in a blank but the last."""
    letters = flow.sheets.letters
    whole = [runs(line) for line in text.splitlines() if line.strip()]
    if not any(ink.target for line in whole for _, ink in line):
        return cell_lines(text, letters[False], size, room)
    made: list[Line] = []
    for line in whole:
        if made:
            end = made[-1][-1]
            space = letters[False].space
            blank = Segment(Ink(), end.x + end.width, space.code, space.width * size / 1000, " ")
            made[-1] = (*made[-1], blank)
        made.extend(lines_of(line, letters, size, room))
    return made


def widths_of(columns: Sequence[Column], rows: Sequence[Sequence[str]], face: Face, total: float) -> tuple[int, ...]:
    """As in the Word file."""
    return column_widths(columns, rows, face, round(total * _TWIPS))
