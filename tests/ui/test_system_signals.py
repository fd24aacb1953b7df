"""The review locks when the system says that the person goes: D-Bus on Linux, messages on Windows."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.system_signals import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    SystemSignals,
    _Messages,
)

ROOT = Path(__file__).resolve().parents[2]
WM_KEYDOWN, PBT_APMRESUME, WTS_SESSION_UNLOCK = 0x0100, 7, 8
LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.system_signals import SystemSignals

app = QCoreApplication([])
signals = SystemSignals(system="linux")
signals.away.connect(lambda: (print("away", flush=True), app.quit()))
signals.begin(None)
told = QDBusMessage.createSignal(sys.argv[1], sys.argv[2], sys.argv[3])
told.setArguments([each == "true" for each in sys.argv[4:]])
QTimer.singleShot(0, lambda: QDBusConnection.sessionBus().send(told))
QTimer.singleShot(int(1000 * float(10 if "true" in sys.argv[4:] else 1)), app.quit)
app.exec()
"""


def message(number: int, what: int) -> tuple[bytes, int, wintypes.MSG]:
    """A message as Windows hands it in; the last is kept so that it lives."""
    made = wintypes.MSG()
    made.message, made.wParam = number, what
    return b"windows_generic_MSG", ctypes.addressof(made), made


@pytest.mark.parametrize(
    ("number", "what", "goes"),
    [
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK, False),
        (WM_POWERBROADCAST, PBT_APMRESUME, False),
        (WM_KEYDOWN, WTS_SESSION_LOCK, False),
    ],
)
def test_windows_message_tells_that_the_person_goes(qtbot: QtBot, number: int, what: int, goes: bool) -> None:
    signals = SystemSignals(system="win32")
    told: list[int] = []
    signals.away.connect(lambda: told.append(1))
    kind, at, _alive = message(number, what)
    assert _Messages(signals).nativeEventFilter(kind, at) == (False, 0)  # nobody is kept from a message
    assert told == ([1] if goes else [])


def test_windows_message_of_another_system_is_not_read(qtbot: QtBot) -> None:
    signals = SystemSignals(system="win32")
    with qtbot.assertNotEmitted(signals.away):
        assert _Messages(signals).nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus on this computer")
@pytest.mark.parametrize(
    ("path", "interface", "name", "argument", "goes"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "true", True),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "true", True),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "false", False),
    ],
)
def test_screen_saver_of_linux_tells_that_the_person_goes(
    path: str, interface: str, name: str, argument: str, goes: bool
) -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", LISTEN, path, interface, name, argument]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == ("away" if goes else ""), done.stderr


@pytest.mark.parametrize(("on", "goes"), [(True, True), (False, False)])
def test_sleep_of_linux_tells_only_when_it_begins(qtbot: QtBot, on: bool, goes: bool) -> None:
    signals = SystemSignals(system="linux")
    told: list[int] = []
    signals.away.connect(lambda: told.append(1))
    signals.turned(on)
    assert told == ([1] if goes else [])
    signals.told()
    assert told == [1] * (1 + goes)
