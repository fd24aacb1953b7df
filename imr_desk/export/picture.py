"""Pictures in the two forms that go into a report: PNG and JPEG, without anything that is not seen.

A PNG is kept in one strict form (8 bits, grey or colour, no layers, no metadata, its data in one piece), so that the
same bytes can be told again from the picture in a PDF. Making pictures so is for `imr_desk.jobs.pictures`; here they
are only read.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from functools import cached_property

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_JPEG_HEAD = b"\xff\xd8\xff"
_COLOURS = {0: 1, 2: 3}
"""Colour types of PNG, with how many numbers a dot has: grey and colour."""
_FRAMES = (0xC0, 0xC1, 0xC2)
_PER_INCH = 150
"""Dots to an inch where there is room: a picture is never stretched beyond that."""


@dataclass(frozen=True)
class Picture:
    """A picture: its bytes, "png" or "jpeg", its size in dots, and how many numbers a dot has (1 grey, 3 colour)."""

    data: bytes = field(repr=False)
    kind: str
    width: int
    height: int
    colours: int

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, 64 hexadecimal digits."""
        return digest_of(self.data)

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Width and height in points, within so much room and never larger than at 150 dots to an inch."""
        points = 72 / _PER_INCH
        scale = min(points, width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def digest_of(data: bytes) -> str:
    """SHA-256 of bytes, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def picture_of(data: bytes) -> Picture:
    """Read what the picture is. ValueError for anything that is not in one of the two strict forms."""
    if data.startswith(PNG_HEAD):
        width, height, colours, packed = png_parts(data)
        if png_of(width, height, colours, packed) != data:
            raise ValueError("a PNG with more in it than the picture")
        return Picture(data, "png", width, height, colours)
    if data.startswith(_JPEG_HEAD):
        return Picture(data, "jpeg", *_frame(data))
    raise ValueError("no picture of a known kind")


def png_parts(data: bytes) -> tuple[int, int, int, bytes]:
    """Width, height, numbers to a dot and packed data of a PNG. ValueError for one of another form."""
    at, packed, head = len(PNG_HEAD), [], b""
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if name == b"IHDR":
            head = body
        elif name == b"IDAT":
            packed.append(body)
        at += 12 + size
    if len(head) != 13:
        raise ValueError("a PNG without a head")
    width, height, bits, colour, *rest = struct.unpack(">IIBBBBB", head)
    if bits != 8 or colour not in _COLOURS or any(rest) or not width or not height:
        raise ValueError("a PNG of another form")
    return width, height, _COLOURS[colour], b"".join(packed)


def png_of(width: int, height: int, colours: int, packed: bytes) -> bytes:
    """The PNG of packed data, in the strict form."""
    colour = next(key for key, count in _COLOURS.items() if count == colours)
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return PNG_HEAD + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _frame(data: bytes) -> tuple[int, int, int]:
    """Width, height and numbers to a dot of a JPEG."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark, (size,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if mark in _FRAMES:
            bits, height, width, colours = struct.unpack_from(">BHHB", data, at + 4)
            if bits == 8 and colours in _COLOURS.values() and width and height:
                return width, height, colours
            break
        at += 2 + size
    raise ValueError("a JPEG of another form")
