"""The head of a step: an icon for its state, its name, its state in words, and an arrow. Pressed, it opens or folds."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from imr_desk.i18n import tr
from ui import icons, theme
from ui.icons import Glyph
from ui.tokens import Tone
from ui.widgets.pressable import Paint, Pressable, Pressed
from ui.widgets.text_block import TextBlock

_LOOK = Pressed(
    rest=Paint(None, None, "text"),
    hover=Paint("hover", None, "text"),
    down=Paint("sunken", None, "text"),
    height=44,
    pad=0,
    radius=0,
)
LEFT, WORDS_AT, RIGHT = 14, 42, 38
"""Where the icon and the words begin, and what the arrow takes at the right, in pixels at 100 %."""
SIDE_BY_SIDE = 320
"""With this room for words, at 100 %, the state stands beside the name; with less, under it."""
NAME_SHARE = 0.46
BETWEEN, ABOVE = 12, 11


class StepHead(Pressable):
    """A row as wide as its place."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _LOOK)
        self._name, self._state = name, ""
        self._mark: tuple[Glyph, Tone] = (Glyph.CIRCLE_DASHED, "text_quiet")
        self._open = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_open(False)

    def show_state(self, glyph: Glyph, tone: Tone, state: str) -> None:
        """Say how the step stands."""
        if (glyph, tone, state) == (*self._mark, self._state):
            return
        self._mark, self._state = (glyph, tone), state
        self.setAccessibleName(tr("{step}: {state}").format(step=self._name, state=state))
        self.updateGeometry()
        self.update()

    def show_open(self, on: bool) -> None:
        """Say whether its fields are in sight."""
        self._open = on
        self.setAccessibleDescription(tr("Open. Press to fold it.") if on else tr("Folded. Press to open it."))
        self.update()

    def _laid(self, width: int) -> tuple[TextBlock, TextBlock, bool]:
        """Name and state at a width, and whether they stand side by side."""
        room = max(1, width - theme.px(WORDS_AT) - theme.px(RIGHT))
        beside = room >= theme.px(SIDE_BY_SIDE)
        name = TextBlock(self._name, "label", (room - BETWEEN) * NAME_SHARE if beside else room, weight=600)
        rest = (room - BETWEEN) * (1 - NAME_SHARE) if beside else room
        return name, TextBlock(self._state, "small", rest), beside

    def heightForWidth(self, width: int) -> int:
        """High enough for both."""
        name, state, beside = self._laid(width)
        words = max(name.height, state.height + 1) if beside else name.height + 2 + state.height
        return max(theme.px(_LOOK.height), words + 2 * ABOVE)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        wide = self.width() if self.width() > theme.px(SIDE_BY_SIDE) else theme.px(SIDE_BY_SIDE)
        return QSize(theme.px(SIDE_BY_SIDE), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The name may wrap."""
        return QSize(theme.px(200), theme.px(_LOOK.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon, name and state, and the arrow."""
        painter, paint = QPainter(self), self.paint_now()
        if paint.fill is not None:
            painter.fillRect(self.rect(), theme.colour(paint.fill))
        name, state, beside = self._laid(self.width())
        side, x = theme.px(18), theme.px(WORDS_AT)
        level = ABOVE + (theme.line_height("label") - side) // 2
        icons.draw(painter, QRect(theme.px(LEFT), level, side, side), *self._mark)
        name.draw(painter, x, ABOVE, theme.colour("text"))
        room = self.width() - x - theme.px(RIGHT)
        if beside:
            state.draw(painter, x + (room - BETWEEN) * NAME_SHARE + BETWEEN, ABOVE + 1, theme.colour("text_soft"))
        else:
            state.draw(painter, x, ABOVE + name.height + 2, theme.colour("text_soft"))
        painter.translate(self.width() - theme.px(RIGHT) / 2, level + side / 2)
        if not self._open:
            painter.rotate(-90)
        icons.draw(painter, QRect(-side // 2, -side // 2, side, side), Glyph.CHEVRON_DOWN, "text_soft")
