"""What makes the start quicker: no search for garbage, and no reading of source files.

`begin` is called before the window's modules are imported, `done` when the window has been painted.
"""

from __future__ import annotations

import builtins
import gc


def begin() -> None:
    """Collect nothing for the moment: while the program starts, nothing it makes is garbage."""
    gc.disable()
    _import_plainly()


def _import_plainly() -> None:
    """Have modules imported as Python does it.

    Qt for Python sets an import of its own that reads the source of every module, to see whether it may ask for names
    in another spelling (`from __feature__ import …`). Nothing here does, and it takes a third of all imports.
    """
    import PySide6.QtCore  # noqa: F401 - it is this that sets its own import

    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before


def done() -> None:
    """Collect what becomes garbage from now on. What is there by now stays for good and is not looked at again."""
    gc.freeze()
    gc.enable()
