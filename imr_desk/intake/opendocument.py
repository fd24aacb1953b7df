"""OpenDocument spreadsheets (.ods) and tables of OpenDocument texts (.odt).

Read by ourselves: with repeated cells an .ods says ‘a million empty rows’, and a bomb says ‘a million full ones’.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from imr_desk.i18n import tr
from imr_desk.intake import refusals
from imr_desk.intake.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid, Merge
from imr_desk.intake.package import Package
from imr_desk.intake.prose import prose_grid
from imr_desk.intake.refusals import refused

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = (f"{{{_NAMES}{part}:1.0}}" for part in ("office", "table", "text"))
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_NUMBER = re.compile(r"[+-]?\d*\.?\d+(?:[eE][+-]?\d{1,3})?")
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_LEFT_OUT = frozenset({f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{TEXT}note"})
_MOST_ABOVE = 4
Element = etree._Element


def read_opendocument(data: bytes, name: str) -> Book:
    """Every sheet or table. BadInputError for what is protected, damaged or unreasonable."""
    package = Package(data, name)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise refused(refusals.PROTECTED, name)
    content = package.read("content.xml")
    if not content:
        raise refused(refusals.BINARY, name)
    return read_flat(content, name)


def read_flat(content: bytes, name: str) -> Book:
    """The same in a file that is not zipped (.fods), whose document type was looked for before."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refused(refusals.DAMAGED, name) from error
    is_text = root.find(f"{OFFICE}body/{OFFICE}text") is not None
    grids = tuple(
        replace(_Sheet(name).read(table, at), above=above if is_text else ())
        for at, (table, above) in enumerate(_tables(root), 1)
    )
    lines = tuple(_lines(root)) if is_text else ()
    if not grids and prose_grid(lines, "") is None:
        raise refused(refusals.NO_TABLE, name)
    return Book(grids, "document" if is_text else "spreadsheet", lines=lines)


