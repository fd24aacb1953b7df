"""A process of its own: opens a planted review, goes everywhere in it, locks, and looks for what was planted.

lock_and_look.py REVIEW KEY: says in one line of JSON what Python still holds (kinds of objects), and how often what was
planted stands in the memory of the process. No planted string is made here.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from searching import ANY
from window_tools import ScriptedAsk

from imr_desk.guidance.facts import Place
from imr_desk.session import Session
from ui.app import application
from ui.pages.print_preview import PrintPreviewPage
from ui.pages.unlock import UnlockPage
from ui.program import Program

MOST_S = 60
PLAIN = (tuple, list, dict, set, frozenset)


def wait(until: Callable[[], object]) -> None:
    """Wait for something, and not for ever."""
    last = time.monotonic() + MOST_S
    while not until():
        assert time.monotonic() < last, "waited in vain"
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QTest.qWait(5)


def been_everywhere(program: Program) -> None:
    """Every stage, every page that can lie over one, a search, a veil; and something typed and copied."""
    review = program.review
    assert review is not None
    wait(lambda: review.advice is not None)
    for stage in range(1, 11):
        program.window.stage_chosen.emit(stage)
        QTest.qWait(20)
    program.window.search_asked.emit("visit")
    program.window.stage_chosen.emit(9)
    review.sign_off().begin_export()
    program.window.stage_chosen.emit(4)
    actions = program.window.actions_shown
    assert actions is not None
    for action in ("review.history", "review.bin", "review.names", "review.identities", "help.page"):
        actions[action].trigger()
        QTest.qWait(20)
    review.pages.go_to(Place("entry", "CE-003", "comment", ""))
    box = program.window.focusWidget()
    assert box is not None
    QTest.keyClicks(box, "typed")
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    review.finding.begin()
    program.veiling.begin()
    program.veiling._lift()
    review.printing.show()
    page = review.pages.page
    assert isinstance(page, PrintPreviewPage)
    wait(lambda: page.pages.count > 0 or program.tasks.running == 0)


def locked(program: Program) -> None:
    """Lock, and let what works in threads come to its end."""
    program.lock()
    wait(lambda: program.review is None and program.window.findChild(UnlockPage) is not None)
    program.tasks.wait()
    wait(lambda: not program.leaving.forgetting and program.tasks.running == 0)
    QTest.qWait(300)


def held() -> Iterator[str]:
    """The kinds of objects of Python that hold something planted, however deep in plain containers."""
    gc.unfreeze()  # what stays as long as a review is open is not searched for garbage: look at that too
    gc.collect()
    tracked = gc.get_objects()
    known = {id(each) for each in tracked}
    for holder in tracked:
        todo = [each for each in gc.get_referents(holder) if id(each) not in known]
        while todo:
            each = todo.pop()
            if isinstance(each, str | bytes | bytearray):
                text = each.encode("utf-8", "replace") if isinstance(each, str) else bytes(each)
                if ANY.search(text):
                    yield f"{type(holder).__module__}.{type(holder).__qualname__}"
            elif isinstance(each, PLAIN):
                todo.extend(inner for inner in gc.get_referents(each) if id(inner) not in known)


def in_memory() -> Counter[bytes]:
    """How often each thing planted stands in the memory that this process may write to; nothing where that is shut."""
    found: Counter[bytes] = Counter()
    if not Path("/proc/self/mem").exists():
        return found
    with Path("/proc/self/maps").open() as places, Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for line in places.read().splitlines():
            span, rights, *_ = line.split()
            if rights.startswith("rw") and "[v" not in line:
                first, last = (int(each, 16) for each in span.split("-"))
                memory.seek(first)
                with suppress(OSError):  # a part that is of a device and cannot be read
                    found.update(match.group() for match in ANY.finditer(memory.read(last - first)))
    return found


def main() -> None:
    """As above."""
    path, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
    app = application()
    program = Program(app, ScriptedAsk())
    program.open_session(Session.open(path, raw_key=key), 1)
    wait(lambda: program.window.actions_shown is not None)
    been_everywhere(program)
    before, seen = len(list(held())), in_memory().total()
    locked(program)
    after = sorted(held())
    left = in_memory()
    print(  # noqa: T201 - that is what it is for
        json.dumps({"held before": before, "copies before": seen, "held": after, "copies": left.total()})
    )
    program.end()
    program.window.close()


if __name__ == "__main__":
    main()
