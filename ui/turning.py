"""Undo and redo of a step of very many records by a worker, with how far it is over the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.i18n import tr
from ui.courtesy import Courtesy
from ui.once import once
from ui.taking_in_work import Going
from ui.widgets.row_heights import all_rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.errors import ImrDeskError
    from imr_desk.session import Session
    from ui.bridge import Bridge
    from ui.main_window import MainWindow

MANY = 100
"""Records from which on it may take longer than the window may stand still."""
HOW_FAR = "turning a long step"
"""Key of the notice over the page."""
LONG_MS, TOLD_MS = 500, 250
"""When it is first said that it takes longer, and how often then how far it is."""


def long_step(session: Session, *, back: bool) -> int:
    """How many records or edits the next step of undo or redo goes over; 0 where it does not take long."""
    from imr_desk.operations.general import Batch
    from imr_desk.operations.importing import records_in

    step = session.next_undo if back else session.next_redo
    count = records_in(step) or (len(step.operations) if isinstance(step, Batch) else 0)
    return count if count >= MANY else 0


class Turning(QObject):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self._courtesy = Courtesy(self)
        self._going: Going | None = None
        self._go_on: Callable[[], None] | None = None
        self._tell = once(self, LONG_MS)
        self._tell.timeout.connect(self._say_how_far)

    def begin(self, records: int, done: Callable[[ImrDeskError | None], object], *, back: bool) -> None:
        """Take the step back, or do it again; `done` is told that it is on disk, or why not."""
        from imr_desk.operations.importing import PARTS_AGAIN, PARTS_BACK, records_in

        session = self._bridge.session
        if records_in(session.next_undo if back else session.next_redo):
            said = tr("The entries are taken out again.") if back else tr("The entries are put back.")
        else:
            said = tr("The changes are taken back.") if back else tr("The changes are made again.")
        going = Going(self._courtesy.breathe, said)
        going.begin(said, records * (PARTS_BACK if back else PARTS_AGAIN))
        self._tell.start(LONG_MS)
        self._going, self._go_on = going, all_rest(self._window)
        self._bridge.turn_aside(going.told, partial(self._ended, going, done), back=back)

    @Slot()
    def stop(self) -> None:
        """Leave everything as it was, unless it is being put on disk already."""
        if self._going is not None:
            self._going.stop()

    def _ended(self, going: Going, done: Callable[[ImrDeskError | None], object], error: ImrDeskError | None) -> None:
        if going is self._going:
            self._tell.stop()
            if self._go_on is not None:
                self._go_on()
            self._going = self._go_on = None
            self._window.desk.notices.drop(HOW_FAR)
        done(error)

    @Slot()
    def _say_how_far(self) -> None:
        if (now := self._going) is not None:
            self._window.desk.notices.tell_how_far(HOW_FAR, now.said, now.percent, self.stop)
            self._tell.start(TOLD_MS)
