"""Which paragraph or cell differs, and where it stands."""

from __future__ import annotations

import time

import pytest
from docx_tools import changed
from hypothesis import given
from hypothesis import strategies as st
from word_sample import chronology_rows, sample_report, with_rows

from imr_desk.export.compare import MOST, Difference, differences
from imr_desk.export.readback import read_word
from imr_desk.export.word import write_word
from imr_desk.export.words import Line, lines

_REPORT = sample_report()
_LINES = list(lines(_REPORT))


def with_text(old: str, new: str) -> list[Line]:
    at = next(at for at, line in enumerate(_LINES) if line.text == old)
    return [*_LINES[:at], Line(_LINES[at].block, new), *_LINES[at + 1 :]]


def test_differences_of_the_same_words_are_none() -> None:
    assert differences(_LINES, list(_LINES), _REPORT) == ()


@pytest.mark.parametrize(
    ("old", "new", "block", "where"),
    [
        ("Seen again in review 4.", "Seen.", "B29", "Annex A Full chronology: Table 5, row E04, column ‘Comment’"),
        ("08/08/2016", "09/08/2016", "B29", "Annex A Full chronology: Table 5, row E07, column ‘Date’"),
        ("Basis", "Bases", "B29", "Annex A Full chronology: Table 5, heading of column ‘Basis’"),
        ("Chronology of CPS involvement", "x", "B29", "Annex A Full chronology: Table 5, caption or note"),
        ("It asked each agency for a review.", "x", "B05", "1 Introduction: paragraph 1.3"),
        ("the second point.", "x", "B16", "2 Analysis against the terms of reference"),
        ("Introduction", "x", "B05", "1 Introduction"),
        ("Crown Prosecution Service", "x", "B01", "Individual Management Review"),
        (_REPORT.handling, "x", "B01", "Individual Management Review"),
    ],
)
def test_difference_of_one_text_is_named_with_its_place(old: str, new: str, block: str, where: str) -> None:
    assert differences(_LINES, with_text(old, new), _REPORT) == (Difference(block, old, new, where),)


def test_differences_of_words_put_in_and_taken_out_have_one_side_empty() -> None:
    at = _LINES.index(Line("B16", "the first point;"))
    more = [*_LINES[:at], Line("B16", "New."), *_LINES[at:]]
    assert [found[1:3] for found in differences(_LINES, more, _REPORT)] == [("", "New.")]
    assert [found[1:3] for found in differences(more, _LINES)] == [("New.", "")]


def test_differences_without_a_report_count_the_line_in_its_block() -> None:
    assert differences(_LINES, with_text("The Board met on 18 January 2018.", "x"))[0].where == (
        "part B05 of the report, line 3"
    )


def test_differences_at_the_very_end_and_from_nothing_are_named() -> None:
    assert differences(_LINES, [*_LINES, Line("B99", "More.")], _REPORT)[0].found == "More."
    assert differences([], [Line("B99", "More.")], None)[0].block == "B99"
    assert differences(_LINES[:1], [], None)[0].expected == _LINES[0].text


def test_cell_changed_in_the_file_is_named() -> None:
    data = changed(write_word(_REPORT), "Seen again in review 8.", "Never seen again.")
    (found,) = differences(_LINES, read_word(data).lines, _REPORT)
    assert found.expected == "Seen again in review 8."
    assert found.found == "Never seen again."
    assert found.where.endswith("Table 5, row E08, column ‘Comment’")


@pytest.mark.parametrize("steps", [1, 5])
def test_differences_of_a_text_moved_to_an_empty_cell_name_both_cells(steps: int) -> None:
    row = [Line("B29", text) for text in ("E1", "A text.", "", "", "one", "", "")]
    moved = list(row)
    moved[1], moved[1 + steps] = moved[1 + steps], moved[1]
    for before, after in ((row, moved), (moved, row)):
        said = differences([*_LINES, *before], [*_LINES, *after])
        assert sorted(each[1:3] for each in said) == [("", "A text."), ("A text.", "")]


def test_differences_of_a_row_put_in_do_not_list_its_empty_cells() -> None:
    row = [Line("B29", text) for text in ("E1", "", "", "Told.", "")]
    assert [each[1:3] for each in differences(_LINES, [*_LINES, *row])] == [("", "E1"), ("", "Told.")]


def test_differences_of_an_empty_row_put_in_are_one() -> None:
    assert [each[1:3] for each in differences(_LINES, [*_LINES, *[Line("B29", "")] * 12])] == [("", "")]


def test_differences_in_a_long_chronology_are_found_quickly() -> None:
    report = with_rows(sample_report(), chronology_rows(4000))
    expected = list(lines(report))
    found = [line for line in expected if line.text != "Event 2000: x"]
    at = len(expected) // 2
    found[at] = Line("B29", "Changed")
    del found[at + 5000]
    found.insert(at - 5000, Line("B29", "Yes"))
    start = time.process_time()
    assert len(differences(expected, found, report)) == 3
    assert len(differences(expected, expected[::-1])) == MOST
    assert time.process_time() - start < 5


_TEXTS = st.lists(st.sampled_from(("", "a", "b", "c", "d", "e")), max_size=12)


@given(_TEXTS, _TEXTS)
def test_differences_of_any_two_lists_turn_one_into_the_other(one: list[str], other: list[str]) -> None:
    expected, found = [Line("B", text) for text in one], [Line("B", text) for text in other]
    said = differences(expected, found)
    assert bool(said) == (expected != found)
    taken, put = sorted(d.expected for d in said if d.expected), sorted(d.found for d in said if d.found)
    left = list(one)
    for text in taken:
        left.remove(text)
    assert sorted(filter(None, left + put)) == sorted(filter(None, other))
