"""Chronologies as schools and children's social care send them."""

from __future__ import annotations

import datetime as dt

from intake_files import Formula, Sheet, WordTable, complained, document, given, read, separated, workbook


def test_school_years_as_sections_carry_the_right_year() -> None:
    rows = [
        ["Date", "Incident / concern", "Who was involved", "Action taken", "Notes"],
        ["Academic year 2012/13"],
        ["5 September", "Late three days running.", "Class Teacher", "Parents rung", ""],
        ["14 March", "Bruise on arm.", "Designated Lead", "Referral", "Body map"],
        ["2013/14"],
        ["9 September", "Not in school.", "Attendance Officer", "", ""],
    ]
    taken = read(workbook(Sheet("CP log", rows)))
    assert given(taken, "date", "people", "comment") == [
        ("2012-09-05", "Class Teacher", ""),
        ("2013-03-14", "Designated Lead", "Body map"),
        ("2013-09-09", "Attendance Officer", ""),
    ]
    assert not taken.problems


def test_one_sheet_a_year_gives_one_chronology_and_others_are_left_out() -> None:
    head = ["Date", "Event", "Source"]
    data = workbook(
        Sheet(
            "Cover", [["Integrated chronology"], ["Author", "Service Manager"], ["Date completed", dt.date(2015, 1, 1)]]
        ),
        Sheet("2012", [head, ["3 Oct", "Referral received.", "ICS"]]),
        Sheet("2013", [head, ["7 Jan", "Assessment closed.", "ICS"], ["not known", "Anonymous call.", "Duty book"]]),
        Sheet(
            "Action plan", [["Action", "Lead", "By when"], ["Audit thresholds", "Head of Service", dt.date(2015, 6, 1)]]
        ),
    )
    taken = read(data)
    assert given(taken, "date", "event") == [
        ("2012-10-03", "Referral received."),
        ("2013-01-07", "Assessment closed."),
        ("XXXX", "Anonymous call."),
    ]
    assert [each.origin.sheet for each in taken.entries] == ["2012", "2013", "2013"]


def test_two_columns_of_dates_are_event_and_learned_on() -> None:
    rows = [
        ["Date of event", "Date agency became aware", "Source", "Event"],
        ["4 May 2013", "9 May 2013", "ICS", "Injury."],
        ["c. July 2013", "", "ICS", "Move of home."],
    ]
    taken = read(document(WordTable(rows)))
    assert given(taken, "date", "learned_on", "event") == [
        ("2013-05-04", "2013-05-09", "Injury."),
        ("2013-07~", "", "Move of home."),
    ]


def test_when_the_agency_learned_is_taken_as_it_is_known_and_what_is_no_date_stays_in_words() -> None:
    rows = [
        ["Date of event", "Date agency became aware", "Source", "Event"],
        ["4 May 2013", "c. July 2013", "ICS", "Injury."],
        ["5 May 2013", "between 3 and 7 August 2013", "ICS", "Fall."],
        ["6 May 2013", "9/5/13 at 14:30", "ICS", "Bruise."],
        ["7 May 2013", "not known", "ICS", "Burn."],
        ["8 May 2013", "31/02/2013", "ICS", "Bite."],
    ]
    taken = read(document(WordTable(rows)))
    assert given(taken, "learned_on", "learned_words", "learned_kept", "comment") == [
        ("2013-07~", "c. July 2013", "2013-07~", ""),
        ("2013-08-03/2013-08-07", "between 3 and 7 August 2013", "2013-08-03/2013-08-07", ""),
        ("2013-05-09", "9/5/13 at 14:30", "2013-05-09T14:30:00", ""),
        ("", "", "", "Date agency became aware: not known"),
        ("", "", "", "Date agency became aware: 31/02/2013"),
    ]
    assert [problem.origin.row for problem in taken.problems] == [6]


def test_start_and_end_dates_become_one_period() -> None:
    rows = [
        ["Start date", "End date", "Event", "Worker"],
        ["04/05/2013", "09/05/2013", "Foster placement.", "SW 1"],
        ["04/06/2013", "04/06/2013", "Visit.", "SW 1"],
        ["04/07/2013", "", "Call.", "SW 1"],
        ["04/08/2013", "01/08/2013", "Muddled.", "SW 1"],
    ]
    taken = read(separated(rows))
    assert given(taken, "date", "comment") == [
        ("2013-05-04/2013-05-09", ""),
        ("2013-06-04", ""),
        ("2013-07-04", ""),
        ("2013-08-04", "End date: 01/08/2013"),
    ]
    assert complained(taken) == [5]


