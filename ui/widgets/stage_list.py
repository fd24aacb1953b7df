"""The stages at the left. One Tab stop, arrows inside."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from imr_desk.i18n import tr
from ui import theme
from ui.widgets.current_said import say_current_later
from ui.widgets.stage_delegate import StageDelegate
from ui.widgets.surfaces import give_viewport


class StageList(QListView):
    """A list of stages over any model whose `UserRole` gives a StageRow."""

    chosen = Signal(int)
    """The number, from 1, of the stage the person chose."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        give_viewport(self)
        self.setModel(model)
        self._delegate = StageDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Stages of the review"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._showing = False
        self.entered.connect(self._pointer_at)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_stage(self, number: int) -> None:
        """Mark a stage as the one that is shown; nobody is told."""
        self._showing = True
        self.setCurrentIndex(self.model().index(number - 1, 0))
        self._showing = False

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._showing and current.isValid():
            self.chosen.emit(current.row() + 1)

    @Slot(QModelIndex)
    def _pointer_at(self, index: QModelIndex) -> None:
        self._delegate.under_pointer = index.row()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._delegate.under_pointer = -1
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring inside the chosen stage, and have it said."""
        super().focusInEvent(event)
        say_current_later(self, event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the names again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """It scrolls where it must."""
        return QSize(theme.px(120), theme.px(96))
