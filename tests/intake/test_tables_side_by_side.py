"""Several tables beside one another on one sheet, under the same headings."""

from __future__ import annotations

import datetime as dt

import pytest
from intake_files import Sheet, complained, given, read, separated, workbook

from imr_desk.intake.abreast import side_by_side
from imr_desk.intake.grid import Grid

HEAD = ["Date", "Event", "Source"]
LEFT = [dt.date(2013, 5, 4), "Call.", "Niche"]
RIGHT = [dt.date(2014, 6, 7), "Cough.", "EMIS"]
BOTH = [("2013-05-04", "Niche", "Call."), ("2013-05-05", "Log", "Visit."), ("2014-06-07", "EMIS", "Cough.")]


@pytest.mark.parametrize("gap", [[], [""], ["", ""]])
def test_tables_side_by_side_are_both_read(gap: list[str]) -> None:
    rows = [[*HEAD, *gap, *HEAD], [*LEFT, *gap, *RIGHT], [dt.date(2013, 5, 5), "Visit.", "Log"]]
    taken = read(workbook(Sheet("All", rows)))
    assert given(taken, "date", "source", "event", "comment") == [(*each, "") for each in BOTH]
    assert [entry.origin.row for entry in taken.entries] == [2, 3, 2]
    assert len({entry.origin for entry in taken.entries}) == 3
    assert not complained(taken)


def test_tables_side_by_side_in_a_list_need_not_have_all_headings_alike() -> None:
    rows = [
        ["Date", "Time", "Event", "Date", "Event", "Action"],
        ["4/5/13", "9am", "Call.", "7/6/14", "Cough.", "Seen."],
    ]
    taken = read(separated(rows))
    assert given(taken, "date", "time", "event", "action") == [
        ("2013-05-04", "09:00", "Call.", ""),
        ("2014-06-07", "", "Cough.", "Seen."),
    ]


def test_year_across_tables_side_by_side_counts_for_each() -> None:
    rows = [[*HEAD, *HEAD], ["2013"], ["4 May", "Call.", "Log", "7 June", "Cough.", "EMIS"]]
    taken = read(workbook(Sheet("All", rows, merges=[(1, 0, 1, 5)])))
    assert given(taken, "date") == [("2013-05-04",), ("2013-06-07",)]


def test_agency_over_each_of_the_tables_and_columns_before_them_go_with_their_rows() -> None:
    rows = [
        ["", "Police", "", "Health"],
        ["Week", "Date", "Event", "Date", "Event"],
        [1, "4/5/13", "A", "5/5/13", "B"],
        [2, "9/5/13", "C"],
    ]
    taken = read(workbook(Sheet("All", rows)))
    assert given(taken, "date", "event", "comment") == [
        ("2013-05-04", "A", "Week: 1\nAgency: Police"),
        ("2013-05-09", "C", "Week: 2\nAgency: Police"),
        ("2013-05-05", "B", "Week: 1\nAgency: Health"),
    ]
    assert not complained(taken)


def test_bad_date_of_the_second_table_is_listed_with_its_words() -> None:
    rows = [[*HEAD, *HEAD], [*LEFT, "31/02/2014", "Cough.", "EMIS"]]
    taken = read(workbook(Sheet("All", rows)))
    assert given(taken, "date") == [("2013-05-04",), ("",)]
    assert [problem.text for problem in taken.problems] == ["31/02/2014 | Cough. | EMIS"]
    assert taken.problems[0].origin == taken.entries[1].origin


def test_second_date_of_what_was_done_leaves_one_table() -> None:
    assert (
        len(side_by_side(Grid("Log", [["Date", "Event", "Date", "Action"], ["4/5/13", "Call.", "5/5/13", "Rang."]])))
        == 1
    )


def test_events_that_have_a_column_each_are_read_one_by_one() -> None:
    rows = [["Date", "9 March 2015", "10 March 2015", "12 March 2015"], ["Time", "09:00", "", "11:00"]]
    rows += [["Event", "Visit.", "Call.", "Clinic."], ["Source", "RiO", "RiO", "Log"]]
    assert given(read(workbook(Sheet("A", rows))), "date", "time", "event", "source") == [
        ("2015-03-09", "09:00", "Visit.", "RiO"),
        ("2015-03-10", "", "Call.", "RiO"),
        ("2015-03-12", "11:00", "Clinic.", "Log"),
    ]


def test_further_sheet_in_words_of_its_own_is_a_chronology_too_and_a_record_of_versions_is_none() -> None:
    gp = Sheet("GP", [["Date", "Consultation", "Seen by", "Plan"], ["9/3/15", "Headaches.", "GP 1", "Bloods"]])
    school = Sheet(
        "School", [["When", "Worry", "Raised by", "What we did"], ["10/3/15", "Tired and cold.", "Tutor", "Coat lent"]]
    )
    versions = Sheet("Versions", [["Version", "Date", "Author", "Changes"], ["0.1", "1/2/16", "Nurse", "First draft."]])
    assert given(read(workbook(gp, school, versions)), "event", "people", "action") == [
        ("Headaches.", "GP 1", "Bloods"),
        ("Tired and cold.", "Tutor", "Coat lent"),
    ]


def test_sheet_of_what_is_to_be_done_is_no_chronology() -> None:
    rows = [["Date", "Source", "Event"], ["9/3/15", "RiO", "Visit."], ["10/3/15", "RiO", "Call."]]
    plan = [["Recommendation", "Action", "Owner", "Start", "Due", "Status", "Evidence"]]
    plan += [["Train all staff.", "A course", "Head of service", "1/2/16", "1/5/16", "Open", "List"]]
    taken = read(workbook(Sheet("Chronology", rows), Sheet("Plan", plan)))
    assert given(taken, "event") == [("Visit.",), ("Call.",)]


def test_time_among_other_words_is_the_time_and_the_words_stay() -> None:
    rows = [["Date", "Time", "Event"], ["9/3/15", "21:45 (approx)", "A."], ["9/3/15", "10:15, ended 10:40", "B."]]
    rows += [["9/3/15", "before 9am", "C."], ["9/3/15", "evening", "D."]]
    taken = read(workbook(Sheet("A", rows)))
    assert given(taken, "time", "comment") == [
        ("21:45", "Time: 21:45 (approx)"),
        ("10:15", "Time: 10:15, ended 10:40"),
        ("", "Time: before 9am"),
        ("", "Time: evening"),
    ]
