"""Names spelt out, with signs for letters, drawn out or run into words: ``P, E, L, L``, ``Pe||brook``, ``Peeeell``.

Each becomes one word and is looked up letter by letter, so that words which happen to look alike are no matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from imr_desk.names.forms import Form
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import Matcher, Matches
from imr_desk.names.normalise import Reading, fold

WHOLE = (Form.FAMILY, Form.GIVEN, Form.PART, Form.WHOLE)
Place = tuple[int, int, Matches]
"""From where in a text to where, and whose name it is."""
_L = r"[^\W\d_]"
_LETTERS = re.compile(rf"(?<![^\W_]){_L}(?:(?:[\W\d_]{{1,8}}|,? and ){_L}(?![^\W_])){{3,24}}")
_BITS = re.compile(rf"(?<![^\W_]){_L}{{1,3}}(?:[ \t\n./-]{{1,3}}{_L}{{1,3}}(?![^\W_])){{2,11}}")
_TORN = re.compile(rf"({_L}{{2,14}})(?:\u2026|\.{{3}}|[ \t]*\n[ \t]*\n\s*)(?=({_L}{{2,14}}))")
_SIGNS = {"!": "il", "$": "s", "@": "a", "|": "li", "\u20ac": "e", "\u00a3": "l", "+": "t", "(": "c"}
_SIGNS |= {"0": "o", "1": "li", "2": "z", "3": "e", "4": "a", "5": "s", "6": "bg", "7": "t", "8": "b", "9": "g"}
_SIGN = "[" + re.escape("".join(_SIGNS)) + "]"
_SIGNED = re.compile(rf"(?<![^\W_])(?={_L}*{_SIGN})(?:{_L}|{_SIGN}){{4,24}}")
_MOST_SIGNS = 6
_DOT = re.compile(rf"(?<![^\W_])({_L}{{2,20}})[ (\[]{{1,2}}dot[ )\]]{{1,2}}(?=({_L}{{2,24}}))", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_a-z]{5,24}(?=[a-z])")
_DRAWN_OUT = re.compile(rf"({_L})\1\1+")
_DOUBLED = re.compile(rf"(?<![^\W_])(?:({_L})\1){{4,24}}(?![^\W_])", re.IGNORECASE)
_FEWEST, _MANY, _LONG = 5, 9, 12
_RUN_TOGETHER = range(8, 31)
_RUN_IN, _LONG_ALONE = (Form.WHOLE, Form.FAMILY, Form.PART), 9
"""What is told within a run of letters: a whole name, and a family name of so many letters."""


def spelt(reading: Reading, matcher: Matcher) -> Iterator[Place]:
    """Every registered name that is written in one of these ways; they may overlap."""
    text = reading.text
    yield from _of_letters(text, matcher)
    yield from _of_bits(text, matcher)
    yield from _torn(text, matcher)
    yield from _signed(text, matcher)
    yield from _dotted(text, matcher)
    yield from _in_capitals(text, matcher)
    yield from _drawn_out(reading, matcher)
    yield from _run_together(reading, matcher)
    yield from _backwards(reading, matcher)


def _whose(matcher: Matcher, word: str) -> Matches:
    return tuple(match for match in matcher.exactly(word) if match.form in WHOLE)


def _of_letters(text: str, matcher: Matcher) -> Iterator[Place]:
    """``B, L, E, N``, ``1. B`` and ``2. L`` below it, ``B, L, E and N``; a word of one letter may stand before them."""
    for run in _LETTERS.finditer(text):
        places = [run.start() + one.start() for one in re.finditer(rf"(?<![^\W_]){_L}(?![^\W_])", run[0])]
        for first in (0, 1):
            word = fold("".join(text[place] for place in places[first:]))
            if len(word) >= _FEWEST - 1 and (matches := _whose(matcher, word)):
                yield places[first], places[-1] + 1, matches
                break


def _of_bits(text: str, matcher: Matcher) -> Iterator[Place]:
    """``Bl en ki ns op``: bits of up to three letters."""
    for run in _BITS.finditer(text):
        bits = [(run.start() + one.start(), run.start() + one.end()) for one in re.finditer(rf"{_L}+", run[0])]
        for first in range(len(bits) - 2):
            for last in range(len(bits), first + 2, -1):
                word = fold("".join(text[start:end] for start, end in bits[first:last]))
                if len(word) > _FEWEST and (matches := _whose(matcher, word)):
                    yield bits[first][0], bits[last - 1][1], matches


def _torn(text: str, matcher: Matcher) -> Iterator[Place]:
    """``Ble…nkinsop``, and a name with an empty line in it."""
    ordinary = the_lists().ordinary
    for one in _TORN.finditer(text):
        first, rest = fold(one[1]), fold(one[2])
        both_words = first in ordinary and rest in ordinary
        if len(first + rest) < (_MANY if both_words else _FEWEST):
            continue
        if matches := _whose(matcher, first + rest):
            yield one.start(), one.end() + len(one[2]), matches


def _signed(text: str, matcher: Matcher) -> Iterator[Place]:
    """``Harr!et``, ``Hi||``, ``M4rk``: signs and figures that look like letters."""
    for one in _SIGNED.finditer(text):
        raw = one[0]
        if sum(letter in _SIGNS for letter in raw) > _MOST_SIGNS or sum(map(str.isalpha, raw)) < 2:
            continue
        if raw.isalnum() and not raw[0].isupper():  # a reference, or as `broken` reads it
            continue
        for length in (len(raw), len(raw.rstrip("!+("))):
            words = ("".join(letters) for letters in product(*(_SIGNS.get(letter, letter) for letter in raw[:length])))
            if matches := next(filter(None, (_whose(matcher, fold(word)) for word in words)), ()):
                yield one.start(), one.start() + length, matches
                break


def _dotted(text: str, matcher: Matcher) -> Iterator[Place]:
    """``una dot pellbrook at``: an address in words."""
    for one in _DOT.finditer(text):
        found = matcher.exactly(fold(one[1] + one[2]))
        if matches := tuple(match for match in found if match.form is Form.WHOLE):
            yield one.start(), one.end() + len(one[2]), matches


def _in_capitals(text: str, matcher: Matcher) -> Iterator[Place]:
    """``PELLBROOKreport``, ``PELLBROOKReport``: capitals run into a word."""
    for one in _CAPITALS.finditer(text):
        for end in (one.end(), one.end() - 1):
            if matches := _whose(matcher, fold(text[one.start() : end])):
                yield one.start(), end, matches
                break


def _drawn_out(reading: Reading, matcher: Matcher) -> Iterator[Place]:
    """``Peeeellbrook`` and ``PPeellll``."""
    text = reading.text
    for one in _DOUBLED.finditer(text):
        if matches := _whose(matcher, fold(one[0][::2])):
            yield one.start(), one.end(), matches
    if not _DRAWN_OUT.search(text):
        return
    for atom in reading.atoms:
        raw = text[atom.start : atom.end]
        if len(raw) >= _FEWEST and _DRAWN_OUT.search(raw):
            words = (fold(_DRAWN_OUT.sub(meant, raw)) for meant in (r"\1", r"\1\1"))
            if matches := next(filter(None, (_whose(matcher, word) for word in words)), ()):
                yield atom.start, atom.end, matches


def _backwards(reading: Reading, matcher: Matcher) -> Iterator[Place]:
    """``koorblleP``, as it stands between signs that turn the direction of writing."""
    ordinary = the_lists().ordinary
    for word in reading.words:
        if len(word.word) > _FEWEST and word.word not in ordinary and (matches := _whose(matcher, word.word[::-1])):
            yield word.start, word.end, matches


def _run_together(reading: Reading, matcher: Matcher) -> Iterator[Place]:
    """``askedbyunapellbrook``: first and last name within a run of letters that is in no dictionary."""
    ordinary = the_lists().ordinary
    for atom in reading.atoms:
        word = atom.word
        if len(word) < _LONG or word in ordinary or len(word) != atom.end - atom.start:
            continue
        for start in range(len(word) - _RUN_TOGETHER.start + 1):
            for length in _RUN_TOGETHER:
                if start + length > len(word):
                    break
                found = matcher.exactly(word[start : start + length])
                telling = _RUN_IN if length >= _LONG_ALONE else (Form.WHOLE,)
                if matches := tuple(match for match in found if match.form in telling):
                    yield atom.start, atom.end, matches
