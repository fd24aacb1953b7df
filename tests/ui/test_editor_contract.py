"""What every editor keeps: values go in silently, typing is told, leaving and pauses ask for a commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from imr_desk.review.fields import Field, FieldType
from imr_desk.review.known_date import KnownDate
from ui.widgets.editors.base import PAUSE_MS, Editor
from ui.widgets.editors.for_field import editor_for
from ui.widgets.field_row import FieldRow

COLUMNS = (Field("who", FieldType.LINE, "Told"), Field("when", FieldType.DATE, "On"))
CHOICES = (("csc", "Children’s social care"), ("police", "Police"))
VALUES: dict[FieldType, object] = {
    FieldType.LINE: "Northmoor Area",
    FieldType.PROSE: "One\nTwo \u00a0three",
    FieldType.CHOICE: "police",
    FieldType.YES_NO: False,
    FieldType.NUMBER: 12,
    FieldType.DATE: "2025-05-03",
    FieldType.KNOWN_DATE: KnownDate("2025-03~", "about march 2025"),
    FieldType.TIME: "16:15",
    FieldType.LINK: "TOR-1",
    FieldType.LINKS: ("TOR-2", "TOR-1"),
    FieldType.LINES: ("One", "Two"),
    FieldType.ROWS: ({"who": "Police", "when": "2025-05-03"},),
}
EMPTY: dict[FieldType, object] = {
    FieldType.LINE: "",
    FieldType.PROSE: "",
    FieldType.CHOICE: "",
    FieldType.YES_NO: None,
    FieldType.NUMBER: None,
    FieldType.DATE: None,
    FieldType.KNOWN_DATE: None,
    FieldType.TIME: None,
    FieldType.LINK: "",
    FieldType.LINKS: (),
    FieldType.LINES: (),
    FieldType.ROWS: (),
}


def targets(_kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return (("TOR-1", "Question 1"), ("TOR-2", "Question 2"))


def made(kind: FieldType) -> Editor[Any]:
    return editor_for(Field("f", kind, "Field", choices=CHOICES, columns=COLUMNS), targets)


class Heard:
    """Counts the signals of an editor."""

    def __init__(self, editor: Editor[Any]) -> None:
        self.edited = self.commits = 0
        editor.edited.connect(self._edited)
        editor.commit_requested.connect(self._commit)

    def _edited(self) -> None:
        self.edited += 1

    def _commit(self) -> None:
        self.commits += 1


@pytest.mark.parametrize("kind", list(FieldType))
def test_editor_value_put_in_comes_out_and_nobody_is_told(qtbot: QtBot, kind: FieldType) -> None:
    editor = made(kind)
    qtbot.addWidget(editor)
    heard = Heard(editor)
    assert editor.value() == EMPTY[kind]
    editor.set_value(VALUES[kind])
    assert editor.value() == VALUES[kind]
    assert not editor.dirty
    editor.set_value(None)
    assert editor.value() == EMPTY[kind]
    editor.commit()
    assert (heard.edited, heard.commits) == (0, 0)
    assert not editor.pause_timer.isActive()


@pytest.mark.parametrize("kind", list(FieldType))
def test_editor_in_a_row_every_control_is_named_and_described(qtbot: QtBot, kind: FieldType) -> None:
    row = FieldRow("Date of the event", made(kind), "As precisely as it is known.")
    qtbot.addWidget(row)
    row.editor.set_value(VALUES[kind])
    row.set_hint("Day before month.")
    controls = row.editor.controls()
    assert controls
    assert all(control.accessibleName() for control in controls)
    assert any("Date of the event" in control.accessibleName() for control in controls)
    assert any("Day before month." in control.accessibleDescription() for control in controls)


@pytest.mark.parametrize("kind", list(FieldType))
def test_editor_read_only_changes_nothing_by_keyboard(show: Callable[..., None], kind: FieldType) -> None:
    editor = made(kind)
    editor.set_value(VALUES[kind])
    editor.set_read_only(True)
    show(editor, 500)
    for control in editor.controls():
        if control.isVisible() and control.isEnabled():
            control.setFocus()
            if isinstance(control, QLineEdit | QTextEdit):
                QTest.keyClicks(control, "x")
                QTest.keyClick(control, Qt.Key.Key_Delete)
    assert editor.value() == VALUES[kind]
    assert not editor.dirty


TYPED = [
    (FieldType.LINE, "Area", "Area"),
    (FieldType.PROSE, "Words", "Words"),
    (FieldType.NUMBER, "12", 12),
    (FieldType.DATE, "3 May 2025", "2025-05-03"),
    (FieldType.TIME, "4.15 pm", "16:15"),
    (FieldType.LINES, "Child A", ("Child A",)),
]


@pytest.mark.parametrize(("kind", "keys", "value"), TYPED)
def test_editor_typing_is_told_and_the_pause_asks_for_a_commit(
    show: Callable[..., None], kind: FieldType, keys: str, value: object
) -> None:
    editor = made(kind)
    show(editor, 500)
    heard = Heard(editor)
    QTest.keyClicks(editor.controls()[0], keys)
    assert heard.edited == len(keys)
    assert heard.commits == 0
    assert editor.dirty
    assert editor.pause_timer.isActive()
    assert editor.pause_timer.interval() == PAUSE_MS
    editor.pause_timer.timeout.emit()
    assert heard.commits == 1
    assert editor.value() == value
    assert not editor.dirty
    assert not editor.pause_timer.isActive()


@pytest.mark.parametrize(("kind", "keys", "value"), TYPED)
def test_editor_leaving_asks_for_a_commit_once(
    show: Callable[..., None], qtbot: QtBot, kind: FieldType, keys: str, value: object
) -> None:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    held, other = QWidget(), QLineEdit()
    editor = made(kind)
    box = QVBoxLayout(held)
    box.addWidget(editor)
    box.addWidget(other)
    show(held, 500)
    heard = Heard(editor)
    editor.controls()[0].setFocus()
    QTest.keyClicks(editor.controls()[0], keys)
    other.setFocus()
    assert heard.commits == 1
    assert editor.value() == value
    editor.controls()[0].setFocus()
    other.setFocus()
    assert heard.commits == 1


def test_editor_typing_taken_back_asks_for_nothing(show: Callable[..., None]) -> None:
    editor = made(FieldType.LINE)
    editor.set_value("Area")
    show(editor, 400)
    heard = Heard(editor)
    box = editor.controls()[0]
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, "s")
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    editor.commit()
    assert heard.commits == 0
    assert not editor.dirty


@pytest.mark.parametrize("kind", [FieldType.LINE, FieldType.PROSE])
def test_editor_same_value_again_leaves_the_caret(show: Callable[..., None], kind: FieldType) -> None:
    editor = made(kind)
    editor.set_value("A few words")
    show(editor, 400)
    box = editor.controls()[0]
    QTest.keyClick(box, Qt.Key.Key_Right)
    QTest.keyClick(box, Qt.Key.Key_Right)
    editor.set_value("A few words")
    at = box.cursorPosition() if isinstance(box, QLineEdit) else box.textCursor().position()
    assert at == 2
