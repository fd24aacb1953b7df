"""The menu of a row of the chronology: what the menus of the window can do with it, and opening and deleting it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from imr_desk.i18n import tr
from ui.ending import end

if TYPE_CHECKING:
    from ui.forms.host import FormHost
    from ui.pages.chronology_table import ChronologyTable

GROUPS = (
    ("insert.write", "insert.entry"),
    ("insert.from_above", "insert.source"),
    ("insert.earlier", "insert.later", "insert.merge"),
)
"""Entries of the window’s menus that concern a row, with a rule between groups."""
_NATIVE = QKeySequence.SequenceFormat.NativeText


class RowMenu(QObject):
    """Shown at the chosen row by the menu key or Shift+F10, or where the pointer is by its other button."""

    def __init__(self, host: FormHost, table: ChronologyTable) -> None:
        super().__init__(table)
        self._host, self._table = host, table
        self.menu: QMenu | None = None
        """What is shown now."""
        table.menu_asked.connect(self.show)

    @Slot(QPoint)
    def show(self, at: QPoint) -> None:
        """Show the menu of the chosen row, at a point of the screen."""
        entry = self._table.chosen()
        if not entry or self.menu is not None:
            return
        menu = self.menu = QMenu(self._table)
        menu.setAccessibleName(tr("Entry {id}").format(id=entry))
        row = self._table.currentIndex().row()
        self._add(menu, tr("Open the entry"), "Return", partial(self._table.row_opened.emit, row))
        if not self._host.sealed:
            self._fill(menu)
            self._add(menu, tr("Delete the entry"), "Del", partial(self._table.delete_asked.emit, entry))
        menu.aboutToHide.connect(self._gone)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _fill(self, menu: QMenu) -> None:
        standing = _standing_over(self._table)
        for group in GROUPS:
            menu.addSeparator()
            menu.addActions([standing[each] for each in group if each in standing])
        menu.addSeparator()

    def _add(self, menu: QMenu, words: str, keys: str, do: Callable[[], object]) -> None:
        action = QAction(f"{words}\t{QKeySequence(keys).toString(_NATIVE)}", menu)
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)

    @Slot()
    def _gone(self) -> None:
        menu, self.menu = self.menu, None
        if menu is not None:
            end(menu)


def _standing_over(widget: QWidget) -> dict[str, QAction]:
    """The entries of the window’s menus, by their ids; they belong to something that the widget stands in."""
    found: dict[str, QAction] = {}
    over = widget.parentWidget()
    while over is not None:
        found.update((each.objectName(), each) for each in over.actions())
        over = over.parentWidget()
    return found


def asks_for_menu(event: QKeyEvent) -> bool:
    """Whether a key asks for the menu of what has the keyboard. Not every system makes more of it than a key."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shift)


def place_asked(table: ChronologyTable, event: QContextMenuEvent | None = None) -> QPoint | None:
    """Where on the screen the menu belongs; None where there is no row. The row under the pointer becomes chosen."""
    viewport = table.viewport()
    if event is not None and event.reason() is QContextMenuEvent.Reason.Mouse:
        index = table.indexAt(viewport.mapFromGlobal(event.globalPos()))
        if not index.isValid():
            return None
        table.setCurrentIndex(index)
        return event.globalPos()
    if not table.currentIndex().isValid():
        return None
    cell = table.visualRect(table.currentIndex()).intersected(viewport.rect())
    return viewport.mapToGlobal(cell.bottomLeft() if cell.isValid() else viewport.rect().topLeft())
