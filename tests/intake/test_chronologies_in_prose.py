"""Chronologies without a table: paragraphs of a Word document, or lines that were pasted, each begun by its date."""

from __future__ import annotations

import io

import docx
import pytest
from intake_files import given

from imr_desk.errors import BadInputError
from imr_desk.intake.prose import begins_with_date
from imr_desk.intake.reading import read_pasted
from imr_desk.intake.take import take, take_book
from imr_desk.intake.taken import Taken


def document(*paragraphs: str, cover: bool = False) -> Taken:
    made = docx.Document()
    if cover:
        table = made.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Agency:", "Northshire Housing"
    for words in paragraphs:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return take(out.getvalue(), "told.docx")


@pytest.mark.parametrize(
    ("line", "date", "rest"),
    [
        ("4 May 2013 – Home visit - no reply.", "4 May 2013", "Home visit - no reply."),
        ("17 May 2013 – 19 May 2013: Absent.", "17 May 2013 – 19 May 2013", "Absent."),
        ("04/05/2013 10:30 Telephone call.", "04/05/2013 10:30", "Telephone call."),
        ("4 May 2013 2 officers came.", "4 May 2013", "2 officers came."),
        ("On 4 May 2013 officers came.", "On 4 May 2013", "On 4 May 2013 officers came."),
        ("(3) c. May 2013: moved.", "c. May 2013", "moved."),
        ("Undated – a letter.", "Undated", "a letter."),
        ("4 May 2013 – No reply.", "4 May 2013", "No reply."),
        ("4 May 2013 – Night shift rang.", "4 May 2013", "Night shift rang."),
        ("4 May 2013 Married at church.", "4 May 2013", "Married at church."),
        ("•\t4 May 2013 @ 10pm – fight.", "4 May 2013 @ 10pm", "fight."),
    ],
)
def test_date_at_the_beginning_of_a_line_is_cut_from_what_happened(line: str, date: str, rest: str) -> None:
    assert begins_with_date(line) == (date, rest, False)


@pytest.mark.parametrize("line", ["12 attended.", "3.2 Findings", "May was hard.", "7 days later", "10:30 Call"])
def test_line_that_begins_with_other_figures_begins_with_no_date(line: str) -> None:
    assert begins_with_date(line) is None


def test_paragraphs_that_begin_with_dates_are_entries_beside_a_table_that_is_none() -> None:
    taken = document(
        "2013", "4 May – Referral.", "7 May", "10.30 Visit.", "No food.", "June 2013: Closed.", "The end", cover=True
    )
    assert given(taken, "date", "time", "event") == [
        ("2013-05-04", "", "Referral."),
        ("2013-05-07", "10:30", "Visit.\nNo food."),
        ("2013-06", "", "Closed."),
    ]
    assert [problem.text for problem in taken.problems] == ["The end"]


def test_numbers_of_paragraphs_are_no_dates() -> None:
    taken = document("3. Chronology", "3.1 On 4 May 2013, a referral came.", "3.2 On 10 May 2013 at 14:00, a visit.")
    assert given(taken, "date", "time", "event") == [
        ("2013-05-04", "", "a referral came."),
        ("2013-05-10", "14:00", "a visit."),
    ]


def test_blocks_of_labelled_lines_are_read_like_a_form() -> None:
    block = ("Event: Visit.", "Nobody in.", "Source: RiO p. 3")
    taken = document("Date: 4 May 2013", *block, "Date: 9 May 2013", *block)
    assert given(taken, "date", "event", "source") == [
        ("2013-05-04", "Visit.\nNobody in.", "RiO p. 3"),
        ("2013-05-09", "Visit.\nNobody in.", "RiO p. 3"),
    ]


def test_lines_that_are_pasted_with_commas_in_them_are_no_columns() -> None:
    pasted = "12/01/2010 Booked, first child\n26/02/2010 Missed, no reply, letter sent\n03/03/2010 Rang\n"
    taken = take_book(read_pasted(pasted), "pasted")
    assert given(taken, "date", "event") == [
        ("2010-01-12", "Booked, first child"),
        ("2010-02-26", "Missed, no reply, letter sent"),
        ("2010-03-03", "Rang"),
    ]


def test_lists_that_are_pasted_with_their_marks_and_days_on_lines_of_their_own_are_read() -> None:
    marked = "1.\t4 May 2013 – Visit, no reply.\n2.\t9 May 2013 – Closed.\n"
    alone = "Sat 4 May 2013\nVisit.\nNo reply.\n\nThu 9 May 2013\nClosed.\nRegards\nThe Team\n"
    for pasted, first in ((marked, "Visit, no reply."), (alone, "Visit.\nNo reply.")):
        taken = take_book(read_pasted(pasted), "pasted")
        assert given(taken, "date", "event") == [("2013-05-04", first), ("2013-05-09", "Closed.")]


def test_letter_with_its_date_is_no_chronology() -> None:
    with pytest.raises(BadInputError, match="no table"):
        document(
            "4 May 2013", "Dear colleague,", "The panel met.", "On 9 May 2013 it meets again.", "Yours", "A. Clerk"
        )


def test_table_of_interviews_does_not_stand_for_the_chronology_in_prose_beside_it() -> None:
    made = docx.Document()
    table = made.add_table(rows=2, cols=3)
    for row, words in enumerate((("Person interviewed", "Date of interview", "By"), ("Nurse", "2/4/14", "Author"))):
        for column, each in enumerate(words):
            table.cell(row, column).text = each
    for words in ("4 May 2013 – Visit.", "5 May 2013 – Call.", "9 May 2013 – Closed."):
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    assert given(take(out.getvalue(), "told.docx"), "event") == [("Visit.",), ("Call.",), ("Closed.",)]
