"""Rows out of single pages of an SQLite database, each page by itself: for a file of which some pages are lost.

SQLite’s file format, as far as it is needed: sqlite.org/fileformat2.html, 1.6 and 2.1. Numbers are big-endian.
A row that runs over into a page that is lost comes out as far as it goes, and says that it is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from imr_desk.store.driver import Cell
from imr_desk.store.sound_pages import USABLE

PageReader = Callable[[int], bytes | None]

INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_HEADER = {INDEX_INTERIOR: 12, TABLE_INTERIOR: 12, INDEX_LEAF: 8, TABLE_LEAF: 8}
_FIRST_PAGE_HEADER = 100
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True)
class Row:
    """A row: its number (0 in an index), its cells as far as they could be read, and whether more is lost.

    A column that stands for the number of the row holds None.
    """

    number: int
    cells: tuple[Cell, ...]
    cut: bool


def kind_of_page(page: bytes, number: int) -> int:
    """What a page of a tree is (`TABLE_LEAF` …); 0 for any other page."""
    found = page[_FIRST_PAGE_HEADER if number == 1 else 0]
    return found if found in _HEADER else 0


def children(page: bytes, number: int) -> tuple[int, ...]:
    """The pages that an interior page leads to; none for any other page."""
    if kind_of_page(page, number) not in (INDEX_INTERIOR, TABLE_INTERIOR):
        return ()
    start = _FIRST_PAGE_HEADER if number == 1 else 0
    right = int.from_bytes(page[start + 8 : start + 12], "big")
    return (*(int.from_bytes(page[at : at + 4], "big") for at in _cells_at(page, number)), right)


def rows_in(page: bytes, number: int, read: PageReader) -> Iterator[Row]:
    """The rows that stand on a page; `read` is asked for the pages they run over into."""
    kind = kind_of_page(page, number)
    if kind in (0, TABLE_INTERIOR):
        return
    for at in _cells_at(page, number):
        if kind == INDEX_INTERIOR:
            at += 4  # the page to the left
        size, at = varint(page, at)
        row = 0
        if kind == TABLE_LEAF:
            row, at = varint(page, at)
        payload = _payload(page, at, size, _local(size, table=kind == TABLE_LEAF), read)
        cells, cut = _cells(payload, size)
        yield Row(row, cells, cut)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it. What is cut off counts as nothing."""
    value = 0
    for i in range(8):
        byte = data[at + i] if at + i < len(data) else 0
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + i + 1
    value = value << 8 | (data[at + 8] if at + 8 < len(data) else 0)
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def _cells_at(page: bytes, number: int) -> Iterator[int]:
    start = _FIRST_PAGE_HEADER if number == 1 else 0
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + _HEADER[page[start]]
    for i in range(count):
        at = int.from_bytes(page[first + 2 * i : first + 2 * i + 2], "big")
        if start < at < USABLE:
            yield at


def _local(size: int, *, table: bool) -> int:
    """How many bytes of a row stand on the page itself."""
    most = USABLE - 35 if table else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (USABLE - 12) * 32 // 255 - 23
    fitting = least + (size - least) % (USABLE - 4)
    return fitting if fitting <= most else least


def _payload(page: bytes, at: int, size: int, local: int, read: PageReader) -> bytes:
    """The bytes of a row, as far as the pages are there that it runs over into."""
    parts = [page[at : at + local]]
    left = size - local
    following = int.from_bytes(page[at + local : at + local + 4], "big") if left > 0 else 0
    while left > 0 and following and (more := read(following)) is not None:
        parts.append(more[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _cells(payload: bytes, size: int) -> tuple[tuple[Cell, ...], bool]:
    """The cells of a row, and whether some of them are lost."""
    header, at = varint(payload, 0)
    body = header
    cells: list[Cell] = []
    while at < min(header, len(payload)):
        serial, at = varint(payload, at)
        length = _length(serial)
        if body + length > len(payload):
            return tuple(cells), True
        cells.append(_cell(serial, payload[body : body + length]))
        body += length
    return tuple(cells), len(payload) < size


def _length(serial: int) -> int:
    if serial >= 12:
        return (serial - 12) // 2
    return _INTEGER_SIZES.get(serial, 8 if serial == 7 else 0)


def _cell(serial: int, data: bytes) -> Cell:
    if serial >= 12:
        return data.decode("utf-8", "replace") if serial % 2 else data
    if serial in (8, 9):
        return serial - 8
    return int.from_bytes(data, "big", signed=True) if serial in _INTEGER_SIZES else None
