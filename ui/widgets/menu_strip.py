"""The bar of menus. They are filled after the first paint; their room is there before, so that nothing moves then."""

from __future__ import annotations

import math

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenuBar

from ui import theme

AROUND = 10
"""What the style sheet leaves above and below the words: of the bar 1 pixel, of each menu 4."""


class MenuStrip(QMenuBar):
    """As high empty as it is with menus, at every size of text."""

    def __init__(self) -> None:
        super().__init__()
        self.look_changed()

    def look_changed(self) -> None:
        """Keep the room that the look asks for that is put on now (see `theme.put_on`)."""
        if not self.isNativeMenuBar():
            self.setMinimumHeight(math.ceil(QFontMetricsF(theme.font("body")).height()) + AROUND)
