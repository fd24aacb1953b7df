"""The word lists in ``resources/names``, read once, when they are first needed.

A list is plain text: words parted by blanks or lines, ``#`` begins a comment, ``[name]`` begins a section.
All words are folded to a–z already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from imr_desk.names.normalise import fold
from imr_desk.names.parts import parts_of

_PIECE, _LONG = 4, 8
"""Letters that the beginning of a first name has to have; letters of a first name from which on its end counts too."""
_HONOURING = ("oluwa", "olu", "chukwu", "abdul", "abdel", "ade", "ola", "omo")
"""With what first names begin that are called by the rest: ``Dami`` of ``Oluwadamilola``."""
_LITTLE = "abcdnpqrw"
_FUNCTION = "abcpqr"
_DOING = ("do", "does", "did", "not")
_MANY = 3
"""The step of a list of names from which on a word is borne by more than a thousand people."""


def _lines(name: str) -> list[str]:
    """The lines of a list without comments and empty ones."""
    text = (resources.files("resources") / "names" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def _sections(name: str) -> dict[str, frozenset[str]]:
    """The words of each section; words before the first heading stand under the empty name."""
    gathered: dict[str, set[str]] = {"": set()}
    section = ""
    for line in _lines(name):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            gathered.setdefault(section, set())
        else:
            gathered[section].update(line.split())
    return {title: frozenset(words) for title, words in gathered.items()}


@dataclass(frozen=True)
class Lists:
    """All lists. ``common`` are everyday words, ``ordinary`` all dictionary words; neither holds a name."""

    common: frozenset[str]
    ordinary: frozenset[str]
    first_names: frozenset[str]
    word_first_names: frozenset[str]
    times: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    titles: frozenset[str]
    ranks: frozenset[str]
    roles: frozenset[str]
    address: frozenset[str]
    plain_titles: frozenset[str]
    grades: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    slots: Mapping[str, frozenset[str]]
    classes: Mapping[str, str]

    def is_weak(self, word: str) -> bool:
        """Whether a word means something else so often that it needs evidence to be taken for a name."""
        return len(word) < 3 or word in self.common or word in self.times or word in self.places

    def is_little(self, word: str) -> bool:
        """Whether it is a link, a helping verb, a preposition or a pronoun."""
        return self.classes.get(word, " ") in _LITTLE

    def is_function(self, word: str) -> bool:
        """Whether it is an article, a pronoun, a preposition or a link, as ``he`` and ``an`` are."""
        return self.classes.get(word, " ") in _FUNCTION or word in _DOING


@cache
def the_lists() -> Lists:
    """Read every list; about 20 ms, once."""
    surnames = _sections("surnames.txt")[""]
    common = (_sections("words_common.txt")[""] | _sections("words_domain.txt")[""]) - surnames
    places = _sections("places.txt")
    titles = _sections("titles.txt")
    word_names = _sections("first_names_words.txt")[""]
    evidence = _sections("evidence.txt")
    ordinary = common | (_sections("words_rare.txt")[""] - surnames) | evidence["makes"]
    short_forms = frozenset(short for shorts in nicknames().values() for short in shorts) - ordinary
    return Lists(
        common=common,
        ordinary=ordinary,
        first_names=(_sections("first_names.txt")[""] | short_forms) - word_names,
        word_first_names=word_names,
        times=_sections("time.txt")[""],
        places=frozenset[str]().union(*places.values()),
        peoples=places["peoples"],
        titles=titles["titles"],
        ranks=titles["ranks"],
        roles=titles["roles"],
        address=titles["address"],
        plain_titles=titles["plain"],
        grades=titles["grades"],
        beside=evidence,
        slots=_sections("person_slots.txt"),
        classes={word: letter for letter, words in _sections("word_classes.txt").items() for word in sorted(words)},
    )


@cache
def particles() -> frozenset[str]:
    """Every small word with which a registered family name may begin."""
    beside = the_lists().beside
    return beside["particles"] | beside["more_particles"]


@cache
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """The short forms of a first name."""
    rows = (line.split() for line in _lines("nicknames.txt"))
    return {row[0]: tuple(row[1:]) for row in rows}


@cache
def also_called(given: str) -> tuple[str, ...]:
    """The other first names by which somebody may be called: the short forms of a name, and what it is short for."""
    known = (*nicknames().get(given, ()), *_long_forms().get(given, ()), *_further().get(given, ()))
    return tuple(dict.fromkeys(known))


def shortened(given: str) -> Iterator[str]:
    """The beginning or end of a long first name that is no word: ``Sukhi`` of ``Sukhinder``, ``emeka``."""
    ordinary = the_lists().ordinary
    yield from (short for first in _HONOURING if given.startswith(first) for short in shortened(given[len(first) :]))
    for length in range(_PIECE, len(given) - 1):
        if given[:length] not in ordinary:
            yield given[:length]
        if len(given) >= _LONG and given[-length:] not in ordinary:
            yield given[-length:]


@cache
def _further() -> Mapping[str, tuple[str, ...]]:
    """Short forms that count for somebody who is registered only."""
    rows = (line.split() for line in _lines("short_forms.txt"))
    return {row[0]: tuple(row[1:]) for row in rows}


@cache
def _long_forms() -> Mapping[str, tuple[str, ...]]:
    """What a short form may be short for."""
    found: dict[str, list[str]] = {}
    for name, shorts in nicknames().items():
        for short in shorts:
            found.setdefault(short, []).append(name)
    return {short: tuple(names) for short, names in found.items()}


_PHRASES = (
    "phrases.txt",
    "phrases_law.txt",
    "phrases_bodies.txt",
    "phrases_buildings.txt",
    "phrases_things.txt",
    "phrases_work.txt",
    "phrases_known.txt",
    "phrases_places.txt",
)


@cache
def _every_phrase() -> frozenset[str]:
    """All that looks like a person and is none, in small letters."""
    lines = (line for name in _PHRASES for line in _lines(name))
    return frozenset(phrase.strip().casefold() for line in lines for phrase in line.split(";")) - {""}


@cache
def phrases() -> tuple[str, ...]:
    """Words that look like a person and are none, in small letters, longest first.

    What people are called too is left out: one word that many bear, and a first name with a surname, *John Lewis*.
    """
    shared = {" ".join(pair) for pair in shared_names()}
    words = [phrase for phrase, word in _single_words().items() if word not in shared_words()]
    longer = [phrase for phrase in _every_phrase() if " " in phrase and phrase.removesuffix("'s") not in shared]
    return tuple(sorted((*words, *longer), key=lambda phrase: (-len(phrase), phrase)))


@cache
def known_words() -> frozenset[str]:
    """One word that is a firm, a system, a case or the like, and hardly a name."""
    return frozenset(_single_words().values()) - shared_words()


@cache
def shared_words() -> frozenset[str]:
    """One word that is a firm, a system, a case or the like, and a name that many people bear: ``reed``."""
    return frozenset(word for word in _single_words().values() if _is_borne(word))


@cache
def shared_names() -> frozenset[tuple[str, ...]]:
    """A first name and a surname by which a firm or a thing is called, and people too: ``john lewis``."""
    return frozenset(tuple(phrase.split()) for line in _lines("phrases_shared.txt") for phrase in line.split(";"))


@cache
def _single_words() -> Mapping[str, str]:
    """Every phrase of one word, and that word folded, without an owner's ending."""
    return {phrase: fold(phrase.removesuffix("'s")) for phrase in _every_phrase() if " " not in phrase}


def _is_borne(word: str) -> bool:
    """Whether many people bear a folded word as a name."""
    return max(parts_of(word)[:2]) >= _MANY
