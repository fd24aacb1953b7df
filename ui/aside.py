"""One edit that takes long, made in a worker thread while the window goes on: what of it is no Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from imr_desk.errors import BadInputError, ImrDeskError
from imr_desk.i18n import tr
from ui.taking_turns import waited_for

if TYPE_CHECKING:
    from imr_desk.operations.base import Operation
    from imr_desk.operations.writing import Written

Ended = Callable[[ImrDeskError | None], object]
"""Is told that the edit is on disk, or why it is not."""


class Aside:
    """The edit, and what became of it."""

    def __init__(self, operation: Operation | None, work: Callable[[], Written], ended: Ended) -> None:
        """`work` is as `Session.stand_aside` or `Session.turn_aside` gives it, which has no operation."""
        self.operation, self.ended = operation, ended
        self.written: Written | None = None
        self.error: ImrDeskError | None = None
        self._work = work
        self._over = threading.Event()

    def run(self) -> None:
        """Make it, in the worker. What is no sentence for the reader goes on to the task."""
        try:
            self.written = self._work()
        except ImrDeskError as error:
            self.error = error
        finally:
            self._over.set()

    def wait(self) -> None:
        """Wait in the window's thread until it is written, or not."""
        waited_for.set()
        self._over.wait()
        waited_for.clear()
        if self.written is None and self.error is None:  # a fault of ours, which the task tells
            self.error = BadInputError(tr("That could not be done. Nothing was changed."))

    def after_it(self, other: Operation) -> Operation:
        """An edit that was asked for meanwhile, as it is to be made now."""
        from imr_desk.operations.resolving import ResolveNames

        return self.operation.after_it(other) if isinstance(self.operation, ResolveNames) else other
