"""A list at the side of a page: things with their state in words. One Tab stop, arrows inside, Enter goes in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui import theme
from ui.widgets.current_said import say_current_later
from ui.widgets.state_delegate import StateDelegate
from ui.widgets.state_rows import StateModel, StateRow
from ui.widgets.surfaces import give_viewport


class StateList(QListView):
    """Shows rows; tells which one the person chose, went into, wants deleted or moved. Rows are known by their keys."""

    chosen = Signal(str)
    """The person came to another row."""
    opened = Signal(str)
    """Enter was pressed on a row."""
    delete_asked = Signal(str)
    """Delete was pressed on a row."""
    move_asked = Signal(str, int)
    """Alt+Up or Alt+Down was pressed on a row: -1 for up, 1 for down."""

    def __init__(self, name: str) -> None:
        super().__init__()
        give_viewport(self)
        self.rows = StateModel(self)
        self.setModel(self.rows)
        self.states = StateDelegate(self)
        self.setItemDelegate(self.states)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._showing = False
        self.entered.connect(self._pointer_at)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)

    # ---- what is shown
    def show_rows(self, rows: tuple[StateRow, ...]) -> None:
        """Show these rows; the one that was chosen stays chosen, and nobody is told."""
        was, at = self.key(), self.currentIndex().row()
        self._showing = True
        if self.rows.set_rows(rows):
            now = self.rows.at(was)
            self._go(now if now >= 0 else min(at, len(rows) - 1))
        self._showing = False
        self.scheduleDelayedItemsLayout()

    def choose(self, key: str) -> bool:
        """Choose a row without telling anybody; False where it is not in the list."""
        at = self.rows.at(key)
        if at < 0:
            return False
        self._showing = True
        self._go(at)
        self._showing = False
        self.scrollTo(self.rows.index(at))
        return True

    def key(self) -> str:
        """The key of the chosen row, or nothing."""
        at = self.currentIndex().row()
        return self.rows.rows[at].key if 0 <= at < len(self.rows.rows) else ""

    def _go(self, at: int) -> None:
        self.setCurrentIndex(self.rows.index(at) if at >= 0 else QModelIndex())

    # ---- what the person does
    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._showing and current.isValid():
            self.chosen.emit(self.key())

    @Slot(QModelIndex)
    def _clicked(self, _index: QModelIndex) -> None:
        self.chosen.emit(self.key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in, Delete deletes, Alt with an arrow moves."""
        key, step = event.key(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not self.key():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN:
            self.opened.emit(self.key())
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit(self.key())
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(self.key(), step)
        else:
            super().keyPressEvent(event)

    # ---- looks
    @Slot(QModelIndex)
    def _pointer_at(self, index: QModelIndex) -> None:
        self.states.under_pointer = index.row()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self.states.under_pointer = -1
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring inside the chosen row; the first row where none was chosen."""
        super().focusInEvent(event)
        if not self.key() and self.rows.rows:
            self._go(0)
        say_current_later(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "states"):
            self.states.forget()
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words again, and stay at the top as long as the chosen row is in sight there."""
        super().resizeEvent(event)
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        if self.visualRect(self.currentIndex()).bottom() + bar.value() < self.viewport().height():
            bar.setValue(0)
        else:
            self.scrollTo(self.currentIndex())

    def minimumSizeHint(self) -> QSize:
        """It scrolls where it must."""
        return QSize(theme.px(120), theme.px(96))


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
