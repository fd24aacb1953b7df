"""The chronology in each of its shapes and forms: what panels and their tools need, through the one gate."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import edtf
import pytest
from docx import Document
from factories import record, review
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from word_sample import chronology_rows, sample_report, with_rows

from imr_desk.errors import BadInputError, ExportError, NameFoundError
from imr_desk.export.csv_table import csv_lines
from imr_desk.export.extracts import build_table, choices
from imr_desk.export.json_table import read_json, write_json
from imr_desk.export.profiles import profiles
from imr_desk.export.report import Row, Table
from imr_desk.export.xlsx_table import read_xlsx, write_xlsx
from imr_desk.jobs.export import export
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.review.record import Values
from imr_desk.session import Session

TODAY = dt.date(2014, 12, 3)
SHAPES = tuple(profiles())


def row_of(shape: str, date: str, **values: object) -> dict[str, str]:
    made = record("entry", "CE-001", date=date, event="A call.", **values)
    report = build_table(
        review(record("review", "review", agency="cps"), made), draft=False, today=TODAY, profile=shape
    )
    (table,) = (part for part in report.blocks[0].parts if isinstance(part, Table))
    return dict(zip([column.heading for column in table.columns], table.rows[0].cells, strict=True))


# ---- what stands in a row
def test_merging_tools_get_start_end_source_first_and_one_date_in_a_cell() -> None:
    row = row_of("T7-merge", "between 3 and 7 August 2013", sources=(Values({"place": "CPS: case file, page 1"}),))
    assert list(row)[:6] == ["Event ref", "Start date", "Start time", "End date", "End time", "Source of information"]
    assert list(row.values())[:6] == ["CE-001", "03/08/2013", "", "07/08/2013", "", "case file, page 1"]
    assert row["Event or contact"] == "Date as known: between 3 and 7 August 2013. A call."


@pytest.mark.parametrize(
    ("date", "start", "time", "end_time"),
    [
        ("4 May 2013, 16:15", "04/05/2013", "16:15", ""),
        ("4 May 2013 between 2 and 3pm", "04/05/2013", "14:00", "15:00"),
        ("4 May 2013 about 4pm", "04/05/2013", "?16:00", ""),
        ("4 May 2013 before 4pm", "04/05/2013", "", "16:00"),
        ("?4 May 2013", "?04/05/2013", "", ""),
        ("about May 2013", "?May 2013", "", ""),
        ("date unknown", "", "", ""),
        ("4 and 9 May 2013", "04/05/2013", "", ""),
        ("4 or 9 May 2013", "?04/05/2013", "", ""),
        ("since 4 May 2013", "?04/05/2013", "", ""),
        ("since 2011", "?2011", "", ""),  # its first day was reckoned, and is not printed
        ("before 2012", "?2011", "", ""),
        ("until February 2012", "?Feb 2012", "", ""),
    ],
)
def test_doubt_is_a_question_mark_and_never_a_word_in_a_date_cell(
    date: str, start: str, time: str, end_time: str
) -> None:
    row = row_of("T7-merge", date)
    assert (row["Start date"], row["Start time"], row["End time"]) == (start, time, end_time)


def test_list_has_a_column_of_edtf_that_any_reader_of_edtf_takes() -> None:
    for date in (
        "c. July 2013",
        "4 May 2013 between 2 and 3pm",
        "4 May 2013 about 4pm",
        "c. summer 2012",
        "2013 or 2014",
    ):
        row = row_of("T7-edtf", date)
        assert list(row)[-2:] == ["Date (EDTF)", "Learned on (EDTF)"]
        assert edtf.parse_edtf(row["Date (EDTF)"])
    assert row_of("T7-edtf", "date unknown")["Date (EDTF)"] == "XXXX"


def test_all_fields_stand_under_fixed_names_with_the_words_as_recorded() -> None:
    row = row_of("T7-data", "c. July 2013", sequence=2, learned_on="2014-01-02", comment="Late.", knowledge="opinion")
    said = {
        name: row[name] for name in ("ref", "edtf", "date_as_recorded", "sequence", "learned_on", "comment", "event")
    }
    assert list(said.values()) == ["CE-001", "2013-07~", "c. July 2013", "2", "2014-01-02", "Late.", "A call."]


def test_all_fields_hold_people_of_other_agencies_and_the_words_of_the_authors_own_columns() -> None:
    own = (Values({"column": "c1", "words": "Read twice."}),)
    columns = tuple(Values({"cell": cell, "heading": said}) for cell, said in (("date", "When"), ("own:c1", "Ours")))
    entry = record("entry", "CE-001", date="4 May 2013", others=("PRO-01",), further=own)
    other, layout = record("professional", "PRO-01", code="Police Officer 3"), ("chronology_layout",) * 2
    held = review(record("review", "review", agency="cps"), entry, other, record(*layout, columns=columns))
    report = build_table(held, draft=False, today=TODAY, profile="T7-data")
    (table,) = (part for part in report.blocks[0].parts if isinstance(part, Table))
    row = dict(zip([column.heading for column in table.columns], table.rows[0].cells, strict=True))
    assert (row["people_of_other_agencies"], row["further_columns"]) == ("Police Officer 3", "Ours: Read twice.")


@pytest.mark.parametrize(
    "learned", ["c. July 2013", "between 3 and 7 August 2013", "4 May 2014, 16:15", "2013 or 2014"]
)
def test_when_it_was_learned_goes_out_as_edtf_with_the_words_as_recorded(learned: str) -> None:
    row = row_of("T7-data", "4 May 2013", learned_on=learned)
    assert edtf.parse_edtf(row["learned_on"])
    assert row_of("T7-edtf", "4 May 2013", learned_on=learned)["Learned on (EDTF)"] == row["learned_on"]
    assert row["learned_on_as_recorded"] == learned


# ---- the forms
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".csv", ".json"])
def test_each_shape_is_written_in_each_form_and_says_the_same(
    session: Session, tmp_path: Path, shape: str, ending: str
) -> None:
    path = export(session, tmp_path / f"out{ending}", draft=True, template=shape).path
    report = build_table(session.review, draft=True, today=session.clock().date(), profile=shape)
    (table,) = (part for part in report.blocks[0].parts if isinstance(part, Table))
    assert rows_in(path)[0] == [column.heading for column in table.columns]
    assert [row[0] for row in rows_in(path)[1:]] == [entry.id for entry in session.review.all("entry")]


def rows_in(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    if path.suffix == ".docx":
        (table,) = Document(str(path)).tables
        return [[cell.text for cell in row.cells] for row in table.rows]
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    if path.suffix == ".json":
        said = json.loads(data)
        return [said["columns"], *([entry[name] for name in said["columns"]] for entry in said["entries"])]
    return [
        [str(cell) for cell in row]
        for row in CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    ]


def test_usual_shape_follows_from_the_ending_of_the_name(session: Session, tmp_path: Path) -> None:
    heads = {
        ending: rows_in(export(session, tmp_path / f"usual{ending}", draft=True).path)[0]
        for ending in (".xlsx", ".csv", ".json")
    }
    assert heads[".xlsx"][0] == "Ref"
    assert heads[".csv"] == [*heads[".xlsx"], "Date (EDTF)", "Learned on (EDTF)"]
    assert heads[".json"][0] == "ref"


def test_spreadsheet_holds_whole_dates_as_dates_and_no_formula_macro_link_or_merged_cell(
    session: Session, tmp_path: Path
) -> None:
    session.run(SetFields("entry", "CE-010", {"event": "=1+1", "comment": "http://example.invalid"}))
    path = export(session, tmp_path / "out.xlsx", draft=True, template="T7-merge").path
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert not any(unwanted in sheet for unwanted in ("<f>", "mergeCell", "hyperlink"))
    assert not any("vba" in name or "external" in name for name in names)
    assert "2000-01-01" in core
    cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert any(isinstance(row[1], dt.date) for row in cells)
    assert any(row[1] != "" and str(row[1]).startswith("?") for row in cells[1:])


def test_same_review_gives_the_same_bytes(session: Session, tmp_path: Path) -> None:
    for ending in (".xlsx", ".csv", ".json"):
        one = export(session, tmp_path / f"one{ending}", draft=True).path.read_bytes()
        assert export(session, tmp_path / f"two{ending}", draft=True).path.read_bytes() == one


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".csv"])
def test_registered_name_stops_each_form_and_nothing_is_written(session: Session, tmp_path: Path, ending: str) -> None:
    staff = session.review.all("staff")[0].id
    session.run(SetFields("entry", "CE-010", {"event": "Osgood Plimsworthy rang."}))
    session.run(RegisterName(staff, "Osgood Plimsworthy"))
    if "Plimsworthy" not in session.review["CE-010"].text("event"):
        session.run(SetFields("entry", "CE-010", {"event": "osgood plimsworthy rang"}))
    with pytest.raises(NameFoundError):
        export(session, tmp_path / f"out{ending}", draft=True)
    assert not (tmp_path / f"out{ending}").exists()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=40))
def test_any_words_read_back_from_a_spreadsheet_and_from_json_as_they_were(words: str) -> None:
    first, *rest = chronology_rows(4)
    row = Row(("E01", f"{words}\nand “{words}”", *first.cells[2:]))
    report = with_rows(sample_report(), [row, *rest])
    assert read_json(write_json(report)).lines == tuple(csv_lines(report))
    assert read_xlsx(write_xlsx(report)).lines == tuple(csv_lines(report))


def test_columns_of_one_heading_each_keep_their_words_in_json(session: Session, tmp_path: Path) -> None:
    columns = (("ref", "Ref"), ("date", "When"), ("source", "Notes"), ("event", "Notes"), ("comment", "Notes (2)"))
    rows = tuple(Values({"cell": cell, "heading": said}) for cell, said in columns)
    session.run(SetFields("chronology_layout", "chronology_layout", {"columns": rows}))
    path = export(session, tmp_path / "out.json", draft=True, template="T7-table").path
    entry, written = session.review.all("entry")[0], json.loads(path.read_bytes())
    assert written["columns"][-3:] == ["Notes", "Notes (3)", "Notes (2)"]
    assert entry.text("event") in written["entries"][0]["Notes (3)"]
    assert verify(path, session).answer is Answer.MATCHES


def test_cell_that_no_spreadsheet_takes_is_refused_in_words() -> None:
    first, *rest = chronology_rows(4)
    report = with_rows(sample_report(), [Row(("E01", "x" * 40_000, *first.cells[2:])), *rest])
    with pytest.raises(ExportError, match="32,767"):
        write_xlsx(report)


@pytest.mark.parametrize("read", [read_xlsx, read_json])
def test_file_of_another_kind_is_refused(read: object) -> None:
    assert callable(read)
    for data in (b"", b"\xff\xfe\x00", b"PK\x03\x04rubbish", b"[1,2]", b'{"columns": ["a"], "entries": [{}]}'):
        with pytest.raises(BadInputError):
            read(data)


def test_every_shape_can_be_asked_for_by_its_name() -> None:
    assert set(SHAPES) == {"T7-table", "T7-merge", "T7-edtf", "T7-data"}
    assert set(SHAPES) <= set(choices())


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_list_matches_the_review_until_an_entry_changes(session: Session, tmp_path: Path, ending: str) -> None:
    path = export(session, tmp_path / f"out{ending}", draft=False).path
    assert verify(path, session).answer is Answer.MATCHES
    session.run(SetFields("entry", "CE-010", {"event": "Something else."}))
    verdict = verify(path, session)
    assert verdict.answer is Answer.DIFFERS
    assert verdict.differences[0].expected == "Something else."


@pytest.mark.parametrize("shape", ["T7-merge", "T7-data"])
def test_plain_table_in_any_shape_is_told_from_one_that_was_changed(
    session: Session, tmp_path: Path, shape: str
) -> None:
    path = export(session, tmp_path / "out.docx", draft=True, template=shape).path
    assert verify(path, session).answer is Answer.MATCHES
    session.run(SetFields("entry", "CE-010", {"event": "Something else."}))
    assert verify(path, session).answer is Answer.DIFFERS


@pytest.mark.parametrize(
    ("shape", "heading", "source"),
    [("T7-merge", "Source of information", "Case file, p. 3"), ("T7-data", "source", "REC-01, p. 3")],
)
def test_source_is_called_as_its_record_is_where_people_read_it(shape: str, heading: str, source: str) -> None:
    made = review(
        record("review", "review", agency="cps"),
        record("record", "REC-01", description="CPS: Case file"),
        record("entry", "CE-01", event="A call.", sources=(Values({"record": "REC-01", "place": "p. 3"}),)),
    )
    report = build_table(made, draft=False, today=TODAY, profile=shape)
    (table,) = (part for part in report.blocks[0].parts if isinstance(part, Table))
    at = [column.heading for column in table.columns].index(heading)
    assert table.rows[0].cells[at] == source
