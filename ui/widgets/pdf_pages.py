"""The pages of a PDF, one below the other, drawn only when they come in sight."""

from __future__ import annotations

from collections import OrderedDict

import pypdfium2
from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.widgets.announce import announce

POINTS = 72
GAP, WIDEST, STEP = 16, 900, 60
KEPT = 6
"""Pages whose pictures are kept; a picture of a page takes some megabytes."""
LONGEST_SAID = 4_000
"""Letters of a page that a screen reader is given."""


class PdfSource:
    """A PDF in memory."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self.sizes = [self._document.get_page_size(at) for at in range(len(self._document))]

    def image(self, at: int, scale: float) -> QImage:
        """The picture of a page, from 0; `scale` is pixels to a point."""
        page = self._document[at]
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        held = bytes(bitmap.buffer)
        picture = QImage(held, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
        for each in (bitmap, page):  # now, and not when Python next looks for what nobody holds
            each.close()
        return picture

    def words(self, at: int) -> str:
        """What stands on a page."""
        page = self._document[at]
        text = page.get_textpage()
        words = " ".join(text.get_text_range().split())
        for each in (text, page):
            each.close()
        return words

    def close(self) -> None:
        """Forget the file."""
        self._document.close()


class PdfPages(QAbstractScrollArea):
    """Scrolls through pages. PgUp and PgDn go from page to page, Home and End to the first and the last."""

    turned = Signal(int)
    """Another page is in sight, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: PdfSource | None = None
        self._places: list[QRect] = []
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._shown = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pages"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._places)

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page, in points."""
        return self._source.sizes if self._source is not None else []

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 where there is none."""
        return self._shown

    def show_source(self, source: PdfSource | None) -> None:
        """Show another file, from its first page, or none."""
        if self._source is not None:
            self._source.close()
        self._source, self._shown = source, 0
        self._pictures.clear()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def go_to(self, page: int) -> None:
        """Bring a page in sight, counted from 1."""
        if self._places:
            at = max(0, min(page - 1, len(self._places) - 1))
            self.verticalScrollBar().setValue(self._places[at].top() - GAP)

    # ---- where the pages are
    def _arrange(self) -> None:
        """Put the pages below each other; a page on its side is as wide as the room allows."""
        self._places = []
        wide = min(self.viewport().width() - 2 * GAP, theme.px(WIDEST))
        sizes = self.sizes
        widest = max((width for width, _ in sizes), default=1.0)
        y = GAP
        for width, height in sizes:
            here = max(int(wide * width / widest), 1)
            tall = int(here * height / width)
            self._places.append(QRect((self.viewport().width() - here) // 2, y, here, tall))
            y += tall + GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.px(STEP))
        bar.setRange(0, max(0, y - self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay on the same page."""
        super().resizeEvent(event)
        page = self._shown
        self._arrange()
        if page > 1:
            self.go_to(page)

    @Slot()
    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        now = next((at for at, place in enumerate(self._places, 1) if place.bottom() + GAP >= middle), self.count)
        if now != self._shown and self._source is not None:
            self._shown = now
            said = tr("Page {n} of {all}").format(n=now, all=self.count)
            self.setAccessibleName(said)
            self.setAccessibleDescription(self._source.words(now - 1)[:LONGEST_SAID])
            if self.hasFocus():
                announce(self, said)
            self.turned.emit(now)
        self.viewport().update()

    # ---- drawing
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("sunken"))
        top = self.verticalScrollBar().value()
        for at, place in enumerate(self._places):
            here = place.translated(0, -top)
            if here.bottom() >= 0 and here.top() <= self.viewport().height():
                painter.drawImage(here.topLeft(), self._picture(at, place.width()))  # dot by dot, so that none is lost
                painter.setPen(theme.colour("line"))
                painter.drawRect(here.adjusted(-1, -1, 0, 0))

    def _picture(self, at: int, width: int) -> QImage:
        if self._source is None:
            return QImage()
        pixels = max(int(width * self.devicePixelRatioF()), 1)
        key = (at, pixels)
        if key not in self._pictures:
            picture = self._source.image(at, pixels / self._source.sizes[at][0])
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[key] = picture
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From page to page."""
        steps = {
            Qt.Key.Key_PageDown: self._shown + 1,
            Qt.Key.Key_PageUp: self._shown - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.count,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(steps[key])
            event.accept()
            return
        super().keyPressEvent(event)
