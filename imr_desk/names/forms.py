"""The forms in which one person's name is written, worked out from the name as the author types it."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from imr_desk.names.lists import also_called, particles, shortened, the_lists
from imr_desk.names.normalise import Atom, Joint, Reading, Shape, Word, read

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_DIGRAPHS |= {ord(chr(small).upper()): spelt.title() for small, spelt in tuple(_DIGRAPHS.items())}
SHORTEST_JOINED = 7
_SHORTEST_INITIALED = 3
_AND = ("y", "e", "i")
_MAC = re.compile("m(a?)c([^aeiou]?.{4,})")
SHORTEST_TOLERANT = 4  # letters; shorter words are matched letter by letter
LONGEST_TOLERANT = 40


class Form(enum.IntEnum):
    """Which part of a name a hash stands for. The numbers are kept in review files: never change one."""

    FAMILY = 1
    GIVEN = 2
    PART = 3  # one part of a double-barrelled name, or a name without its particle
    MIDDLE = 4
    WHOLE = 5  # given and family name written as one word, either way round
    INITIALED = 6  # initials and family name as one word, either way round
    GIVEN_INITIAL = 7  # given name and first letter of the family name
    NICKNAME = 8


TOLERANT = (Form.FAMILY, Form.GIVEN, Form.PART, Form.MIDDLE, Form.WHOLE, Form.INITIALED)
"""What is also known with one letter wrong; of what is written as one word only what `tolerated` names."""
FAMILY_LIKE = (Form.FAMILY, Form.PART)
GIVEN_LIKE = (Form.GIVEN, Form.MIDDLE, Form.NICKNAME, Form.PART)


class NameParts(NamedTuple):
    """A name taken apart; every word folded, ``given`` may be a single letter or empty."""

    given: str
    middles: tuple[str, ...]
    family: str
    parts: tuple[str, ...]
    initials: str


def _without_titles(words: list[Word]) -> list[Word]:
    """The words of a name without ``Mr``, ``DC`` and the like before it, as long as a name is left."""
    lists = the_lists()
    titles = (lists.titles | lists.ranks) - {"judge", "dean", "lord", "lady", "master", "canon"}
    while len(words) > 1 and words[0].word in titles:
        words = words[1:]
    return words


def _given_first(words: list[Word]) -> list[Word]:
    """The words in the order given name, family name: ``Kowalska, Anna`` is turned round."""
    for place, word in enumerate(words):
        if place and word.joint is Joint.COMMA:
            return words[place:] + words[:place]
    return words


def _begin_of_family(words: list[Word]) -> int:
    """Where the family name begins: at its first particle (``ab Owain``), else with the last word."""
    for place in range(1, len(words) - 1):
        if words[place].word in particles():
            return place
        if place > 1 and words[place].word in _AND and words[place].shape is Shape.LOWER:
            return place - 1
    return len(words) - 1


def _pieces(reading: Reading, word: Word) -> list[str]:
    """The parts of one word that a hyphen or an apostrophe joins; ``Mac`` and ``Donald`` stay together."""
    pieces: list[str] = []
    atoms: list[Atom] = reading.atoms[word.first : word.last]
    for atom in atoms:
        if pieces and atom.joint not in (Joint.HYPHEN, Joint.APOSTROPHE):
            pieces[-1] += atom.word
        else:
            pieces.append(atom.word)
    return pieces


def _parts(reading: Reading, words: list[Word]) -> tuple[str, ...]:
    """The pieces of a name that stand for it when they stand alone: three letters or more, no particles."""
    pieces = [piece for word in words for piece in _pieces(reading, word)]
    telling = tuple(p for p in pieces if len(p) > 2 and p not in particles())
    return (telling or tuple(pieces[-1:])) if len(pieces) > 1 else ()


def _beginnings(reading: Reading, words: list[Word]) -> tuple[str, ...]:
    """A particle with what follows it, where the family name goes on: ``dos Santos`` of ``dos Santos Moreira``."""
    pieces = [piece for word in words for piece in _pieces(reading, word)]
    at = next((place for place, piece in enumerate(pieces) if piece not in particles()), 0)
    return ("".join(pieces[: at + 1]),) if 0 < at < len(pieces) - 1 else ()


def _endings(words: list[Word]) -> tuple[str, ...]:
    """The ends of a family name that begin with a particle of their own: ``Al Fayed`` of ``bin Salman Al Fayed``."""
    starts = (place for place in range(1, len(words) - 1) if words[place].word in particles())
    return tuple("".join(word.word for word in words[place:]) for place in starts)


def _other_mac(family: str) -> str:
    """``MacDonald`` for ``McDonald`` and the other way round; nothing for other names."""
    found = _MAC.match(family)
    return f"{'mc' if found[1] else 'mac'}{found[2]}" if found else ""


def take_apart(name: str) -> NameParts | None:
    """The parts of a name in any usual order of writing; None where it holds no letter."""
    reading = read(name)
    words = _given_first(_without_titles(list(reading.words)))
    if not words:
        return None
    begin = _begin_of_family(words) if len(words) > 1 else 0
    before, family_words = words[:begin], words[begin:]
    # 'W. Pell-Hart' and 'S.P. Ó Súilleabháin': letters that stand alone are initials, not names
    names = [word for word in before if len(word.word) > 1]
    given = names[0].word if names else ""
    parts = _parts(reading, family_words) + _endings(family_words) + _beginnings(reading, family_words)
    parts += _parts(reading, names[:1]) if names else ()
    initials = "".join(piece[0] for word in before for piece in _pieces(reading, word))
    return NameParts(given, tuple(n.word for n in names[1:]), "".join(w.word for w in family_words), parts, initials)


def _joined(name: NameParts) -> Iterator[tuple[Form, str]]:
    """The forms in which the name is written as one word, as in addresses and file names."""
    middles = "".join(name.middles)
    families = [name.family, *(part for part in name.parts if part in name.family)]
    if middles:
        families.extend("".join(name.middles[at:]) + name.family for at in range(len(name.middles)))
        yield Form.WHOLE, middles + name.family
    for family in families:
        for given in filter(None, (name.given, *also_called(name.given))):
            yield Form.WHOLE, given + family
            yield Form.WHOLE, family + given
            yield Form.GIVEN_INITIAL, given + family[0]
        for initials in {name.initials[:1], name.initials} - {""}:
            yield Form.INITIALED, initials + family
            yield Form.INITIALED, family + initials
    if middles:
        yield Form.WHOLE, name.family + name.given + middles


def forms_of(name: NameParts) -> list[tuple[Form, str]]:
    """Every form of the name with its folded letters, each once, the most telling form first."""
    forms: dict[str, Form] = {}

    def add(form: Form, word: str) -> None:
        if word:
            forms.setdefault(word, form)

    add(Form.FAMILY, name.family)
    add(Form.FAMILY, _other_mac(name.family))
    add(Form.GIVEN, name.given)
    if name.middles:
        add(Form.GIVEN, name.given + "".join(name.middles))  # 'zhihao.tan' for Zhi Hao Tan
    for part in name.parts:
        add(Form.PART, part)
    for place, middle in enumerate(name.middles):
        add(Form.MIDDLE, middle)
        add(Form.PART, "".join(name.middles[place:]) + name.family)  # two family names: 'Fernández Ruiz'
    for nickname in (*also_called(name.given), *shortened(name.given)):
        add(Form.NICKNAME, nickname)
    for form, word in _joined(name):
        add(form, word)
    return [(form, word) for word, form in forms.items()]


def spellings(name: str) -> tuple[str, ...]:
    """The name as it was typed, and with ``oe`` for ``ö`` and the like, as addresses have it."""
    composed = unicodedata.normalize("NFC", name)
    spelt = composed.translate(_DIGRAPHS)
    return (name,) if spelt == composed else (name, spelt)


def tolerated(name: NameParts, form: Form, word: str) -> bool:
    """Whether a form is also to be known with a letter wrong.

    Of forms in one word, as in addresses, only the plain ones, where they are long enough to be like nothing else.
    """
    if form not in (Form.WHOLE, Form.INITIALED):
        return form in TOLERANT
    first = name.given if form is Form.WHOLE else name.initials[:1]
    long = len(word) >= (SHORTEST_JOINED if form is Form.WHOLE else _SHORTEST_INITIALED)
    return long and word in (first + name.family, name.family + first)


def deletions(word: str) -> Iterator[tuple[int, str]]:
    """The word without one letter, once for each result, with the place of the first letter that can be missing."""
    if len(word) > LONGEST_TOLERANT:
        return
    for place in range(len(word)):
        if place == 0 or word[place] != word[place - 1]:
            yield place, word[:place] + word[place + 1 :]
