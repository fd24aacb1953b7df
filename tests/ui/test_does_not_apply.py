"""‘Does not apply, because …’ in the guidance panel of an open review, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import SetFields
from ui.open_review import OpenReview
from ui.program import Program
from ui.shell_state import Exempting, ItemGroup
from ui.widgets.guidance_item import GuidanceLine
from ui.widgets.guidance_panel import GuidancePanel

LESSONS = 7


class Desk:
    def __init__(self, program: Program, qtbot: QtBot) -> None:
        assert program.review is not None
        self.program, self._qtbot = program, qtbot
        self.review: OpenReview = program.review

    @property
    def panel(self) -> GuidancePanel:
        return self.program.window.desk.body.guidance

    def line(self, requirement: str) -> GuidanceLine:
        found = [each for each in self.panel._lines() if each.item.requirement == requirement]
        assert found
        return found[0]

    def wait_for(self, requirement: str, group: ItemGroup) -> GuidanceLine:
        def there() -> bool:
            found = [each for each in self.panel._lines() if each.item.requirement == requirement]
            return bool(found) and found[0].item.group is group

        self._qtbot.waitUntil(there)
        return self.line(requirement)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focus(), key, modifier)
        QApplication.processEvents()

    def begin_reason(self, requirement: str) -> GuidanceLine:
        line = self.wait_for(requirement, ItemGroup.MISSING)
        assert line.action is not None
        line.action.setFocus()
        self.press(Qt.Key.Key_Space)
        assert line.reason is not None
        assert line.reason.isAncestorOf(focus())
        return line


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    path, key = review_in(tmp_path)
    with running(ScriptedAsk()) as program:
        program.window.resize(1280, 800)
        program.window.show()
        program.window.activateWindow()
        open_by_key(program, path, key, LESSONS)
        made = Desk(program, qtbot)
        made.review.bridge.run(SetFields("lesson", "LES-1", {"reason_for_none": None}))
        yield made


def test_reason_typed_in_the_panel_is_kept_dated_and_shown_in_its_own_group(desk: Desk) -> None:
    desk.begin_reason("R-119")
    QTest.keyClicks(focus(), "Lessons are drawn by the board.")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Space)
    (record,) = desk.review.bridge.review.all("exemption")
    today = desk.review.session().clock().date()
    assert (record.text("requirement"), record.day("dated")) == ("R-119", today)
    line = desk.wait_for("R-119", ItemGroup.DOES_NOT_APPLY)
    assert line.item.reason.endswith(": Lessons are drawn by the board.")
    assert str(today.year) in line.item.reason
    assert desk.panel.isAncestorOf(focus())


def test_reason_can_be_taken_back_and_undo_brings_it_back(desk: Desk) -> None:
    desk.review.exempt("R-119", "Lessons are drawn by the board.")
    line = desk.wait_for("R-119", ItemGroup.DOES_NOT_APPLY)
    assert line.action is not None
    line.action.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.review.bridge.review.all("exemption") == ()
    desk.wait_for("R-119", ItemGroup.MISSING)
    desk.review.bridge.undo()
    desk.wait_for("R-119", ItemGroup.DOES_NOT_APPLY)
    desk.review.bridge.undo()
    desk.wait_for("R-119", ItemGroup.MISSING)


def test_blank_reason_is_refused_with_a_sentence_and_nothing_is_kept(desk: Desk) -> None:
    line = desk.begin_reason("R-119")
    QTest.keyClicks(focus(), "   ")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Space)
    assert line.reason is not None
    assert line.reason.row.error() == "Say why it does not apply. Without a reason it is still asked for."
    assert desk.review.bridge.review.all("exemption") == ()
    assert line.reason.isAncestorOf(focus())


def test_reason_marks_a_name_as_it_is_typed(desk: Desk, qtbot: QtBot) -> None:
    line = desk.begin_reason("R-119")
    QTest.keyClicks(focus(), "Mrs Quillfeather said so.")
    assert line.reason is not None
    names = line.reason.names
    qtbot.waitUntil(lambda: names.current() is not None)
    current = names.current()
    assert current is not None
    assert "Quillfeather" in current[1].words


def test_reason_left_with_esc_keeps_what_was_typed_also_over_another_stage(desk: Desk) -> None:
    line = desk.begin_reason("R-119")
    QTest.keyClicks(focus(), "Half a reason")
    desk.press(Qt.Key.Key_Escape)
    assert focus() is line.action
    desk.program._show_stage(1)
    desk.review.refresh()
    desk.program._show_stage(LESSONS)
    desk.review.refresh()
    again = desk.begin_reason("R-119")
    assert again.reason is not None
    assert again.reason.editor.value() == "Half a reason"


def test_reason_being_written_is_not_taken_away_by_a_check_that_comes_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    line = desk.begin_reason("R-119")
    QTest.keyClicks(focus(), "Half")
    before = desk.review.advice
    desk.review.bridge.run(SetFields("recommendation", "RCM-1", {"specific": None}))
    qtbot.waitUntil(lambda: desk.review.advice is not before)
    desk.review.refresh()
    assert line.isVisible()
    assert line.reason is not None
    assert line.reason.isAncestorOf(focus())
    desk.press(Qt.Key.Key_Escape)
    assert desk.line("R-118").item.group is ItemGroup.MISSING


def test_names_and_signatures_offer_no_reason(desk: Desk) -> None:
    desk.review.pages.show(2)
    desk.review.bridge.run(SetFields("declaration", "DEC-001", {"no_direct_involvement": None}))
    assert desk.wait_for("R-042", ItemGroup.MISSING).item.exempting is Exempting.NO


def test_foot_of_the_panel_says_whose_guidance_it_is_and_more_of_it_by_keyboard(desk: Desk) -> None:
    panel = desk.panel
    desk.wait_for("R-119", ItemGroup.MISSING)
    assert panel._pack.text().endswith("check the current page.")
    panel.more.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert "single point of contact" in panel._pack.text()
    assert panel.more.words() == "Less about this guidance"
    desk.press(Qt.Key.Key_Space)
    assert "single point of contact" not in panel._pack.text()
