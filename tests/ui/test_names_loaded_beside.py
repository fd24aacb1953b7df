"""The lists of names and the register are opened beside the window; only then names are marked."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from names_tools import desk
from pytestqt.qtbot import QtBot

from imr_desk.names import loading
from imr_desk.operations.judging import Registered
from imr_desk.review.review import Review
from imr_desk.store.register import Kept
from ui.widgets.names.watch import watch


def test_names_are_marked_once_a_worker_has_loaded_the_lists_and_opened_the_register(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, int, bool]] = []
    load, open_ = loading.load_lists, Registered.open

    def loaded() -> None:
        load()
        done.append(("lists", threading.get_ident(), watch().book is None))

    def opened(self: Registered, kept: Kept, review: Review) -> None:
        open_(self, kept, review)
        done.append(("register", threading.get_ident(), watch().book is None))

    monkeypatch.setattr(loading, "load_lists", loaded)
    monkeypatch.setattr(Registered, "open", opened)
    with desk(qtbot, tmp_path):
        assert [what for what, _, _ in done] == ["lists", "register"]
        assert all(thread != threading.get_ident() and before for _, thread, before in done)
