"""What Qt deletes is held by Python until it is gone, and then no longer."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui import ending


class Marked(QPushButton):
    """A button that can be looked for."""


def test_widget_that_only_its_parent_held_is_there_for_python_until_qt_has_deleted_it(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    held = weakref.ref(Marked("Words", box))
    button = held()
    assert button is not None
    ending.end(button)
    del button
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gone = held()
    assert gone is not None
    assert not isValid(gone)
    del gone
    ending.sweep()
    gc.collect()
    assert held() is None


def test_nothing_of_the_window_is_deleted_any_other_way() -> None:
    folder = Path(ending.__file__).parent
    found = [
        f"{path.relative_to(folder)}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if ".deleteLater()" in line and "self.deleteLater()" not in line and path.name != "ending.py"
    ]
    assert found == []
