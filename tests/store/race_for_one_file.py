"""One of several processes that open the same review at the same instant, again and again; see test_one_writer_race.

Whoever gets it to write says so by making a file that must not be there, adds a line of its own to the review, and
waits until everybody has tried before it closes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from imr_desk.errors import HeldError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store.file_lock import FileLock

PATIENCE = 60
"""Seconds after which everything is given up."""


def race(path: Path, key: bytes, rounds: int, barrier: Barrier, told: Queue[tuple[int, str]]) -> None:
    """Take part in so many rounds; what became of each is put into the queue."""
    for number in range(rounds):
        barrier.wait(PATIENCE)
        outcome = _try(path, key, number, lambda: barrier.wait(PATIENCE))
        told.put((number, outcome))
        barrier.wait(PATIENCE)


def _try(path: Path, key: bytes, number: int, wait: Callable[[], int]) -> str:
    try:
        session = Session.open(path, raw_key=key)
    except HeldError:
        wait()
        return "kept out"
    inside = path.with_name("inside")
    try:
        os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
        session.run(SetFields("opening", "opening", {"purpose": f"Round {number} of {os.getpid()}."}))
        inside.unlink()
        wait()
        return "wrote"
    except FileExistsError:
        wait()
        return "two at once"
    finally:
        session.close()


def take_turns(path: Path, turns: int, barrier: Barrier, told: Queue[tuple[int, str]]) -> None:
    """Take the lock and let go of it, without a pause, until it was had so many times; tell whether always alone."""
    barrier.wait(PATIENCE)
    alone, had = True, 0
    until = time.monotonic() + PATIENCE
    while had < turns and time.monotonic() < until:
        lock = FileLock.take(path)
        if lock is None:
            continue
        had += 1
        inside = path.with_name("inside")
        try:
            os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
            inside.unlink()
        except OSError:
            alone = False
        lock.release()
    told.put((had, "alone" if alone else "two at once"))
