"""Python keeps nothing that stands for an item of a layout which Qt deleted: that ends the program (decision 48)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from window_tools import items_python_holds

from ui import ending
from ui.pages.sign_off_step import Step
from ui.widgets.flow import Flow
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import column, put_in, row
from ui.widgets.tab_order import put_in_reading_order

Put = Callable[[QLayout], QWidget]


def in_a_box(part: QLayout) -> QWidget:
    held = QWidget()
    box: QBoxLayout = QVBoxLayout(held)
    put_in(box, part)
    return held


def in_a_section(part: QLayout) -> QWidget:
    held = Section("Heading")
    held.add(part)
    return held


def in_a_page(part: QLayout) -> QWidget:
    held = PageFrame("Title")
    held.add(part)
    return held


def in_a_step(part: QLayout) -> QWidget:
    held = Step("Heading")
    held.add(part)
    return held


def put_in_order(part: QLayout) -> QWidget:
    held = QWidget()
    held.setLayout(column(part))
    put_in_reading_order(held)
    return held


@pytest.mark.parametrize("put", [in_a_box, in_a_section, in_a_page, in_a_step, put_in_order])
def test_row_that_was_put_in_and_of_which_a_part_goes_leaves_no_item_with_python(put: Put, qtbot: QtBot) -> None:
    before = items_python_holds()
    gone, stays = QLabel("One"), QLabel("Two")
    held = put(row(gone, column(stays, QLabel("Three")), None))
    qtbot.addWidget(held)
    assert items_python_holds() - before == set()
    assert stays.window() is held
    delete_now(gone)
    assert items_python_holds() - before == set()
    assert isValid(stays)


@pytest.mark.parametrize("put", [in_a_box, in_a_section, put_in_order])
def test_flow_of_which_a_part_goes_knows_that_its_item_went(put: Put, qtbot: QtBot) -> None:
    before = items_python_holds()
    gone, stays = QLabel("One"), QLabel("Two")
    flow = Flow(gone, stays)
    held = put(flow)
    qtbot.addWidget(held)
    item = flow.itemAt(0)
    delete_now(gone)
    assert item is not None
    assert not isValid(item)
    assert flow.count() == 1
    assert items_python_holds() - before == set()


def test_items_of_a_layout_are_asked_for_in_one_place_alone() -> None:
    folder = Path(ending.__file__).parent
    asked = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if ".itemAt(" in path.read_text(encoding="utf-8") or ".insertLayout(" in path.read_text(encoding="utf-8")
    }
    assert asked == {"widgets/surfaces.py"}


def delete_now(widget: QWidget) -> None:
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
