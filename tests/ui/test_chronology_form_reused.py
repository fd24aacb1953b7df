"""The form of an entry is used for the next one, and nothing of the entry before stays in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chronology_tools import Asked, small_review
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.operations.general import SetFields
from ui.forms.bound_field import BoundField
from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_entry import fields_of_entry

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(show: Callable[..., None]) -> Asked:
    page = ChronologyPage()
    show(page, 1000, 600)
    made = Asked(page, small_review())
    settle()
    return made


def field(page: ChronologyPage, name: str) -> BoundField:
    found = page.pane.field(name)
    assert found is not None
    return found


def type_into(words: str) -> None:
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(box, words)


def test_every_field_shows_the_entry_that_is_open(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-003")
    form = next(page.pane.forms())
    page.open_entry("CE-002")
    assert next(page.pane.forms()) is form
    record = asked.review["CE-002"]
    for each in fields_of_entry():
        row = field(page, each.name)
        assert row.record_id == "CE-002"
        assert (row.editor.value() or None) == (row._value or None) == (record.get(each.name) or None), each.name


def test_words_typed_in_two_entries_are_kept_in_each_and_are_two_steps(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-001", "event")
    type_into("One.")
    page.open_entry("CE-002", "event")
    assert field(page, "event").editor.value() == "A call was made."
    type_into("Two.")
    page.flush()
    assert asked.operations == [
        SetFields("entry", "CE-001", {"event": "One."}),
        SetFields("entry", "CE-002", {"event": "Two."}),
    ]
    assert asked.visits[0] != asked.visits[1]


def test_coming_to_the_same_field_of_the_next_entry_gives_it_the_keyboard_anew(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-001", "event")
    came: list[QWidget | None] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, new: came.append(new))
    page.open_entry("CE-002", "event")
    assert came[-1] is field(page, "event").editor.controls()[0]
    assert field(page, "event").editor.controls()[0].hasFocus()


def test_form_whose_words_were_refused_is_not_used_for_another_entry(asked: Asked) -> None:
    page = asked.page
    page.change_requested.disconnect(asked.run)
    page.open_entry("CE-001", "event")
    form = next(page.pane.forms())
    type_into("Asked for, and not kept.")
    page.open_entry("CE-002")
    assert next(page.pane.forms()) is not form
    assert field(page, "event").editor.value() == "A call was made."
