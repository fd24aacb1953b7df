"""What a workbook of Excel 97 to 2003 says of its own size.

A reader that believes it may ask for all the memory there is, so it is looked at before.
"""

from __future__ import annotations

import struct

from imr_desk.intake.compound import NotCompoundError, stream_of
from imr_desk.intake.old_formulas import records_of

_DIMENSIONS, _TEXTS, _MERGED = 0x0200, 0x00FC, 0x00E5
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
"""Of one sheet, in that kind of file."""


def is_believable(data: bytes) -> bool:
    """Whether sizes and counts fit a sheet and the file they stand in; not so where the container is damaged."""
    try:
        stream = stream_of(data, ("Workbook", "Book"))
    except NotCompoundError:
        return False
    for _, kind, body in records_of(stream):
        if kind == _DIMENSIONS and not _fits(body):
            return False
        if kind == _TEXTS and len(body) >= 8 and struct.unpack_from("<I", body, 4)[0] > len(stream):
            return False
        if kind == _MERGED and len(body) >= 2 and struct.unpack_from("<H", body)[0] * 8 > len(body):
            return False
    return True


def _fits(body: bytes) -> bool:
    """Whether the first and last row and column of a sheet are in order and within it."""
    if len(body) not in (10, 14):
        return False
    first, last, left, right = struct.unpack_from("<IIHH" if len(body) == 14 else "<HHHH", body)
    return bool(first <= last <= _MOST_ROWS and left <= right <= _MOST_COLUMNS)
