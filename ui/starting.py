"""While the program starts, nothing it makes is garbage: looking for garbage would only take time.

`begin` is called before the window's modules are imported, `done` when the window has been painted. What is there by
then stays for good, so the collector need not look at it again either: edits are not held up by it.
"""

from __future__ import annotations

import gc


def begin() -> None:
    """Collect nothing for the moment."""
    gc.disable()


def done() -> None:
    """Collect what becomes garbage from now on."""
    gc.freeze()
    gc.enable()
