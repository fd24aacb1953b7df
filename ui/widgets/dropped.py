"""A file that is dragged over the window, or dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

REVIEW_ENDINGS, REPORT_ENDINGS = (".imr",), (".docx", ".pdf")
LIST_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".html", ".htm", ".xml")
"""Files that can hold a chronology and nothing else that is taken here."""
CHRONOLOGY_ENDINGS = (*LIST_ENDINGS, ".docx", ".odt", ".txt")


def has_files(data: QMimeData) -> bool:
    """Whether files of this computer are among it: no field takes the path of a file for text."""
    return any(url.isLocalFile() for url in data.urls())


def dropped_review(data: QMimeData) -> Path | None:
    """The one review file in it; None for anything else, and for more than one."""
    return _one(data, REVIEW_ENDINGS)


def dropped_report(data: QMimeData) -> Path | None:
    """The one Word file or PDF in it; None for anything else, and for more than one."""
    return _one(data, REPORT_ENDINGS)


def dropped_chronology(data: QMimeData, endings: tuple[str, ...] = CHRONOLOGY_ENDINGS) -> Path | None:
    """The one file in it that can hold a chronology; None for anything else, and for more than one."""
    return _one(data, endings)


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files in it that a page can keep; none for a single review, which is for the window to open."""
    if dropped_review(data) is not None:
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def _one(data: QMimeData, endings: tuple[str, ...]) -> Path | None:
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() in endings else None
