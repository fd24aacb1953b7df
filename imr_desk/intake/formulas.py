"""Formulas of a sheet of .xlsx whose results are errors, or are not in the file at all: calamine shows both as blank.

A program that only writes workbooks leaves formulas without results, or with a 0 in the place of one.
"""

from __future__ import annotations

import re
from html import unescape

from imr_desk.intake.grid import column_number

Errors = dict[tuple[int, int], str]
"""By row and column counted from 0: the error as it is shown, or the formula (with its =) that has no result."""
_SIGNS = (b't="e"', b"t='e'", b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_CELL = re.compile(
    rb"<(?:\w+:)?row\b([^>]*)>|<(?:\w+:)?c(?=[\s>/])([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)",
    re.DOTALL,
)
_AT = re.compile(rb"\sr\s*=\s*[\"']([A-Z]*)(\d+)[\"']")
_TYPE = re.compile(rb"\st\s*=\s*[\"'](\w*)[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)<)")
_FAILS = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|N/A)|/\s*0+(?:\.0*)?(?![\d.])|^\s*NA\(\)\s*$")
_CATCHES = re.compile(r"\b(?:IFERROR|IFNA|ISERR|ISERROR|ISNA|ERROR\.TYPE|AGGREGATE)\(", re.IGNORECASE)


def errors_in(sheet: bytes) -> Errors:
    """The cells of a sheet (its part) that show an error, and those whose formula was never worked out."""
    if not any(sign in sheet for sign in _SIGNS):
        return {}
    found: Errors = {}
    row, column = -1, -1
    for tag in _CELL.finditer(sheet):
        of_row, of_cell, inner = tag.groups()
        if of_row is not None:
            at = _AT.search(of_row)
            row, column = int(at[2]) - 1 if at else row + 1, -1
            continue
        at = _AT.search(of_cell)
        row, column = (int(at[2]) - 1, column_number(at[1].decode())) if at and at[1] else (row, column + 1)
        if words := _fault(of_cell, inner or b""):
            found[max(row, 0), column] = words
    return found


def _fault(attributes: bytes, inner: bytes) -> str:
    """What is to be shown where the result of a cell is not known; "" where it is."""
    kind = _TYPE.search(attributes)
    value = _VALUE.search(inner)
    words = unescape(value[1].decode("utf-8", "replace")).strip() if value else ""
    if kind is not None and kind[1] == b"e":
        return words or "#VALUE!"
    formula = _FORMULA.search(inner)
    if formula is None:
        return ""
    said = unescape((formula[1] or b"").decode("utf-8", "replace")).strip()
    if kind is None and not words:
        return f"={said}"
    fails = words in ("", "0") and _FAILS.search(said) and not _CATCHES.search(said)
    return f"={said}" if fails else ""
