"""Odd corners of tables that agencies send: pages in print, ditto marks of all kinds, words beside a date."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from intake_files import Sheet, WordTable, changed, complained, document, given, opendocument, read, separated, workbook

from imr_desk.errors import BadInputError
from imr_desk.intake.days import read_day

HEAD = ["Date", "Event", "Source"]


def test_head_of_a_printed_page_that_comes_again_is_no_entry() -> None:
    rows = [
        ["Report 7b: contacts", "", "Page 1 of 2"],
        HEAD,
        ["4/5/13", "Call.", "Log 1"],
        ["Report 7b: contacts", "", "Page 2 of 2"],
        HEAD,
        ["5/5/13", "Visit.", "Log 2"],
        ["", "", "Page 3"],
        ["6/5/13", "Letter.", "Page 3"],
    ]
    taken = read(workbook(Sheet("Print", rows)))
    assert given(taken, "event", "source") == [("Call.", "Log 1"), ("Visit.", "Log 2"), ("Letter.", "Page 3")]
    assert complained(taken) == [4, 7]


@pytest.mark.parametrize("mark", ["“ “", "”", '"', '-"-', "''", "” ”", "〃", ",,", "ditto"])
def test_ditto_mark_of_any_kind_takes_the_cell_above(mark: str) -> None:
    taken = read(workbook(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"], [mark, "Visit.", mark]])))
    assert given(taken, "date", "source")[1] == ("2013-05-04", "Log 1")


def test_row_that_says_it_is_continued_finishes_the_one_before() -> None:
    taken = read(workbook(Sheet("Log", [HEAD, ["4/5/13", "He fell.", "Log 1"], ["", "(cont.) Family told.", ""]])))
    assert given(taken, "event") == [("He fell.\n(cont.) Family told.",)]


@pytest.mark.parametrize(
    ("words", "date", "time"),
    [
        ("04/05/2013\n10:15\nRef 12", "2013-05-04", "10:15"),
        ("4.5.13 STORM log 1182", "2013-05-04", ""),
        ("4th May 2013 - call 2 of 3", "2013-05-04", ""),
        ("04/05/2013 1015hrs custody 12", "2013-05-04", "10:15"),
    ],
)
def test_words_with_figures_beside_a_day_are_kept_and_pointed_out(words: str, date: str, time: str) -> None:
    day = read_day(words)
    assert (day.edtf, day.time, day.words) == (date, time, words)
    assert day.notes


@pytest.mark.parametrize(
    "words", ["04/05/2013 until 12 or so", "04/05/2013 log, 6/5/2013 call", "4 May 2013 or June 3"]
)
def test_words_that_could_change_a_date_are_not_set_aside(words: str) -> None:
    assert read_day(words).edtf != "2013-05-04"


def test_heading_of_dates_and_sources_is_that_of_the_dates() -> None:
    taken = read(separated([["Date and source", "Details", "Action"], ["04/05/13 (PNC)", "Check.", "None."]]))
    assert given(taken, "date", "event", "action") == [("2013-05-04", "Check.", "None.")]


def test_date_unknown_is_no_date_on_the_command_line() -> None:
    taken = read(separated([HEAD, ["4/5/13", "Call.", ""], ["date unknown", "Visit.", ""]]))
    assert [entry.as_json()["date"] for entry in taken.entries] == ["2013-05-04", ""]
    assert not taken.problems


def test_workbook_whose_parts_are_named_in_the_way_of_windows_is_read() -> None:
    out = BytesIO()
    whole = workbook(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"]]))
    with zipfile.ZipFile(BytesIO(whole)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name)
            part.filename = name.replace("/", "\\")
            after.writestr(part, before.read(name))
    assert given(read(out.getvalue()), "event") == [("Call.",)]


def test_cells_made_one_far_outside_the_table_cost_nothing() -> None:
    data = workbook(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"]], merges=[(5, 0, 6, 2)]))
    far = changed(data, "xl/worksheets/sheet1.xml", 'ref="A6:C7"', 'ref="A2:XFD1048576"')
    assert given(read(far), "event") == [("Call.",)]


@pytest.mark.parametrize("number", ["1e999", "99999999", "-5", "1e300"])
def test_number_that_is_no_day_keeps_the_entry_undated(number: str) -> None:
    data = workbook(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"], [777777, "Visit.", "Log 2"]]))
    taken = read(changed(data, "xl/worksheets/sheet1.xml", "<v>777777</v>", f"<v>{number}</v>"))
    assert given(taken, "date", "event")[1] == ("", "Visit.")
    assert complained(taken) == [3]


def flat(data: bytes) -> str:
    """A zipped OpenDocument file as one that is not zipped."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("content.xml").decode().replace("document-content", "document")


