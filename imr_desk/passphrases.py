"""How good a passphrase is: length first, then how soon it would be guessed, as the library zxcvbn reckons it, offline.

It never says that a passphrase is safe, and shows no score: nobody can know what others know of its owner. Nothing
typed is kept.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from imr_desk.i18n import tr, trn

SHORTEST = 12
"""Fewer characters than this make no review file."""
FEWEST_GUESSES = 9.0
"""Power of ten. Each guess takes a tenth of a second and 64 MiB (see `stretch`): three years on one processor."""
MANY_GUESSES = 11.5
"""About four words."""
_FEWEST_DIFFERENT = 6
_LONGEST_READ = 72
"""What comes after so many characters is not looked at: the time it takes grows with the square."""
_REPEATED = re.compile(r"(.+?)\1+")


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
    if len(set(plain)) < _FEWEST_DIFFERENT or _REPEATED.fullmatch(plain):
        return Judged(False, tr("This repeats itself, so it is guessed early. Use different words."))
    found = _reckoned(plain, known)
    guesses = float(found["guesses_log10"])
    if guesses < FEWEST_GUESSES:
        return Judged(False, _why(found))
    if guesses < MANY_GUESSES:
        return Judged(True, tr("Long enough. One more word makes it much harder to guess."))
    return Judged(True, tr("Long enough."))


def _reckoned(text: str, known: tuple[str, ...]) -> dict[str, Any]:
    """What zxcvbn finds in it, without blanks and signs: between words it takes those for chance.

    Imported here: its word lists take a tenth of a second, when they are first needed.
    """
    from zxcvbn import zxcvbn

    seen = [word for each in known for word in re.split(r"[\W_]+", each.casefold()) if len(word) > 3]
    return dict(zxcvbn(text[:_LONGEST_READ], user_inputs=seen))


def _why(found: dict[str, Any]) -> str:
    """Plain advice on the part that takes up most of it."""
    longest = max(found["sequence"], key=lambda part: len(part["token"]))
    pattern = str(longest["pattern"])
    if pattern == "repeat":
        return tr("This repeats itself, so it is guessed early. Use different words.")
    if pattern in ("sequence", "spatial"):
        return tr(
            "Rows of keys, of letters and of digits are among the first to be guessed. "
            "Use words that do not belong together."
        )
    if pattern in ("date", "regex"):
        return tr("Days and years are among the first to be guessed. Use words that do not belong together.")
    if longest.get("dictionary_name") == "user_inputs":
        return tr(
            "The name of the file is among the first to be guessed. Use words that have nothing to do with the review."
        )
    if longest.get("dictionary_name") in ("surnames", "male_names", "female_names"):
        return tr("Names are among the first to be guessed. Add words that do not belong together.")
    return tr("This is among the first to be guessed. Add words that do not belong together.")
