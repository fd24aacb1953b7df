"""A registered name does not get past the guard by being broken apart, spelt with figures or in look-alike letters."""

from __future__ import annotations

import pytest

from imr_desk.names import find_registered
from imr_desk.names.register import throwaway_register

PEOPLE = ("Osric Pellbrook", "Wilhelmina Quenby-Thrupp", "Maeve D'Ombrey")


@pytest.mark.parametrize(
    "written",
    [
        "P e l l b r o o k",
        "p e l l b r o o k",
        "P.e.l.l.b.r.o.o.k",
        "P-e-l-l-b-r-o-o-k",
        "P_e_l_l_b_r_o_o_k",
        "Pell brook",
        "PELL BROOK",
        "Pell\nbrook",
        "Pell\u2028brook",
        "Pell/brook",
        "Pell*brook",
        "**Pell**brook",
        "Pell[brook]",
        "Pell(b)rook",
        "Pell_brook",
        "Pell.brook",
        "Pell\u00b7brook",
        "Pe11brook",
        "P3llbrook",
        "Pellbr00k",
        "\uff30\uff45\uff4c\uff4c\uff42\uff52\uff4f\uff4f\uff4b",
        "\U0001d40f\U0001d41e\U0001d425\U0001d425\U0001d41b\U0001d42b\U0001d428\U0001d428\U0001d424",
        "\u1d18\u1d07\u029f\u029f\u0299\u0280\u1d0f\u1d0f\u1d0b",
        "\u0420\u0435llbr\u043e\u043ek",
        "P\u0336e\u0336l\u0336l\u0336b\u0336r\u0336o\u0336o\u0336k",
        "Pell\u2063brook",
        "PeLlBrOoK",
        "pELLBROOK",
        "Pellbrooks\u2019",
        "Smith-Pellbrook",
        "MG11PellbrookO",
        "#OsricPellbrook",
        "www.osricpellbrook.co.uk",
        "Osric \u2018Ozzy\u2019 Pellbrook",
        "Dombrey",
        "D Ombrey",
    ],
)
def test_it_is_found(written: str) -> None:
    text = f"It was {written} who said so."
    letters = {at for at in range(7, 7 + len(written)) if text[at].isalpha() and not written.startswith(("#", "www"))}
    covered = {at for span in find_registered(text, PEOPLE) for at in range(span.start, span.end)}
    allowed = {at for at in letters if text[at] in "\u2018ys" or written.startswith(("MG11", "Smith", "Osric"))}
    assert covered
    assert letters - allowed <= covered


def test_what_was_put_together_is_never_certain() -> None:
    register = throwaway_register(PEOPLE)
    assert [one.certain for one in register.find("Then Pell brook and Pe11brook came.")] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "the under wood was cut in the green wood",
        "It was 13 ill people, 5 of them in room 4a on 3rd May.",
        "See 4ab3 and c0de in section 17b of the log.",
    ],
)
def test_everyday_words_and_figures_beside_each_other_are_no_name(text: str) -> None:
    assert find_registered(text, ("Ann Underwood", "Una Greenwood", "Ida Code")) == []


def test_one_word_of_many_letters_and_figures_is_read_in_a_moment() -> None:
    text = "1l3e4a5s7t0o" * 4000
    assert find_registered(text, PEOPLE) == []
