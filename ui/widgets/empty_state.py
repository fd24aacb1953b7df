"""Where nothing stands yet: what goes here, the two ways to begin, one small example. No picture."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.pressable import Pressable
from ui.widgets.surfaces import Bounded, Surface, column

WIDEST = 520


class EmptyState(Bounded):
    """A block at the left, of at most 520 pixels at 100 %."""

    def __init__(self, what: str, *actions: Pressable, heading: str = "", example: str = "") -> None:
        box = column(gap=8, margins=(0, 8, 0, 8))
        if heading:
            box.addWidget(Label(heading, "section"))
        box.addWidget(Label(what, "body", "text_soft"))
        if actions:
            box.addSpacing(4)
            box.addLayout(Flow(*actions, gap=8))
        self.example: Surface | None = None
        """It can go where the window is too low for all of it."""
        if example:
            words = column(Label(example, "small", "text_soft"), margins=(14, 10, 14, 12))
            self.example = Surface(words, fill="window", radius=8)
            box.addSpacing(8)
            box.addWidget(self.example)
        box.addStretch(1)
        super().__init__(WIDEST)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
