"""The bot of pytest-qt, with more patience: on a busy machine a test waits longer, and fails only where nothing comes.

What is waited for comes at once as a rule, so a long limit costs time only where a test fails anyway.
"""

from __future__ import annotations

from functools import partialmethod

from pytestqt.qtbot import QtBot

WAIT_MS = 60_000
"""How long a condition, a signal or a window is waited for where a test says nothing else."""


class PatientBot(QtBot):
    """Waits for `WAIT_MS` where pytest-qt would give up after five seconds."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=WAIT_MS)  # noqa: N815 - the names are those of pytest-qt
    waitSignal = partialmethod(QtBot.waitSignal, timeout=WAIT_MS)  # noqa: N815
    waitActive = partialmethod(QtBot.waitActive, timeout=WAIT_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=WAIT_MS)  # noqa: N815
