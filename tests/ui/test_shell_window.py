"""The window shows plain values, tells what is asked, and arranges itself for its width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shell_sample import ITEMS, sample_state, sample_window

from ui.main_window import MainWindow
from ui.shell_state import FootState, Guidance, ShellState
from ui.widgets.arrangement import Side, Wishes, arrange
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageFrame


@pytest.fixture
def window(show: Callable[..., None]) -> MainWindow:
    page = PageFrame("The review", "What was asked for.", Button("New entry", "main"))
    made = sample_window(page)
    show(made, 1280, 800)
    return made


@pytest.mark.parametrize(
    ("width", "second", "wishes", "stages", "guidance"),
    [
        (1280, False, Wishes(), Side.OPEN, Side.OPEN),
        (1180, False, Wishes(), Side.OPEN, Side.OPEN),
        (1179, False, Wishes(), Side.OPEN, Side.FOLDED),
        (1280, True, Wishes(), Side.OPEN, Side.FOLDED),
        (980, False, Wishes(), Side.OPEN, Side.FOLDED),
        (979, False, Wishes(), Side.FOLDED, Side.FOLDED),
        (1280, False, Wishes(stages_shut=True, guidance_shut=True), Side.FOLDED, Side.FOLDED),
        (1100, False, Wishes(guidance_over=True), Side.OPEN, Side.OVER),
        (900, False, Wishes(stages_over=True), Side.OVER, Side.FOLDED),
        (1280, False, Wishes(stages_over=True, guidance_over=True), Side.OPEN, Side.OPEN),
    ],
)
def test_arrangement_at_a_width(width: int, second: bool, wishes: Wishes, stages: Side, guidance: Side) -> None:
    assert arrange(width, second_pane=second, wishes=wishes) == (stages, guidance)


def test_window_a_stage_that_is_chosen_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.body.stage_list.setFocus()
    with qtbot.waitSignal(window.stage_chosen) as chosen:
        QTest.keyClick(window.desk.body.stage_list, Qt.Key.Key_Down)
    assert chosen.args == [2]
    with qtbot.waitSignal(window.stage_chosen) as by_keys:
        QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert by_keys.args == [10]


def test_window_showing_another_stage_tells_nobody(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.stage_chosen):
        window.show_state(sample_state(stage=4))
    assert window.desk.body.stage_list.currentIndex().row() == 3
    assert window.desk.header.stages.words() == "4 Chronology"


@pytest.mark.parametrize(
    ("signal", "key", "modifier"),
    [
        ("lock_asked", Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
        ("undo_asked", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_window_keys_ask(
    window: MainWindow, qtbot: QtBot, signal: str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keyClick(window, key, modifier)


def test_window_what_cannot_be_redone_is_off(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk.header.undo.isEnabled()
    assert not window.desk.header.redo.isEnabled()
    with qtbot.assertNotEmitted(window.redo_asked):
        QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.header.undo.accessibleName() == "Undo: Change of ‘Agency’"
    window.show_state(sample_state(can_redo=True))
    with qtbot.waitSignal(window.redo_asked):
        window.desk.header.redo.click()


def test_window_search_asks_after_a_pause_and_esc_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    box = window.desk.header.search
    assert box.hasFocus()
    QTest.keyClicks(box, "bail")
    with qtbot.waitSignal(window.search_asked) as asked:
        box.pause_timer.timeout.emit()
    assert asked.args == ["bail"]
    with qtbot.waitSignal(window.search_left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert not box.hasFocus()
    assert not box.pause_timer.isActive()


def test_window_guidance_link_tells_the_check(window: MainWindow, qtbot: QtBot) -> None:
    link = window.desk.body.guidance.first_control()
    with qtbot.waitSignal(window.go_to) as went:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert went.args == ["who"]


def test_window_names_to_resolve_are_a_way_to_them(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.names_asked):
        window.desk.status.names.click()
    before = window.desk.status.sizeHint().height()
    window.show_state(sample_state(foot=FootState("Saved 14:33")))
    assert not window.desk.status.names.isVisible()
    assert window.desk.status.sizeHint().height() == before  # the page above does not move when a name is typed


def test_window_foot_is_one_sentence_and_says_what_was_not_saved(window: MainWindow) -> None:
    assert window.desk.status.accessibleName() == "Saved 14:32. Backup proved 14:30. 2 names to resolve. Locks in 9 min"
    window.show_state(sample_state(foot=FootState("Saved 14:32", "Not saved: the disk is full", "", 0, None)))
    assert window.desk.status.accessibleName() == "Not saved: the disk is full"


def test_window_folding_the_guidance_is_remembered_and_still_says_what_is_missing(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.sides_shut) as told:
        QTest.keyClick(window, Qt.Key.Key_F9)
    body = window.desk.body
    assert told.args == [False, True]
    assert body.rail.isVisible()
    assert not body.guidance.isVisible()
    assert body.rail.button.hasFocus()
    assert "2 things are missing" in body.rail.button.accessibleDescription()
    with qtbot.waitSignal(window.sides_shut) as again:
        QTest.keyClick(window, Qt.Key.Key_F9)
    assert again.args == [False, False]
    assert body.guidance.isVisible()


def test_window_narrower_guidance_opens_over_the_page_and_esc_folds_it(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    body = window.desk.body
    assert body.rail.isVisible()
    wide = body.pages.width()
    with qtbot.assertNotEmitted(window.sides_shut):
        body.rail.button.click()
        assert body.arrangement.guidance is Side.OVER
        assert body.guidance.isVisible()
        assert body.pages.width() == wide
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not body.guidance.isVisible()


def test_window_going_to_the_page_folds_what_lies_over_it(window: MainWindow) -> None:
    window.resize(1024, 700)
    button = window.page(1).findChild(Button)
    button.setFocus()
    window.desk.body.toggle_guidance()
    assert window.desk.body.guidance.isVisible()
    assert window.desk.body.guidance.isAncestorOf(QApplication.focusWidget())
    button.setFocus()
    assert not window.desk.body.guidance.isVisible()
    assert window.desk.body.rail.isVisible()
    window.desk.body.toggle_guidance()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert button.hasFocus()


def test_window_narrow_a_button_stands_for_the_list_of_stages(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 540)
    body, button = window.desk.body, window.desk.header.stages
    assert button.isVisible()
    assert not body.stages.isVisible()
    button.click()
    assert body.stages.isVisible()
    assert body.stage_list.hasFocus()
    with qtbot.waitSignal(window.stage_chosen):
        QTest.keyClick(body.stage_list, Qt.Key.Key_Down)
    assert not body.stages.isVisible()
    window.resize(1280, 800)
    assert not button.isVisible()
    assert body.stages.isVisible()


def test_window_page_with_a_second_pane_folds_the_guidance(window: MainWindow) -> None:
    page = PageFrame("Chronology")
    window.set_page(4, page)
    page.second_pane = QWidget(page)
    window.show_page(4)
    assert window.desk.body.rail.isVisible()
    page.second_pane.hide()
    window.second_pane_changed()
    assert window.desk.body.guidance.isVisible()


def test_window_f6_goes_through_the_panes_and_back_to_where_it_was(window: MainWindow) -> None:
    body = window.desk.body
    body.stage_list.setFocus()
    order = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        order.append(QApplication.focusWidget())
    assert order[0] is window.page(1).head.findChild(Button)  # type: ignore[attr-defined]
    assert body.guidance.isAncestorOf(order[1])
    assert order[2] is window.desk.status
    assert order[3] is body.stage_list
    body.guidance.fold.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert body.guidance.fold.hasFocus()


def test_window_guidance_that_did_not_change_keeps_its_widgets(window: MainWindow) -> None:
    panel = window.desk.body.guidance
    link = panel.first_control()
    link.setFocus()
    window.show_state(sample_state(guidance=Guidance("The review", (*ITEMS[:3], *ITEMS[4:]))))
    assert panel.first_control() is link
    assert link.hasFocus()
    fewer = (replace(ITEMS[0], sentence="Who agrees it?"), *ITEMS[1:])
    window.show_state(sample_state(guidance=Guidance("The review", fewer)))
    assert panel.first_control() is not link


def test_window_guidance_groups_stand_in_their_order(window: MainWindow) -> None:
    window.show_state(sample_state(guidance=Guidance("x", (ITEMS[3],))))
    window.show_state(sample_state())
    settle()
    captions = [
        (label.mapTo(window, label.rect().topLeft()).y(), label.text())
        for label in window.desk.body.guidance.findChildren(Label)
        if label.isVisible() and " · " in label.text() and not label.text().startswith("R-")
    ]
    assert [words for _, words in sorted(captions)] == ["Missing · 2", "To look at · 1", "Done · 9"]


def test_window_front_page_stands_alone_and_goes(window: MainWindow) -> None:
    front = QWidget()
    window.show_front(front)
    assert front.isVisible()
    assert not window.desk.isVisible()
    window.show_desk()
    assert window.desk.isVisible()


def test_window_cleared_keeps_no_word_of_the_review(window: MainWindow) -> None:
    window.clear_pages()
    QApplication.sendPostedEvents(None, 52)
    words = [label.text() for label in window.findChildren(Label)] + [window.windowTitle(), window.accessibleName()]
    assert not any("Child A" in each or "Fact" in each for each in words)
    assert not window.has_page(1)


def test_window_asks_before_it_closes(window: MainWindow) -> None:
    window.before_closing = _never
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert window.isVisible()
    window.before_closing = _gladly


def _never() -> bool:
    return False


def _gladly() -> bool:
    return True


def test_state_empty_one_shows_an_empty_desk(show: Callable[..., None]) -> None:
    window = MainWindow()
    window.set_actions({})
    window.show_state(ShellState())
    show(window, 1280, 800)
    assert window.windowTitle() == "IMR Desk"
    assert window.desk.body.guidance.isVisible()
