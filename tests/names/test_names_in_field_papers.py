"""Likely names in logs, court sheets and tables; bodies, places and abbreviations there that are nobody's."""

from __future__ import annotations

import pytest

from imr_desk.names import unknown


def marked(text: str) -> list[str]:
    return [text[one.start : one.end] for one in unknown.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Dombrowskis moved twice; the Okekes did not.", ["Dombrowskis", "Okekes"]),
        ("Md Shafiqul Rahman signed.", ["Md Shafiqul Rahman"]),
        ("Before DJ(MC) Throstlewick. For the Crown Ms Quenby.", ["Throstlewick", "Quenby"]),
        ("AP states ex partner Deshawn at the door, IP Kayleigh crying.", ["Deshawn", "Kayleigh"]),
        ("Recommendation 6: Chaudhary to redraft the checklist; by March.", ["Chaudhary"]),
        ("Her name is spelt M-a-i-s-i-e.", ["M-a-i-s-i-e"]),
    ],
)
def test_find_in_papers_of_the_field_marks_the_names(text: str, names: list[str]) -> None:
    assert marked(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Patrol of Harwood Sq, Pell Rd and Thorne St, nil seen.",
        "Cyngor Gwynedd, Heddlu Dyfed a Bwrdd Iechyd Powys",
        "Enquiries in Llanwrtyd, Aberporth and Pontrhydyfen drew a blank.",
        "No GRPK on file; ref'd to BNTL and PWQ.",
        "He came via Edirne and Plovdiv, then by lorry to Calais.",
        "Prescribed Bisoprolol and Lorazepam; Sertraline stopped.",
        "the Bartlett and Crowther scales",
    ],
)
def test_find_of_what_is_nobody_in_papers_of_the_field_finds_nothing(text: str) -> None:
    assert marked(text) == []
