"""F1: the guide beside the work, from the program's own files, and back to the same field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.guidance.facts import Place
from imr_desk.review.stages import STAGES
from ui.guide import guide, section_for
from ui.pages.help import HelpPage
from ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


@pytest.fixture
def opened(program: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    open_by_key(program, *review_in(tmp_path))
    in_use(qtbot, program)
    return program


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def help_of(program: Program) -> HelpPage:
    found = program.window.findChild(HelpPage)
    assert found is not None
    return found


def test_guide_that_is_shown_is_the_guide(repository: Path) -> None:
    shown = repository / "resources" / "help" / "user-guide.md"
    same = shown.read_bytes() == (repository / "docs" / "user-guide.md").read_bytes()
    assert same, "docs/user-guide.md was changed: .venv/bin/python packaging/copy_guide.py"


@pytest.mark.parametrize("stage", [stage.number for stage in STAGES])
def test_guide_has_a_section_for_each_stage(stage: int) -> None:
    section = section_for(stage)
    assert section.text
    assert section.stage == stage or stage == 2


def test_guide_headings_named_in_the_program_stand_in_it() -> None:
    from ui.guide import FIRST, NAMES, PAST

    assert {FIRST, NAMES, PAST} <= {section.heading for section in guide()}


def test_help_shows_the_section_of_the_page_and_goes_back_to_the_field(opened: Program) -> None:
    assert opened.review is not None
    opened.review.pages.go_to(Place("review", "review", "reference", ""))
    before = focused()
    press(Qt.Key.Key_F1)
    page = help_of(opened)
    assert page.head.title.text() == "The review"
    assert "commissioning letter" in page.text.toPlainText()
    assert focused() is page.text
    press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert focused() is before


def test_help_key_again_goes_back(opened: Program) -> None:
    press(Qt.Key.Key_4, CONTROL)
    press(Qt.Key.Key_F1)
    assert help_of(opened).head.title.text() == "The chronology"
    press(Qt.Key.Key_F1)
    assert not help_of(opened).isVisible()
    assert opened.review is not None
    assert opened.review.pages.stage == 4


def test_help_over_the_history_is_about_the_history(opened: Program) -> None:
    actions = opened.window.actions_shown
    assert actions is not None
    actions["review.history"].trigger()
    press(Qt.Key.Key_F1)
    assert help_of(opened).head.title.text() == "History and bin"
    press(Qt.Key.Key_Escape)
    assert opened.review is not None
    assert opened.review.pages.over != 0


def test_help_leads_to_the_other_sections(opened: Program) -> None:
    press(Qt.Key.Key_F1)
    page = help_of(opened)
    page.sections.setFocus()
    while page.sections.currentText() != "The keys":
        press(Qt.Key.Key_Down)
    assert page.head.title.text() == "The keys"
    assert "Ctrl+Shift+F" in page.text.toPlainText()
    assert "|" not in page.text.toPlainText()
    assert page.text.toPlainText().strip().startswith("Ctrl+1")


def test_help_before_a_review_is_open_says_how_to_begin_and_keeps_what_was_typed(
    program: Program, qtbot: QtBot
) -> None:
    program.begin(None)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    press(Qt.Key.Key_N, CONTROL)
    press(Qt.Key.Key_Tab)
    before = focused()
    press(Qt.Key.Key_F1)
    assert help_of(program).head.title.text() == "Begin"
    press(Qt.Key.Key_Escape)
    assert focused() is before


def test_print_preview_after_the_help_shows_the_preview(opened: Program) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_P, CONTROL)
    assert opened.review is not None
    assert type(opened.review.pages.page).__name__ == "PrintPreviewPage"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F1)
    assert help_of(opened).isVisible()
