"""Ctrl+F and F3: from place to place on the page in sight, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.program import Program
from ui.widgets.find_bar import FindBar

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def bar_of(program: Program) -> FindBar:
    found = program.window.findChild(FindBar)
    assert found is not None
    return found


def find(program: Program, qtbot: QtBot, words: str) -> None:
    """Look for words on the page, and wait until all of it was looked at and the first place has the keyboard."""
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(focused(), words)
    press(Qt.Key.Key_Return)
    assert program.review is not None
    finding = program.review.finding
    qtbot.waitUntil(lambda: not finding.looking and not finding._wanted)
    QApplication.processEvents()  # the words are chosen when the field has the keyboard


def chosen() -> str:
    box = focused()
    if isinstance(box, QTextEdit):
        return box.textCursor().selectedText()
    assert isinstance(box, QLineEdit)
    return box.selectedText()


def test_find_goes_from_place_to_place_and_chooses_the_words(program: Program, qtbot: QtBot) -> None:
    find(program, qtbot, "thornmere")
    bar = bar_of(program)
    assert bar.found.text().startswith("1 of ")
    assert chosen().casefold() == "thornmere"
    assert not bar.isAncestorOf(focused())
    first = focused()
    press(Qt.Key.Key_F3)
    assert bar.found.text().startswith("2 of ")
    assert chosen().casefold() == "thornmere"
    press(Qt.Key.Key_F, CONTROL)
    press(Qt.Key.Key_Return, SHIFT)
    assert bar.found.text().startswith("1 of ")
    assert focused() is first


def test_find_goes_round_and_finds_every_place_of_a_field(program: Program, qtbot: QtBot) -> None:
    assert program.review is not None
    find(program, qtbot, "review-k")
    count = int(bar_of(program).found.text().rpartition(" ")[2])
    seen = set()
    for _ in range(count):
        box = focused()
        cursor = box.textCursor().selectionStart() if isinstance(box, QTextEdit) else box.selectionStart()
        seen.add((id(box), cursor))
        press(Qt.Key.Key_F3)
    assert len(seen) == count
    assert bar_of(program).found.text() == f"1 of {count}"


def test_find_in_the_chronology_opens_the_entry(program: Program, qtbot: QtBot) -> None:
    press(Qt.Key.Key_4, CONTROL)
    find(program, qtbot, "paediatric")
    assert program.review is not None
    assert program.review.pages.stage == 4
    assert chosen().casefold() == "paediatric"


def test_find_what_is_not_there_says_so_and_keeps_the_keyboard(program: Program, qtbot: QtBot) -> None:
    find(program, qtbot, "xylophone")
    assert bar_of(program).found.text() == "Not in the texts of this page"
    assert focused() is bar_of(program).field


def test_find_says_how_many_before_anybody_goes_there(program: Program, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(focused(), "thornmere")
    qtbot.waitUntil(lambda: bar_of(program).found.text().endswith(" places"))


def test_find_esc_leaves_for_the_page(program: Program) -> None:
    press(Qt.Key.Key_F, CONTROL)
    assert bar_of(program).isVisible()
    press(Qt.Key.Key_Escape)
    assert bar_of(program).isHidden()
    assert program.review is not None
    assert program.review.pages.page.isAncestorOf(focused()) or focused() is program.review.pages.page


def test_find_again_without_words_asks_for_them(program: Program) -> None:
    press(Qt.Key.Key_F3)
    assert focused() is bar_of(program).field


def test_find_takes_what_is_chosen_in_a_text(program: Program, qtbot: QtBot) -> None:
    find(program, qtbot, "thornmere")
    press(Qt.Key.Key_F, CONTROL)
    assert bar_of(program).words().casefold() == "thornmere"


def test_find_leaves_no_word_in_the_window_after_a_lock(program: Program, qtbot: QtBot) -> None:
    find(program, qtbot, "thornmere")
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
    QApplication.processEvents()
    assert not any("hornmere" in each.text() for each in program.window.findChildren(QLineEdit))


def test_find_on_a_long_page_is_looked_at_in_slices_and_goes_as_soon_as_a_place_is_known(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.finding.FIRST_SLICE", 0.0)
    assert program.review is not None
    finding = program.review.finding
    finding._slice.__func__.__defaults__ = (0.0,)
    try:
        press(Qt.Key.Key_4, CONTROL)
        press(Qt.Key.Key_F, CONTROL)
        bar = bar_of(program)
        bar.field.setText("xylophone")
        finding.step(1)
        assert finding.looking
        assert bar.found.text().startswith("Looking")
        bar.field.setText("police")
        finding.step(1)
        qtbot.waitUntil(lambda: not finding._wanted)
        QApplication.processEvents()
        assert chosen().casefold() == "police"
        qtbot.waitUntil(lambda: not finding.looking)
        assert bar.found.text().startswith("1 of ")
    finally:
        finding._slice.__func__.__defaults__ = (0.008,)


def test_find_more_places_than_one_can_go_through_are_not_counted(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.finding.MOST_HITS", 3)
    find(program, qtbot, "e")
    assert bar_of(program).found.text() == "1 of more than 3"
