"""Long text: plain, as high as what is written, and never altered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.editors.prose import MOST_LINES, ProseEditor

ODD = "One\u00a0two\n\nThree\ttab ‘curly’ – ŵŷ 👩‍👧 e\u0301\n"


def test_prose_odd_letters_come_out_as_they_went_in(qtbot: QtBot) -> None:
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.set_value(ODD)
    assert editor.value() == ODD
    assert not editor.dirty


def test_prose_tab_moves_on_and_writes_nothing(show: Callable[..., None]) -> None:
    held, editor, after = QWidget(), ProseEditor(), QLineEdit()
    box = QVBoxLayout(held)
    box.addWidget(editor)
    box.addWidget(after)
    show(held, 400)
    editor.box.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.box.hasFocus()
    assert editor.value() == ""


def test_prose_paste_of_formatted_text_brings_the_words_alone(qtbot: QtBot) -> None:
    editor = ProseEditor()
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setHtml("<p style='color:red'><b>Bold</b></p>")
    data.setText("Bold\nand more")
    editor.box.insertFromMimeData(data)
    assert editor.value() == "Bold\nand more"
    assert editor.box.textCursor().charFormat().fontWeight() in (0, 400)
    assert not editor.box.canInsertFromMimeData(QMimeData())


def test_prose_copy_gives_out_the_words_alone(qtbot: QtBot) -> None:
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.set_value("One\nTwo")
    editor.box.selectAll()
    data = editor.box.createMimeDataFromSelection()
    assert data.text() == "One\nTwo"
    assert not data.hasHtml()


def test_prose_height_follows_the_words_and_stops_growing(show: Callable[..., None]) -> None:
    editor = ProseEditor()
    show(editor, 400, 60)
    least = editor.box.height()
    editor.set_value("A line\n" * 6)
    some = editor.box.height()
    editor.set_value("A line\n" * 400)
    most = editor.box.height()
    line = theme.line_height("body")
    assert some == least + 5 * line
    assert most - least == (MOST_LINES - 2) * line
    editor.set_value("")
    assert editor.box.height() == least


def test_prose_typing_makes_room_for_the_next_line(show: Callable[..., None]) -> None:
    editor = ProseEditor()
    show(editor, 300, 60)
    before = editor.box.height()
    QTest.keyClicks(editor.box, "one\rtwo\rthree\rfour")
    assert editor.box.height() == before + 2 * theme.line_height("body")


def test_prose_every_line_is_as_high_as_its_role_says(show: Callable[..., None]) -> None:
    editor = ProseEditor("reading")
    show(editor, 300, 60)
    editor.set_value("One\nTwo")
    QTest.keyClick(editor.box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.box, "\rThree")
    high = editor.box.document().size().height() - 2 * editor.box.document().documentMargin()
    assert round(high) == 3 * theme.line_height("reading")


def test_prose_two_hundred_thousand_characters_stay_quick_enough_to_type(
    show: Callable[..., None], qtbot: QtBot
) -> None:
    editor = ProseEditor("reading")
    long = "\n".join("The record of the meeting was held on the file and nobody read it. " * 8 for _ in range(400))
    assert len(long) > 200_000
    editor.set_value(long)
    show(editor, 700, 500)
    editor.box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.box, "and more")
    assert editor.value() == long + "and more"
    with qtbot.waitSignal(editor.commit_requested):
        editor.commit()


@pytest.mark.parametrize("text", ["\r\n", "a\r\nb", "a\rb"])
def test_prose_line_ends_become_one_kind(qtbot: QtBot, text: str) -> None:
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.set_value(text)
    assert "\r" not in editor.value()
