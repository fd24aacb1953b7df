"""What speaks for and against a word being part of a name, as short clues that the tagger weighs.

A clue is a short string: the kind of list it comes from, then what was found there. Which clues count for how much was
learnt from made-up passages; a clue that was never met weighs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Joint, Shape, Word
from imr_desk.names.parts import Parts, parts_of
from imr_desk.names.view import CLOSE, Kind, View

_COARSE = (0, 1, 1, 2, 2, 3, 3, 3)
"""How the seven steps of a list are put together where two lists are looked at side by side."""
_NEXT_TO = (*CLOSE, Joint.COMMA, Joint.COLON, Joint.DOT)
_LONG_WORD, _SHORT_WORD, _MANY_ATOMS = 9, 5, 4
_SMALL_BEARERS = 2
_CODE = re.compile(r"(?=[a-f]*\d)[0-9a-f]{8,}", re.IGNORECASE)
_CODE_LENGTH = 64
_LONGEST = 40
"""Letters; nobody's name is longer."""


class Own(NamedTuple):
    """What a word is by itself: what the lists of names say, its class in the dictionary, and both in short."""

    parts: Parts
    dictionary: str
    short: str


@lru_cache(maxsize=1 << 15)
def _dictionary(word: str) -> str:
    """``c`` everyday, ``r`` rarer, ``n`` in no dictionary, ``t`` a time; then what else it can be."""
    lists = the_lists()
    known = "c" if word in lists.common else "r" if word in lists.ordinary else "n"
    marks = (
        ("T", lists.titles | lists.ranks),
        ("R", lists.roles),
        ("H", lists.beside["heads"]),
        ("O", lists.beside["organisations"]),
    )
    return ("t" if word in lists.times else known) + "".join(letter for letter, words in marks if word in words)


@lru_cache(maxsize=1 << 15)
def _sections(word: str) -> tuple[str, ...]:
    """The sections of the list of evidence that hold a word."""
    return tuple(name for name, words in the_lists().beside.items() if word in words)


def _all_parts(view: View, word: Word) -> Parts:
    """What the lists say of a word; of one with hyphens or humps the most that they say of any part."""
    found = [parts_of(word.word)]
    if word.last - word.first > 1:
        found += [parts_of(atom.word) for atom in view.reading.atoms[word.first : word.last]]
    return Parts(*(max(step) for step in zip(*found, strict=True)))


