"""Dates in several columns, ends of what happened, and rows that show how the others are to be filled in."""

from __future__ import annotations

import datetime as dt

from intake_files import Sheet, given, read, separated, workbook

DAY = dt.date(2015, 3, 9)


def test_month_with_its_year_beside_days_gives_the_dates() -> None:
    rows = [["Month", "Day", "Event", "Source"], ["March 2015", 9, "Visit.", "ICS"], ["", 19, "Call.", "ICS"]]
    rows.append(["April 2015", 2, "Core group.", "ICS"])
    made = workbook(Sheet("A", rows, merges=[(1, 0, 2, 0)]))
    assert given(read(made), "date", "event") == [
        ("2015-03-09", "Visit."),
        ("2015-03-19", "Call."),
        ("2015-04-02", "Core group."),
    ]


def test_end_with_its_time_ends_the_period_and_keeps_its_words() -> None:
    head = ["Date/Time From", "Date/Time To", "Event", "OIC"]
    rows = [head, ["9/3/15 22:00", "10/3/15 07:00", "Window broken.", "PC"]]
    rows.append(["11/3/15 20:00", "11/3/15 20:30", "Argument.", "PC"])
    assert given(read(separated(rows)), "date", "time", "event", "comment") == [
        ("2015-03-09/2015-03-10", "22:00", "Window broken.", "Date/Time To: 10/3/15 07:00"),
        ("2015-03-11", "20:00", "Argument.", "Date/Time To: 11/3/15 20:30"),
    ]


def test_row_that_shows_how_to_fill_in_the_others_is_no_entry() -> None:
    head = ["Date", "Time", "Source", "Event", "Comment"]
    for shows in ("dd/mm/yyyy", "e.g. 01/02/2014", "(Day/Month/Year)"):
        rows = [head, [shows, "24hr", "Record and page", "Facts only", "Your view"], [DAY, "9am", "ICS", "Visit.", ""]]
        taken = read(workbook(Sheet("A", rows)))
        assert given(taken, "date", "event") == [("2015-03-09", "Visit.")]
        assert [problem.origin.row for problem in taken.problems] == [2]


def test_figures_of_year_month_and_day_in_one_number_are_a_date() -> None:
    rows = [
        ["Date", "Event", "Source"],
        [20150309, "Visit.", "ICS"],
        [20150310, "Call.", "ICS"],
        [20159999, "?", "ICS"],
    ]
    taken = read(workbook(Sheet("A", rows)))
    assert given(taken, "date", "event") == [("2015-03-09", "Visit."), ("2015-03-10", "Call."), ("", "?")]


def test_time_that_stands_with_its_day_goes_before_the_day_of_writing() -> None:
    rows = [["Created", "Event time", "Message"], ["2/1/15 10:00", "1/1/15 22:15", "Report of screaming."]]
    assert given(read(separated(rows)), "date", "time") == [("2015-01-01", "22:15")]


def test_days_in_rows_of_their_own_leave_each_row_under_them_an_entry() -> None:
    rows = [["Date", "Entry"], ["Monday 9 March 2015", ""], ["", "School rang."], ["", "Visited; no reply."]]
    assert given(read(workbook(Sheet("Diary", rows))), "date", "event") == [
        ("2015-03-09", "School rang."),
        ("2015-03-09", "Visited; no reply."),
    ]


def test_month_on_top_of_a_sheet_named_after_a_year_dates_its_rows() -> None:
    rows = [["Jan"], ["Date", "Event", "Source"], ["3rd", "Visit.", "ICS"], ["Feb"], ["1st", "Core group.", "ICS"]]
    assert given(read(workbook(Sheet("2014", rows))), "date") == [("2014-01-03",), ("2014-02-01",)]
