"""A file that is dragged over the window, or dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

REVIEW_ENDING = ".imr"


def has_files(data: QMimeData) -> bool:
    """Whether files of this computer are among it: no field takes the path of a file for text."""
    return any(url.isLocalFile() for url in data.urls())


def dropped_review(data: QMimeData) -> Path | None:
    """The one review file in it; None for anything else, and for more than one."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() == REVIEW_ENDING else None
