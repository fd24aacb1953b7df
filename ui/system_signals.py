"""What the system says when the person goes away: it locks the session, its screen saver begins, it goes to sleep.

Linux says it on D-Bus (systemd-logind, and the desktop’s screen saver), Windows by messages to the window. Where a
system says nothing the idle lock is there all the same.
"""

from __future__ import annotations

import os
import sys
from ctypes import wintypes
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT = 0x02B1, 7, 2, 4
GONE = {
    WM_POWERBROADCAST: (PBT_APMSUSPEND,),
    WM_WTSSESSION_CHANGE: (WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT),
}
"""Messages of Windows, and which of them say that the person goes."""
TURNED, TOLD = SLOT("turned(bool)"), SLOT("told()")
LOGIN, SAVERS = "org.freedesktop.login1", ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SystemSignals(QObject):
    """One for the program, begun when a review is open for the first time."""

    away = Signal()
    """The person goes away, or the computer does."""

    def __init__(self, parent: QObject | None = None, system: str = sys.platform) -> None:
        super().__init__(parent)
        self._system = system
        self._filter: _Messages | None = None

    def begin(self, window: QWidget) -> None:
        """Listen, as this system allows."""
        if self._system == "win32":
            self._filter = _Messages(self)
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)
            _be_told_of_locks(int(window.winId()))
        elif self._system.startswith("linux"):
            self._listen()

    # ---- Linux
    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager, each = f"{LOGIN}.Manager", f"{LOGIN}.Session"
            system.connect(LOGIN, "/org/freedesktop/login1", manager, "PrepareForSleep", self, TURNED)  # type: ignore[call-overload]
            system.connect(LOGIN, self._session_path(), each, "Lock", self, TOLD)  # type: ignore[call-overload]
        if _has_session_bus() and (session := QDBusConnection.sessionBus()).isConnected():
            for saver in SAVERS:
                session.connect("", "", saver, "ActiveChanged", self, TURNED)  # type: ignore[call-overload]

    def _session_path(self) -> str:
        """Where systemd-logind speaks of the session of this process; ‘auto’ is its own word for that."""
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

        login = QDBusInterface(LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", QDBusConnection.systemBus())
        login.setTimeout(500)
        answer = login.call("GetSession", "auto")
        found = answer.arguments() if answer.type() is QDBusMessage.MessageType.ReplyMessage else []
        path = getattr(found[0], "path", None) if found else None
        return str(path()) if callable(path) else "/org/freedesktop/login1/session/auto"

    @Slot(bool)
    def turned(self, on: bool) -> None:
        """The screen saver begins, or the computer goes to sleep; `on` is False when it is over."""
        if on:
            self.away.emit()

    @Slot()
    def told(self) -> None:
        """The session is locked."""
        self.away.emit()


class _Messages(QAbstractNativeEventFilter):
    """Looks at the messages that Windows sends."""

    def __init__(self, signals: SystemSignals) -> None:
        super().__init__()
        self._signals = signals

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:  # noqa: ANN401 - as Qt hands them in
        """Never takes a message away."""
        if bytes(kind) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if told.wParam in GONE.get(told.message, ()):
                self._signals.away.emit()
        return False, 0


def _has_session_bus() -> bool:
    """Whether there is a bus of the session: asked for where there is none, D-Bus would begin one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (runtime is not None and Path(runtime, "bus").exists())


def _be_told_of_locks(window: int) -> None:
    """Ask Windows to tell this window when its session is locked."""
    import ctypes

    library = getattr(ctypes, "windll").wtsapi32  # noqa: B009 - not there on other systems
    library.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)
