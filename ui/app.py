"""Starts the program with its window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.painted import FirstPaint
from ui.platforms import Platform
from ui.program import Program
from ui.theme import STYLE_GIVEN

NAME = "IMR Desk"


def run(path: Path | None) -> int:
    """Open the program, with a review if one is named; the exit status when its window is closed."""
    from ui.faults import FaultHook

    app = application()
    program = Program(app)
    FaultHook(program.tell_fault).install()
    try:
        program.begin(path)
        return app.exec()
    finally:
        program.end()
        FaultHook.take_away()


def application() -> QApplication:
    """The one QApplication of this process."""
    Platform().introduce()
    app = QApplication(["imr-desk", "-style", "Fusion"])
    app.setProperty(STYLE_GIVEN, True)
    app.setApplicationName(NAME)
    app.setDesktopFileName("imr-desk")
    return app


def open_for_bench(path: Path, raw_key: bytes, stage: int, painted: Callable[[], object]) -> int:
    """Open a review by its raw key, show a stage, call `painted` when it was painted for the first time, and end.

    What comes after the first paint (menus, checks, the idle lock) is not begun: this measures the start.
    """
    from imr_desk.session import Session

    app = application()
    program = Program(app)
    program.open_session(Session.open(path, raw_key=raw_key), stage)
    FirstPaint(program.window, partial(_end, app, painted), program)  # asked last, it is told first
    return app.exec()


def _end(app: QApplication, painted: Callable[[], object]) -> None:
    painted()
    app.quit()
