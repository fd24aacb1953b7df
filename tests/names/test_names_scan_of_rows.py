"""Cells of a table are read each by itself; registered names are found all the same."""

from __future__ import annotations

import pytest

from imr_desk.names.guard import Guard
from imr_desk.names.register import StaffRegister, rows_for
from imr_desk.names.scan import CELL_END, scan

KEY = bytes(32)
PEOPLE = (*rows_for(KEY, "STF-02", "Osric Pellbrook"), *rows_for(KEY, "STF-03", "Grace May"))
GUARD = Guard(StaffRegister(KEY, PEOPLE), {}, ("Child K",))


def _row(*cells: str) -> list[tuple[str, str]]:
    return [("body B17", CELL_END.join(cells))]


@pytest.mark.parametrize(
    "cells",
    [
        ("Reviewed in May", "Not carried out"),
        ("Advice given in April", "June and July"),
        ("Chief", "Grove House"),
        ("Case 4", "Child K", "", "Yes"),
    ],
)
def test_scan_of_a_row_does_not_join_the_words_of_two_cells_into_a_name(cells: tuple[str, ...]) -> None:
    found = scan(GUARD, _row(*cells))
    assert [hit.words for hit in (*found.registered, *found.unknown)] == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("12 May 2013", "Pellbrook wrote"), "Pellbrook"),
        (("STF-02", "Osric", "Pellbrook"), "Osric"),
        (("Advice by Osric\nPellbrook was read", ""), "Osric\nPellbrook"),
        (("Grace", "May"), "Grace May"),
        (("May", "Grace", "Chester"), "May Grace"),
        (("Ann", "Grace", "May"), "Grace May"),
        (("4", "Grace", "", "May", "Yes"), "Grace  May"),
        (("Ms", "May", "Yes"), "May"),
        (("Surname", "Other", "First name", "Grace"), "Grace"),
        (("Pell", "brook"), "Pell brook"),
        (("asked by PELL", "BROOK in June"), "PELL BROOK"),
        (("p", "e", "l", "l", "b", "r", "o", "o", "k"), "p e l l b r o o k"),
    ],
)
def test_scan_of_a_row_finds_a_registered_name_in_one_cell_and_across_two(cells: tuple[str, ...], words: str) -> None:
    found = scan(GUARD, _row(*cells))
    assert words in [hit.words for hit in found.registered]
    assert {hit.place for hit in found.registered} == {"body B17"}


def test_scan_of_a_row_finds_an_unknown_name_within_a_cell_at_its_place() -> None:
    text = CELL_END.join(("One", "Mr Throstle wrote"))
    (hit,) = scan(GUARD, [("body", text)]).unknown
    assert text[hit.start : hit.end] == "Throstle"


def test_scan_of_a_row_counts_a_registered_name_that_fills_two_cells_once_a_cell() -> None:
    assert [hit.person for hit in scan(GUARD, _row("Osric", "Pellbrook")).registered] == ["STF-02", "STF-02"]


@pytest.mark.parametrize(
    "cells",
    [
        ("Dates in May", "Ms", "Yes"),
        ("4", "May 2013", "Ms"),
        ("he", "ad", "or", "low"),
    ],
)
def test_scan_of_a_row_with_words_of_names_in_other_places_finds_none(cells: tuple[str, ...]) -> None:
    assert scan(GUARD, _row(*cells)).registered == ()


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Reviewed by", "Grace", "May", "in June"), "Grace May"),
        (("May", "Grace"), "May Grace"),
        (("As Pell", "brook wrote"), "Pell brook"),
        (("P", "E", "L", "L", "B", "R", "O", "O", "K"), "P E L L B R O O K"),
    ],
)
def test_scan_of_paragraphs_finds_a_registered_name_across_two_of_one_place(lines: tuple[str, ...], words: str) -> None:
    found = scan(GUARD, [("body B17", line) for line in lines])
    assert words in [hit.words for hit in found.registered]


def test_scan_of_paragraphs_that_end_or_stand_in_other_places_joins_nothing() -> None:
    assert scan(GUARD, [("body B17", "Grace."), ("body B17", "May to June")]).registered == ()
    assert scan(GUARD, [("body B17", "Grace"), ("body B18", "May to June")]).registered == ()


def test_scan_of_paragraphs_says_where_in_the_first_of_them_a_name_begins() -> None:
    (hit,) = scan(GUARD, [("body", "One."), ("body", " Grace"), ("body", "May")]).registered
    assert (hit.start, hit.words) == (1, "Grace May")


@pytest.mark.parametrize(
    "lines",
    [
        ("1.1\nReviewed by Grace", "1.2\nMay"),
        ("(a)\nAs Pell", "(b)\nbrook wrote"),
        tuple(f"1.{place}\n{letter}" for place, letter in enumerate("PELLBROOK", start=8)),
    ],
)
def test_scan_of_paragraphs_whose_numbers_are_part_of_the_text_finds_a_name_across_them(lines: tuple[str, ...]) -> None:
    assert scan(GUARD, [("body B17", line) for line in lines]).registered


def test_scan_of_numbered_paragraphs_without_a_name_finds_none() -> None:
    lines = ("1.1\nAdvice given by April", "1.2\nNot carried out", "(a)\nThe grace period", "(b)\nthe date: 4 May 2013")
    assert scan(GUARD, [("body B17", line) for line in lines]).registered == ()
