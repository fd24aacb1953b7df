"""A review file dropped on the window is opened: its passphrase is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.widgets.dropped import dropped_review
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.prose import ProseEditor

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with running(ScriptedAsk()) as made:
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(str(path) for path in paths))
    return data


def enters(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, data: QMimeData) -> None:
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE))


def test_dropped_review_on_the_first_page_asks_for_its_passphrase(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path, name="dropped.imr")
    program.begin(None)
    assert enters(program.window, files(path))
    drop(program.window, files(path))
    qtbot.waitUntil(lambda: program.window.findChild(UnlockPage) is not None)
    assert "dropped.imr" in words_in(program.window)


def test_dropped_review_closes_the_open_one_first_and_the_same_one_changes_nothing(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, key = review_in(tmp_path)
    other, _ = review_in(tmp_path, name="dropped.imr")
    open_by_key(program, path, key)
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)
    program.open_file(path)
    assert program.review is not None
    assert enters(program.window, files(other))
    drop(program.window, files(other))
    qtbot.waitUntil(lambda: program.review is None)
    assert "dropped.imr" in words_in(program.window)


def test_other_files_are_not_taken_by_the_window(program: Program, tmp_path: Path) -> None:
    program.begin(None)
    assert not enters(program.window, files(tmp_path / "report.docx"))
    assert not enters(program.window, files(tmp_path / "a.imr", tmp_path / "b.imr"))
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/a.imr")])
    assert dropped_review(web) is None
    assert dropped_review(files(tmp_path / "A.IMR")) == tmp_path / "A.IMR"


def test_field_takes_no_file_for_text(show: object, qtbot: QtBot, tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("some words")
    for editor in (LineEditor(), ProseEditor("body")):
        qtbot.addWidget(editor)
        box = editor.controls()[0]
        target = box.viewport() if hasattr(box, "viewport") else box
        assert not enters(target, files(tmp_path / "a.imr"))
        assert enters(target, words)
