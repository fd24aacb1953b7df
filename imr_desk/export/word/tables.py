"""A table of the report as markup, row by row; and the table of signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from imr_desk.export.report import Row, SignatureLine, Table
from imr_desk.export.signature_rows import CAPTION, DESCRIPTION, headings, signature_rows, signature_widths
from imr_desk.export.word.bookmarks import Bookmarks
from imr_desk.export.word.faces import RULED, face_of
from imr_desk.export.word.grid import END, Grid, opening
from imr_desk.export.word.markup import field, run
from imr_desk.export.word.page import LANDSCAPE, PORTRAIT
from imr_desk.export.word.widths import column_widths

LABELS = ("Table", "Figure")


def caption(shown: str, words: str, mark: Callable[[str], str]) -> str:
    """The content of a caption: ``Table 4`` with its number as a field, bookmarked; then the words."""
    kind, _, count = shown.partition(" ")
    label = run(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", count)
    return mark(label) + run(": " + words)


def table_markup(table: Table, bookmarks: Bookmarks, *, landscape: bool) -> Iterator[str]:
    """The table in pieces, so that a long one is never in memory as a whole."""
    face = face_of(len(table.columns), landscape=landscape)
    total = (LANDSCAPE if landscape else PORTRAIT).text_width
    widths = column_widths(table.columns, [row.cells for row in table.rows], face, total)
    yield opening(widths, face.table, table.caption, table.description)
    yield Grid(widths, face, "Heading").row([column.heading for column in table.columns], heading=True)
    grid = Grid(widths, face)
    for row in table.rows:
        yield grid.row(row.cells, mark=_mark(row, bookmarks) if row.anchor else None)
    yield END


def signatures_markup(lines: Sequence[SignatureLine]) -> str:
    """One column for each person; where a name, a date or a signature is wanting there is room for ink."""
    rows, widths = signature_rows(lines), signature_widths(lines, PORTRAIT.text_width)
    heading = Grid(widths, RULED, "Heading").row(headings(lines), heading=True)
    held, last = Grid(widths, RULED, together=True), Grid(widths, RULED)
    body = "".join((last if row is rows[-1] else held).row(row.cells, height=row.height) for row in rows)
    return opening(widths, RULED.table, CAPTION, DESCRIPTION, first_column=True) + heading + body + END


def _mark(row: Row, bookmarks: Bookmarks) -> Callable[[str], str]:
    return partial(bookmarks.around, bookmarks.name_of(row.anchor))
