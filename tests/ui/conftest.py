"""For tests of the window: the light look at 100 %, and a way to show a widget until it has the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import FullDisk, ScriptedAsk, in_use, open_by_key, review_in, running

from ui import theme
from ui.program import Program
from ui.theme import Look
from ui.tokens import tokens


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    """The light look, whatever the test before put on."""
    wanted = Look("light", tokens().colours["light"])
    if theme.look() != wanted or not qapp.styleSheet():
        theme.put_on(qapp, wanted)


@pytest.fixture(autouse=True)
def _no_button_held(qapp: QApplication) -> None:
    """A button of the mouse that an earlier test left pressed, on a widget that went, is let go."""
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        other = QWidget()
        other.show()
        QTest.mouseRelease(other, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        other.close()
        other.deleteLater()


@pytest.fixture(autouse=True)
def _no_names_told_any_more() -> Iterator[None]:
    """What a test had the texts told of names is forgotten after it, and nothing waits to be read."""
    yield
    if "ui.widgets.names.watch" in sys.modules:
        from ui.widgets.names.watch import watch

        watch().take(None)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., None]:
    """Shows a widget at a size and waits until it has the keyboard."""

    kept: list[QWidget] = []  # qtbot itself holds widgets only weakly

    def shown(widget: QWidget, wide: int = 0, high: int = 0) -> None:
        kept.append(widget)
        qtbot.addWidget(widget)
        if wide:
            widget.resize(wide, high or widget.sizeHint().height())
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        QApplication.processEvents()

    return shown


@pytest.fixture
def ask() -> ScriptedAsk:
    """Answers the questions of the program, as the test writes."""
    return ScriptedAsk()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    """A disk with room, until the test fills it."""
    made = FullDisk(monkeypatch.setattr)
    made.full = False
    return made


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    """The program with a copy of the sample open in its window, which has the keyboard and its menus."""
    with running(ask) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *review_in(tmp_path))
        in_use(qtbot, made)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)
