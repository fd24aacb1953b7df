"""Words that cannot be read, in a row of the chronology that is written in, are there again after closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chronology_tools import Asked, small_review
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from ui.forms.cell_field import CellField
from ui.pages.chronology import ChronologyPage
from ui.program import Program
from ui.returning import boxes_of, field_round


def field_in(page: ChronologyPage, name: str) -> CellField:
    return next(each for each in page.writing.writer.fields if each.field.name == name)


def type_in(page: ChronologyPage, name: str, words: str, box: int = 0) -> None:
    at = boxes_of(field_in(page, name).editor)[box]
    at.setFocus()
    at.selectAll()
    QTest.keyClicks(at, words)


def comes_to_rest(program: Program, qtbot: QtBot) -> ChronologyPage:
    qtbot.waitUntil(lambda: program.leaving.idle is not None and program.leaving.idle.timer.isActive())
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)
    assert program.review is not None
    page = program.review.pages.page
    assert isinstance(page, ChronologyPage)
    return page


def test_source_in_no_list_in_a_new_row_is_there_again_after_closing(qtbot: QtBot, tmp_path: Path) -> None:
    with running(ScriptedAsk()) as program:
        path, key = review_in(tmp_path)
        open_by_key(program, path, key)
        program.window.stage_chosen.emit(4)
        page = comes_to_rest(program, qtbot)
        before = len(page.host.review.all("entry"))
        page.new_entry()
        type_in(page, "sources", "A ledger of nobody")
        program.close_review()
        open_by_key(program, path, key)
        page = comes_to_rest(program, qtbot)
        field = field_round(QApplication.focusWidget())
        assert field is not None
        assert field.field.name == "sources"
        assert boxes_of(field.editor)[0].property("text") == "A ledger of nobody"
        assert "A ledger of nobody" in field.error()
        entries = page.host.review.all("entry")
        assert len(entries) == before + 1
        assert field.record_id in {each.id for each in entries}
        qtbot.waitUntil(lambda: program.tasks.running == 0)


@pytest.mark.parametrize(
    ("name", "box", "words"),
    [("date", 0, "31 Febr"), ("date", 1, "quarter to"), ("sources", 0, "A ledger"), ("staff", 0, "A person")],
)
@pytest.mark.parametrize("entry", ["CE-003", ""], ids=["row", "new"])
def test_words_that_cannot_be_read_go_to_the_form_of_their_entry(
    show: Callable[[QWidget, int, int], object], entry: str, name: str, box: int, words: str
) -> None:
    page = ChronologyPage()
    asked = Asked(page, small_review())
    show(page, 1000, 700)
    page.writing.write(entry) if entry else page.new_entry()
    type_in(page, name, words, box)
    page.put_unread_away()
    held = entry or "CE-004"
    assert held in asked.review
    assert not page.writing.active
    assert page.side.unreadable() == (held,)
    form = next(iter(page.pane.forms()))
    field = next(each for each in form.rows if each.field.name == name)
    assert words in " ".join(str(each.property("text")) for each in boxes_of(field.editor))


def test_row_that_can_be_read_stays_as_it_is(show: Callable[[QWidget, int, int], object]) -> None:
    page = ChronologyPage()
    asked = Asked(page, small_review())
    show(page, 1000, 700)
    page.new_entry()
    page.put_unread_away()
    assert page.writing.active
    assert asked.operations == []
