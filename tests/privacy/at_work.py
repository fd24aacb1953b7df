"""A process of its own that works on a planted review through the window, as a person would, until it is killed.

at_work.py FOLDER: the review and the exports lie in FOLDER/reviews and FOLDER/exports. What it says on standard output
are the names of steps, and facts without a word of the review.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import planting
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sample_session import Clock
from searching import ANY
from window_tools import ScriptedAsk

from imr_desk.errors import ImrDeskError, NameFoundError
from imr_desk.guidance.facts import Place
from imr_desk.jobs.backups import job
from imr_desk.jobs.documents import read_files
from imr_desk.jobs.export import export
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.quiet import be_quiet
from imr_desk.sample.write import write_sample
from imr_desk.session import Session
from ui.app import application
from ui.faults import FaultHook
from ui.pages.unlock import UnlockPage
from ui.program import Program

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PASSPHRASE = f"{planting.elsewhere('passphrase')} quiet harbour lantern"
EXPORTS = ("report.docx", "report.pdf", "chronology.csv")
MOST_S = 60


def say(step: str, *facts: object) -> None:
    """Tell whoever watches."""
    print(step, *facts, flush=True)  # noqa: T201 - that is what it is for


def wait(until: Callable[[], object]) -> None:
    """Wait for something, and not for ever."""
    last = time.monotonic() + MOST_S
    while not until():
        assert time.monotonic() < last, "waited in vain"
        QTest.qWait(10)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def left_in_memory() -> tuple[int, int]:
    """How many planted strings, and how many copies of them, stand in the memory of this process; -1 if it is shut."""
    found: Counter[bytes] = Counter()
    try:
        with Path("/proc/self/maps").open() as places, Path("/proc/self/mem").open("rb", buffering=0) as memory:
            for line in places.read().splitlines():
                span, rights, *_ = line.split()
                if not rights.startswith("rw") or "[v" in line:
                    continue
                first, last = (int(each, 16) for each in span.split("-"))
                memory.seek(first)
                found.update(match.group() for match in ANY.finditer(memory.read(last - first)))
    except OSError:
        return -1, -1
    return len(found), found.total()


class _Falls:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        raise ValueError(planting.elsewhere("error"))


class Worker:
    """Somebody at the window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "reviews" / "review.imr"
        self.ask = ScriptedAsk()
        self.app = application()
        self.program = Program(self.app, self.ask)
        FaultHook(self.program.tell_fault).install()

    def prepare(self) -> None:
        """Write the review, planted, and close it."""
        write_sample(self.path, PASSPHRASE, clock=Clock())
        session = Session.open(self.path, PASSPHRASE, clock=Clock())
        planting.plant(session)
        for kind in ("genogram", "chronology_picture"):  # else no picture fits it
            session.run(SetFields(kind, kind, {"picture_sha256": None}))
        (chosen,) = read_files((self.folder / "sources" / f"{planting.elsewhere('document file')}.txt",))
        session.run(KeepDocument(session.new_id("document"), chosen.name, chosen.media_type, chosen.content))
        session.close()
        say("planted")

    @property
    def session(self) -> Session:
        assert self.program.review is not None
        return self.program.review.bridge.session

    def unlock(self) -> None:
        """Type the passphrase."""
        page = self.program.window.findChild(UnlockPage)
        assert page is not None
        self.program.window.activateWindow()
        wait(page.card.field.box.hasFocus)
        QTest.keyClicks(focused(), PASSPHRASE)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        wait(lambda: self.program.review is not None)
        wait(lambda: self.program.window.actions_shown is not None)
        say("unlocked")

    def go_to(self, kind: str, record_id: str, field: str) -> QWidget:
        """Put the caret into a field."""
        assert self.program.review is not None
        self.program.review.pages.go_to(Place(kind, record_id, field, ""))
        QApplication.processEvents()
        return focused()

    def write(self) -> None:
        """Type, copy, paste, search, delete, undo."""
        assert self.program.review is not None
        box = self.go_to("entry", "CE-003", "comment")
        QTest.keyClicks(box, planting.elsewhere("typed"))
        QTest.keyClick(box, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(box, Qt.Key.Key_C, CONTROL)
        assert planting.elsewhere("typed") in QApplication.clipboard().text()
        assert self.program.review.save()
        other = self.go_to("entry", "CE-005", "comment")
        QApplication.clipboard().setText(planting.elsewhere("pasted"))
        QTest.keyClick(other, Qt.Key.Key_V, CONTROL)
        assert self.program.review.save()
        search = self.program.window.desk.header.search
        search.setFocus()
        QTest.keyClicks(search, planting.elsewhere("searched"))
        QTest.keyClick(search, Qt.Key.Key_Return)
        wait(lambda: self.program.window.has_page(0))
        bridge = self.program.review.bridge
        assert bridge.run(Insert("entry", "CE-900", {"event": planting.elsewhere("deleted")}))
        assert bridge.run(Delete("entry", "CE-900"))
        assert bridge.run(SetFields("review", "review", {"reference": planting.elsewhere("undone")}))
        assert bridge.undo()
        for action in ("review.bin", "review.history"):
            assert self.program.window.actions_shown is not None
            self.program.window.actions_shown[action].trigger()
            QApplication.processEvents()
        say("written")

    def export(self) -> None:
        """One that is refused, since a registered name is in the text; and one of each form."""
        name = f"{planting.elsewhere('staff name').title()} Blenkinthwaite"
        bridge = self.program.review.bridge if self.program.review is not None else None
        assert bridge is not None
        assert bridge.run(SetFields("entry", "CE-003", {"event": f"{name} was told."}))
        target = self.folder / "exports" / "refused.docx"
        try:
            export(self.session, target, draft=True)
        except NameFoundError as error:
            say("refused", planting.elsewhere("staff name") not in error.sentence.casefold(), not target.exists())
        assert bridge.undo()
        for form in EXPORTS:
            export(self.session, self.folder / "exports" / form, draft=True)
        say("exported")

    def fail(self) -> None:
        """A fault in a slot, one in a worker, and an edit that is refused, each with words of the review in it."""

        def slot() -> None:
            words = planting.elsewhere("error")
            raise ValueError(f"while reading {words}", {"words": words})

        QTimer.singleShot(0, slot)
        thread = Thread(target=slot)
        thread.start()
        thread.join()
        _Falls()
        QTest.qWait(50)
        assert self.program.review is not None
        self.program.review.bridge.run(Insert("entry", planting.elsewhere("error"), {"event": "x"}))
        QTest.qWait(50)
        say("failed")

    def back_up(self) -> None:
        """A proved backup beside the file."""
        say("backed up", job(self.session)().path.name)

    def lock(self) -> None:
        """Copy, veil, lift the veil, lock; is anything of it still to be had?"""
        box = self.go_to("entry", "CE-003", "comment")
        QTest.keyClick(box, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(box, Qt.Key.Key_C, CONTROL)
        say("in memory", *left_in_memory())
        self.program.veiling.begin()
        QApplication.processEvents()
        say("title", self.program.window.windowTitle())
        self.program.lock()
        wait(lambda: self.program.review is None)
        wait(lambda: not self.program.leaving.forgetting and not self.program.tasks.running)
        say("locked", "clipboard", bool(QApplication.clipboard().text()))
        say("left in memory", *left_in_memory())

    def be_killed(self) -> None:
        """In the middle of typing, and in the middle of a transaction that is half on disk."""
        QTest.keyClicks(self.go_to("entry", "CE-006", "comment"), planting.elsewhere("not saved"))
        file = self.session.file
        file.connection.run("PRAGMA cache_size = 10")
        with file.transaction("2014-12-03T14:32:00+00:00") as tx:
            content = f"{planting.elsewhere('half saved')} ".encode() * 100_000
            KeepDocument(self.session.new_id("document"), "Half", "text/plain", content).apply(tx)
            say("half saved")
            sys.stdin.read()  # until the end comes


def main() -> None:
    """All of it."""
    be_quiet()
    worker = Worker(Path(sys.argv[1]))
    worker.prepare()
    worker.program.begin(worker.path)
    for step in (worker.unlock, worker.write, worker.export, worker.fail, worker.back_up, worker.lock, worker.unlock):
        step()
    worker.be_killed()


if __name__ == "__main__":
    try:
        main()
    except ImrDeskError as error:
        say("ended", error.sentence)
        raise
