"""Labels, buttons, chips, flow, notices: they measure what they paint and say what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.icons import Glyph
from ui.widgets.buttons import Button, FilterButton, IconButton
from ui.widgets.cards import CardList
from ui.widgets.chips import Chip, Tag
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ShortLabel
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock

LONG = "Telephone call between Crown Prosecutor 2 and the officer in the case about bail, of which no note was found."


@pytest.mark.parametrize("role", ["title", "section", "reading", "body", "label", "small", "caption"])
def test_label_every_line_is_as_high_as_its_role_says(qtbot: QtBot, role: str) -> None:
    label = Label(LONG, role)  # type: ignore[arg-type]
    qtbot.addWidget(label)
    line = theme.line_height(role)  # type: ignore[arg-type]
    heights = [label.heightForWidth(width) for width in (60, 120, 240, 480)]
    assert [height % line for height in heights] == [0, 0, 0, 0]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


def test_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label("<b>Area</b> & <i>unit</i>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.natural_width() > Label("Area").natural_width() * 3


def test_label_line_is_never_longer_than_can_be_read(qtbot: QtBot) -> None:
    label = Label(LONG * 4, "reading")
    qtbot.addWidget(label)
    assert label.block(4000).width <= 680


def test_label_other_words_are_measured_again(qtbot: QtBot) -> None:
    label = Label("Short")
    qtbot.addWidget(label)
    before = label.heightForWidth(100)
    label.setText(LONG)
    assert label.heightForWidth(100) > before


def test_short_label_keeps_the_whole_of_it_for_a_tooltip(qtbot: QtBot) -> None:
    label = ShortLabel(LONG, "label")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 64
    assert label.toolTip() == label.text() == LONG


def test_text_block_word_wider_than_the_line_is_broken(qapp: QApplication) -> None:
    block = TextBlock("C:\\Users\\" + "x" * 80, "body", 120)
    assert block.lines > 3
    assert block.width <= 120


@pytest.mark.parametrize("look", ["main", "plain", "flat", "small", "mini", "link", "small_link"])
def test_button_wraps_where_it_must_and_is_never_too_small(qtbot: QtBot, look: str) -> None:
    button = Button(LONG, look, Glyph.LINK)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    assert button.heightForWidth(200) > button.sizeHint().height()
    assert min(Button("a", look).sizeHint().toTuple()) >= 24  # type: ignore[arg-type]
    assert button.accessibleName() == LONG


def test_button_ampersand_is_a_letter_and_no_key(qtbot: QtBot) -> None:
    button = Button("Records & documents")
    qtbot.addWidget(button)
    assert button.words() == button.accessibleName() == "Records & documents"
    assert button.shortcut().isEmpty()


def test_button_icon_alone_has_a_name_and_its_keys(qtbot: QtBot) -> None:
    button = IconButton("Undo", Glyph.UNDO, "Ctrl+Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert "Ctrl+Z" in button.toolTip()
    assert min(button.sizeHint().toTuple()) >= 24


def test_button_states_are_painted_apart(show: Callable[..., None]) -> None:
    button = Button("Unlock", "main")
    show(button, 120, 36)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    rest = button.grab().toImage().pixelColor(6, 18).name()
    button.setEnabled(False)
    off = button.grab().toImage().pixelColor(6, 18).name()
    assert rest == theme.colour("accent").name()
    assert off == theme.colour("disabled_fill").name()


def test_filter_chosen_has_a_tick_and_more_room(qtbot: QtBot) -> None:
    button = FilterButton("All 214")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.setChecked(True)
    assert button.sizeHint().width() > before
    assert button.isCheckable()


def test_chip_is_reached_and_pressed_by_keyboard_and_a_tag_is_not(show: Callable[..., None], qtbot: QtBot) -> None:
    held = QWidget()
    chip, tag = Chip("Entry 47", "plain", Glyph.LINK), Tag("Draft of version 1")
    held.setLayout(Flow(chip, tag))
    show(held, 300, 60)
    chip.setFocus()
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert tag.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_flow_goes_on_to_the_next_line_and_cuts_nothing(show: Callable[..., None]) -> None:
    held = QWidget()
    chips = [Chip(words) for words in ("Question 1", "Question 2", "Question 3", LONG)]
    held.setLayout(Flow(*chips))
    show(held, 240, 300)
    places = [chip.geometry() for chip in chips]
    assert places[0].top() == places[1].top() < places[2].top() < places[3].top()
    assert all(place.right() < 240 for place in places)
    assert places[3].height() >= chips[3].heightForWidth(places[3].width())
    assert held.layout().heightForWidth(240) > held.layout().heightForWidth(900)


def test_flow_taken_out_items_leave_no_gap(qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    flow = Flow(Chip("One"), Chip("Two"))
    held.setLayout(flow)
    both = flow.sizeHint().width()
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.count() == 1
    assert flow.sizeHint().width() < both
    assert flow.takeAt(5) is None
    assert flow.itemAt(-1) is None
    held.deleteLater()
    taken.widget().deleteLater()


@pytest.mark.parametrize("kind", ["bad", "wait", "good", "accent"])
def test_notice_says_what_happened_and_what_it_means(qtbot: QtBot, kind: str) -> None:
    notice = Notice(kind, "Not saved: the disk is full", "Nothing is lost.", Button("Try again"))  # type: ignore[arg-type]
    qtbot.addWidget(notice)
    assert notice.accessibleName() == "Not saved: the disk is full"
    assert notice.accessibleDescription() == "Nothing is lost."
    notice.say("Saved again")
    assert notice.accessibleName() == "Saved again"
    assert notice.accessibleDescription() == ""
    notice.speak()


def test_card_list_rules_stand_between_and_clear_takes_all_out(qtbot: QtBot) -> None:
    cards = CardList(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(cards)
    assert cards.layout().count() == 5
    cards.clear()
    assert cards.layout().count() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("look", ["plain", "link"])
def test_return_presses_a_button_or_link_that_has_the_keyboard(qtbot: QtBot, look: str, key: Qt.Key) -> None:
    button = Button("Open a review file", look)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_return_with_control_is_left_to_the_shortcuts(qtbot: QtBot) -> None:
    button = Button("Open a review file", "plain")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_return_turns_a_filter_on(qtbot: QtBot) -> None:
    chosen = FilterButton("Not used yet · 3")
    qtbot.addWidget(chosen)
    chosen.show()
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert chosen.isChecked()
