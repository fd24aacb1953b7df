"""Errors of formulas in a workbook of Excel 5 to 2003 (.xls), which calamine shows as blank."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from imr_desk.intake.compound import stream_of
from imr_desk.intake.formulas import Errors

_SHEET, _BEGIN, _END, _ERROR, _FORMULA = 0x0085, 0x0809, 0x000A, 0x0205, 0x0006
_WORDS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}
_SIGN = re.compile(rb"\x05\x02\x08\x00|\x02.[\x00\x07\x0f\x17\x1d\x24\x2a\x2b].{3}\xff\xff", re.DOTALL)
"""A cell that is an error, or the result of a formula that is one."""


def errors_by_sheet(data: bytes) -> dict[str, Errors]:
    """The errors of each sheet, by its name. NotCompoundError for a damaged container."""
    stream = stream_of(data, ("Workbook", "Book"))
    if not _SIGN.search(stream):
        return {}
    wide = stream[4:6] == b"\x00\x06"  # the version in the first record: from Excel 97 on
    begins: dict[int, str] = {}
    found: dict[str, Errors] = {}
    sheet, depth = "", 0
    for at, kind, body in records_of(stream):
        if kind == _SHEET and len(body) >= 8:
            begins[struct.unpack_from("<I", body)[0]] = _name(body, wide=wide)
        elif kind == _BEGIN:
            sheet = begins.get(at, "") if depth == 0 else sheet
            depth += 1
        elif kind == _END:
            depth = max(0, depth - 1)
        elif depth == 1 and sheet and (words := _fault(kind, body)):
            row, column = struct.unpack_from("<HH", body)
            found.setdefault(sheet, {})[row, column] = words
    return found


def _name(body: bytes, *, wide: bool) -> str:
    """The name in the record of a sheet."""
    if not wide:
        return body[7 : 7 + body[6]].decode("cp1252", "replace")
    in_two = bool(body[7] & 1)
    return body[8 : 8 + body[6] * (1 + in_two)].decode("utf-16-le" if in_two else "latin-1", "replace")


def records_of(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each record begins, its kind, and what is in it."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _fault(kind: int, body: bytes) -> str:
    """The error of a cell; "" for every other."""
    if kind == _ERROR and len(body) >= 8 and body[7] == 1:
        return _WORDS.get(body[6], "#VALUE!")
    if kind == _FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":
        return _WORDS.get(body[8], "#VALUE!")
    return ""
