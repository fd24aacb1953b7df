"""The sign-off in the whole window: from the menus, by a file dropped on it, and left for another stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_session import AUTHOR, MANAGER, PASSPHRASE, open_sample
from window_tools import ScriptedAsk, page_shown, running

from imr_desk.jobs.export import export
from imr_desk.jobs.sign import sign
from ui.pages.sign_off import SignOffPage
from ui.program import Program

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def program(ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """The sample, open at the chronology."""
    with running(ask) as made:
        made.open_session(open_sample(tmp_path), 4)
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        qtbot.waitUntil(lambda: made.review is not None and made.review.advice is not None)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def page_of(program: Program) -> SignOffPage:
    return page_shown(program, SignOffPage)


def choose(program: Program, action: str) -> None:
    assert program.window.actions_shown is not None
    program.window.actions_shown[action].trigger()


def dragged(program: Program, path: Path) -> bool:
    """Drag a file over the window and drop it there; whether the window takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    over = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    over.ignore()
    QApplication.sendEvent(program.window, over)
    if over.isAccepted():
        QApplication.sendEvent(program.window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE))
    return over.isAccepted()


def test_menu_export_shows_what_will_be_written(program: Program, qtbot: QtBot) -> None:
    choose(program, "file.export")
    page = page_of(program)
    qtbot.waitUntil(lambda: page.reader.shown is not None)
    assert page.reader.shown is not None
    assert page.reader.shown.draft
    assert "DRAFT – version 1" in page.reader.marking.text()
    assert QApplication.focusWidget() is page.reader.view
    QTest.keyClick(page.reader.view, Qt.Key.Key_Escape)
    assert page.frame.isVisible()
    assert QApplication.focusWidget() is page.export_step.draft


def test_menu_sign_leads_to_the_form_of_the_next_signature(program: Program) -> None:
    choose(program, "sign.sign")
    page = page_of(program)
    assert page.author.sign is not None
    assert page.author.sign.name.editor.box.hasFocus()


def test_menu_check_asks_for_a_file(program: Program, ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot) -> None:
    ask.files = [tmp_path / "gone.docx"]
    choose(program, "sign.verify")
    page = page_of(program)
    qtbot.waitUntil(lambda: "cannot be read" in page.check.notice.words())


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_report_dropped_on_any_page_is_checked(program: Program, tmp_path: Path, qtbot: QtBot, ending: str) -> None:
    assert program.review is not None
    session = program.review.session()
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    report = tmp_path / f"REVIEW-K version 1.{ending}"
    export(session, report, draft=False)
    assert dragged(program, report)
    qtbot.waitUntil(lambda: program.review is not None and program.review.pages.stage == 9)
    page = page_of(program)
    qtbot.waitUntil(lambda: "Matches the review you hold." in page.check.notice.words())
    assert f"REVIEW-K version 1.{ending}" in page.check.notice.words()
    assert not dragged(program, tmp_path / "notes.txt")


def test_preview_is_gone_after_another_stage_was_in_sight(program: Program, qtbot: QtBot) -> None:
    choose(program, "file.export")
    page = page_of(program)
    qtbot.waitUntil(lambda: page.reader.shown is not None)
    assert program.review is not None
    program.review.pages.show(4)
    program.review.pages.show(9)
    assert page.frame.isVisible()
    assert page.reader.isHidden()
    assert page.reader.model.rowCount() == 0


def test_preview_is_gone_when_the_review_locks(program: Program, qtbot: QtBot) -> None:
    choose(program, "file.export")
    page_of(program)
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
