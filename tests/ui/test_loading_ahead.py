"""What the pages are made of is loaded while nothing else happens: after the checks, and not for a closed review."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from ui import loading_ahead
from ui.loading_ahead import LoadingAhead

MADE_UP = ("made_up_page_one", "made_up_page_two")


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[str, ...]:
    """Two pages that no test has loaded yet, in place of those of the program."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in MADE_UP:
        (folder / f"{name}.py").write_text("")
        monkeypatch.setitem(sys.modules, name, None)  # so that it is taken out again afterwards
        del sys.modules[name]
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(loading_ahead, "SHARED", ())
    monkeypatch.setattr(loading_ahead, "OVER", ())
    monkeypatch.setattr(loading_ahead, "PAGES", {at: f"{name}:Page" for at, name in enumerate(MADE_UP, start=1)})
    return MADE_UP


def loaded(names: tuple[str, ...]) -> list[str]:
    return [name for name in names if name in sys.modules]


def test_pages_are_loaded_one_after_the_other_until_none_is_left(qtbot: QtBot, pages: tuple[str, ...]) -> None:
    home = QObject()
    ahead = LoadingAhead(home)
    ahead.begin()
    assert loaded(pages) == []
    qtbot.waitUntil(lambda: loaded(pages) == list(pages))
    assert ahead.names == []


def test_loading_stopped_in_between_goes_no_further(
    qtbot: QtBot, pages: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = QObject()
    ahead = LoadingAhead(home)
    load = loading_ahead.import_module

    def load_and_stop(name: str) -> None:
        load(name)
        ahead.stop()

    monkeypatch.setattr(loading_ahead, "import_module", load_and_stop)
    ahead.begin()
    qtbot.waitUntil(lambda: loaded(pages) == [pages[0]])
    ahead.begin()
    qtbot.wait(3 * loading_ahead.WAIT_MS)
    assert loaded(pages) == [pages[0]]


def test_open_review_has_its_pages_loaded_ahead(qtbot: QtBot, tmp_path: Path, pages: tuple[str, ...]) -> None:
    with running(ScriptedAsk()) as program:
        open_by_key(program, *review_in(tmp_path), stage=3)
        qtbot.waitUntil(lambda: loaded(pages) == list(pages))


def test_review_closed_before_it_was_judged_has_nothing_loaded(
    qtbot: QtBot, tmp_path: Path, pages: tuple[str, ...]
) -> None:
    with running(ScriptedAsk()) as program:
        open_by_key(program, *review_in(tmp_path), stage=3)
        review = program.review
        assert review is not None
        review.begin()
        program.close_review()
        qtbot.wait(3 * loading_ahead.WAIT_MS)
        assert loaded(pages) == []
