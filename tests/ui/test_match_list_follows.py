"""The list under a field in which a record is found goes where the field goes."""

from __future__ import annotations

from collections.abc import Callable

from by_keys import write
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.editors.link import LinkEditor


def test_list_of_matches_stays_under_its_field_when_what_it_stands_in_moves(show: Callable[..., None]) -> None:
    window = QWidget()
    inner = QWidget(window)
    inner.setGeometry(20, 20, 300, 60)
    editor = LinkEditor((("REC-01", "Case record"), ("REC-02", "Letters")))
    editor.setParent(inner)
    editor.setGeometry(0, 0, 280, 40)
    show(window, 600, 500)
    editor.setFocus()
    write("case")
    found = editor.box._list
    assert found is not None
    inner.move(40, 90)
    QApplication.processEvents()
    assert found.y() >= editor.box.mapTo(window, QPoint(0, editor.box.height())).y()
    assert found.isVisible()
