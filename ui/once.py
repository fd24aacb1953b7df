"""A timer that goes off once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer


def once(parent: QObject, after: int) -> QTimer:
    """A timer that goes off once, so many milliseconds after its last start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    return timer
