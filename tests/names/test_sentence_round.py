"""The sentence round a name: whole, on one line, and never longer than can be shown. All names are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names.sentences import MOST, sentence_round


def round_name(text: str, name: str) -> tuple[str, str]:
    start = text.index(name)
    found = sentence_round(text, start, start + len(name))
    return found.words, found.name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The file was lost. Quillfeather found it. All was well.", "Quillfeather found it."),
        ("It was Dr. Quillfeather who rang. Nobody knew.", "It was Dr. Quillfeather who rang."),
        ("He met J. Quillfeather at court. Then he left.", "He met J. Quillfeather at court."),
        ("First line\nQuillfeather rang\nThird line", "Quillfeather rang"),
        ("‘Ask Quillfeather.’ The clerk did.", "‘Ask Quillfeather.’"),
        (
            "It cost £3.50, Quillfeather said, e.g. for ink. So be it.",
            "It cost £3.50, Quillfeather said, e.g. for ink.",
        ),
        ("Quillfeather", "Quillfeather"),
    ],
)
def test_sentence_round_a_name_is_the_whole_one_and_no_more(text: str, sentence: str) -> None:
    assert round_name(text, "Quillfeather") == (sentence, "Quillfeather")


def test_sentence_of_a_name_across_lines_is_told_on_one() -> None:
    assert round_name("She asked Ann\nQuillfeather to come.", "Ann\nQuillfeather") == (
        "She asked Ann Quillfeather to come.",
        "Ann Quillfeather",
    )


def test_sentence_that_is_very_long_is_cut_on_both_sides_of_the_name() -> None:
    words, name = round_name("word " * 200 + "Quillfeather " + "word " * 200, "Quillfeather")
    assert name == "Quillfeather"
    assert len(words) <= MOST + 2
    assert words.startswith("…word")
    assert words.endswith("word…")


def test_sentence_is_not_shown_by_its_repr() -> None:
    assert "Quillfeather" not in repr(sentence_round("Quillfeather rang.", 0, 12))


@given(st.text(max_size=900), st.data())
def test_sentence_round_any_stretch_of_any_text_holds_that_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = sentence_round(text, start, end)
    assert found.name == " ".join(text[start:end].split())
    assert 0 <= found.start <= found.end <= len(found.words)
    assert found.with_name("X") == found.words[: found.start] + "X" + found.words[found.end :]
