"""A panel’s own blank form: its headings are read and kept, its table is filled, everything else stays as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from docx.shared import RGBColor
from python_calamine import CalamineWorkbook
from sample_session import PASSPHRASE, open_sample

from imr_desk.cli import main, opened
from imr_desk.errors import BadInputError, ExportError, GateShutError, NameFoundError
from imr_desk.jobs.board_form import bind, export_form, taking_over
from imr_desk.operations.general import Delete, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.review.chronology_columns import columns_of
from imr_desk.session import Session
from ui.pages.sign_off_board_form import words_of

HEADINGS = ("No.", "Date of contact", "Time", "Agency", "Source of evidence", "What happened", "Who", "Analysis", "RAG")
CELLS = ("ref", "date", "time", "agency", "source", "event", "people", "comment", "")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_sample(tmp_path)
    yield made
    made.close()


def word_form(*headings: str, blank: int = 2, below: str = "", merged: bool = False) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Thornmere Safeguarding Children Board"
    document.add_heading("Agency chronology", 1)
    document.add_paragraph("Return this form to the board’s office by noon.")
    about = document.add_table(1, 2)
    about.rows[0].cells[0].text = "Agency"
    table = document.add_table(1 + blank, len(headings))
    table.style = "Table Grid"
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for row in table.rows[1:]:
        for cell in row.cells:
            cell.paragraphs[0].add_run("").font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    if below:
        table.rows[1].cells[0].text = below
    if merged:
        table.rows[0].cells[0].merge(table.rows[0].cells[1])
    document.add_paragraph("End of form.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet_form(*headings: str, below: str = "", merged: bool = False, table: bool = False) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Notes").write_string(0, 0, "Fill in the second sheet.")
    sheet = book.add_worksheet("Chronology")
    sheet.write_string(0, 0, "Thornmere Safeguarding Children Board")
    look = book.add_format({"text_wrap": True, "font_color": "#123456"})
    for at, heading in enumerate(headings):
        sheet.write_string(3, 1 + at, heading)
        sheet.write_blank(4, 1 + at, None, look)
    if below:
        sheet.write_string(5, 2, below)
    if merged:
        sheet.merge_range(4, 1, 4, 2, "")
    if table:
        columns = [{"header": heading} for heading in headings]
        sheet.add_table(3, 1, 5, len(headings), {"columns": columns, "name": "Events"})
    book.close()
    return out.getvalue()


def saved(tmp_path: Path, data: bytes, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def rows_of(path: Path) -> list[list[str]]:
    if path.suffix == ".docx":
        table = Document(str(path)).tables[-1]
        return [[cell.text for cell in row.cells] for row in table.rows]
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Chronology")
    return [[str(cell) for cell in row[1:]] for row in sheet.to_python(skip_empty_area=False)[3:]]


# ---- reading
@pytest.mark.parametrize("form", [word_form(*HEADINGS), sheet_form(*HEADINGS), sheet_form(*HEADINGS, table=True)])
def test_headings_are_read_and_what_fills_each_is_told_from_its_words(session: Session, form: bytes) -> None:
    binding = bind(form, session.review)
    assert binding.form.headings == HEADINGS
    assert binding.cells == CELLS


def test_author_says_what_fills_a_heading(session: Session) -> None:
    binding = bind(word_form(*HEADINGS), session.review, {"rag": "practice", "Analysis": ""})
    assert dict(binding.pairs)["RAG"] == "practice"
    assert dict(binding.pairs)["Analysis"] == ""
    with pytest.raises(BadInputError, match="no heading ‘Colour’"):
        bind(word_form(*HEADINGS), session.review, {"Colour": "event"})
    with pytest.raises(BadInputError, match="‘colour’ is not a column"):
        bind(word_form(*HEADINGS), session.review, {"RAG": "colour"})


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (word_form("Name", "Address"), "No table in this form"),
        (sheet_form("Name", "Address"), "No table in this form"),
        (word_form(*HEADINGS, merged=True), "merged cells"),
        (sheet_form(*HEADINGS, merged=True), "merged cells"),
        (word_form(*HEADINGS, below="An example"), "holds words already"),
        (sheet_form(*HEADINGS, below="An example"), "holds words already"),
        (b"", "not a Word document"),
        (b"PK\x03\x04 rubbish xl/workbook.xml", "not a Word document"),
        (b"Date,Event\n", "not a Word document"),
    ],
)
def test_form_that_cannot_be_filled_is_refused_in_words_and_nothing_is_written(
    session: Session, tmp_path: Path, form: bytes, words: str
) -> None:
    ending = ".xlsx" if b"xl/workbook" in form else ".docx"
    path = saved(tmp_path, form, f"form{ending}")
    with pytest.raises(BadInputError, match=words):
        export_form(session, path, tmp_path / f"out{ending}", draft=True)
    assert not (tmp_path / f"out{ending}").exists()


@pytest.mark.parametrize(
    ("form", "ending"), [(word_form(*HEADINGS, below="1."), ".docx"), (sheet_form(*HEADINGS, below="1"), ".xlsx")]
)
def test_rows_that_hold_no_more_than_their_number_are_blank(
    session: Session, tmp_path: Path, form: bytes, ending: str
) -> None:
    path = export_form(session, saved(tmp_path, form, f"form{ending}"), tmp_path / f"out{ending}", draft=True).path
    assert rows_of(path)[1][0] == session.review.all("entry")[0].id


# ---- filling
@pytest.mark.parametrize(
    ("form", "ending"),
    [
        (word_form(*HEADINGS), ".docx"),
        (word_form(*HEADINGS, blank=0), ".docx"),
        (sheet_form(*HEADINGS), ".xlsx"),
        (sheet_form(*HEADINGS, table=True), ".xlsx"),
    ],
)
def test_form_is_filled_with_a_row_for_each_entry_under_its_own_headings(
    session: Session, tmp_path: Path, form: bytes, ending: str
) -> None:
    path = export_form(session, saved(tmp_path, form, f"form{ending}"), tmp_path / f"out{ending}", draft=False).path
    head, *rows = rows_of(path)
    assert tuple(head) == HEADINGS
    assert [row[0] for row in rows] == [entry.id for entry in session.review.all("entry")]
    assert {row[3] for row in rows} == {"Crown Prosecution Service"}
    assert {row[8] for row in rows} == {""}


@pytest.mark.parametrize(
    ("headings", "date"), [(("Date and time",), "12/03/2011 22:10"), (("Date", "Time"), "12/03/2011")]
)
def test_time_stands_with_the_date_in_a_form_without_a_column_for_it(
    session: Session, tmp_path: Path, headings: tuple[str, ...], date: str
) -> None:
    form = saved(tmp_path, word_form(*headings, "Source of evidence", "Event / contact"), "blank.docx")
    export_form(session, form, tmp_path / "filled.docx", draft=True)
    dates = [row[0] for row in rows_of(tmp_path / "filled.docx")]
    assert date in dates


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Outcome/Comment", ("action_outcome", "comment")),
        ("Comments and action taken", ("action_outcome", "comment")),
        ("Decision / Outcome / Analysis", ("decision", "action_outcome", "comment")),
        ("Decision/Action taken", ("decision", "action_outcome")),
    ],
)
def test_all_that_one_heading_names_goes_into_its_column(
    session: Session, tmp_path: Path, heading: str, names: tuple[str, ...]
) -> None:
    session.run(SetFields("entry", "CE-004", {"comment": "Nobody asked for the file."}))
    form = saved(tmp_path, word_form("Date", "Event / contact", heading), "blank.docx")
    export_form(session, form, tmp_path / "filled.docx", draft=True)
    entry = session.review["CE-004"]
    said = next(row[2] for row in rows_of(tmp_path / "filled.docx") if entry.text("event") in row[1])
    places = [said.index(entry.text(name)) for name in names]
    assert places == sorted(places)


def test_what_fills_a_heading_of_several_things_is_known_beforehand(session: Session) -> None:
    binding = bind(word_form("Date", "Event / contact", "Outcome/Comment"), session.review)
    assert binding.filled() == ("date", "event", "together:outcome+comment")


def test_professionals_beside_the_family_have_a_column_without_the_family(session: Session, tmp_path: Path) -> None:
    entry = next(each for each in session.review.all("entry") if each.links("staff") and each.links("concerns"))
    family = session.review[entry.links("concerns")[0]].text("code")
    headings = ("Date", "Family member", "Professional (role)", "Event", "Documents seen")
    export_form(session, saved(tmp_path, word_form(*headings), "blank.docx"), tmp_path / "filled.docx", draft=True)
    row = next(row for row in rows_of(tmp_path / "filled.docx") if entry.text("event") in row[3])
    assert family in row[1]
    assert row[2] == ", ".join(session.review[each].text("code") for each in entry.links("staff"))
    assert row[4]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Date|Contact type|Narrative|Source", "date||event|source"),
        ("Row|Date|Subject|What happened|Who was informed", "ref|date|concerns|event|"),
        ("Date of event|Child / adult concerned|Details|Questions (ToR)", "date|concerns|event|questions"),
    ],
)
def test_heading_that_says_it_best_has_the_column(session: Session, headings: str, cells: str) -> None:
    assert bind(word_form(*headings.split("|")), session.review).cells == tuple(cells.split("|"))


def test_people_of_other_agencies_are_named_where_it_is_said_what_fills_a_form(session: Session) -> None:
    binding = bind(word_form("Date", "Family member", "Professional", "Event"), session.review)
    assert "Professional: Staff (job title), people of other agencies" in words_of(binding)


def test_comment_with_a_column_of_its_own_is_said_once(session: Session, tmp_path: Path) -> None:
    session.run(SetFields("entry", "CE-004", {"comment": "Nobody asked for the file."}))
    form = saved(tmp_path, word_form("Date", "Event / contact", "Outcome/Comment", "Author’s comment"), "blank.docx")
    export_form(session, form, tmp_path / "filled.docx", draft=True)
    row = next(row for row in rows_of(tmp_path / "filled.docx") if any("Nobody asked" in cell for cell in row))
    assert ["Nobody asked" in cell for cell in row] == [False, False, False, True]


def test_everything_else_of_a_word_form_stays_as_it_was(session: Session, tmp_path: Path) -> None:
    form = word_form(*HEADINGS)
    path = export_form(session, saved(tmp_path, form, "form.docx"), tmp_path / "out.docx", draft=False).path
    with zipfile.ZipFile(io.BytesIO(form)) as before, zipfile.ZipFile(path) as after:
        assert before.namelist() == after.namelist()
        for name in before.namelist():
            assert (before.read(name) == after.read(name)) == (name != "word/document.xml")
    document = Document(str(path))
    assert [each.text for each in document.paragraphs][-1] == "End of form."
    first = document.tables[-1].rows[1].cells[5].paragraphs[0].runs[0]
    assert first.font.color.rgb == RGBColor(0x12, 0x34, 0x56)


def test_everything_else_of_a_spreadsheet_stays_and_its_table_reaches_to_the_last_row(
    session: Session, tmp_path: Path
) -> None:
    form = sheet_form(*HEADINGS, table=True)
    path = export_form(session, saved(tmp_path, form, "form.xlsx"), tmp_path / "out.xlsx", draft=False).path
    with zipfile.ZipFile(io.BytesIO(form)) as before, zipfile.ZipFile(path) as after:
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
        table = after.read("xl/tables/table1.xml").decode()
    assert changed == {"xl/worksheets/sheet2.xml", "xl/tables/table1.xml"}
    assert f'ref="B4:J{4 + len(session.review.all("entry"))}"' in table
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Notes", "Chronology"]


@pytest.mark.parametrize(("form", "ending"), [(word_form(*HEADINGS), ".docx"), (sheet_form(*HEADINGS), ".xlsx")])
def test_draft_says_so_beside_the_table(session: Session, tmp_path: Path, form: bytes, ending: str) -> None:
    for each in session.review.all("chronology_sign_off"):
        session.run(Delete("chronology_sign_off", each.id))
    path = saved(tmp_path, form, f"form{ending}")
    with pytest.raises(GateShutError):
        export_form(session, path, tmp_path / f"final{ending}", draft=False)
    done = export_form(session, path, tmp_path / f"draft{ending}", draft=True).path
    said = "\n".join(each.text for each in Document(str(done)).paragraphs) if ending == ".docx" else str(rows_of(done))
    assert "DRAFT" in said


@pytest.mark.parametrize(("form", "ending"), [(word_form(*HEADINGS), ".docx"), (sheet_form(*HEADINGS), ".xlsx")])
def test_registered_name_in_an_entry_or_in_the_form_itself_stops_it(
    session: Session, tmp_path: Path, form: bytes, ending: str
) -> None:
    path = saved(tmp_path, form, f"form{ending}")
    session.run(RegisterName(session.review.all("staff")[0].id, "Thornmere Plimsworthy"))
    session.run(SetFields("entry", "CE-010", {"event": "thornmere plimsworthy rang"}))
    with pytest.raises(NameFoundError):
        export_form(session, path, tmp_path / f"out{ending}", draft=True)
    session.undo()
    make = word_form if ending == ".docx" else sheet_form
    other = saved(tmp_path, make(*HEADINGS[:-1], "For T Plimsworthy"), f"other{ending}")
    with pytest.raises(NameFoundError):
        export_form(session, other, tmp_path / f"out{ending}", draft=True)
    assert not (tmp_path / f"out{ending}").exists()


def test_form_and_review_are_never_written_over(session: Session, tmp_path: Path) -> None:
    path = saved(tmp_path, word_form(*HEADINGS), "form.docx")
    with pytest.raises(ExportError, match="would be written over"):
        export_form(session, path, path, draft=True)
    with pytest.raises(BadInputError, match=r"end in \.docx"):
        export_form(session, path, tmp_path / "out.xlsx", draft=True)


# ---- its headings as columns
def test_headings_are_taken_over_as_columns_and_one_that_is_not_known_becomes_the_authors_own(session: Session) -> None:
    session.run(taking_over(bind(word_form(*HEADINGS), session.review)))
    kept = [(each.cell, each.heading) for each in columns_of(session.review)]
    assert ("event", "What happened") in kept
    assert ("own:RAG", "RAG") in kept
    again = bind(word_form(*HEADINGS), session.review)
    assert dict(again.pairs)["RAG"] == "own:RAG"


# ---- without a window
def test_form_is_filled_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = open_sample(tmp_path)
    made.close()
    monkeypatch.setenv(opened.VARIABLE, PASSPHRASE)
    form = str(saved(tmp_path, sheet_form(*HEADINGS), "form.xlsx"))
    words = ["export", str(made.path), str(tmp_path / "out.xlsx"), "--template", form, "--column", "RAG=practice"]
    assert main(words) == 0
    assert any(row[8] for row in rows_of(tmp_path / "out.xlsx")[1:])
    assert main([*words[:-2], "--column", "RAG"]) == 2
    assert main(["export", str(made.path), str(tmp_path / "o.docx"), "--draft", "--column", "RAG=event"]) == 2
    assert "--column goes with" in capsys.readouterr().err
