"""Chronologies as hospitals, surgeries and health visitors send them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from intake_files import Sheet, WordTable, complained, document, given, opendocument, read, separated, workbook


def test_surgery_export_with_a_section_row_for_each_year() -> None:
    data = document(
        WordTable(
            [
                ["Date", "Source of Information", "Significant Contact", "Seen by", "Child seen?"],
                ["2013", "", "", "", ""],
                ["4 May", "GP record p3", "Chest infection. Mother tired.", "GP 1", "Yes"],
                ["Early June", "GP record p4", "DNA x 2", "Practice Nurse", "No"],
                ["2014", "", "", "", ""],
                ["14/02", "Letter from ED", "Attendance with bruise.", "GP 2", "N/K"],
                ["? 20 March", "Letter", "Referral lost", "", ""],
            ],
            merges=[(1, 0, 1, 4), (4, 0, 4, 4)],
        )
    )
    taken = read(data)
    assert given(taken, "date", "date_text", "people", "comment") == [
        ("2013-05-04", "4 May", "GP 1", "Child seen?: Yes"),
        ("2013-06-01~/2013-06-10~", "Early June", "Practice Nurse", "Child seen?: No"),
        ("2014-02-14", "14/02", "GP 2", "Child seen?: N/K"),
        ("2014-03-20?", "? 20 March", "", ""),
    ]
    assert not taken.problems


def test_open_document_of_a_health_visitor_with_dates_and_line_ends() -> None:
    rows = [
        ["Health visiting chronology", "", ""],
        ["", "", ""],
        ["When", "Contact", "Outcome"],
        [dt.date(2012, 11, 30), "Birth visit.\nHome warm and clean.", "Universal plus"],
        ["Dec 2012", "Not brought to clinic", "Letter sent"],
        ["winter 2012", "Seen in town by a colleague", ""],
    ]
    taken = read(opendocument(Sheet("HV", rows)))
    assert given(taken, "date", "event", "action") == [
        ("2012-11-30", "Birth visit.\nHome warm and clean.", "Universal plus"),
        ("2012-12", "Not brought to clinic", "Letter sent"),
        ("2012-24", "Seen in town by a colleague", ""),
    ]
    assert [each.origin.row for each in taken.entries] == [4, 5, 6]


def test_emergency_department_list_between_tabs_in_utf_16() -> None:
    rows = [
        ["Attendance date", "Arrival time", "Presenting complaint", "Clinician", "Diagnosis", "Disposal"],
        ["2013-05-04 16:15:00", "16:15", "Fall from bed", "ED Doctor 1", "Bruise", "Home"],
        ["2013-05-09", "00:05", "Vomiting", "ED Doctor 2", "Viral", "Admitted"],
    ]
    taken = read(separated(rows, "\t", "utf-16"))
    assert given(taken) == [
        ("2013-05-04", "16:15", "", "Fall from bed", "ED Doctor 1", "Home", "Diagnosis: Bruise"),
        ("2013-05-09", "00:05", "", "Vomiting", "ED Doctor 2", "Admitted", "Diagnosis: Viral"),
    ]


def test_merged_dates_and_sources_hold_for_every_row_beside_them() -> None:
    rows = [
        ["Date", "Source", "Event", "Comments"],
        [dt.date(2013, 5, 4), "Midwifery notes", "Booking appointment.", ""],
        ["", "", "Smoking advice given.", "Late booker"],
        ["", "", "Referred to the perinatal team.", ""],
        [dt.date(2013, 6, 1), "Midwifery notes", "Scan.", ""],
    ]
    taken = read(workbook(Sheet("Maternity", rows, merges=[(1, 0, 3, 0), (1, 1, 3, 1)])))
    assert given(taken, "date", "source", "event") == [
        ("2013-05-04", "Midwifery notes", "Booking appointment."),
        ("2013-05-04", "Midwifery notes", "Smoking advice given."),
        ("2013-05-04", "Midwifery notes", "Referred to the perinatal team."),
        ("2013-06-01", "Midwifery notes", "Scan."),
    ]
    assert not taken.problems


def test_merged_dates_in_word_hold_as_well_and_words_in_a_table_inside_are_kept() -> None:
    import docx

    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    for at, row in enumerate(
        [
            ["Date of contact", "Details of contact", "Response"],
            ["04.05.13", "Seen in clinic", "None"],
            ["", "Weighed", ""],
        ]
    ):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Weight", "9.1 kg"
    table.cell(1, 0).merge(table.cell(2, 0))
    import io

    out = io.BytesIO()
    made.save(out)
    taken = read(out.getvalue())
    assert given(taken, "date", "event", "action") == [
        ("2013-05-04", "Seen in clinic\nWeight\t9.1 kg", "None"),
        ("2013-05-04", "Weighed", ""),
    ]


def test_ditto_marks_repeat_the_cell_above() -> None:
    rows = [
        ["Date", "Time", "Source", "Event"],
        ["4/5/13", "0900", "Ward notes", "Admitted."],
        ['"', "1030", '"', "Seen by consultant."],
        ["ditto", "", "Ditto", "Social worker informed."],
        ["as above", "", "as above", "As above, by telephone."],
        ["5/5/13", "", "Discharge letter", "Home."],
    ]
    taken = read(separated(rows))
    assert given(taken, "date", "time", "source", "event") == [
        ("2013-05-04", "09:00", "Ward notes", "Admitted."),
        ("2013-05-04", "10:30", "Ward notes", "Seen by consultant."),
        ("2013-05-04", "", "Ward notes", "Social worker informed."),
        ("2013-05-04", "", "Ward notes", "As above, by telephone."),
        ("2013-05-05", "", "Discharge letter", "Home."),
    ]


def test_words_that_go_on_over_the_turn_of_a_page_belong_to_the_row_before() -> None:
    rows = [
        ["Date", "Source", "Event"],
        ["04/05/2013", "RiO", "Mother said that she"],
        ["", "", "could not manage any longer."],
        ["Date", "Source", "Event"],
        ["06/05/2013", "RiO", "Crisis team rang."],
    ]
    taken = read(document(WordTable(rows)))
    assert given(taken, "date", "event") == [
        ("2013-05-04", "Mother said that she\ncould not manage any longer."),
        ("2013-05-06", "Crisis team rang."),
    ]
    assert not complained(taken)


def test_rows_without_a_date_take_that_above_where_many_do_and_it_is_said() -> None:
    rows = [
        ["Date", "Agency", "Event"],
        ["4 May 2013", "Ward", "Admitted."],
        ["", "Ward", "Examined."],
        ["", "Ward", "Photographs taken."],
        ["7 May 2013", "Ward", "Discharged."],
    ]
    taken = read(separated(rows))
    assert [row[0] for row in given(taken, "date")] == ["2013-05-04"] * 3 + ["2013-05-07"]
    assert any("2 rows have no date of their own" in note for note in taken.notes)


def test_one_row_without_a_date_among_many_stands_undated_and_is_listed() -> None:
    rows = [["Date", "Agency", "Event"]] + [[f"{day} May 2013", "Ward", f"Round {day}."] for day in range(1, 12)]
    rows.insert(6, ["", "Ward", "Somebody rang."])
    taken = read(separated(rows))
    assert given(taken, "date", "event")[5] == ("", "Somebody rang.")
    assert complained(taken) == [7]


def test_workbook_of_excel_97_with_real_days_merged_cells_and_a_year_as_a_number() -> None:
    """The file was made by another library than the one that reads it."""
    taken = read((Path(__file__).parent / "excel_97.xls").read_bytes())
    assert given(taken, "date", "time", "source", "event") == [
        ("2013-05-04", "16:15", "GP record", "Mother attended."),
        ("2013-05-04", "", "GP record", "Health visitor told."),
        ("2013-06-01", "09:30", "Letter — £20", "Café visit ‘late’"),
        ("", "", "", "Bad."),
        ("2014-03-03", "", "", "After the year."),
        ("2014-04-01", "", "", "Error beside."),
    ]
    assert complained(taken) == [6]


def test_notes_hung_on_cells_stand_in_the_comment() -> None:
    import io

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Notes & more")
    for at, row in enumerate([["Date", "Event"], ["4/5/13", "Visit."], ["5/5/13", "Call."]]):
        sheet.write_row(at, 0, row)
    sheet.write_comment(1, 1, "Not seen & not heard", {"author": ""})
    book.close()
    assert given(read(out.getvalue()), "event", "comment") == [
        ("Visit.", "Note on Event: Not seen & not heard"),
        ("Call.", ""),
    ]


def test_mark_of_quotation_that_is_not_closed_swallows_no_rows() -> None:
    data = b'Date,Event,Source\n4/5/13,"Seen at home,GP\n5/5/13,Seen in clinic,GP\n6/5/13,Not seen,GP\n'
    taken = read(data)
    assert given(taken, "date", "event") == [
        ("2013-05-04", '"Seen at home'),
        ("2013-05-05", "Seen in clinic"),
        ("2013-05-06", "Not seen"),
    ]
    assert "not closed" in taken.notes[0]


def test_list_that_ends_within_a_cell_is_said_to_be_cut_short() -> None:
    taken = read(b'Date,Event\n4/5/13,"Seen at home, and\nthen"\n5/5/13,"Seen in cl')
    assert given(taken, "event") == [("Seen at home, and\nthen",), ("Seen in cl",)]
    assert "cut short" in taken.notes[0]
