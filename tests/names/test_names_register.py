"""Registered names are found in every promised form, and cannot be read out of the register."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.errors import RegisterUnreadableError
from imr_desk.names import find_registered
from imr_desk.names.register import (
    Found,
    StaffRegister,
    check_value,
    is_right_key,
    new_key,
    rows_for,
)

KEY = bytes(range(32))
STAFF = {
    "STF-01": "Wilhelmina Quenby-Thrupp",
    "STF-02": "Osric Pellbrook",
    "STF-03": "Łucja Dąbrowszczak",
    "STF-04": "Séamus Ó Flannabhra",
    "STF-05": "Fatima al-Jabrine",
    "STF-06": "Tibor MacThrostle",
    "STF-07": "Ray King",
    "STF-08": "April Wells",
}


def register(people: dict[str, str] | None = None) -> StaffRegister:
    return StaffRegister(KEY, [row for who, name in (people or STAFF).items() for row in rows_for(KEY, who, name)])


REGISTER = register()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.person) for one in REGISTER.find(text)]


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Osric Pellbrook", "STF-02"),
        ("OSRIC PELLBROOK", "STF-02"),
        ("osric pellbrook", "STF-02"),
        ("Pellbrook, Osric", "STF-02"),
        ("PELLBROOK Osric", "STF-02"),
        ("Pellbrook", "STF-02"),
        ("Osric", "STF-02"),
        ("O. Pellbrook", "STF-02"),
        ("Pellbrook, O", "STF-02"),
        ("Pellbrook O", "STF-02"),
        ("Osric J. Pellbrook", "STF-02"),
        ("Osric\u00a0Pellbrook", "STF-02"),
        ("Osric\nPellbrook", "STF-02"),
        ("Osric Pell\u00adbrook", "STF-02"),
        ("Osric Pell\u200bbrook", "STF-02"),
        ("Pell-\nbrook", "STF-02"),
        ("Pelbrook", "STF-02"),
        ("Pellbroook", "STF-02"),
        ("Pellbrock", "STF-02"),
        ("Pelblrook", "STF-02"),
        ("Bellbrook", "STF-02"),
        ("Lucja Dabrowszczak", "STF-03"),
        ("Seamus O Flannabhra", "STF-04"),
        ("S. Ó Flannabhra", "STF-04"),
        ("Fatima al Jabrine", "STF-05"),
        ("Fatima alJabrine", "STF-05"),
        ("Quenby Thrupp", "STF-01"),
        ("Wilhelmina QuenbyThrupp", "STF-01"),
        ("Thrupp", "STF-01"),
        ("McThrostle", "STF-06"),
    ],
)
def test_find_of_a_promised_form_covers_all_of_it_and_knows_the_person(words: str, person: str) -> None:
    assert found(f"The file was left with {words} on that day.") == [(words, person)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mail osric.pellbrook@cps.gov.uk today", "osric.pellbrook"),
        ("Mail opellbrook@cps.gov.uk today", "opellbrook"),
        ("Mail pellbrooko@cps.gov.uk today", "pellbrooko"),
        ("Mail pellbrook2@cps.gov.uk today", "pellbrook2"),
        ("See OsricPellbrook_notes.docx", "OsricPellbrook"),
        ("See /cases/osricpellbrook/drafts", "osricpellbrook"),
        ("See Pellbrook_O_MG5.doc", "Pellbrook_O"),
        ("It was Pellbrook’s note", "Pellbrook"),
        ("P E L L B R O O K", "P E L L B R O O K"),
    ],
)
def test_find_in_addresses_files_and_possessives_covers_the_name_only(text: str, words: str) -> None:
    assert [one[0] for one in found(text)] == [words]


PLACES = ("{}", "told {} so.", "By {}: yes", "({})", "“{}”", "It is {}’s note.", "– {};", "Mr {} wrote")
FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda g, f: f"{g} {f}",
    lambda g, f: f"{f}, {g}",
    lambda g, f: f"{f.upper()} {g}",
    lambda g, f: f"{g[0]}. {f}",
    lambda g, f: f"{g.lower()} {f.lower()}",
    lambda g, f: f"{g}\u00a0{f}",
    lambda g, f: f,
    lambda g, f: f[:3] + "\u00ad" + f[3:],
    lambda g, f: f[:3] + f[4:],
    lambda g, f: f[:3] + "k" + f[3:],
    lambda g, f: f[:2] + f[3] + f[2] + f[4:],
    lambda g, f: unicodedata.normalize("NFD", f"{g} {f}"),
)


@given(
    st.text("bcdfgklmnprtvz", min_size=5, max_size=12),
    st.sampled_from(FORMS),
    st.sampled_from(PLACES),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_find_of_a_name_planted_in_any_text_covers_it(
    family: str, form: Callable[[str, str], str], place: str, before: str, after: str
) -> None:
    name = family.title()
    planted = form("Xoquim", name)
    text = before + "\n\n" + place.format(planted) + "\n\n" + after
    start = len(before) + 2 + place.index("{}")
    covered = {at for one in register({"X": f"Xoquim {name}"}).find(text) for at in range(one.start, one.end)}
    assert all(at in covered for at in range(start, start + len(planted)) if text[at].isalnum())


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_find_in_any_string_gives_places_inside_it_without_overlap(text: str) -> None:
    last = 0
    for one in REGISTER.find(text + " Pellbrook " + text):
        assert last <= one.start < one.end <= 2 * len(text) + 11
        last = one.end


@pytest.mark.parametrize(
    "text",
    [
        "It was king size, and a ray of light fell.",
        "It came in April 2012 and again on 3 April.",
        "The wells were dry. April was worse than May.",
        "He lives in King Street; the King decided.",
        "Kings Cross, Tunbridge Wells Police",
        "the Crown Court and the Magistrates’ Court",
    ],
)
def test_find_of_an_everyday_word_without_evidence_finds_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She asked King for it.", "King"),
        ("Mr King was away.", "King"),
        ("mr king was away", "king"),
        ("King said no.", "King"),
        ("King’s note is missing.", "King"),
        ("April was the reviewing lawyer.", "April"),
        ("We spoke to April by telephone.", "April"),
        ("ray king was there", "ray king"),
        ("Author: King", "King"),
    ],
)
def test_find_of_an_everyday_word_with_evidence_finds_it(text: str, words: str) -> None:
    assert [one[0] for one in found(text)] == [words]


def test_find_of_a_near_spelling_is_not_certain_and_of_the_name_is() -> None:
    assert [one.certain for one in REGISTER.find("Pelbrook wrote to Pellbrook.")] == [False, True]


def test_find_of_a_name_in_a_street_is_not_certain() -> None:
    assert [one.certain for one in REGISTER.find("They met in Pellbrook Street.")] == [False]


def test_find_of_a_name_that_two_people_share_names_neither() -> None:
    two = register({"STF-01": "Osric Pellbrook", "STF-02": "Una Pellbrook"})
    assert two.find("Pellbrook left") == (Found(0, 9, "", True, ("STF-01", "STF-02")),)
    assert two.find("Una Pellbrook left")[0].person == "STF-02"
    assert two.find("U. Pellbrook left")[0].person == "STF-02"


def test_find_of_a_nickname_gives_the_person_without_certainty() -> None:
    people = register({"STF-01": "Joshua Pellbrook"})
    assert people.find("Then Josh rang.") == (Found(5, 9, "STF-01", False),)


def test_who_is_of_a_name_gives_its_person_and_of_nobody_gives_none() -> None:
    assert REGISTER.who_is("Pellbrook, Osric") == "STF-02"
    assert REGISTER.who_is("king") == "STF-07"
    assert REGISTER.who_is("Osric King") is None
    assert REGISTER.who_is("Pelbrook") is None
    assert REGISTER.who_is("") is None


def test_rows_for_a_name_hold_nothing_of_it() -> None:
    rows = rows_for(KEY, "STF-02", "Osric Pellbrook")
    kept = b"|".join(row.digest + repr(row[1:]).encode() for row in rows).lower()
    assert not any(part in kept for part in (b"osr", b"pell", b"brook", b"ric"))
    assert all(len(row.digest) == 10 for row in rows)


def test_rows_for_a_name_under_another_key_share_no_hash() -> None:
    mine = {row.digest for row in rows_for(KEY, "a", "Osric Pellbrook")}
    assert mine.isdisjoint(row.digest for row in rows_for(new_key(), "a", "Osric Pellbrook"))


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_rows_for_any_string_never_fail(name: str) -> None:
    assert StaffRegister(KEY, rows_for(KEY, "X", name)).find("plain words") is not None


def test_rows_for_a_name_with_title_are_those_of_the_name() -> None:
    assert register({"X": "Mr Osric Pellbrook"}).find("Pellbrook")[0].person == "X"
    assert rows_for(KEY, "X", "Mr Osric Pellbrook") == rows_for(KEY, "X", "Pellbrook, Osric")


def test_check_value_tells_the_right_key_from_a_wrong_one() -> None:
    value = check_value(KEY)
    assert is_right_key(KEY, value)
    assert not is_right_key(new_key(), value)
    assert KEY not in value


def test_find_without_the_key_raises_because_nothing_found_would_be_untrue() -> None:
    locked = StaffRegister(None, rows_for(KEY, "STF-02", "Osric Pellbrook"))
    assert not locked.readable
    with pytest.raises(RegisterUnreadableError):
        locked.find("anything")
    with pytest.raises(RegisterUnreadableError):
        locked.who_is("anything")


def test_find_in_an_empty_register_finds_nothing() -> None:
    assert StaffRegister(KEY).find("Osric Pellbrook") == ()
    assert StaffRegister(None).find("Osric Pellbrook") == ()


def test_find_registered_takes_names_as_they_are_typed() -> None:
    spans = find_registered("Note by Pellbrook, O. and Ray King", ["Osric Pellbrook", "Ray King"])
    assert [(span[0], span[1]) for span in spans] == [(8, 20), (26, 34)]
