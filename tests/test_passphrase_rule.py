"""What is said of a passphrase while it is typed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from imr_desk.passphrases import SHORTEST, judge
from imr_desk.session import SHORTEST_PASSPHRASE

LONG = "quiet harbour paper lantern" + "x" * 4000


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
        ("Review 2026 westmere", "The name of the file"),
        ("14 October 1987", "first to be guessed"),
        ("Manchester United 1999", "first to be guessed"),
        ("I love you forever", "first to be guessed"),
        ("josephine smith", "Names are among the first"),
        ("bcdefghijklmnop", "Rows of keys"),
        ("1999 and 2001 1987", "Days and years"),
    ],
)
def test_judge_what_is_guessed_first_is_not_enough_and_says_why(typed: str, said: str) -> None:
    judged = judge(typed, known=("Review 2026 Westmere",))
    assert not judged.enough
    assert said in judged.words


@pytest.mark.parametrize("typed", ["quiet harbour paper lantern", "ŵyneb hwyr afon glan", "mq4-Zvt9-hh2x", LONG])
def test_judge_words_that_do_not_belong_together_are_enough(typed: str) -> None:
    assert judge(typed).enough


def test_judge_short_passphrase_that_will_do_is_told_what_makes_it_harder() -> None:
    assert judge("paper lantern kite").words == "Long enough. One more word makes it much harder to guess."
    assert judge("quiet harbour paper lantern").words == "Long enough."


def test_judge_composed_and_decomposed_letters_count_the_same() -> None:
    assert judge("\u0175yneb hwyr a").enough == judge("w\u0302yneb hwyr a").enough
    assert "1 character more" in judge("w\u0302yneb hwyrs").words


def test_judge_shows_no_score() -> None:
    for typed in ("password12345", "paper lantern kite", "quiet harbour paper lantern"):
        assert not any(character.isdigit() for character in judge(typed).words)


def test_judge_loads_the_word_lists_only_when_there_is_enough_to_judge() -> None:
    script = (
        "import sys; from imr_desk.passphrases import judge; judge('short'); assert 'zxcvbn' not in sys.modules;"
        "judge('quiet harbour paper'); assert 'zxcvbn' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
