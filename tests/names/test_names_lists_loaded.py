"""The lists of names can be loaded at a time of one's choosing: no text that is read afterwards waits for them."""

from __future__ import annotations

import sys
from functools import _lru_cache_wrapper

import pytest

from imr_desk.names import lists, parts, tagger
from imr_desk.names.guard import Guard
from imr_desk.names.loading import load_lists
from imr_desk.names.matching import rows_for
from imr_desk.names.register import StaffRegister

KEY = bytes(range(32))
TEXTS = (
    "Dr Quillfeather’s sister-in-law, Ms O. Pellbrook, wrote to beth.quill@police.uk at 14:05 on Tuesday.",
    "R v Thrupp [2012] EWCA Crim 44 was cited by Crown Prosecutor 1 in Leeds.\nKind regards,\nBeth",
    "@olly said that Osric Pelbrook and D.C. FEXMERE had signed the MG3; Will went home.",
)


def forget_all() -> None:
    """As when the program starts."""
    names = [module for name, module in sys.modules.copy().items() if name.startswith("imr_desk.names.")]
    for each in (kept for module in names for kept in [*vars(module).values()] if isinstance(kept, _lru_cache_wrapper)):
        each.cache_clear()


def test_once_the_lists_are_loaded_reading_a_text_opens_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_all()
    load_lists()

    def opened(*_: object) -> None:
        raise AssertionError("a list was read while somebody waited for a mark")

    for module in (lists, parts, tagger):
        monkeypatch.setattr(module.resources, "files", opened)
    guard = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", "Osric Pellbrook")), {}, ("Crown Prosecutor 1",))
    assert all(guard.marks(text) for text in TEXTS)
