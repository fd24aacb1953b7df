"""Chronologies as police forces send them, each compared with what a careful reader takes from it."""

from __future__ import annotations

import datetime as dt

from intake_files import Sheet, WordTable, complained, document, given, read, separated, workbook


def test_incident_log_with_title_rows_times_apart_and_a_note_below() -> None:
    data = workbook(
        Sheet(
            "Log",
            [
                ["OFFICIAL-SENSITIVE"],
                ["Chronology of police contact: Operation Larkspur"],
                [],
                ["No.", "Date", "Time", "Source of information", "Officer", "Summary of incident", "Outcome"],
                [
                    1,
                    dt.date(2013, 5, 4),
                    dt.time(16, 15),
                    "Command and control 214",
                    "PC 1",
                    "Call from a neighbour.",
                    "Officers attended.",
                ],
                [
                    2,
                    dt.date(2013, 5, 4),
                    dt.time(23, 5),
                    "Crime report 8",
                    "DC 2",
                    "Report of assault.\nNo injury seen.",
                    "No further action",
                ],
                [],
                ["Key: PC police constable; DC detective constable"],
            ],
            merges=[(0, 0, 0, 6), (1, 0, 1, 6)],
        ),
        Sheet("Contacts", [["Name of unit", "Telephone"], ["Public protection", "ext 5"]]),
    )
    taken = read(data)
    assert given(taken) == [
        (
            "2013-05-04",
            "16:15",
            "Command and control 214",
            "Call from a neighbour.",
            "PC 1",
            "Officers attended.",
            "No.: 1",
        ),
        (
            "2013-05-04",
            "23:05",
            "Crime report 8",
            "Report of assault.\nNo injury seen.",
            "DC 2",
            "No further action",
            "No.: 2",
        ),
    ]
    assert [(each.origin.sheet, each.origin.row) for each in taken.entries] == [("Log", 5), ("Log", 6)]
    assert complained(taken) == [8]
    assert "Contacts" in taken.notes[0]


def test_list_between_semicolons_in_the_old_encoding_of_windows() -> None:
    rows = [
        ["Date/Time", "Log ref", "Details of incident", "Action taken"],
        ["04/05/2013 16:15", "214", "£20 taken; ‘threats’ made – no injury", "Attended"],
        ["Sun 5 May 2013, 1.10 a.m.", "9", "Café owner rang", ""],
    ]
    taken = read(separated(rows, ";", "cp1252"))
    assert given(taken) == [
        ("2013-05-04", "16:15", "", "£20 taken; ‘threats’ made – no injury", "", "Attended", "Log ref: 214"),
        ("2013-05-05", "01:10", "", "Café owner rang", "", "", "Log ref: 9"),
    ]
    assert not taken.problems


def test_word_table_whose_headings_stand_on_the_first_part_only() -> None:
    data = document(
        WordTable(
            [
                ["Date", "Time", "Event", "Source"],
                ["3 May", "10.15 hrs", "Strategy discussion held.", "Child abuse unit file"],
                ["12 May", "noon", "Home visit with social worker.", "Pocket book"],
            ],
            above=["Police chronology", "2012"],
        ),
        WordTable([["7 January", "", "Joint visit.", "Pocket book"]], above=["2013"]),
        WordTable([["Prepared by", "Reviewing officer"], ["Rank", "Detective inspector"]], above=["Sign-off"]),
    )
    taken = read(data)
    assert given(taken, "date", "time", "event", "date_text", "date_words") == [
        ("2012-05-03", "10:15", "Strategy discussion held.", "3 May", "3 May 2012"),
        ("2012-05-12", "12:00", "Home visit with social worker.", "12 May", "12 May 2012"),
        ("2013-01-07", "", "Joint visit.", "7 January", "7 January 2013"),
    ]
    assert [each.origin.sheet for each in taken.entries] == ["Table 1", "Table 1", "Table 2"]
    assert not taken.problems


def test_export_of_a_crime_system_with_serial_numbers_and_compact_dates() -> None:
    rows = [
        ["CRIME_REF", "OCCURRED_DATE", "OCCURRED_TIME", "MO_SUMMARY", "OIC", "DISPOSAL"],
        ["A/1/13", 41398, 0.677083333, "Domestic incident, verbal only.", "PS 3", "Undetected"],
        ["A/2/13", 41400.5, "", "Breach of bail.", "PS 3", "Charged"],
        ["A/3/13", "20130509", "0915", "Missing person.", "PS 3", "Found"],
    ]
    taken = read(workbook(Sheet("EXPORT", rows)))
    assert given(taken) == [
        ("2013-05-04", "16:15", "", "Domestic incident, verbal only.", "PS 3", "Undetected", "CRIME_REF: A/1/13"),
        ("2013-05-06", "12:00", "", "Breach of bail.", "PS 3", "Charged", "CRIME_REF: A/2/13"),
        ("2013-05-09", "09:15", "", "Missing person.", "PS 3", "Found", "CRIME_REF: A/3/13"),
    ]


def test_american_dates_as_text_are_never_turned_round() -> None:
    rows = [
        ["Date", "Event"],
        ["05/14/2013", "Arrest."],
        ["05/04/2013", "Release."],
    ]
    taken = read(separated(rows))
    assert given(taken, "date", "date_text") == [("", "05/14/2013"), ("2013-04-05", "05/04/2013")]
    assert complained(taken) == [2]
    assert "did you mean" in taken.problems[0].reason
    assert "may have put the month first" in taken.notes[0]


def test_real_days_shown_the_american_way_are_the_days_they_are() -> None:
    rows = [["Date of occurrence", "Narrative"], [dt.date(2013, 5, 14), "Arrest."], [dt.date(2013, 5, 4), "Release."]]
    taken = read(workbook(Sheet("Sheet1", rows, days="mm/dd/yyyy")))
    assert given(taken, "date", "event") == [("2013-05-14", "Arrest."), ("2013-05-04", "Release.")]


def test_day_in_a_row_of_its_own_stands_over_the_rows_below() -> None:
    rows = [
        ["Time", "Event", "Officer"],
        ["Saturday 4 May 2013"],
        ["1615", "Call received.", "PC 1"],
        ["1640", "Unit at scene.", "PC 1"],
        ["Sunday 5 May 2013"],
        ["0100", "Custody record opened.", "PS 4"],
    ]
    taken = read(workbook(Sheet("Log", rows, merges=[(1, 0, 1, 2), (4, 0, 4, 2)])))
    assert given(taken, "date", "time", "event") == [
        ("2013-05-04", "16:15", "Call received."),
        ("2013-05-04", "16:40", "Unit at scene."),
        ("2013-05-05", "01:00", "Custody record opened."),
    ]


def test_two_dates_in_one_cell_are_both_kept() -> None:
    rows = [["Date", "Event"], ["04/05/2013\n06/05/2013", "Two visits."], ["Saturday\n04/05/2013\n10:15", "One call."]]
    assert given(read(workbook(Sheet("S", rows))), "date", "time") == [
        ("{2013-05-04,2013-05-06}", ""),
        ("2013-05-04", "10:15"),
    ]
