"""From ‘Ready?’ to what is missing and back, by keyboard alone: what is filled opens the gate, and stays so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from ui.pages.lessons import LessonsPage
from ui.pages.ready import ReadyPage
from ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier
GAPS = (
    SetFields("recommendation", "RCM-2", {"specific": None}),
    SetFields("action", "ACT-2", {"owner": None}),
    SetFields("interview", "INT-01", {"shared_on": None}),
)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)
    for _ in range(5):
        QApplication.processEvents()


def walk(name: str) -> None:
    for _ in range(80):
        if focus().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}")


def wait_for_lead(program: Program, qtbot: QtBot, words: str) -> ReadyPage:
    press(Qt.Key.Key_8, CONTROL)
    page = program.window.page(8)
    assert isinstance(page, ReadyPage)
    qtbot.waitUntil(lambda: page.frame.head.lead.text().startswith(words))
    return page


def from_ready_to_the_first_gap(program: Program) -> None:
    """To the first gate that is held, from there to the line that holds it, and from there to its field."""
    program.window.focus_page()
    walk("Show what holds ‘The author signs’")
    press(Qt.Key.Key_Space)
    assert focus().accessibleName() == "What is asked for"
    press(Qt.Key.Key_Return)


def test_gaps_shown_on_ready_are_filled_and_excused_by_keyboard_until_the_gate_stands_open(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path, key = review_in(tmp_path)
    with running(ScriptedAsk()) as program:
        program.window.resize(1280, 800)
        program.window.show()
        program.window.activateWindow()
        open_by_key(program, path, key, 7)
        assert program.review is not None
        for gap in GAPS:
            program.review.bridge.run(gap)
        review = program.review
        qtbot.waitUntil(lambda: review.advice is not None and QApplication.focusWidget() is not None)
        wait_for_lead(program, qtbot, "3 things stand")

        # an interview whose record was never shared: a reason stands in for it
        program.window.focus_page()
        walk("Show what holds ‘The author signs’")
        press(Qt.Key.Key_Space)
        walk("Does not apply, because …")
        press(Qt.Key.Key_Space)
        QTest.keyClicks(focus(), "The record was read out and agreed in the room.")
        walk("Keep the reason")
        press(Qt.Key.Key_Space)
        wait_for_lead(program, qtbot, "2 things stand")

        # the two others are filled where they are missing
        for name, words in (("Specific: what will be done", "One route."), ("Owner (post)", "Area Business Manager")):
            from_ready_to_the_first_gap(program)
            assert isinstance(program.review.pages.page, LessonsPage)
            assert focus().accessibleName() == name
            QTest.keyClicks(focus(), words)
            press(Qt.Key.Key_Tab)
            wait_for_lead(program, qtbot, "1 thing stands" if name.startswith("Specific") else "Nothing stands")
    kept = Session.open(path, raw_key=key)
    assert kept.review["RCM-2"].text("specific") == "One route."
    assert kept.review["ACT-2"].text("owner") == "Area Business Manager"
    assert [each.text("requirement") for each in kept.review.all("exemption")] == ["R-086"]
    kept.close()
