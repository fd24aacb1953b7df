"""What case systems and databases write by themselves, and what stands beside the chronology in their files."""

from __future__ import annotations

import io
import zipfile

import pytest
from intake_files import Sheet, WordTable, changed, document, given, read, workbook

from imr_desk.errors import BadInputError
from imr_desk.intake.headings import fits


def test_dump_of_a_database_is_read() -> None:
    text = (
        "EventID,EventDate,EventTime,EventText,CreatedBy,Outcome\n"
        "1,2013-05-04 00:00:00.000,10:15:00.0000000,Call from the school,user12,NULL\n"
        "2,2013-05-05 00:00:00.000,NULL,Visit,user12,Closed\n"
    )
    taken = read(text.encode())
    assert given(taken, "date", "time", "event", "people", "action") == [
        ("2013-05-04", "10:15", "Call from the school", "user12", ""),
        ("2013-05-05", "", "Visit", "user12", "Closed"),
    ]
    assert not taken.problems


def test_sheet_of_guidance_with_an_example_is_left_out_and_said() -> None:
    head = ["Date", "Source", "Event"]
    taken = read(
        workbook(
            Sheet("Guidance", [["How to fill it in"], head, ["01/01/2010", "A file", "What happened."]]),
            Sheet("Chronology", [head, ["4/5/13", "File 1", "Call."]]),
        )
    )
    assert given(taken, "event") == [("Call.",)]
    assert any("Guidance" in note for note in taken.notes)


def test_chronology_on_a_sheet_of_guidance_alone_is_read() -> None:
    taken = read(workbook(Sheet("Sample", [["Date", "Source", "Event"], ["4/5/13", "File 1", "Call."]])))
    assert given(taken, "event") == [("Call.",)]


def test_document_whose_main_part_has_a_number_is_read() -> None:
    data = document(WordTable([["Date", "Event"], ["4/5/13", "Call."]]))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name.replace("/document.xml", "/document2.xml"), content)
    numbered = changed(out.getvalue(), "_rels/.rels", "word/document.xml", "word/document2.xml")
    assert given(read(numbered), "event") == [("Call.",)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("1st – 3rd", "2013-06-01/2013-06-03"),
        ("4 & 9", "{2013-06-04,2013-06-09}"),
        ("late", "2013-06-21~/2013-06-30~"),
    ],
)
def test_days_under_a_month_are_read(words: str, date: str) -> None:
    rows = [["Date", "Event"], ["June 2013", ""], ["9th", "Call."], [words, "Visit."]]
    assert given(read(document(WordTable(rows, merges=[(1, 0, 1, 1)]))), "date")[-1] == (date,)


def test_stay_in_hospital_is_a_period_with_its_reason() -> None:
    rows = [["Admission date", "Discharge date", "Reason for admission"], ["4/5/13", "9/5/13", "Overdose."]]
    assert given(read(workbook(Sheet("PAS", rows))), "date", "event") == [("2013-05-04/2013-05-09", "Overdose.")]


@pytest.mark.parametrize("heading", ["EventDate", "DateOfContact", "ContactDate"])
def test_heading_of_words_run_together_is_told(heading: str) -> None:
    assert fits(heading)["date"] >= 10


def test_list_with_columns_kept_apart_by_blanks_is_read_where_its_headings_begin() -> None:
    file = (
        "POLICE   PRINT\n\n"
        "Date      Time   Details                           Officer\n"
        "========  =====  ================================  =======\n"
        "09/03/15  10:15  Caller states that her partner    PC 12\n"
        "                 left on foot, running.\n"
        "11/03/15         File closed.                      PS 3\n"
    )
    taken = read(file.encode())
    assert given(taken, "date", "time", "event", "people") == [
        ("2015-03-09", "10:15", "Caller states that her partner left on foot, running.", "PC 12"),
        ("2015-03-11", "", "File closed.", "PS 3"),
    ]
    assert [entry.origin.row for entry in taken.entries] == [5, 7]


def test_blanks_within_cells_of_another_list_do_not_cut_it() -> None:
    file = b"Date\t  Event  of  note\tSource\n09/03/2015\tCall.\tLog 1\n"
    assert given(read(file), "event", "source") == [("Call.", "Log 1")]


def test_records_in_json_are_read_under_their_names() -> None:
    file = (
        b'{"case": "A", "contacts": [{"date": "2015-03-09", "time": "10:15", "event": "Call.", '
        b'"staff": ["SW 1", "SW 2"], "venue": {"name": "Home"}}, {"date": "?", "event": "Half \\ud800.", "number": 1'
        + b"0" * 5000
        + b"}]}"
    )
    taken = read(file)
    assert given(taken, "date", "time", "event", "people")[0] == ("2015-03-09", "10:15", "Call.", "SW 1; SW 2")
    assert "venue.name: Home" in taken.entries[0].comment
    assert taken.entries[1].event == "Half \ufffd."
    assert (taken.entries[1].origin.sheet, taken.entries[1].origin.row) == ("contacts", 3)


def test_json_without_records_is_refused() -> None:
    with pytest.raises(BadInputError):
        read(b'{"date": "2015-03-09", "events": []}')


def test_table_of_enquiries_is_no_table_of_agencies() -> None:
    asked = WordTable([["When", "Why", "Police asked on", "Police reply"], ["April 2012", "lost", "18 Mar", "none"]])
    told = WordTable([["Date", "Event", "Source"], ["9/3/15", "Call.", "Log"]])
    assert given(read(document(asked, told)), "event") == [("Call.",)]
