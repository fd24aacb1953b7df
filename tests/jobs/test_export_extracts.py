"""What goes out beside the report: the chronology by itself, its plain table, the separate sheets; and its checks."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from imr_desk.errors import BadInputError, GateShutError, NameFoundError
from imr_desk.jobs.export import export
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import Delete, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from tests.export.docx_tools import changed
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE

TABLE, SHEETS, ALONE = "T7-table", "sheets", "T7"


def written(session: Session, tmp_path: Path, chosen: str, name: str, *, draft: bool = False) -> Path:
    return export(session, tmp_path / name, draft=draft, template=chosen).path


def without_sign_off(session: Session) -> None:
    for each in session.review.all("chronology_sign_off"):
        session.run(Delete("chronology_sign_off", each.id))


# ---- the plain table
def test_plain_table_is_one_table_with_a_row_for_each_entry_and_nothing_to_trip_a_merge(
    session: Session, tmp_path: Path
) -> None:
    path = written(session, tmp_path, TABLE, "chronology.docx")
    (table,) = Document(str(path)).tables
    assert len(table.rows) == 1 + len(session.review.all("entry"))
    assert [cell.text for cell in table.rows[0].cells][:5] == ["Ref", "Date", "Time", "End date", "Source"]
    body = zipfile.ZipFile(path).read("word/document.xml").decode()
    for unwanted in ("w:gridSpan", "w:vMerge", "w:fldChar", "w:fldSimple", "w:numPr", "w:bookmarkStart", "w:drawing"):
        assert unwanted not in body
    assert body.count("<w:tbl>") == body.count("<w:tblHeader/>") == 1
    assert len(Document(str(path)).paragraphs) == 1


def test_plain_table_holds_one_date_in_a_cell(session: Session, tmp_path: Path) -> None:
    (table,) = Document(str(written(session, tmp_path, TABLE, "chronology.docx"))).tables
    one = re.compile(r"\??(\d\d/\d\d/\d{4}|[A-Z][a-z]{2} \d{4}|\d{4})?")
    for row in list(table.rows)[1:]:
        cells = [cell.text for cell in row.cells]
        assert one.fullmatch(cells[1]), cells
        assert one.fullmatch(cells[3]), cells


def test_plain_table_and_list_say_the_same(session: Session, tmp_path: Path) -> None:
    import csv

    (table,) = Document(str(written(session, tmp_path, TABLE, "chronology.docx"))).tables
    path = export(session, tmp_path / "chronology.csv", draft=False).path
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    said = [[cell.text.removeprefix("'") for cell in row.cells] for row in table.rows]
    assert said == [[cell.lstrip("'") for cell in row[:-2]] for row in rows]
    assert rows[0][-2:] == ["Date (EDTF)", "Learned on (EDTF)"]


def test_plain_table_is_marked_on_every_page_and_a_draft_says_so(session: Session, tmp_path: Path) -> None:
    final = written(session, tmp_path, TABLE, "final.docx")
    draft = written(session, tmp_path, TABLE, "draft.docx", draft=True)
    heads = [zipfile.ZipFile(each).read("word/header1.xml").decode() for each in (final, draft)]
    assert all("OFFICIAL-SENSITIVE" in head for head in heads)
    assert ["DRAFT" in head for head in heads] == [False, True]


@pytest.mark.parametrize(
    ("chosen", "name"), [(TABLE, "table.pdf"), (SHEETS, "sheets.csv"), (TABLE, "table.odt"), ("T9", "report.docx")]
)
def test_extract_in_a_form_that_there_is_not_is_refused(
    session: Session, tmp_path: Path, chosen: str, name: str
) -> None:
    with pytest.raises(BadInputError):
        written(session, tmp_path, chosen, name, draft=True)
    assert not (tmp_path / name).exists()


# ---- when it may go out
@pytest.mark.parametrize("chosen", [TABLE, ALONE])
def test_chronology_is_final_once_its_own_sign_off_is_recorded_or_both_have_signed(
    session: Session, tmp_path: Path, chosen: str
) -> None:
    without_sign_off(session)
    with pytest.raises(GateShutError, match="its sign-off is recorded"):
        written(session, tmp_path, chosen, "early.docx")
    assert written(session, tmp_path, chosen, "draft.docx", draft=True).exists()
    session.undo()
    assert written(session, tmp_path, chosen, "signed-off.docx").exists()


def test_chronology_is_final_with_both_signatures_of_the_report_too(session: Session, tmp_path: Path) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    path = written(session, tmp_path, ALONE, "alone.docx")
    said = "\n".join(each.text for each in Document(str(path)).paragraphs)
    assert "signed off on 5 December 2014 by the Chief Crown Prosecutor" in said
    cells = [cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells]
    assert "Alma Quill" not in cells
    assert "docProps/custom.xml" not in zipfile.ZipFile(path).namelist()


@pytest.mark.parametrize(
    ("chosen", "name", "draft"),
    [(TABLE, "t.docx", True), (TABLE, "t.csv", False), (SHEETS, "s.docx", False), (ALONE, "a.pdf", True)],
)
def test_extract_with_a_registered_name_is_not_written(
    session: Session, tmp_path: Path, chosen: str, name: str, draft: bool
) -> None:
    session.run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    session.run(SetFields("entry", "CE-010", {"event": "Wetherspindle rang."}))
    clearance = session.review.all("clearance")[0]
    session.run(SetFields("clearance", clearance.id, {"reply": "J. Wetherspindle agreed."}))
    with pytest.raises(NameFoundError):
        written(session, tmp_path, chosen, name, draft=draft)
    assert not (tmp_path / name).exists()


# ---- sheets
@pytest.mark.parametrize("name", ["sheets.docx", "sheets.pdf"])
def test_sheets_say_on_each_that_they_are_no_part_of_the_signed_report(
    session: Session, tmp_path: Path, name: str
) -> None:
    from imr_desk.export.formats import reader_for

    data = written(session, tmp_path, SHEETS, name).read_bytes()
    found = reader_for(data)(data)
    said = [line.text for line in found.unsealed]
    assert [block for block, counted in found.blocks if not counted] == ["B02", "B26", "B27"]
    assert said.count("This sheet is not part of the signed report. No signature covers it.") == 3
    assert found.lines == ()
    assert found.seal is None
    head = "\n".join(text for place, text in found.parts if place == "header")
    assert "SEPARATE SHEETS – not part of the signed report" in head


# ---- verifying
@pytest.mark.parametrize(
    ("chosen", "name", "draft"),
    [(TABLE, "t.docx", True), (ALONE, "a.docx", True), (ALONE, "a.pdf", False), (SHEETS, "s.docx", True),
     (SHEETS, "s.pdf", False), (TABLE, "t.docx", False)],
)  # fmt: skip
def test_extract_matches_the_review_and_says_that_nothing_is_signed(
    session: Session, tmp_path: Path, chosen: str, name: str, draft: bool
) -> None:
    path = written(session, tmp_path, chosen, name, draft=draft)
    verdict = verify(path, session)
    assert verdict.answer is Answer.MATCHES
    assert verdict.sentence.endswith("No signature covers it.")
    assert verify(path).answer is Answer.DIFFERS
    session.run(SetFields("entry", "CE-010", {"event": "Something else was read."}))
    session.run(SetFields("clearance", session.review.all("clearance")[0].id, {"reply": "Another reply."}))
    assert verify(path, session).answer is Answer.DIFFERS


@pytest.mark.parametrize(
    ("chosen", "part", "old", "new"),
    [
        (TABLE, "word/document.xml", "Adult 1, then 21,", "Adult 1, then 22,"),
        (TABLE, "word/document.xml", "End of chronology", "Beginning of chronology"),
        (TABLE, "word/header1.xml", "OFFICIAL-SENSITIVE", "OFFICIAL"),
        (ALONE, "word/document.xml", "Adult 1, then 21,", "Adult 1, then 22,"),
        (ALONE, "word/footer1.xml", "CPS IMR", "HO IMR"),
        (SHEETS, "word/document.xml", "Feedback to staff", "Feedback to posts"),
        (SHEETS, "word/document.xml", "No signature covers it", "A signature covers it"),
        (SHEETS, "word/header1.xml", "not part", "part"),
    ],
)
def test_extract_with_one_word_changed_differs(
    session: Session, tmp_path: Path, chosen: str, part: str, old: str, new: str
) -> None:
    path = written(session, tmp_path, chosen, "extract.docx")
    path.write_bytes(changed(path.read_bytes(), old, new, part))
    verdict = verify(path, session)
    assert verdict.answer is Answer.DIFFERS
    assert verdict.differences
