"""What the reader of workbooks itself writes to the terminal when a damaged file leads it astray is kept from there.

The failure reaches the program as an exception all the same, and is told in one sentence.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_ERRORS = 2
_one_at_a_time = threading.Lock()


@contextmanager
def without_outcry() -> Iterator[None]:
    """Nothing goes to the error output of this process meanwhile; a window may have none to keep it from."""
    with _one_at_a_time:
        kept = -1
        with suppress(OSError):
            kept = os.dup(_ERRORS)
        if kept < 0:
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, _ERRORS)
            yield
        finally:
            os.dup2(kept, _ERRORS)
            os.close(kept)
            os.close(nowhere)
