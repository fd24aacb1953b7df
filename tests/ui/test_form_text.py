"""Text in the fields of a form: long, pasted, in any writing; nothing of it is cut or changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review
from form_bench import Bench
from form_tools import clipboard, leave, type_into
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from imr_desk.operations.general import SetFields
from imr_desk.review.review import Review


@pytest.fixture
def bench(show: Callable[..., None]) -> Callable[..., Bench]:
    made: list[Bench] = []

    def make(kind: str, of: Review | None = None, record_id: str = "") -> Bench:
        made.append(Bench(kind, of, record_id))
        show(made[-1].window, 700, 900)
        return made[-1]

    return make


def test_line_too_long_for_its_field_is_said_there_and_nothing_is_cut(bench: Callable[..., Bench]) -> None:
    board = bench("board")
    row = board.row("name")
    control = type_into(row, "")
    with clipboard("long words " * 200):
        QTest.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    leave(control)
    assert "holds at most 1,000 characters" in row.error()
    assert board.asked.changes == []
    assert len(row.editor.value()) == 2200


def test_line_pasted_with_line_ends_becomes_one_line(bench: Callable[..., Bench]) -> None:
    board = bench("board")
    row = board.row("name")
    control = type_into(row, "")
    with clipboard("one\ntwo\r\nthree"):
        QTest.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert board.asked.operations == [SetFields("board", "board", {"name": "one two three"})]


def test_line_longer_than_its_place_wraps(bench: Callable[..., Bench]) -> None:
    board = bench("board", review(record("board", "board", name="Example Safeguarding Board " * 8, reference="R1")))
    QApplication.processEvents()
    name, reference = (board.row(each).editor.controls()[0] for each in ("name", "reference"))
    assert reference.height() == 36
    assert name.height() > 2 * 21
    assert not name.verticalScrollBar().isVisible()


@pytest.mark.parametrize(
    "words", ["עדות של הילד, 3 במאי", "شهادة الطفل", "Zoë said 👍🏽 👨‍👩‍👧 café", "ŵ ŷ \u202bmixed\u202c א1"]
)
def test_text_in_any_writing_comes_out_as_it_was_typed(bench: Callable[..., Bench], words: str) -> None:
    period = bench("period")
    period.keep()
    box = period.row("background").editor.controls()[0]
    box.setFocus()
    box.selectAll()
    with clipboard(words):
        QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    leave(box)
    assert period.asked.operations == [SetFields("period", "period", {"background": words})]
    kept = period.review.one("period").text("background")
    assert period.row("background").editor.value() == kept
