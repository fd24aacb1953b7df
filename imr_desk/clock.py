"""The time, in one place, so that a test can hand in its own and a signature can say whose clock it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    """Now, by this computer's clock, with its zone."""
    return dt.datetime.now().astimezone()


def stamp(clock: Clock) -> str:
    """The time of an edit, ISO 8601 in UTC to the second."""
    return clock().astimezone(dt.UTC).isoformat(timespec="seconds")
