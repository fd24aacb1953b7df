"""Very many answers that words are no person are kept by a worker, as one step that undo takes back. Made-up names."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from test_names_left_page import done, names_page

from ui import names_left, turning


def test_many_answers_are_kept_in_a_worker_as_one_step_of_undo(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names_left, "MANY", 2)
    monkeypatch.setattr(turning, "MANY", 2)
    with names_page(qtbot, tmp_path) as (program, page):
        assert program.review is not None
        bridge = program.review.bridge
        unknown = [row.key for row in map(page.model.row, range(page.model.rowCount())) if row.name.level == "unknown"]
        assert len(unknown) == 2
        for key in unknown:
            page.answered.emit(key, "nobody", "", "")
        before = bridge.judging()[0].guard
        assert page.model.rowCount() == 3
        for key in [row.key for row in map(page.model.row, range(3)) if row.name.level != "unknown"]:
            page.taken_back.emit(key)
        page.do_asked.emit("")
        assert bridge.writing  # the worker is at it
        qtbot.waitUntil(lambda: done(program) and page.model.rowCount() == 1)
        assert bridge.judging()[0].guard is not before
        program.review.pages.turn(back=True)
        qtbot.waitUntil(lambda: not bridge.writing)
        qtbot.waitUntil(lambda: done(program) and page.model.rowCount() == 3)
