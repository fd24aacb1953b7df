"""A notice stands in the page at the place it concerns, and stays until it no longer holds. There are no toasts.

What happened; what it means and what is safe; what to do, as one or two buttons.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QAbstractButton

from ui.icons import Glyph
from ui.tokens import Tone
from ui.widgets.announce import announce
from ui.widgets.flow import Flow
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_top, column, row

NoticeKind = Literal["bad", "wait", "good", "accent"]
"""Error; look at this; good; to know."""

_GLYPHS: dict[str, Glyph] = {
    "bad": Glyph.CIRCLE_ALERT,
    "wait": Glyph.TRIANGLE_ALERT,
    "good": Glyph.CIRCLE_CHECK,
    "accent": Glyph.INFO,
}
_TONES: dict[str, tuple[Tone, Tone]] = {
    "bad": ("bad_soft", "bad_line"),
    "wait": ("wait_soft", "wait_line"),
    "good": ("good_soft", "good_line"),
    "accent": ("accent_soft", "accent_line"),
}


class Notice(Surface):
    """One notice. The words are read out by a screen reader when it appears."""

    def __init__(
        self, kind: NoticeKind, what: str, more: str = "", *actions: QAbstractButton, beside: bool = False
    ) -> None:
        """`beside` puts the actions beside the words: for a notice as wide as the window."""
        self._what = Label(what, "label")
        self._more = Label(more, "small", "text_soft")
        if not more:  # shown without a parent it would be a window of its own
            self._more.hide()
        words = column(self._what, self._more, gap=0)
        if actions and not beside:
            words.addSpacing(8)
            words.addLayout(Flow(*actions, gap=8))
        side = at_top(IconView(_GLYPHS[kind], kind, 20), 1)
        content = row(side, gap=12, margins=(15, 10, 15, 12))
        content.addLayout(words, 1)
        for action in actions if beside else ():
            content.addLayout(at_top(action, 3))
        fill, edge = _TONES[kind]
        super().__init__(content, fill=fill, edge=edge, radius=8)
        self._kind = kind
        self.setAccessibleName(what)
        self.setAccessibleDescription(more)

    def say(self, what: str, more: str = "") -> None:
        """Show other words of the same kind."""
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(what)
        self.setAccessibleDescription(more)

    def speak(self) -> None:
        """Have the notice read out; an error is read at once."""
        what, more = self.accessibleName().strip(), self.accessibleDescription().strip()
        stop = "." if what and more and what[-1] not in ".:?" else ""
        words = f"{what}{stop} {more}".strip()
        announce(self, words, at_once=self._kind == "bad")
