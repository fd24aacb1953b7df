"""From the sign-off page go the chronology by itself, its plain table, and the separate sheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot
from sign_off_tools import ask_of, sign_off_page

from imr_desk.operations.general import Delete
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from ui.pages.sign_off import SignOffPage
from ui.pages.sign_off_extracts import EXTRACTS

Show = Callable[..., None]


@pytest.fixture
def page(show: Show, session: Session, tmp_path: Path) -> Iterator[SignOffPage]:
    with sign_off_page(show, session, tmp_path) as made:
        yield made


def export(page: SignOffPage, chosen: str, target: Path, qtbot: QtBot) -> str:
    ask_of(page).files = [target]
    page.extracts.buttons[chosen].click()
    qtbot.waitUntil(lambda: page.extracts.buttons[chosen].isEnabled() and bool(page.extracts.notice.words()))
    return page.extracts.notice.words()


@pytest.mark.parametrize(
    ("chosen", "ending"), [("T7", ".pdf"), ("T7-table", ".docx"), ("T7-table", ".csv"), ("sheets", ".docx")]
)
def test_extract_is_written_from_its_button_and_said(
    page: SignOffPage, tmp_path: Path, qtbot: QtBot, chosen: str, ending: str
) -> None:
    target = tmp_path / f"out{ending}"
    assert "It was written: out" in export(page, chosen, target, qtbot)
    assert target.exists()


def test_chronology_without_its_sign_off_goes_out_as_a_draft_and_the_step_says_so(
    page: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "goes out as final" in page.extracts.line()
    for each in session.review.all("chronology_sign_off"):
        session.run(Delete("chronology_sign_off", each.id))
    page.show_review(session.review)
    assert "goes out as a draft" in page.extracts.line()
    assert "It was written as a draft: t.docx" in export(page, "T7-table", tmp_path / "t.docx", qtbot)
    assert "DRAFT" in Document(str(tmp_path / "t.docx")).sections[0].header.paragraphs[1].text


def test_extract_that_is_refused_says_why_and_leaves_the_keyboard_at_its_button(
    page: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    said = export(page, "sheets", tmp_path / "Wetherspindle.docx", qtbot)
    assert "Nothing was written." in said
    assert not (tmp_path / "Wetherspindle.docx").exists()
    assert page.window().focusWidget() is page.extracts.last


def test_extract_whose_dialog_is_left_writes_nothing(page: SignOffPage, tmp_path: Path) -> None:
    ask_of(page).files = [None]
    page.extracts.buttons["T7"].click()
    assert {each.suffix for each in tmp_path.iterdir()} <= {".imr", ".lock"}


def test_list_of_the_window_is_that_of_the_table(page: SignOffPage, tmp_path: Path, qtbot: QtBot) -> None:
    export(page, "T7-table", tmp_path / "c.csv", qtbot)
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"), newline="")))
    assert rows[0][:4] == ["Ref", "Date", "Time", "End date"]


def test_each_extract_has_a_button_that_says_what_it_is(page: SignOffPage) -> None:
    for each in EXTRACTS:
        button = page.extracts.buttons[each.id]
        assert button.accessibleName()
        assert button.accessibleDescription().endswith(".")
