"""Makes workbooks of Excel 97 to 2003 (.xls) in memory, with what formulas gave when they were saved."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


@dataclass(frozen=True)
class Gave:
    """A formula and the error it gave; `typed` where the error was put there by hand, without one."""

    error: str
    typed: bool = False


Rows = Sequence[Sequence[object]]


def old_workbook(*sheets: tuple[str, Rows], small: bool = False) -> bytes:
    """An .xls of texts, numbers and errors; `small` lets a short one lie among the short streams of the container."""
    bodies = [_sheet(rows) for _, rows in sheets]
    heads = [_bound(0, name) for name, _ in sheets]
    at = len(_begin(0x0005)) + sum(map(len, heads)) + 4
    found = []
    for (name, _), body in zip(sheets, bodies, strict=True):
        found.append(_bound(at, name))
        at += len(body)
    stream = _begin(0x0005) + b"".join(found) + _record(0x000A) + b"".join(bodies)
    return _container(stream if small else stream.ljust(4096, b"\x00"))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _bound(at: int, name: str) -> bytes:
    return _record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name), 1) + name.encode("utf-16-le"))


def _sheet(rows: Rows) -> bytes:
    cells = b"".join(_cell(at, left, value) for at, row in enumerate(rows) for left, value in enumerate(row))
    wide = max(map(len, rows))
    return _begin(0x0010) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, wide, 0)) + cells + _record(0x000A)


def _cell(at: int, left: int, value: object) -> bytes:
    place = struct.pack("<HHH", at, left, 0)
    if isinstance(value, Gave) and value.typed:
        return _record(0x0205, place + bytes((CODES[value.error], 1)))
    if isinstance(value, Gave):
        gave = bytes((2, 0, CODES[value.error], 0, 0, 0, 0xFF, 0xFF))
        return _record(0x0006, place + gave + struct.pack("<HIH", 0, 0, 2) + b"\x1c" + bytes((CODES[value.error],)))
    if isinstance(value, int | float):
        return _record(0x0203, place + struct.pack("<d", value))
    words = str(value)
    return _record(0x0204, place + struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")) if words else b""


def _container(stream: bytes) -> bytes:
    """A compound file with this one stream."""
    short = len(stream) < 4096
    mini_fat = b""
    if short:
        count = -(-len(stream) // 64)
        mini_fat = struct.pack(f"<{count}I", *range(1, count), _END).ljust(_SECTOR, b"\xff")
        data = stream.ljust(count * 64, b"\x00")
    else:
        data = stream
    sectors = [data[at : at + _SECTOR].ljust(_SECTOR, b"\x00") for at in range(0, len(data), _SECTOR)]
    first = 2 + bool(short)
    root_start, root_size = (first, len(data)) if short else (_END, 0)
    entries = _entry("Root Entry", 5, 1, root_start, root_size) + _entry(
        "Workbook", 2, _FREE, 0 if short else first, len(stream)
    )
    fat = [_FAT, _END, *([_END] if short else []), *range(first + 1, first + len(sectors)), _END]
    fat_sector = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return b"".join(
        [_header(2 if short else _END, short), fat_sector, entries.ljust(_SECTOR, b"\x00"), mini_fat, *sectors]
    )


def _header(mini: int, short: bool) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\x00" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, mini, int(short), _END, 0)
    return (head + struct.pack("<I", 0)).ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = (name + "\x00").encode("utf-16-le")
    body = letters.ljust(64, b"\x00") + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, _FREE, child)
    return body + b"\x00" * 36 + struct.pack("<IQ", start, size)
