"""Nothing is cut off, too wide, too small to press or without a name: every piece, every size, every set of colours."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kit_page import KitPage
from lookers import WINDOWS
from looks import SIZES, faults, look_at, settle, unnamed
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton, QWidget
from shell_sample import sample_window

from ui import theme
from ui.theme import Look
from ui.tokens import SETS, tokens
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Scroll


@pytest.mark.parametrize("colours", SETS)
@pytest.mark.parametrize("called", list(WINDOWS))
def test_look_window_has_no_fault_at_any_size(
    qapp: QApplication, show: Callable[..., None], called: str, colours: str
) -> None:
    theme.put_on(qapp, Look(colours, tokens().colours[colours]))
    window = WINDOWS[called]()
    show(window)
    assert {str(size): look_at(window, size) for size in SIZES} == {str(size): [] for size in SIZES}


@pytest.mark.parametrize("scale", [90, 150])
@pytest.mark.parametrize("called", list(WINDOWS))
def test_look_window_has_no_fault_with_other_text(
    qapp: QApplication, show: Callable[..., None], called: str, scale: int
) -> None:
    theme.put_on(qapp, Look("light", tokens().colours["light"], scale))
    window = WINDOWS[called]()
    show(window)
    assert {str(size): look_at(window, size) for size in SIZES} == {str(size): [] for size in SIZES}


def test_look_text_made_larger_in_an_open_window_has_no_fault(qapp: QApplication, show: Callable[..., None]) -> None:
    window = WINDOWS["kit"]()
    show(window, 1280, 800)
    theme.put_on(qapp, Look("dark", tokens().colours["dark"], 150))
    settle()
    assert faults(window) == []


def test_look_on_a_screen_of_twice_the_density_has_no_fault(repository: Path) -> None:
    surroundings = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(repository / "tests" / "ui" / "looks.py")]
    result = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=110)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == ""


def test_faults_words_without_room_are_noticed(show: Callable[..., None]) -> None:
    held = QWidget()
    label = Label("Words that need several lines in a place as narrow as this one", parent=held)
    label.setGeometry(0, 0, 100, 21)
    show(held, 200, 100)
    assert [fault.split(":")[0] for fault in faults(held)] == ["cut"]


def test_faults_small_button_is_noticed(show: Callable[..., None]) -> None:
    held = QWidget()
    button = Button("Lock")
    button.setParent(held)
    button.setGeometry(0, 0, 60, 20)
    show(held, 200, 100)
    assert {fault.split(":")[0] for fault in faults(held)} == {"cut", "small"}


def test_faults_part_wider_than_its_place_is_noticed(show: Callable[..., None]) -> None:
    inner = QWidget()
    inner.setMinimumWidth(900)
    scroll = Scroll(inner)
    show(scroll, 300, 200)
    held = QWidget()
    scroll.setParent(held)
    scroll.show()
    show(held, 300, 200)
    assert any(fault.startswith("wide") for fault in faults(held))


def test_faults_part_outside_what_holds_it_is_noticed(show: Callable[..., None]) -> None:
    held = QWidget()
    inner = QWidget(held)
    inner.setGeometry(150, 0, 100, 20)
    show(held, 200, 100)
    assert [fault.split(":")[0] for fault in faults(held)] == ["outside"]


def test_faults_input_without_a_name_is_noticed(show: Callable[..., None]) -> None:
    held = QWidget()
    QLineEdit(held)
    show(held, 200, 100)
    assert unnamed(held) == ["QLineEdit ''"]


def test_tab_goes_through_the_fields_in_reading_order(show: Callable[..., None]) -> None:
    page = KitPage()
    show(sample_window(page), 1280, 800)
    page.fields["known"].editor.setFocus()
    reached = by_tab(page.window())
    fields = [control for row in page.fields.values() for control in row.editor.controls()]
    places = [reached.index(field) for field in fields if field in reached and not isinstance(field, QAbstractButton)]
    assert len(places) > 12
    assert places == sorted(places)


def by_tab(window: QWidget) -> list[QWidget]:
    """Everything that Tab reaches, until it comes round."""
    reached = [QApplication.focusWidget()]
    for _ in range(300):
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is reached[0]:
            return reached
        assert here not in reached, f"Tab goes round within a part of the window, at {here.accessibleName()}"
        reached.append(here)
    raise AssertionError("Tab never comes round")


@pytest.mark.parametrize("called", list(WINDOWS))
def test_tab_reaches_all_that_can_be_pressed_or_typed_into(show: Callable[..., None], called: str) -> None:
    window = WINDOWS[called]()
    show(window, 1280, 800)
    window.focusNextPrevChild(True)
    reached = by_tab(window)
    stops = [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
    ]
    unreached = [each for each in stops if each not in reached and not isinstance(each, QRadioButton)]
    assert [each.accessibleName() or type(each).__name__ for each in unreached] == []


def test_window_is_never_larger_than_it_was_made(show: Callable[..., None]) -> None:
    window = sample_window(KitPage())
    show(window, 960, 540)
    assert window.size() == QSize(960, 540)
    assert window.minimumSizeHint().width() <= 960
    assert window.layout().totalMinimumSize().width() <= 960
    assert window.layout().totalMinimumSize().height() <= 540
