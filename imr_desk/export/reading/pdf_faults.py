"""What reading a damaged PDF ends in."""

from __future__ import annotations

import struct
import zlib

from pypdf.errors import PyPdfError

FAULTS = (
    PyPdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    NotImplementedError,
    RecursionError,
    struct.error,
    zlib.error,
)
"""What reading a damaged file ends in; which of them is for the library to know."""
