"""After the lock no word of the review is left in what the program holds in memory, wherever the person has been."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import FieldType
from imr_desk.session import Session
from imr_desk.store.transaction import RULED
from ui.pages.print_preview import PrintPreviewPage
from ui.pages.unlock import UnlockPage
from ui.program import Program

PIECES, NAME = ("quib", "blezarn"), ("snod", "derby")
"""A word of the texts, and a registered name; in pieces, so that no constant of this file holds them."""
LEFT = 2
"""What Qt still holds of the start event: two texts in one dictionary. Everything else has to be gone."""
TEXT = (FieldType.LINE, FieldType.PROSE)


def planted(session: Session) -> None:
    """The odd word in every text field of every kind, in the bin, and as a registered name."""
    odd, name = "".join(PIECES), "".join(NAME)
    for kind in KINDS.values():
        texts = (field for field in kind.fields if field.type in TEXT)
        values = {each.name: f"{name if each.private else odd} {each.name}" for each in texts}
        if kind.name in RULED or not values:
            continue
        if kind.single:
            session.run(SetFields(kind.name, kind.name, values))
        else:
            session.run(Insert(kind.name, session.new_id(kind.name), values))
    session.run(Delete("entry", session.review.all("entry")[-1].id))
    session.run(RegisterName(session.review.all("staff")[0].id, f"Wilberforce {''.join(NAME).title()}"))


def plant(path: Path, key: bytes) -> None:
    session = Session.open(path, raw_key=key)
    planted(session)
    session.close()


def held() -> list[str]:
    """The kinds of objects that hold the odd word, however deep in plain containers."""
    odd = ["".join(PIECES), "".join(NAME)]
    gc.collect()
    tracked = gc.get_objects()
    known = {id(each) for each in tracked}
    found = []
    for holder in tracked:
        todo = [each for each in gc.get_referents(holder) if id(each) not in known]
        while todo:
            each = todo.pop()
            if isinstance(each, str | bytes | bytearray):
                text = each.lower() if isinstance(each, str) else bytes(each).lower().decode("latin-1")
                if any(word in text for word in odd) and holder is not odd:
                    found.append(type(holder).__qualname__)
            elif isinstance(each, tuple | list | dict | set | frozenset):
                todo.extend(inner for inner in gc.get_referents(each) if id(inner) not in known)
    return [each for each in found if not each.startswith("frame")]


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    path, key = review_in(tmp_path)
    plant(path, key)
    with running(ScriptedAsk()) as made:
        open_by_key(made, path, key)
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        yield made


def press(program: Program, key: Qt.Key, *held_down: Qt.KeyboardModifier) -> None:
    both = Qt.KeyboardModifier.NoModifier
    for each in held_down:
        both |= each
    QTest.keyClick(program.window, key, both)


def been_everywhere(program: Program, qtbot: QtBot) -> None:
    """Every stage, and every page that can lie over one."""
    review = program.review
    assert review is not None
    qtbot.waitUntil(lambda: review.advice is not None, timeout=60_000)
    for stage in range(1, 11):
        program.window.stage_chosen.emit(stage)
        QApplication.processEvents()
    program.window.search_asked.emit("".join(PIECES))
    QApplication.processEvents()
    program.window.stage_chosen.emit(9)
    review.sign_off().begin_export()
    program.window.stage_chosen.emit(4)
    actions = program.window.actions_shown
    assert actions is not None
    for action in ("review.history", "review.bin", "review.names", "review.identities", "help.page"):
        actions[action].trigger()
        QApplication.processEvents()
    program.window.stage_chosen.emit(1)
    review.finding.begin()
    for letter in "".join(PIECES):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, letter)
    review.printing.show()
    page = review.pages.page
    assert isinstance(page, PrintPreviewPage)
    qtbot.waitUntil(lambda: page.pages.count > 0, timeout=60_000)


def locked(program: Program, qtbot: QtBot) -> None:
    program.lock()

    def shut() -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return program.window.findChild(UnlockPage) is not None

    qtbot.waitUntil(shut)
    program.tasks.wait()
    qtbot.waitUntil(lambda: not program.forgetting, timeout=20_000)


def test_lock_leaves_no_word_of_the_review_in_memory(program: Program, qtbot: QtBot) -> None:
    assert held()
    been_everywhere(program, qtbot)
    locked(program, qtbot)

    def gone() -> bool:  # a worker may let go of its last words a moment after the window does
        program._forget_rest()
        return len(held()) <= LEFT

    qtbot.waitUntil(gone, timeout=20_000)
    shown = [each for each in QApplication.allWidgets() if isinstance(each, QLineEdit | QTextEdit)]
    for box in shown:
        assert "".join(PIECES) not in (box.text() if isinstance(box, QLineEdit) else box.toPlainText())
    assert "".join(PIECES) not in words_in(program.window)
