"""Chronologies of the CPS and the Home Office, of boards and of Chronolator, and what is pasted."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from intake_files import Sheet, WordTable, complained, document, given, read, separated, workbook

from imr_desk.errors import BadInputError
from imr_desk.intake.reading import read_pasted
from imr_desk.intake.take import take_book
from imr_desk.intake.taken import Origin


def test_column_set_of_the_cps() -> None:
    rows = [
        ["Ref", "Date", "Time", "Source (file and page)", "Case (code)", "Concerns (victim, defendant, child, other)",
         "Event or contact", "Decision and by whom (job title)", "Basis (evidence, public interest, policy)",
         "Action and outcome", "Expected practice met?", "Comment"],
        ["CE-001", "04/05/2013", "10:00", "CMS, p 3", "Case A", "Victim", "Advice file received.",
         "Charge: Crown Prosecutor 1", "Evidence", "Charged", "Met", "Prompt"],
    ]  # fmt: skip
    taken = read(workbook(Sheet("Chronology", rows)))
    assert given(taken) == [
        (
            "2013-05-04",
            "10:00",
            "CMS, p 3",
            "Advice file received.",
            "Victim",
            "Charged",
            "Prompt\nRef: CE-001\nCase (code): Case A\nDecision and by whom (job title): Charge: Crown Prosecutor 1\n"
            "Basis (evidence, public interest, policy): Evidence\nExpected practice met?: Met",
        )
    ]


def test_column_set_of_the_home_office() -> None:
    rows = [
        ["Date", "Time", "Source (system or file)", "Event or contact", "Staff (job title)",
         "Child considered (section 55)?", "Decision", "Action and outcome"],
        ["12 March 2014", "", "CID notes", "Removal directions set.", "Chief Immigration Officer 1", "Not recorded",
         "Remove", "Deferred"],
    ]  # fmt: skip
    taken = read(document(WordTable(rows)))
    assert given(taken) == [
        (
            "2014-03-12",
            "",
            "CID notes",
            "Removal directions set.",
            "Chief Immigration Officer 1",
            "Deferred",
            "Child considered (section 55)?: Not recorded\nDecision: Remove",
        )
    ]


def test_case_system_that_saves_html_under_the_name_of_a_workbook() -> None:
    page = """<html><head><meta charset="windows-1252"><title>Report</title></head><body>
    <h2>CID case notes 2014</h2>
    <table border=1><tr><th>Date</th><th>User</th><th>Note</th></tr>
    <tr><td rowspan=2>12/03/2014</td><td>Officer 1</td><td>Called.<br>No reply.</td></tr>
    <tr><td>Officer 2</td><td>&pound;50 fee refunded &amp; noted</td></tr></table></body></html>"""
    taken = read(page.encode("cp1252"), "notes.xls")
    assert given(taken, "date", "event") == [
        ("2014-03-12", "Called.\nNo reply."),
        ("2014-03-12", "£50 fee refunded & noted"),
    ]


def test_plain_table_of_chronolator_with_unsure_dates_and_odd_signs() -> None:
    rows = [
        ["Event Ref", "Start Date", "Start Time", "End Date", "Source of Information", "Event", "Comments"],
        ["1", "22.05.16", "10.00", "", "GP", "Call.", ""],
        ["2", "?22-may-16", "", "", "GP", "Letter.", ""],
        ["3", "22.05/16", "", "24/05/16", "School", "Absent.", "See 2"],
    ]
    taken = read(document(WordTable(rows)))
    assert given(taken, "date", "time", "comment") == [
        ("2016-05-22", "10:00", "Event Ref: 1"),
        ("2016-05-22?", "", "Event Ref: 2"),
        ("2016-05-22/2016-05-24", "", "See 2\nEvent Ref: 3"),
    ]


def test_significant_events_with_periods() -> None:
    rows = [
        ["Date or period", "Significant event", "Source", "Impact (positive or negative)",
         "Action taken to lessen adverse impact"],
        ["2011", "Family moved.", "Housing file", "Negative", "None"],
        ["between 3 and 7 August 2013", "Holiday with father.", "School", "Positive", ""],
        ["before 1 March 2014", "Sibling born.", "GP", "Negative", "Visits doubled"],
        ["2013 or 2014", "Father left.", "Mother", "", ""],
    ]  # fmt: skip
    taken = read(document(WordTable(rows)))
    assert given(taken, "date", "action", "comment") == [
        ("2011", "None", "Impact (positive or negative): Negative"),
        ("2013-08-03/2013-08-07", "", "Impact (positive or negative): Positive"),
        ("../2014-02-28", "Visits doubled", "Impact (positive or negative): Negative"),
        ("[2013,2014]", "", ""),
    ]


def test_merged_chronology_of_a_board_names_the_agency_beside_the_source() -> None:
    rows = [
        ["Date", "Agency", "Source", "Event", "Response/Outcome", "Wishes and feelings"],
        [dt.date(2013, 5, 4), "Police", "Log 3", "Call.", "Attended", "Said he was scared"],
        [dt.date(2013, 5, 4), "Health", "ED notes", "Attendance.", "Home", ""],
    ]
    taken = read(workbook(Sheet("Merged", rows)))
    assert given(taken) == [
        ("2013-05-04", "", "Log 3", "Call.", "", "Attended", "Agency: Police\nWishes and feelings: Said he was scared"),
        ("2013-05-04", "", "ED notes", "Attendance.", "", "Home", "Agency: Health"),
    ]


def test_section_with_month_and_year_completes_days() -> None:
    rows = [
        ["Date", "Time", "What happened", "Who"],
        ["March 2014"],
        ["4th", "9 am", "Bail hearing.", "Crown Prosecutor 1"],
        ["Tues 11", "", "Review.", "Crown Prosecutor 2"],
        ["April"],
        ["2", "", "Trial.", ""],
    ]
    taken = read(workbook(Sheet("S", rows)))
    assert given(taken, "date", "time") == [("2014-03-04", "09:00"), ("2014-03-11", ""), ("2014-04-02", "")]


def test_what_excel_puts_on_the_clipboard_as_text() -> None:
    text = (
        'Date\tEvent\tSource\r\n04/05/2013\t"Two lines\nin one cell, ""quoted"""\tCMS\r\n05/05/2013\tHearing\tCMS\r\n'
    )
    taken = take_book(read_pasted(text), "paste")
    assert given(taken, "date", "event", "source") == [
        ("2013-05-04", 'Two lines\nin one cell, "quoted"', "CMS"),
        ("2013-05-05", "Hearing", "CMS"),
    ]