class Clues:
    """The clues of each word of a text. ``ruled`` says which words a rule has marked, and which rule."""

    def __init__(self, view: View, ruled: Mapping[int, str]) -> None:
        """Look at the text as a whole once."""
        self.view, self._ruled, self._words = view, ruled, view.words
        self._own: dict[int, Own] = {}
        self._small = {word.word for word in view.words if word.shape is Shape.LOWER}
        self._certain = {view.words[index].word for index in ruled}

    def own(self, index: int) -> Own:
        """What a word is by itself."""
        found = self._own.get(index)
        if found is None:
            word, kind = self._words[index], self.view.kinds[index]
            parts, dictionary = _all_parts(self.view, word), _dictionary(word.word)
            short = f".{dictionary}"
            if kind is not Kind.PLAIN:
                short = f"{kind:d}{_COARSE[parts.first]}{_COARSE[parts.last]}{dictionary}"
            found = self._own[index] = Own(parts, dictionary, short)
        return found

    def candidates(self) -> Iterator[int]:
        """The words worth a look: all with a capital; in small letters those that people bear and no dictionary has.

        After a verb such as *phoned*, after another such word and in an address an everyday word is looked at too.
        """
        ordinary, verbs = self.view.lists.ordinary, self.view.lists.beside["verbs_before"]
        names_end = -1
        for index, kind in enumerate(self.view.kinds):
            word = self._words[index].word
            if len(word) > _LONGEST or self._is_code(index) or self._is_people(index):
                continue
            if kind is Kind.PLAIN:
                follows = names_end == index - 1 or (index > 0 and self._words[index - 1].word in verbs)
                follows = follows or self._is_glued(index)
                if len(word) < 3 or (word in ordinary and not follows):
                    continue
                if max(parts_of(word)[:2]) < _SMALL_BEARERS:
                    continue
                if word not in ordinary:
                    names_end = index
            yield index

    def _is_code(self, index: int) -> bool:
        """Whether a word is written as programs write theirs: ``fontTable``, or letters within ``e385e07184d98aeb``."""
        word, text = self._words[index], self.view.text
        atoms = self.view.reading.atoms[word.first : word.last]
        humps = len(atoms) > 1 and atoms[0].shape is Shape.LOWER and atoms[1].joint is Joint.CAMEL
        if humps and any(atom.word in self.view.lists.common for atom in atoms):
            return True
        beside = text[word.start - 1 : word.start] if word.start else ""
        if not beside.isdigit() and not text[word.end : word.end + 1].isdigit():
            return False
        near = max(0, word.start - _CODE_LENGTH)
        return any(
            found.start() + near <= word.start and word.end <= found.end() + near
            for found in _CODE.finditer(text[near : word.end + _CODE_LENGTH])
        )

    def _is_people(self, index: int) -> bool:
        """Whether a word names a language, a people or a relative, no capital beside it; not in ``Ann English``."""
        lists = self.view.lists
        if self._words[index].word not in lists.peoples and self._words[index].word not in lists.beside["relatives"]:
            return False
        before = index > 0 and self._words[index].joint in CLOSE and self.view.kinds[index - 1] is not Kind.PLAIN
        after = index + 1 < len(self._words) and self._words[index + 1].joint in CLOSE
        return not before and not (after and self.view.kinds[index + 1] is not Kind.PLAIN)

    def _is_glued(self, index: int) -> bool:
        """Whether the word stands in an address, a user name or a file name."""
        after = index + 1 < len(self._words) and self._words[index + 1].joint is Joint.GLUE
        return after or self._words[index].joint is Joint.GLUE

    def of(self, index: int) -> list[str]:
        """The clues of one word."""
        return [*self._alone(index), *self._left(index), *self._right(index), *self._marked(index)]

    def _alone(self, index: int) -> Iterator[str]:
        """Clues of the word itself."""
        word, kind = self._words[index], self.view.kinds[index]
        (first, last, place), known, _ = self.own(index)
        inside = word.joint in (*CLOSE, Joint.COMMA, Joint.GLUE)
        shape, spot = int(word.shape), f"{int(word.shape)}{'i' if inside else 'b'}"
        some_first, some_last = _COARSE[first], _COARSE[last]
        yield "1"
        yield f"k{kind:d}"
        yield f"s{spot}"
        yield f"F{first}"
        yield f"L{last}"
        yield f"P{place}"
        yield f"D{known}"
        yield f"FD{first}{known}"
        yield f"LD{last}{known}"
        yield f"FL{some_first}{some_last}{shape}"
        yield f"ks{kind:d}{spot}"
        yield f"DFL{known}{some_first}{some_last}{spot}"
        yield f"PD{place}{known}{some_last}"
        yield f"n{min(len(word.word), _LONG_WORD)}"
        yield f"o{int(word.possessive)}"
        yield f"a{min(word.last - word.first, _MANY_ATOMS)}"
        yield f"nD{min(len(word.word), _SHORT_WORD)}{known}{shape}"

    def _left(self, index: int) -> Iterator[str]:
        """Clues of what stands before the word."""
        word, text = self._words[index], self.view.text
        gap = text[max(0, word.start - 2) : word.start]
        yield f"g{gap[-1:]}{int(word.shape)}"
        if gap.strip()[-1:].isdigit():
            yield "g#"
        if not index:
            yield "j-"
            return
        left, short, known = self._words[index - 1], self.own(index - 1).short, self.own(index).dictionary
        yield f"j{word.joint:d}"
        yield f"l{word.joint:d}{short}"
        if word.joint not in _NEXT_TO:
            return
        yield f"lw{left.word}"
        yield f"lwD{left.word}{known}"
        if left.possessive:
            yield "lposs"
        for name in _sections(left.word):
            yield f"l@{name}"
            yield f"l@{name}{known}{int(word.shape)}"
        if self.view.kinds[index - 1] is not Kind.PLAIN:
            yield f"lc{short}{self.own(index).short}"
        if index > 1 and left.joint in CLOSE:
            yield f"ll{self._words[index - 2].word}"
            yield f"ll@{self.own(index - 2).short}"

    def _right(self, index: int) -> Iterator[str]:
        """Clues of what stands after the word."""
        word = self._words[index]
        after = self.view.text[word.end : word.end + 3]
        yield f"h{after[:1]}{int(word.shape)}"
        if after.lstrip(" ")[:1].isdigit():
            yield "h#"
        if index + 1 == len(self._words):
            yield "r-"
            return
        right, short = self._words[index + 1], self.own(index + 1).short
        yield f"r{right.joint:d}{short}"
        if right.joint is Joint.COMMA:
            yield f"rw{right.joint:d}{right.word}"
        elif right.joint in CLOSE:
            yield f"rw{right.joint:d}{right.word}"
            yield from self._right_beside(index, right, short)

    def _right_beside(self, index: int, right: Word, short: str) -> Iterator[str]:
        """Clues of a word that follows after no more than a blank."""
        word, own = self._words[index], self.own(index)
        spot = f"{int(word.shape)}{'i' if word.joint in (*CLOSE, Joint.COMMA, Joint.GLUE) else 'b'}"
        yield f"rwD{right.word}{own.dictionary}"
        for name in _sections(right.word):
            yield f"r@{name}"
            yield f"r@{name}{own.dictionary}{spot}"
        if self.view.kinds[index + 1] is not Kind.PLAIN:
            yield f"rc{own.short}{short}"
        if index + 2 < len(self._words) and self._words[index + 2].joint is Joint.SPACE:
            yield f"rr{self._words[index + 2].word}"

    def _marked(self, index: int) -> Iterator[str]:
        """Clues from what the rules marked here, next to it, and from the rest of the text."""
        word = self._words[index]
        reason = self._ruled.get(index)
        if reason:
            yield f"u{reason}"
            yield f"u{reason}{self.own(index).dictionary}"
        elif word.word in self._certain:
            yield "sure"
        if word.shape is not Shape.LOWER and word.word in self._small:
            yield "small"
        if index - 1 in self._ruled and word.joint in CLOSE:
            yield "ul"
        if index + 1 in self._ruled and self._words[index + 1].joint in CLOSE:
            yield "ur"
