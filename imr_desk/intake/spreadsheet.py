"""Excel: .xlsx, .xlsm and .xls, read by calamine.

Of a zipped workbook calamine is handed a new package with nothing but the parts that hold cells: macros, pictures,
links to other files and connections are not in it, and what it unpacks was counted before. It leaves out the errors
of formulas, so those are read here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

import python_calamine

from imr_desk.i18n import tr
from imr_desk.intake import refusals
from imr_desk.intake.cell_remarks import Remarks, remarks_of
from imr_desk.intake.compound import NotCompoundError, holds_together
from imr_desk.intake.formulas import Errors, errors_in
from imr_desk.intake.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid, Row
from imr_desk.intake.old_formulas import errors_by_sheet
from imr_desk.intake.old_sizes import is_believable
from imr_desk.intake.outcry import without_outcry
from imr_desk.intake.package import Package, first_tag
from imr_desk.intake.refusals import refused
from imr_desk.intake.workbook_parts import moved

_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:workbook|styles|sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_TEXTS = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
_OLD_DAYS = re.compile(rb"date1904\s*=\s*[\"'](?:1|true)[\"']")
_FAR = rb"(?:[A-Z]*[0-9]{6}|(?:[J-Z][A-Z]|I[W-Z]|[A-Z]{3,})[0-9])"
"""Row 100,000 and what comes after it, or a column after the 256th."""
_SUSPECT = re.compile(rb"r(?:=[\"']" + _FAR + rb"|\s+=|=\s)")
_FAR_CELL = re.compile(rb"r\s*=\s*[\"']" + _FAR)
_FAR_TOO_MANY = re.compile(rb"ount\s*=\s*[\"']\s*\+?[0-9]{8}")
"""Calamine makes room for as many texts or formats as a part says that it has."""
_SHEET_ENTRY = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


def read_workbook(data: bytes, name: str) -> Book:
    """A zipped workbook (.xlsx, .xlsm). BadInputError for one that cannot be read or is unreasonable."""
    package = Package(data, name)
    needed = {part: package.read(part) for part in package.names(lambda part: bool(_NEEDED.fullmatch(part)))}
    elsewhere = moved(package)
    needed = {part: each for part, each in needed.items() if part not in elsewhere.parts} | elsewhere.parts
    workbook = next((needed[part] for part in needed if part.casefold() == "xl/workbook.xml"), b"")
    if not workbook:
        raise refused(refusals.BINARY, name)
    for part, content in needed.items():
        if _SHEET.fullmatch(part):
            _is_reasonable(content, name)
        elif _FAR_TOO_MANY.search(first_tag(content) if _TEXTS.fullmatch(part) else content):
            raise refused(refusals.DAMAGED, name)
    errors, old_days = _errors_by_sheet(needed, workbook), bool(_OLD_DAYS.search(workbook))
    remarks = _remarks_by_sheet(package, needed, workbook, elsewhere.came_from)
    packed = _repacked(needed)
    needed.clear()
    grids = _grids(packed, name, errors, old_days)
    return Book(tuple(replace(grid, remarks=remarks.get(grid.name, {})) for grid in grids), "spreadsheet")


def read_old_workbook(data: bytes, name: str) -> Book:
    """A workbook of Excel 97 to 2003 (.xls). BadInputError as of `read_workbook`."""
    if not holds_together(data) or not is_believable(data):
        raise refused(refusals.DAMAGED, name)
    grids = tuple(_grids(io.BytesIO(data), name, {}, False))
    try:
        by_sheet = errors_by_sheet(data)
    except NotCompoundError:
        note = tr("It could not be looked through for formulas that give errors. Look at the cells that are empty.")
        return Book(grids, "spreadsheet", (note,))
    return Book(tuple(_old_grid(grid, by_sheet) for grid in grids), "spreadsheet")


def _old_grid(grid: Grid, by_sheet: dict[str, Errors]) -> Grid:
    errors = by_sheet.get(grid.name, {})
    return replace(grid, rows=_with_errors(grid.rows, errors), errors=errors) if errors else grid


def _is_reasonable(sheet: bytes, name: str) -> None:
    """Calamine makes room for every cell up to the last one, so the last one is looked at beforehand."""
    far = bool(_SUSPECT.search(sheet)) and bool(_FAR_CELL.search(sheet))
    if far or sheet.count(b"row") > 2 * MOST_ROWS:
        raise refused(refusals.TOO_MANY_ROWS, name)


def _repacked(parts: dict[str, bytes]) -> io.BytesIO:
    """The same parts, packed without compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    out.seek(0)
    return out


