"""Makes files as agencies send them, in memory: workbooks, lists, Word documents, OpenDocument, what Excel copies."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import docx
import xlsxwriter

from imr_desk.intake.take import take
from imr_desk.intake.taken import Taken

Rows = Sequence[Sequence[object]]
GIVEN = ("date", "time", "source", "event", "people", "action", "comment")


@dataclass(frozen=True)
class Sheet:
    """Rows of a sheet; `merges` as in Excel: (top, left, bottom, right), counted from 0."""

    name: str
    rows: Rows
    merges: Sequence[tuple[int, int, int, int]] = ()
    days: str = "dd/mm/yyyy"
    hidden: bool = False


@dataclass(frozen=True)
class Formula:
    """A formula and what it gave when the file was saved."""

    formula: str
    value: object


def workbook(*sheets: Sheet, options: Mapping[str, Any] | None = None) -> bytes:
    """An .xlsx; days and times become real ones."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_numbers": False, **(options or {})})
    time = book.add_format({"num_format": "hh:mm"})
    for each in sheets:
        sheet = book.add_worksheet(each.name)
        if each.hidden:
            sheet.hide()
        day, moment = book.add_format({"num_format": each.days}), book.add_format({"num_format": each.days + " hh:mm"})
        for top, left, bottom, right in each.merges:
            sheet.merge_range(top, left, bottom, right, "")
        for at, row in enumerate(each.rows):
            for column, value in enumerate(row):
                _put(sheet, at, column, value, {"day": day, "moment": moment, "time": time})
    book.close()
    return out.getvalue()


def _put(
    sheet: xlsxwriter.worksheet.Worksheet, at: int, column: int, value: object, formats: Mapping[str, Any]
) -> None:
    if isinstance(value, dt.datetime):
        sheet.write_datetime(at, column, value, formats["moment"])
    elif isinstance(value, dt.date):
        sheet.write_datetime(at, column, value, formats["day"])
    elif isinstance(value, dt.time):
        sheet.write_datetime(at, column, value, formats["time"])
    elif isinstance(value, Formula):
        sheet.write_formula(at, column, value.formula, None, value.value)
    elif value != "":
        sheet.write(at, column, value)


def separated(rows: Rows, sign: str = ",", encoding: str = "utf-8", quoting: int = csv.QUOTE_MINIMAL) -> bytes:
    """A list as .csv."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)


@dataclass(frozen=True)
class WordTable:
    """A table of a document, words over it, and cells made one, as in `Sheet`."""

    rows: Rows
    merges: Sequence[tuple[int, int, int, int]] = ()
    above: Sequence[str] = field(default_factory=tuple)


def document(*tables: WordTable, after: Iterable[str] = ()) -> bytes:
    """A .docx."""
    made = docx.Document()
    for each in tables:
        for words in each.above:
            made.add_paragraph(words)
        width = max(map(len, each.rows))
        table = made.add_table(rows=len(each.rows), cols=width)
        for at, row in enumerate(each.rows):
            for column, value in enumerate(row):
                table.cell(at, column).text = str(value)
        for top, left, bottom, right in each.merges:
            words = str(each.rows[top][left])
            table.cell(top, left).merge(table.cell(bottom, right)).text = words
    for words in after:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A zipped file with words of one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return out.getvalue()


_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
)


def opendocument(*sheets: Sheet) -> bytes:
    """An .ods, with the million empty rows that LibreOffice writes under the last one."""
    made = "".join(
        f'<table:table table:name="{escape(each.name)}">{"".join(map(_ods_row, each.rows))}'
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for each in sheets
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": _ODS.format(sheets=made)}
    )


def _ods_row(row: Sequence[object]) -> str:
    cells = []
    for value in row:
        if isinstance(value, dt.date):
            said = f'office:value-type="date" office:date-value="{value.isoformat()}"'
            cells.append(f"<table:table-cell {said}><text:p>{value:%d/%m/%y}</text:p></table:table-cell>")
        elif value == "":
            cells.append("<table:table-cell/>")
        else:
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
            cells.append(f'<table:table-cell office:value-type="string">{lines}</table:table-cell>')
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zipped file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def read(data: bytes, name: str = "chronology", **columns: str) -> Taken:
    """What the program takes from a file."""
    return take(data, name, columns)


def given(taken: Taken, *fields: str) -> list[tuple[str, ...]]:
    """The entries by these fields (all of the contract where none is named), shortened to what is compared."""
    return [tuple(str(getattr(entry, name)) for name in fields or GIVEN) for entry in taken.entries]


def complained(taken: Taken) -> list[int]:
    """The rows that were not read in full."""
    return [problem.origin.row for problem in taken.problems]
