"""A registered name that is pasted gives way to its code before it stands in the field; what is typed is marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_tools import REGISTERED, UNKNOWN, code, desk, field, marked, press, session_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import words_in

from ui.widgets.editors.line import LineEditor, _inserted
from ui.widgets.names.boxes import plain, put
from ui.widgets.names.watch import NameBook, watch

CTRL = Qt.KeyboardModifier.ControlModifier
FIELDS = [("period", "background", ""), ("review", "case_area", ""), ("entry", "event", "CE-001")]


def paste(text: str) -> QTextEdit | QLineEdit:
    """Paste in the place of what the field with the keyboard holds."""
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit | QLineEdit)
    box.selectAll()
    QApplication.clipboard().setText(text)
    press((Qt.Key.Key_V, CTRL))
    return box


@pytest.mark.parametrize(("kind", "name", "record"), FIELDS)
def test_registered_name_that_is_pasted_never_gets_into_the_file(
    qtbot: QtBot, tmp_path: Path, kind: str, name: str, record: str
) -> None:
    with desk(qtbot, tmp_path) as program:
        session = session_of(program)
        row = field(program, kind, name, record)
        box = paste(f"{REGISTERED}\u2019s note went to Mrs {UNKNOWN} \U0001f600 and Wetherspindle.")
        wanted = f"{code(program)}\u2019s note went to Mrs {UNKNOWN} \U0001f600 and {code(program)}."
        assert plain(box) == wanted
        assert marked(row) == [(UNKNOWN, "unknown")]
        row.flush()
        assert session.review[record or kind].text(name) == wanted
        assert "Wetherspindle" not in str(session.file.connection.rows("SELECT * FROM sys_undo"))
        assert "2 registered names were replaced by their codes" in words_in(program.window)


def test_undo_after_pasting_takes_the_pasted_text_away_and_brings_no_name(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        field(program, "review", "case_area")
        box = paste(f"{REGISTERED} rang.")
        for _ in range(4):
            press((Qt.Key.Key_Z, CTRL))
            assert "Wetherspindle" not in plain(box)


def test_several_paragraphs_pasted_into_the_analysis_hold_codes(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        session = session_of(program)
        paragraph = session.review.all("paragraph")[0].id
        field(program, "paragraph", "text", str(paragraph))
        QApplication.clipboard().setText(f"{REGISTERED} rang.\n\nThen Wetherspindle, Jolyon wrote.")
        press(Qt.Key.Key_End, (Qt.Key.Key_V, CTRL))
        qtbot.waitUntil(lambda: any("Then" in each.text("text") for each in session.review.all("paragraph")))
        texts = "\n".join(each.text("text") for each in session.review.all("paragraph"))
        assert "Wetherspindle" not in texts
        assert f"Then {code(program)} wrote." in texts


def test_name_that_is_typed_is_marked_and_left(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "review", "case_area")
        box = QApplication.focusWidget()
        assert isinstance(box, QTextEdit | QLineEdit)
        box.selectAll()
        QTest.keyClicks(box, REGISTERED)
        assert marked(row) == [(REGISTERED, "registered")]


def test_line_takes_the_code_in_the_place_of_a_pasted_name_whatever_way_it_came(qtbot: QtBot) -> None:
    editor = LineEditor()
    qtbot.addWidget(editor)
    told: list[int] = []
    watch().take(
        NameBook(
            lambda _text: (),
            lambda _person: "Caseworker 1",
            lambda _kind: (),
            lambda _kind, words: words,
            admit=lambda text: (text.replace(REGISTERED, "Caseworker 1"), text.count(REGISTERED)),
        )
    )
    watch().guards(editor.box)
    watch().let_in.connect(told.append)
    editor.box.setText("Seen \U0001f600 here")
    editor.box.setCursorPosition(7)
    editor.box.insert(f"by {REGISTERED} ")
    assert editor.value() == "Seen \U0001f600by Caseworker 1  here"
    assert told == [1]
    editor.box.undo()
    assert "Wetherspindle" not in editor.value()
    watch().let_in.disconnect(told.append)
    watch().take(None)


def test_undo_in_a_line_brings_back_the_name_that_was_replaced_and_redo_takes_it_again(qtbot: QtBot) -> None:
    watch().take(NameBook(lambda _: (), str, lambda _: (), lambda _kind, words: words, admit=_with_code))
    editor = LineEditor()
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    box = editor.box
    box.setFocus()
    watch().guards(box)
    QTest.keyClicks(box, f"Seen by {REGISTERED}")
    put(box, len("Seen by "), len(box.text()), "duty lawyer 1")
    for key, stands in (
        (Qt.Key.Key_Z, f"Seen by {REGISTERED}"),
        (Qt.Key.Key_Y, "Seen by duty lawyer 1"),
        (Qt.Key.Key_Z, f"Seen by {REGISTERED}"),
        (Qt.Key.Key_Z, ""),
        (Qt.Key.Key_Y, f"Seen by {REGISTERED}"),
    ):
        QTest.keyClick(box, key, CTRL)
        assert box.text() == stands
    box.selectAll()
    QApplication.clipboard().setText(f"{REGISTERED} rang")
    QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    assert box.text() == "duty lawyer 1 rang"
    watch().take(None)


def _with_code(text: str) -> tuple[str, int]:
    return text.replace(REGISTERED, "duty lawyer 1"), text.count(REGISTERED)


def test_line_that_is_not_watched_takes_what_is_pasted(qtbot: QtBot) -> None:
    editor = LineEditor()
    qtbot.addWidget(editor)
    QApplication.clipboard().setText(REGISTERED)
    editor.box.paste()
    assert editor.value() == REGISTERED


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("", "abc", "abc"),
        ("ac", "abc", "b"),
        ("aa", "aaa", "a"),
        ("abc", "ac", ""),
        ("abc", "xyz", "xyz"),
        ("a", "a", ""),
    ],
)
def test_what_is_new_in_a_line_is_told(before: str, after: str, new: str) -> None:
    start, end = _inserted(before, after)
    assert after[start:end] == new
