"""The rows of the register as they are kept: each a hash, and beside it, sealed under the key, what it stands for.

Whose name it is, which part of it and how long it is can be read with the key only. A row of padding is made of random
bytes and cannot be told from the others without it, so the table does not say how many names it holds.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from imr_desk.names.hashing import DIGEST_BYTES
from imr_desk.names.matching import HashRow
from imr_desk.review.values import Plain

_NONCE = 8
_BODY = 40
_MARK = b"\x00" * 6
_PERSON = b"imr-desk row"
_OFFSET = 2  # places begin at -2
LONGEST_PERSON = _BODY - len(_MARK) - 4
SEALED_BYTES = _NONCE + _BODY
FEWEST_TOGETHER = 512
"""Rows kept together for undo at the least: more than most names need."""
LEAST_ROWS = 1024
"""Rows of the smallest table: as many as four or five names need."""


class KeptRow(NamedTuple):
    """What stands in the file: 10 bytes and 48 bytes."""

    digest: bytes
    sealed: bytes


def _mask(key: bytes, nonce: bytes, digest: bytes) -> bytes:
    return hashlib.blake2b(digest, key=key, salt=nonce, person=_PERSON, digest_size=_BODY).digest()


def _mixed(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).to_bytes(_BODY, "big")


def seal(key: bytes, row: HashRow) -> KeptRow:
    """A row as it is kept. ValueError for the id of a record of more than 30 bytes."""
    person = row.person.encode()
    if len(person) > LONGEST_PERSON:
        raise ValueError("the id of a record is too long for the register")
    numbers = bytes((row.form,)) + (row.place + _OFFSET).to_bytes(2, "big") + bytes((min(row.length, 255),))
    body = _MARK + numbers + person.ljust(LONGEST_PERSON, b"\x00")
    nonce = secrets.token_bytes(_NONCE)
    return KeptRow(row.digest, nonce + _mixed(body, _mask(key, nonce, row.digest)))


def unseal(key: bytes, kept: KeptRow) -> HashRow | None:
    """The row again; None for padding, and for a row that was sealed under another key."""
    if len(kept.sealed) != SEALED_BYTES:
        return None
    nonce, hidden = kept.sealed[:_NONCE], kept.sealed[_NONCE:]
    body = _mixed(hidden, _mask(key, nonce, kept.digest))
    if not body.startswith(_MARK):
        return None
    at = len(_MARK)
    place = int.from_bytes(body[at + 1 : at + 3], "big") - _OFFSET
    person = body[at + 4 :].rstrip(b"\x00").decode(errors="replace")
    return HashRow(kept.digest, person, body[at], place, body[at + 3])


def padding() -> KeptRow:
    """A row that stands for nothing."""
    return KeptRow(secrets.token_bytes(DIGEST_BYTES), secrets.token_bytes(SEALED_BYTES))


def size_for(rows: int) -> int:
    """How many rows the table has that is to hold so many: a power of two."""
    return max(LEAST_ROWS, 1 << max(rows - 1, 0).bit_length())


def is_whole(rows: int) -> bool:
    """Whether a table of so many rows can have lost none."""
    return rows == 0 or rows == size_for(rows)


def padded(rows: Sequence[KeptRow]) -> tuple[KeptRow, ...]:
    """Rows among as much padding as makes their number a power of two, in an order that tells nothing."""
    size = max(FEWEST_TOGETHER, 1 << (len(rows) - 1).bit_length())
    return tuple(sorted((*rows, *(padding() for _ in range(size - len(rows))))))


def rows_to_plain(rows: Iterable[KeptRow]) -> list[Plain]:
    """Rows as JSON, each one string of hexadecimal digits."""
    return [(each.digest + each.sealed).hex() for each in rows]


def rows_from_plain(plain: Plain) -> tuple[KeptRow, ...]:
    """Rows from `rows_to_plain`."""
    made = (bytes.fromhex(str(each)) for each in (plain if isinstance(plain, list) else ()))
    return tuple(KeptRow(each[:DIGEST_BYTES], each[DIGEST_BYTES:]) for each in made)
