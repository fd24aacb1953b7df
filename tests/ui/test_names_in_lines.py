"""Names are painted in a box of one line as in any text, and are no part of what is typed there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from imr_desk.names.guard import Guard
from imr_desk.names.matching import rows_for
from imr_desk.names.register import StaffRegister
from ui import theme
from ui.widgets.names.marker import Marker
from ui.widgets.names.watch import NameBook, watch

KEY = bytes(range(32))
NAME, OTHER = "Osric Pellbrook", "Quillfeather"
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", NAME)), {}, ())


@pytest.fixture(autouse=True)
def book() -> Iterator[None]:
    watch().take(NameBook(GUARD.marks, lambda _id: "duty lawyer 1", lambda _kind: (), lambda _kind, words: words))
    yield
    watch().take(None)


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.resize(600, 40)
    with qtbot.waitExposed(box):
        box.show()
    return box


def picture(box: QLineEdit) -> QImage:
    return box.grab().toImage()


def has_tint(image: QImage) -> bool:
    tint = theme.colour("bad_soft").rgb()
    return any(image.pixel(x, y) == tint for x in range(image.width()) for y in range(image.height()))


def test_registered_name_in_a_line_is_painted_on_its_tint(line: QLineEdit) -> None:
    marker = Marker(line)
    line.setText(f"Seen by {NAME} at noon")
    assert not has_tint(picture(line))
    marker.read_now()
    assert has_tint(picture(line))
    line.setText("Seen at noon")
    marker.read_now()
    assert not has_tint(picture(line))


def test_likely_name_in_a_line_is_underlined(line: QLineEdit) -> None:
    marker = Marker(line)
    line.setText(f"Seen by Mrs {OTHER} at noon")
    before = picture(line)
    marker.read_now()
    assert picture(line) != before


def test_marks_in_a_line_change_no_text_no_caret_no_choice_and_no_step_of_undo(line: QLineEdit) -> None:
    marker = Marker(line)
    line.insert(f"Seen by {NAME} at noon")
    line.setSelection(3, 6)
    said = [QSignalSpy(signal) for signal in (line.textChanged, line.textEdited, line.cursorPositionChanged)]
    marker.read_now()
    assert [spy.count() for spy in said] == [0, 0, 0]
    assert (line.text(), line.selectedText()) == (f"Seen by {NAME} at noon", "n by O")
    line.undo()
    assert line.text() == ""


def test_marks_in_a_line_go_when_the_review_is_locked(line: QLineEdit) -> None:
    marker = Marker(line)
    line.setText(f"Seen by {NAME} at noon")
    marker.read_now()
    watch().take(None)
    assert not has_tint(picture(line))
