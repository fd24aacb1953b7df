"""Has Qt delete a widget while Python still holds it: the program must not be ended by that.

Where a widget goes whose last holder in Python is its parent, Qt for Python 6.11 lets go of it in the middle of taking
it apart, and then asks by its address whether it still knows something there. If what stood for something that Qt
deleted before was left at that address, it does: then what was let go of is freed once more, and the program ends
(‘munmap_chunk(): invalid pointer’, in Shiboken’s `destroy`). Items of layouts were left so, and are no longer
(decision 48). What is held until it is gone is not freed twice in any case; its children are not held.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

_ending: list[QObject] = []


def end(each: QObject) -> None:
    """Have it deleted as soon as the window is idle, like `deleteLater`; what is gone by now is let go of."""
    sweep()
    _ending.append(each)
    each.deleteLater()


def sweep() -> None:
    """Let go of what Qt has deleted."""
    _ending[:] = [each for each in _ending if isValid(each)]
