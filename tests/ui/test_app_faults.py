"""A fault of ours: told once, by its kind and place, never with content, and never swallowed."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from threading import Thread
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, running, words_in

from imr_desk.errors import BadInputError
from imr_desk.review.catalogue import kind_of
from ui.faults import FaultHook, place_of

SECRET = "Mrs Okafor rang"


class Told:
    """Keeps what was shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def __call__(self, what: str, more: str) -> None:
        self.shown.append((what, more))


def fail(words: str = SECRET) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """A fault whose message holds content, as `sys.excepthook` gets it."""
    try:
        raise KeyError(words)
    except KeyError as error:
        return type(error), error, error.__traceback__


def test_fault_is_told_by_kind_and_place_without_content(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    told = Told()
    FaultHook(told)(*fail())
    QApplication.processEvents()
    printed = capsys.readouterr().err
    assert len(told.shown) == 1
    everything = " ".join((*told.shown[0], printed))
    assert "KeyError, test_app_faults.py, line" in everything
    assert SECRET not in everything


class _FailsWhenLetGo:
    def __del__(self) -> None:
        raise KeyError(SECRET)


@pytest.mark.parametrize("nobody", [lambda: Thread(target=fail_again), _FailsWhenLetGo])
def test_fault_that_nobody_can_catch_is_told_without_content_too(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], nobody: Callable[[], object]
) -> None:
    told = Told()
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    hook = FaultHook(told)
    try:
        hook.install()
        each = nobody()
        if isinstance(each, Thread):
            each.start()
            each.join()
        del each
    finally:
        hook.take_away()
        sys.excepthook, sys.unraisablehook, threading.excepthook = before
    QApplication.processEvents()
    printed = capsys.readouterr().err
    assert "KeyError, test_app_faults.py, line" in printed
    assert SECRET not in printed
    assert "Traceback" not in printed


def fail_again() -> None:
    raise KeyError(SECRET)


def test_fault_that_comes_again_at_the_same_place_is_told_once(qapp: QApplication) -> None:
    told = Told()
    hook = FaultHook(told)
    for _ in range(3):
        hook(*fail())
    QApplication.processEvents()
    assert len(told.shown) == 1


def test_sentence_for_the_reader_is_shown_as_it_is(qapp: QApplication) -> None:
    told = Told()
    error = BadInputError("That cannot be used.")
    FaultHook(told)(type(error), error, None)
    QApplication.processEvents()
    assert told.shown == [("That cannot be used.", "")]


def test_interruption_from_the_keyboard_is_left_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: given.append(kind))
    FaultHook(Told())(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert given == [KeyboardInterrupt]


def test_place_is_the_innermost_of_ours_and_any_where_none_is_ours() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("{")
    trace = caught.value.__traceback__
    assert trace is not None
    assert place_of(trace).startswith("test_app_faults.py, line")  # this folder is called ui as well
    assert place_of(trace.tb_next).startswith("decoder.py, line")
    with pytest.raises(KeyError) as ours:
        kind_of("no such kind")
    assert place_of(ours.value.__traceback__).startswith("catalogue.py, line")
    assert place_of(None) == ""


def test_fault_in_the_window_stands_over_the_page(qtbot: QtBot) -> None:
    with running(ScriptedAsk()) as program:
        program.tell_fault("The program met a fault of its own.", "KeyError, bridge.py, line 4")
        assert "KeyError, bridge.py, line 4" in words_in(program.window.desk.notices)
