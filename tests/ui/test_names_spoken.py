"""What a screen reader hears of names, and that no name gets into undo, history or anything that could be logged."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_tools import (
    REGISTERED,
    SENTENCE,
    UNKNOWN,
    bar,
    code,
    desk,
    field,
    marked,
    names,
    press,
    press_button,
    session_of,
    type_here,
    wait_replaced,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import naming
from ui.pages.form_page import FormPage
from ui.step_words import words_for
from ui.widgets.names import field_names
from ui.widgets.names.stretches import Stretch
from ui.widgets.names.watch import NameAnswer

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is read out because something changed."""
    said: list[str] = []

    def hear(_widget: QWidget, words: str, *, at_once: bool = False) -> None:
        said.append(words)

    monkeypatch.setattr(naming, "announce", hear)
    monkeypatch.setattr(field_names, "announce", hear)
    return said


def test_name_that_is_found_is_said_once_and_the_field_says_that_names_are_in_it(
    qtbot: QtBot, tmp_path: Path, heard: list[str]
) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        box = type_here(SENTENCE)
        marked(row)
        marked(row)
        assert heard == [f"‘{UNKNOWN}’ looks like a name. Who is it?"] or heard == [
            f"‘{REGISTERED}’ is a registered name."
        ]
        assert box.accessibleDescription().startswith("2 names to resolve here.")
        press((Qt.Key.Key_Home, CTRL), (Qt.Key.Key_Period, CTRL))
        assert heard[-1] == f"Replaced with {code(program)}."
        marked(row)
        assert box.accessibleDescription().startswith("1 name to resolve here.")
        press_button("Never a person")
        assert heard[-1].startswith("Never a person: these words are not marked again.")
        marked(row)
        assert "to resolve" not in box.accessibleDescription()


def test_every_answer_is_named_and_described_for_a_screen_reader(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        type_here(f"It was Mrs {UNKNOWN}.")
        marked(row)
        press(Qt.Key.Key_Tab)
        for _ in range(5):
            focus = QApplication.focusWidget()
            assert focus is not None
            assert bar(row).isAncestorOf(focus)
            assert focus.accessibleName()
            assert focus.accessibleDescription()
            press(Qt.Key.Key_Tab)
        assert not bar(row).has_keyboard()


def test_key_for_replacing_says_so_where_no_name_stands(qtbot: QtBot, tmp_path: Path, heard: list[str]) -> None:
    with desk(qtbot, tmp_path) as program:
        qtbot.waitUntil(lambda: program.review is not None and program.review.advice is not None)
        field(program, "period", "background")
        type_here("Nothing of note.")
        press((Qt.Key.Key_Period, CTRL), Qt.Key.Key_F8)
        assert heard == ["No name stands here.", "There is no name to resolve."]


def test_no_name_gets_into_undo_history_or_a_repr(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        session = session_of(program)
        row = field(program, "period", "background")
        type_here(f"It was Mrs {UNKNOWN}.")
        steps = []
        marked(row)
        ((_, name),) = names(row)._all()
        shown = repr(bar(row).shown)
        press_button("Never a person")
        steps.append(words_for(session.next_undo))
        press((Qt.Key.Key_Z, CTRL))
        marked(row)
        press_button("Staff …")
        press(Qt.Key.Key_Down)
        press_button("Replace everywhere")
        wait_replaced(qtbot, program)
        steps.append(words_for(session.next_undo))
        lines = session.file.connection.rows("SELECT * FROM sys_history")
        answer = NameAnswer("staff", UNKNOWN, "00", "", f"{UNKNOWN} 1")
        kept = "\n".join((*steps, str(lines), repr(name), shown, repr(answer), repr(Stretch(0, "", UNKNOWN, ""))))
        assert UNKNOWN not in kept
        assert UNKNOWN not in program.window.windowTitle()


def test_name_and_answers_are_in_sight_after_going_there_in_a_small_window(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        program.window.resize(960, 540)
        row = field(program, "period", "background")
        type_here("Nothing of note. " * 60 + f"It was Mrs {UNKNOWN}.")
        marked(row)
        press((Qt.Key.Key_Home, CTRL), Qt.Key.Key_F8)
        qtbot.wait(50)
        box = QApplication.focusWidget()
        assert isinstance(box, QTextEdit)
        assert box.textCursor().selectedText() == UNKNOWN
        page = program.review.pages.page if program.review is not None else None
        assert isinstance(page, FormPage)
        seen = page.frame.scroller.viewport()
        caret = box.viewport().mapTo(seen, box.cursorRect().center()) if seen.isAncestorOf(box) else None
        assert caret is not None
        assert seen.rect().contains(caret)
        press(Qt.Key.Key_Tab)
        press_button("Staff …")
        qtbot.wait(50)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert seen.rect().contains(focus.mapTo(seen, focus.rect().center()))
