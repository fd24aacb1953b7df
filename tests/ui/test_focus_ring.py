"""One ring follows the keyboard, stays in sight with what it marks, and is not drawn for a mouse on a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.surfaces import Scroll, column


class Held(QWidget):
    """A field, a button and a table in a part that scrolls, with a ring over the window."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button, self.table = QLineEdit(), Button("Lock"), QTableView()
        self.table.setFixedHeight(900)
        inner = QWidget()
        inner.setLayout(column(self.field, self.button, self.table, gap=10, margins=(20, 20, 20, 20)))
        self.scroll = Scroll(inner)
        QVBoxLayout(self).addWidget(self.scroll)
        self.ring = FocusRing(self)


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_ring_stands_four_pixels_outside_what_has_the_keyboard(show: Callable[..., None]) -> None:
    held = Held()
    show(held, 400, 300)
    held.field.setFocus()
    assert held.ring.marked() is held.field
    assert held.ring.geometry() == place_of(held.field).adjusted(-4, -4, 4, 4)


def test_ring_moves_with_scrolling_and_hides_out_of_sight(show: Callable[..., None]) -> None:
    held = Held()
    show(held, 400, 300)
    held.field.setFocus()
    held.scroll.verticalScrollBar().setValue(30)
    assert held.ring.isVisible()
    assert held.ring.geometry().top() >= place_of(held.scroll).top()
    held.scroll.verticalScrollBar().setValue(300)
    assert held.ring.marked() is None
    held.scroll.verticalScrollBar().setValue(0)
    assert held.ring.marked() is held.field


def test_ring_button_reached_by_keyboard_has_one_and_by_mouse_none(show: Callable[..., None]) -> None:
    held = Held()
    show(held, 400, 300)
    held.field.setFocus()
    QTest.keyClick(held.field, Qt.Key.Key_Tab)
    assert held.button.hasFocus()
    assert held.ring.marked() is held.button
    held.field.setFocus()
    QTest.mousePress(held.button, Qt.MouseButton.LeftButton)
    pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    QTest.mouseRelease(held.button, Qt.MouseButton.LeftButton)
    assert not pressed or held.ring.marked() is not held.button


def test_ring_table_paints_its_own(show: Callable[..., None]) -> None:
    held = Held()
    show(held, 400, 300)
    held.table.setFocus()
    assert held.ring.marked() is None


def test_ring_what_it_marks_may_be_taken_away(show: Callable[..., None]) -> None:
    held = Held()
    show(held, 400, 300)
    held.field.setFocus()
    held.field.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    assert held.ring.marked() is not held.field
    held.button.setFocus()
    held.resize(420, 320)


def test_ring_does_not_take_clicks_or_the_keyboard(show: Callable[..., None]) -> None:
    held = Held()
    show(held, 400, 300)
    held.field.setFocus()
    assert held.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert held.ring.focusPolicy() is Qt.FocusPolicy.NoFocus
