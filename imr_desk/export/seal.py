"""The seal (digests and signatures) as text properties of a file, and read from them again.

The JSON is written in base64 and cut into pieces of 200 signs: programs that save the file keep short text properties
as they are, while they cut long ones at 255 signs, trim blanks, and turn quotation marks.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_NAME = "IMR Desk seal"
_PIECE = 200
_CODE = re.compile(r"[A-Za-z0-9+/=_:.-]{32,}")


def to_properties(seal: Mapping[str, object]) -> dict[str, str]:
    """Names and values of the properties that carry the seal: ``IMR Desk seal 001``, ``… 002``."""
    plain = json.dumps(seal, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    text = base64.b64encode(plain.encode()).decode()
    return {f"{_NAME} {at // _PIECE + 1:03}": text[at : at + _PIECE] for at in range(0, len(text), _PIECE)}


def from_properties(properties: Mapping[str, str]) -> dict[str, Any] | None:
    """The seal among a file's properties; None where there is none or it cannot be read."""
    pieces = {int(name.rsplit(" ", 1)[1]): value for name, value in properties.items() if is_piece(name)}
    if sorted(pieces) != list(range(1, len(pieces) + 1)):
        return None
    try:
        plain = base64.b64decode("".join(pieces[at] for at in sorted(pieces)), validate=True)
        found = json.loads(plain) if plain else None
    except (binascii.Error, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def is_piece(name: str) -> bool:
    """Whether a property of this name carries a piece of the seal."""
    return re.fullmatch(rf"{_NAME} [0-9]{{3,9}}", name) is not None


def words_of(seal: object) -> Iterator[str]:
    """The words in a seal that a person may read; digests, keys and signatures are no words."""
    if isinstance(seal, dict):
        for value in seal.values():
            yield from words_of(value)
    elif isinstance(seal, list):
        for value in seal:
            yield from words_of(value)
    elif isinstance(seal, str) and not _CODE.fullmatch(seal):
        yield seal
