"""A text as the rules for unknown names see it: every word with its kind."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

from imr_desk.names.lists import Lists, the_lists
from imr_desk.names.normalise import Atom, Joint, Reading, Shape, Word

CONTRACTED = ("t", "ll", "ve", "re", "d", "m")
_SHORT_CAPS = 4
_VOWELS = frozenset("aeiouy")
_REFERENCE = re.compile(r"[-/_]?\d")


class Kind(enum.IntEnum):
    """What a word is, taken by itself."""

    PLAIN = 0  # in small letters, or an ordinary contraction
    INITIAL = 1
    FIRST = 2  # a first name that is hardly anything else
    WORD_NAME = 3  # a first name that is an everyday word too
    NEW = 4  # capitalised and in no list
    PLACE = 5
    TIME = 6
    WORD = 7  # a capitalised dictionary word
    SHORT = 8  # an abbreviation, or the abbreviation of a body


NAMES = (Kind.FIRST, Kind.NEW)
LIKE_NAMES = (Kind.FIRST, Kind.WORD_NAME, Kind.NEW, Kind.PLACE, Kind.TIME, Kind.WORD)
CLOSE = (Joint.SPACE, Joint.LINE)


@lru_cache(maxsize=1 << 16)
def _kind_of(word: str, shape: Shape) -> Kind:
    """The kind of a word of one atom."""
    lists = the_lists()
    if shape is Shape.LOWER:
        return Kind.PLAIN
    if shape is Shape.INITIAL:
        return Kind.INITIAL
    if word in lists.beside["organisations"] and shape is not Shape.TITLE:
        return Kind.SHORT
    if shape is Shape.CAPS and (len(word) < 3 or word in lists.beside["acronyms"] or _VOWELS.isdisjoint(word)):
        return Kind.SHORT
    for kind, words in (
        (Kind.PLACE, lists.places),
        (Kind.WORD_NAME, lists.word_first_names),
        (Kind.TIME, lists.times),
        (Kind.FIRST, lists.first_names),
        (Kind.WORD, lists.ordinary),
    ):
        if word in words:
            return kind
    if len(word) < 3 or (shape is not Shape.TITLE and len(word) <= _SHORT_CAPS):
        return Kind.SHORT
    return Kind.NEW


def _compound_kind(reading: Reading, word: Word, lists: Lists) -> Kind:
    """The kind of a word with hyphens, apostrophes or humps: ``O’Neill`` is new, ``Self-help``, ``Didn’t`` are not."""
    atoms = reading.atoms[word.first : word.last]
    if all(atom.word in lists.times for atom in atoms):
        return Kind.TIME
    if atoms[-1].joint is Joint.APOSTROPHE and atoms[-1].word in CONTRACTED:
        return Kind.WORD
    whole = _kind_of(word.word, word.shape)
    if whole is not Kind.NEW or word.shape is Shape.LOWER:
        return whole
    if word.shape is Shape.MIXED and atoms[0].word not in lists.beside["particles"]:
        return Kind.WORD
    if is_two_syllables(atoms):
        return Kind.NEW
    strange = [a for a in atoms if a.shape is not Shape.LOWER and len(a.word) > 2 and not _is_known(a.word, lists)]
    strange = [a for a in strange if a.shape is not Shape.CAPS or len(a.word) > _SHORT_CAPS]
    return Kind.NEW if strange else Kind.WORD


def _is_known(word: str, lists: Lists) -> bool:
    """Whether a part of a compound is in the dictionary, a place or a time."""
    return word in lists.ordinary or word in lists.places or word in lists.times


def is_two_syllables(atoms: list[Atom]) -> bool:
    """``Min-jun`` and ``Hoi-Yee``: two short parts, the first capitalised and no prefix, not both everyday words."""
    if len(atoms) != 2 or atoms[1].joint is not Joint.HYPHEN or atoms[0].shape is not Shape.TITLE:
        return False
    if not all(2 <= len(atom.word) <= 4 for atom in atoms) or atoms[0].word in the_lists().beside["prefixes"]:
        return False
    return any(atom.word not in the_lists().ordinary for atom in atoms) and atoms[1].shape is not Shape.CAPS


class View:
    """Words and their kinds side by side, with the questions the rules ask about neighbours."""

    def __init__(self, reading: Reading) -> None:
        """Give every word its kind."""
        lists = the_lists()
        self.lists, self.reading, self.text, self.words = lists, reading, reading.text, reading.words
        self.kinds = [self._kind(word) for word in reading.words]

    def _kind(self, word: Word) -> Kind:
        """The kind of a word; capitals with a number are a reference, not a name: ``LES-2``."""
        if word.shape is Shape.CAPS and _REFERENCE.match(self.text, word.end):
            return Kind.SHORT
        if word.last - word.first == 1:
            return _kind_of(word.word, word.shape)
        return _compound_kind(self.reading, word, self.lists)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)

    def before(self, index: int) -> str:
        """The word a blank before this one, empty where a sentence or line of thought ends."""
        if index and self.words[index].joint in CLOSE and not self.words[index - 1].possessive:
            return self.words[index - 1].word
        return ""

    def after(self, index: int) -> str:
        """The word a blank after this one."""
        if index + 1 < len(self.words) and self.words[index + 1].joint in CLOSE and not self.words[index].possessive:
            return self.words[index + 1].word
        return ""

    def gap_after(self, index: int) -> str:
        """The first characters after a word."""
        end = self.words[index].end
        return self.text[end : end + 8]

    def gap_before(self, index: int) -> str:
        """The last characters before a word."""
        start = self.words[index].start
        return self.text[max(0, start - 8) : start]

    def is_beside(self, section: str, word: str) -> bool:
        """Whether a word is in a section of the list of evidence."""
        return word in self.lists.beside[section]

    def is_title(self, index: int) -> bool:
        """Whether the word is a form of address or a rank, written as one."""
        word = self.words[index]
        if word.word in self.lists.titles:
            return word.shape is not Shape.CAPS or len(word.word) < _SHORT_CAPS
        return word.word in self.lists.ranks and word.shape is not Shape.LOWER

    def number_follows(self, index: int) -> bool:
        """Whether a number stands directly after the word, as in ``Police Officer 3``."""
        return self.gap_after(index).lstrip()[:1].isdigit()

    def names_body(self, first: int, last: int) -> bool:
        """Whether words ``first`` up to ``last`` belong to a place or a body: ``CPS Northmarch``, ``King Street``."""
        left, after = self.before(first), self.after(last - 1)
        capital = bool(after) and self.words[last].joint is Joint.SPACE and self.words[last].shape is not Shape.LOWER
        if capital and self.is_beside("heads", after):
            return True
        if first and left and self.kinds[first - 1] is Kind.SHORT and not self.is_title(first - 1):
            return True
        if after and self.kinds[last] is Kind.SHORT and self.is_beside("organisations", after):
            return True
        return self.is_beside("street_prefix", left)
