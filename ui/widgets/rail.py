"""The guidance panel folded away. It still says how much is missing: a folded panel must not hide a duty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from imr_desk.i18n import tr, trn
from ui.icons import Glyph
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, column, row


class Rail(Surface):
    """A button that opens the panel, and the number of missing things under it."""

    open_asked = Signal()

    def __init__(self) -> None:
        self.button = IconButton(tr("Open the guidance panel"), Glyph.PANEL_OPEN, "F9")
        self._count = Label("", "label", "text", wrap=False, weight=600)
        self._words = Label(tr("missing"), "caption", "text_soft", wrap=False)
        for label in (self._count, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        counted = column(row(None, self._count, None), row(None, self._words, None), gap=0)
        box = column(row(None, self.button, None), counted, None, gap=2, margins=(0, 10, 0, 8))
        super().__init__(box, fill="window")
        self.button.clicked.connect(self.open_asked)
        self.show_missing(0)

    def show_missing(self, missing: int) -> None:
        """Say how much is missing."""
        self._count.setText(str(missing))
        self._count.set_tone("bad" if missing else "good")
        self._count.setVisible(missing > 0)
        self._words.setText(tr("missing") if missing else tr("nothing missing"))
        self._words.setVisible(missing > 0)
        says = trn("{n} thing is missing", "{n} things are missing", missing) if missing else tr("Nothing is missing")
        self.button.setAccessibleDescription(says)
