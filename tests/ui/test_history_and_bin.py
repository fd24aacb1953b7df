"""History and bin: pages over the stage, by keyboard; what was deleted comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sample_session import Clock, open_sample
from window_tools import ScriptedAsk, in_use, running, words_in

from imr_desk.operations.general import Delete, SetFields
from imr_desk.review.past import PastEdit
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.bin import BinPage
from ui.pages.history import HistoryPage
from ui.past_words import rows_of
from ui.program import Program

FRIDAY = Clock(2014, 12, 5)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The sample with an entry and a recommendation deleted, and a field changed three times."""
    session = open_sample(tmp_path, clock=FRIDAY)
    session.run(Delete("entry", "CE-004"))
    session.run(Delete("recommendation", session.review.all("recommendation")[0].id))
    for words in ("A", "B", "C"):
        session.run(SetFields("review", "review", {"reference": words}))
    session.close()
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        made.open_session(Session.open(session.path, SAMPLE_PASSPHRASE, clock=FRIDAY))
        in_use(qtbot, made)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def choose(program: Program, action: str) -> None:
    actions = program.window.actions_shown
    assert actions is not None
    actions[action].trigger()
    QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)
    QApplication.processEvents()


def history(program: Program) -> HistoryPage:
    found = program.window.findChild(HistoryPage)
    assert found is not None
    return found


def the_bin(program: Program) -> BinPage:
    found = program.window.findChild(BinPage)
    assert found is not None
    return found


def told(page: HistoryPage) -> list[str]:
    return [page.model.row(at).what for at in range(page.model.rowCount())]


def test_history_says_what_was_done_the_latest_first_and_no_word_of_the_review(program: Program) -> None:
    choose(program, "review.history")
    page = history(program)
    assert told(page)[0] == "Changed: ‘The review’, 3\u00a0times"
    assert told(page)[1].startswith("Deleted: ")
    assert "entry CE-004" in " ".join(told(page))
    assert told(page)[-1] == "The review was begun"
    assert page.model.row(0).when.startswith("5 December 2014, ")
    assert page.model.row(0).where == "The review"
    assert focused() is page.table
    shown = " ".join(told(page))
    assert "Thornmere" not in shown


def test_history_leads_to_the_record_and_esc_goes_back(program: Program) -> None:
    assert program.review is not None
    choose(program, "review.history")
    press(Qt.Key.Key_Escape)
    assert not history(program).isVisible()
    choose(program, "review.history")
    press(Qt.Key.Key_Return)
    assert program.review.pages.stage == 1
    assert not history(program).isVisible()


def test_history_of_what_was_deleted_leads_to_the_bin(program: Program) -> None:
    choose(program, "review.history")
    page = history(program)
    at = next(at for at, words in enumerate(told(page)) if "CE-004" in words)
    page.table.go_to_row(at)
    press(Qt.Key.Key_Return)
    assert "was deleted" in words_in(program.window.desk.notices)


def test_history_is_shown_piece_by_piece(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.past.AT_ONCE", 3)
    choose(program, "review.history")
    page = history(program)
    assert page.more.isVisible()
    before = page.model.rowCount()
    page.more.click()
    assert page.model.rowCount() > before
    assert not page.more.isVisible()


def test_history_hears_of_undo_at_once(program: Program) -> None:
    choose(program, "review.history")
    program.window.undo_asked.emit()
    assert program.review is not None
    choose(program, "review.history")
    assert told(history(program))[0] == "Taken back: changed: ‘The review’"


def test_bin_puts_back_what_was_deleted_with_return(program: Program) -> None:
    assert program.review is not None
    choose(program, "review.bin")
    page = the_bin(program)
    assert page.model.rowCount() == 2
    assert focused() is page.table
    page.table.go_to_row(page.model.place_of("CE-004"))
    press(Qt.Key.Key_Return)
    assert program.review.bridge.review.get("CE-004") is not None
    assert page.model.rowCount() == 1
    assert focused() is page.table
    page.put_back.click()
    QApplication.processEvents()
    assert page.model.rowCount() == 0
    assert "The bin is empty" in words_in(page)
    assert page.put_back.isHidden()
    assert focused() is page.back
    press(Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_bin_what_cannot_be_put_back_says_why_and_stays(program: Program) -> None:
    assert program.review is not None
    bridge = program.review.bridge
    record = next(each for each in bridge.review.all("entry") if each.links("staff"))
    staff = record.links("staff")[0]
    bridge.run(Delete("entry", record.id))
    bridge.run(Delete("staff", staff))
    choose(program, "review.bin")
    page = the_bin(program)
    page.table.go_to_row(page.model.place_of(record.id))
    press(Qt.Key.Key_Return)
    assert page.model.place_of(record.id) >= 0
    assert "Put that back first" in words_in(program.window.desk.notices)


def test_bin_and_history_go_with_the_lock(program: Program, qtbot: QtBot) -> None:
    choose(program, "review.bin")
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
    qtbot.waitUntil(lambda: program.window.findChild(BinPage) is None)


def test_words_name_every_operation_there_is() -> None:
    names = {
        *("set_fields", "insert", "delete", "restore", "move", "link", "batch", "sign", "reopen"),
        *("register_name", "forget_name", "decide", "exempt", "load", "something new", "undo delete", "redo insert"),
    }
    for name in names:
        line = PastEdit(1, "2014-12-05T14:32:00+00:00", name, (("entry", "CE-001"),))
        (row,) = rows_of((line,), dt.UTC)
        assert row.what
        assert "{" not in row.what
        assert row.when == "5 December 2014, 14:32"


def test_words_many_records_are_counted_and_unknown_kinds_named_by_reference() -> None:
    many = PastEdit(1, "2014-12-05T14:32:00+00:00", "batch", tuple(("entry", f"CE-{n}") for n in range(50)), 7)
    odd = PastEdit(2, "2014-12-05T14:32:00+00:00", "insert", (("of_a_later_version", "ZZ-001"),))
    rows = rows_of((odd, many), dt.UTC)
    assert [row.what for row in rows] == ["Added: ZZ-001", "Changed: 57 records"]
    assert rows[0].place is None
