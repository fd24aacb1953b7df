"""While a worker thread is at work, the window has its turn at once.

Python runs one thread at a time. As it comes, a thread that wants to go on waits 5 ms for the one at work, and the
window would wait so each time it calls into Qt, many times for one key. And a search for garbage among all that a long
report is made of holds every thread for as long as it takes, up to a second.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SWITCH_S = 0.0005
"""How long the window waits for its turn. What the turns themselves cost is not seen at this length."""
NEVER = 1 << 30
"""After how many searches among what is new what is older is looked through, too: not while a worker is at work."""


class _Workers:
    """How many are at work, and what is put back when none is any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._working = 0
        self._interval = 0.0
        self._second = 0

    def begin(self) -> None:
        with self._lock:
            self._working += 1
            if self._working == 1:
                first, self._second, third = gc.get_threshold()
                self._interval = sys.getswitchinterval()
                gc.set_threshold(first, NEVER, third)
                sys.setswitchinterval(SWITCH_S)

    def end(self) -> None:
        with self._lock:
            self._working -= 1
            if not self._working:
                first, _, third = gc.get_threshold()  # the first and the third may have been set meanwhile
                gc.set_threshold(first, self._second, third)
                sys.setswitchinterval(self._interval)


_workers = _Workers()


@contextmanager
def taking_turns() -> Iterator[None]:
    """To be held by a worker thread for as long as it is at work."""
    _workers.begin()
    try:
        yield
    finally:
        _workers.end()
