"""What a picture says beside what it shows: EXIF, XMP, IPTC, comments, and the texts of a PNG, GIF or WebP."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8"
_HEADS = (_PNG, _JPEG, _GIF, b"RIFF", b"II*\x00", b"MM\x00*", b"BM", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00")
_SEEN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD"})
_PACKED = frozenset({b"zTXt", b"iTXt", b"iCCP"})
_MOST = 4 * 1024 * 1024
_WORDS = re.compile(rb"[\x20-\x7e\x80-\xf4]{3,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){3,}|(?:\x00[\x20-\x7e]){3,}")


def is_picture(data: bytes) -> bool:
    """Whether the bytes begin like those of a picture."""
    return data.startswith(_HEADS)


def picture_texts(data: bytes) -> Iterator[str]:
    """Whatever reads like words in a picture, outside its dots."""
    if data.startswith(_PNG):
        yield from _png(data)
    elif data.startswith(_JPEG):
        yield from _jpeg(data)
    else:
        yield from _words(data)


def _png(data: bytes) -> Iterator[str]:
    """The words of each piece that holds no dots, unpacked where it is packed, and what follows the end."""
    at = len(_PNG)
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += 12 + size
        if name not in _SEEN:
            yield from _words(name)
            yield from _words(body)
            if name in _PACKED:
                yield from _words(_unpacked(body))
        if name == b"IEND":
            break
    yield from _words(data[at:])


def _unpacked(body: bytes) -> bytes:
    """What is packed at the end of a piece: after its key word, wherever the packing begins."""
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body[:512]):
        try:
            return zlib.decompressobj().decompress(body[found.start() :], _MOST)
        except zlib.error:
            continue
    return b""


def _jpeg(data: bytes) -> Iterator[str]:
    """The words of each segment before the dots that says something, and what follows the end of the picture."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark, (size,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if mark == 0xDA:
            at = max(data.rfind(b"\xff\xd9"), at)  # the dots, up to the end of the picture
            break
        if 0xE0 <= mark <= 0xEF or mark == 0xFE:
            yield from _words(data[at + 4 : at + 2 + size])
        at += 2 + max(size, 2)
    yield from _words(data[at:])


def _words(data: bytes) -> Iterator[str]:
    """Runs of letters in one byte, UTF-8 or two bytes a letter."""
    yield from (found.group().decode("utf-8", "replace") for found in _WORDS.finditer(data))
    for found in _WIDE.finditer(data):
        wide = found.group()
        yield wide.decode("utf-16-be" if wide[0] == 0 else "utf-16-le")