def test_flat_opendocument_is_read() -> None:
    data = flat(opendocument(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"]])))
    assert given(read(data.encode()), "date", "event") == [("2013-05-04", "Call.")]


def test_flat_opendocument_that_asks_for_things_outside_is_refused() -> None:
    data = flat(opendocument(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"]])))
    asking = data.replace("<office:document", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///x">]><office:document', 1)
    with pytest.raises(BadInputError):
        read(asking.encode())


def test_table_of_word_with_ditto_marks_from_the_keyboard_is_read() -> None:
    taken = read(document(WordTable([HEAD, ["4/5/13", "Call.", "EMIS"], ["“ “", "Prescription.", "EMIS"]])))
    assert given(taken, "date")[1] == ("2013-05-04",)


def test_columns_far_out_are_refused_before_room_is_made_for_them() -> None:
    data = workbook(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"]]))
    with pytest.raises(BadInputError):
        read(changed(data, "xl/worksheets/sheet1.xml", 'r="C2"', 'r="ZZZZZZ2"'))


def test_row_that_is_said_to_come_thousands_of_millions_of_times_is_refused() -> None:
    data = opendocument(Sheet("Log", [HEAD, ["4/5/13", "Call.", "Log 1"]]))
    many = changed(
        data,
        "content.xml",
        '<table:table-row><table:table-cell office:value-type="string"><text:p>4/5/13',
        '<table:table-row table:number-rows-repeated="2147483647"><table:table-cell '
        'office:value-type="string"><text:p>4/5/13',
    )
    with pytest.raises(BadInputError):
        read(many)


def test_end_of_a_sentence_on_the_next_page_of_a_table_goes_to_its_row() -> None:
    rows = [
        ["Date", "Source", "Event", "Comment"],
        ["4 May 2013", "File", "They had told her to", ""],
        ["", "", "come back on Monday.", "Not followed up."],
        ["6 May 2013", "File", "Call.", ""],
    ]
    taken = read(document(WordTable(rows)))
    assert given(taken, "event", "comment") == [
        ("They had told her to\ncome back on Monday.", "Not followed up."),
        ("Call.", ""),
    ]


def test_totals_and_signatures_under_the_rows_are_no_entries() -> None:
    rows = [
        ["#", "Date", "Event", "Source"],
        ["1.", "4 May 2013", "Call.", "Log 1"],
        ["", "May 2013 Total", "1", ""],
        ["2.", "1 June 2013", "Visit.", "Log 2"],
        ["", "Grand Total", "2", ""],
        ["Signed:", "", "Head of Service", ""],
        ["Date:", "12/06/2014", "", ""],
        ["", "Compiled by: Head of Service, 03/03/2014", "", ""],
    ]
    taken = read(workbook(Sheet("Log", rows)))
    assert given(taken, "date", "event") == [("2013-05-04", "Call."), ("2013-06-01", "Visit.")]
    assert complained(taken) == [3, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "words", ["\u200e04\u200e/\u200e05\u200e/\u200e2013", "\xa04 May 2013\u200b", "4\u00ad May 2013"]
)
def test_marks_without_width_do_not_hide_a_date(words: str) -> None:
    taken = read(workbook(Sheet("Log", [HEAD, [words, "Call.", "Log 1"]])))
    assert given(taken, "date") == [("2013-05-04",)]


def test_headings_in_welsh_are_told() -> None:
    rows = [
        ["Dyddiad", "Amser", "Ffynhonnell", "Digwyddiad", "Camau a gymerwyd", "Sylwadau"],
        ["3 Mawrth 2013", "10:20", "Ffeil tŷ", "Galwad ffôn.", "Cofnodwyd.", "Dim dilyniant."],
    ]
    assert given(read(workbook(Sheet("Cronoleg", rows)))) == [
        ("2013-03-03", "10:20", "Ffeil tŷ", "Galwad ffôn.", "", "Cofnodwyd.", "Dim dilyniant.")
    ]


def test_staff_go_before_members_of_the_family() -> None:
    rows = [["Date", "Family member", "Event", "Professional(s) involved"], ["4/5/13", "C1", "Visit.", "Social worker"]]
    assert given(read(separated(rows)), "people", "comment") == [("Social worker", "Family member: C1")]


def test_days_and_months_between_dots_under_a_year_are_read() -> None:
    data = workbook(Sheet("2013", [["Date", "Event"], ["3.4", "One."], ["5.6.", "Two."]]))
    assert given(read(data), "date") == [("2013-04-03",), ("2013-06-05",)]