def _grids(data: io.BytesIO, name: str, errors: dict[str, Errors], old_days: bool) -> Iterator[Grid]:
    try:
        with without_outcry():
            book = python_calamine.CalamineWorkbook.from_filelike(data)
            sheets = [meta for meta in book.sheets_metadata if meta.typ == python_calamine.SheetTypeEnum.WorkSheet]
            grids = [_grid(book, meta, name, errors.get(meta.name, {}), old_days) for meta in sheets]
        yield from grids
    except python_calamine.PasswordError as error:
        raise refused(refusals.PROTECTED, name) from error
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError, OSError) as error:
        raise refused(refusals.DAMAGED, name) from error
    except _panics() as error:
        raise refused(refusals.DAMAGED, name) from error


def _panics() -> tuple[type[BaseException], ...]:
    """What calamine raises where a damaged file leads its own code astray; the class has no name to import it by."""
    return tuple(each for each in BaseException.__subclasses__() if each.__name__ == "PanicException")


def _grid(
    book: python_calamine.CalamineWorkbook,
    meta: python_calamine.SheetMetadata,
    name: str,
    errors: Errors,
    old_days: bool,
) -> Grid:
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise refused(refusals.TOO_MANY_ROWS, name)
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise refused(refusals.TOO_MANY_ROWS, name)
    rows: Sequence[Row] = sheet.to_python(skip_empty_area=False)
    if errors:
        rows = _with_errors(rows, errors)
    merges = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
    return Grid(meta.name, rows, merges, errors=errors, hidden=hidden, old_days=old_days)


def _with_errors(rows: Sequence[Row], errors: Errors) -> list[Row]:
    """The rows with the errors of formulas as they are shown, also beyond the last cell that has something."""
    whole: list[list[Cell]] = [list(row) for row in rows]
    for (row, column), words in errors.items():
        while len(whole) <= row:
            whole.append([])
        cells = whole[row]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = words
    return list(whole)


def _errors_by_sheet(parts: dict[str, bytes], workbook: bytes) -> dict[str, Errors]:
    """The errors of formulas of each sheet, by the name of the sheet."""
    found = {}
    for part, content in parts.items():
        if _SHEET.fullmatch(part) and (errors := errors_in(content)):
            found[part.casefold()] = errors
    if not found:
        return {}
    names = _sheet_names(parts, workbook)
    return {names[part]: errors for part, errors in found.items() if part in names}


def _remarks_by_sheet(
    package: Package, parts: dict[str, bytes], workbook: bytes, came_from: dict[str, str]
) -> dict[str, Remarks]:
    """The notes on cells of each sheet, by the name of the sheet."""
    if not package.names(lambda part: "/comments" in part.casefold()):
        return {}
    names = _sheet_names(parts, workbook)
    sheets = [part for part in parts if _SHEET.fullmatch(part) and part.casefold() in names]
    return {names[part.casefold()]: remarks_of(package, came_from.get(part, part)) for part in sheets}


def _sheet_names(parts: dict[str, bytes], workbook: bytes) -> dict[str, str]:
    """The name of the sheet that each part holds, by way of the relationships of the workbook."""
    relations = next((parts[part] for part in parts if part.casefold() == "xl/_rels/workbook.xml.rels"), b"")
    targets = {}
    for found in _RELATION.findall(relations.decode("utf-8", "replace")):
        said = _attributes(found)
        target = said.get("Target", "").lstrip("/")
        targets[said.get("Id", "")] = (target if target.startswith("xl/") else f"xl/{target}").casefold()
    names = {}
    for found in _SHEET_ENTRY.findall(workbook.decode("utf-8", "replace")):
        said = _attributes(found)
        relation = next((value for key, value in said.items() if key.endswith(":id")), "")
        names[targets.get(relation, "")] = said.get("name", "")
    return names


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}
