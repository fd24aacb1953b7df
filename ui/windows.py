"""The windows of the program beside the one: menus, lists that drop down, tips, dialogs. They go at a veil or lock."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

MOST = 100
"""More pop-ups than that were never open at once; a pop-up that will not close does not keep the program waiting."""


def close_pop_ups() -> None:
    """Close every menu and every list that drops down, with nothing chosen, and every tip."""
    for _ in range(MOST):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    QToolTip.hideText()


def close_others(window: QWidget) -> None:
    """Close every window of the program but this one. Dialogs are rejected: that is the safe answer of each."""
    close_pop_ups()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.close()
        other.hide()  # whatever it thought of closing
