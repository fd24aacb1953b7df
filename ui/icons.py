"""Icons: Lucide outlines from `resources/icons`, drawn when and only as they are needed, in the colours in force.

Widgets draw them themselves (`draw`); where Qt wants a QIcon, `widgets/icon_engine.py` makes one.

An icon beside words is decoration. An icon that stands alone needs an accessible name and a tooltip with its keys.
"""

from __future__ import annotations

import enum
from functools import lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui import theme
from ui.tokens import Tone

STROKE = "1.75"


class Glyph(enum.StrEnum):
    """Every outline that is shipped. The value is the name of its file."""

    BOOK_OPEN = "book-open"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_DOT = "circle-dot"
    CIRCLE_PAUSE = "circle-pause"
    CIRCLE_SLASH = "circle-slash"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_PLUS = "file-plus"
    FILE_TEXT = "file-text"
    FOLDER_OPEN = "folder-open"
    HARD_DRIVE = "hard-drive"
    INFO = "info"
    LINK = "link"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    PANEL_CLOSE = "panel-right-close"
    PANEL_OPEN = "panel-right-open"
    PLUS = "plus"
    REDO = "redo-2"
    SEARCH = "search"
    SHIELD = "shield-check"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO = "undo-2"
    USER = "user-round"
    X = "x"


@lru_cache(maxsize=64)
def _outline(glyph: Glyph) -> str:
    """The outline as shipped, with our stroke and a place for the colour."""
    text = (resources.files("resources") / "icons" / f"{glyph.value}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def pixmap(glyph: Glyph, ink: str, side: int, ratio: float) -> QPixmap:
    """The outline in one colour, `side` pixels square in the layout and `ratio` times as many on the device."""
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

    made = QPixmap(QSize(side, side) * ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(_outline(glyph).replace("currentColor", ink).encode())).render(painter)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def draw(painter: QPainter, where: QRect, glyph: Glyph, tone: Tone) -> None:
    """Draw an icon into a square, sharp at the scale of the device that is painted on."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(where.topLeft(), pixmap(glyph, theme.colour(tone).name(), where.width(), ratio))
