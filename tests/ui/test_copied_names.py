"""A copy is an export: a registered name does not leave by the clipboard, nor by dragging. Made-up names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from names_tools import REGISTERED, SENTENCE, code, desk, field, type_here
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from imr_desk.errors import RegisterUnreadableError
from imr_desk.names.guard import Guard
from ui.copying import is_ours, put_text
from ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = f"{SENTENCE}\nLater {REGISTERED.upper()} wrote to jolyon.wetherspindle@example.gov.uk again."


@pytest.fixture(autouse=True)
def _empty_clipboard(qtbot: QtBot) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def copied() -> str:
    return QGuiApplication.clipboard().text()


def typed(program: Program, text: str) -> QTextEdit:
    field(program, "period", "background")
    box = type_here("x")
    box.setPlainText(text)
    box.selectAll()
    return box


def test_copy_of_a_section_gives_the_job_title_and_leaves_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        box = typed(program, LONG)
        QTest.keyClick(box, Qt.Key.Key_C, CONTROL)
        assert "etherspindle" not in copied().casefold()
        assert copied().count(code(program)) == 3
        assert is_ours(QGuiApplication.clipboard())
        assert box.toPlainText() == LONG


def test_drag_of_a_text_gives_the_job_title(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        box = typed(program, LONG)
        dragged = box.createMimeDataFromSelection()
        assert "etherspindle" not in dragged.text().casefold()
        assert dragged.formats() == [each for each in dragged.formats() if "html" not in each]


def test_copy_of_words_without_a_name_is_what_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        QTest.keyClick(typed(program, "The file was read.\nNothing else."), Qt.Key.Key_C, CONTROL)
        assert copied() == "The file was read.\nNothing else."


def test_any_other_copy_gives_the_job_title_too(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        put_text(REGISTERED)
        assert copied() == code(program)


def test_copy_of_a_misspelt_or_broken_name_gives_the_job_title(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        for words in ("Wetherspindel", "Wetherspindl", "W e t h e r s p i n d l e", "Weth3rsp1ndle", "Wether spindle"):
            put_text(f"Told by {words} in June.")
            assert copied() == f"Told by {code(program)} in June."


def test_copy_of_a_section_without_the_register_is_refused(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(self: Guard, text: str) -> None:
        raise RegisterUnreadableError("The staff register cannot be read.")

    with desk(qtbot, tmp_path):
        monkeypatch.setattr(Guard, "registered_in", unreadable)
        put_text(LONG)
        assert copied() == ""
        put_text("two words")
        assert copied() == "two words"


def test_copies_after_the_review_was_closed_are_as_before(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        program.close_review()
        qtbot.waitUntil(lambda: program.review is None)
        put_text(SENTENCE)
        assert copied() == SENTENCE
