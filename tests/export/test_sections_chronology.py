"""The chronology and what is said of it (B15, B29)."""

from __future__ import annotations

import pytest
from factories import full_entry, record
from section_reader import block_of, paragraphs, said, tables, targets, words

from imr_desk.review.chronology_columns import CELLS
from imr_desk.review.record import Record

PERIOD = record("period", "period", start="2020-01-01", cut_off="2023-12-31")
PEOPLE = (
    record("staff", "STF-01", code="Crown Prosecutor 1", unit="Process unit"),
    record("subject", "SUB-01", code="Child Q"),
    record("case", "CASE-A", code="Case A"),
    record("record", "REC-01", description="File"),
)
ENTRY = full_entry("4 May 2021, 16:15")


def row(*more: Record, template: str = "T1") -> tuple[str, ...]:
    block = block_of("B29", PERIOD, *PEOPLE, *more, template=template)
    return tables(block)[0].rows[0].cells


def test_chronology_of_the_cps_has_its_columns_in_order() -> None:
    assert row(ENTRY) == (
        "CE-001",
        "04/05/2021",
        "16:15",
        "REC-01, p. 3\nREC-01, p. 9",
        "Case A",
        "Child Q",
        "A call.",
        "Crown Prosecutor 1: Charge",
        "Evidence",
        "Charged",
        "Partly met\nPOV-001",
        "Quick.\nKnown at second hand.\nLearned on 05/01/2022.\nfrom a log",
    )


def test_chronology_of_the_home_office_has_its_columns_in_order() -> None:
    cells = row(ENTRY, template="T2")
    assert cells[4:9] == ("Child Q", "A call.", "Crown Prosecutor 1", "Yes", "Crown Prosecutor 1: Charge")
    assert "Case A" not in cells


def test_chronology_columns_named_in_the_review_come_before_those_of_the_template() -> None:
    about = record("review", "review", chronology_columns="C2")
    assert row(ENTRY, about)[6] == "Crown Prosecutor 1"


def test_chronology_columns_arranged_by_the_author_come_before_every_set() -> None:
    columns = (
        {"cell": "date", "heading": "When"},
        {"cell": "source", "heading": "Whence"},
        {"cell": "event", "heading": "What", "hidden": True},
        {"cell": "own:weather", "heading": "Weather"},
    )
    about = record("review", "review", chronology_columns="C2")
    layout = record("chronology_layout", "chronology_layout", columns=columns)
    entry = record("entry", "CE-001", date="4 May 2021", further=({"column": "weather", "words": "Rain."},))
    table = tables(block_of("B29", entry, about, layout))[0]
    assert [each.heading for each in table.columns] == ["When", "Whence", "Weather"]
    assert table.rows[0].cells == ("04/05/2021", "", "Rain.")


def test_chronology_of_a_merge_says_the_end_of_a_period_in_a_column_of_its_own() -> None:
    about = record("review", "review", chronology_columns="C0")
    entry = record("entry", "CE-001", date="between 3 and 7 August 2012", event="Calls.")
    known = "Date as known: between 3 and 7 August 2012. Calls."
    assert row(entry, about)[1:7] == ("03/08/2012", "", "07/08/2012", "", "", known)


@pytest.mark.parametrize(
    ("date", "cells"),
    [
        ("4 May 2012, 16:15", ("04/05/2012", "16:15", "", "")),
        ("4 May 2012, 14:00 to 15:00", ("04/05/2012", "14:00", "", "15:00")),
        ("4 May 2012 until 15:00", ("04/05/2012", "", "", "15:00")),
        ("4 May 2012 after 15:00", ("04/05/2012", "15:00", "", "")),
        ("4 May 2012 22:00 to 5 May 2012 02:00", ("04/05/2012", "22:00", "05/05/2012", "02:00")),
        ("4 May 2012", ("04/05/2012", "", "", "")),
    ],
)
def test_chronology_of_a_merge_says_when_a_range_of_times_ends(date: str, cells: tuple[str, ...]) -> None:
    about = record("review", "review", chronology_columns="C0")
    assert row(record("entry", "CE-001", date=date, event="Calls."), about)[1:5] == cells


