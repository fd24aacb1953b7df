"""Several events in one row of a table, one below another in its cells."""

from __future__ import annotations

from intake_files import Sheet, given, read, workbook

from imr_desk.intake.taken import Taken

HEADINGS = ["Date", "Time", "Source", "Event", "Comment"]


def table(*rows: list[str]) -> Taken:
    return read(workbook(Sheet("A", [HEADINGS, *rows])))


def test_as_many_dates_as_events_are_as_many_entries() -> None:
    taken = table(["3/3/2013\n5/3/2013", "", "RiO p. 3", "Referred.\nAllocated.", "Late."])
    assert given(taken, "date", "source", "event", "comment") == [
        ("2013-03-03", "RiO p. 3", "Referred.", "Late."),
        ("2013-03-05", "RiO p. 3", "Allocated.", ""),
    ]
    assert [entry.origin.part for entry in taken.entries] == [0, 1]
    assert any("several events" in note for note in taken.notes)


def test_empty_lines_put_each_date_beside_its_event() -> None:
    taken = table(["3/3/2013\n\n5/3/2013", "", "", "Referred by\nthe school.\nAllocated.", ""])
    assert given(taken, "date", "event") == [("2013-03-03", "Referred by\nthe school."), ("2013-03-05", "Allocated.")]


def test_times_before_each_event_of_a_day_are_its_times() -> None:
    taken = table(["3/3/2013", "", "Log", "10:00 Rang.\n10.25 hrs – Came,\nthen left.", ""])
    assert given(taken, "date", "time", "source", "event") == [
        ("2013-03-03", "10:00", "Log", "Rang."),
        ("2013-03-03", "10:25", "Log", "Came,\nthen left."),
    ]


def test_row_stays_whole_where_the_lines_do_not_say_which_belongs_to_which() -> None:
    taken = table(
        ["3/3/2013\n5/3/2013", "", "", "Referred.\nAllocated.\nVisited.", ""],
        ["6/3/2013", "", "", "11:00 Rang.\n10:00 Came.", ""],
        ["7/3/2013", "", "", "10:00 Rang.\n11:00 Came.", "Not said of one of them."],
    )
    assert [entry.date for entry in taken.entries] == ["{2013-03-03,2013-03-05}", "2013-03-06", "2013-03-07"]


def test_row_that_the_program_wrote_is_one_event() -> None:
    headings, row = ["Ref", "Date", "Event"], ["CE-001", "3/3/2013", "10:00 Rang.\n11:00 Came."]
    assert len(read(workbook(Sheet("A", [headings, row]))).entries) == 1
