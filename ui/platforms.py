"""What the window asks of one system only. Each call is a wish: a system that does not know it is left as it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

APPLICATION_ID = "IMRDesk.IMRDesk"
"""Windows keeps what it shows of a program under this name, never under that of the interpreter."""
FORCE_ICON, OWN_PICTURE, NO_PEEK = 7, 10, 11
"""DWMWA_FORCE_ICONIC_REPRESENTATION, DWMWA_HAS_ICONIC_BITMAP, DWMWA_DISALLOW_PEEK."""
NO = b"\0\0\0\0"
PRIVATE_FORMATS: Mapping[str, bytes] = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': NO,
    "x-kde-passwordManagerHint": b"secret",
}
"""What lies beside a copied text so that it is kept out of histories: the first three as Windows asks, the last for the
histories of Linux desktops."""

Library = Callable[[str], Any]


class Platform:
    """The system the window stands on. `library` loads a library of Windows; tests hand in their own."""

    def __init__(self, system: str = sys.platform, library: Library | None = None) -> None:
        self.covers = system == "win32"
        """Whether `cover` can do something here."""
        self._library = library or _windows_library

    def introduce(self) -> None:
        """Tell Windows under which name the program goes, before its first window is made."""
        if self.covers:
            self._library("shell32").SetCurrentProcessExplicitAppUserModelID(APPLICATION_ID)

    def cover(self, window: int, *, on: bool) -> None:
        """Have the icon stand for a window in the task bar and in previews, instead of what was last seen in it.

        Windows remembers the picture of a window that is minimised, also after it was veiled or locked.
        """
        if not self.covers:
            return
        import ctypes

        value = ctypes.c_int(int(on))
        for attribute in (FORCE_ICON, OWN_PICTURE, NO_PEEK):
            self._library("dwmapi").DwmSetWindowAttribute(
                ctypes.c_void_p(window), ctypes.c_uint(attribute), ctypes.byref(value), ctypes.c_uint(4)
            )


def _windows_library(name: str) -> Any:  # noqa: ANN401 - a library of C has no types
    import ctypes

    return getattr(ctypes, "windll")[name]  # noqa: B009 - not there on other systems, nor for the checker of types
