"""A stream of a compound file, the container of Office 97 to 2003."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_NUMBERS = 4
_LAST = 0xFFFFFFFA
"""Numbers of sectors are below this; what is above says that a chain ends."""
_ENTRY, _HEAD = 128, 512
_STREAM, _ROOT = 2, 5
"""Kinds of entries of the folder that begin a chain."""
_IN_HEAD = 109
"""Numbers of the sectors of the table that stand in the head."""


class NotCompoundError(ValueError):
    """The bytes do not hold together as a compound file."""


def stream_of(data: bytes, names: Sequence[str]) -> bytes:
    """The first of these streams that is there. NotCompoundError where the container is damaged or has none."""
    try:
        return _Container(data).stream(names)
    except (struct.error, IndexError) as error:
        raise NotCompoundError from error


def holds_together(data: bytes) -> bool:
    """Whether every chain of sectors has an end: those of the folder, of all streams, macros and all, and of the table.

    Readers that follow a chain in a circle fill all the memory there is, so this is looked at before they see the file.
    """
    try:
        _Container(data).follow_all()
    except (struct.error, IndexError, NotCompoundError):
        return False
    return True


class _Container:
    """The container while it is read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if not (7 <= shift <= 16 and 3 <= mini_shift <= shift):
            raise NotCompoundError
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, _, self._cutoff, mini, _, more, _ = struct.unpack_from("<IIIIIII", data, 48)
        self._table = self._numbers_in(self._table_sectors(more))
        entries = self._chain(directory)
        if len(entries) % _ENTRY:
            raise NotCompoundError
        self._entries = [entries[at : at + _ENTRY] for at in range(0, len(entries), _ENTRY)]
        self._mini_table = self._numbers(self._chain(mini)) if mini < _LAST else ()

    def stream(self, names: Sequence[str]) -> bytes:
        """The bytes of a stream, from its own sectors or from among the short ones."""
        found = {name: entry for entry in self._entries if (name := _name(entry)) in names}
        entry = next((found[name] for name in names if name in found), None)
        if entry is None:
            raise NotCompoundError
        start, size = struct.unpack_from("<II", entry, 116)
        if size >= self._cutoff:
            return self._chain(start)[:size]
        whole = self._chain(struct.unpack_from("<I", self._entries[0], 116)[0])
        pieces: list[bytes] = []
        at, step = start, self._mini_size
        while at < _LAST and len(pieces) <= len(self._mini_table):
            pieces.append(whole[at * step : (at + 1) * step])
            at = self._mini_table[at]
        return b"".join(pieces)[:size]

    def follow_all(self) -> None:
        """Go along every chain; NotCompoundError for one that runs in a circle."""
        for entry in self._entries:
            kind = entry[66] if len(entry) == _ENTRY else 0
            if kind not in (_STREAM, _ROOT):
                continue
            start, size = struct.unpack_from("<II", entry, 116)
            short = kind == _STREAM and size < self._cutoff
            _follow(start, self._mini_table if short else self._table)

    def _table_sectors(self, more: int) -> list[int]:
        """The sectors that hold the table of sectors: the first stand in the head, the others in a chain."""
        sectors = list(struct.unpack_from(f"<{_IN_HEAD}I", self._data, 76))
        while more < _LAST and len(sectors) * self._size <= len(self._data) + self._size * _IN_HEAD:
            numbers = self._numbers(self._sector(more))
            sectors += numbers[:-1]
            more = numbers[-1]
        if more < _LAST:
            raise NotCompoundError
        return [sector for sector in sectors if sector < _LAST]

    def _numbers_in(self, sectors: Sequence[int]) -> tuple[int, ...]:
        return self._numbers(b"".join(map(self._sector, sectors)))

    def _numbers(self, part: bytes) -> tuple[int, ...]:
        count = len(part) // _NUMBERS
        return struct.unpack(f"<{count}I", part[: count * _NUMBERS])

    def _sector(self, number: int) -> bytes:
        start = max(self._size, _HEAD) + number * self._size
        if start >= len(self._data):
            raise NotCompoundError
        return self._data[start : start + self._size]

    def _chain(self, first: int) -> bytes:
        """The sectors of a chain; one that runs in a circle is longer than there are sectors."""
        pieces: list[bytes] = []
        at = first
        while at < _LAST:
            if len(pieces) > len(self._table):
                raise NotCompoundError
            pieces.append(self._sector(at))
            at = self._table[at]
        return b"".join(pieces)


def _follow(first: int, table: Sequence[int]) -> None:
    """Go along a chain to its end, or to where it leads out of the file, which every reader notices."""
    at, steps = first, 0
    while at < len(table):
        at, steps = table[at], steps + 1
        if steps > len(table):
            raise NotCompoundError


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
