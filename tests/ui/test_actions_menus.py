"""Menus and keys: each key once, each in its menu, and nothing that does nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenuBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ACTIONS, MENUS, Actions

PROMISED = (
    *("Ctrl+1", "Ctrl+9", "Ctrl+0", "F6", "Shift+F6", "Ctrl+Shift+F", "Ctrl+F", "F3", "Ctrl+Return", "Ctrl+D"),
    *("Alt+Up", "Alt+Down", "Ctrl+;", "Ctrl+K", "Ctrl+.", "F8", "Shift+F8", "F9", "F4", "Shift+F4", "Ctrl+S"),
    *("Ctrl+Z", "Ctrl+Y", "Ctrl+L", "F12", "Ctrl++", "Ctrl+-", "Ctrl+Alt+0", "F7", "F1", "Ctrl+P"),
)


class Window(QWidget):
    """A window with a menu bar, that counts what was asked."""

    def __init__(self, *ids: str) -> None:
        super().__init__()
        self.asked = 0
        self.bar = QMenuBar()
        QVBoxLayout(self).addWidget(self.bar)
        self.made = Actions(self, self.bar, dict.fromkeys(ids, self.ask))

    def ask(self) -> None:
        self.asked += 1


def test_actions_each_id_and_each_key_stands_once() -> None:
    ids = Counter(spec.id for spec in ACTIONS)
    keys = Counter(QKeySequence(each).toString() for spec in ACTIONS for each in spec.keys)
    assert [each for each, times in (ids + keys).items() if times > 1] == []
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


@pytest.mark.parametrize("keys", PROMISED)
def test_actions_every_key_promised_belongs_to_one(keys: str) -> None:
    assert [spec.id for spec in ACTIONS if keys in spec.keys]
    assert not QKeySequence(keys).isEmpty()


def test_menus_show_only_what_can_be_done(qtbot: QtBot) -> None:
    window = Window("edit.undo", "view.larger", "stage.4")
    qtbot.addWidget(window)
    assert [menu.text() for menu in window.bar.actions()] == ["&Edit", "&View"]
    assert set(window.made.shown()) == {"edit.undo", "view.larger", "stage.4"}
    assert window.made["stage.4"].shortcut().toString() == "Ctrl+4"
    assert window.made["view.larger"].text() == "Larger text"


def test_menus_key_does_it_once_and_not_while_it_is_off(show: Callable[..., None]) -> None:
    window = Window("edit.undo")
    show(window, 300, 200)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == 1
    window.made.enable("edit.undo", False)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == 1
    window.made.enable("sign.sign", True)


def test_menus_theme_that_is_on_is_marked(qtbot: QtBot) -> None:
    ids = ("view.theme_light", "view.theme_dark")
    window = Window(*ids)
    qtbot.addWidget(window)
    window.made.choose(ids, "view.theme_dark")
    assert [window.made[each].isChecked() for each in ids] == [False, True]


def test_menus_handler_of_no_action_is_our_fault(qtbot: QtBot) -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        Window("no.such")
