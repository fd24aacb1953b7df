"""How often a word is somebody's first name, surname, or a place: public lists as one sorted table of hashes.

``resources/names/name_parts.bin`` holds one entry of eight bytes for each of 468,000 words, in order: 48 bits of
BLAKE2b over the folded word, then four bits each for the first name, the surname and the place, after four empty ones.
The packaging script says where the words come from; a table of hashes is small in memory and quick to look into.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from typing import NamedTuple

_HASH_BYTES = 6
_BESIDE = 16


class Parts(NamedTuple):
    """0 where a list lacks the word; else the larger the more people bear it (1 to 7), or live there (1 to 3)."""

    first: int
    last: int
    place: int


NONE = Parts(0, 0, 0)


@cache
def _table() -> array[int]:
    """The table, read at the first look-up."""
    table = array("Q")
    table.frombytes((resources.files("resources") / "names" / "name_parts.bin").read_bytes())
    if sys.byteorder == "big":
        table.byteswap()
    return table


@lru_cache(maxsize=1 << 15)
def parts_of(word: str) -> Parts:
    """What the lists know of a folded word."""
    key = int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=_HASH_BYTES).digest()) << _BESIDE
    table = _table()
    at = bisect_left(table, key)
    if at == len(table) or table[at] >> _BESIDE != key >> _BESIDE:
        return NONE
    low = table[at] & 0xFFFF
    return Parts(low >> 8 & 15, low >> 4 & 15, low & 15)
