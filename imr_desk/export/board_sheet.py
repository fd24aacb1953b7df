"""A panel’s blank form as a spreadsheet: filled below its headings, with the look of the first blank row."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from imr_desk.errors import BadInputError
from imr_desk.export.board_table import Looks, Rows, is_blank, no_table, not_blank, not_plain
from imr_desk.export.board_word import packed
from imr_desk.export.reading.package import Package
from imr_desk.i18n import tr

Element = etree._Element
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)")
_PLACE = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]+)(\d+)"')
_MOST_ROWS = 20_000
_FURTHEST = 200
"""Rows in which headings are looked for."""


class _Found:
    """Where the table stands: number of the sheet, of the row of headings, of its first column; and the headings."""

    def __init__(self, sheet: int, row: int, column: int, headings: tuple[str, ...]) -> None:
        self.sheet, self.row, self.column, self.headings = sheet, row, column, headings


def headings(data: bytes, is_date: Looks) -> tuple[str, ...]:
    """As of a Way."""
    _refuse_vast(data)
    return _found(data, is_date).headings


def _refuse_vast(data: bytes) -> None:
    """Refuse macros, and sheets so far out that reading them would take all the memory there is."""
    with Package(data) as package:
        if any(name.endswith("vbaProject.bin") for name in package.names):
            raise BadInputError(tr("This form holds macros. Save it as a plain workbook (.xlsx) and choose that."))
        for name in package.names:
            if posixpath.dirname(name).endswith("worksheets") and name.endswith(".xml"):
                places = _PLACE.findall(package.read(name))
                if any(int(row) > _MOST_ROWS or len(column) > 2 for column, row in places):
                    raise BadInputError(tr("This form has cells far outside its table. Choose the blank form alone."))


def rows(data: bytes, is_date: Looks) -> list[list[str]]:
    """As of a Way."""
    found = _found(data, is_date)
    cells = _cells(data, found.sheet)[found.row :]
    wide = slice(found.column, found.column + len(found.headings))
    said = [row[wide] for row in cells]
    while said and not any(said[-1]):
        said.pop()
    noticed = len(said) > 2 and not any(said[-2])  # the notice of a draft stands below, after an empty row
    return said[:-2] if noticed else said


def _cells(data: bytes, sheet: int) -> list[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [[str(cell) for cell in row] for row in book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)]
    except CalamineError as error:
        raise BadInputError(tr("This is not a spreadsheet that can be read.")) from error


def _found(data: bytes, is_date: Looks) -> _Found:
    """Of all rows with a heading for the date the one with most headings side by side."""
    try:
        count = len(CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names)
    except CalamineError as error:
        raise BadInputError(tr("This is not a spreadsheet that can be read.")) from error
    best: _Found | None = None
    for sheet in range(count):
        for at, row in enumerate(_cells(data, sheet)[:_FURTHEST]):
            for column, texts in _stretches([" ".join(cell.split()) for cell in row]):
                enough = len(texts) > 1 and any(map(is_date, texts))
                if enough and (best is None or len(texts) > len(best.headings)):
                    best = _Found(sheet, at, column, texts)
    if best is None:
        raise no_table()
    return best


def _stretches(row: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Cells with words side by side, and where each stretch of them begins."""
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and row[end]:
            end += 1
        if end > start:
            yield start, tuple(row[start:end])
        start = end + 1


def filled(data: bytes, is_date: Looks, rows: Rows, notice: str) -> bytes:
    """As of a Way. Texts stand in their cells; shared texts, styles and every other part stay as they were."""
    found = _found(data, is_date)
    with Package(data) as package:
        name = _sheet_part(package, found.sheet)
        root = package.tree(name)
        tables = {part: package.tree(part) for part in _tables(package, name)}
    _refuse_merged(root, found)
    if not all(is_blank(row) for row in _cells(data, found.sheet)[found.row + 1 :]):
        raise not_blank()
    body = root.find(f"{_MAIN}sheetData")
    if body is None:
        raise no_table()
    styles = _styles(body, found)
    for row in list(body):
        if int(row.get("r", "0")) > found.row + 1:
            body.remove(row)
    lines = [list(each) for each in rows] + ([[""], [notice]] if notice else [])
    for number, cells in enumerate(lines, found.row + 2):
        body.append(_row(number, cells, found.column, styles))
    last = found.row + 1 + max(1, len(rows))
    parts = {name: _with_reach(root, found, last)}
    parts |= {part: _table_reach(tree, found, last) for part, tree in tables.items()}
    return packed(data, parts)


def _refuse_merged(root: Element, found: _Found) -> None:
    for merged in root.iter(f"{_MAIN}mergeCell"):
        reach = _RANGE.fullmatch(merged.get("ref", ""))
        if reach and int(reach[4]) > found.row:
            raise not_plain()


def _row(number: int, cells: list[str], first: int, styles: dict[int, str]) -> Element:
    row = etree.Element(f"{_MAIN}row")
    row.set("r", str(number))
    for at, words in enumerate(cells):
        cell = etree.SubElement(row, f"{_MAIN}c")
        cell.set("r", f"{_letters(first + at)}{number}")
        if first + at in styles:
            cell.set("s", styles[first + at])
        if words:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t")
            text.text = words
            text.set(_SPACE, "preserve")
    return row


def _styles(body: Element, found: _Found) -> dict[int, str]:
    """The look of each cell of the first row below the headings, where it has one."""
    for row in body:
        if int(row.get("r", "0")) == found.row + 2:
            named = ((_REFERENCE.fullmatch(cell.get("r", "")), cell.get("s")) for cell in row)
            return {_number(place[1]): style for place, style in named if place and style}
    return {}


def _with_reach(root: Element, found: _Found, last: int) -> bytes:
    """The sheet, with the filter and the size that it states reaching to the last row."""
    for each in (*root.iter(f"{_MAIN}dimension"), *root.iter(f"{_MAIN}autoFilter")):
        each.set("ref", _reaching(each.get("ref", ""), found, last))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _table_reach(root: Element, found: _Found, last: int) -> bytes:
    for each in (root, *root.iter(f"{_MAIN}autoFilter")):
        each.set("ref", _reaching(each.get("ref", ""), found, last))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _reaching(reference: str, found: _Found, last: int) -> str:
    reach = _RANGE.fullmatch(reference)
    if reach is None or int(reach[4]) < found.row + 1:
        return reference
    return f"{reach[1]}{reach[2]}:{reach[3]}{max(last, found.row + 2)}"


def _sheet_part(package: Package, sheet: int) -> str:
    """The part of a sheet, by its number in the workbook."""
    sheets = list(package.tree(package.main).iter(f"{_MAIN}sheet"))
    wanted = sheets[sheet].get(_RELATION)
    for identity, target in _related(package, package.main):
        if identity == wanted:
            return target
    raise no_table()


def _tables(package: Package, sheet: str) -> list[str]:
    return [
        target for _, target in _related(package, sheet) if posixpath.basename(posixpath.dirname(target)) == "tables"
    ]


def _related(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Id and part of everything that a part names."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package.names:
        return
    for each in package.tree(rels):
        target = each.get("Target", "")
        yield each.get("Id", ""), posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
