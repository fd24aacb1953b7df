"""The scan of what goes out: every part of a document read by the guard before a byte of it is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from imr_desk.i18n import tr
from imr_desk.names import across
from imr_desk.names.across import PART_END
from imr_desk.names.guard import REGISTERED, UNKNOWN, Guard, Mark
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Shape, read
from imr_desk.names.replace import Edit, apply, whole_address

CELL_END = across.CELL_END
"""Stands between the cells of a row, and in no text of a file."""
_TELLING = 3
"""Letters of a word that can be known again by itself."""
_SHORT = 60  # letters; short cells say the same again and again, and are read once


class Hit(NamedTuple):
    """A name in one part: ``place`` is the caller's name for the part, offsets are code points within it."""

    place: str
    start: int
    end: int
    words: str
    person: str
    key: str
    reason: str = ""
    level: str = "name"
    others: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Hit({self.place}, {self.start}, {self.end})"


class ScanReport(NamedTuple):
    """All names found, in the order of the parts."""

    registered: tuple[Hit, ...]
    unknown: tuple[Hit, ...]

    def clean(self, final: bool) -> bool:
        """Whether it may be written: a draft without registered names, a final export without any name."""
        return not self.registered and not (final and self.unknown)


def scan(guard: Guard, parts: Iterable[tuple[str, str]]) -> ScanReport:
    """Read every part (place, text): body, tables, headers, footnotes, properties, file name.

    The cells of a row, parted by `CELL_END`, are read each by itself: the end of one and the beginning of the next
    (‘May’, ‘Not carried out’) are no name. Only a registered name is looked for across cells as well, and across parts
    of the same place that follow each other.

    Raises ``RegisterUnreadableError`` where the register cannot be read; then nothing may be written.
    """
    hits: dict[str, list[Hit]] = {REGISTERED: [], UNKNOWN: []}
    clean = {""}
    for place, group in groupby(parts, key=itemgetter(0)):
        texts: list[str] = []
        begins: list[int] = []
        taken: set[int] = set()
        begin = 0
        for _, text in group:
            begins.append(begin)
            for one in _in_row(guard, text, clean) if CELL_END in text else guard.marks(text):
                hits[one.kind].append(_hit(place, text, one))
                taken.update(range(one.start + begin, one.end + begin) if one.kind == REGISTERED else ())
            texts.append(text)
            begin += len(text) + len(PART_END)
        whole = PART_END.join(texts)
        for one in across.across(guard, whole, taken):
            begin = begins[bisect_right(begins, one.start) - 1]
            hits[REGISTERED].append(
                _hit(place, whole[begin:], one._replace(start=one.start - begin, end=one.end - begin))
            )
    return ScanReport(tuple(hits[REGISTERED]), tuple(hits[UNKNOWN]))


def _in_row(guard: Guard, text: str, clean: set[str]) -> Iterator[Mark]:
    """The names in each cell of a row. `clean` takes short cells without a name, which need not be read again."""
    start = 0
    for cell in text.split(CELL_END):
        found = () if cell in clean else guard.marks(cell)
        if not found and len(cell) <= _SHORT:
            clean.add(cell)
        yield from (one._replace(start=one.start + start, end=one.end + start) for one in found)
        start += len(cell) + len(CELL_END)


def _hit(place: str, text: str, one: Mark) -> Hit:
    """A mark with its words and place; one that goes across parts ends in a later one than it begins in."""
    words = text[one.start : one.end].replace(CELL_END, " ").replace(PART_END, " ")
    return Hit(place, one.start, one.end, words, one.person, one.key, one.reason, one.level, one.others)


class DraftNames:
    """Unresolved unknown names in a draft: each becomes ``[name to be settled 3]``, the same words the same number.

    Use one for a whole document. Registered names are left standing, because a text that holds one is refused. Once the
    whole document was read, `everywhere` also finds the words of its names where nothing beside them told a name.
    """

    def __init__(self, guard: Guard) -> None:
        """Begin to count at 1."""
        self._guard = guard
        self._numbers: dict[str, int] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._words: dict[str, int] = {}
        self._everywhere = False

    @property
    def count(self) -> int:
        """How many different names are still to be settled in what was given so far."""
        return len(self._numbers)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each name so far, by the key of its words."""
        return dict(self._numbers)

    def everywhere(self) -> DraftNames:
        """From now on a word of a name that was found anywhere counts wherever it has a capital."""
        self._everywhere = True
        return self

    def edits(self, text: str) -> list[Edit]:
        """What takes the place of each unresolved unknown name, in order; an e-mail address goes whole."""
        marks = self._marks_in(text)
        found = [(one.start, one.end, self._number(text, one)) for one in marks if one.kind == UNKNOWN]
        if self._everywhere and self._words:
            found += self._unmarked(text, marks)
        edits: list[Edit] = []
        for begin, stop, number in sorted(found):
            start, end = whole_address(text, begin, stop)
            if edits and start < edits[-1].end:  # two names in one address
                edits[-1] = edits[-1]._replace(end=max(end, edits[-1].end))
            else:
                edits.append(Edit(start, end, tr("[name to be settled {n}]").format(n=number)))
        return edits

    def settle(self, text: str) -> str:
        """The text with every unresolved unknown name replaced."""
        edits = self.edits(text)
        return apply(text, edits) if edits else text

    def _marks_in(self, text: str) -> tuple[Mark, ...]:
        found = self._marks.get(text)
        if found is None:
            found = self._marks[text] = self._guard.marks(text) if text else ()
        return found

    def _number(self, text: str, one: Mark) -> int:
        """The number of a name; its words are remembered."""
        number = self._numbers.get(one.key)
        if number is None:
            number = self._numbers[one.key] = len(self._numbers) + 1
            lists = the_lists()
            for word in read(text[one.start : one.end]).words:
                if len(word.word) >= _TELLING and not lists.is_weak(word.word) and word.word not in lists.ordinary:
                    self._words.setdefault(word.word, number)
        return number

    def _unmarked(self, text: str, marks: tuple[Mark, ...]) -> Iterator[tuple[int, int, int]]:
        """Words of names that were found elsewhere, where nothing marks them."""
        for word in read(text).words:
            number = self._words.get(word.word) if word.shape is not Shape.LOWER else None
            taken = any(one.start < word.end and word.start < one.end for one in marks)
            if number and not taken and not self._guard.is_no_person(text[word.start : word.end]):
                yield word.start, word.end, number


def settle_for_draft(guard: Guard, texts: Iterable[str]) -> tuple[str, ...]:
    """All texts of a draft with their unknown names settled, numbered through all of them."""
    names = DraftNames(guard)
    return tuple(names.settle(text) for text in texts)
