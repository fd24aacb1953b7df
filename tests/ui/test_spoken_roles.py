"""Screen readers find the headings of a page, and hear in which part of it they are."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets import spoken_roles
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.yes_no import YesNoEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import column

Show = Callable[..., None]
Role = QAccessible.Role


@pytest.fixture(autouse=True, scope="module")
def _installed(qapp: QApplication) -> None:
    spoken_roles.install()


def found(widget: QWidget) -> tuple[Role, str]:
    """What readers take a widget for, and its name."""
    at = QAccessible.queryAccessibleInterface(widget)
    return at.role(), at.text(QAccessible.Text.Name)


def test_title_and_section_are_headings_and_other_words_are_not(show: Show) -> None:
    page, section = PageFrame("Chronology", "What happened, in order."), Section("Gaps", "Where nothing is recorded.")
    page.add(section)
    show(page, 600, 400)
    assert found(page.head.title) == (Role.Heading, "Chronology")
    assert found(page.head.lead) == (Role.StaticText, "What happened, in order.")
    headings = [each for each in page.findChildren(Label) if found(each)[0] == Role.Heading]
    assert [each.text() for each in headings] == ["Chronology", "Gaps"]


def test_heading_is_said_in_the_words_it_has_now(show: Show) -> None:
    label = Label("Entry CE-001", "section")
    show(label, 200, 40)
    assert found(label) == (Role.Heading, "Entry CE-001")
    label.setText("Entry CE-002")
    assert found(label) == (Role.Heading, "Entry CE-002")


def test_named_part_of_a_page_is_a_group_and_one_without_a_name_is_not(show: Show) -> None:
    page, section = PageFrame("Chronology"), Section("Gaps")
    page.add(section)
    show(page, 600, 400)
    assert found(section) == (Role.Grouping, "Gaps")
    assert found(page.head)[0] == Role.Client


def test_field_of_several_controls_is_a_group_and_one_of_one_control_is_not(show: Show) -> None:
    answer, line = FieldRow("Was it held?", YesNoEditor()), FieldRow("Where", LineEditor())
    for each in (answer, line):
        each.setAccessibleName(each.label.text())
    window = QWidget()
    window.setLayout(column(answer, line))
    show(window, 400, 300)
    assert found(answer) == (Role.Grouping, "Was it held?")
    assert found(line)[0] == Role.Client


def test_group_that_went_leaves_nothing_behind(show: Show) -> None:
    window, box = QWidget(), column()
    window.setLayout(box)
    show(window, 400, 300)
    for _ in range(30):
        section = Section("Gaps", "Where nothing is recorded.")
        box.addWidget(section)
        assert found(section)[0] == Role.Grouping
        box.removeWidget(section)
        section.deleteLater()
        del section
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert QAccessible.queryAccessibleInterface(window).childCount() == 0
