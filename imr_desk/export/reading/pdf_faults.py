"""What reading a damaged PDF ends in, and silence about it: whoever reads PDFs imports this."""

from __future__ import annotations

import logging
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
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a file may hold words of the file
