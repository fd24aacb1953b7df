"""The pages of an open review are made while nothing else happens: in small pieces, none of them shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import SetFields
from ui.forms.bound_field import BoundField
from ui.models.chronology_columns import as_read
from ui.open_review import OpenReview
from ui.page_host import PageHost
from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_side import PANES
from ui.pages.form_page import FormPage
from ui.pages.registry import PAGES


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenReview]:
    with running(ScriptedAsk(), pages_ahead=True) as program:
        open_by_key(program, *review_in(tmp_path), stage=4)
        assert program.review is not None
        program.review._soon.stop()
        yield program.review


def make_all(host: PageHost, stage: int) -> int:
    """Make a page ahead; in how many pieces."""
    pieces = 0
    while host.make_ahead(stage):
        pieces += 1
        assert pieces < 100
    return pieces


def test_page_made_ahead_is_not_in_sight_and_what_will_be_is_there(opened: OpenReview) -> None:
    assert make_all(opened.pages, 3) > 2
    page = opened.pages._pages[3]
    assert isinstance(page, FormPage)
    assert page.isHidden()
    assert opened.pages.stage == 4
    assert page.parts[0].built
    assert not page.parts[-1].built
    opened.pages.show(3)
    assert opened.pages.page is page
    assert page.parts[0].parts[0].isVisible()


def test_page_that_is_in_sight_is_not_made_ahead(opened: OpenReview) -> None:
    opened.pages.show(3)
    assert opened.pages.make_ahead(3) is False


def test_page_wanted_before_it_was_shown_the_review_is_the_one_that_was_made(opened: OpenReview) -> None:
    opened.pages.make_ahead(2)
    made = opened.pages._ahead[2]
    opened.pages.show(2)
    assert opened.pages.page is made
    assert opened.pages._ahead == {}


def test_page_made_for_a_review_that_is_closed_goes_with_it(opened: OpenReview) -> None:
    opened.pages.make_ahead(2)
    made = opened.pages._ahead[2]
    opened._program.close_review()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(made)


def test_form_of_the_next_entry_is_made_ahead_and_not_shown(opened: OpenReview) -> None:
    page = opened.pages.page
    assert isinstance(page, ChronologyPage)
    # what stands at the side, the form in it, and each cell of a row that is written in
    assert make_all(opened.pages, 4) == len(PANES) + 1 + len(as_read())
    assert page.writing.writer.isHidden()
    assert list(page.pane.forms()) == []
    assert not page.opened
    made = page.pane._spare
    assert page.open_entry("CE-003", "event")
    assert list(page.pane.forms()) == [made]


def test_edit_made_between_two_pieces_stands_in_the_page(opened: OpenReview) -> None:
    host = opened.pages
    host.make_ahead(1)
    assert 1 not in host._pages
    host.make_ahead(1)
    page = host._pages[1]
    assert isinstance(page, FormPage)
    host.make_ahead(1)
    host.make_ahead(1)
    assert not page.parts[0].built
    edit = SetFields("review", "review", {"case_area": "Ask at Lowmarsh too."})
    opened.bridge.run(edit)
    host.show(1)
    shown = [
        each.editor.value()
        for each in page.findChildren(BoundField)
        if each.record_id == "review" and each.field.name == "case_area"
    ]
    assert shown == ["Ask at Lowmarsh too."]


def test_open_review_has_every_page_made_and_a_closed_one_makes_no_more(qtbot: QtBot, opened: OpenReview) -> None:
    opened.begin()
    assert opened._making is not None
    making = opened._making
    qtbot.waitUntil(lambda: not making.stages)
    assert sorted(opened.pages._pages) == sorted(PAGES)
    making.stages[:] = [3]
    making.stop()
    making.begin()
    assert making.stages == []
    assert not making._next.isActive()
