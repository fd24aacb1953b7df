"""A person at the keyboard: Tab until something is reached, then type. Nothing is clicked and no method is called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_STOPS = 400


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key, and let the program answer."""
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()


def write(words: str) -> None:
    """Type words where the keyboard is."""
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


def tab_to(name: str, *, back: bool = False, whole: bool = False) -> QWidget:
    """Press Tab until a control is reached whose name begins so, or is so with `whole`; the control."""
    passed: list[str] = []
    for _ in range(MOST_STOPS):
        here = focused().accessibleName()
        if passed and (here == name or (here.startswith(name) and not whole)):
            return focused()
        passed.append(focused().accessibleName())
        press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    raise AssertionError(f"{name!r} is not reached by Tab; passed {passed[-40:]}")


def fill(name: str, words: str) -> None:
    """Tab to a field and type in the place of what it holds, then go on."""
    tab_to(name, whole=True)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(words)
    press(Qt.Key.Key_Tab)


def push(name: str) -> None:
    """Tab to a button and press it."""
    tab_to(name)
    press(Qt.Key.Key_Space)
