"""What forms say of themselves: how to fill in a column, a second column of headings, a column headed ‘Ref’."""

from __future__ import annotations

import pytest
from intake_files import Sheet, given, read, workbook


def test_row_under_the_headings_that_says_how_to_fill_them_in_is_listed_and_no_entry() -> None:
    rows = [
        ["Date", "Time", "Event"],
        ["(dd/mm/yyyy)", "(24 hour)", "(facts only)"],
        ["4/5/13", "10:00", "(Rang.)"],
        ["[5/5/13]", "", "(Came.)"],
    ]
    taken = read(workbook(Sheet("A", rows)))
    assert given(taken, "event") == [("(Rang.)",), ("(Came.)",)]
    assert "(facts only)" in taken.problems[0].text


def test_headings_in_the_third_column_of_a_form_are_headings_too() -> None:
    rows = [
        ["Date of incident", "4/5/13", "Time", "10:05"],
        ["Reported by", "Teacher", "Ref", "I/1"],
        ["What happened", "Ran out."],
        ["Action taken", "Rang."],
    ]
    taken = read(workbook(Sheet("A", rows)))
    assert given(taken, "date", "time", "people", "event", "action", "comment") == [
        ("2013-05-04", "10:05", "Teacher", "Ran out.", "Rang.", "Ref: I/1")
    ]


@pytest.mark.parametrize(
    ("refs", "source", "comment"),
    [
        (("Minutes of the meeting", "File, p. 3"), "Minutes of the meeting", ""),
        (("AB/12", "CID/1234"), "", "Ref: AB/12"),
    ],
)
def test_column_headed_ref_is_the_source_where_words_stand_in_it(
    refs: tuple[str, str], source: str, comment: str
) -> None:
    rows = [["Date", "Event", "Ref"], ["4/5/13", "Rang.", refs[0]], ["5/5/13", "Came.", refs[1]]]
    entry = read(workbook(Sheet("A", rows))).entries[0]
    assert (entry.source, entry.comment) == (source, comment)


def test_record_of_versions_before_a_chronology_is_none() -> None:
    versions = [["Version", "Date", "Author", "Description of change"], ["0.1", "4/5/14", "Nurse", "First draft"]]
    told = [["Date", "Event", "Source"], ["9/3/10", "Visit.", "RiO"]]
    assert given(read(workbook(Sheet("A", versions), Sheet("B", told))), "event") == [("Visit.",)]


def test_day_and_month_in_columns_of_their_own_take_the_year_that_stands_above() -> None:
    rows = [["2007"], ["Day", "Month", "Event"], ["4", "March", "Born."], ["19", "Apr", "Seen."]]
    entries = read(workbook(Sheet("A", rows))).entries
    assert [entry.date for entry in entries] == ["2007-03-04", "2007-04-19"]
