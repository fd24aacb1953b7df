"""Entries are stored by a worker: how far it is stands there, Cancel leaves the file as it was; undo goes so too."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from test_taking_in import ROWS, events, intake, read, send, settled

from imr_desk.session import Session
from ui.program import Program
from ui.taking_in import TakingIn
from ui.turning import MANY

LONG = [ROWS[0], *(f"4/5/13\t{n % 24:02d}:00\tx\tEvent number {n}.\t" for n in range(MANY + 20))]


class Held:
    """Holds the worker at a piece of its work until it is let go."""

    def __init__(self, job: TakingIn, piece: int) -> None:
        self.reached, self._go = threading.Event(), threading.Event()
        self._left, self._breathe = piece, job._breathe
        job._breathe = self._breathed

    def _breathed(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.reached.set()
            self._go.wait(20)
        self._breathe()

    def let_go(self) -> None:
        self._go.set()


def job_of(program: Program) -> TakingIn:
    assert program.review is not None
    return TakingIn.of(program, program.review)


def test_storing_is_cancelled_with_the_button_and_the_file_is_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, LONG))
        assert program.review is not None
        path = program.review.session().path
        before, held = path.read_bytes(), Held(job_of(program), 3 * len(LONG))
        page.take.setFocus()
        QTest.keyClick(page.take, Qt.Key.Key_Space)
        qtbot.waitUntil(held.reached.is_set)
        qtbot.waitUntil(page.progress.button.hasFocus)
        assert not page.take.isEnabled()
        page.out_asked.emit("0", True)
        assert events(program) == []
        QTest.keyClick(page.progress.button, Qt.Key.Key_Space)
        held.let_go()
        settled(qtbot, program)
        assert events(program) == []
        assert path.read_bytes() == before
        assert page.take.hasFocus()  # the rows are there still, to be taken in after all
        page.take.click()
        settled(qtbot, program)
        assert len(events(program)) == len(LONG) - 1


def test_what_is_being_put_on_disk_cannot_be_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, LONG))
        job = job_of(program)
        page.take.click()
        going = job._going
        settled(qtbot, program)
        assert going.percent == 100
        assert not going.can_stop
        assert not going.stop()
        assert len(events(program)) == len(LONG) - 1


def test_esc_while_it_is_stored_leaves_and_nothing_is_stored(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, LONG))
        held = Held(job_of(program), 3 * len(LONG))
        page.take.click()
        qtbot.waitUntil(held.reached.is_set)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        held.let_go()
        settled(qtbot, program)
        assert program.review is not None
        assert program.review.pages.over == 0
        program.review.bridge.settled()
        assert events(program) == []


def test_edit_that_is_made_while_entries_are_stored_waits_and_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    from imr_desk.operations.general import SetFields

    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, LONG))
        held = Held(job_of(program), 3 * len(LONG))
        page.take.click()
        qtbot.waitUntil(held.reached.is_set)
        assert program.review is not None
        bridge = program.review.bridge
        assert not bridge.run(SetFields("findings", "findings", {"conclusion": "Typed meanwhile."}))
        held.let_go()
        settled(qtbot, program)
        assert len(events(program)) == len(LONG) - 1
        assert bridge.review.one("findings").text("conclusion") == "Typed meanwhile."
        assert not bridge.waiting


def test_long_import_is_undone_and_redone_by_a_worker(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, LONG))
        page.take.click()
        settled(qtbot, program)
        actions = program.window.actions_shown
        assert actions is not None
        whole = events(program)
        for name, left in (("edit.undo", []), ("edit.redo", whole), ("edit.undo", [])):
            actions[name].trigger()
            qtbot.waitUntil(lambda left=left: events(program) == left)
            qtbot.waitUntil(actions["edit.redo" if left == [] else "edit.undo"].isEnabled)


def test_lock_while_entries_are_stored_waits_for_them_and_they_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, LONG))
        assert program.review is not None
        file = program.review.session().file
        path, key = file.path, file.key.raw
        held = Held(job_of(program), 3 * len(LONG))
        page.take.click()
        qtbot.waitUntil(held.reached.is_set)
        later = threading.Timer(0.1, held.let_go)
        later.start()
        program.lock()
        qtbot.waitUntil(lambda: program.review is None)
        later.join()
        session = Session.open(path, raw_key=key, read_only=True)
        assert len(session.review.all("entry")) == len(LONG) - 1
        session.close()
