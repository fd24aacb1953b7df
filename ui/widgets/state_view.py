"""How something stands: an icon whose shape says it, and the words. Colour only repeats it."""

from __future__ import annotations

from typing import NamedTuple

from ui.icons import Glyph
from ui.tokens import Role, Tone
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_top, row


class StateWords(NamedTuple):
    """A state in words, with its tone and the outline beside it."""

    words: str
    tone: Tone = "text_soft"
    glyph: Glyph = Glyph.CIRCLE_DASHED


class StateView(Surface):
    """An icon and words beside it."""

    def __init__(self, state: StateWords, role: Role = "small") -> None:
        self._icon = IconView(state.glyph, state.tone, 16)
        self._label = Label(state.words, role, state.tone)
        box = row(at_top(self._icon, 2), gap=6)
        box.addWidget(self._label, 1)
        super().__init__(box)

    def show_state(self, state: StateWords) -> None:
        """Show another state."""
        self._icon.show_glyph(state.glyph, state.tone)
        self._label.setText(state.words)
        self._label.set_tone(state.tone)
