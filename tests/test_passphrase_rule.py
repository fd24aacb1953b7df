"""What is said of a passphrase while it is typed."""

from __future__ import annotations

import pytest

from imr_desk.passphrases import SHORTEST, judge
from imr_desk.session import SHORTEST_PASSPHRASE


def test_rule_and_file_ask_for_the_same_length() -> None:
    assert SHORTEST == SHORTEST_PASSPHRASE


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "12 characters more are needed"),
        ("elevenchars", "1 character more is needed"),
        ("aaaaaaaaaaaaaaa", "repeats itself"),
        ("lantern lantern lantern", "repeats itself"),
        ("abababababab", "repeats itself"),
        ("abcdefghijklmnop", "first to be guessed"),
        ("1234567890123", "first to be guessed"),
        ("qwertyuiopasdf", "first to be guessed"),
        ("Password-12345", "first to be guessed"),
        ("Review 2026 westmere", "first to be guessed"),
    ],
)
def test_judge_what_is_guessed_first_is_not_enough_and_says_why(typed: str, said: str) -> None:
    judged = judge(typed, known=("Review 2026 Westmere",))
    assert not judged.enough
    assert said in judged.words


@pytest.mark.parametrize("typed", ["quiet harbour paper lantern", "ŵyneb hwyr afon glan", "tr0ubadour-&-3x"])
def test_judge_words_that_do_not_belong_together_are_enough(typed: str) -> None:
    assert judge(typed).enough


def test_judge_short_passphrase_that_will_do_is_told_what_makes_it_harder() -> None:
    assert judge("paper lantern").words == "Long enough. One more word makes it much harder to guess."
    assert judge("quiet harbour paper lantern").words == "Long enough."


def test_judge_composed_and_decomposed_letters_count_the_same() -> None:
    assert judge("\u0175yneb hwyr a").enough == judge("w\u0302yneb hwyr a").enough
    assert "1 character more" in judge("w\u0302yneb hwyrs").words
