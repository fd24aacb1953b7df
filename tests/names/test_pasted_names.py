"""Lists of names as they are pasted: one a line, in any order of writing, with a job title where there is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names.pasted import MOST, PastedName, names_in_list, without_repeats

LINES = [
    ("Ida Fexmere", "Ida Fexmere", ""),
    ("Fexmere, Ida", "Fexmere, Ida", ""),
    ("Ida Fexmere, Crown Prosecutor", "Ida Fexmere", "Crown Prosecutor"),
    ("Fexmere, Ida, Crown Prosecutor 2", "Fexmere, Ida", "Crown Prosecutor 2"),
    ("Ida Fexmere\tCrown Prosecutor", "Ida Fexmere", "Crown Prosecutor"),
    ("Crown Prosecutor\tIda Fexmere", "Ida Fexmere", "Crown Prosecutor"),
    ("Fexmere\tIda\tSenior Crown Prosecutor", "Fexmere Ida", "Senior Crown Prosecutor"),
    ("Fexmere, Ida; Crown Prosecutor", "Fexmere, Ida", "Crown Prosecutor"),
    ("Crown Prosecutor: Ida Fexmere", "Ida Fexmere", "Crown Prosecutor"),
    ("Ida Fexmere (Legal Manager)", "Ida Fexmere", "Legal Manager"),
    ("1. Ida Fexmere \u2013 HEO", "Ida Fexmere", "HEO"),
    ("\u2022 Ida Fexmere", "Ida Fexmere", ""),
    ("ida.fexmere@cps.gov.uk", "Ida Fexmere", ""),
    ("\u201cFexmere, Ida (CPS)\u201d <ida.fexmere@cps.gov.uk>", "Fexmere, Ida", ""),
    ("Ida Fexmere;Crown Prosecutor;ida@police.uk", "Ida Fexmere", "Crown Prosecutor"),
    ("van der Quill, Ludo", "van der Quill, Ludo", ""),
    ("Quenby Thrupp, Wilhelmina", "Quenby Thrupp, Wilhelmina", ""),
    ("Ida Fexmere, CPS Lowmarsh", "Ida Fexmere", ""),
    ("Mr O. Pellbrook, Unit Head", "Mr O. Pellbrook", "Unit Head"),
    ("\ufeffIda\u00a0Fexmere = Crown Prosecutor", "Ida Fexmere", "Crown Prosecutor"),
    ("Ida Fexmere          Crown Prosecutor", "Ida Fexmere", "Crown Prosecutor"),
    ("17\tIda Fexmere\tCrown Prosecutor\t01904 555 0192", "Ida Fexmere", "Crown Prosecutor"),
    ('"Fexmere, Ida","Crown Prosecutor"', "Fexmere, Ida", "Crown Prosecutor"),
    ("Tobias Clerk\tCrown Prosecutor", "Tobias Clerk", "Crown Prosecutor"),
    ("Una May, Crown Prosecutor", "Una May", "Crown Prosecutor"),
    ("Unit Head, Ida Fexmere", "Ida Fexmere", "Unit Head"),
    ("Ida Fexmere (ext 5521), Crown Prosecutor", "Ida Fexmere", "Crown Prosecutor"),
    ("Ida Fexmere (née Thornbury), Crown Prosecutor", "Ida Fexmere (née Thornbury)", "Crown Prosecutor"),
]


@pytest.mark.parametrize(("line", "name", "title"), LINES)
def test_a_line_is_read_as_name_and_job_title(line: str, name: str, title: str) -> None:
    assert names_in_list(line) == (PastedName(1, name, title),)


@pytest.mark.parametrize(
    "line",
    [
        "7",
        "This is a sentence that is far too long to be anybody's name.",
        "x",
        "CPS staff:",
        "Team A",
        "All of the unit",
    ],
)
def test_what_is_no_name_is_a_line_without_one(line: str) -> None:
    assert [one.name for one in names_in_list(line)] == [""]


def test_a_table_is_read_by_its_headings_and_they_are_no_name() -> None:
    text = "Surname\tForename\tJob title\nFexmere\tIda\tCrown Prosecutor\nPellbrook\tOsric\tLegal Manager\n"
    assert names_in_list(text) == (
        PastedName(2, "Ida Fexmere", "Crown Prosecutor"),
        PastedName(3, "Osric Pellbrook", "Legal Manager"),
    )


def test_addresses_of_a_mail_are_read_one_by_one() -> None:
    text = "Ida Fexmere <ida.fexmere@police.uk>; Osric Pellbrook <o.p@police.uk>"
    assert [one.name for one in names_in_list(text)] == ["Ida Fexmere", "Osric Pellbrook"]


IDA, OSRIC, UNA = "Ida Fexmere", "Osric Pellbrook", "Una Thrupp"
MANY = [
    (f"{IDA}; {OSRIC}; {UNA}", ("", "", "")),
    (f"{IDA}, {OSRIC} and {UNA}", ("", "", "")),
    (f"Crown Advocates: {IDA}, {OSRIC} and {UNA}", ("Crown Advocate",) * 3),
    (f"{IDA}, Crown Prosecutor; {OSRIC}, Paralegal; {UNA}, HEO", ("Crown Prosecutor", "Paralegal", "HEO")),
    (f"{IDA} (lawyer), {OSRIC} (paralegal) and {UNA} (manager)", ("lawyer", "paralegal", "manager")),
    (f"Crown Prosecutors\n{IDA}\n{OSRIC}\n\nParalegals\n{UNA}", ("Crown Prosecutor",) * 2 + ("Paralegal",)),
    (f"{IDA}\nUnit Head\n\n{OSRIC}\nParalegal\n\n{UNA}\n", ("Unit Head", "Paralegal", "")),
    (f"Name: {IDA}\nJob title: HEO\nName: {OSRIC}\nName: {UNA}\nRole: Lawyer", ("HEO", "", "Lawyer")),
    (f"Name\tJob title\tEmail\n{IDA}\tHEO\ti@p.uk\n{OSRIC}\t\to@p.uk\n{UNA}\tLawyer\tu@p.uk", ("HEO", "", "Lawyer")),
    (f"| Name | Role |\n|---|---|\n| {IDA} | HEO |\n| {OSRIC} | Lawyer |\n| {UNA} | |", ("HEO", "Lawyer", "")),
    ("Surname,Forename,Post\nFexmere,Ida,HEO\nPellbrook,Osric,Lawyer\nThrupp,Una,", ("HEO", "Lawyer", "")),
    (f"{IDA}\tLawyer\tYork\n{OSRIC}\tLegal person\tYork\n{UNA}\tHEO\tYork", ("Lawyer", "Legal person", "HEO")),
    ("ida.fexmere@police.uk; osric.pellbrook@police.uk, una.thrupp@police.uk", ("", "", "")),
]


@pytest.mark.parametrize(("text", "titles"), MANY)
def test_nobody_of_several_is_passed_over(text: str, titles: tuple[str, ...]) -> None:
    found = [one for one in names_in_list(text) if one.name]
    assert [one.name for one in found] == [IDA, OSRIC, UNA]
    assert tuple(one.title for one in found) == titles


def test_the_addressees_of_a_mail_are_read_surname_first() -> None:
    text = (
        "To: Fexmere, Ida <ida.fexmere@police.uk>; Pellbrook, Osric (York) <o.p@police.uk>;\nThrupp, Una; Quill, Ludo;"
    )
    assert [one.name for one in names_in_list(text)] == [
        "Fexmere, Ida",
        "Pellbrook, Osric",
        "Thrupp, Una",
        "Quill, Ludo",
    ]


def test_a_first_name_is_never_taken_for_a_job_title() -> None:
    assert all("Wilhelmina" not in one.title for one in names_in_list("Thrupp, Wilhelmina\nThrupp - Wilhelmina"))


def test_a_name_stands_once_however_it_is_written() -> None:
    found = names_in_list("Ida Fexmere\nFexmere, Ida\nIDA FEXMERE\nOsric Pellbrook")
    assert [one.line for one in without_repeats(found)] == [1, 4]


def test_a_very_long_list_is_cut() -> None:
    assert len(names_in_list("Ida Fexmere\n" * (MOST + 5))) == MOST


@given(st.text(max_size=400))
def test_any_text_is_read_without_failing(text: str) -> None:
    for one in names_in_list(text):
        assert 0 < one.line <= len(text.splitlines())


@given(
    st.lists(st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{4,12}", fullmatch=True), max_size=20), st.sampled_from("\n\r")
)
def test_each_line_with_two_words_is_one_name(names: list[str], end: str) -> None:
    assert len(names_in_list(end.join(names))) >= len(names) - 1  # the first can be a heading


def test_a_repr_holds_no_name() -> None:
    assert "Fexmere" not in repr(names_in_list("Ida Fexmere"))
