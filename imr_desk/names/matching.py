"""Looking one word up in the register: letter by letter, with one letter wrong, and perhaps with two or by its sound.

For every tolerant form the register holds the hashes of the name with one letter left out, with the place of that
letter and the length of the name. A word with a letter too few is one of those; a word with a letter too many is the
name once that letter is left out; a wrong letter leaves the same rest at the same place; two letters changed over
leave the same rest at places one apart. `two_letters` does the same for two letters, and further hashes stand for the
sound of a name. So no distance to a stored name is ever worked out, and none is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imr_desk.names import two_letters
from imr_desk.names.as_typed import names_typed
from imr_desk.names.forms import (
    LONGEST_TOLERANT,
    SHORTEST_JOINED,
    SHORTEST_TOLERANT,
    TOLERANT,
    Form,
    deletions,
    forms_of,
    spellings,
    take_apart,
    tolerated,
)
from imr_desk.names.hashing import word_hash
from imr_desk.names.sounds import sound_keys

_BY_SOUND = -2
_SOUNDING = (Form.FAMILY, Form.PART, Form.GIVEN)
_TWO_LETTERS = (Form.FAMILY, Form.PART, Form.GIVEN, Form.MIDDLE)
_SOUND = "\x01"  # keeps the hash of a sound apart from that of a word
_MEMO = 100_000  # words; a text has far fewer different ones


class HashRow(NamedTuple):
    """One row of the register, as the store keeps it: (BLOB, TEXT, INTEGER, INTEGER, INTEGER).

    ``place`` is -1 for the hash of a whole form, -2 for that of its sound, else the place of the letter left out.
    ``length`` is that of the form in letters, 0 where it does not matter. ``person`` is the id of a record; the row
    holds nothing of the name.
    """

    digest: bytes
    person: str
    form: int
    place: int = -1
    length: int = 0


class Match(NamedTuple):
    """Whose name a word can be, and as what."""

    person: str
    form: Form


Matches = tuple[Match, ...]
Measured = tuple[tuple[Match, int], ...]
"""Matches, each with how many letters the name has."""


def rows_for(key: bytes, person: str, name: str) -> tuple[HashRow, ...]:
    """The rows by which ``name`` is recognised again as ``person``: hashes only, in an order that says nothing.

    ``person`` is any record id, so the real names of a family are found in the same way as those of staff.
    A name without a letter gives no rows.
    """
    rows: set[HashRow] = set()
    typed = (spelling for each in names_typed(name) for spelling in spellings(each))
    for parts in filter(None, map(take_apart, typed)):
        for form, word in forms_of(parts):
            kept = _kept_of(form, word, tolerated(parts, form, word))
            rows.update(HashRow(word_hash(key, each), person, int(form), *place) for each, place in kept)
    return tuple(sorted(rows))


def _kept_of(form: Form, word: str, tolerant: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """What is hashed of one form, each with its place and length."""
    yield word, (-1, 0)
    length = len(word)
    if tolerant and length > 1:
        for place, rest in deletions(word):
            yield rest, (place, length)
    if form in _TWO_LETTERS and two_letters.SHORTEST <= length <= two_letters.LONGEST:
        for place, rest in two_letters.pairs(word):
            yield rest, (place, length)
    if form in _SOUNDING:
        for sound in sound_keys(word):
            yield _SOUND + sound, (_BY_SOUND, length)


class Matcher:
    """The rows of a register made ready for looking up. Holds the key; remembers the words it was asked about."""

    def __init__(self, key: bytes, rows: Iterable[HashRow]) -> None:
        """Index the rows."""
        self._key = key
        self._whole: dict[bytes, list[Match]] = {}
        self._gone: dict[bytes, list[tuple[Match, int, int]]] = {}
        self._pairs: dict[bytes, list[tuple[Match, int, int]]] = {}
        self._sounds: dict[bytes, list[tuple[Match, int]]] = {}
        for row in rows:
            match = Match(row.person, Form(row.form))
            if row.place == _BY_SOUND:
                self._sounds.setdefault(row.digest, []).append((match, row.length))
            elif row.place < 0:
                self._whole.setdefault(row.digest, []).append(match)
            else:
                rests = self._pairs if two_letters.is_pair(row.place) else self._gone
                rests.setdefault(row.digest, []).append((match, row.place, row.length))
        self._exact_memo: dict[str, Matches] = {}
        self._near_memo: dict[str, Measured] = {}
        self._far_memo: dict[str, Measured] = {}
        self._sound_memo: dict[str, Matches] = {}

    def __bool__(self) -> bool:
        """Whether anybody is registered."""
        return bool(self._whole)

    def exact(self, word: str) -> Matches:
        """Whose name this folded word is, letter by letter."""
        known = self._exact_memo.get(word)
        if known is None:
            if len(self._exact_memo) >= _MEMO:
                self._exact_memo.clear()
            known = tuple(self._whole.get(word_hash(self._key, word), ()))
            self._exact_memo[word] = known
        return known

    def exactly(self, word: str) -> Matches:
        """As `exact`, for what is no word of a text and will hardly be asked again."""
        return tuple(self._whole.get(word_hash(self._key, word), ()))

    def near(self, word: str, shortest: int = SHORTEST_TOLERANT) -> Matches:
        """Whose name this folded word is with one letter too many, too few, wrong, or two changed over.

        Names of fewer letters than ``shortest`` do not count.
        """
        known = self._near_memo.get(word)
        if known is None:
            if len(self._near_memo) >= _MEMO:
                self._near_memo.clear()
            known = self._near_memo[word] = tuple(sorted(self._look_near(word)))
        long_enough = (one for one in known if one[0].form is not Form.INITIALED or one[1] >= SHORTEST_JOINED)
        return _of_length(long_enough, shortest)

    def initialed(self, word: str) -> Matches:
        """As `near`, for an initial and the name it belongs to written as one word, however short the name."""
        self.near(word)
        return tuple(dict.fromkeys(match for match, _ in self._near_memo[word] if match.form is Form.INITIALED))

    def _look_near(self, word: str) -> set[tuple[Match, int]]:
        """Work out ``near``, each match with the length of the name."""
        length = len(word)
        gone = self._gone.get(word_hash(self._key, word), ())
        found = {(match, full) for match, _, full in gone if full == length + 1}
        for place, rest in deletions(word):
            digest = word_hash(self._key, rest)
            if length > 2:
                whole = self._whole.get(digest, ())
                found.update((match, length - 1) for match in whole if match.form in TOLERANT)
            for match, other, full in self._gone.get(digest, ()):
                if full == length and abs(other - place) <= 1:
                    found.add((match, full))
        return found

    def perhaps(self, word: str, shortest: int) -> Matches:
        """Whose name this folded word is with two letters wrong, where the name has ``shortest`` letters or more."""
        known = self._far_memo.get(word)
        if known is None:
            if len(self._far_memo) >= _MEMO:
                self._far_memo.clear()
            known = self._far_memo[word] = tuple(sorted(self._look_far(word)))
        return _of_length(known, shortest)

    def _look_far(self, word: str) -> set[tuple[Match, int]]:
        """Work out ``perhaps``, each match with the length of the name."""
        length = len(word)
        kept = self._pairs.get(word_hash(self._key, word), ())
        found = {(match, full) for match, _, full in kept if full == length + 2}
        for place, rest in deletions(word):
            digest = word_hash(self._key, rest)
            for match, pair, full in self._pairs.get(digest, ()):
                if full == length + 1 and two_letters.holds_one(pair, place):
                    found.add((match, full))
            found.update((match, full) for match, _, full in self._gone.get(digest, ()) if full == length)
        for pair, rest in two_letters.pairs(word):
            digest = word_hash(self._key, rest)
            found.update((match, length - 2) for match in self._whole.get(digest, ()) if match.form in TOLERANT)
            for match, place, full in self._gone.get(digest, ()):
                if full == length - 1 and two_letters.holds_one(pair, place):
                    found.add((match, full))
            for match, other, full in self._pairs.get(digest, ()):
                if full == length and two_letters.same_two(pair, other):
                    found.add((match, full))
        return found

    def sounding(self, word: str) -> Matches:
        """Whose name this folded word sounds like, give or take two letters of length."""
        known = self._sound_memo.get(word)
        if known is None:
            if len(self._sound_memo) >= _MEMO:
                self._sound_memo.clear()
            known = self._sound_memo[word] = self._look_sounding(word)
        return known

    def _look_sounding(self, word: str) -> Matches:
        """Work out ``sounding``."""
        keys = sound_keys(word) if len(word) <= LONGEST_TOLERANT else ()
        found = (self._sounds.get(word_hash(self._key, _SOUND + sound), ()) for sound in keys)
        return tuple(sorted({m for rows in found for m, length in rows if abs(length - len(word)) <= 2}))


def _of_length(known: Iterable[tuple[Match, int]], shortest: int) -> Matches:
    """The matches of names that have at least so many letters, each once."""
    return tuple(dict.fromkeys(match for match, full in known if full >= shortest))
