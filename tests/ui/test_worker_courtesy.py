"""A worker that judges a long review lets the window go first, and is not held up by one that waits."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import courtesy
from ui.courtesy import Courtesy

SHORT_S, LONG_S = 0.05, 60.0
"""A rest that is looked at, and one that nobody would take on the busiest machine for going on at once."""


@pytest.fixture
def made(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Courtesy:
    monkeypatch.setattr(courtesy, "WORK_S", 0.0)
    monkeypatch.setattr(courtesy, "REST_S", LONG_S)
    owner = QObject(qapp)
    found = Courtesy(owner)
    found.destroyed.connect(owner.deleteLater)
    return found


def rests(made: Courtesy) -> bool:
    begun = time.perf_counter()
    made.breathe()
    return time.perf_counter() - begun > 0.9 * courtesy.REST_S


def test_worker_rests_while_the_window_is_at_work(made: Courtesy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "REST_S", SHORT_S)
    made._awake()
    assert rests(made)


def test_worker_goes_on_while_the_window_waits(made: Courtesy) -> None:
    made._waits()
    assert not rests(made)


def test_worker_works_a_while_between_two_rests(made: Courtesy, monkeypatch: pytest.MonkeyPatch) -> None:
    made._awake()
    monkeypatch.setattr(courtesy, "WORK_S", 60.0)
    assert not rests(made)


def test_event_loop_tells_when_the_window_wakes(made: Courtesy, qtbot: QtBot) -> None:
    made._waits()
    QApplication.processEvents()
    assert not made._idle.is_set()


def test_worker_does_not_rest_while_the_window_stands_still_for_it(
    made: Courtesy, monkeypatch: pytest.MonkeyPatch
) -> None:
    made._awake()
    courtesy.waited_for.set()
    try:
        assert not rests(made)
    finally:
        courtesy.waited_for.clear()
    monkeypatch.setattr(courtesy, "REST_S", SHORT_S)
    assert rests(made)
