"""Words in alphabets without capitals are worth a look, since no list knows them. Made-up names."""

from __future__ import annotations

import pytest

from imr_desk.names.guard import reason_in_words
from imr_desk.names.unknown import find


@pytest.mark.parametrize(
    "name", ["刘秀英", "عمران چودھری", "יוסי כהן", "अनिता शर्मा", "김민준", "田中 はるか", "สมชาย ใจดี", "ანა", "𠮷田"]
)
def test_name_in_an_alphabet_without_capitals_is_found_whole(name: str) -> None:
    text = f"A letter from {name} was read to the court."
    assert [text[start:end] for start, end, *_ in find(text, look=True)] == [name]


def test_words_in_another_alphabet_are_worth_a_look_only_and_say_why() -> None:
    (found,) = find("Told by 刘秀英.", look=True)
    assert (found.level, bool(reason_in_words(found.reason))) == ("look", True)
    assert find("Told by 刘秀英.") == ()


@pytest.mark.parametrize("text", ["5 µm – “quoted” … Ω, ½, €4", "\u200bplain\u00a0words\u2009here"])
def test_signs_of_english_text_are_no_other_alphabet(text: str) -> None:
    assert "other alphabet" not in [one.reason for one in find(text, look=True)]
