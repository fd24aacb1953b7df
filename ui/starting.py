"""What makes the start quicker: no search for garbage, and no reading of source files.

`begin` is called before the window's modules are imported, `done` when the window has been painted, `over` when the
review is closed.
"""

from __future__ import annotations

import builtins
import gc

SELDOM = 100
"""After how many searches for garbage among what is newer all is looked through; Python itself says 10."""


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
    """Collect what becomes garbage from now on. What is there by now stays for good and is not looked at again.

    To be called again when much has come that stays, as when a long chronology was read for the first time: to go
    through all of it takes longer than a key may wait. For that reason it is also done seldom (`SELDOM`).
    """
    first, second, _ = gc.get_threshold()
    gc.set_threshold(first, second, SELDOM)
    gc.freeze()
    gc.enable()


def over() -> None:
    """Nothing stays for good any more: the review is being closed, and all that is left of it is garbage soon."""
    gc.unfreeze()
