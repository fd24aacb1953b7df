"""The report as it is read on a screen: every word of it, with the numbers that the Word file comes to."""

from __future__ import annotations

import datetime as dt

from factories import complete_review

from imr_desk.export.build import build_report
from imr_desk.export.readable import ReadLine, readable
from imr_desk.export.report import Report
from imr_desk.export.words import lines

TODAY = dt.date(2024, 8, 1)


def report() -> Report:
    return build_report(complete_review(), draft=True, today=TODAY)


def test_readable_report_says_every_word_that_is_signed() -> None:
    said = "\n".join(line.spoken() for line in readable(report()).lines)
    missing = [line.text for line in lines(report()) if not all(word in said for word in line.text.split())]
    assert missing == []


def test_readable_chapters_lead_to_their_lines_with_their_numbers() -> None:
    made = readable(report())
    numbered = [chapter for chapter in made.chapters if chapter.number]
    assert [chapter.number for chapter in numbered[:2]] == ["1", "2"]
    assert all(made.lines[each.at] == ReadLine("chapter", each.heading, each.number) for each in numbered)


def test_readable_references_print_the_number_of_what_they_lead_to() -> None:
    table = next(line for line in readable(report()).lines if line.kind == "caption")
    assert table.number.startswith("Table ")
    assert any("Table " in line.text for line in readable(report()).lines if line.kind == "numbered")


def test_readable_row_is_spoken_under_its_headings_and_empty_cells_are_not() -> None:
    row = ReadLine("row", columns=("Ref", "Date", "Note"), cells=("CE-001", "3 May", ""))
    assert row.spoken() == "Ref: CE-001. Date: 3 May"
    assert ReadLine("head", columns=("Ref", "Date")).spoken() == "Ref, Date"
