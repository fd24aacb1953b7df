"""Where headings alone do not tell what a column holds, what stands under them and over the table does."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from docx.oxml import parse_xml
from intake_files import Sheet, WordTable, complained, document, given, opendocument, read, separated, workbook

DAY = dt.date(2015, 3, 9)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_day_over_each_table_dates_its_rows() -> None:
    head = ["Time", "What happened", "Who", "What we did"]
    file = document(
        WordTable([head, ["8.50am", "Late.", "Tutor", "Coat given."]], above=["Monday 9 March 2015"]),
        WordTable([head, ["9.15am", "Absent.", "Office", ""]], above=["Wednesday 11 March 2015"]),
    )
    assert given(read(file), "date", "time", "event") == [
        ("2015-03-09", "08:50", "Late."),
        ("2015-03-11", "09:15", "Absent."),
    ]


def test_day_on_top_of_a_sheet_and_in_its_name_dates_its_rows() -> None:
    rows = [["Time", "Event"], ["09:00", "Call."]]
    file = workbook(Sheet("Log", [["Date:", DAY], ["Time", "Event", "Who"], ["09:00", "Call.", "PC 1"]]))
    assert given(read(file), "date", "event") == [("2015-03-09", "Call.")]
    named = workbook(Sheet("10 March 2015", [[*rows[0], "Who"], [*rows[1], "PC 1"]]))
    assert given(read(named), "date", "event") == [("2015-03-10", "Call.")]


def test_table_in_a_text_box_is_read_once() -> None:
    made = docx.Document()
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:tc>" for each in row) + "</w:tr>"
        for row in (("Date", "Event"), ("9 March 2015", "In a box."))
    )
    box = f"<w:txbxContent><w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl><w:p/></w:txbxContent>"
    made.add_paragraph("Chronology")._p.append(
        parse_xml(
            f'<w:r {_WORD} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    out = io.BytesIO()
    made.save(out)
    assert given(read(out.getvalue()), "date", "event") == [("2015-03-09", "In a box.")]


def test_headings_in_two_storeys_are_told_by_the_lower_one() -> None:
    rows = [
        ["When", "", "Where recorded", "Consultation", ""],
        ["Date", "Time", "", "Notes", "Plan"],
        ["9 Mar 2015", "09:10", "SystmOne", "Low mood.", "Review."],
    ]
    taken = read(workbook(Sheet("A", rows, merges=[(0, 0, 0, 1), (0, 3, 0, 4)])))
    assert given(taken) == [("2015-03-09", "09:10", "SystmOne", "Low mood.", "", "Review.", "")]


def test_headings_of_which_none_is_known_head_their_columns_all_the_same() -> None:
    rows = [["Call received", "Ringer", "Gist", "Dealt with"], ["9 March 2015", "School", "Child was cold.", "At once"]]
    rows.append(["10 March 2015", "School", "Child was late.", "At once"])
    entry = read(separated(rows)).entries[0]
    assert (entry.date, entry.event, entry.comment) == (
        "2015-03-09",
        "Child was cold.",
        "Ringer: School\nDealt with: At once",
    )


def test_column_that_only_names_kinds_of_contact_gives_way_to_the_notes() -> None:
    rows = [["Contact", "Date", "Notes"], ["Phone", "9/3/15", "Call taken."], ["Home visit", "10/3/15", "Seen."]]
    assert given(read(separated(rows)), "event", "comment") == [
        ("Call taken.", "Contact: Phone"),
        ("Seen.", "Contact: Home visit"),
    ]


def test_column_of_dates_holds_no_events() -> None:
    rows = [["Client", "Incident logged", "Date", "Notes"], ["V1", "10/03/2015", "09/03/15", "Call taken."]]
    assert given(read(separated(rows)), "date", "event") == [("2015-03-09", "Call taken.")]


def test_date_closed_ends_only_what_was_opened() -> None:
    row = ["09/03/2015", "Came in cold.", "12/03/2015"]
    concern = read(separated([["Date of concern", "Details", "Date closed"], row]))
    assert (concern.entries[0].date, concern.entries[0].comment) == ("2015-03-09", "Date closed: 12/03/2015")
    episode = read(separated([["Date opened", "Details", "Date closed"], row]))
    assert episode.entries[0].date == "2015-03-09/2015-03-12"


def test_year_beside_days_and_months_dates_the_rows() -> None:
    file = opendocument(Sheet("Diary", [["Year", "Day/Month", "Entry", "By"], [2015, "9 Mar", "Arrears.", "HO 2"]]))
    assert given(read(file), "date", "event", "people") == [("2015-03-09", "Arrears.", "HO 2")]


def test_row_with_neither_date_nor_what_every_row_has_tells_more_of_that_day() -> None:
    rows = [
        ["No", "Date", "Author", "Text"],
        ["1", "09/03/2015", "PS 1", "Report."],
        ["2", "09/03/2015", "PC 2", "Attended."],
        ["", "", "", "House to house: no witnesses."],
        ["3", "10/03/2015", "PS 1", "Closed."],
    ]
    taken = read(separated(rows))
    assert [entry.date for entry in taken.entries] == ["2015-03-09", "2015-03-09", "2015-03-09", "2015-03-10"]
    assert complained(taken) == [4]


def test_hidden_sheet_with_a_chronology_is_listed_with_its_rows() -> None:
    head = ["Date", "Event", "Source"]
    file = workbook(
        Sheet("Log", [head, [DAY, "Call.", "Log 1"]]), Sheet("Old", [head, [DAY, "Draft.", "Log 2"]], hidden=True)
    )
    taken = read(file)
    assert [entry.event for entry in taken.entries] == ["Call."]
    assert [(each.origin.sheet, each.stored) for each in taken.problems] == [("Old", False)]
    assert "rows 2 to 2" in taken.problems[0].reason


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        ("source", "Record held in"),
        ("source", "How do we know?"),
        ("people", "Visited by"),
        ("people", "Call handler"),
        ("action", "What was agreed"),
        ("action", "Treatment/advice"),
    ],
)
def test_heading_of_a_service_is_told(field: str, heading: str) -> None:
    taken = read(separated([["Date", "Event", heading], ["9 March 2015", "Call.", "Words"]]))
    assert getattr(taken.entries[0], field) == "Words"


def test_heading_that_puts_the_month_first_is_followed_and_pointed_out() -> None:
    rows = [["Date (MM/DD/YYYY)", "Event"], ["03/09/2015", "Call."], ["03/25/2015 10:15", "Visit."]]
    taken = read(separated(rows))
    assert given(taken, "date", "time", "date_text") == [
        ("2015-03-09", "", "03/09/2015"),
        ("2015-03-25", "10:15", "03/25/2015 10:15"),
    ]
    assert complained(taken) == [2, 3]


def test_half_of_the_day_in_a_column_of_its_own_goes_with_the_time() -> None:
    rows = [["Date", "Time", "am/pm", "Event"], ["9/3/15", "3.30", "pm", "A"], ["9/3/15", "12.10", "am", "B"]]
    assert given(read(separated(rows)), "time") == [("15:30",), ("00:10",)]


def test_column_of_times_under_an_unknown_heading_is_that_of_the_times() -> None:
    rows = [["Date", "Call connect", "Duration", "Event"], [DAY, dt.time(22, 15), dt.time(0, 5), "Fall."]]
    assert given(read(workbook(Sheet("A", rows))), "time", "comment") == [("22:15", "Duration: 00:05")]


def test_time_of_a_database_after_its_day_zero_is_read() -> None:
    rows = [["Record date", "Record time", "Subject", "Body", "Author"]]
    rows.append(["2015-03-09 00:00:00", "1899-12-30 10:15:00", "Call", "School rang.", "SW 1"])
    assert given(read(separated(rows)), "date", "time", "event", "people") == [
        ("2015-03-09", "10:15", "School rang.", "SW 1")
    ]


def test_year_on_top_of_a_sheet_dates_its_rows() -> None:
    rows = [
        ["Academic year 2014/15"],
        ["Date", "Concern", "By"],
        ["12 Sept", "Tired.", "TA"],
        ["3 Feb", "Hungry.", "TA"],
    ]
    assert [each.date for each in read(workbook(Sheet("C1", rows))).entries] == ["2014-09-12", "2015-02-03"]
    printed = [["Printed March 2016"], ["Date", "Concern", "By"], ["12 Sept", "Tired.", "TA"]]
    assert [each.date for each in read(workbook(Sheet("C1", printed))).entries] == [""]


def test_line_drawn_under_headings_is_no_row() -> None:
    taken = read(b"| Date | Event | Source |\n|------|:------|--------|\n| 9/3/15 | Call | Log |\n")
    assert given(taken, "date", "event") == [("2015-03-09", "Call")]
    assert not taken.problems


def test_sentence_with_dates_across_the_table_is_listed_and_no_date() -> None:
    rows = [
        ["Date", "Event"],
        ["9/3/15", "Call."],
        ["Nil contact between 17/03/2015 and 20/04/2015", ""],
        ["1/5/15", "A."],
    ]
    taken = read(document(WordTable(rows, merges=[(2, 0, 2, 1)])))
    assert [each.event for each in taken.entries] == ["Call.", "A."]
    assert complained(taken) == [3]


def test_month_after_which_a_sheet_is_named_dates_its_rows() -> None:
    head = ["Day", "Event", "Officer"]
    file = workbook(Sheet("Mar-15", [head, ["9", "Call.", "PC 1"]]), Sheet("Apr-15", [head, ["2nd", "Visit.", "PC 1"]]))
    assert [each.date for each in read(file).entries] == ["2015-03-09", "2015-04-02"]


def test_month_over_a_table_is_one_of_the_year_over_it_or_further_up() -> None:
    head = ["Date", "Event"]
    file = document(
        WordTable([head, ["5th", "A."]], above=["2014", "January"]),
        WordTable([head, ["2nd", "B."]], above=["March"]),
        WordTable([head, ["6 June", "C."]], above=["2015"]),
    )
    assert [each.date for each in read(file).entries] == ["2014-01-05", "2014-03-02", "2015-06-06"]


def test_headings_in_two_storeys_of_a_page_are_read_together() -> None:
    page = (
        b"<table><tr><th rowspan=2>Date<th colspan=2>Contact<th rowspan=2>Staff</tr><tr><th>Type<th>Details</tr>"
        b"<tr><td>9/3/15<td>Phone<td>Call made<td>SW<tr></table>"
    )
    assert given(read(page), "event", "people", "comment") == [("Call made", "SW", "Contact Type: Phone")]


def test_column_in_which_nothing_stands_leaves_its_field_to_another() -> None:
    head = ["Event Date", "Originator", "Originator Role", "Note Text"]
    rows = [head, ["05/02/2014", "", "Care Coordinator", "No answer."], ["06/02/2014", "", "Nurse", "Seen."]]
    assert given(read(separated(rows)), "people", "event") == [("Care Coordinator", "No answer."), ("Nurse", "Seen.")]


def test_notes_beside_a_type_of_contact_are_what_happened() -> None:
    rows = [["Date", "Contact Type", "Notes", "Outcome"], ["2/4/14", "Office visit", "Came. Denied drinking.", "Kept"]]
    assert given(read(separated(rows)), "event", "comment") == [
        ("Came. Denied drinking.", "Contact Type: Office visit"),
    ]
    short = [["Date", "Event Type", "Author comment"], ["2/4/14", "Referral", "Should have been sooner."]]
    assert given(read(separated(short)), "event", "comment") == [("Referral", "Should have been sooner.")]


def test_headings_that_go_on_in_the_row_below_are_put_together() -> None:
    rows: list[list[object]] = [["Date of", "Time of", "Source of", "Details of", "Action"]]
    rows += [["event", "event", "information", "event", "taken"], [DAY, "08:30", "EPR", "Burn to hand.", "Dressed"]]
    rows += [[DAY, "", "EPR", "Clinic.", "Review"]]
    taken = read(workbook(Sheet("A", rows)))
    assert given(taken) == [
        ("2015-03-09", "08:30", "EPR", "Burn to hand.", "", "Dressed", ""),
        ("2015-03-09", "", "EPR", "Clinic.", "", "Review", ""),
    ]
    small = [["Date", "Event", "Source"], ["unclear", "call", "log"], ["9/3/15", "visit", "log"]]
    assert given(read(separated(small)), "event") == [("call",), ("visit",)]


def test_days_in_rows_of_their_own_over_a_table_without_a_column_of_dates_date_its_rows() -> None:
    rows = [["Time", "Event", "Officer"], ["Monday 9 March 2015"], ["2210", "Call.", "PC"], ["10/03/2015"]]
    rows += [["0010", "Arrest.", "PS"]]
    assert given(read(workbook(Sheet("Log", rows))), "date", "time", "event") == [
        ("2015-03-09", "22:10", "Call."),
        ("2015-03-10", "00:10", "Arrest."),
    ]


def test_staff_go_before_the_person_concerned() -> None:
    rows = [["Date", "Person concerned", "Professional", "Event"], ["9/3/15", "Child A", "Nurse", "Weighed."]]
    entry = read(separated(rows)).entries[0]
    assert (entry.people, entry.comment) == ("Nurse", "Person concerned: Child A")
    alone = [["Date", "Person", "Event"], ["9/3/15", "Mother", "Seen."]]
    assert given(read(separated(alone)), "people") == [("Mother",)]


@pytest.mark.parametrize(
    "written",
    [
        '{"Date":"9/3/15","Event":"Call."}\n{"Date":"10/3/15","Event":"Visit."}\n',
        '[["Date","Event"],["9/3/15","Call."],["10/3/15","Visit."]]',
        '{"1":{"date":"9/3/15","event":"Call."},"2":{"date":"10/3/15","event":"Visit."}}',
    ],
)
def test_records_in_json_are_read_however_they_are_listed(written: str) -> None:
    assert given(read(written.encode()), "date", "event") == [("2015-03-09", "Call."), ("2015-03-10", "Visit.")]


def test_word_or_two_beside_what_says_more_is_of_what_kind_or_with_whom_it_was() -> None:
    with_whom = [["Date", "Contact", "Details"], ["9/3/15", "School", "Reported that he was absent."]]
    assert given(read(separated(with_whom)), "event", "comment") == [
        ("Reported that he was absent.", "Contact: School"),
    ]
    kind = [["Date", "Episode", "Note title", "Note"], ["9/3/15", "Contact", "Call", "Worried about her safety."]]
    assert given(read(separated(kind)), "event") == [("Worried about her safety.",)]
    answered = [["Date", "Client contact (Y/N)", "Support notes"], ["9/3/15", "Y", "Scared to go home."]]
    assert given(read(separated(answered)), "event") == [("Scared to go home.",)]
    place = [["Date", "Court", "Hearing Type", "Result"], ["9/3/15", "Northtown Magistrates", "First hearing", "Bail"]]
    assert given(read(separated(place)), "event", "action") == [("First hearing", "Bail")]


def test_sheet_to_be_read_first_is_no_chronology() -> None:
    shown = Sheet("READ ME", [["Example"], ["Date", "Event", "Source"], ["01/01/2000", "An event", "A source"]])
    real = Sheet("Chronology", [["Date", "Event", "Source"], [DAY, "Visit.", "ICS"]])
    assert given(read(workbook(shown, real)), "event") == [("Visit.",)]
