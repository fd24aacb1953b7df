"""The operations of a page's contents, read quickly: a chronology has hundreds of thousands of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Operand: TypeAlias = "str | bytes | int | float | list[Operand] | dict[str, Operand]"
"""Names begin with a slash; strings are bytes."""

_TOKEN = re.compile(
    rb"%[^\r\n]*|<<|>>|<([0-9A-Fa-f\s]*)>|\(|[\[\]]|/[^\s<>\[\]()/%{}]*|[^\s<>\[\]()/%{}]+|[{}]",
)
_PLAIN = re.compile(rb"[^()\\]*")
_NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)")
_HEX_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"\sEI(?=\s|$)")
_OCTAL = re.compile(rb"[0-7]{1,3}")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NESTED = (b"<<", b">>", b"[", b"]")
_WORDS = (b"true", b"false", b"null")
IMAGE = "inline image"


def operations(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Each operator with what stands before it. Raises ValueError for contents that cannot be read."""
    holding: list[list[Operand]] = [[]]
    at, end = 0, len(data)
    while at < end and (token := _TOKEN.search(data, at)) is not None:
        word, at = token.group(), token.end()
        first = word[:1]
        if first == b"(":
            text, at = _string(data, at)
            holding[-1].append(text)
        elif word in _NESTED:
            _nest(holding, word)
        elif first in b"</+-.0123456789" or word in _WORDS:
            holding[-1].append(_operand(word, token.group(1)))
        elif first != b"%":
            if word == b"BI":
                found = _IMAGE_END.search(data, at)
                at = found.end() if found else end
                word = IMAGE.encode()
            yield word.decode("latin-1"), holding[-1]
            holding = [[]]


def _nest(holding: list[list[Operand]], word: bytes) -> None:
    """Begin or end an array or a dictionary."""
    if word in (b"<<", b"["):
        holding.append([])
        return
    if len(holding) == 1:
        raise ValueError("an end without a beginning")
    inner = holding.pop()
    holding[-1].append(inner if word == b"]" else dict(_pairs(inner)))


def _operand(word: bytes, digits: bytes | None) -> Operand:
    """A string in hexadecimal digits, a name, a number or a word."""
    if digits is not None:
        digits = b"".join(digits.split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if word.startswith(b"/"):
        return _name(word)
    if _NUMBER.fullmatch(word):
        return float(word) if b"." in word else int(word)
    return word.decode("latin-1")


def _pairs(inner: list[Operand]) -> Iterator[tuple[str, Operand]]:
    """The entries of a dictionary."""
    for name, value in zip(inner[::2], inner[1::2], strict=False):
        yield str(name), value


def _name(word: bytes) -> str:
    return _HEX_NAME.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), word).decode("utf-8", "replace")


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A string in brackets, from after the first bracket; and where it ends."""
    parts: list[bytes] = []
    depth = 1
    while True:
        if (plain := _PLAIN.match(data, at)) is not None:  # it always is: it matches nothing as well
            parts.append(plain.group())
            at = plain.end()
        sign = data[at : at + 1]
        if not sign:
            raise ValueError("a string without an end")
        at += 1
        if sign == b"\\":
            said, at = _escape(data, at)
            parts.append(said)
            continue
        depth += 1 if sign == b"(" else -1
        if not depth:
            return b"".join(parts), at
        parts.append(sign)


def _escape(data: bytes, at: int) -> tuple[bytes, int]:
    """What a backslash stands for."""
    octal = _OCTAL.match(data, at)
    if octal:
        return bytes([int(octal.group(), 8) & 255]), octal.end()
    sign = data[at : at + 1]
    if sign in (b"\r", b"\n"):
        return b"", at + (2 if data[at : at + 2] == b"\r\n" else 1)
    return _ESCAPED.get(sign, sign), at + 1
