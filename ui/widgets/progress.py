"""How far work is that takes longer than a moment: words, a thin bar, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from imr_desk.i18n import tr
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, column

HIGH = 6


class Bar(QProgressBar):
    """A thin bar. The words beside it say what is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(tr("How far it is"))

    def sizeHint(self) -> QSize:
        """As thin as it is painted."""
        return QSize(theme.px(240), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """As thin as it is painted."""
        return QSize(theme.px(80), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
        done = box.adjusted(0, 0, -box.width() * (1 - max(3, self.value()) / 100), 0)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(done, HIGH / 2, HIGH / 2)


class Progress(Surface):
    """One job that runs: what it is, what it does now, how far it is, and the way to stop it."""

    stop_asked = Signal()
    """The person wants the job to end; nothing is lost by it."""

    def __init__(self, what: str, more: str = "") -> None:
        self._what = Label(what, "label")
        self._more = Label(more, "small", "text_soft")
        if not more:  # shown without a parent it would be a window of its own
            self._more.hide()
        self.bar = Bar()
        self.button = Button(tr("Cancel"), "small")
        box = column(self._what, self._more, 6, self.bar, 8, at_left(self.button), gap=0, margins=(15, 10, 15, 12))
        super().__init__(box, fill="accent_soft", edge="accent_line", radius=8)
        self.button.clicked.connect(self._ask)
        self.setAccessibleName(what)
        self.setAccessibleDescription(more)

    def go_on(self, doing: str, percent: int) -> None:
        """Say what is done now, and how far it is."""
        self._more.setText(doing)
        self._more.show()
        self.setAccessibleDescription(doing)
        self.bar.setValue(percent)

    def _ask(self) -> None:
        self.button.setEnabled(False)
        self._more.setText(tr("It ends before its next step."))
        self.stop_asked.emit()