def test_recording_date_is_kept_in_the_comment_where_there_is_a_date_of_the_event() -> None:
    rows = [
        ["Recorded on", "Event date", "Description", "Analysis"],
        [dt.date(2013, 5, 6), dt.date(2013, 5, 4), "Home visit: no reply.", "No follow-up"],
    ]
    taken = read(workbook(Sheet("Case notes", rows)))
    assert given(taken, "date", "event", "comment") == [
        ("2013-05-04", "Home visit: no reply.", "No follow-up\nRecorded on: 06/05/2013")
    ]


def test_recording_date_is_the_date_where_there_is_no_other() -> None:
    taken = read(separated([["Date recorded", "Case note"], ["06/05/2013", "Home visit."]]))
    assert given(taken, "date", "event") == [("2013-05-06", "Home visit.")]


def test_errors_of_formulas_are_listed_with_their_row() -> None:
    rows = [
        ["Date", "Event", "Age of child"],
        [dt.date(2013, 5, 4), "Visit.", Formula("=1/0", "#DIV/0!")],
        [Formula("=Gone!A1", "#REF!"), "Strategy meeting.", 3],
    ]
    taken = read(workbook(Sheet("S", rows)))
    assert given(taken, "date", "date_text", "comment") == [
        ("2013-05-04", "04/05/2013", ""),
        ("", "#REF!", "Age of child: 3"),
    ]
    assert complained(taken) == [2, 3]
    assert "#REF!" in taken.problems[1].text


def test_headings_in_two_storeys() -> None:
    rows = [
        ["Contact", "", "What happened", "Outcome"],
        ["Date", "Time", "", ""],
        ["4/5/13", "16:15", "Visit.", "None"],
        ["5/5/13", "", "Call.", "None"],
    ]
    data = workbook(Sheet("S", rows, merges=[(0, 0, 0, 1), (0, 2, 1, 2), (0, 3, 1, 3)]))
    taken = read(data)
    assert given(taken, "date", "time", "event", "action") == [
        ("2013-05-04", "16:15", "Visit.", "None"),
        ("2013-05-05", "", "Call.", "None"),
    ]


def test_sections_that_are_no_year_are_listed_and_make_no_entry() -> None:
    rows = [
        ["Date", "Event", "Source"],
        ["Period 1: before birth", "", ""],
        ["4/5/13", "Unborn referral.", "ICS"],
        ["Period 2: after birth", "", ""],
        ["4/8/13", "Conference.", "ICS"],
    ]
    taken = read(document(WordTable(rows, merges=[(1, 0, 1, 2), (3, 0, 3, 2)])))
    assert [row[0] for row in given(taken, "event")] == ["Unborn referral.", "Conference."]
    assert complained(taken) == [2, 4]
    assert [each.stored for each in taken.problems] == [False, False]


def test_list_without_headings_is_told_by_what_stands_in_it() -> None:
    rows = [
        ["04/05/2013", "Phone", "Mother rang the duty desk and said she wanted help with her housing."],
        ["05/05/2013", "Visit", "Home visit by the duty worker. Nobody was in, a card was left."],
    ]
    taken = read(separated(rows))
    assert given(taken, "date", "event") == [
        (row[0], row[2]) for row in (["2013-05-04", *rows[0][1:]], ["2013-05-05", *rows[1][1:]])
    ]
    assert "Phone" in taken.entries[0].comment


def test_year_month_and_day_in_columns_of_their_own_make_one_date() -> None:
    rows = [
        ["Year", "Date", "Event"],
        ["2013", "4 May", "First."],
        ["", "7 June", "Second."],
        ["2014", "1 Jan", "Third."],
    ]
    assert [row[0] for row in given(read(separated(rows)), "date")] == ["2013-05-04", "2013-06-07", "2014-01-01"]
    rows = [
        ["Day", "Month", "Year", "Event"],
        ["4", "May", "2013", "One."],
        ["7", "6", "2013", "Two."],
        ["", "July", "2013", "x"],
    ]
    assert [row[0] for row in given(read(separated(rows)), "date")] == ["2013-05-04", "2013-06-07", "2013-07"]


def test_agencies_side_by_side_are_events_with_the_agency_before_them() -> None:
    rows = [
        ["Date", "Police", "Health", "Social Care"],
        ["4/5/13", "Called to the address.", "", ""],
        ["5/5/13", "", "Attended A&E", "Strategy meeting"],
    ]
    assert given(read(separated(rows)), "date", "event") == [
        ("2013-05-04", "Police: Called to the address."),
        ("2013-05-05", "Health: Attended A&E\nSocial Care: Strategy meeting"),
    ]


