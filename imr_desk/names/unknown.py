"""Names that nobody has registered: the rules are asked, then the tagger, and what is known to be no person goes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from imr_desk.names import rules, rules_forms, rules_scripts, rules_words, tagger
from imr_desk.names.lists import phrases, the_lists
from imr_desk.names.never_names import is_hardly_a_name
from imr_desk.names.normalise import Joint, Reading, Shape, read
from imr_desk.names.parts import parts_of
from imr_desk.names.rules import LOOK, NAME, Candidate, candidate
from imr_desk.names.view import CLOSE, Kind, View, is_two_syllables
from imr_desk.names.widening import widened
from imr_desk.names.word_clues import class_of

# A rule that is sure of a person even where the words are a known phrase: 'Mr William Hill'.
_OVERRULES_PHRASES = ("title", "address", "signature")
_RULES = (
    rules.titled,
    rules.pairs,
    rules_words.first_names,
    rules_words.initials,
    rules_words.acting,
    rules_words.addressed,
    rules_words.offices,
    rules_forms.addresses,
    rules_forms.files,
    rules_forms.fields,
    rules_forms.lists_of_names,
    rules_forms.signatures,
    rules_forms.case_names,
    rules_forms.speakers,
)
# Found by the place where it stands: the tagger is not asked.
# After one of these a word in no list is a name, whatever else the sentence says.
_SURE_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "judge",
        "hhj",
        "recorder",
        "pc",
        "dc",
        "sgt",
        "sergeant",
    )
)
_MANY_BEAR = 3
_PLACED = ("address", "mention", "file name", "speaker", "spoken to")
TAGGED = "reads like a name"
_end, _start = attrgetter("end"), attrgetter("start")
_TOGETHER = (*CLOSE, Joint.GLUE, Joint.DOT)
_BLANKS = (" ", "\u00a0", ". ")
Phrases = dict[str, list[tuple[str, ...]]]


class Unknown(NamedTuple):
    """A likely name: offsets in code points, the rule that found it, ``level`` 'name' or 'look'."""

    start: int
    end: int
    reason: str
    level: str


def find(text: str, known_codes: Iterable[str] = (), *, look: bool = False) -> tuple[Unknown, ...]:
    """What looks like a person's name in ``text``, in order and without overlap.

    ``known_codes`` are the job titles and pseudonyms in use; they are never marked, a chosen first name included.
    With ``look`` also what is only worth a look: far more is found, and far more of it is no name.
    """
    return find_in(read(text), known_codes, look=look)


def find_in(reading: Reading, known_codes: Iterable[str] = (), *, look: bool = False) -> tuple[Unknown, ...]:
    """The same for a text already taken apart."""
    if not any(atom.word for atom in reading.atoms):
        return ()
    view = View(reading)
    no_person = NoPerson(reading, known_codes)
    ruled = by_rules(view, no_person)
    scores = tagger.scores(view, words_ruled(view, ruled))
    tagged = [one for one in _tagged(view, scores, look=look) if not no_person.holds(one)]
    ruled = [one for one in ruled if _is_borne_out(view, one, scores)]
    if look:
        ruled.extend(one for one in rules_scripts.other_scripts(view) if not no_person.holds(one))
    pieces = [one for one in _in_one_piece(reading, tagged) if one.end - one.start > 1]  # a letter alone is no name
    return tuple(_merged(list(widened(view, [*ruled, *pieces]))))


class NoPerson:
    """What is known to be no person: phrases, codes in use."""

    def __init__(self, reading: Reading, known_codes: Iterable[str]) -> None:
        """Nothing is looked up before it is asked for."""
        self._reading, self._codes = reading, known_codes

    @cached_property
    def _phrases(self) -> _Regions:
        return _Regions(self._reading, _places_of(self._reading, _indexed(phrases())))

    @cached_property
    def _known_codes(self) -> _Regions:
        return _Regions(self._reading, _places_of(self._reading, _indexed(tuple(sorted(set(self._codes))))))

    def holds(self, one: Candidate) -> bool:
        """Whether a candidate is known to be no person. Some rules are surer than a phrase: 'Mr William Hill'."""
        return (one.reason not in _OVERRULES_PHRASES and self._phrases.hold(one)) or self._known_codes.hold(one)


def by_rules(view: View, no_person: NoPerson) -> list[Candidate]:
    """What the rules alone find."""
    found = [one for rule in _RULES for one in rule(view)]
    return [Candidate(*one) for one in _merged([one for one in found if not no_person.holds(one)])]


def words_ruled(view: View, ruled: list[Candidate]) -> Mapping[int, str]:
    """The words that a rule has marked, with the rule and how sure it is."""
    starts = [one.start for one in ruled]
    marked = {}
    for index, word in enumerate(view.words):
        at = bisect_right(starts, word.start) - 1
        if at >= 0 and word.end <= ruled[at].end:
            marked[index] = ruled[at].reason + ruled[at].level
    return marked


def _tagged(view: View, scores: Mapping[int, float], *, look: bool) -> Iterator[Candidate]:
    """What the tagger finds, word by word."""
    least = tagger.WORTH_A_LOOK if look else tagger.BESIDE_A_NAME
    for index, score in scores.items():
        if score > least:
            sure = score > tagger.SURE or (score > tagger.BESIDE_A_NAME and _is_beside_name(view, index, scores))
            sure = sure and not rules_forms.is_plain_file_name(view, index) and not _is_left_over(view, index, scores)
            sure = sure and not is_hardly_a_name(view, index)
            if sure or look:
                one = candidate(view, index, index + 1, TAGGED, NAME if sure else LOOK)
                yield one._replace(end=_without_number(view, index))


def _is_left_over(view: View, index: int, scores: Mapping[int, float]) -> bool:
    """Whether a word is the ``Park`` of ``Harwood Park``, where the word before is no name: what is left is none."""
    word, before = view.words[index], index - 1
    if not index or word.joint is not Joint.SPACE or view.kinds[index] is Kind.PLAIN:
        return False
    if not view.is_beside("roads", word.word) or view.kinds[before] in (Kind.PLAIN, Kind.INITIAL):
        return False
    if view.is_title(before) or view.words[before].word in view.lists.roles or scores.get(before, 0.0) > tagger.NO_NAME:
        return False
    return class_of(view.words[before].word) == "x"


def _is_beside_name(view: View, index: int, scores: Mapping[int, float]) -> bool:
    """Whether the word before or after this one is surely part of a name, and no more than a blank between them."""
    if view.kinds[index] is Kind.SHORT:
        return False
    for other, left in ((index - 1, index - 1), (index + 1, index)):
        sure = scores.get(other, tagger.NO_NAME) > tagger.SURE
        if sure and not view.words[left].possessive and view.words[left + 1].joint in _TOGETHER:
            return True
    return False


def _is_borne_out(view: View, one: Candidate, scores: Mapping[int, float]) -> bool:
    """Whether the tagger finds it possible that what a rule has marked is a name, in one word of it at least."""
    if one.reason in _PLACED:
        return True
    first = bisect_right(view.words, one.start, key=_end)
    if _is_sure(view, one, first):
        return True
    last = bisect_left(view.words, one.end, key=_start)
    least = tagger.NO_FIRST_NAME if one.reason == "first name" else tagger.NO_NAME
    return any(scores.get(index, least) > least for index in range(first, last))


def _is_sure(view: View, one: Candidate, first: int) -> bool:
    """Whether a rule leaves no doubt: a word in no list after ``Judge``, a first name as ``Min-jun`` and one more."""
    if view.kinds[first] is not Kind.NEW:
        return False
    if one.reason == "full name":
        word, surname = view.words[first], view.words[min(first + 1, len(view) - 1)].word
        atoms = view.reading.atoms[word.first : word.last]
        return (
            is_two_syllables(atoms) and not view.lists.is_little(atoms[0].word) and parts_of(surname).last >= _MANY_BEAR
        )
    return one.reason == "title" and first > 0 and view.words[first - 1].word in _SURE_TITLES


def _without_number(view: View, index: int) -> int:
    """Where a word ends that is followed by a number, without the capitals of that number: ``ClaireThrostle-MG11``."""
    word = view.words[index]
    atoms = view.reading.atoms[word.first : word.last]
    numbered = view.text[word.end : word.end + 1].isdigit()
    if numbered and len(atoms) > 1 and atoms[-1].shape is Shape.CAPS and atoms[-1].joint is Joint.HYPHEN:
        return atoms[-2].end
    return word.end


def _in_one_piece(reading: Reading, words: list[Candidate]) -> Iterator[Candidate]:
    """Words with no more than a blank between them as one candidate."""
    current: Candidate | None = None
    for one in words:
        if current and one.level == current.level and reading.text[current.end : one.start] in _BLANKS:
            current = current._replace(end=one.end)
            continue
        if current:
            yield current
        current = one
    if current:
        yield current


@lru_cache(maxsize=16)
def _indexed(words: tuple[str, ...]) -> Phrases:
    """Phrases by their first word, each as its folded atoms; of what can be counted, a warning, also more than one."""
    index: Phrases = {}
    counted = the_lists().beside["law_heads"]
    for phrase in words:
        plain = phrase.isascii() and phrase.replace(" ", "").isalpha()
        atoms = tuple(phrase.lower().split()) if plain else tuple(atom.word for atom in read(phrase).atoms)
        if atoms:
            index.setdefault(atoms[0], []).append(atoms)
            if len(atoms) > 1 and atoms[-1] in counted:
                index[atoms[0]].append((*atoms[:-1], f"{atoms[-1]}s"))
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
