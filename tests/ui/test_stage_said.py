"""Going to another stage by its keys: a screen reader hears the stage, and the keyboard goes straight to its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from ui import page_host
from ui.open_review import OpenReview
from ui.pages.chronology import ChronologyPage
from ui.program import Program
from ui.widgets.tab_order import tab_stops


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The sample, open at stage 2, with the keyboard on its page."""
    with running(ScriptedAsk()) as made:
        open_by_key(made, *review_in(tmp_path), stage=2)
        made.window.activateWindow()
        qtbot.waitUntil(lambda: made.review is not None and made.review.advice is not None)
        qtbot.waitUntil(lambda: ", done" in made.window.stage_said(4))  # the list stands as advised
        made.window.focus_page()
        yield made


@pytest.fixture
def review(program: Program) -> OpenReview:
    assert program.review is not None
    return program.review


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(page_host, "announce", lambda _widget, each: words.append(each))
    return words


@pytest.fixture
def been_at(qapp: QApplication, program: Program) -> Iterator[list[QWidget]]:
    """What the keyboard went to, one after the other."""
    places: list[QWidget] = []

    def keep(_old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            places.append(new)

    qapp.focusChanged.connect(keep)
    yield places
    qapp.focusChanged.disconnect(keep)


def test_stage_gone_to_by_its_keys_is_said_as_it_stands(program: Program, review: OpenReview, said: list[str]) -> None:
    program.window.stage_chosen.emit(4)
    assert [each.rsplit(",", 1)[0] for each in said] == ["Stage 4, Chronology, done"]


def test_stage_chosen_in_the_list_is_not_said_twice(program: Program, review: OpenReview, said: list[str]) -> None:
    program.window.desk.body.stage_list.setFocus()
    program.window.stage_chosen.emit(4)
    assert said == []


def test_keyboard_goes_from_page_to_page_with_no_stop_between(
    program: Program, review: OpenReview, been_at: list[QWidget]
) -> None:
    program.window.stage_chosen.emit(4)
    program.window.stage_chosen.emit(2)
    pages = program.window.desk.body.pages
    outside = [each for each in been_at if each is not pages and not pages.isAncestorOf(each)]
    assert outside == []
    assert len([each for each in been_at if each is not pages]) == 2
    assert review.pages.page.isAncestorOf(QApplication.focusWidget())


def test_page_over_the_stage_gives_the_keyboard_back_where_it_was(
    program: Program, review: OpenReview, been_at: list[QWidget]
) -> None:
    field = list(tab_stops(review.pages.page))[3]
    field.setFocus()
    review.past.show_history()
    assert review.pages.page.isAncestorOf(QApplication.focusWidget())
    program.window.show_page(2)
    assert QApplication.focusWidget() is field
    pages = program.window.desk.body.pages
    assert [each for each in been_at if each is not pages and not pages.isAncestorOf(each)] == []


def test_entry_that_closes_gives_the_keyboard_straight_to_its_row(
    program: Program, review: OpenReview, been_at: list[QWidget]
) -> None:
    program.window.stage_chosen.emit(4)
    page = review.pages.page
    assert isinstance(page, ChronologyPage)
    page.open_entry("CE-004")
    been_at.clear()
    page.close_entry()
    assert been_at == [page.table]
