"""Rows are as high as their words need: at once where they are seen, by and by where they are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shell_sample import event_table, events

from ui import theme
from ui.theme import Look
from ui.tokens import tokens
from ui.widgets.table import Table
from ui.widgets.word_widths import WordWidths


def finish(table: Table, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not table.heights.timer.isActive() and not table._again.isActive())


def exact(table: Table, row: int) -> int:
    return table.heights.exact(row)


def test_table_rows_on_screen_are_exact_before_the_rest_is_measured(show: Callable[..., None], qtbot: QtBot) -> None:
    table, model = event_table(events(2000))
    show(table, 900, 500)
    last = table.rowAt(table.viewport().height() - 1)
    assert last > 0
    assert all(table.rowHeight(row) == exact(table, row) for row in range(last + 1))
    finish(table, qtbot)
    assert model.rowCount() == 2000


def test_table_estimates_are_right_for_nearly_every_row(show: Callable[..., None], qtbot: QtBot) -> None:
    table, _ = event_table(events(1000))
    show(table, 900, 500)
    finish(table, qtbot)
    right = sum(table.rowHeight(row) == exact(table, row) for row in range(1000))
    assert right >= 950


def test_table_scrolled_rows_are_exact(show: Callable[..., None], qtbot: QtBot) -> None:
    table, _ = event_table(events(500))
    show(table, 700, 500)
    finish(table, qtbot)
    table.go_to_row(400)
    QApplication.processEvents()
    seen = range(table.rowAt(0), table.rowAt(table.viewport().height() - 1) + 1)
    assert 400 in seen
    assert all(table.rowHeight(row) == exact(table, row) for row in seen)


def test_table_what_is_seen_stays_in_place_while_rows_above_are_measured(
    show: Callable[..., None], qtbot: QtBot
) -> None:
    table, _ = event_table(events(900))
    show(table, 700, 500)
    finish(table, qtbot)
    table.go_to_row(700)
    top = table.rowAt(0)
    table.heights.start()
    table.verticalScrollBar().setValue(table.verticalHeader().sectionPosition(700))
    top, before = table.rowAt(0), table.rowViewportPosition(table.rowAt(0))
    finish(table, qtbot)
    assert abs(table.rowViewportPosition(top) - before) <= 1


def test_table_narrower_or_larger_text_is_measured_again(
    show: Callable[..., None], qtbot: QtBot, qapp: QApplication
) -> None:
    table, _ = event_table(events(40))
    show(table, 1000, 500)
    finish(table, qtbot)
    wide = table.rowHeight(1)
    table.resize(600, 500)
    finish(table, qtbot)
    assert table.rowHeight(1) > wide
    theme.put_on(qapp, Look("light", tokens().colours["light"], 150))
    finish(table, qtbot)
    assert table.rowHeight(1) > 1.4 * wide


def test_table_row_whose_words_changed_grows(show: Callable[..., None], qtbot: QtBot) -> None:
    rows = events(30)
    table, model = event_table(rows)
    show(table, 900, 500)
    finish(table, qtbot)
    before = table.rowHeight(1)
    model.set_rows((rows[0], replace(rows[1], what=rows[1].what * 4), *rows[2:]))
    assert table.rowHeight(1) > before


def test_table_of_which_very_many_rows_changed_measures_those_on_screen_at_once_and_the_rest_by_and_by(
    show: Callable[..., None], qtbot: QtBot
) -> None:
    rows = events(1000)
    table, model = event_table(rows)
    show(table, 900, 500)
    finish(table, qtbot)
    measured: list[int] = []
    usual = table.heights.exact
    table.heights.exact = lambda row: (measured.append(row), usual(row))[1]  # type: ignore[method-assign]
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.set_rows(tuple(replace(each, what=each.what * 4) if at % 2 else each for at, each in enumerate(rows)))
    assert told == [(1, 999)]
    assert 0 < len(measured) < 20
    assert table.rowHeight(1) == usual(1)
    finish(table, qtbot)
    assert sum(table.rowHeight(row) == usual(row) for row in range(1000)) >= 950


def test_table_takes_one_tab_stop_and_return_opens_a_row(show: Callable[..., None], qtbot: QtBot) -> None:
    held, after = QWidget(), QLineEdit()
    table, _ = event_table(events(30))
    box = QVBoxLayout(held)
    box.addWidget(table)
    box.addWidget(after)
    show(held, 900, 500)
    finish(table, qtbot)
    table.setFocus()
    table.go_to_row(3)
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [4]
    with qtbot.waitSignal(table.row_opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [4]
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_table_going_to_a_row_tells_nobody(show: Callable[..., None], qtbot: QtBot) -> None:
    table, _ = event_table(events(30))
    show(table, 900, 500)
    finish(table, qtbot)
    with qtbot.assertNotEmitted(table.row_chosen):
        table.go_to_row(5)
    assert table.currentIndex().row() == 5


def test_table_selection_is_painted_in_every_column(show: Callable[..., None], qtbot: QtBot) -> None:
    table, _ = event_table(events(5))
    show(table, 900, 500)
    finish(table, qtbot)
    table.go_to_row(1)
    image = table.grab().toImage()
    y = table.horizontalHeader().height() + table.rowViewportPosition(1) + table.rowHeight(1) - 6
    tint = theme.colour("selected").name()
    assert {image.pixelColor(x, y).name() for x in (20, 100, 400, table.viewport().width() - 20)} == {tint}


def test_table_emptied_keeps_no_words(show: Callable[..., None], qtbot: QtBot) -> None:
    table, model = event_table(events(40))
    show(table, 900, 500)
    finish(table, qtbot)
    model.set_rows(())
    finish(table, qtbot)
    assert table._delegate._blocks == {}
    assert table.heights._words is None


def test_word_widths_count_lines_as_words_wrap(qapp: QApplication) -> None:
    widths = WordWidths("body", 400)
    assert widths.lines("", 100) == 1
    assert widths.lines("one", 1000) == 1
    assert widths.lines("one\n\ntwo", 1000) == 3
    assert widths.lines("word " * 40, 200) > 5
    assert widths.lines("w" * 200, 100) > 10
