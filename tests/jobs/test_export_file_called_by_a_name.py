"""A file that is to be written, or a panel's own form, is not called by a registered name that is an everyday word."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from sample_session import open_sample

from imr_desk.errors import NameFoundError
from imr_desk.jobs.board_form import export_form
from imr_desk.jobs.export import scan_with
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session

HEADINGS = ("No.", "Date of contact", "What happened", "Analysis")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_sample(tmp_path)
    staff = made.review.all("staff")
    for record, name in zip(staff, ("Nick Price", "May Record"), strict=False):
        made.run(RegisterName(str(record.id), name))
    yield made
    made.close()


@pytest.mark.parametrize("name", ["Price.docx", "price.pdf", "IMR Price.docx", "Price review.docx", "2013_PRICE.csv"])
def test_file_called_by_an_everyday_word_that_is_registered_is_refused(session: Session, name: str) -> None:
    look = scan_with(session.judge.guard, session.review)
    (hit,) = look([("file name", name)]).registered
    assert "Price".casefold() == str(getattr(hit, "words", "")).casefold()


@pytest.mark.parametrize(
    "name", ["LM-07 draft of version 1.docx", "Draft report.pdf", "May 2014.csv", "half price list.docx"]
)
def test_file_called_as_files_of_a_review_are_may_be_written(session: Session, name: str) -> None:
    assert not scan_with(session.judge.guard, session.review)([("file name", name)]).registered


def _form(**said: str) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = said.get("header", "Thornmere Safeguarding Children Board")
    document.core_properties.author = said.get("author", "")
    document.add_paragraph(said.get("above", "Agency chronology"))
    table = document.add_table(2, len(HEADINGS))
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = heading
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "said",
    [
        {"header": "Reviewer: Price"},
        {"above": "For the attention of Mr Price"},
        {"author": "Nick Price"},
    ],
)
def test_form_that_holds_a_registered_everyday_word_as_a_name_is_not_filled(
    session: Session, tmp_path: Path, said: dict[str, str]
) -> None:
    (tmp_path / "form.docx").write_bytes(_form(**said))
    with pytest.raises(NameFoundError):
        export_form(session, tmp_path / "form.docx", tmp_path / "filled.docx", draft=True)
    assert not (tmp_path / "filled.docx").exists()


def test_form_without_a_name_is_filled(session: Session, tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(_form(above="The price of the service is not asked for."))
    export_form(session, tmp_path / "form.docx", tmp_path / "filled.docx", draft=True)
    assert (tmp_path / "filled.docx").exists()


def test_form_that_names_somebody_by_a_word_the_program_prints_itself_is_not_filled(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "form.docx").write_bytes(_form(above="For the attention of Ms Record"))
    with pytest.raises(NameFoundError):
        export_form(session, tmp_path / "form.docx", tmp_path / "filled.docx", draft=True)


def test_form_is_filled_as_a_draft_with_somebody_registered_who_is_called_so(session: Session, tmp_path: Path) -> None:
    session.run(RegisterName(str(session.review.all("staff")[2].id), "Rhys Draft"))
    (tmp_path / "form.docx").write_bytes(_form())
    export_form(session, tmp_path / "form.docx", tmp_path / "filled.docx", draft=True)
    assert (tmp_path / "filled.docx").exists()
