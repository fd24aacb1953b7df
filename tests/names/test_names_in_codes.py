"""Names in circles and squares, in codes of web pages and addresses, and with letters drawn like ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names import find_names
from imr_desk.names.normalise import read
from imr_desk.names.plainly import plainly
from imr_desk.names.register import throwaway_register

NAMES = ("Tamsin Quellbrook", "Osric Vane")
REGISTER = throwaway_register(NAMES)


def found_in(words: str) -> list[str]:
    text = f"It was {words} who wrote."
    return [text[one.start : one.end] for one in REGISTER.find(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Ⓠⓤⓔⓛⓛⓑⓡⓞⓞⓚ",
        "🄠🄤🄔🄛🄛🄑🄡🄞🄞🄚",
        "🅀🅄🄴🄻🄻🄱🅁🄾🄾🄺",
        "🅠🅤🅔🅛🅛🅑🅡🅞🅞🅚",
        "🆀🆄🅴🅻🅻🅱🆁🅾🅾🅺",
        "🇶🇺🇪🇱🇱🇧🇷🇴🇴🇰",
        "⒬⒰⒠⒧⒧⒝⒭⒪⒪⒦",
        "Que&#108;lbr&#x6f;ok",
        "&#81;&#117;&#101;&#108;&#108;&#98;&#114;&#111;&#111;&#107;",
        "Quell&shy;brook",
        "%51%75%65%6C%6C%62%72%6F%6F%6B",
        "Que=6Cl=62rook",
        r"Que\u006clbr\x6fok",
        "Quell</w:t><w:t>brook",
        "QUЕLLВRООК",  # Cyrillic capitals
        "QUΕLLΒRΟΟΚ",  # Greek capitals
        "Quell\u2800brook",
        "Quell\U000e0041brook",
        "Que\u180bllbrook",
    ],
)
def test_registered_name_in_codes_and_look_alikes_is_found_whole(written: str) -> None:
    assert found_in(written) == [written]


def test_full_name_with_the_blank_as_a_code_is_found_whole() -> None:
    assert found_in("Tamsin&nbsp;Quellbrook") == ["Tamsin&nbsp;Quellbrook"]
    assert found_in("Osric%20Vane") == ["Osric%20Vane"]


@pytest.mark.parametrize("text", ["R&D costs 5% more", "a < b and c > d", "page=20", "fish &amp; chips", "C:\\users"])
def test_signs_that_are_no_codes_stay_and_hold_no_name(text: str) -> None:
    assert REGISTER.find(text) == ()
    assert next(atom.word for atom in read(text).atoms) == read(text[:5]).atoms[0].word


@given(st.text(st.sampled_from("aZé&#;%=\\ux1234567890<>/b ⓐ🇦'"), max_size=60))
def test_places_of_any_text_lead_back_into_it_in_order(text: str) -> None:
    plain, places = plainly(text)
    if places is None:
        assert len(plain) == len(text)
    else:
        assert len(places) == len(plain) + 1
        assert places == sorted(places)
        assert places[-1] == len(text)
    for atom in read(text).atoms:
        assert 0 <= atom.start < atom.end <= len(text)


@pytest.mark.parametrize("text", ["&#0;", "&#9999999;", "&#xffffff;", r"\ud800", "a=ff=fe", "%FF%FE", "&zzz;"])
def test_broken_codes_are_read_as_they_stand(text: str) -> None:
    read(text)


def test_flags_written_with_tags_hide_no_letters() -> None:
    for country in ("gbeng", "gbsct", "gbwls"):
        flag = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in country) + "\U000e007f"
        assert not find_names(f"{flag} " * 3)
