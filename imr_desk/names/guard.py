"""The guard: reads any text of a review and marks registered and likely unknown names in it."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from imr_desk.errors import RegisterUnreadableError
from imr_desk.i18n import mark, tr
from imr_desk.names import unknown
from imr_desk.names.grammar import without_number
from imr_desk.names.hashing import decision_hash
from imr_desk.names.here import place_of
from imr_desk.names.normalise import read, squeeze
from imr_desk.names.register import Found, StaffRegister

REGISTERED, UNKNOWN = "registered", "unknown"
_EDGES = " \t\r\n\u00a0.,;:()_-\u2019'"
SURE, NEAR, PERHAPS = "registered", "near", "perhaps"


class Decision(enum.StrEnum):
    """What the author has said about words that look like a name. Kept in review files: never change a value."""

    STAFF = "staff"
    SUBJECT = "subject"
    OTHER_AGENCY = "other agency"
    NOT_A_PERSON = "not a person"
    NOT_HERE = "not a person here"


_REASONS: Mapping[str, str] = {
    SURE: mark("a registered name"),
    NEAR: mark("close to a registered name"),
    PERHAPS: mark("perhaps a registered name: two letters differ, or it sounds alike"),
    "title": mark("stands after a title or rank"),
    "full name": mark("reads like a first name and a surname"),
    "first name": mark("a first name"),
    "initial": mark("an initial and a surname"),
    "acts like a person": mark("speaks or is spoken to like a person"),
    "form of a name": mark("has the form of a surname"),
    "unknown word": mark("a capitalised word that is in no list"),
    "office": mark("stands after an office or a relative"),
    "address": mark("stands in an e-mail address"),
    "mention": mark("stands after an @"),
    "file name": mark("stands in a file name"),
    "field": mark("stands in a field for people"),
    "surname first": mark("reads like a surname and a first name"),
    "signature": mark("stands where a letter is signed"),
    "case name": mark("the name of a case"),
    "speaker": mark("the speaker in a record"),
    "reads like a name": mark("reads like a name"),
    "other alphabet": mark("is written in another alphabet"),
}


class Mark(NamedTuple):
    """A name in a text, from ``start`` up to ``end`` (code points).

    ``kind`` is 'registered' or 'unknown'. ``person`` is the record id of a registered name; empty for an unknown name
    and where several people fit, who are then in ``others``. ``key`` is the hash under which a decision about these
    words is kept. ``level`` is 'look' where the guard is less sure. ``certain`` is False for a registered name that is
    only close in spelling, or an everyday word: only then does the decision 'not a person' lift the mark.
    """

    start: int
    end: int
    kind: str
    person: str
    reason: str
    key: str
    level: str = "name"
    certain: bool = False
    others: tuple[str, ...] = ()


def reason_in_words(reason: str) -> str:
    """Why a mark stands there, in the reader's language, as the end of 'Marked because it is/it …'."""
    return tr(_REASONS[reason])


def decision_key(register_key: bytes, words: str) -> str:
    """The key of a decision about ``words``: the same however they are capitalised, accented or spaced."""
    return decision_hash(register_key, squeeze(words))


@lru_cache(maxsize=1 << 12)
def _likely_in_title(title: str) -> tuple[unknown.Unknown, ...]:
    """What looks like a name in a job title: there are many of them, and a guard is made anew at each decision."""
    return unknown.find(title)


def read_codes(codes: Iterable[str]) -> None:
    """Look beforehand at what a guard with these codes will look at."""
    for title in {without_number(code) for code in codes}:
        _likely_in_title(title)