def test_what_word_puts_on_the_clipboard_as_html() -> None:
    page = (
        "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><!--StartFragment-->"
        "<p class=MsoNormal>2013</p><table class=MsoTableGrid><tr><td><p>Date</p></td><td><p>Event</p></td></tr>"
        "<tr><td><p>4 May</p></td><td><p>First<o:p></o:p></p><p>Second</p></td></tr></table>"
        "<!--EndFragment--></body></html>"
    )
    taken = take_book(read_pasted("ignored", page), "paste")
    assert given(taken, "date", "event") == [("2013-05-04", "First\nSecond")]


def test_date_without_a_year_takes_it_from_above_and_is_listed() -> None:
    rows = [
        ["Date", "Event", "Source"],
        ["28 December 2013", "Arrest.", "CMS"],
        ["4 January", "First appearance.", "CMS"],
        ["sometime in spring", "Plea hearing.", "CMS"],
    ]
    taken = read(separated(rows))
    assert given(taken, "date", "date_text") == [
        ("2013-12-28", "28 December 2013"),
        ("2014-01-04", "4 January"),
        ("", "sometime in spring"),
    ]
    assert complained(taken) == [3, 4]


def test_same_event_twice_is_shown_and_both_are_kept() -> None:
    rows = [
        ["Date", "Event", "Source"],
        ["4/5/13", "Hearing at the magistrates’ court adjourned.", "CMS"],
        ["04.05.2013", "Hearing at the Magistrates’ Court adjourned", "Diary"],
        ["4/5/13", "Hearing at the magistrates’ court was adjourned again today.", "CMS"],
    ]
    taken = read(separated(rows))
    assert len(taken.entries) == 3
    first = taken.duplicates[0]
    assert (first.origin, first.other, first.same) == (Origin("", 3), Origin("", 2), False)  # from another source
    assert first.beside == "CMS"


def test_page_goes_with_the_source() -> None:
    taken = read(separated([["Date", "Source", "Page", "Event"], ["4/5/13", "Paper file 3", "12", "Letter."]]))
    assert given(taken, "source") == [("Paper file 3, Page 12",)]


