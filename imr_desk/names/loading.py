"""The lists of names and the weights, loaded at one time of the caller's choosing instead of at the first text read."""

from __future__ import annotations

from imr_desk.names.guard import Guard
from imr_desk.names.hashing import new_key
from imr_desk.names.matching import rows_for
from imr_desk.names.register import StaffRegister
from imr_desk.names.replace import edit_for

_CODE = "Crown Prosecutor 1"
_BEGIN, _NAME = "On Monday Mrs ", "Ida Exampleton"
_SENTENCE = f"{_BEGIN}{_NAME}’s manager, DC Olly Specimen, rang a Leeds court and spoke to Una; she wrote it down."


def load_lists() -> None:
    """Have everything at hand that is read to tell names and to replace one; 60 ms or so of processor time, once.

    For a worker: done in the thread of a window, the first text that is read would keep it standing for so long.
    """
    key = new_key()
    guard = Guard(StaffRegister(key, rows_for(key, "", _NAME)), {}, (_CODE,))
    guard.marks(_SENTENCE)
    guard.key_here(_SENTENCE, len(_BEGIN), len(_BEGIN) + len(_NAME))
    edit_for(_SENTENCE, len(_BEGIN), len(_BEGIN) + len(_NAME), _CODE)
