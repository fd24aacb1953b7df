"""What is packed inside bytes of any making: files in files, what a package no longer lists, base64, rich text."""

from __future__ import annotations

import base64
import binascii
import bz2
import lzma
import quopri
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED

_GZIP, _RICH = b"\x1f\x8b\x08", b"{\\rtf"
_ZLIB, _BZIP2, _XZ = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"), b"BZh", b"\xfd7zXZ\x00"
_MEMBER = b"PK\x03\x04"
_MEMBER_HEAD = 30
_MOST = 64 * 1024 * 1024
_MOST_MEMBERS = 2000
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{14,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}")
"""Sixteen signs are a name of ten letters; of shorter ones every long word would be one."""
_DIGITS = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}){8,}(?![0-9A-Za-z])")
_FILE = (b"PK", b"\x89PNG", b"\xff\xd8\xff", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"<", _GZIP)
_WORDS = re.compile(r"[^\W_][\w.,;:!?@()\"'/&‘’“”–-]*(?:\s+\S+)*\s*")
_RICH_SIGN = re.compile(
    rb"\\'([0-9A-Fa-f]{2})|\\u(-?\d{1,5}) ?\??|\\(?:par|line|tab|cell|row)\b ?|\\[a-z]+-?\d* ?|[{}\r\n]"
)


def unpacked(data: bytes) -> bytes | None:
    """What one packed file (gzip, as in .emz and .svgz; zlib, bzip2, xz) holds, up to 64 MiB; None for any other."""
    try:
        if data.startswith((_GZIP, *_ZLIB)):
            return zlib.decompressobj(47).decompress(data, _MOST)
        if data.startswith(_BZIP2):
            return bz2.BZ2Decompressor().decompress(data, _MOST)
        if data.startswith(_XZ):
            return lzma.LZMADecompressor(memlimit=_MOST).decompress(data, _MOST)
    except (zlib.error, lzma.LZMAError, OSError):
        return None
    return None


def members_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of the files of packages that lie inside bytes of another making, whether listed or not."""
    at, left, count = data.find(_MEMBER), _MOST, 0
    while at >= 0 and left > 0 and count < _MOST_MEMBERS and at + _MEMBER_HEAD <= len(data):
        method, packed, named, extra = struct.unpack_from("<8xH8xI4xHH", data, at)
        begin = at + _MEMBER_HEAD + named + extra
        content = b""
        if method == ZIP_STORED:
            content = data[begin : begin + packed]
        elif method == ZIP_DEFLATED:
            try:
                content = zlib.decompressobj(-15).decompress(data[begin:], left)
            except zlib.error:
                content = b""
        yield data[at + _MEMBER_HEAD : at + _MEMBER_HEAD + named].decode("utf-8", "replace"), content
        left -= len(content)
        count += 1
        at = data.find(_MEMBER, at + 4)


def between(data: bytes, taken: Iterable[tuple[int, int]]) -> Iterator[bytes]:
    """The bytes of a package outside its members, each from a start up to an end."""
    at = 0
    for start, end in sorted(taken):
        if start > at:
            yield data[at:start]
        at = max(at, end)
    if at < len(data):
        yield data[at:]


def member_end(data: bytes, start: int, packed: int) -> int:
    """Where a member of a package ends that begins at `start` and takes `packed` bytes."""
    if start + _MEMBER_HEAD > len(data):
        return start
    named, extra = struct.unpack_from("<HH", data, start + 26)
    return int(start + _MEMBER_HEAD + named + extra + packed)


def decoded(text: str) -> Iterator[bytes]:
    """What stands in a text as base64 or digits, where it is words or a file; quoted-printable letters too."""
    for found in _DIGITS.finditer(text):
        if _is_words(content := bytes.fromhex(found[0])):
            yield content
    for found in _BASE64.finditer(text):
        signs = "".join(found[0].split())
        try:
            content = base64.b64decode(signs + "=" * (-len(signs.rstrip("=")) % 4) * ("=" not in signs))
        except (binascii.Error, ValueError):
            continue
        if content.startswith(_FILE) or _is_words(content):
            yield content
    if "quoted-printable" in text:
        yield re.sub(rb"<[^<>]*>", b"", quopri.decodestring(text.encode("utf-8", "replace")))


def _is_words(content: bytes) -> bool:
    """Whether bytes are a text in UTF-8, or in two bytes a letter."""
    for name in ("utf-8", "utf-16-le"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if text.isascii() and all(letter.isprintable() or letter.isspace() for letter in text):
            return True
        if name == "utf-8" and _WORDS.fullmatch(text):
            return True
    return False


def rich_text(data: bytes) -> str | None:
    """The letters of a file in RTF without its signs; None for any other file."""
    if not data.lstrip().startswith(_RICH):
        return None
    return _RICH_SIGN.sub(_rich_letter, data).decode("utf-8", "replace")


def _rich_letter(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes.fromhex(found[1].decode()).decode("cp1252", "replace").encode()
    if found[2]:
        return chr(int(found[2]) % 65536).encode("utf-8", "replace")
    return b"\n" if re.match(rb"\\(?:par|line|tab|cell|row)\b", found[0]) else b""
