"""A long list of cards is made in slices: what is seen first at once, any card once it is wanted, all of it soon."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from factories import record, review, with_record, without
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.guidance.facts import Place
from ui.forms.record_item import RecordItem
from ui.forms.record_list import FIRST, SLICE, RecordList
from ui.forms.specs import ListOf, SectionOf
from ui.pages.form_page import FormPage

MANY = review(*(record("contact", f"CON-{n:03d}", role=f"Post {n}") for n in range(1, 81)))


class LongPage(FormPage):
    stage: ClassVar[int] = 1
    sections: ClassVar[tuple[SectionOf, ...]] = (SectionOf("Contacts", "", (ListOf("contact"),)),)


@pytest.fixture
def page(show: Callable[..., None]) -> LongPage:
    made = LongPage()
    made.show_review(MANY)
    show(made, 760, 700)
    return made


def the_list(page: LongPage) -> RecordList:
    found = page.findChild(RecordList)
    assert found is not None
    return found


def ids(page: LongPage) -> list[str]:
    """The cards there are, as they stand from the top."""
    items = [each for each in page.findChildren(RecordItem) if each.isVisible()]
    return [each.record_id for each in sorted(items, key=lambda each: each.y())]


def test_long_list_is_not_made_at_once_and_is_whole_soon(page: LongPage, qtbot: QtBot) -> None:
    assert FIRST <= len(page.findChildren(RecordItem)) < FIRST + 4 * SLICE
    qtbot.waitUntil(lambda: len(page.findChildren(RecordItem)) == 80)
    QApplication.processEvents()
    assert ids(page) == [each.id for each in MANY.all("contact")]


def test_card_that_is_wanted_before_its_turn_is_made_in_its_place(page: LongPage, qtbot: QtBot) -> None:
    assert page.focus_place(Place("contact", "CON-077", "role", ""))
    assert the_list(page).item("CON-077").opened
    qtbot.waitUntil(lambda: len(page.findChildren(RecordItem)) == 80)
    QApplication.processEvents()
    assert ids(page) == [each.id for each in MANY.all("contact")]


def test_record_added_and_record_deleted_while_the_list_is_made_are_shown_right(page: LongPage, qtbot: QtBot) -> None:
    changed = without(with_record(MANY, record("contact", "CON-081", role="Post 81")), "CON-070")
    page.show_review(changed)
    assert the_list(page).item("CON-081")
    qtbot.waitUntil(lambda: len(page.findChildren(RecordItem)) == 80)
    QApplication.processEvents()
    assert ids(page) == [each.id for each in changed.all("contact")]
