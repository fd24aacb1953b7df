"""Veiling the window, and lifting the veil again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.windows import close_others

if TYPE_CHECKING:
    from ui.program import Program
    from ui.veil import Veil


class Veiling(QObject):
    """One for the program. There is something to veil only while a review is open."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._veil: Veil | None = None

    @property
    def on(self) -> bool:
        """Whether the window is veiled."""
        return self._veil is not None

    @property
    def before(self) -> QWidget | None:
        """What had the keyboard before the veil, if it is still there."""
        return self._veil.before if self._veil is not None else None

    @Slot()
    def begin(self) -> None:
        """Cover the window at once, whatever stands in it; dialogs and menus close with the safe answer."""
        program = self._program
        if program.review is None or self.on or program.leaving.sealed:
            return
        program.ask.dismiss()
        close_others(program.window)
        from ui.veil import Veil

        self._veil = Veil()
        self._veil.lifted.connect(self._lift)
        self._veil.lock_asked.connect(program.lock)
        program.window.show_front(self._veil)
        self._veil.setFocus()

    @Slot()
    def _lift(self) -> None:
        """Show the review again, with the keyboard where it was."""
        before = self.end()
        self._program.window.show_desk()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._program.window.focus_page()

    def end(self) -> QWidget | None:
        """Count no more; gives what had the keyboard before the veil, if there was one and it is still there."""
        veil, self._veil = self._veil, None
        return veil.end() if veil is not None else None
