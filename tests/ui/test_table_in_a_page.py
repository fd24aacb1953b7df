"""The row one goes to with the keys is seen, also where the page shows a part of the table only."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shell_sample import event_table, events

from ui.widgets.surfaces import column

HIGH = 260


def test_row_gone_to_with_the_keys_comes_into_sight_in_the_page(qtbot: QtBot) -> None:
    table, _ = event_table(events(40))
    table.setFixedHeight(HIGH)
    room, page, area = QWidget(), QWidget(), QScrollArea()
    room.setFixedHeight(HIGH)
    page.setLayout(column(room, table))
    area.setWidget(page)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(700, HIGH + 80)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    table.setFocus()
    table.go_to_row(0)
    area.verticalScrollBar().setValue(0)

    def seen() -> bool:
        row = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(area.viewport(), QPoint(0, row.top())).y()
        return top >= 0 and top + row.height() <= area.viewport().height()

    for key in (*[Qt.Key.Key_Down] * 6, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        QTest.keyClick(
            table, key, Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_End else Qt.KeyboardModifier(0)
        )
        QApplication.processEvents()
        qtbot.waitUntil(seen, timeout=2000)
