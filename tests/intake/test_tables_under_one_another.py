"""Several tables on one sheet, and lists whose quotation marks are used in ways of their own."""

from __future__ import annotations

import datetime as dt

import pytest
from intake_files import Sheet, changed, complained, given, opendocument, read, workbook

from imr_desk.errors import BadInputError
from imr_desk.intake.grid import Grid
from imr_desk.intake.several import parted

POLICE = [["POLICE"], ["Date", "Event", "Source"], [dt.date(2013, 5, 4), "Call.", "Niche"]]
HEALTH = [["HEALTH"], ["Source", "Date", "Time", "What happened"], ["EMIS", dt.date(2013, 5, 6), "09:00", "Cough."]]


def test_tables_under_one_another_are_read_each_by_its_own_headings() -> None:
    taken = read(workbook(Sheet("All", [*POLICE, [], *HEALTH])))
    assert given(taken, "date", "source", "event") == [
        ("2013-05-04", "Niche", "Call."),
        ("2013-05-06", "EMIS", "Cough."),
    ]
    assert [entry.origin.row for entry in taken.entries] == [3, 7]


def test_table_far_down_a_sheet_is_read_by_its_own_headings() -> None:
    long = [*POLICE, *([dt.date(2013, 5, 4), f"Call {n}.", "Niche"] for n in range(300)), *HEALTH]
    taken = read(workbook(Sheet("All", long)))
    assert given(taken, "event", "source")[-1] == ("Cough.", "EMIS")
    assert not complained(taken)


def test_headings_that_come_again_leave_one_table() -> None:
    rows = [["Date", "Event", "Source"], ["4/5/13", "Call.", "Log"]]
    assert len(parted(Grid("Log", [*rows, *rows]))) == 1


@pytest.mark.parametrize(
    "text",
    [
        'Date, Event, Source\n4/5/13, "Call, one", Log\n5/5/13, "Visit, two", Log\n',
        "'Date','Event','Source'\n'4/5/13','Call, one','Log'\n'5/5/13','Visit, two','Log'\n",
        'Date,Event,Source\n="04/05/2013","Call, one",="Log"\n="05/05/2013","Visit, two","=""Log"""\n',
    ],
)
def test_quotation_marks_of_other_programs_are_understood(text: str) -> None:
    assert given(read(text.encode()), "date", "event", "source") == [
        ("2013-05-04", "Call, one", "Log"),
        ("2013-05-05", "Visit, two", "Log"),
    ]


def test_quotation_marks_behind_a_stroke_are_understood() -> None:
    text = 'Date,Event,Source\n"4/5/13","He said \\"no\\", twice","Log"\n"5/5/13","Visit","Log"\n'
    assert given(read(text.encode()), "event")[0] == ('He said "no", twice',)


def test_list_in_the_encoding_of_welsh_is_understood() -> None:
    text = "Date;Event\n4/5/13;Galwad o'r tŷ - dŵr\n5/5/13;Ymweliad â'r tŷ\n"
    taken = read(text.encode("iso8859_14"))
    assert given(taken, "event") == [("Galwad o'r tŷ - dŵr",), ("Ymweliad â'r tŷ",)]


def test_numbers_under_entry_are_no_events() -> None:
    rows = [["Entry", "Date", "Source", "Event"], [1, "4/5/13", "EMIS", "Call."], [2, "5/5/13", "EMIS", "Visit."]]
    assert given(read(workbook(Sheet("Log", rows))), "event", "comment") == [
        ("Call.", "Entry: 1"),
        ("Visit.", "Entry: 2"),
    ]


@pytest.mark.parametrize(
    ("kind", "value"), [("float", "abc"), ("float", "1e99999"), ("time", "PT12H99M77S"), ("date", "0000-13-45")]
)
def test_opendocument_cell_with_a_value_that_is_none_keeps_its_words(kind: str, value: str) -> None:
    data = opendocument(Sheet("Log", [["Date", "Event"], ["4/5/13", "Call."]]))
    said = f'<table:table-cell office:value-type="{kind}" office:{kind if kind != "float" else ""}'
    said = said.rstrip("-") + ("-" if kind != "float" else "") + f'value="{value}"><text:p>Call.'
    odd = changed(data, "content.xml", '<table:table-cell office:value-type="string"><text:p>Call.', said)
    assert given(read(odd), "date", "event") == [("2013-05-04", "Call.")]


def test_year_over_a_table_of_an_opendocument_text_is_taken() -> None:
    data = opendocument(Sheet("Table1", [["Date", "Event"], ["7 January", "Call."]]))
    words = changed(data, "content.xml", "<office:spreadsheet>", "<office:text><text:h>2013</text:h>")
    assert given(read(changed(words, "content.xml", "</office:spreadsheet>", "</office:text>")), "date") == [
        ("2013-01-07",)
    ]


def test_elements_within_elements_without_end_are_refused() -> None:
    deep = f"<table><tr><th>Date<th>Event</tr><tr><td>4/5/13<td>{'<b>' * 3000}x</tr></table>"
    with pytest.raises(BadInputError):
        read(deep.encode())
