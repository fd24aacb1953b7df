"""The last list: every word with a capital, and every word of the lists of names, that is left in a review, once each.

It is for the author's eye alone and stands in no export. What a rule can tell is only the order: words that people
bear as names first, dictionary words that happen to have a capital last.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as kept
from typing import NamedTuple

from imr_desk.jobs.names_left import PRINTED, Step, nobody
from imr_desk.names.guard import Mark
from imr_desk.names.lists import the_lists
from imr_desk.names.looking import looked_key
from imr_desk.names.normalise import Joint, Reading, Shape, Word, read
from imr_desk.names.parts import parts_of
from imr_desk.names.sentences import Sentence, sentence_round
from imr_desk.operations.judging import Judge
from imr_desk.review.catalogue import field_of
from imr_desk.review.free_text import FreeText, texts_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review

_MANY = 2
"""The step of the lists of names from which on a word without a capital counts as a name."""
_SHORT = 4
_STARTS = (Joint.STOP, Joint.DOT, Joint.LINE)


class Sort(enum.IntEnum):
    """What a word is taken for; they are shown in this order."""

    NAME = 1  # borne as a name, and hardly anything else
    STRANGE = 2  # in no list and no dictionary
    EITHER = 3  # a name, and an everyday word, a month or a place too
    PLAIN = 4  # a dictionary word, a place, an abbreviation


@dataclass(frozen=True)
class WordLeft:
    """One word: how it is written where it stands first, how often it is there, and the sentence of that first place.

    `key` is the hash under which it is kept that somebody looked at it. `looked`: somebody did. `printed`: it stands
    where an export can hold it.
    """

    key: str
    words: str = kept(repr=False)
    sort: Sort
    count: int
    kind: str
    record_id: str
    field: str
    sentence: Sentence = kept(repr=False)
    looked: bool
    printed: bool


class _First(NamedTuple):
    """Where a word stands first."""

    record: Record
    text: FreeText
    start: int
    end: int
    sort: Sort


def words_left(review: Review, judge: Judge, looked: frozenset[str], step: Step = nobody) -> tuple[WordLeft, ...]:
    """Every distinct word, those that may be names first; without what is marked as a name already.

    `looked` are the hashes of what was looked at; what was decided to be no person counts as looked at.
    RegisterUnreadableError where the register cannot be read.
    """
    first: dict[str, _First] = {}
    counts: dict[str, int] = {}
    printed: set[str] = set()
    every = tuple(review)
    for at, record in enumerate(every):
        step(at, len(every))
        marks = _marks(record, judge)
        for text in texts_of(record):
            goes_out = field_of(record.kind, text.field).sealed or record.kind in PRINTED
            for word, sort in listed(read(text.text)):
                if _is_marked(word, marks.get(text.text, ())):
                    continue
                counts[word.word] = counts.get(word.word, 0) + 1
                if goes_out:
                    printed.add(word.word)
                before = first.get(word.word)
                if before is None or sort < before.sort:
                    first[word.word] = _First(record, text, word.start, word.end, sort)
    made = (_word(folded, each, counts, printed, judge, looked) for folded, each in first.items())
    return tuple(sorted(made, key=lambda each: (each.sort, each.words.casefold())))


def listed(reading: Reading) -> Iterator[tuple[Word, Sort]]:
    """The words of a text that belong on the list, and what each is taken for."""
    for word in reading.words:
        if word.shape is Shape.LOWER:
            if len(word.word) > 2 and sort_of(word.word, least=_MANY) is Sort.NAME:
                yield word, Sort.NAME
            continue
        sort = sort_of(word.word)
        if sort is Sort.NAME and word.shape is Shape.CAPS and len(word.word) <= _SHORT:
            sort = Sort.EITHER  # an abbreviation as likely as a name
        if sort is Sort.EITHER and word.joint in _STARTS and word.word not in the_lists().word_first_names:
            sort = Sort.PLAIN  # a dictionary word that begins a sentence has its capital from there
        yield word, sort


def sort_of(folded: str, least: int = 1) -> Sort:
    """What a folded word is taken for; `least` is the step from which on the lists of names count."""
    lists, parts = the_lists(), parts_of(folded)
    is_name = folded in lists.first_names or folded in lists.word_first_names or max(parts.first, parts.last) >= least
    if folded in lists.titles or folded in lists.ranks:
        return Sort.PLAIN
    if folded in lists.ordinary or folded in lists.times or folded in lists.places:
        return Sort.EITHER if is_name else Sort.PLAIN
    if len(folded) < 2:
        return Sort.PLAIN
    return Sort.NAME if is_name else Sort.STRANGE


def _marks(record: Record, judge: Judge) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = {}
    for each in judge.standing(record):
        marks.setdefault(each.text.text, []).append(each.mark)
    return marks


def _is_marked(word: Word, marks: Iterable[Mark]) -> bool:
    return any(mark.start < word.end and word.start < mark.end for mark in marks)


def _word(
    folded: str, first: _First, counts: dict[str, int], printed: set[str], judge: Judge, looked: frozenset[str]
) -> WordLeft:
    record, text, start, end, sort = first
    words = text.text[start:end]
    key = looked_key(judge.guard, words)
    return WordLeft(
        key,
        " ".join(words.split()),
        sort,
        counts[folded],
        record.kind,
        str(record.id),
        text.field,
        sentence_round(text.text, start, end),
        key in looked or judge.guard.is_no_person(words),
        folded in printed,
    )
