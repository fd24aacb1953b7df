"""One of a few, by name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStyledItemDelegate, QWidget

from imr_desk.i18n import tr
from ui import icons, theme
from ui.icons import Glyph
from ui.widgets.editors.base import Editor
from ui.widgets.surfaces import row

Choices = tuple[tuple[str, str], ...]
"""What is stored, and its label."""
MEASURED = 300
"""How many labels are measured at most."""


class ChoiceBox(QComboBox):
    """A QComboBox that scrolls with its page: the wheel never changes what was chosen."""

    come_to = Signal()
    """It has the keyboard, or its list is about to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setItemDelegate(QStyledItemDelegate(self))
        self._spoken: QLabel | None = None

    def setAccessibleName(self, name: str) -> None:
        """Name it. On Linux Qt tells readers what was chosen in place of the name, which they take from a label."""
        super().setAccessibleName(name)
        if self._spoken is None and self.parentWidget() is not None:
            self._spoken = QLabel(self.parentWidget())  # beside it, as Qt looks for it there, and never seen
            self._spoken.hide()
            self._spoken.setBuddy(self)
        if self._spoken is not None:
            self._spoken.setText(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Wide enough for its longest label, up to a line of a form."""
        return QSize(min(self._longest(QFontMetrics(theme.font("body"))) + theme.px(60), theme.px(480)), self._high())

    def _high(self) -> int:
        return super().sizeHint().height()

    def _longest(self, metrics: QFontMetrics) -> int:
        """The width of the longest label; of very many, that of the first ones."""
        seen = range(min(self.count(), MEASURED))
        return max((metrics.horizontalAdvance(self.itemText(at)) for at in seen), default=0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is here. Letters typed here before are no part of those that come."""
        self.view().keyboardSearch("")
        self.come_to.emit()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Open the list as wide as its longest label, so that none is cut."""
        self.come_to.emit()
        longest = self._longest(QFontMetrics(self.view().font()))
        self.view().setMinimumWidth(min(longest + 48, self.window().width()))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then our own arrow, which has the colours in force."""
        super().paintEvent(event)
        side = theme.px(16)
        at = QRect(self.width() - side - theme.px(8), (self.height() - side) // 2, side, side)
        icons.draw(QPainter(self), at, Glyph.CHEVRON_DOWN, "text" if self.isEnabled() else "disabled")


class ChoiceEditor(Editor[str]):
    """One of `choices`; nothing chosen is `""`. The choice is committed as soon as it is made."""

    def __init__(self, choices: Choices, none: str = "") -> None:
        super().__init__()
        self.box = ChoiceBox()
        self._none = none or tr("Not chosen")
        self._stored: tuple[str, ...] = ()
        self.setLayout(row(self.box))
        self.set_choices(choices)
        self._kept = ""
        self.box.activated.connect(self._chosen)
        self.box.currentTextChanged.connect(self.box.setToolTip)

    def set_choices(self, choices: Choices) -> None:
        """Offer other choices; what was chosen stays chosen if it is still among them."""
        chosen = self.value() if self._stored else ""
        self._stored = ("", *(stored for stored, _ in choices))
        self.box.clear()
        self.box.addItems([self._none, *(label for _, label in choices)])
        self._show(chosen)

    def name_none(self, words: str) -> None:
        """Say in other words that nothing is chosen."""
        self._none = words
        self.box.setItemText(0, words)

    def value(self) -> str:
        """What is stored for the choice."""
        return self._stored[max(0, self.box.currentIndex())]

    def _show(self, value: str | None) -> None:
        self.box.setCurrentIndex(self._stored.index(value) if value in self._stored else 0)

    def _state(self) -> object:
        return self.value()

    def controls(self) -> tuple[QWidget, ...]:
        """The one box."""
        return (self.box,)

    def set_read_only(self, on: bool) -> None:
        """Let it be read, and not changed."""
        self.box.setEnabled(not on)

    @Slot(int)
    def _chosen(self, _index: int) -> None:
        self.touched()
        self.commit()
