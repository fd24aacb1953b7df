"""Chips: a link to something in the review, small enough to stand among words. And tags, which only say something."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QSizePolicy

from ui.icons import Glyph
from ui.tokens import Tone
from ui.widgets.labels import Label
from ui.widgets.pressable import Paint, Pressable, Pressed
from ui.widgets.surfaces import Surface, row

ChipLook = Literal["plain", "accent", "wait"]
"""Evidence; a question or recommendation; something that is not so yet."""


def _chip(fill: Tone, edge: Tone, ink: Tone) -> Pressed:
    """A chip in three tones."""
    hover = Paint(fill, "text_soft", ink)
    return Pressed(Paint(fill, edge, ink), hover, hover, role="small", height=26, pad=8, radius=4, side=14)


_LOOKS: dict[str, Pressed] = {
    "plain": _chip("hover", "line", "text_soft"),
    "accent": _chip("accent_soft", "accent_line", "accent"),
    "wait": _chip("wait_soft", "wait_line", "wait"),
}


class Chip(Pressable):
    """A way to an entry, document, question. It is a button: it can be reached and pressed by keyboard."""

    def __init__(self, words: str, look: ChipLook = "plain", glyph: Glyph | None = None) -> None:
        super().__init__(words, _LOOKS[look], glyph)


class Tag(Surface):
    """Words in a small frame that cannot be pressed, such as ‘Draft of version 1’."""

    def __init__(self, words: str = "") -> None:
        self._label = Label(words, "small", "text_soft", wrap=False, weight=500)
        super().__init__(row(self._label, margins=(9, 2, 9, 3)), fill="hover", edge="line", radius=4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words, or nothing at all."""
        self._label.setText(words)
        self.setVisible(bool(words))
