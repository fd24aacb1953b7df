"""Print preview: the pages as they will be printed, through the same gate as an export, and on to the printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from ui.pages.print_preview import PrintPreviewPage
from ui.program import Program


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    with running(ask) as made:
        open_by_key(made, *review_in(tmp_path), stage=9)
        made.window.activateWindow()
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        yield made


@pytest.fixture
def page(program: Program, qtbot: QtBot) -> PrintPreviewPage:
    """The preview, asked for by its keys, with its pages."""
    QTest.keyClick(program.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert program.review is not None
    shown = program.review.pages.page
    assert isinstance(shown, PrintPreviewPage)
    qtbot.waitUntil(lambda: shown.pages.count > 0)
    return shown


def test_preview_shows_every_page_of_the_draft_and_says_which_is_in_sight(page: PrintPreviewPage) -> None:
    assert page.pages.count > 40
    assert page.head.lead.text().startswith(f"A draft, marked as one on every page · {page.pages.count} pages")
    assert page.pages.hasFocus()
    QTest.keyClick(page.pages, Qt.Key.Key_PageDown)
    QTest.keyClick(page.pages, Qt.Key.Key_PageDown)
    assert page.pages.page == 3
    assert page.pages.accessibleName() == f"Page 3 of {page.pages.count}"
    assert "Contents" in page.pages.accessibleDescription()
    QTest.keyClick(page.pages, Qt.Key.Key_End)
    assert page.pages.page == page.pages.count


def test_escape_goes_back_and_forgets_the_pages(program: Program, page: PrintPreviewPage) -> None:
    QTest.keyClick(page.pages, Qt.Key.Key_Escape)
    assert program.review is not None
    assert program.review.pages.page.stage == 9
    assert page.pages.count == 0


def test_chosen_pages_go_to_the_printer_each_as_it_lies(
    page: PrintPreviewPage, ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(72)
    printer.setFullPage(True)
    printer.setFromTo(40, 43)
    ask.printers.append(printer)
    page.print_button.click()
    qtbot.waitUntil(lambda: page.head.lead.text() == "4 pages were sent to the printer.")
    del printer
    printed = PdfReader(tmp_path / "paper.pdf").pages
    wanted = [width > height for width, height in page.pages.sizes[39:43]]
    assert [each.mediabox.width > each.mediabox.height for each in printed] == wanted
    assert set(wanted) == {True, False}


def test_pages_can_be_saved_as_a_file(page: PrintPreviewPage, ask: ScriptedAsk, tmp_path: Path) -> None:
    ask.files.append(tmp_path / "draft.pdf")
    page.save_button.click()
    assert len(PdfReader(tmp_path / "draft.pdf").pages) == page.pages.count
    assert page.head.lead.text() == "Saved as draft.pdf"


def test_registered_name_stops_the_preview_with_a_sentence(program: Program, qtbot: QtBot) -> None:
    review = program.review
    assert review is not None
    session = review.bridge.session
    session.run(RegisterName(session.review.all("staff")[0].id, "Perpetua Moonwhistle"))
    session.run(SetFields("entry", session.review.all("entry")[0].id, {"event": "Perpetua Moonwhistle rang."}))
    QTest.keyClick(program.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    shown = review.pages.page
    assert isinstance(shown, PrintPreviewPage)
    qtbot.waitUntil(lambda: "registered name" in shown.head.lead.text().lower())
    assert shown.pages.count == 0
    assert not shown.print_button.isEnabled()
    QApplication.processEvents()
