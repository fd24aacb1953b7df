"""What is copied is kept out of the histories of clipboards, and goes with the lock; the lock covers the preview."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from ui.copying import Copies, put_text
from ui.discreet import Discreet
from ui.platforms import APPLICATION_ID, FORCE_ICON, NO_PEEK, OWN_PICTURE, PRIVATE_FORMATS, Platform
from ui.program import Program
from ui.widgets.editors.line import LineBox
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.search_box import SearchBox
from ui.widgets.table import Table

ODD = "Quockerwodger"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _empty_clipboard(qtbot: QtBot) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def copied() -> QMimeData:
    found = QGuiApplication.clipboard().mimeData()
    assert found is not None
    return found


def is_private(data: QMimeData) -> bool:
    return all(bytes(data.data(name).data()) == value for name, value in PRIVATE_FORMATS.items())


def test_windows_is_asked_in_its_own_words() -> None:
    names = {name.partition('value="')[2].rstrip('"') for name in PRIVATE_FORMATS if "qt-windows-mime" in name}
    assert names == {
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    }


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_C, ODD), (Qt.Key.Key_X, "")])
def test_line_is_copied_and_cut_with_the_mark(qtbot: QtBot, key: Qt.Key, left: str) -> None:
    box = LineBox()
    qtbot.addWidget(box)
    box.setText(ODD)
    box.selectAll()
    QTest.keyClick(box, key, CONTROL)
    assert copied().text() == ODD
    assert is_private(copied())
    assert box.text() == left


def test_cut_from_a_line_can_be_undone_and_a_passphrase_is_never_copied(qtbot: QtBot) -> None:
    box = LineBox()
    qtbot.addWidget(box)
    box.setText(ODD)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_X, CONTROL)
    box.undo()
    assert box.text() == ODD
    put_text("before")
    box.setEchoMode(QLineEdit.EchoMode.Password)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_C, CONTROL)
    assert copied().text() == "before"


def test_read_only_line_is_copied_and_not_cut(qtbot: QtBot) -> None:
    box = LineBox()
    qtbot.addWidget(box)
    box.setText(ODD)
    box.setReadOnly(True)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_X, CONTROL)
    assert (copied().text(), box.text()) == (ODD, ODD)


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_prose_is_copied_with_the_mark(qtbot: QtBot, key: Qt.Key) -> None:
    editor = ProseEditor()
    qtbot.addWidget(editor)
    editor.box.show_plain(ODD)
    editor.box.selectAll()
    QTest.keyClick(editor.box, key, CONTROL)
    assert copied().text() == ODD
    assert is_private(copied())


def test_keyboards_are_asked_to_learn_nothing_that_is_typed(qtbot: QtBot) -> None:
    line, prose, search = LineBox(), ProseEditor(), SearchBox()
    for each in (line, prose, search):
        qtbot.addWidget(each)
    for box in (line, prose.box, search):
        assert Qt.InputMethodHint.ImhSensitiveData in box.inputMethodHints()


def test_copy_that_qt_made_by_itself_is_marked_at_once(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    watch = Copies(owner, lambda: True)
    plain = QLineEdit(ODD)
    qtbot.addWidget(plain)
    plain.selectAll()
    plain.copy()
    assert watch.parent() is owner
    assert copied().text() == ODD
    assert is_private(copied())


def test_copy_of_another_program_is_left_as_it_is(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    watch = Copies(owner, lambda: False)
    assert watch.parent() is owner
    QGuiApplication.clipboard().setText("of another program")
    assert copied().formats() == ["text/plain"]


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    path, key = review_in(tmp_path)
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, path, key, stage=4)
        in_use(qtbot, made)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0 and not made.leaving.forgetting)


def test_cell_of_a_table_is_copied_with_the_mark(program: Program) -> None:
    assert program.review is not None
    found = program.review.pages.page.findChild(Table)
    assert found is not None
    found.go_to_row(0)
    QTest.keyClick(found, Qt.Key.Key_C, CONTROL)
    assert copied().text()
    assert is_private(copied())


@pytest.mark.parametrize("ours", [True, False])
def test_lock_takes_our_copy_out_of_the_clipboard_and_leaves_that_of_another_program(
    program: Program, qtbot: QtBot, ours: bool
) -> None:
    if ours:
        put_text(ODD)
    else:
        QGuiApplication.clipboard().setText("of another program")
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
    assert QGuiApplication.clipboard().text() == ("" if ours else "of another program")


def test_icon_stands_for_the_window_while_it_is_veiled_or_locked(program: Program, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []

    def attribute(_window: Any, number: Any, value: Any, size: Any) -> None:  # noqa: ANN401 - as ctypes gives them
        assert size.value == 4
        seen.append((number.value, ctypes.cast(value, ctypes.POINTER(ctypes.c_int)).contents.value))

    platform = Platform("win32", lambda _name: SimpleNamespace(DwmSetWindowAttribute=attribute))
    Discreet(program.window, platform)
    program.veiling.begin()
    QApplication.processEvents()
    assert seen == [(FORCE_ICON, 1), (OWN_PICTURE, 1), (NO_PEEK, 1)]
    seen.clear()
    program.veiling._lift()
    assert set(seen) == {(FORCE_ICON, 0), (OWN_PICTURE, 0), (NO_PEEK, 0)}
    seen.clear()
    program.leaving.lock()
    qtbot.waitUntil(lambda: program.review is None)
    assert (FORCE_ICON, 1) in seen


def test_program_introduces_itself_to_windows_by_its_own_name() -> None:
    told: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append)
    Platform("win32", lambda name: shell if name == "shell32" else None).introduce()
    assert told == [APPLICATION_ID]


def test_other_systems_are_asked_for_nothing() -> None:
    def none_to_load(name: str) -> None:
        raise AssertionError(name)

    platform = Platform("linux", none_to_load)
    platform.introduce()
    platform.cover(7, on=True)
    assert not platform.covers
