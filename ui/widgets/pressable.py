"""What can be pressed, painted from a table of looks. Words wrap rather than being cut; nothing is under 24 pixels.

It is a QPushButton, so keyboard, mouse and screen reader are Qt's own; only measuring, painting and Return are ours.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import icons, theme
from ui.icons import Glyph
from ui.tokens import Role, Tone, tokens
from ui.widgets.text_block import WIDEST, TextBlock, widest_word

GAP = 7
MOST_OF_A_WORD = 160


class Paint(NamedTuple):
    """Fill, edge and ink of one state; None paints no fill or no edge."""

    fill: Tone | None
    edge: Tone | None
    ink: Tone


class Pressed(NamedTuple):
    """How one look measures and how each of its states is painted."""

    rest: Paint
    hover: Paint
    down: Paint
    off: Paint = Paint("disabled_fill", "line", "disabled")
    chosen: Paint | None = None
    role: Role = "label"
    weight: int = 500
    height: int = 36
    pad: int = 14
    radius: int = 6
    side: int = 18
    underline: bool = False
    icon_tone: Tone | None = None


class Pressable(QPushButton):
    """A button in one look, with an icon before its words if it has one."""

    def __init__(self, words: str, style: Pressed, glyph: Glyph | None = None) -> None:
        super().__init__(words.replace("&", "&&"))
        self._style, self.glyph = style, glyph
        self._words = words
        self._blocks: dict[int, TextBlock] = {}
        self._hints: dict[tuple[int, bool, Glyph | None], QSize] = {}
        self._widest = 0
        self._given, self._look = 0, theme.look()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)  # words that wrap make it higher
        self.setSizePolicy(policy)

    def words(self) -> str:
        """What stands on it."""
        return self._words

    def say(self, words: str) -> None:
        """Put other words on it."""
        if words != self._words:
            self._words = words
            self._forget()
            self.setText(words.replace("&", "&&"))
            self.setAccessibleName(words)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it as Space does; held down, once. With Ctrl or Alt it belongs to the shortcuts."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def look_changed(self) -> None:
        """Ask for the room that the words need in the look that is put on now (see `theme.put_on`)."""
        self.updateGeometry()

    # ---- measuring
    def _frame(self) -> int:
        """What stands to the left and right of the words together."""
        drawn = self._glyph_shown()
        beside = (theme.px(self._style.side) + (GAP if self._words else 0)) if drawn else 0
        return beside + 2 * self._style.pad

    def _glyph_shown(self) -> Glyph | None:
        """The icon to draw; the chosen one of several has a tick instead."""
        if self._style.chosen is not None:
            return Glyph.CHECK if self.isChecked() else None
        return self.glyph

    def _forget(self) -> None:
        """Measure again: layouts ask many times, and get the same answer until words or look are others."""
        self._blocks.clear()
        self._hints.clear()
        self._widest = 0

    def _renew(self) -> None:
        """Measure again where another look was put on."""
        if self._look is not theme.look():
            self._look = theme.look()
            self._forget()

    def block(self, room: int = 0) -> TextBlock:
        """The words within `room` pixels; with 0, on one line."""
        self._renew()
        weight = 600 if self._style.chosen is not None and self.isChecked() else self._style.weight
        key = room * 2 + int(self.isChecked())
        if key not in self._blocks:
            if len(self._blocks) > 8:
                self._blocks.clear()
            made = TextBlock(
                self._words, self._style.role, room or WIDEST, weight=weight, underline=self._style.underline
            )
            self._blocks[key] = made
        return self._blocks[key]

    def heightForWidth(self, width: int) -> int:
        """The height at a width: one line's, or more where the words need it."""
        least = max(theme.px(self._style.height), tokens().size["target_min"])
        room = width - self._frame()
        if not self._words or room >= math.ceil(self.block().width):
            return least
        return max(least, self.block(max(1, room)).height + theme.px(8))

    def sizeHint(self) -> QSize:
        """As wide as its words on one line."""
        if not self._words:
            side = max(theme.px(self._style.height), tokens().size["target_min"])
            return QSize(side, side)
        self._renew()
        key = (self._given, self.isChecked(), self.glyph)
        hint = self._hints.get(key)
        if hint is None:
            wide = max(math.ceil(self.block().width) + self._frame(), tokens().size["target_min"])
            hint = self._hints[key] = QSize(wide, self.heightForWidth(min(wide, self._given or wide)))
        return QSize(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need at the width it was given."""
        super().resizeEvent(event)
        before, self._given = self._given, event.size().width()
        if before != self._given:
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest word."""
        if not self._words:
            return self.sizeHint()
        self._renew()
        self._widest = self._widest or widest_word(self._words, self._style.role, 600)
        word = min(self._widest, theme.px(MOST_OF_A_WORD))
        wide = min(word + self._frame(), self.sizeHint().width())
        return QSize(max(wide, tokens().size["target_min"]), max(theme.px(self._style.height), 24))

    # ---- painting
    def paint_now(self) -> Paint:
        """Fill, edge and ink of the state it is in."""
        if not self.isEnabled():
            return self._style.off
        if self._style.chosen is not None and self.isChecked():
            return self._style.chosen
        if self.isDown():
            return self._style.down
        return self._style.hover if self.underMouse() else self._style.rest

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        painter, paint = QPainter(self), self.paint_now()
        self._paint_ground(painter, paint)
        glyph, side = self._glyph_shown(), theme.px(self._style.side)
        block = self.block(max(0, self.width() - self._frame()))
        if block.lines > 1 and self.width() >= math.ceil(self.block().width) + self._frame():
            block = self.block()
        wide = block.width + self._frame() - 2 * self._style.pad if self._words else side
        x = float(self._style.pad) if self._style.pad < 1 else (self.width() - wide) / 2
        y = (self.height() - block.height) / 2
        if glyph is not None:
            tone = self._style.icon_tone or paint.ink
            up = round(y + (theme.line_height(self._style.role) - side) / 2) if self._words else 0
            top = up if self._words else (self.height() - side) // 2
            icons.draw(painter, QRect(round(x), top, side, side), glyph, tone if self.isEnabled() else "disabled")
            x += side + GAP
        if self._words:
            block.draw(painter, x, y, theme.colour(paint.ink))

    def _paint_ground(self, painter: QPainter, paint: Paint) -> None:
        """Paint the rounded ground and its edge."""
        if paint.fill is None and paint.edge is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(paint.edge), 1) if paint.edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(paint.fill) if paint.fill else Qt.BrushStyle.NoBrush)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(self._style.radius, self.height() / 2)
        painter.drawRoundedRect(where, radius, radius)
