"""Cards hold lists of like things: one frame, its parts told apart by rules."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.ending import end
from ui.tokens import Tone
from ui.widgets.surfaces import Rule, Surface, column


class Card(Surface):
    """A raised frame round one thing; the chosen one has an edge of accent."""

    def __init__(self, content: QLayout, *, chosen: bool = False) -> None:
        content.setContentsMargins(16, 14, 16, 14)
        edge: Tone = "accent" if chosen else "line"
        super().__init__(content, fill="raised", edge=edge, radius=8, edge_width=2 if chosen else 1)


class CardList(Surface):
    """A raised frame round several like things, with a rule between them."""

    def __init__(self, *parts: QWidget) -> None:
        self._box: QVBoxLayout = column(gap=0, margins=(1, 2, 1, 2))
        super().__init__(self._box, fill="raised", edge="line", radius=8)
        for part in parts:
            self.add(part)

    def add(self, part: QWidget) -> None:
        """Put one more thing at the end."""
        if self._box.count():
            self._box.addWidget(Rule())
        self._box.addWidget(part)

    def clear(self) -> None:
        """Take everything out."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                end(widget)
