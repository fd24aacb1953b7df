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
