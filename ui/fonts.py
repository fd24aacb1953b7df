"""Inter, the font of the program (SIL Open Font License), loaded from the files that are shipped with it."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
"""The weights of the window, which has no italics: that file is for whatever shows a document, loaded on demand."""
ITALIC = "Inter-Italic.otf"


@lru_cache(maxsize=1)
def load_fonts() -> tuple[int, ...]:
    """Make the fonts known to Qt, once a process; the numbers Qt gave them, -1 for one that it could not read.

    Without them the next family of the tokens is used, so a number of -1 is not an error to the reader.
    """
    return tuple(load_font(name) for name in FILES)


def load_font(name: str) -> int:
    """Load one file; the number Qt gave it. By path where it is a file, since Qt then reads only what it needs."""
    file = resources.files("resources") / "fonts" / name
    if isinstance(file, Path):
        return QFontDatabase.addApplicationFont(str(file))
    return QFontDatabase.addApplicationFontFromData(file.read_bytes())