class Guard:
    """Marks names in text.

    ``register`` is None where a review has none yet. ``decisions`` maps decision keys to the values of ``Decision``.
    ``codes`` are the job titles and pseudonyms in use, which are never marked unless they read like a name themselves.
    """

    def __init__(self, register: StaffRegister | None, decisions: Mapping[str, str], codes: Iterable[str]) -> None:
        """Keep what is known; nothing is read yet."""
        self._register = register
        self._key = (register.key if register else None) or b""
        self._not_people = frozenset(key for key, said in decisions.items() if said == Decision.NOT_A_PERSON)
        self._not_here = frozenset(key for key, said in decisions.items() if said == Decision.NOT_HERE)
        self._codes = tuple(sorted(codes))
        self._plain_codes: tuple[str, ...] | None = None

    def bears(self, word: str) -> bool:
        """Whether this one word, letter by letter, is somebody's registered name or a part of it."""
        return self._register is not None and self._register.bears(word)

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Every name in ``text`` that still has to be dealt with, in order and without overlap.

        Raises ``RegisterUnreadableError`` where people are registered and the key of the register is not at hand.
        """
        self._check_ready()
        reading = read(text)
        found = self._register.find_in(reading) if self._register else ()
        registered = [self._registered(text, one) for one in found]
        kept = [one for one in registered if one.certain or not self._is_nobody(text, one)]
        taken = [(one.start, one.end) for one in kept]
        likely = [
            self._unknown(text, one, start, end)
            for one in unknown.find_in(reading, self._codes_that_hide())
            for start, end in _outside(text, one.start, one.end, taken)
        ]
        return tuple(sorted(kept + [one for one in likely if not self._is_nobody(text, one)]))

    def registered_in(self, text: str) -> tuple[Mark, ...]:
        """The registered names alone, as `marks` finds them."""
        self._check_ready()
        found = self._register.find(text) if self._register else ()
        marks = [self._registered(text, one) for one in found]
        return tuple(one for one in marks if one.certain or not self._is_nobody(text, one))

    def who_is(self, name: str) -> tuple[str, ...]:
        """The ids of the people that ``name`` can stand for, letter by letter, else closely; () for nobody.

        Raises ``RegisterUnreadableError`` as ``marks`` does.
        """
        self._check_ready()
        one = self._register.who_is(name) if self._register else None
        if one is not None or self._register is None:
            return (one,) if one is not None else ()
        found = [(each.person, *each.others) for each in self._register.find(name)]
        return tuple(sorted({person for people in found for person in people if person}))

    def key_here(self, text: str, start: int, end: int) -> str:
        """The key of the decision that the words at this place, between those beside them, are no person."""
        return decision_hash(self._key, place_of(text, start, end))

    def _is_nobody(self, text: str, mark: Mark) -> bool:
        """Whether a mark is lifted: its words were decided to be no person, everywhere or between these words."""
        if mark.key in self._not_people:
            return True
        return bool(self._not_here) and self.key_here(text, mark.start, mark.end) in self._not_here

    @property
    def readable(self) -> bool:
        """Whether registered names can be looked up."""
        return self._register is None or self._register.readable

    @property
    def why_unreadable(self) -> str:
        """Why registered names cannot be looked up, in a sentence; nothing where they can."""
        return self._register.why_unreadable if self._register else ""

    def who_exactly(self, name: str) -> str:
        """The id of the one person of whom ``name`` is a name, word for word; "" for nobody or several.

        Raises ``RegisterUnreadableError`` as ``marks`` does.
        """
        self._check_ready()
        return (self._register.who_is(name) if self._register else None) or ""

    def _codes_that_hide(self) -> tuple[str, ...]:
        """The codes but those that read like a name themselves: ‘Petra Quillfeather 1’ hides nobody.

        One that was decided to be no person, ‘Baby J’, is a code like any other.
        """
        if self._plain_codes is None:
            titles = {without_number(code) for code in self._codes}
            names = {title for title in titles if self._reads_like_name(title)}
            self._plain_codes = tuple(code for code in self._codes if without_number(code) not in names)
        return self._plain_codes

    def _reads_like_name(self, title: str) -> bool:
        marks = (self._unknown(title, one, one.start, one.end) for one in _likely_in_title(title))
        return any(one.level == "name" and not self._is_nobody(title, one) for one in marks)

    def is_no_person(self, words: str) -> bool:
        """Whether these words were decided to be no person."""
        return self.key_for(words) in self._not_people

    def without_decisions(self) -> Guard:
        """The same, as if nothing had been decided yet."""
        return Guard(self._register, {}, self._codes)

    def key_for(self, words: str) -> str:
        """The key under which a decision about ``words`` is to be kept."""
        return decision_key(self._key, words)

    def _check_ready(self) -> None:
        """Refuse to answer without the key: 'no name found' would be untrue."""
        if self._register and not self._register.readable:
            raise RegisterUnreadableError(self._register.why_unreadable)

    def _registered(self, text: str, one: Found) -> Mark:
        """A finding of the register as a mark."""
        words, reason = text[one.start : one.end], SURE if one.certain else PERHAPS if one.perhaps else NEAR
        level = "name" if one.certain else "look"
        return Mark(
            one.start, one.end, REGISTERED, one.person, reason, self.key_for(words), level, one.certain, one.others
        )

    def _unknown(self, text: str, one: unknown.Unknown, start: int, end: int) -> Mark:
        """A likely name, or what a registered name leaves of it, as a mark."""
        return Mark(start, end, UNKNOWN, "", one.reason, self.key_for(text[start:end]), one.level)


def _outside(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a likely name that no registered name covers; what is left of one must be more than an initial."""
    first = bisect_right(taken, start, key=lambda place: place[1])
    covered = []
    for place in taken[first : first + (end - start) + 1]:
        if place[0] >= end:
            break
        covered.append(place)
    at = start
    for begin, stop in [*covered, (end, end)]:
        rest = text[at:begin]
        bare = rest.strip(_EDGES)
        if len(bare) > (1 if covered else 0):
            left = at + len(rest) - len(rest.lstrip(_EDGES))
            yield left, left + len(bare)
        at = max(at, stop)
