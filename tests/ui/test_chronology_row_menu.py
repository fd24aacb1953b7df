"""The menu key on a row of the chronology, and what keys say that have nothing to do where the person is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import focused, press, tab_to, write
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, page_shown, review_in, running

from ui.pages.chronology import ChronologyPage
from ui.program import Program

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ChronologyPage]:
    """The sample at its chronology, the third entry chosen."""
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *review_in(tmp_path), stage=4)
        in_use(qtbot, made)
        found = page_of(made)
        press(KEY.Key_Down)
        press(KEY.Key_Down)
        yield found


def page_of(program: Program) -> ChronologyPage:
    return page_shown(program, ChronologyPage)


def menu_shown() -> QMenu | None:
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, QMenu) else None


def pick(words: str) -> None:
    """Go down the menu to an entry and take it."""
    press(KEY.Key_Menu)
    menu = menu_shown()
    assert menu is not None
    while words not in menu.activeAction().text():
        QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_menu_key_and_shift_f10_show_what_can_be_done_with_the_row_once(page: ChronologyPage) -> None:
    for key, modifiers in ((KEY.Key_F10, SHIFT), (KEY.Key_Menu, NONE)):
        press(key, modifiers)
        menu = menu_shown()
        assert menu is not None
        viewport = page.table.viewport()
        at = QPoint(90, 10)
        again = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(page.table, again)  # some systems send this after the key
        assert menu_shown() is menu
        assert menu.accessibleName() == "Entry CE-003"
        said = [each.text().split("\t")[0] for each in menu.actions() if not each.isSeparator()]
        assert said == [
            *("Open the entry", "Write in the row", "New entry", "Value from the row above", "Another source"),
            *("Earlier in the day", "Later in the day", "Merge with the entry below", "Delete the entry"),
        ]
        QTest.keyClick(menu, KEY.Key_Escape)
        assert menu_shown() is None
        assert focused() is page.table


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_entries_of_the_menu_do_what_their_keys_do(page: ChronologyPage) -> None:
    entries = page.host.review.all("entry")
    pick("Open")
    assert page.opened
    press(KEY.Key_Escape)
    pick("Write in")
    assert page.writing.writer.record_id == "CE-003"
    press(KEY.Key_Escape)
    pick("Merge")
    assert len(page.host.review.all("entry")) == len(entries) - 1
    press(KEY.Key_Z, CTRL)
    page.table.choose("CE-003")
    pick("Delete")
    assert "CE-003" not in page.host.review


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_other_button_of_the_mouse_chooses_the_row_under_it_and_shows_its_menu(page: ChronologyPage) -> None:
    viewport = page.table.viewport()
    at = page.table.visualRect(page.table.rows.index(0, 1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = menu_shown()
    assert menu is not None
    assert menu.accessibleName() == "Entry CE-001"
    QTest.keyClick(menu, KEY.Key_Escape)


def test_keys_with_nothing_to_do_say_why(page: ChronologyPage) -> None:
    choose, reading = "Choose a row of the table first.", "No record is being read. ‘Read a record’ begins."
    for key, modifiers, said in (
        (KEY.Key_F2, NONE, choose),
        (KEY.Key_D, CTRL, choose),
        (KEY.Key_Semicolon, CTRL, choose),
        (KEY.Key_F5, NONE, reading),
        (KEY.Key_PageDown, CTRL, reading),
    ):
        page.untell()
        page.new_button.setFocus()
        press(key, modifiers)
        assert page.head.lead.text() == said
    page.host.sealed = True
    page.table.setFocus()
    for key, modifiers in ((KEY.Key_F2, NONE), (KEY.Key_Delete, NONE), (KEY.Key_Up, ALT), (KEY.Key_M, CTRL)):
        page.untell()
        press(key, modifiers)
        assert page.head.lead.text() == "The chronology is read-only."


def test_words_that_the_row_above_took_the_place_of_come_back_with_undo(page: ChronologyPage) -> None:
    press(KEY.Key_Return, CTRL)
    tab_to("Event or contact", whole=True)
    write("A letter came.")
    press(KEY.Key_D, CTRL)
    above = page.host.review["CE-003"].text("event")
    press(KEY.Key_Escape)
    new = page.table.chosen()
    assert page.host.review[new].text("event") == above
    press(KEY.Key_Z, CTRL)
    assert page.host.review[new].text("event") == "A letter came."


def test_letters_of_one_choice_are_no_part_of_the_next_however_fast_one_types(page: ChronologyPage) -> None:
    made = []
    for letter in "fs":
        press(KEY.Key_Return, CTRL)
        write("4 July 2013")
        tab_to("How it is known")
        write(letter)
        press(KEY.Key_Escape)
        made.append(page.host.review[page.table.chosen()].text("knowledge"))
    assert made == ["first-hand", "second-hand"]
