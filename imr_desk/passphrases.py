"""How good a passphrase is, by a light rule: length first, then what is guessed first.

It never says that a passphrase is safe: a rule cannot know what others know of its owner. Nothing typed is kept.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from imr_desk.i18n import tr, trn

SHORTEST = 12
"""Fewer characters than this make no review file."""
GOOD_LENGTH = 20
"""About four words."""
_FEWEST_DIFFERENT = 6
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
)
_COMMON = ("password", "passphrase", "passwort", "letmein", "welcome", "qwerty", "admin", "secret", "changeme")
_REPEATED = re.compile(r"(.+?)\1+")
_LONGEST_RUN = 4


class Judged(NamedTuple):
    """Whether a passphrase will do, and what there is to say of it."""

    enough: bool
    words: str


def judge(passphrase: str, *, known: tuple[str, ...] = ()) -> Judged:
    """What to say of a passphrase as it is typed; `known` are words others can see, such as the name of the file."""
    text = unicodedata.normalize("NFC", passphrase)
    missing = SHORTEST - len(text)
    if missing > 0:
        words = trn(
            "{n} character more is needed. Four words that do not belong together are easy to keep in mind.",
            "{n} characters more are needed. Four words that do not belong together are easy to keep in mind.",
            missing,
        )
        return Judged(False, words)
    plain = "".join(character for character in text.casefold() if character.isalnum())
    if len(set(plain)) < _FEWEST_DIFFERENT or _is_repeated(plain):
        return Judged(False, tr("This repeats itself, so it is guessed early. Use different words."))
    rest = _without_guessable(plain, known)
    if len(rest) < SHORTEST // 2:
        return Judged(False, tr("This is among the first to be guessed. Add words that do not belong together."))
    if len(text) < GOOD_LENGTH:
        return Judged(True, tr("Long enough. One more word makes it much harder to guess."))
    return Judged(True, tr("Long enough."))


def _is_repeated(plain: str) -> bool:
    """Whether it is one piece said again and again."""
    return bool(plain) and _REPEATED.fullmatch(plain) is not None


def _without_guessable(plain: str, known: tuple[str, ...]) -> str:
    """What is left without common words, words that others can see, and runs of the keyboard."""
    seen = (re.sub(r"[\W_]+", "", word.casefold()) for each in known for word in each.split())
    for word in (*_COMMON, *(word for word in seen if len(word) > 3)):
        plain = plain.replace(word, "")
    for row in _ROWS:
        for line in (row, row[::-1]):
            plain = _without_runs(plain, line)
    return plain


def _without_runs(plain: str, line: str) -> str:
    """Take out every stretch of four or more that stands in a line of neighbours."""
    left, at = "", 0
    while at < len(plain):
        length = 1
        while at + length < len(plain) and plain[at : at + length + 1] in line:
            length += 1
        left += "" if length >= _LONGEST_RUN else plain[at : at + length]
        at += length
    return left
