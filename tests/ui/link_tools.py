"""Keys for a field in which a record is found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.editors.link_box import LinkBox


def keys(box: LinkBox, *pressed: Qt.Key) -> None:
    """Press keys in the field."""
    for key in pressed:
        QTest.keyClick(box, key)
        QApplication.processEvents()


def choose(box: LinkBox, words: str) -> None:
    """Find a record by words and take the first that is found."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)
    keys(box, Qt.Key.Key_Return)
