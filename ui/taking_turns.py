"""While a worker thread is at work, the window has its turn at once, and no garbage is searched for.

Python runs one thread at a time. As it comes, a thread that wants to go on waits 5 ms for the one at work, and the
window would wait so each time it calls into Qt, many times for one key.

A search for garbage runs in whatever thread happens to make something new. In a worker it may free what Python knows of
a widget while Qt is taking that widget apart in the window's thread: then the program ends ("free(): invalid pointer",
in Shiboken's `destroy`, which waits there for its turn). So nothing is searched for from the moment a worker is wanted
until the window's own thread says that it may be.
"""

from __future__ import annotations

import gc
import sys
import threading

MUCH = 20_000
"""So much new from a worker stays (`starting.done`): to look through it at once takes longer than a key may wait."""
SWITCH_S = 0.0005
"""How long the window waits for its turn. What the turns themselves cost is not seen at this length."""


class Workers:
    """How many are at work, and what is put back when none is any more."""

    def __init__(self) -> None:
        """Nothing is changed before the first of them is wanted."""
        self._lock = threading.Lock()
        self._working = 0
        self._interval = 0.0
        self._held = False
        self._first = 0

    def wanted(self) -> None:
        """A worker will be at work. To be called in the window's thread, before it is begun."""
        with self._lock:
            self._working += 1
            if self._working == 1:
                self._interval = sys.getswitchinterval()
                sys.setswitchinterval(SWITCH_S)
            if not self._held:
                self._held = True
                self._first, second, third = gc.get_threshold()
                gc.set_threshold(0, second, third)

    def ended(self) -> None:
        """A worker has ended: said by itself. Garbage is not searched for yet, since its thread still runs."""
        with self._lock:
            self._working -= 1
            if not self._working:
                sys.setswitchinterval(self._interval)

    def settle(self) -> None:
        """Search for garbage as before, if no worker is at work. To be called in the window's thread."""
        with self._lock:
            if self._held and not self._working:
                self._held = False
                _, second, third = gc.get_threshold()  # these may have been set meanwhile
                if gc.get_count()[0] > MUCH:
                    gc.freeze()
                gc.set_threshold(self._first, second, third)


workers = Workers()
waited_for = threading.Event()
"""Set while the window stands still until a worker is done: then that needs to let nobody go first."""
