"""The one door for text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.text import clean, clean_line, folded

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


def test_control_characters_and_broken_ones_are_taken_out_and_said() -> None:
    cleaned = clean("Line one\r\nline\x00 two\ud800 \ufeffthree")
    assert cleaned.text == "Line one\nline two three"
    assert cleaned.notes == (
        "1 control character was taken out.",
        "2 broken characters that stand for nothing were taken out.",
    )


def test_emoji_right_to_left_text_and_tabs_pass_untouched() -> None:
    text = "🙂👩‍👧 שלום\tمرحبا\nŵ ŷ"
    assert clean(text).text == text
    assert clean(text).notes == ()


def test_letters_come_out_in_composed_form() -> None:
    assert clean("cafe\u0301").text == "café"


def test_line_keeps_one_line() -> None:
    assert clean_line("  two\nlines\there ").text == "two lines here"


def test_folded_makes_every_run_of_white_space_one_blank() -> None:
    assert folded("a\u00a0 b\n\tc ") == "a b c"


@given(ANY_TEXT)
def test_door_passes_its_own_result_unchanged(text: str) -> None:
    once = clean(text)
    assert clean(once.text) == type(once)(once.text)
    assert unicodedata.is_normalized("NFC", once.text)
    once.text.encode()


@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"),
        max_size=200,
    )
)
def test_printable_text_loses_nothing(text: str) -> None:
    assert clean(text).text == unicodedata.normalize("NFC", text)
