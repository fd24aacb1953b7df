"""What belongs to a registered name is covered with it: initials, the small words it begins with, two family names."""

from __future__ import annotations

import pytest

from imr_desk.names import find_registered
from imr_desk.names.register import throwaway_register

PEOPLE = (
    "Osric Pellbrook",
    "Anneke van der Quillen",
    "Joel Pedro Carvalhim da Silvestra",
    "Conce dos Tantos Moreirinha",
    "Eoghan Mac Giolla Bhrannda",
    "Giovanni Lo Prestino",
    "Layla Abd el-Fattahim",
    "Jean-Paul Marchbanx",
    "Duy Van Wuc",
    "Nick Price",
    "May Court",
    "Bo Rao",
)


def covers(text: str, name: str) -> bool:
    """Whether each letter of a name in a text is covered."""
    start = text.index(name)
    covered = {at for span in find_registered(text, PEOPLE) for at in range(span.start, span.end)}
    return all(at in covered for at in range(start, start + len(name)) if text[at].isalnum())


@pytest.mark.parametrize(
    "name",
    [
        *(
            "O Pelbrook",
            "O. Pelbrook",
            "Pellbroook O",
            "Pellbroko, O.",
            "K Pellbrook",
            "OR Pellbrook",
            "O.R. Pellbrook",
        ),
        *(
            "O.R. Pellbrook",
            "Pellbrook OR",
            "Pellbrook, O.R",
            "Pellbrook, O. R",
            "o pellbrook",
            "J-P Marchbanx",
            "J.-P. Marchbanx",
        ),
        *("A. van der Quillen", "AQ van der Quillen", "a van der quillen", "van der Quillen, A", "N Prcie", "B Raao"),
        *(
            "C dos Tantos Moreirinha",
            "J Carvalhim da Silvestra",
            "Carvalhim da Silvestra, J.",
            "JP Carvalhim da Silvestra",
        ),
    ],
)
def test_initials_before_and_after_a_name_are_covered_with_it(name: str) -> None:
    assert covers(f"Neither {name} nor the unit head knew of it.", name)


@pytest.mark.parametrize(
    "name",
    [
        *("dos Tantos Moreirinha, Conce", "DOS TANTOS MOREIRINHA", "dis Tantos Moreirinha", "dos Tantos Moreirihna"),
        *("Mkac Giolla Bhrannda", "Mac Giolla Bhranda, Eoghan", "Ol Prestino", "O Prestino", "lo prestino"),
        *("van der Quillen, Anneke", "vvan der Quillen, Anneke", "Abd el\u2013Fattahim", "Abd el\uff0dFattahim"),
        "Joel Carvalhim da Silvestra",
    ],
)
def test_the_words_a_family_name_begins_with_are_covered_with_it(name: str) -> None:
    assert covers(f"There is no record that {name} replied to the unit.", name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Oluwadamilare Ogunyembi", "Dami"),
        ("Gurpreet Kaurish", "Gurps"),
        ("Llywelyn Cadwall", "Llew"),
        ("Chukwuemeka Nwachuk", "Emeka"),
        ("Sukhwinder Gillan", "Sukhi"),
        ("Edmund Ravensby", "Ted"),
        ("Bob Hopewell", "Bobby"),
        ("Wilhelmina Thrupp", "Wilhel"),
    ],
)
def test_a_short_form_of_a_first_name_is_found_and_not_certain(name: str, written: str) -> None:
    (found,) = throwaway_register((name,)).find(f"A copy was left for {written} at the desk.")
    assert not found.certain


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("José Luis Ortegal y Vegas", "Ortegal y Vegas, J"),
        ("Þórunn Guðmundsby", "Þ.S. Guðmundsby"),
        ("Roy Orr", "Mr Orrr"),
        ("Abdi Cabdim Warsamme", "A Cabdim Warsame"),
        ("Wing Ng", "W Nb"),
    ],
)
def test_a_name_of_two_family_names_or_few_letters_is_covered_with_its_initial(name: str, written: str) -> None:
    text = f"To: {written} / not known"
    covered = {at for span in find_registered(text, (name,)) for at in range(span.start, span.end)}
    begin = 4 + (3 if written.startswith("Mr ") else 0)
    assert all(at in covered for at in range(begin, 4 + len(written)) if text[at].isalnum())


@pytest.mark.parametrize("text", ["file with g.pound till monday", "- Allocated to Xiu T, then"])
def test_a_preposition_beside_a_name_is_no_part_of_it(text: str) -> None:
    words = [text[one.start : one.end] for one in find_registered(text, ("Gill Pound", "Xiu Lan Teo"))]
    assert words in (["g.pound"], ["Xiu T"])


def test_a_letter_that_something_else_takes_is_left_out() -> None:
    text = "Annex B Pellbrook said nothing."
    (found,) = find_registered(text, PEOPLE)
    assert text[found.start : found.end] == "Pellbrook"


def test_a_name_with_another_initial_is_nobody_in_particular() -> None:
    register = throwaway_register(PEOPLE)
    assert register.who_is("O. Pellbrook") == "0"
    assert register.who_is("O.R. Pellbrook") is None
    assert register.who_is("K Pellbrook") is None


@pytest.mark.parametrize(
    "text",
    [
        "14/03/12\tPrice\tBail opposed",
        "| 14.03.2012 | Price | Advice by telephone |",
        "Those present: the chair; Price; the minute taker.",
        "[Price] signed the letter",
        "Price (now retired) took the decision.",
        "Reporting centre: Price (immigration officer) was on shift.",
        "ALLOCATED TO PRICE 14/6",
        "PER PRICE: DO NOT RELEASE",
        "May did not reply to the e-mail.",
        "I agree with Mr Ao: it was late.",
        "What Mr uc wrote was brief.",
    ],
)
def test_an_everyday_word_is_covered_where_it_stands_for_a_person(text: str) -> None:
    assert find_registered(text, PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "By law the case went to court at a price.",
        "Price\nThe price rose.",
        "In May the court sat.",
        "as per court order",
        "May apply to the court.",
    ],
)
def test_an_everyday_word_is_left_alone_where_nothing_says_a_person(text: str) -> None:
    assert find_registered(text, PEOPLE) == []


def test_words_between_two_parts_of_a_name_in_capitals_are_not_of_it() -> None:
    text = "N PRICE INFORMED OF MOCK BY MAY COURT"
    found = [text[one.start : one.end] for one in find_registered(text, PEOPLE)]
    assert found == ["N PRICE", "MAY COURT"]
