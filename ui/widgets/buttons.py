"""Buttons do something; links go somewhere. At most one main button stands on a page."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from imr_desk.i18n import tr
from ui import theme
from ui.icons import Glyph
from ui.widgets.pressable import GAP, Paint, Pressable, Pressed
from ui.widgets.text_block import WIDEST, TextBlock

ButtonLook = Literal["main", "plain", "flat", "small", "link", "small_link", "quiet", "mini"]

_PLAIN = Pressed(
    rest=Paint("raised", "line_strong", "text"),
    hover=Paint("hover", "line_strong", "text"),
    down=Paint("sunken", "line_strong", "text"),
)
_MAIN = Pressed(
    rest=Paint("accent", "accent", "on_accent"),
    hover=Paint("accent_hover", "accent_hover", "on_accent"),
    down=Paint("accent_hover", "accent_hover", "on_accent"),
    weight=600,
)
_FLAT = Pressed(
    rest=Paint(None, None, "text"),
    hover=Paint("hover", None, "text"),
    down=Paint("sunken", None, "text"),
    off=Paint(None, None, "disabled"),
    pad=10,
)
_SMALL = Pressed(rest=_PLAIN.rest, hover=_PLAIN.hover, down=_PLAIN.down, height=30, pad=10)
_LINK = Pressed(
    rest=Paint(None, None, "accent"),
    hover=Paint(None, None, "accent_hover"),
    down=Paint(None, None, "accent_hover"),
    off=Paint(None, None, "disabled"),
    height=26,
    pad=0,
    underline=True,
)
_MINI = _FLAT._replace(height=26, pad=4, side=16)
_SMALL_LINK = _LINK._replace(role="small", side=16)
_QUIET = _SMALL_LINK._replace(
    rest=Paint(None, None, "text_soft"), hover=Paint(None, None, "text"), down=Paint(None, None, "text"), weight=400
)
_FILTER = Pressed(
    rest=Paint(None, "line_strong", "text"),
    hover=Paint("hover", "line_strong", "text"),
    down=Paint("sunken", "line_strong", "text"),
    chosen=Paint("accent_soft", "accent", "accent"),
    role="small",
    height=30,
    pad=11,
    radius=15,
    side=16,
)
_LOOKS: dict[ButtonLook, Pressed] = {
    "main": _MAIN,
    "plain": _PLAIN,
    "flat": _FLAT,
    "small": _SMALL,
    "mini": _MINI,
    "link": _LINK,
    "small_link": _SMALL_LINK,
    "quiet": _QUIET,
}


class Button(Pressable):
    """A button with words: a verb and its object."""

    def __init__(self, words: str, look: ButtonLook = "plain", glyph: Glyph | None = None) -> None:
        super().__init__(words, _LOOKS[look], glyph)


class IconButton(Pressable):
    """A button that is an icon alone, with a name for screen readers and a tooltip that gives its keys."""

    def __init__(self, name: str, glyph: Glyph, keys: str = "", look: ButtonLook = "flat") -> None:
        super().__init__("", _LOOKS[look], glyph)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shown})" if shown else name)


_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class FilterButton(Pressable):
    """One of several ways to see a list. The chosen one has a tick, a fill and heavier words."""

    def __init__(self, words: str) -> None:
        super().__init__(words, _FILTER)
        self._longest, self._room = "", (theme.look(), 0)
        self.setCheckable(True)
        self.toggled.connect(self.updateGeometry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the row of filters and stay in it; where only one can be chosen, they choose."""
        by = _ALONG.get(Qt.Key(event.key()), 0)
        over = self.parentWidget()
        if not by or over is None or self.group() is not None:
            super().keyPressEvent(event)
            return
        filters = [each for each in over.findChildren(FilterButton) if each.isVisible() and each.isEnabled()]
        to = filters.index(self) + by
        if 0 <= to < len(filters):
            filters[to].setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)

    def keep_room(self, longest: str) -> None:
        """Be as wide as for these words with a tick, whatever is said, so that what stands beside it stays there."""
        if longest != self._longest:
            self._longest, self._room = longest, (theme.look(), 0)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its words, or as the longest that it keeps room for."""
        hint = super().sizeHint()
        if not self._longest:
            return hint
        look, room = self._room
        if not room or look is not theme.look():
            words = math.ceil(TextBlock(self._longest, _FILTER.role, WIDEST, weight=600).width)
            room = words + theme.px(_FILTER.side) + GAP + 2 * _FILTER.pad
            self._room = (theme.look(), room)
        return QSize(max(hint.width(), room), hint.height())


def name_adding(button: Button, field: str) -> None:
    """Let a button that adds something say to which field: ‘Source: add a row’. Several of them stand on one page."""
    if field:
        words = button.words()
        button.setAccessibleName(tr("{name}: {action}").format(name=field, action=words[:1].lower() + words[1:]))
