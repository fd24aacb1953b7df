"""Whatever comes in: nothing but a sentence goes wrong, and every word is in an entry or in the list of problems."""

from __future__ import annotations

import csv
import io

from hypothesis import HealthCheck, settings
from hypothesis import given as examples
from hypothesis import strategies as st
from intake_files import read

from imr_desk.errors import BadInputError
from imr_desk.intake.taken import Taken

HEADINGS = st.sampled_from(
    [
        *(
            "Date",
            "Time",
            "Source",
            "Event",
            "Staff",
            "Action taken",
            "Comments",
            "Child seen?",
            "Ref",
            "End date",
            "Year",
        ),
        *(
            "Date recorded",
            "Agency",
            "Outcome",
            "Summary",
            "Page",
            "",
            "Risk assessment",
            "When",
            "What happened",
            "Police",
        ),
    ]
)
CELLS = st.sampled_from(
    [
        *(
            "",
            "4/5/13",
            "5 May",
            "2013",
            "March 2014",
            "31/02/2013",
            "16.15",
            "pm",
            '"',
            "ditto",
            "as above",
            "x",
            "N/K",
            "?",
        ),
        *(
            "Mother attended.",
            "went on in small letters",
            "Key: abbreviations",
            "Comment: not done",
            "2",
            "04/05/2013 10:00",
        ),
        *(
            "c. July 2013",
            "4-6 May 2013",
            "Two lines\nin a cell",
            "Note",
            "Signed",
            "Education",
            "#REF!",
            "41398",
            "before 2012",
        ),
    ]
)
SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(2, 6))
    head = draw(st.lists(HEADINGS, min_size=width, max_size=width, unique=True))
    row = st.lists(CELLS, min_size=width, max_size=width)
    return [head, *draw(st.lists(row, min_size=1, max_size=8))]


def listed(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def said(taken: Taken) -> str:
    """Everything that is said of a file, but the headings."""
    words = []
    for entry in taken.entries:
        words += [
            entry.date_text,
            entry.date_words,
            entry.source,
            entry.event,
            entry.people,
            entry.action,
            entry.comment,
        ]
        words += [entry.time, entry.date, entry.learned_words]
    words += [problem.text for problem in taken.problems]
    words += list(taken.headings.values())
    words += [heading for table in taken.tables for _, heading, _ in table.columns]
    return "\n".join(words)


READ_INTO_SOMETHING_ELSE = frozenset(
    (
        "",
        "16.15",
        "N/K",
        "?",
        "ditto",
        '"',
        "as above",
        "2013",
        "March 2014",
        "4/5/13",
        "04/05/2013 10:00",
        "41398",
        "2",
        "5 May",
    )
)
"""Cells that are understood and so stand in the date, the time, or what was repeated."""


@settings(max_examples=300, suppress_health_check=SLOW, deadline=None)
@examples(tables())
def test_every_cell_is_in_an_entry_or_listed(rows: list[list[str]]) -> None:
    try:
        taken = read(listed(rows))
    except BadInputError:
        return
    everything = said(taken)
    first = min(table.header_row for table in taken.tables)
    for row in rows[first:]:
        for cell in row:
            assert cell in READ_INTO_SOMETHING_ELSE or cell in everything or row == rows[0]


@settings(max_examples=200, suppress_health_check=SLOW, deadline=None)
@examples(tables())
def test_every_row_is_an_entry_or_stands_in_the_list_or_carries_a_year(rows: list[list[str]]) -> None:
    try:
        taken = read(listed(rows))
    except BadInputError:
        return
    told = {each.origin.row for each in (*taken.entries, *taken.problems)}
    for number, row in enumerate(rows, 1):
        filled = [cell for cell in row if cell]
        if number > min(table.header_row for table in taken.tables) and len(filled) > 1 and row != rows[0]:
            assert number in told


def sentence_of(data: bytes) -> str:
    """What is said where a file is refused; "." where it was read."""
    try:
        read(data)
    except BadInputError as error:
        return error.sentence
    return "."


@settings(max_examples=300, deadline=None)
@examples(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    assert sentence_of(data).endswith(".")


@settings(max_examples=400, deadline=None)
@examples(st.text(max_size=300))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    assert sentence_of(text.encode("utf-8", "replace")).endswith(".")


@settings(max_examples=200, deadline=None)
@examples(
    st.text(max_size=200), st.sampled_from(["<table><tr><td>{}</td></tr></table>", "<table><tr><th>{}", "<?xml {}"])
)
def test_any_markup_is_read_or_refused_in_a_sentence(text: str, shape: str) -> None:
    assert sentence_of(shape.format(text).encode("utf-8", "replace")).endswith(".")
