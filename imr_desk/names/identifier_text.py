"""A text made plain for the search for identifying detail, with the way back to the places in it as it was written."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

BLANK = r"(?:[ \t]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3})"
"""A few blanks, or the end of a line."""
MAYBE = rf"{BLANK}?"
"""The same, or nothing."""

_NOTHING = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_ANY_NOTHING = re.compile(f"[{_NOTHING}]")
_SIGNS = {
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " "),
    **dict.fromkeys(map(ord, "\u202f\u205f\u3000\x1f"), " "),
    **dict.fromkeys(map(ord, "\x0b\x0c\x1e\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4`\u2032\uff07"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\uff02"), '"'),
}
_STRANGE_LETTER = re.compile(r"[^\x00-\x7f\u00a0-\u036f\u2010-\u201f\u20ac\u2022\u2026]")


ANY_DIGIT = re.compile("[0-9]")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATED = re.compile(
    rf"(?<![\w/-])(?:[0-3]?[0-9](?:st|nd|rd|th)? )?(?:{_MONTHS})[a-z]{{0,6}}(?: (?:19|20)[0-9]{{2}})?(?![\w/-])"
    r"|(?<![\w/.-])[0-9]{1,2}([/.])[0-9]{1,2}\1(?:19|20)?[0-9]{2}(?![\w/-])|(?<![\w/.:-])[0-9]{1,2}[:.][0-9]{2}(?![\w/:-])"
    r"|(?<![\w/-])(?:19|20)[0-9]{2}(?![\w/-]|[ ][0-9])|(?<![\w/-])[A-Z]{2,4}-[0-9]{1,4}(?![\w/-])"
)
"""Dates, times, years and codes of the program, which most texts of a review have and no number of a person is."""
_NUMBER = re.compile(r"[0-9][0-9 /.-]?[0-9][0-9 /.-]?[0-9]|[A-Za-z][ -]?[0-9]{2}|[0-9]{2} ?[A-Z]")


class Identifier(NamedTuple):
    """A detail from ``start`` up to ``end`` (code points) and what it is; ``sure`` where its form leaves no doubt."""

    start: int
    end: int
    kind: str
    sure: bool = True


class Plain(NamedTuple):
    """The plain text, and for each of its letters the place in the text as written (None: the same place)."""

    text: str
    places: list[int] | None

    def back(self, one: Identifier) -> Identifier:
        """The same detail at its place in the text as it was written."""
        if self.places is None:
            return one
        return one._replace(start=self.places[one.start], end=self.places[one.end - 1] + 1)


def plain_of(text: str) -> Plain:
    """Blanks, dashes, quotation marks and digits of every kind in their plain form; invisible signs dropped."""
    if text.isascii():
        return Plain(text.translate(_SIGNS), None)
    places = None
    if _ANY_NOTHING.search(text):
        places = [place for place, letter in enumerate(text) if not _ANY_NOTHING.match(letter)]
        text = "".join(text[place] for place in places)
    return Plain(_STRANGE_LETTER.sub(_plain_letter, text.translate(_SIGNS)), places)


def _plain_letter(found: re.Match[str]) -> str:
    """A letter or digit of another width or alphabet as the plain one of the same place, where there is one."""
    letter = found[0]
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    made = unicodedata.normalize("NFKC", letter)
    return made if len(made) == 1 else letter


def may_hold_numbers(text: str) -> bool:
    """Whether there are digits in it besides those of dates, times and codes: a quick look that spares the long one."""
    return ANY_DIGIT.search(text) is not None and _NUMBER.search(_DATED.sub(" ", text)) is not None