def test_comment_in_a_row_of_its_own_goes_to_the_event_above() -> None:
    rows = [
        ["Date", "Event", "Source"],
        ["4/5/13", "Call.", "Duty book"],
        ["Author’s comment: this was not followed up.", "", ""],
        ["5/5/13", "Visit.", "Duty book"],
    ]
    taken = read(document(WordTable(rows, merges=[(2, 0, 2, 2)])))
    assert given(taken, "event", "comment") == [
        ("Call.", "Author’s comment: this was not followed up."),
        ("Visit.", ""),
    ]


def test_weekday_that_does_not_fit_is_pointed_out() -> None:
    taken = read(separated([["Date", "Event"], ["Tuesday 4 May 2013", "Visit."]]))
    assert given(taken, "date") == [("2013-05-04",)]
    assert "was a Saturday" in taken.problems[0].reason


def test_times_that_are_more_or_less_than_a_time_keep_their_words() -> None:
    rows = [["Date", "Time", "Event"]] + [
        ["4/5/13", time, "x"] for time in ("16.15-17.00", "pm", "approx 3pm", "N/K", "9.05pm")
    ]
    taken = read(separated(rows))
    assert given(taken, "time", "comment") == [
        ("16:15", "Time: 16.15-17.00"),
        ("", "Time: pm"),
        ("15:00", "Time: approx 3pm"),
        ("", ""),
        ("21:05", ""),
    ]
    assert complained(taken) == [3]


def test_midnight_to_the_second_is_no_time() -> None:
    rows = [["Date", "Event"], ["2013-05-04 00:00:00", "x"], ["04/05/2013 00:00:00", "y"], ["04/05/2013 09:30:15", "z"]]
    assert given(read(separated(rows)), "date", "time") == [
        ("2013-05-04", ""), ("2013-05-04", ""), ("2013-05-04", "09:30")
    ]  # fmt: skip


def test_comments_beside_the_text_of_a_word_table_stand_in_the_comment_and_the_event_is_left_alone() -> None:
    import io

    import docx

    made = docx.Document()
    table = made.add_table(rows=2, cols=2)
    for at, row in enumerate([["Date", "Event"], ["4/5/13", "Visit."]]):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    made.add_comment(table.cell(1, 1).paragraphs[0].runs, text="Who was there?", author="", initials="")
    out = io.BytesIO()
    made.save(out)
    assert given(read(out.getvalue()), "event", "comment") == [("Visit.", "Note on Event: Who was there?")]


def test_year_of_two_halves_gives_only_the_months_that_are_certain() -> None:
    rows = [["Date", "Event"], ["2012/13"], ["4 October", "a"], ["4 February", "b"], ["4 June", "c"],
            ["School year 2013-14"], ["4 June", "d"], ["Financial year 2014/15"], ["4 June", "e"]]  # fmt: skip
    taken = read(workbook(Sheet("S", rows)))
    assert [row[0] for row in given(taken, "date")] == [
        "2012-10-04",
        "2013-02-04",
        "2013-06-04",
        "2014-06-04",
        "2014-06-04",
    ]
    assert complained(taken) == [5]  # taken from the rows above, and said


def test_agency_that_stands_over_rows_is_said_of_each_of_them_and_labelled_rows_go_to_their_field() -> None:
    rows = [
        ["Date", "Event", "Source"],
        ["POLICE", "", ""],
        ["4/5/13", "Call.", ""],
        ["Source: command log 3", "", ""],
        ["HEALTH", "", ""],
        ["5/5/13", "Visit.", "RiO"],
    ]
    taken = read(document(WordTable(rows, merges=[(1, 0, 1, 2), (3, 0, 3, 2), (4, 0, 4, 2)])))
    assert given(taken, "event", "source", "comment") == [
        ("Call.", "command log 3", "Agency: POLICE"),
        ("Visit.", "RiO", "Agency: HEALTH"),
    ]
    assert not taken.problems


def test_opened_and_closed_are_a_period_and_who_raised_it_is_people() -> None:
    rows = [
        ["CaseID", "Opened", "Closed", "Category", "Description of issue", "Raised by", "Resolution"],
        ["77", "04/05/2013", "06/05/2013", "ASB", "Noise complaint.", "Housing Officer", "Warning given"],
    ]
    taken = read(separated(rows, ";"))
    entry = ("2013-05-04/2013-05-06", "Noise complaint.", "Housing Officer")
    assert given(taken, "date", "event", "people") == [entry]
    assert taken.entries[0].action == "Warning given"