def test_date_stays_whole_where_its_end_or_what_happened_is_in_no_column() -> None:
    columns = [{"cell": each, "heading": each} for each in ("date", "end_date", "source")]
    layout = record("chronology_layout", "chronology_layout", columns=tuple(columns))
    entry = record("entry", "CE-001", date="between 3 and 7 August 2012", event="Calls.")
    assert row(entry, layout)[:2] == ("between 3 and 7 August 2012", "07/08/2012")
    assert row(entry)[1] == "between 3 and 7 August 2012"


def test_every_column_the_program_fills_is_filled_in_the_report() -> None:
    columns = tuple({"cell": each, "heading": each} for each in CELLS)
    layout = record("chronology_layout", "chronology_layout", columns=columns)
    question = record("question", "Q-1", number=1)
    table = tables(block_of("B29", full_entry(), layout, question))[0]
    assert [cell for cell, words in zip(CELLS, table.rows[0].cells, strict=True) if not words] == []


def test_chronology_rows_carry_their_anchor_and_the_note_counts_them() -> None:
    table = tables(block_of("B29", ENTRY))[0]
    assert table.rows[0].anchor == "CE-001"
    assert table.note.startswith("End of chronology: 1 entry.")
    assert block_of("B29", ENTRY).landscape


@pytest.mark.parametrize(
    ("date", "comment"),
    [
        ("31 December 2019", "Background."),
        ("1 January 2020", ""),
        ("31 December 2023", ""),
        ("1 January 2024", "Background."),
        ("about 2019", "Background."),
        ("between 1 December 2019 and 5 January 2020", ""),
        ("unknown", ""),
    ],
)
def test_chronology_row_outside_the_period_says_background_in_words(date: str, comment: str) -> None:
    assert row(record("entry", "CE-001", date=date, event="A call."))[-1] == comment


def test_chronology_background_is_not_said_twice() -> None:
    entry = record("entry", "CE-001", date="4 May 2010", event="A call.", comment="Background. Known later.")
    assert row(entry)[-1] == "Background. Known later."


def test_chronology_prints_an_unsure_day_with_its_mark_and_other_dates_in_words() -> None:
    assert row(record("entry", "CE-001", date="4 May 2021?", event="A call."))[1] == "?04/05/2021"
    assert row(record("entry", "CE-001", date="about July 2021", event="A call."))[1] == "about July 2021"


def test_chronology_chapter_counts_the_entries_and_points_to_the_annex() -> None:
    block = block_of(
        "B15",
        PERIOD,
        ENTRY,
        record("entry", "CE-002", date="4 May 2010", event="Before."),
        record("gap", "GAP-01", after="CE-002", before="CE-001", days=4018, explanation="No contact."),
    )
    assert list(targets(block)) == ["B29", "t-gaps"]
    assert "It has 2 entries. 1 of them is background, outside the period under review." in words(block)
    assert tables(block)[0].rows[0].cells == ("CE-002", "CE-001", "4018", "No contact.")
    assert "A call." not in words(block)


def test_chronology_without_entries_gives_the_statement_of_no_involvement() -> None:
    stated = record("records_statement", "records_statement", no_involvement="Nothing was found.")
    for block_id in ("B15", "B29"):
        assert [said(part) for part in block_of(block_id, stated).parts] == ["Nothing was found."]


def test_chronology_without_entries_is_empty() -> None:
    block = block_of("B15", draft=True)
    assert [said(part) for part in block.parts] == ["[Nothing entered yet]"]
    assert not any(part.sealed for part in paragraphs(block))


@pytest.mark.parametrize(
    ("learned", "said_of_it"),
    [("5 June 2022, 16:15", "Learned on 05/06/2022, 16:15."), ("?5 June 2022", "Learned: ?05/06/2022."),
     ("c. July 2022", "Learned: c. July 2022."),
     ("between 3 and 7 August 2022", "Learned: between 3 and 7 August 2022.")],
)  # fmt: skip
def test_when_it_was_learned_is_printed_as_it_is_known(learned: str, said_of_it: str) -> None:
    assert row(record("entry", "CE-001", date="4 May 2021", event="A call.", learned_on=learned))[-1] == said_of_it
