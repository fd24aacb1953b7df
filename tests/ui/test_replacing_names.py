"""Names are replaced everywhere while the window goes on: nothing typed meanwhile is lost, and it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from names_tools import REGISTERED, SENTENCE, code, desk, field, press, session_of, type_here
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imr_desk.errors import ImrDeskError, StoppedError
from imr_desk.operations.general import SetFields
from imr_desk.operations.resolving import Prepared, Resolution, ResolveNames
from imr_desk.store.transaction import Transaction
from ui.program import Program
from ui.replacing import HOW_FAR, Replacing
from ui.widgets.buttons import Button

NAMES = (Resolution(REGISTERED, "STF-04"),)


class Held:
    """Holds the worker while it writes, until it is let go."""

    def __init__(self) -> None:
        self.writes, self._go = threading.Event(), threading.Event()

    def go(self) -> None:
        self._go.set()

    def wait(self) -> None:
        self.writes.set()
        assert self._go.wait(20)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made, apply = Held(), ResolveNames.apply

    def slow(operation: ResolveNames, tx: Transaction) -> object:
        made.wait()
        return apply(operation, tx)

    monkeypatch.setattr(ResolveNames, "apply", slow)
    yield made
    made.go()


@contextmanager
def being_replaced(
    qtbot: QtBot, folder: Path, held: Held, ended: list[object]
) -> Iterator[tuple[Program, Replacing, Callable[[], str]]]:
    """The window while a worker writes; it is in a text with the name, and the name stands in another too."""
    with desk(qtbot, folder) as program:
        session_of(program).run(SetFields("entry", "CE-001", {"event": f"{REGISTERED} rang."}))
        field(program, "period", "background")
        type_here(SENTENCE)
        assert program.review is not None
        program.review.save()
        replacing = program.review.naming.replacing
        replacing.begin(NAMES, ended.append, ended.append)
        qtbot.waitUntil(held.writes.is_set)
        yield program, replacing, lambda: session_of(program).review.one("period").text("background")


def over(qtbot: QtBot, replacing: Replacing) -> None:
    qtbot.waitUntil(lambda: not replacing.on)


def test_what_is_typed_meanwhile_is_kept_with_the_name_replaced_in_it(qtbot: QtBot, tmp_path: Path, held: Held) -> None:
    ended: list[object] = []
    with being_replaced(qtbot, tmp_path, held, ended) as (program, replacing, background):
        text = SENTENCE.replace(REGISTERED, code(program))
        box = program.window.focusWidget()
        assert box is not None
        press((Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
        QTest.keyClicks(box, " She wrote.")
        assert program.review is not None
        program.review.pages.flush()
        QTest.keyClicks(box, " Twice.")
        assert background() == SENTENCE
        held.go()
        over(qtbot, replacing)
        assert background() == f"{text} She wrote. Twice."
        assert box.toPlainText() == background()  # type: ignore[attr-defined]
        assert session_of(program).review["CE-001"].text("event") == f"{code(program)} rang."
        assert [type(each) for each in ended] == [Prepared]
        press((Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
        assert REGISTERED not in background()


def test_it_can_be_stopped_over_the_page_and_nothing_was_changed(qtbot: QtBot, tmp_path: Path, held: Held) -> None:
    ended: list[object] = []
    with being_replaced(qtbot, tmp_path, held, ended) as (program, replacing, background):
        notices = program.window.desk.notices
        qtbot.waitUntil(lambda: notices.notice(HOW_FAR) is not None)
        notice = notices.notice(HOW_FAR)
        assert notice is not None
        stop = next(each for each in notice.findChildren(Button) if each.words() == "Stop")
        stop.setFocus()
        press(Qt.Key.Key_Space)
        held.go()
        over(qtbot, replacing)
        assert [type(each) for each in ended] == [StoppedError]
        assert background() == SENTENCE
        assert notices.notice(HOW_FAR) is None
        assert session_of(program).resolved_names() == ()


def test_undo_is_refused_meanwhile_in_a_sentence_and_goes_again_afterwards(
    qtbot: QtBot, tmp_path: Path, held: Held
) -> None:
    with being_replaced(qtbot, tmp_path, held, []) as (program, replacing, background):
        assert program.review is not None
        bridge, said = program.review.bridge, []
        bridge.refused.connect(lambda _operation, sentence: said.append(sentence))
        assert not bridge.undo()
        assert bridge.add("staff", {"code": "Crown Prosecutor 9"}) is None
        assert len(said) == 2
        held.go()
        over(qtbot, replacing)
        assert bridge.undo()
        assert REGISTERED not in background()


def test_lock_waits_until_it_is_written_and_keeps_what_waited(qtbot: QtBot, tmp_path: Path, held: Held) -> None:
    with being_replaced(qtbot, tmp_path, held, []) as (program, _, background):
        assert program.review is not None
        program.review.bridge.run(SetFields("entry", "CE-002", {"event": f"{REGISTERED} wrote."}))
        assert program.review.bridge.waiting
        held.go()
        assert program.review.save()
        assert REGISTERED not in background()
        assert session_of(program).review["CE-002"].text("event") == f"{code(program)} wrote."
        program.lock()
        qtbot.waitUntil(lambda: program.review is None)


def test_second_deed_is_refused_while_the_first_is_done(qtbot: QtBot, tmp_path: Path, held: Held) -> None:
    with being_replaced(qtbot, tmp_path, held, []) as (_, replacing, _background):
        refused: list[ImrDeskError] = []
        replacing.begin(NAMES, refused.append, refused.append)  # type: ignore[arg-type]
        assert [each.sentence for each in refused] == [
            "A long change is being made to this review. A moment later this goes."
        ]
        held.go()
        over(qtbot, replacing)
