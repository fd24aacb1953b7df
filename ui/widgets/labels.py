"""Words to read. A role says what they are for, a tone what they mean; they wrap, and are plain text only."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.tokens import Role, Tone, tokens
from ui.widgets.text_block import WIDEST, TextBlock, widest_word

COMFORTABLE = 480
"""How wide, at 100 %, a wrapping label asks to be where it is free to choose."""
MOST_OF_A_WORD = 160
"""A longer word, such as a path, may be broken, so that it cannot make a page too wide."""
MOST_KEPT = 12
"""Layouts are asked for at several widths before they settle; a few are kept."""


class Label(QLabel):
    """Words in one role and tone, each line as high as its role says.

    It is a QLabel, so that screen readers find what they expect; only measuring and painting are its own.
    """

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        tone: Tone = "text",
        *,
        wrap: bool = True,
        weight: int | None = None,
        spaced: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role = role
        self.tone: Tone = tone
        self._weight, self._spaced, self._wraps = weight, spaced, wrap
        self._look = theme.look()
        self._blocks: dict[int, TextBlock] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        kinds = QSizePolicy.Policy
        policy = QSizePolicy(kinds.Preferred, kinds.Minimum) if wrap else QSizePolicy(kinds.Fixed, kinds.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show other words."""
        if words == self.text():
            return
        self._blocks.clear()
        super().setText(words)

    def set_tone(self, tone: Tone) -> None:
        """Show the same words with another meaning."""
        if tone != self.tone:
            self.tone = tone
            self.update()

    def look_changed(self) -> None:
        """Ask for the room that the words need in the look that is put on now (see `theme.put_on`)."""
        self.updateGeometry()

    def block(self, width: int) -> TextBlock:
        """The words laid out at a width, or at the longest line there may be; with 0, on one line."""
        if self._look is not theme.look():
            self._look = theme.look()
            self._blocks.clear()
        found = self._blocks.get(width)
        if found is None:
            room = min(width, theme.px(tokens().size["reading_width"])) if self._wraps else 0
            found = self._blocks.get(room) or self._on_one_line(room) or self._laid_out(room)
            self._blocks[room] = self._blocks[width] = found
        return found

    def _on_one_line(self, room: int) -> TextBlock | None:
        """The words as they stand without wrapping, where they have room: most do, and need no other layout."""
        if not room or self._centred():
            return None
        whole = self.block(0)
        return whole if math.ceil(whole.width) <= room else None

    def _laid_out(self, room: int) -> TextBlock:
        if len(self._blocks) > MOST_KEPT:
            self._blocks.clear()
        side = Qt.AlignmentFlag.AlignHCenter if room and self._centred() else Qt.AlignmentFlag.AlignLeft
        return TextBlock(self.text(), self.role, room or WIDEST, weight=self._weight, spaced=self._spaced, align=side)

    def _centred(self) -> bool:
        """Whether lines stand in the middle."""
        return bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)

    def natural_width(self) -> int:
        """The width of the words on one line."""
        return math.ceil(self.block(0).width)

    def heightForWidth(self, width: int) -> int:
        """The height that the words need at a width."""
        return self.block(width).height if self._wraps else -1

    def sizeHint(self) -> QSize:
        """One line where the words fit on a comfortable one."""
        if not self._wraps:
            return QSize(self.natural_width(), self.block(0).height)
        wide = min(self.natural_width(), theme.px(COMFORTABLE))
        return QSize(wide, self.block(wide).height)

    def minimumSizeHint(self) -> QSize:
        """The widest word and one line; on one line, all of it."""
        if not self._wraps:
            return self.sizeHint()
        word = min(widest_word(self.text(), self.role, self._weight), theme.px(MOST_OF_A_WORD))
        return QSize(word, theme.line_height(self.role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint wrapped words from the top, others in the middle of the height."""
        painter, block = QPainter(self), self.block(self.width())
        top = 0.0 if self._wraps else (self.height() - block.height) / 2
        left = (self.width() - block.width) / 2 if self._centred() and not self._wraps else 0.0
        block.draw(painter, left, top, theme.colour(self.tone if self.isEnabled() else "disabled"))


class ShortLabel(Label):
    """Words on one line that give way where room is short: the end is left out, and a tooltip has all of it.

    Only for what also stands in full elsewhere, such as the name of the review.
    """

    def __init__(self, words: str = "", role: Role = "body", tone: Tone = "text") -> None:
        super().__init__(words, role, tone, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.natural_width(), theme.px(64)), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        metrics = QFontMetricsF(theme.font(self.role, self._weight))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        block = TextBlock(shown, self.role, weight=self._weight)
        ink = theme.colour(self.tone if self.isEnabled() else "disabled")
        block.draw(QPainter(self), 0, (self.height() - block.height) / 2, ink)
