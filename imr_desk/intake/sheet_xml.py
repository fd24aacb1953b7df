"""Workbooks in the XML of Excel 2003, which some case systems still write (often under the name of .xls)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lxml import etree

from imr_desk.intake import refusals
from imr_desk.intake.grid import MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid, Merge
from imr_desk.intake.refusals import refused

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
Element = etree._Element


def read_sheet_xml(text: str, name: str) -> Book:
    """Every sheet. BadInputError for what is damaged, unreasonable, or has a document type."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise refused(refusals.ENTITIES, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False, encoding="utf-8")
    try:
        root = etree.fromstring(text.strip().encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise refused(refusals.DAMAGED, name) from error
    grids = tuple(_grid(sheet, name) for sheet in root.iter(f"{SS}Worksheet"))
    if not grids:
        raise refused(refusals.NO_TABLE, name)
    return Book(grids, "spreadsheet")


def _grid(sheet: Element, name: str) -> Grid:
    rows: list[list[Cell]] = []
    merges: list[Merge] = []
    errors: dict[tuple[int, int], str] = {}
    for row in sheet.iter(f"{SS}Row"):
        at = _number(row, "Index", len(rows) + 1) - 1
        if at >= MOST_ROWS or at < len(rows):
            raise refused(refusals.TOO_MANY_ROWS, name)
        rows.extend([] for _ in range(at - len(rows)))
        cells: list[Cell] = []
        for left, cell in _placed(row, name):
            data = cell.find(f"{SS}Data")
            value = "" if data is None else _value(data)
            cells.extend([""] * (left - len(cells)))
            cells.append(value)
            if data is not None and data.get(f"{SS}Type") == "Error":
                errors[at, left] = str(value)
            elif data is None and cell.get(f"{SS}Formula"):
                errors[at, left] = cells[left] = str(cell.get(f"{SS}Formula"))
            wide, high = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            if wide or high:
                merges.append((at, left, at + high, left + wide))
        rows.append(cells)
    return Grid(sheet.get(f"{SS}Name", ""), rows, tuple(merges), errors=errors)


def _placed(row: Element, name: str) -> Iterator[tuple[int, Element]]:
    """The cells of a row with their columns, counted from 0."""
    at = 0
    for cell in row.iterchildren(f"{SS}Cell"):
        at = max(at, _number(cell, "Index", at + 1) - 1)
        if at >= MOST_COLUMNS:
            raise refused(refusals.TOO_MANY_ROWS, name)
        yield at, cell
        at += 1 + _number(cell, "MergeAcross", 0)


def _number(element: Element, name: str, otherwise: int) -> int:
    words = element.get(f"{SS}{name}", "")
    return int(words) if words.isdecimal() and len(words) < 9 else otherwise


def _value(data: Element) -> Cell:
    words = "".join(str(piece) for piece in data.itertext())
    kind = data.get(f"{SS}Type")
    try:
        if kind == "DateTime":
            when = dt.datetime.fromisoformat(words[:19])
            return when.time() if when.date() <= dt.date(1899, 12, 31) else when
        if kind == "Number":
            return float(words)
    except ValueError:
        return words
    return words
