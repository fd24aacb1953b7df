"""What speaks for and against a word being part of a name, as short clues that the tagger weighs.

A clue is a short string: the kind of list it comes from, then what was found there. Which clues count for how much was
learnt from made-up passages; a clue that was never met weighs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Joint, Shape, Word
from imr_desk.names.parts import Parts, parts_of
from imr_desk.names.view import CLOSE, CONTRACTED, Kind, View

_COARSE = (0, 1, 1, 2, 2, 3, 3, 3)
"""How the seven steps of a list are put together where two lists are looked at side by side."""
_NEXT_TO = (*CLOSE, Joint.COMMA, Joint.COLON, Joint.DOT)
_LONG_WORD, _SHORT_WORD, _MANY_ATOMS = 9, 5, 4
_SMALL_BEARERS = 2
_MANY_BEAR = 3
_LINE_STEPS = (1, 2, 3, 5, 8, 14)
_PARALLEL = ("and", "or", "to", "then")
_ENDING = 3
_NEVER_NAMES = "abpqrcnz"
"""Classes of little words, see ``word_classes.txt``."""
_ENDINGS = (
    ("ed", "E"),
    ("ing", "G"),
    ("ly", "Y"),
    ("tion", "T"),
    ("ment", "T"),
    ("ness", "T"),
    ("ity", "T"),
    ("s", "S"),
)
_CODE = re.compile(r"(?=[a-f]*\d)[0-9a-f]{8,}", re.IGNORECASE)
_CODE_LENGTH = 64
_SHORT_CODE = 4
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
        ("P", lists.peoples),
        ("L", lists.places - lists.peoples),
    )
    return ("t" if word in lists.times else known) + "".join(letter for letter, words in marks if word in words)


@lru_cache(maxsize=1 << 15)
def class_of(word: str) -> str:
    """What kind of word an everyday word is, as a letter; by its ending where no list has it."""
    found = the_lists().classes.get(word)
    if found:
        return found
    for ending, letter in _ENDINGS:
        if word.endswith(ending):
            return letter
    return "x"


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
        self._lines: dict[int, str] = {}
        self._labels: dict[int, str] = {}
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
        """The words worth a look: all with a capital; in small letters those that are in no dictionary.

        An everyday word in small letters is looked at where something speaks for a name: see `_may_be_small_name`.
        """
        names_end = -2
        for index, kind in enumerate(self.view.kinds):
            word = self._words[index]
            if kind is Kind.PLAIN and not self._may_be_small_name(index, names_end == index - 1):
                continue
            if len(word.word) > _LONGEST or self._is_code(index) or self._is_people(index):
                continue
            if kind is Kind.PLAIN and word.word not in self.view.lists.ordinary:
                names_end = index
            yield index

    def _may_be_small_name(self, index: int, after_name: bool) -> bool:
        """Whether a word in small letters is in no dictionary, or many people bear it and it stands where names do."""
        word, lists = self._words[index], self.view.lists
        atoms = self.view.reading.atoms
        if len(word.word) < 3:
            return False
        if word.last - word.first > 1:
            if atoms[word.last - 1].joint is Joint.APOSTROPHE and atoms[word.last - 1].word in CONTRACTED:
                return False
            parts = [atom.word for atom in atoms[word.first : word.last]]
            if all(part in lists.ordinary for part in parts) and not self._is_glued(index):
                return False
            return max(max(parts_of(part)[:2]) for part in parts) >= _SMALL_BEARERS
        if class_of(word.word) in _NEVER_NAMES:
            return False
        first, last, _ = parts_of(word.word)
        if word.word not in lists.ordinary and word.word not in lists.times and max(first, last):
            return True
        if word.word not in lists.ordinary:
            return self._stands_like_name(index, after_name)
        return (first >= _MANY_BEAR or last >= _MANY_BEAR) and self._stands_like_name(index, after_name)

    def _stands_like_name(self, index: int, after_name: bool) -> bool:
        """Whether a word comes after a name, a verb such as *phoned* or *from*, is glued, or begins a line of notes."""
        if after_name or self._is_glued(index):
            return True
        word, beside = self._words[index], self.view.lists.beside
        if not index or word.joint not in CLOSE:
            return self._line(index).endswith("0")
        before = self._words[index - 1].word
        if before in beside["verbs_before"] or before in beside["before"] or before in self.view.lists.address:
            return True
        return before in beside["small_before"] and self._line(index).endswith("0")

    def _line(self, index: int) -> str:
        """How many words the line has in which a word stands, and how many of them begin with a capital."""
        found = self._lines.get(index)
        if found is None:
            first, last, text = index, index + 1, self.view.text
            while first and "\n" not in text[self._words[first - 1].end : self._words[first].start]:
                first -= 1
            while last < len(self._words) and "\n" not in text[self._words[last - 1].end : self._words[last].start]:
                last += 1
            found = self._line_of(first, last)
            label = ""
            for place in range(first, last):
                self._lines[place] = found
                if place > first and self._words[place].joint is Joint.COLON:
                    label = self._words[place - 1].word
                if label:
                    self._labels[place] = label
        return found

    def _line_of(self, first: int, last: int) -> str:
        """The same for the words ``first`` up to ``last``."""
        long_words = [place for place in range(first, last) if len(self._words[place].word) > 3]
        capitals = sum(self.view.kinds[place] is not Kind.PLAIN for place in long_words)
        some = any(self.view.kinds[place] is not Kind.PLAIN for place in range(first, last))
        share = 3 if capitals == len(long_words) else 2 if 2 * capitals >= len(long_words) else 1 if some else 0
        words = bisect_left(_LINE_STEPS, last - first)
        return f"{words}{share if some else 0}"

    def _is_code(self, index: int) -> bool:
        """Whether a word is written as programs write theirs: ``fontTable``, or letters within ``e385e07184d98aeb``."""
        word, text = self._words[index], self.view.text
        if word.shape is Shape.CAPS and len(word.word) <= _SHORT_CODE and self.view.number_follows(index):
            return True
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
        return [
            *self._alone(index), *self._left(index), *self._right(index), *self._marked(index), *self._around(index),
        ]  # fmt: skip

    def _class(self, index: int, step: int) -> str:
        """The class of the word ``step`` words further, through blanks only; what stops there else."""
        place = index + step
        if not 0 <= place < len(self._words):
            return "$"
        joint = self._words[max(index, place)].joint
        if joint not in CLOSE:
            return f"j{joint:d}"
        if self.view.kinds[place] is not Kind.PLAIN:
            return "N" + self.own(place).short[:3] if step in (1, -1) else "N"
        return class_of(self._words[place].word)

    def _around(self, index: int) -> Iterator[str]:
        """Clues of the kinds of words on both sides."""
        word, known = self._words[index], self.own(index).dictionary
        left, right = self._class(index, -1), self._class(index, 1)
        shape = int(word.shape)
        further = self._class(index + 1, 1) if len(right) == 1 and right != "$" else "-"
        earlier = self._class(index - 1, -1) if len(left) == 1 and left != "$" else "-"
        yield f"c<{left}{shape}"
        yield f"c>{right}{shape}"
        yield f"c<{left}D{known}"
        yield f"c>{right}D{known}"
        yield f"c<>{left}_{right}{shape}"
        yield f"c<>{left}_{right}D{known[0]}"
        yield f"c>>{right}_{further}{known[0]}{shape}"
        yield f"c<<{earlier}_{left}{known[0]}{shape}"
        label = self._label(index)
        if label:
            yield f"la{label}"
            yield f"laD{label}{known[0]}{shape}"

    def _label(self, index: int) -> str:
        """The word before the last colon on the line, for what stands after it: ``present`` in ``Present: A, B``."""
        self._line(index)
        return self._labels.get(index, "")

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
        if known[0] != "n":
            yield f"w{word.word}"
            yield f"e{word.word[-_ENDING:]}"
            yield f"ws{word.word}{spot}"
        line = self._line(index)
        yield f"i{line}"
        yield f"is{line}{spot}"
        yield f"iD{line}{known}"
        yield f"iDFL{line}{known[0]}{some_first}{some_last}"

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
            yield f"llw{self._words[index - 2].word}_{left.word}"
            if left.word in _PARALLEL:
                yield f"p<{self.own(index - 2).short}{self.own(index).short}"

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
        if word.joint in CLOSE:
            yield f"lr{self._words[index - 1].word}_{right.word}"
        for name in _sections(right.word):
            yield f"r@{name}"
            yield f"r@{name}{own.dictionary}{spot}"
        if self.view.kinds[index + 1] is not Kind.PLAIN:
            yield f"rc{own.short}{short}"
        if self.view.kinds[index + 1] is Kind.PLAIN:
            yield f"re{right.word[-_ENDING + 1 :]}{own.dictionary}{spot}"
        if index + 2 < len(self._words) and self._words[index + 2].joint is Joint.SPACE:
            following = self._words[index + 2].word
            yield f"rr{following}"
            yield f"rrw{right.word}_{following}"
            if right.word in _PARALLEL:
                yield f"p>{own.short}{self.own(index + 2).short}"

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
