"""A small picture, whole and in its own shape, with its description for whoever does not see it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

WIDE, HIGH = 420, 280
_EDGE = 8
_ROUND = QMargins(_EDGE, _EDGE, _EDGE, _EDGE)


class PictureView(QWidget):
    """Shows one picture on white, at most 420 by 280 pixels at 100 %; as high as that, so that nothing moves later."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_bytes(self, content: bytes) -> None:
        """Show a PNG or JPEG; nothing where it cannot be read."""
        whole = QImage.fromData(content) if content else QImage()
        most = QSize(theme.px(WIDE), theme.px(HIGH)) * self.devicePixelRatio()
        fits = whole.width() <= most.width() and whole.height() <= most.height()
        ways = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._image = whole if whole.isNull() or fits else whole.scaled(most, *ways)
        self.updateGeometry()
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._image.isNull()

    def sizeHint(self) -> QSize:
        """As wide as the picture, as high as any may be, and a white edge."""
        wide = theme.px(WIDE) if self.is_empty else round(self._image.width() / self.devicePixelRatio())
        return QSize(wide, theme.px(HIGH)).grownBy(_ROUND)

    def minimumSizeHint(self) -> QSize:
        """As much; it is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it on white, in dark themes too: it was drawn for paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        size = self._image.size() / self.devicePixelRatio()
        top = (self.height() - size.height()) // 2
        painter.drawImage(QRect(_EDGE, top, size.width(), size.height()), self._image)
