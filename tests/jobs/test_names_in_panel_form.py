"""What looks like a name in a panel’s own form stops a final one until it was seen; in a workbook of ours too."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from sample_session import PASSPHRASE, open_sample

from imr_desk.cli import main, opened
from imr_desk.errors import NameFoundError
from imr_desk.jobs.board_form import bind, export_form, fill
from imr_desk.jobs.export import export_review
from imr_desk.jobs.names_in_form import names_in_form
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session

HEADINGS = ("No.", "Date of contact", "Source of evidence", "What happened")
STRANGER = "Zelmira Quastelby"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_sample(tmp_path)
    yield made
    made.close()


def word_form(place: str, words: str) -> bytes:
    document = Document()
    section = document.sections[0]
    document.core_properties.author = words if place == "author" else "Thornmere Safeguarding Children Board"
    section.header.paragraphs[0].text = words if place == "header" else "Agency chronology"
    document.add_paragraph(words if place == "body" else "Use job titles. Return by noon on Friday 14 November 2014.")
    headings = (*HEADINGS, f"Comment for {words}" if place == "heading" else "Analysis")
    table = document.add_table(2, len(headings))
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.text = heading
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet_form(place: str, words: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"author": words if place == "author" else ""})
    sheet = book.add_worksheet("Chronology")
    sheet.set_header(f"&L&B{words if place == 'header' else 'Agency chronology'}")
    sheet.write_string(0, 0, words if place == "body" else "Use job titles.")
    for at, heading in enumerate((*HEADINGS, f"Comment for {words}" if place == "heading" else "Analysis")):
        sheet.write_string(2, at, heading)
    if place == "box":
        sheet.insert_textbox(5, 8, words)
    if place == "prompt":
        sheet.data_validation(5, 8, 6, 8, {"validate": "any", "input_message": words})
    if place == "property":
        book.set_custom_property("Owner", words)
    book.close()
    return out.getvalue()


MAKES: list[tuple[str, Callable[[str, str], bytes]]] = [(".docx", word_form), (".xlsx", sheet_form)]


@pytest.mark.parametrize("place", ["body", "header", "author", "heading"])
@pytest.mark.parametrize(("ending", "make"), MAKES)
def test_final_form_with_an_unknown_name_of_its_own_waits_until_it_was_seen(
    session: Session, tmp_path: Path, ending: str, make: Callable[[str, str], bytes], place: str
) -> None:
    form, out = tmp_path / f"blank{ending}", tmp_path / f"chronology-form{ending}"
    form.write_bytes(make(place, STRANGER))
    assert names_in_form(bind(form.read_bytes(), session.review).form, session.judge.guard, session.review) == (
        STRANGER,
    )
    with pytest.raises(NameFoundError, match="panel’s own form"):
        export_form(session, form, out, draft=False)
    assert not out.exists()
    assert export_form(session, form, out, draft=False, despite_names=True).final
    out.unlink()
    session.run(RegisterName(session.review.all("staff")[0].id, STRANGER))
    with pytest.raises(NameFoundError, match="egistered name"):
        export_form(session, form, out, draft=False, despite_names=True)


@pytest.mark.parametrize("place", ["box", "prompt", "property"])
def test_names_that_a_person_meets_beside_the_cells_of_a_form_are_shown(session: Session, place: str) -> None:
    form = bind(sheet_form(place, STRANGER), session.review).form
    assert names_in_form(form, session.judge.guard, session.review) == (STRANGER,)


@pytest.mark.parametrize(("ending", "make"), MAKES)
def test_final_form_without_names_is_filled_unasked(
    session: Session, tmp_path: Path, ending: str, make: Callable[[str, str], bytes]
) -> None:
    form = tmp_path / f"blank{ending}"
    form.write_bytes(make("nowhere", ""))
    assert export_form(session, form, tmp_path / f"chronology-form{ending}", draft=False).final


def test_name_seen_in_a_heading_still_stops_a_final_form_where_it_stands_in_a_row(
    session: Session, tmp_path: Path
) -> None:
    binding = bind(word_form("heading", STRANGER), session.review)
    session.run(SetFields("entry", "CE-010", {"event": f"Seen by {STRANGER} on the day."}))
    form = tmp_path / "blank.docx"
    form.write_bytes(binding.form.data)
    with pytest.raises(NameFoundError, match="rows of the chronology"):
        export_form(session, form, tmp_path / "chronology-form.docx", draft=False, despite_names=True)
    with pytest.raises(NameFoundError):
        fill(
            session.review, session.judge.guard, binding, tmp_path / "f.docx", draft=False, today=session.clock().date()
        )


def test_final_workbook_with_an_unknown_name_in_the_marking_of_its_pages_is_refused(
    session: Session, tmp_path: Path
) -> None:
    session.run(SetFields("review", "review", {"protective_marking": f"OFFICIAL for {STRANGER}"}))
    target = tmp_path / "chronology-table.xlsx"
    with pytest.raises(NameFoundError, match="head or foot"):
        export_review(session.review, session.judge.guard, target, draft=False, today=session.clock().date())


def test_what_stays_in_a_form_is_said_on_the_command_line(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(opened.VARIABLE, PASSPHRASE)
    form, out = tmp_path / "blank.docx", tmp_path / "chronology-form.docx"
    form.write_bytes(word_form("author", STRANGER))
    words = ["export", str(session.path), str(out), "--template", str(form)]
    assert main(words) == 1
    said = capsys.readouterr().err
    assert "--despite-names" in said
    assert STRANGER.split()[1] not in said
    assert main([*words, "--despite-names"]) == 0
    assert main(["export", str(session.path), str(out), "--draft", "--despite-names"]) == 2
