"""The idle lock counts by the clock it is given, begins again at every key, and is due once."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.locking import IdleLock, awake_and_asleep


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def lock(qtbot: QtBot, clock: Clock) -> Iterator[IdleLock]:
    made = IdleLock(10, clock)
    yield made
    made.stop()


def test_lock_counts_down_in_minutes_and_tells_each_once(lock: IdleLock, clock: Clock, qtbot: QtBot) -> None:
    told: list[int] = []
    lock.minutes_left.connect(told.append)
    lock.start()
    for _ in range(20):
        clock.now += 15
        lock.timer.timeout.emit()
    assert told == [10, 9, 8, 7, 6, 5]
    assert lock.left == 5


def test_lock_is_due_once(lock: IdleLock, clock: Clock, qtbot: QtBot) -> None:
    lock.start()
    clock.now += 599
    with qtbot.assertNotEmitted(lock.due):
        lock.tick()
    clock.now += 1
    with qtbot.waitSignal(lock.due):
        lock.tick()
    assert not lock.timer.isActive()
    assert lock.left is None


def test_lock_a_key_in_a_watched_window_begins_again(lock: IdleLock, clock: Clock, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    handle = window.windowHandle()
    assert handle is not None
    lock.watch(handle)
    lock.start()
    clock.now += 500
    lock.tick()
    assert lock.left == 2
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert lock.left == 10


def test_lock_first_key_after_a_long_sleep_locks(lock: IdleLock, clock: Clock, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    handle = window.windowHandle()
    assert handle is not None
    lock.watch(handle)
    lock.start()
    clock.now += 3 * 3600
    with qtbot.waitSignal(lock.due):
        QTest.keyClick(handle, Qt.Key.Key_A)


def test_lock_of_no_minutes_never_locks(clock: Clock, qtbot: QtBot) -> None:
    lock = IdleLock(0, clock)
    lock.start()
    assert not lock.timer.isActive()
    assert lock.left is None


def test_lock_other_minutes_begin_the_count_again(lock: IdleLock, clock: Clock, qtbot: QtBot) -> None:
    lock.start()
    clock.now += 300
    lock.set_minutes(5)
    assert lock.left == 5
    lock.stop()
    lock.set_minutes(7)
    assert not lock.timer.isActive()


def test_lock_has_all_its_minutes_left_whenever_the_count_begins(lock: IdleLock, clock: Clock) -> None:
    for begun in range(1, 200):
        clock.now = 65_000 + begun / 7  # in ten minutes a float has a bit less: some are a little more than 600 apart
        lock.start()
        assert lock.left == lock.minutes
        clock.now += 43
        assert lock._seconds() == 60 * lock.minutes - 43
    lock.stop()


def test_clock_goes_forward() -> None:
    assert awake_and_asleep() <= awake_and_asleep()
    assert awake_and_asleep() >= time.monotonic() - 1


def test_lock_counts_the_last_minute_in_seconds_and_looks_at_the_clock_each_second(
    lock: IdleLock, clock: Clock, qtbot: QtBot
) -> None:
    minutes, seconds = list[int](), list[int]()
    lock.minutes_left.connect(minutes.append)
    lock.seconds_left.connect(seconds.append)
    lock.start()
    clock.now += 536
    lock.timer.timeout.emit()
    assert seconds == []
    assert lock.timer.interval() == 1000
    for _ in range(6):
        clock.now += 1
        lock.timer.timeout.emit()
    assert seconds == [60, 59, 58]
    lock.touch()
    assert minutes[-1] == 10
    assert lock.timer.interval() == 5000


def test_lock_that_was_given_up_in_the_last_minute_says_minutes_again(
    lock: IdleLock, clock: Clock, qtbot: QtBot
) -> None:
    lock.set_minutes(1)
    told: list[int] = []
    lock.minutes_left.connect(told.append)
    lock.start()
    assert told == [1]