def _lines(root: Element) -> Iterator[str]:
    """The words of a text outside its tables, line by line."""
    for element in root.iter(f"{TEXT}p", f"{TEXT}h"):
        within = {parent.tag for parent in element.iterancestors()}
        if not within & {f"{TABLE}table", f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note"}:
            yield from _own_text(element).split("\n")
            yield from (tr("(Note: {words})").format(words=words) for words in _hung(element))


def _tables(root: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Each outermost table, with the words that stand over it, the nearest last."""
    above: list[str] = []
    for element in root.iter(f"{TABLE}table", f"{TEXT}p", f"{TEXT}h"):
        if any(parent.tag == f"{TABLE}table" for parent in element.iterancestors()):
            continue
        if element.tag == f"{TABLE}table":
            yield element, tuple(above[-_MOST_ABOVE:])
            above = []
        elif words := _own_text(element):
            above.append(words)


def _own_text(element: Element) -> str:
    """The words of a paragraph or heading."""
    pieces = [element.text or ""]
    _collect(element, pieces)
    return "".join(pieces).strip()


class _Sheet:
    """One sheet while it is read: how much there is of it already."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows: list[list[Cell]] = []
        self._merges: list[Merge] = []
        self._errors: dict[tuple[int, int], str] = {}
        self._remarks: dict[tuple[int, int], str] = {}
        self._cells = 0

    def read(self, table: Element, number: int) -> Grid:
        """All rows up to the last one that says something."""
        empty = 0
        for row in _rows_of(table):
            times = _times(row, "number-rows-repeated")
            cells = self._row(row, len(self._rows) + empty)
            if not cells:
                empty += times
                continue
            self._add(cells, empty, times)
            empty = 0
        name = table.get(f"{TABLE}name") or tr("Table {n}").format(n=number)
        return Grid(name, self._rows, tuple(self._merges), errors=self._errors, remarks=self._remarks)

    def _add(self, cells: list[Cell], empty: int, times: int) -> None:
        self._cells += len(cells) * times
        if len(self._rows) + empty + times > MOST_ROWS or self._cells > MOST_CELLS or len(cells) > MOST_COLUMNS:
            raise refused(refusals.TOO_MANY_ROWS, self._name)
        self._rows.extend([] for _ in range(empty))
        self._rows.extend(list(cells) for _ in range(times))

    def _row(self, row: Element, at: int) -> list[Cell]:
        """The cells of a row up to the last one that says something."""
        cells: list[Cell] = []
        waiting = 0
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            times = _times(cell, "number-columns-repeated")
            value = "" if cell.tag.endswith("covered-table-cell") else _value(cell)
            if value == "":
                waiting += times
                continue
            if len(cells) + waiting + times > MOST_COLUMNS:
                raise refused(refusals.TOO_MANY_ROWS, self._name)
            cells.extend([""] * waiting)
            waiting = 0
            self._note(cell, value, at, len(cells))
            cells.extend([value] * times)
        return cells

    def _note(self, cell: Element, value: Cell, at: int, left: int) -> None:
        """What is special in a cell: that it is several, or the error of a formula."""
        high, wide = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if high > 1 or wide > 1:
            self._merges.append((at, left, at + high - 1, left + wide - 1))
        if words := " ".join(_hung(cell)):
            self._remarks[at, left] = words
        if isinstance(value, str) and (cell.get(_KIND) == "error" or value == _unworked(cell)):
            self._errors[at, left] = value


def _hung(cell: Element) -> Iterator[str]:
    """What hangs on a cell: remarks without their author and day, and the words of foot and end notes."""
    for part in cell.iter(f"{OFFICE}annotation", f"{TEXT}note-body"):
        yield from (words for line in part.iter(f"{TEXT}p", f"{TEXT}h") if (words := _own_text(line)))


def _rows_of(table: Element) -> Iterator[Element]:
    """Rows, also within groups and header rows."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-row-group", f"{TABLE}table-rows"):
            yield from _rows_of(child)


def _times(element: Element, name: str) -> int:
    words = element.get(f"{TABLE}{name}", "1")
    return max(1, int(words[:10])) if words.isdecimal() else 1


def _value(cell: Element) -> Cell:
    """A cell by its kind; where its kind says nothing that can be used, its words."""
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "date":
        words = cell.get(f"{OFFICE}date-value", "")
        try:
            return dt.date.fromisoformat(words) if len(words) == 10 else dt.datetime.fromisoformat(words[:19])
        except ValueError:
            return _text(cell)
    if kind == "time" and (found := _TIME.fullmatch(cell.get(f"{OFFICE}time-value", ""))):
        hours, minutes, seconds = map(int, found.groups())
        return dt.time(hours, minutes, seconds) if hours < 24 and max(minutes, seconds) < 60 else _text(cell)
    if kind == "float" and _NUMBER.fullmatch(number := cell.get(f"{OFFICE}value", "0")):
        return float(number)
    return _text(cell) or ("" if kind else _unworked(cell))


def _unworked(cell: Element) -> str:
    """The formula of a cell as it is typed; "" where there is none."""
    _, sign, formula = cell.get(f"{TABLE}formula", "").partition("=")
    return sign + formula


def _text(cell: Element) -> str:
    pieces: list[str] = []
    _collect(cell, pieces)
    return "".join(pieces).strip()


def _collect(parent: Element, pieces: list[str]) -> None:
    for child in parent:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            pass  # what comes after it stays
        elif child.tag == f"{TEXT}s":
            blanks = child.get(f"{TEXT}c", "1")
            pieces.append(" " * (min(int(blanks), 100) if blanks.isdecimal() and len(blanks) < 9 else 1))
        elif child.tag in (f"{TEXT}line-break", f"{TEXT}tab"):
            pieces.append("\n" if child.tag.endswith("break") else "\t")
        else:
            pieces.append(child.text or "")
            _collect(child, pieces)
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                pieces.append("\n")
        pieces.append(child.tail or "")
