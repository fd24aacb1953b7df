"""A table of the report as markup, row by row; and the table of signatures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from imr_desk.export.cell_links import CODE, has_links, pieces_of
from imr_desk.export.numbers import Target
from imr_desk.export.report import Row, SignatureLine, Table
from imr_desk.export.signature_rows import CAPTION, DESCRIPTION, headings, signature_rows, signature_widths
from imr_desk.export.word.bookmarks import Bookmarks
from imr_desk.export.word.faces import RULED, face_of
from imr_desk.export.word.grid import END, RUN, Grid, opening
from imr_desk.export.word.markup import field, link, run
from imr_desk.export.word.page import LANDSCAPE, PORTRAIT
from imr_desk.export.word.widths import column_widths

LABELS = ("Table", "Figure")


def caption(shown: str, words: str, mark: Callable[[str], str]) -> str:
    """The content of a caption: ``Table 4`` with its number as a field, bookmarked; then the words."""
    kind, _, count = shown.partition(" ")
    label = run(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", count)
    return mark(label) + run(": " + words)


def table_markup(
    table: Table, bookmarks: Bookmarks, *, landscape: bool, targets: Mapping[str, Target] = MappingProxyType({})
) -> Iterator[str]:
    """The table in pieces, so that a long one is never in memory as a whole; references in it lead to `targets`."""
    face = face_of(len(table.columns), landscape=landscape)
    total = (LANDSCAPE if landscape else PORTRAIT).text_width
    widths = column_widths(table.columns, [row.cells for row in table.rows], face, total)
    yield opening(widths, face.table, table.caption, table.description)
    yield Grid(widths, face, "Heading").row([column.heading for column in table.columns], heading=True)
    grid = Grid(widths, face)
    linked = bool(targets) and has_links(table)
    for row in table.rows:
        markup = grid.row(row.cells, mark=_mark(row, bookmarks) if row.anchor else None)
        yield _with_links(markup, row, bookmarks, targets) if linked else markup
    yield END


def _with_links(markup: str, row: Row, bookmarks: Bookmarks, targets: Mapping[str, Target]) -> str:
    """The row with links in place of the codes that lead somewhere."""
    if not any(map(CODE.search, row.cells)):
        return markup

    def linked(found: re.Match[str]) -> str:
        pieces = pieces_of(found[1], targets, row.anchor)
        made = (
            link(bookmarks.name_of(target), RUN % words).replace("<w:r>", f"<w:r>{_REFERENCE}")
            if target
            else RUN % words
            for words, target in pieces
        )
        return "".join(made) if pieces else found[0]

    return _RUNS.sub(linked, markup)


_RUNS = re.compile("([^<]*)".join(map(re.escape, RUN.split("%s"))))
_REFERENCE = '<w:rPr><w:rStyle w:val="Reference"/></w:rPr>'


def signatures_markup(lines: Sequence[SignatureLine]) -> str:
    """One column for each person; where a name, a date or a signature is wanting there is room for ink."""
    rows, widths = signature_rows(lines), signature_widths(lines, PORTRAIT.text_width)
    heading = Grid(widths, RULED, "Heading").row(headings(lines), heading=True)
    held, last = Grid(widths, RULED, together=True), Grid(widths, RULED)
    body = "".join((last if row is rows[-1] else held).row(row.cells, height=row.height) for row in rows)
    return opening(widths, RULED.table, CAPTION, DESCRIPTION, first_column=True) + heading + body + END


def _mark(row: Row, bookmarks: Bookmarks) -> Callable[[str], str]:
    return partial(bookmarks.around, bookmarks.name_of(row.anchor))
