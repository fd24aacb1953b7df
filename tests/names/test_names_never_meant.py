"""Words that nobody is meant by: parts of a date, everyday file names, the addresses of offices, abbreviations."""

from __future__ import annotations

import pytest

from imr_desk.names import unknown


def looked_at(text: str) -> list[str]:
    return [text[one.start : one.end] for one in unknown.find(text, look=True)]


def marked(text: str) -> list[str]:
    return [text[one.start : one.end] for one in unknown.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "June 2014: charged.",
        "May 2015 to April 2016",
        "14 May | call received",
        "on the 3rd of June the list was sent",
        "Mon 3 Sept; Sun 9th",
        "Apr-Jun: 9. Jul-Sep: 14. Jan-Mar: 20.",
        "August '12 to May '13",
    ],
)
def test_find_of_a_month_or_day_beside_its_number_is_not_even_worth_a_look(text: str) -> None:
    assert looked_at(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("14/03/17 May rang the court.", ["May"]),
        ("Mr May 2014", ["May"]),
    ],
)
def test_find_of_a_month_that_somebody_is_called_marks_it(text: str, names: list[str]) -> None:
    assert marked(text) == names


@pytest.mark.parametrize("text", ["law.docx", "bail.pdf and charge.msg", "(court.xlsx)"])
def test_find_of_a_file_called_by_an_everyday_word_finds_nothing(text: str) -> None:
    assert looked_at(text) == []


def test_find_of_an_office_address_marks_the_person_before_the_at_alone() -> None:
    text = "sent to t.throstle@middlemarch.pnn.police.uk"
    assert looked_at(text) == ["t.throstle"]


def test_find_of_a_name_in_another_domain_is_worth_a_look_alone() -> None:
    text = "info@throstlewick.example"
    assert marked(text) == []


@pytest.mark.parametrize("text", ["grant.pdf", "in may.xlsx", "No GRPKT on file.", "mark.docx was blank"])
def test_find_of_what_is_hardly_a_name_is_worth_a_look_at_most(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize("text", ["grant.throstle.pdf", "throstlewick.docx"])
def test_find_of_a_file_called_by_a_name_marks_it(text: str) -> None:
    assert marked(text) != []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Lord for the defence.", ["Lord"]),
        ("Miss Judge rang.", ["Judge"]),
    ],
)
def test_find_of_somebody_called_by_a_title_marks_the_name(text: str, names: list[str]) -> None:
    assert marked(text) == names
