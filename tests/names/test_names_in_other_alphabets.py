"""Words in alphabets without capitals are taken for names, since no list knows them. Made-up names."""

from __future__ import annotations

import pytest

from imr_desk.names import find_names
from imr_desk.names.guard import Guard, reason_in_words

GUARD = Guard(None, {}, ())


@pytest.mark.parametrize(
    "name", ["刘秀英", "عمران چودھری", "יוסי כהן", "अनिता शर्मा", "김민준", "田中 はるか", "สมชาย ใจดี", "ანა", "𠮷田"]
)
def test_name_in_an_alphabet_without_capitals_is_found_whole(name: str) -> None:
    text = f"A letter from {name} was read to the court."
    assert [text[start:end] for start, end, *_ in find_names(text)] == [name]


def test_short_name_in_another_alphabet_is_sure_and_a_sentence_worth_a_look() -> None:
    sentence = "اگر آپ کو کوئی سوال ہو تو ہم سے رابطہ کریں"
    (sure,) = GUARD.marks("Told by 刘秀英.")
    (look,) = GUARD.marks(f"She wrote «{sentence}» to him.")
    assert (sure.level, look.level) == ("name", "look")
    assert reason_in_words(sure.reason)


@pytest.mark.parametrize("text", ["5 µm – “quoted” … Ω, ½, €4", "\u200bplain\u00a0words\u2009here"])
def test_signs_of_english_text_are_no_other_alphabet(text: str) -> None:
    assert list(find_names(text)) == []
