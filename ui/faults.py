"""A fault of ours is never swallowed and never shown with content: its kind and its place, once for each place.

What the reader can act on (ImrDeskError) is shown as its own sentence.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr

Show = Callable[[str, str], object]
"""Shows what happened, and what it means."""


class FaultHook:
    """What `sys.excepthook` is while the window is open, and the hooks for faults that nobody can catch."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._told: set[str] = set()

    def install(self) -> None:
        """Take over from Python's own, which print what a fault holds."""
        sys.excepthook = self
        sys.unraisablehook = self.of_nobody
        threading.excepthook = self.of_nobody

    @staticmethod
    def take_away() -> None:
        """Leave it to Python's own again."""
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__

    def of_nobody(self, fault: sys.UnraisableHookArgs | threading.ExceptHookArgs) -> None:
        """A fault in another thread, or where something was let go of: told in the same way."""
        if fault.exc_value is not None:
            self(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell of a fault, after the event in which it happened: it may have been in the middle of painting."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ImrDeskError):
            QTimer.singleShot(0, lambda: self._show(error.sentence, ""))
            return
        what = f"{kind.__name__}, {place_of(trace)}"
        sys.stderr.write(f"imr-desk: {what}\n")
        if what in self._told:
            return
        self._told.add(what)
        more = tr(
            "What was saved before is safe. The place of the fault, for whoever looks after the program: {what}. "
            "Nothing you wrote stands in this message."
        ).format(what=what)
        QTimer.singleShot(0, lambda: self._show(tr("The program met a fault of its own."), more))


def place_of(trace: TracebackType | None) -> str:
    """The innermost place of ours in a traceback, as ‘file.py, line 12’; of any file where none is ours."""
    found = ""
    ours = False
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        mine = bool({"ui", "imr_desk"} & set(path.parts[-4:]))
        if mine or not ours:
            found, ours = tr("{file}, line {n}").format(file=path.name, n=trace.tb_lineno), ours or mine
        trace = trace.tb_next
    return found
