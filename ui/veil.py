"""The veil: one key covers the whole window at once, and takes everything beneath out of it until it is lifted.

For open-plan offices and trains. After a minute it becomes a lock.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.widgets.buttons import Button
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, at_top, column, row

SECONDS = 60
"""How long a veil stays before it locks."""


class Veil(Surface):
    """A page without a word of the review. F12, Esc or its button lift it, and the keyboard goes back where it was.

    It stands in the window like the page before a review is open; the review beneath is not shown, so nothing of it is
    painted, and a screen reader finds nothing of it.
    """

    lifted = Signal()
    """The person wants to see the review again."""
    lock_asked = Signal()
    """A minute is over, or the person would rather lock."""

    def __init__(self) -> None:
        self._button = Button(tr("Show the review again"), "main", Glyph.EYE)
        self._lock = Button(tr("Lock"), "plain", Glyph.LOCK)
        words = column(
            Label(tr("Veiled"), "title"),
            Label(tr("F12 shows the review again. After a minute it locks."), "body", "text_soft"),
            6,
            at_left(self._button, self._lock, gap=12),
            gap=4,
        )
        middle = row(at_top(IconView(Glyph.EYE_OFF, "text_soft", 24), 4), gap=14, margins=(32, 0, 32, 0))
        middle.addLayout(words)
        across = row(gap=0)
        across.addStretch(1)
        across.addLayout(middle)
        across.addStretch(1)
        box = column(gap=0)
        box.addStretch(2)
        box.addLayout(across)
        box.addStretch(3)
        super().__init__(box, fill="window")
        self.setAccessibleName(tr("Veiled"))
        self._before = QApplication.focusWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(1000 * SECONDS)
        self._timer.timeout.connect(self.lock_asked)
        self._timer.start()
        self._button.clicked.connect(self.lifted)
        self._lock.clicked.connect(self.lock_asked)
        for keys, signal in (("F12", self.lifted), ("Esc", self.lifted), ("Ctrl+L", self.lock_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the button that lifts it."""
        self._button.setFocus(reason)

    @property
    def before(self) -> QWidget | None:
        """What had the keyboard before, if it is still there."""
        return self._before if self._before is not None and isValid(self._before) else None

    def end(self) -> QWidget | None:
        """Count no more; gives what had the keyboard before, if it is still there."""
        self._timer.stop()
        return self.before
