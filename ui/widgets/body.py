"""The middle of the window: stages, page, guidance. It puts its parts in place itself, since some lie over the page."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from ui import theme
from ui.tokens import tokens
from ui.widgets.arrangement import Arrangement, Side, Wishes, arrange
from ui.widgets.guidance_panel import GuidancePanel
from ui.widgets.panes import first_in
from ui.widgets.rail import Rail
from ui.widgets.stage_list import StageList
from ui.widgets.surfaces import Rule, Surface, column


class Body(QWidget):
    """Stages at the left, a stack of pages, the guidance or its rail at the right."""

    rearranged = Signal()
    """Something was opened or folded."""
    wishes_changed = Signal(bool, bool)
    """The person shut or opened the list of stages, or the guidance, for good: to be remembered."""

    def __init__(self, stages: QAbstractItemModel, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._second_pane = False
        self.stage_list = StageList(stages)
        self.stages = Surface(column(self.stage_list, margins=(0, 6, 0, 4)), fill="window", parent=self)
        self.pages = QStackedWidget(self)
        self.guidance = GuidancePanel()
        self.rail = Rail()
        self.guidance.setParent(self)
        self.rail.setParent(self)
        self._edges = (Rule(upright=True), Rule(upright=True))
        for edge in self._edges:
            edge.setParent(self)
        self._came_from: QWidget | None = None
        self.arrangement = Arrangement(Side.OPEN, Side.OPEN)
        self.guidance.fold_asked.connect(self.toggle_guidance)
        self.rail.open_asked.connect(self.toggle_guidance)
        self.stage_list.chosen.connect(self._stage_chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # ---- opening and folding
    def set_second_pane(self, on: bool) -> None:
        """The page that is shown has, or has not, a second pane of its own."""
        if on != self._second_pane:
            self._second_pane = on
            self.place()

    @Slot()
    def toggle_guidance(self) -> None:
        """Open or fold the guidance panel."""
        opening = self.arrangement.guidance is Side.FOLDED
        wishes = self._wishes._replace(guidance_shut=not opening, guidance_over=False, stages_over=False)
        if opening and self._arranged(wishes).guidance is Side.FOLDED:
            wishes = wishes._replace(guidance_over=True, guidance_shut=self._wishes.guidance_shut)
        elif self.arrangement.guidance is Side.OVER:
            wishes = wishes._replace(guidance_shut=self._wishes.guidance_shut)
        self._remember_where(opening)
        self._wish(wishes)
        (self.guidance.first_control() if opening else self.rail.button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def toggle_stages(self) -> None:
        """Open or fold the list of stages."""
        opening = self.arrangement.stages is Side.FOLDED
        wishes = self._wishes._replace(stages_shut=not opening, stages_over=False, guidance_over=False)
        if opening and self._arranged(wishes).stages is Side.FOLDED:
            wishes = wishes._replace(stages_over=True, stages_shut=self._wishes.stages_shut)
        elif self.arrangement.stages is Side.OVER:
            wishes = wishes._replace(stages_shut=self._wishes.stages_shut)
        self._remember_where(opening)
        self._wish(wishes)
        if opening:
            self.stage_list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _stage_chosen(self, _number: int) -> None:
        if self.arrangement.stages is Side.OVER:
            self.close_over()

    def close_over(self) -> bool:
        """Fold whatever lies over the page; whether there was anything."""
        if Side.OVER not in (self.arrangement.stages, self.arrangement.guidance):
            return False
        self._fold_over()
        page, before = self.pages.currentWidget(), self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            first_in(page).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _fold_over(self) -> None:
        self._wish(self._wishes._replace(stages_over=False, guidance_over=False))

    def _remember_where(self, opening: bool) -> None:
        """Keep what has the keyboard, to give it back when what lies over the page folds again."""
        focus = QApplication.focusWidget()
        self._came_from = focus if opening and focus is not None and self.pages.isAncestorOf(focus) else None

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What has the keyboard is never covered: going to the page folds what lies over it."""
        over = Side.OVER in (self.arrangement.stages, self.arrangement.guidance)
        if over and new is not None and self.pages.isAncestorOf(new):
            self._fold_over()

    def _wish(self, wishes: Wishes) -> None:
        before, self._wishes = self._wishes, wishes
        self.place()
        kept = (wishes.stages_shut, wishes.guidance_shut)
        if kept != (before.stages_shut, before.guidance_shut):
            self.wishes_changed.emit(*kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds what lies over the page."""
        if event.key() == Qt.Key.Key_Escape and self.close_over():
            return
        super().keyPressEvent(event)

    # ---- placing
    def _arranged(self, wishes: Wishes) -> Arrangement:
        width = self.width() * 100 / theme.look().scale
        return arrange(width, second_pane=self._second_pane, wishes=wishes)

    def place(self) -> None:
        """Put every part in its place."""
        before, self.arrangement = self.arrangement, self._arranged(self._wishes)
        high, wide, sizes = self.height(), self.width(), tokens().size
        stages_wide = min(theme.px(sizes["stage_list"]), wide)
        guidance_wide, rail_wide = min(theme.px(sizes["guidance"]), wide), theme.px(sizes["rail"])
        left = stages_wide + 1 if self.arrangement.stages is Side.OPEN else 0
        right = guidance_wide + 1 if self.arrangement.guidance is Side.OPEN else rail_wide + 1
        self.stages.setGeometry(0, 0, stages_wide, high)
        self.guidance.setGeometry(wide - guidance_wide, 0, guidance_wide, high)
        self.rail.setGeometry(wide - rail_wide, 0, rail_wide, high)
        self.pages.setGeometry(left, 0, max(0, wide - left - right), high)
        self.stages.setVisible(self.arrangement.stages is not Side.FOLDED)
        self.guidance.setVisible(self.arrangement.guidance is not Side.FOLDED)
        self.rail.setVisible(self.arrangement.guidance is Side.FOLDED)
        self._edges[0].setGeometry(stages_wide, 0, 1, high)
        self._edges[1].setGeometry(wide - guidance_wide - 1, 0, 1, high)
        for part, edge, side in zip((self.stages, self.guidance), self._edges, self.arrangement, strict=True):
            part.raise_()
            edge.raise_()
            edge.setVisible(side is Side.OVER)
        self.update()
        if before != self.arrangement:
            self.rearranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width; what lay over the page folds when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._wishes = self._wishes._replace(stages_over=False, guidance_over=False)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rules between the parts."""
        painter, ink, high = QPainter(self), theme.colour("line"), self.height()
        painter.fillRect(event.rect(), theme.colour("window"))
        page = self.pages.geometry()
        painter.fillRect(QRect(page.right() + 1, 0, 1, high), ink)
        if page.left():
            painter.fillRect(QRect(page.left() - 1, 0, 1, high), ink)

    def minimumSizeHint(self) -> QSize:
        """It never makes the window grow: every part scrolls."""
        return QSize(320, 200)
