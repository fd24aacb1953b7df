"""A panel’s own blank form is filled in from the sign-off page, or its headings become the columns."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot
from sign_off_tools import ask_of, sign_off_page

from imr_desk.review.chronology_columns import columns_of
from imr_desk.session import Session
from ui.pages.sign_off import SignOffPage

Show = Callable[..., None]
HEADINGS = ("Date", "Source of evidence", "What happened", "Outcome/Comment", "RAG")


@pytest.fixture
def page(show: Show, session: Session, tmp_path: Path) -> Iterator[SignOffPage]:
    with sign_off_page(show, session, tmp_path) as made:
        yield made


def form(tmp_path: Path, *headings: str) -> Path:
    document = Document()
    table = document.add_table(2, len(headings))
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.text = heading
    out = io.BytesIO()
    document.save(out)
    path = tmp_path / "form.docx"
    path.write_bytes(out.getvalue())
    return path


def use_form(page: SignOffPage, qtbot: QtBot, answer: str, *files: Path) -> None:
    ask = ask_of(page)
    ask.files, ask.answers = list(files), [answer]
    page.extracts.form.click()
    qtbot.waitUntil(lambda: page.extracts.form.isEnabled() and bool(page.extracts.notice.words()))


def test_form_is_filled_in_after_it_was_seen_what_fills_each_heading(
    page: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "filled.docx"
    use_form(page, qtbot, "fill", form(tmp_path, *HEADINGS), target)
    qtbot.waitUntil(lambda: "It was written: filled.docx" in page.extracts.notice.words())
    (question,) = ask_of(page).asked
    assert question.title == "The form has 5 headings"
    assert "What happened: Event or contact" in question.body
    assert "Outcome/Comment: Action and outcome, Comment" in question.body
    assert "Stays empty: RAG" in question.body
    assert len(Document(str(target)).tables[0].rows) == 1 + len(session.review.all("entry"))


def test_what_looks_like_a_name_in_a_form_is_shown_before_it_is_filled(
    page: SignOffPage, tmp_path: Path, qtbot: QtBot
) -> None:
    blank, target = form(tmp_path, *HEADINGS), tmp_path / "filled.docx"
    document = Document(str(blank))
    document.add_paragraph("Return it to Zelmira Quastelby at the board’s office.")
    document.save(str(blank))
    use_form(page, qtbot, "fill", blank, target)
    qtbot.waitUntil(target.exists)
    (question,) = ask_of(page).asked
    assert "look like names: Zelmira Quastelby." in question.body


def test_headings_of_a_form_become_the_columns_and_undo_takes_that_back(
    page: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    before = columns_of(session.review)
    use_form(page, qtbot, "take over", form(tmp_path, *HEADINGS))
    qtbot.waitUntil(lambda: "are the columns" in page.extracts.notice.words())
    assert ("own:RAG", "RAG") in [(each.cell, each.heading) for each in columns_of(session.review)]
    session.undo()
    assert columns_of(session.review) == before


def test_form_that_is_left_changes_and_writes_nothing(
    page: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    before = session.review
    use_form(page, qtbot, "leave", form(tmp_path, *HEADINGS))
    assert session.review is before
    assert {each.name for each in tmp_path.glob("*.docx")} == {"form.docx"}


def test_file_that_is_no_form_is_refused_with_its_reason_at_the_button(
    page: SignOffPage, tmp_path: Path, qtbot: QtBot
) -> None:
    use_form(page, qtbot, "fill", form(tmp_path, "Name", "Address"))
    assert "No table in this form has a heading for the date" in page.extracts.notice.words()
    assert not ask_of(page).asked
