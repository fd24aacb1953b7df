"""The dates stay in sight while the table of the chronology is scrolled sideways, and stand in it only once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chronology_tools import Asked, small_review
from factories import record, with_record
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_dates import HeldDates
from ui.pages.chronology_table import ChronologyTable

KEY = Qt.Key


@pytest.fixture
def table(show: Callable[[QWidget, int, int], object]) -> ChronologyTable:
    """Each column by itself, in a window that is too narrow for all of them."""
    page = ChronologyPage()
    asked = Asked(page, small_review())
    show(page, 900, 600)
    layout = record("chronology_layout", "chronology_layout", on_screen="each")
    asked.show(with_record(asked.review, layout))
    page.table.setFocus()
    page.table.go_to_row(0)
    QApplication.processEvents()
    return page.table


def held(table: ChronologyTable) -> HeldDates | None:
    return next((each for each in table.findChildren(HeldDates) if each.isVisible()), None)


def go_right(table: ChronologyTable, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(table, KEY.Key_Right)
    QApplication.processEvents()


def test_dates_stand_at_the_left_edge_only_while_their_column_is_out_of_sight(table: ChronologyTable) -> None:
    assert held(table) is None
    go_right(table, table.rows.columnCount() - 1)
    dates = held(table)
    assert dates is not None
    assert dates.width() == table.columnWidth(table.date_column()) + 1
    assert dates.height() >= table.viewport().height()
    for _ in range(table.rows.columnCount()):
        QTest.keyClick(table, KEY.Key_Left)
    assert held(table) is None


def test_cell_one_goes_to_is_never_under_the_dates(table: ChronologyTable) -> None:
    go_right(table, table.rows.columnCount() - 1)
    for at in range(table.rows.columnCount() - 2, table.date_column(), -1):
        QTest.keyClick(table, KEY.Key_Left)
        dates = held(table)
        assert table.currentIndex().column() == at
        assert table.columnViewportPosition(at) >= (dates.width() if dates is not None else 0)


def test_field_that_is_written_in_is_never_under_the_dates(table: ChronologyTable) -> None:
    go_right(table, 9)
    QTest.keyClick(table, KEY.Key_F2)
    passed, focus = 0, QApplication.focusWidget()
    while focus is not None and focus is not table:
        assert focus.mapTo(table.viewport(), QPoint(0, 0)).x() >= table.covered(focus)
        QTest.keyClick(focus, KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        passed, focus = passed + 1, QApplication.focusWidget()
    assert passed > 5


def test_row_is_chosen_by_its_date_and_the_table_stays_where_it_is(table: ChronologyTable) -> None:
    go_right(table, table.rows.columnCount() - 1)
    dates, across = held(table), table.horizontalScrollBar().value()
    assert dates is not None
    middle = table.rowViewportPosition(2) + table.rowHeight(2) // 2 + table.viewport().geometry().top()
    QTest.mouseClick(dates, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    assert table.currentIndex().row() == 2
    assert table.horizontalScrollBar().value() == across
    assert dates.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert dates.accessibleName() == ""


def test_column_begins_where_the_dates_end_as_one_goes_right(table: ChronologyTable) -> None:
    settled = 0
    for _ in range(table.rows.columnCount() - 1):
        QTest.keyClick(table, KEY.Key_Right)
        dates, bar = held(table), table.horizontalScrollBar()
        if dates is not None and bar.value() < bar.maximum():
            begins = [table.columnViewportPosition(at) for at in range(table.rows.columnCount())]
            assert dates.width() in begins
            settled += 1
    assert settled
