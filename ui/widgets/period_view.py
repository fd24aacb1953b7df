"""The whole chronology as a picture to walk in: arrows from thing to thing, Return or a click goes to the entry."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from imr_desk.i18n import tr
from imr_desk.review.whole_period import WholePeriod, ticks
from ui import theme
from ui.widgets.announce import announce
from ui.widgets.focus_ring import OWN_RING
from ui.widgets.period_places import Parts, Places, dots
from ui.widgets.period_rows import PeriodRow, Stop
from ui.widgets.text_block import TextBlock

LEFT, RIGHT, TOP, BARS, ROW, AXIS, DOT, GAP_HEAD = 112, 20, 28, 170, 34, 34, 5, 6
"""Measures at 100 %, in pixels."""
LEAST = 3
"""A thing is never narrower than this, and is met from that far away."""
Spot = tuple[int, int]
"""Row and place in it."""


class PeriodView(QWidget):
    """Painted from its rows; it holds nothing of the review but them."""

    chosen = Signal(str)
    """The reference of the entry to go to."""
    moved = Signal(str)
    """What is said of the thing one came to."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: WholePeriod | None = None
        self._rows: tuple[PeriodRow, ...] = ()
        self._parts: tuple[Parts, ...] = ()
        self._places: tuple[Places, ...] | None = None
        self._spot: Spot = (0, 0)
        self.setProperty(OWN_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Picture of the whole period"))

    # ---- what is shown
    def show_rows(self, whole: WholePeriod | None, rows: tuple[PeriodRow, ...]) -> None:
        """Show another picture; None for none."""
        self._whole, self._rows = whole, rows
        row, at = self._spot
        if row >= len(rows) or at >= len(rows[row].stops):
            self._spot = (0, 0)
        self._parts = tuple(Parts.of(row.stops, whole.part) for row in rows) if whole is not None else ()
        self._places = None
        self.updateGeometry()
        self.update()

    @property
    def current(self) -> Stop | None:
        """The thing the keyboard is at."""
        row, at = self._spot
        return self._rows[row].stops[at] if row < len(self._rows) and at < len(self._rows[row].stops) else None

    def sizeHint(self) -> QSize:
        """As high as its rows; as wide as there is room."""
        return QSize(theme.px(640), theme.px(TOP + BARS + AXIS + ROW * max(0, len(self._rows) - 1)))

    def minimumSizeHint(self) -> QSize:
        """It can be narrower; words that have no room are left out."""
        return QSize(theme.px(LEFT + 160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is put in its place again when it is painted next."""
        super().resizeEvent(event)
        self._places = None

    def _x(self, day: dt.date) -> float:
        left, right = theme.px(LEFT), theme.px(RIGHT)
        return left + (self._whole.part(day) if self._whole else 0.0) * max(1, self.width() - left - right)

    def _placed(self) -> tuple[Places, ...]:
        """Where everything lies at this width: a page in the making has several widths and is painted at one."""
        if self._places is None:
            left = theme.px(LEFT)
            wide, dot = max(1, self.width() - left - theme.px(RIGHT)), theme.px(DOT)
            self._places = tuple(
                dots(parts, left, wide, self._middle(at), dot) if at else self._bars(left, wide)
                for at, parts in enumerate(self._parts)
            )
        return self._places

    def _bars(self, left: float, wide: float) -> Places:
        """The first row: a bar for each step as high as its count, and the gaps from top to foot."""
        stops, parts = self._rows[0].stops, self._parts[0]
        foot, top, high = theme.px(TOP + BARS), theme.px(TOP), theme.px(BARS - 28)
        most = max((each.count for each in stops), default=1)
        lefts = [left + part * wide for part in parts.firsts]
        rights = [
            begin + max(LEAST, left + part * wide - begin - (0 if stop.gap else 1))
            for stop, begin, part in zip(stops, lefts, parts.lasts, strict=True)
        ]
        tops = [top if stop.gap else foot - stop.count / max(1, most) * high for stop in stops]
        return Places(lefts, rights, tops, foot)

    def _middle(self, row: int) -> float:
        return theme.px(TOP + BARS) + theme.px(ROW) * (row - 0.5)

    # ---- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Gaps lie under the bars, the period under review over everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._whole is None:
            return
        for at, row in enumerate(self._rows):
            self._paint_row(painter, at, row)
        self._paint_axis(painter)
        self._paint_period(painter)
        self._paint_here(painter)

    def _paint_row(self, painter: QPainter, at: int, row: PeriodRow) -> None:
        right, left = self.width() - theme.px(RIGHT), theme.px(LEFT)
        ground = theme.px(TOP + BARS) if not at else self._middle(at)
        places = self._placed()[at]
        boxes = [] if at else places.boxes()
        if at:
            painter.fillRect(QRectF(left, ground, right - left, 1), theme.colour("line"))
        else:
            self._paint_gaps(painter, row, boxes)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if not at or row.significant else "text_quiet"))
        if at:
            for box in places.joined():
                painter.drawRoundedRect(box, theme.px(DOT), theme.px(DOT))
        else:
            painter.drawRects([box for stop, box in zip(row.stops, boxes, strict=True) if not stop.gap])
        if not at:
            painter.fillRect(QRectF(left, ground, right - left, 1), theme.colour("line_strong"))
            self._paint_scale(painter, row)
        name = TextBlock(row.name, "small", left - theme.px(16))
        high = theme.px(4) if not at else ground - name.height / 2
        name.draw(painter, 0, high, theme.colour("text_soft"))

    def _paint_gaps(self, painter: QPainter, row: PeriodRow, boxes: list[QRectF]) -> None:
        for stop, box in zip(row.stops, boxes, strict=True):
            if stop.gap:
                painter.fillRect(box, theme.colour("wait_soft"))
                words = TextBlock(tr("{n} days").format(n=(stop.last - stop.first).days), "caption")
                if words.width + 8 < box.width():
                    x = box.center().x() - words.width / 2
                    words.draw(painter, x, box.top() + theme.px(GAP_HEAD), theme.colour("wait"))

    def _paint_scale(self, painter: QPainter, row: PeriodRow) -> None:
        most = max((stop.count for stop in row.stops), default=0)
        for count in sorted({most, most // 2} - {0}):
            words = TextBlock(str(count), "caption")
            high = theme.px(TOP + BARS) - count / most * theme.px(BARS - 28)
            words.draw(painter, theme.px(LEFT - 8) - words.width, high - words.height / 2, theme.colour("text_quiet"))

    def _paint_axis(self, painter: QPainter) -> None:
        whole = self._whole
        if whole is None:
            return
        high, written = theme.px(TOP + BARS) + theme.px(ROW) * (len(self._rows) - 1), 0.0
        for day, said in ticks(whole):
            x = self._x(day)
            words = TextBlock(said, "caption")
            if day >= whole.first and x >= written and x + words.width < self.width():
                painter.fillRect(QRectF(x, high, 1, theme.px(6)), theme.colour("line_strong"))
                words.draw(painter, x, high + theme.px(8), theme.colour("text_soft"))
                written = x + words.width + theme.px(12)

    def _paint_period(self, painter: QPainter) -> None:
        if self._whole is None:
            return
        painter.setPen(QPen(theme.colour("text_soft"), 1, Qt.PenStyle.DashLine))
        foot = theme.px(TOP + BARS) + theme.px(ROW) * (len(self._rows) - 1)
        for day in (self._whole.start, self._whole.cut_off):
            if day is not None:
                painter.drawLine(round(self._x(day)), theme.px(TOP - 8), round(self._x(day)), foot)

    def _paint_here(self, painter: QPainter) -> None:
        if self.hasFocus() and self.current is not None:
            row, at = self._spot
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self._placed()[row].box(at).adjusted(-4, -4, 4, 4))

    # ---- walking
    def _go(self, spot: Spot) -> None:
        self._spot = spot
        self.update()
        self._tell()

    def _tell(self) -> None:
        stop = self.current
        if stop is not None:
            words = f"{self._rows[self._spot[0]].name}. {stop.words}"
            self.moved.emit(words)
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right in a row, up and down to the row beside at about the same time, Return to the entry."""
        row, at = self._spot
        count = len(self._rows[row].stops) if row < len(self._rows) else 0
        steps = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}
        key = Qt.Key(event.key())
        if key in steps and count:
            self._go((row, min(max(0, steps[key]), count - 1)))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._other_row(-1 if key is Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current.entry)
        else:
            super().keyPressEvent(event)

    def _other_row(self, by: int) -> None:
        row, here = self._spot[0] + by, self.current
        while 0 <= row < len(self._rows) and not self._rows[row].stops:
            row += by
        if 0 <= row < len(self._rows) and here is not None:
            stops = self._rows[row].stops
            at = bisect_left(stops, here.first, key=lambda stop: stop.first)
            self._go((row, min(at, len(stops) - 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where one is."""
        super().focusInEvent(event)
        self._tell()

    # ---- the pointer
    def spot_at(self, x: float, y: float) -> Spot | None:
        """The thing at a place of the picture; a bar before the gap it lies in, an event before its line."""
        best: tuple[bool, float, Spot] | None = None
        for row, places in enumerate(self._placed()):
            for at in places.over(x, y, LEAST):
                middle = (places.lefts[at] + places.rights[at]) / 2
                found = (self._rows[row].stops[at].gap, abs(middle - x), (row, at))
                best = found if best is None or found < best else best
        return best[2] if best is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the entry."""
        spot = self.spot_at(event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self._go(spot)
            if self.current is not None:
                self.chosen.emit(self.current.entry)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand where a click leads somewhere."""
        found = self.spot_at(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """What is under the pointer is told beside it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot = self.spot_at(event.x(), event.y())
            words = self._rows[spot[0]].stops[spot[1]].words if spot is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
