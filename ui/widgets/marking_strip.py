"""The protective marking, at the head and foot of the window. Capitals stand nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from ui import theme
from ui.widgets.labels import Label, ShortLabel
from ui.widgets.surfaces import Surface, row

HEIGHT = 24


class MarkingStrip(Surface):
    """The marking in capitals, and at the head the line on how to handle the review."""

    def __init__(self) -> None:
        self._marking = Label("", "caption", "text", wrap=False, weight=600, spaced=True)
        self._handling = ShortLabel("", "caption", "text_soft")
        super().__init__(row(None, self._marking, self._handling, None, gap=12, margins=(16, 0, 16, 0)), fill="sunken")
        self.setFixedHeight(theme.px(HEIGHT))

    def say(self, marking: str, handling: str = "") -> None:
        """Show a marking and, where there is room, the handling line."""
        self._marking.setText(marking.upper())
        self._handling.setText(handling)
        self._handling.setVisible(bool(handling))
        self.setAccessibleName(" ".join(part for part in (marking, handling) if part))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setFixedHeight(theme.px(HEIGHT))
