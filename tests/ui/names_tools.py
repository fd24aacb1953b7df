"""The program on the sample with names in it, and ways to look at the marks. All names are made up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.names import RegisterName
from imr_desk.review.catalogue import kind_of
from imr_desk.session import Session
from ui.forms.bound_field import BoundField
from ui.program import Program
from ui.widgets.names.bar import NameBar
from ui.widgets.names.field_names import FieldNames, names_round
from ui.widgets.names.watch import watch

REGISTERED, UNKNOWN = "Jolyon Wetherspindle", "Quillfeather"
SENTENCE = f"{REGISTERED} rang Mrs {UNKNOWN} in the morning."


@contextmanager
def desk(qtbot: QtBot, folder: Path, stage: int = 1, ask: ScriptedAsk | None = None) -> Iterator[Program]:
    """A window on the sample, in which one name is registered, when names are marked."""
    path, key = review_in(folder)
    session = Session.open(path, raw_key=key)
    session.run(RegisterName("STF-04", REGISTERED))
    session.close()
    with running(ask or ScriptedAsk()) as program:
        open_by_key(program, path, key, stage)
        with qtbot.waitActive(program.window):
            program.window.activateWindow()
        qtbot.waitUntil(lambda: watch().book is not None)
        yield program


def session_of(program: Program) -> Session:
    assert program.review is not None
    return program.review.bridge.session


def code(program: Program, person: str = "STF-04") -> str:
    return session_of(program).review[person].text("code")


def field(program: Program, kind: str, name: str, record_id: str = "") -> BoundField:
    """Go to a field."""
    from imr_desk.guidance.facts import Place

    assert program.review is not None
    program.review.pages.go_to(Place(kind, record_id or kind, name, ""), kind_of(kind).stage)
    QApplication.processEvents()
    found = QApplication.focusWidget()
    while found is not None and not isinstance(found, BoundField):
        found = found.parentWidget()
    assert found is not None
    assert found.field.name == name
    return found


def type_here(text: str) -> QTextEdit:
    """Type in the place of what the field with the keyboard holds."""
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    box.selectAll()
    QTest.keyClicks(box, text)
    return box


def names(row: BoundField) -> FieldNames:
    found = names_round(row)
    assert found is not None
    return found


def marked(row: BoundField) -> list[tuple[str, str]]:
    """(words, kind) of the names in a field, all of it read."""
    names(row).read_now()
    for _ in range(3):
        QApplication.processEvents()
    return [(name.words, name.mark.kind) for _, name in names(row)._all()]


def bar(row: BoundField) -> NameBar:
    found = names(row).bar
    assert found is not None
    assert not found.isHidden()
    return found


def press(*keys: tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for each in keys:
        key, modifier = each if isinstance(each, tuple) else (each, Qt.KeyboardModifier.NoModifier)
        target = QApplication.focusWidget()
        assert isinstance(target, QWidget)
        QTest.keyClick(target, key, modifier)
        QApplication.processEvents()


def press_button(words: str) -> None:
    """Go on with Tab to a button, and press it with the space bar."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and getattr(focus, "words", lambda: "")() == words:
            press(Qt.Key.Key_Space)
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no Tab leads to {words}")


def wait_replaced(qtbot: QtBot, program: Program) -> None:
    """Wait until a name was replaced everywhere, and is so in the window."""
    assert program.review is not None
    replacing = program.review.naming.replacing
    qtbot.waitUntil(lambda: not replacing.on)
    assert "resolve_names" in {line.operation for line in session_of(program).past(most=3)}
