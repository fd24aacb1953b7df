"""Tables in HTML: what Excel and Word put on the clipboard, and what many systems save under the name of .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from imr_desk.i18n import tr
from imr_desk.intake import refusals
from imr_desk.intake.grid import MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid, Merge
from imr_desk.intake.refusals import refused

_BLOCKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "br"})
_LEFT_OUT = frozenset({"script", "style", "head", "del", "title", "xml"})
_ABOVE = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_ROW_ENDS = re.compile(r"[ \t\r\n\f]+")
Element = etree._Element


def read_markup(text: str, name: str, kind: str = "pasted") -> Book:
    """Every outermost table. BadInputError where there is none."""
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_fragment(text), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise refused(refusals.NO_TABLE, name) from error
    grids = tuple(_grids(root, name))
    if not grids:
        raise refused(refusals.NO_TABLE, name)
    return Book(grids, kind)


def _fragment(text: str) -> str:
    """What stands between the marks of the clipboard; the declaration of an encoding goes, the text is read already."""
    start, end = text.find("<!--StartFragment"), text.rfind("<!--EndFragment")
    if 0 <= start < end and "<table" in text[start:end].casefold():
        text = text[start:end]
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _grids(root: Element, name: str) -> Iterator[Grid]:
    above: list[str] = []
    number = 0
    frames = [table for table in root.iter("table") if _is_frame(table)]
    for element in root.iter():
        if element.tag in _ABOVE and not _inside_table(element, frames):
            words = _text(element)
            if words:
                above.append(words)
        if element.tag != "table" or element in frames or _inside_table(element, frames):
            continue
        number += 1
        rows, merges = _rows(element)
        if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
            raise refused(refusals.TOO_MANY_ROWS, name)
        if rows:
            yield Grid(tr("Table {n}").format(n=number), rows, merges, tuple(above[-4:]))
        above = []


def _inside_table(element: Element, frames: list[Element]) -> bool:
    """Whether it stands in a table that is one of rows, and not only there to put another in its place."""
    return any(parent not in frames for parent in element.iterancestors("table"))


def _is_frame(table: Element) -> bool:
    """Whether a table only holds another one in its place on the page: it is narrow, and what it holds is not."""
    inner = [each for each in table.iter("table") if each is not table]
    return bool(inner) and _widest(table) <= 2 and any(_widest(each) > 2 for each in inner)


def _widest(table: Element) -> int:
    return max((sum(1 for _ in row.iterchildren("td", "th")) for row in _own_rows(table)), default=0)


def _own_rows(table: Element) -> Iterator[Element]:
    """Rows of this table, not of one inside it."""
    for row in table.iter("tr"):
        owner = next((parent for parent in row.iterancestors() if parent.tag == "table"), None)
        if owner is table:
            yield row


def _rows(table: Element) -> tuple[list[list[Cell]], tuple[Merge, ...]]:
    taken: dict[tuple[int, int], bool] = {}
    rows: list[list[Cell]] = []
    merges: list[Merge] = []
    for at, row in enumerate(_own_rows(table)):
        cells: list[Cell] = []
        for cell in row.iterchildren("td", "th"):
            while (at, len(cells)) in taken:
                cells.append("")
            wide, high = _span(cell, "colspan"), min(_span(cell, "rowspan"), 5000)
            left = len(cells)
            cells.append(_text(cell))
            cells.extend([""] * (wide - 1))
            for down in range(1, high):
                taken.update({(at + down, left + across): True for across in range(wide)})
            if wide > 1 or high > 1:
                merges.append((at, left, at + high - 1, left + wide - 1))
        rows.append(cells)
    return rows, tuple(merges)


def _span(cell: Element, name: str) -> int:
    words = cell.get(name, "1").strip()
    return max(1, min(int(words), MOST_COLUMNS * 20)) if words.isdecimal() else 1


def _text(element: Element) -> str:
    pieces: list[str] = []
    _collect(element, pieces)
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()


def _collect(element: Element, pieces: list[str]) -> None:
    if element.text:
        pieces.append(_ROW_ENDS.sub(" ", element.text))
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            block = child.tag in _BLOCKS
            if block and pieces and not pieces[-1].endswith("\n"):
                pieces.append("\n")
            _collect(child, pieces)
            if block and child.tag != "br":
                pieces.append("\n")
            elif child.tag in ("td", "th"):
                pieces.append("\t")
        if child.tail:
            pieces.append(_ROW_ENDS.sub(" ", child.tail))
