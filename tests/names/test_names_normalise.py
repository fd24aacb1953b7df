"""Folding, and words with their places in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names.normalise import Joint, Shape, fold, read, squeeze

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def words(text: str) -> list[str]:
    return [word.word for word in read(text).words]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("Đorđe", "dorde"),
        ("Søren", "soren"),
        ("Straße", "strasse"),
        ("Æsir", "aesir"),
        ("Þór", "thor"),
        ("e\u0301mile", "emile"),
        ("Ged\u00addes", "geddes"),
        ("McCa\u200brthy", "mccarthy"),
        ("𝐏𝐞𝐥𝐥", "pell"),
        ("Реll", "pell"),  # the first two letters are Cyrillic
        ("ﬁnn", "finn"),
        ("\ud800", ""),
    ],
)
def test_fold_of_a_word_gives_plain_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_fold_of_another_alphabet_keeps_its_letters() -> None:
    assert fold("עולם") == "עולם"


@given(ANY_TEXT)
def test_fold_of_any_string_never_fails_and_leaves_only_letters(text: str) -> None:
    assert all(letter.isalpha() for letter in fold(text))


@given(ANY_TEXT)
def test_fold_of_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_read_of_any_string_gives_places_inside_it_in_order(text: str) -> None:
    reading = read(text)
    last = 0
    for atom in reading.atoms:
        assert last <= atom.start < atom.end <= len(text)
        assert atom.word
        last = atom.end
    for word in reading.words:
        inside = reading.atoms[word.first : word.last]
        assert (word.start, word.end) == (inside[0].start, inside[-1].end)


def test_read_of_a_word_wrapped_over_a_line_end_joins_it() -> None:
    assert words("Kil-\nbride") == ["kilbride"]
    assert words("Kil\u00ad\r\n  bride") == ["kilbride"]


def test_read_of_a_no_break_space_takes_it_for_a_blank() -> None:
    atoms = read("Emma\u00a0Whittaker").atoms
    assert atoms[1].joint is Joint.SPACE


def test_read_of_camel_case_splits_at_the_capitals() -> None:
    assert [atom.word for atom in read("IfeomaOkafor_notes.docx").atoms] == ["ifeoma", "okafor", "notes", "docx"]


def test_read_of_hyphen_and_apostrophe_gives_one_word_of_several_atoms() -> None:
    reading = read("Hume-Rothery O’Neill")
    assert [word.word for word in reading.words] == ["humerothery", "oneill"]
    assert [atom.word for atom in reading.atoms] == ["hume", "rothery", "o", "neill"]


def test_read_of_a_possessive_leaves_the_s_out_of_the_word() -> None:
    word = read("Pell’s").words[0]
    assert (word.word, word.possessive, word.end) == ("pell", True, 4)


@pytest.mark.parametrize(
    ("text", "shape"),
    [("pell", Shape.LOWER), ("Pell", Shape.TITLE), ("PELL", Shape.CAPS), ("P", Shape.INITIAL), ("O’NEILL", Shape.CAPS)],
)
def test_read_of_a_word_tells_how_it_is_written(text: str, shape: Shape) -> None:
    assert read(text).words[0].shape is shape


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("a b", Joint.SPACE),
        ("a\nb", Joint.LINE),
        ("a\n\nb", Joint.STOP),
        ("a, b", Joint.COMMA),
        ("A. b", Joint.DOT),
        ("a.b", Joint.GLUE),
        ("a_b", Joint.GLUE),
        ("a: b", Joint.COLON),
        ("a? b", Joint.STOP),
        ("a (b", Joint.OTHER),
        ("a 12 b", Joint.OTHER),
        ("a" + " " * 500 + "b", Joint.STOP),
    ],
)
def test_read_tells_what_joins_two_words(text: str, joint: Joint) -> None:
    assert read(text).atoms[1].joint is joint


def test_squeeze_of_words_is_the_same_however_they_are_written() -> None:
    assert squeeze("Ó Súilleabháin") == squeeze("o suilleabhain") == squeeze("OSuilleabhain")
