"""A few facts to read, each under its label: what a page or a record says of itself. Nothing is typed here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from ui import theme
from ui.widgets.labels import Label

LABEL_WIDTH = 148
BETWEEN = 24
SIDE_BY_SIDE = 600
"""From this width on, at 100 %, two columns of facts stand side by side."""


class Facts(QWidget):
    """Labels and values in one column, or in two where there is room. `names` gives each fact its label, in order."""

    def __init__(self, names: Mapping[str, str], *, columns: int = 1, label_width: int = LABEL_WIDTH) -> None:
        super().__init__()
        self._labels: dict[str, Label] = {}
        self._values: dict[str, Label] = {}
        self._label_width = label_width
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(BETWEEN)
        wanted, each = tuple(names.items()), -(-len(names) // columns)
        for at in range(0, len(wanted), max(1, each)):
            self._box.addLayout(self._grid(wanted[at : at + each]), 1)
        self.setLayout(self._box)
        self._set_widths()

    def _grid(self, names: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, (name, words) in enumerate(names):
            label, value = Label(words, "small", "text_soft"), Label("", "body")
            self._labels[name], self._values[name] = label, value
            grid.addWidget(label, at, 0)
            grid.addWidget(value, at, 1)
        grid.setRowStretch(len(names), 1)
        return grid

    def show_facts(self, facts: Mapping[str, str], nothing: str = "") -> None:
        """Show these values. A fact without one says `nothing`, or is left out where that is empty."""
        for name, value in self._values.items():
            words = facts.get(name, "")
            value.setText(words or nothing)
            value.set_tone("text" if words else "text_quiet")
            for each in (value, self._labels[name]):
                each.setHidden(not (words or nothing))

    def words(self) -> str:
        """All that is shown, for a screen reader."""
        shown = ((self._labels[name].text(), value) for name, value in self._values.items() if not value.isHidden())
        return ". ".join(f"{label}: {value.text()}" for label, value in shown)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(SIDE_BY_SIDE)
        kinds = QBoxLayout.Direction
        wanted = kinds.LeftToRight if wide else kinds.TopToBottom
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)
            self._box.setSpacing(BETWEEN if wide else 4)

    def _set_widths(self) -> None:
        for label in self._labels.values():
            label.setFixedWidth(theme.px(self._label_width))
