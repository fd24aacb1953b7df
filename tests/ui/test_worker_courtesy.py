"""A worker that judges a long review lets the window go first, and is not held up by one that waits."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import courtesy
from ui.courtesy import Courtesy


@pytest.fixture
def made(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Courtesy:
    monkeypatch.setattr(courtesy, "WORK_S", 0.0)
    monkeypatch.setattr(courtesy, "REST_S", 0.05)
    owner = QObject(qapp)
    found = Courtesy(owner)
    found.destroyed.connect(owner.deleteLater)
    return found


def rest(made: Courtesy) -> float:
    begun = time.perf_counter()
    made.breathe()
    return time.perf_counter() - begun


def test_worker_rests_while_the_window_is_at_work(made: Courtesy) -> None:
    made._awake()
    assert rest(made) > 0.04


def test_worker_goes_on_while_the_window_waits(made: Courtesy) -> None:
    made._waits()
    assert rest(made) < 0.04


def test_worker_works_a_while_between_two_rests(made: Courtesy, monkeypatch: pytest.MonkeyPatch) -> None:
    made._awake()
    monkeypatch.setattr(courtesy, "WORK_S", 60.0)
    assert rest(made) < 0.04


def test_event_loop_tells_when_the_window_wakes(made: Courtesy, qtbot: QtBot) -> None:
    made._waits()
    QApplication.processEvents()
    assert not made._idle.is_set()


def test_worker_does_not_rest_while_the_window_stands_still_for_it(made: Courtesy) -> None:
    made._awake()
    courtesy.waited_for.set()
    try:
        assert rest(made) < 0.04
    finally:
        courtesy.waited_for.clear()
    assert rest(made) > 0.04
