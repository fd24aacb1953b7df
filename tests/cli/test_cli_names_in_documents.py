"""`imr-desk names` of a document: registered names in every part, with the place in words. All names are made up."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from imr_desk.cli import main, opened
from imr_desk.operations.general import Insert
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session

WORDS = "four plain words here"


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "review.imr"
    session = Session.create(path, WORDS)
    staff = session.new_id("staff")
    session.run(Insert("staff", staff, {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    session.run(RegisterName(staff, "Jolyon Wetherspindle"))
    session.close()
    monkeypatch.setenv(opened.VARIABLE, WORDS)
    return path


def word_file(path: Path) -> Path:
    """A Word file that another program wrote, with a name in the body, the head, a comment's author and a property."""
    document = Document()
    paragraph = document.add_paragraph("Seen by Jolyon Wetherspindel on Monday.")
    document.sections[0].header.paragraphs[0].text = "Draft of J. Wetherspindle"
    document.core_properties.last_modified_by = "wetherspindle, jolyon"
    document.add_comment(paragraph.runs, "Checked", author="Jolyon Wetherspindle")
    document.save(str(path))
    return path


def pdf_file(path: Path) -> Path:
    """A PDF that another program wrote, with a name in its title and in a note."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "Jolyon Wetherspindle"})
    writer.add_annotation(0, FreeText(text="ask WETHERSPINDLE", rect=(10, 10, 90, 40)))
    with io.BytesIO() as out:
        writer.write(out)
        path.write_bytes(out.getvalue())
    return path


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["names", *words, "--json"]) == 1
    return list(json.loads(capsys.readouterr().out)["spans"])


def test_names_of_a_word_file_are_found_in_every_part(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spans = found(capsys, "--review", str(review), str(word_file(tmp_path / "back.docx")))
    places = {span["place"] for span in spans if span["kind"] == "registered"}
    assert {"the text", "the head or foot of the pages", "the comments", "the properties of the file"} <= places


def test_names_of_a_pdf_are_found_in_every_part(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spans = found(capsys, "--review", str(review), str(pdf_file(tmp_path / "back.pdf")))
    assert {"the notes on the pages", "the properties of the file"} <= {span["place"] for span in spans}


def test_names_in_the_name_of_a_document_are_found(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wetherspindle.docx"
    Document().save(str(path))
    spans = found(capsys, "--review", str(review), str(path))
    assert [span["place"] for span in spans] == ["the name of the file"]


def test_names_of_a_clean_document_are_none(review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "clean.docx"
    document = Document()
    document.core_properties.author = ""
    document.add_paragraph("The file was read.")
    document.save(str(path))
    assert main(["names", "--review", str(review), str(path)]) == 0
    assert capsys.readouterr().out.strip() == "0 names found."


def test_names_of_a_damaged_document_or_as_lines_of_json_are_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing of the kind")
    assert main(["names", str(path)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["names", "--jsonl", str(word_file(tmp_path / "a.docx"))]) == 2
    assert "this is a document" in capsys.readouterr().err