def test_form_for_each_event_is_turned_round_and_rows_say_where_they_stood() -> None:
    def form(date: str, event: str) -> WordTable:
        return WordTable(
            [
                ["Date:", date],
                ["Time", "10:00"],
                ["Source", "CMS"],
                ["Event", event],
                ["Action taken", "None"],
                ["Area", "X"],
            ]
        )

    taken = read(document(form("4/5/13", "Call."), form("6/5/13", "Visit.")))
    assert given(taken) == [
        ("2013-05-04", "10:00", "CMS", "Call.", "", "None", "Area: X"),
        ("2013-05-06", "10:00", "CMS", "Visit.", "", "None", "Area: X"),
    ]
    assert [each.origin for each in taken.entries] == [Origin("Table 1", 1), Origin("Table 2", 1)]


def test_month_in_the_name_of_the_sheet_completes_days() -> None:
    data = workbook(
        Sheet("Jan 2013", [["Date", "Event"], ["4", "First."], ["Wed 9", "Second."]]),
        Sheet("Feb 2013", [["Date", "Event"], ["14th", "Third."]]),
    )
    assert given(read(data), "date") == [("2013-01-04",), ("2013-01-09",), ("2013-02-14",)]


def test_dates_of_birth_are_no_dates_of_events() -> None:
    with pytest.raises(BadInputError, match="No column of dates"):
        read(document(WordTable([["Name", "DOB"], ["Child A", "1/2/03"]])))


def test_headings_in_no_list_are_read_once_the_author_names_them() -> None:
    rows = [
        ["Datum", "Wer", "Vorfall", "Akte"],
        ["04.05.2013", "PC 1", "Anruf.", "A1"],
        ["05.05.2013", "PC 2", "Besuch.", "A2"],
    ]
    taken = read(separated(rows), date="Datum", event="Vorfall", source="Akte")
    assert given(taken, "date", "event", "source", "comment") == [
        ("2013-05-04", "Anruf.", "A1", "Wer: PC 1"),
        ("2013-05-05", "Besuch.", "A2", "Wer: PC 2"),
    ]


def test_columns_can_be_named_by_their_letters_and_a_field_can_be_left_empty() -> None:
    rows = [["Date", "Event", "Staff", "Summary"], ["4/5/13", "Short.", "PC 1", "Long."]]
    taken = read(separated(rows), event="D", people="")
    assert given(taken, "event", "people", "comment") == [("Long.", "", "Event: Short.\nStaff: PC 1")]


def test_table_that_stands_in_a_frame_is_found() -> None:
    page = (
        "<html><body><table width=100%><tr><td>Menu</td><td><h2>2014</h2><table><tr><th>Date<th>Event<th>User</tr>"
        "<tr><td>12 March<td>Called.<td>Officer 1</tr></table></td></tr></table></body></html>"
    )
    assert given(read(page.encode()), "date", "event") == [("2014-03-12", "Called.")]
    made = docx.Document()
    inner = made.add_table(rows=1, cols=1).cell(0, 0).add_table(rows=2, cols=3)
    for at, row in enumerate([["Date", "Event", "Source"], ["4/5/13", "Hearing.", "CMS"]]):
        for column, words in enumerate(row):
            inner.cell(at, column).text = words
    out = io.BytesIO()
    made.save(out)
    assert given(read(out.getvalue()), "date", "event", "source") == [("2013-05-04", "Hearing.", "CMS")]


def test_date_of_the_event_goes_before_that_of_the_entry_and_short_headings_are_known() -> None:
    rows = [["Entry Date", "Event Date", "Event"], ["6/5/13", "4/5/13", "Call."]]
    assert given(read(separated(rows)), "date", "comment") == [("2013-05-04", "Entry Date: 6/5/13")]
    rows = [["Entry date", "Note"], ["6/5/13", "Call."]]
    assert given(read(separated(rows)), "date", "event") == [("2013-05-06", "Call.")]
    rows = [["EVENT_DT", "EVENT_DESC", "SRC", "STAFF_ROLE"], ["04/05/2013", "Call.", "CMS", "CP 1"]]
    assert given(read(separated(rows)), "date", "event", "source", "people") == [("2013-05-04", "Call.", "CMS", "CP 1")]
