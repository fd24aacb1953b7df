"""Names that nobody has registered: every rule is asked, and what is known to be no person is taken away again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from imr_desk.names import rules, rules_forms, rules_words
from imr_desk.names.lists import phrases
from imr_desk.names.normalise import Reading, read
from imr_desk.names.rules import NAME, Candidate
from imr_desk.names.view import View

# A rule that is sure of a person even where the words are a known phrase: 'Mr William Hill'.
_OVERRULES_PHRASES = ("title", "address", "signature")
_RULES = (
    rules.titled,
    rules.pairs,
    rules_words.first_names,
    rules_words.initials,
    rules_words.acting,
    rules_words.offices,
    rules_forms.addresses,
    rules_forms.files,
    rules_forms.fields,
    rules_forms.lists_of_names,
    rules_forms.signatures,
    rules_forms.case_names,
    rules_forms.speakers,
)
Phrases = dict[str, list[tuple[str, ...]]]


class Unknown(NamedTuple):
    """A likely name: offsets in code points, the rule that found it, ``level`` 'name' or 'look'."""

    start: int
    end: int
    reason: str
    level: str


def find(text: str, known_codes: Iterable[str] = ()) -> tuple[Unknown, ...]:
    """What looks like a person's name in ``text``, in order and without overlap.

    ``known_codes`` are the job titles and pseudonyms in use; they are never marked, a chosen first name included.
    """
    return find_in(read(text), known_codes)


def find_in(reading: Reading, known_codes: Iterable[str] = ()) -> tuple[Unknown, ...]:
    """The same for a text already taken apart."""
    view = View(reading)
    found = [one for rule in _RULES for one in rule(view)]
    if not found:
        return ()
    known = _Regions(reading, _places_of(reading, _indexed(phrases())))
    codes = _Regions(reading, _places_of(reading, _indexed(tuple(sorted(set(known_codes))))))
    kept = [one for one in found if one.reason in _OVERRULES_PHRASES or not known.hold(one)]
    return tuple(_merged([one for one in kept if not codes.hold(one)]))


@lru_cache(maxsize=16)
def _indexed(words: tuple[str, ...]) -> Phrases:
    """Phrases by their first word, each as its folded atoms."""
    index: Phrases = {}
    for phrase in words:
        atoms = tuple(atom.word for atom in read(phrase).atoms)
        if atoms:
            index.setdefault(atoms[0], []).append(atoms)
    return index


def _places_of(reading: Reading, wanted: Phrases) -> Iterator[tuple[int, int]]:
    """Where the text holds one of the phrases."""
    atoms = reading.atoms
    for place, atom in enumerate(atoms):
        for phrase in wanted.get(atom.word, ()):
            last = place + len(phrase)
            if last <= len(atoms) and tuple(a.word for a in atoms[place:last]) == phrase:
                yield atom.start, atoms[last - 1].end


class _Regions:
    """Places of a text, put together where they touch, so that any stretch can be looked up quickly."""

    def __init__(self, reading: Reading, places: Iterable[tuple[int, int]]) -> None:
        """Put the places in order; two with only blanks and marks between them become one."""
        self._text = reading.text
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(places):
            if self._ends and not any(c.isalnum() for c in self._text[self._ends[-1] : start]):
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, one: Candidate) -> bool:
        """Whether a candidate lies wholly within one region."""
        at = bisect_right(self._starts, one.start) - 1
        return at >= 0 and one.end <= self._ends[at]


def _merged(found: list[Candidate]) -> Iterator[Unknown]:
    """Candidates that overlap as one, with the reason of the longest and the surer level."""
    current: Candidate | None = None
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if current is None or one.start >= current.end:
            if current:
                yield Unknown(*current)
            current = one
            continue
        level = NAME if NAME in (current.level, one.level) else one.level
        reason = current.reason if current.level == NAME else one.reason
        current = Candidate(current.start, max(current.end, one.end), reason, level)
    if current:
        yield Unknown(*current)
