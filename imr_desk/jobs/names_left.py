"""Everything in a review that is still to be settled about names: gathered by name, with sentences and places (R-183).

It reads immutable values alone, so it may run in a worker; what the judge has read already is not read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from imr_desk.names.guard import REGISTERED, Guard, Mark
from imr_desk.names.looking import looked_key, worth_a_look
from imr_desk.names.normalise import read, squeeze
from imr_desk.names.sentences import Sentence, sentence_round
from imr_desk.operations.judging import Judge, Standing
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.free_text import FreeText, codes_in, texts_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_sealed
from imr_desk.session import Session
from imr_desk.store import looked

LOOK = "look"
"""The level of what is only worth a look; the others are the kinds of a `Mark`."""
PRINTED = frozenset({"version", "circulation", "chronology_sign_off", "quality_checklist", "signature", "about"})
"""Kinds of the process part of which an export prints something."""
Step = Callable[[int, int], None]
"""Told how many of how many records were looked at; an error that it raises ends the work."""


class NamePlace(NamedTuple):
    """One place of a name: the field, the sentence, and the stretch of the text itself.

    `printed`: an export can hold it. `shut`: the report is signed, and it cannot be replaced before it is reopened.
    """

    kind: str
    record_id: str
    field: str
    sentence: Sentence
    text: FreeText
    mark: Mark
    printed: bool
    shut: bool

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"NamePlace({self.record_id} {self.field})"


@dataclass(frozen=True)
class NameLeft:
    """One name that is still to be settled, with every place where it stands.

    `level` is 'registered', 'unknown' or 'look'. `people` are the ids a registered name can stand for; `certain` as in
    a `Mark`. `key` is that of a decision about the words; of what is only worth a look, that under which it is
    remembered that it was looked at.
    """

    key: str
    words: str = field(repr=False)
    level: str
    people: tuple[str, ...]
    certain: bool
    places: tuple[NamePlace, ...] = field(repr=False)

    @property
    def printed(self) -> bool:
        """Whether it stands where an export can hold it."""
        return any(place.printed for place in self.places)


def nobody(_done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def looked_at(session: Session) -> frozenset[str]:
    """The keyed hashes of the words that may be names and were looked at."""
    return looked.looked_at(session.file.connection)


def names_left(review: Review, judge: Judge, step: Step = nobody) -> tuple[NameLeft, ...]:
    """Every registered or likely name in the whole review, each once with its places, registered ones first.

    RegisterUnreadableError where the register cannot be read: nothing found would mean nothing.
    """
    found: dict[tuple[str, str], list[tuple[Standing, Record]]] = {}
    for record in _each(review, step):
        for standing in judge.standing(record):
            mark = standing.mark
            found.setdefault((mark.kind, mark.key), []).append((standing, record))
    shut = is_sealed(review)
    made = [_name(level, key, each, shut=shut) for (level, key), each in found.items()]
    return tuple(sorted(made, key=_order))


class Looker:
    """Finds what is only worth a look. It keeps what it found in each record while codes stay as they are."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._codes: frozenset[str] = frozenset()
        self._seen: dict[RecordId, tuple[Record, tuple[tuple[FreeText, int, int], ...]]] = {}

    def to_look_at(
        self, review: Review, judge: Judge, seen: frozenset[str], step: Step = nobody
    ) -> tuple[NameLeft, ...]:
        """What may be a name, is not marked as one, was not decided and not looked at yet; each once with its places.

        `seen` are the hashes of what was looked at. RegisterUnreadableError as of `names_left`.
        """
        codes = codes_in(review)
        if codes != self._codes:
            self._codes, self._seen = codes, {}
        found: dict[str, list[tuple[Standing, Record]]] = {}
        guard = judge.guard
        keys: dict[str, str] = {}
        for record in _each(review, step):
            for text, start, end in self._look(record, judge):
                words = text.text[start:end]
                folded = squeeze(words)
                if folded not in keys:
                    keys[folded] = _key(guard, words, seen)
                if key := keys[folded]:
                    mark = Mark(start, end, LOOK, "", LOOK, key, LOOK)
                    found.setdefault(key, []).append((Standing(text, mark), record))
        shut = is_sealed(review)
        return tuple(sorted((_name(LOOK, key, each, shut=shut) for key, each in found.items()), key=_order))

    def _look(self, record: Record, judge: Judge) -> tuple[tuple[FreeText, int, int], ...]:
        known = self._seen.get(record.id)
        if known is not None and known[0] is record:
            return known[1]
        seen = tuple(_worth_a_look(record, judge.standing(record), self._codes))
        self._seen[record.id] = (record, seen)
        return seen


def _key(guard: Guard, words: str, seen: frozenset[str]) -> str:
    """The key of words that are still to be looked at; nothing where they were decided or looked at already."""
    key = looked_key(guard, words)
    return "" if key in seen or guard.is_no_person(words) else key


def _worth_a_look(
    record: Record, standing: Iterable[Standing], codes: frozenset[str]
) -> Iterator[tuple[FreeText, int, int]]:
    marks: dict[str, list[Mark]] = {}
    for each in standing:
        marks.setdefault(each.text.text, []).append(each.mark)
    for text in texts_of(record):
        for start, end in worth_a_look(read(text.text), codes, marks.get(text.text, ())):
            yield text, start, end


def _each(review: Review, step: Step) -> Iterator[Record]:
    """Every record, and before each it is told how far it is."""
    every = tuple(review)
    for at, record in enumerate(every):
        step(at, len(every))
        yield record


def _name(level: str, key: str, each: list[tuple[Standing, Record]], *, shut: bool) -> NameLeft:
    """What was found of one name."""
    marks = [standing.mark for standing, _ in each]
    people = {person for mark in marks for person in (mark.person, *mark.others) if person}
    spelt = Counter(standing.words for standing, _ in each)
    return NameLeft(
        key,
        " ".join(max(spelt, key=lambda words: (spelt[words], not words.isupper(), -len(words))).split()),
        level,
        tuple(sorted(people)),
        level == REGISTERED and any(mark.certain for mark in marks),
        tuple(_place(standing, record, shut=shut) for standing, record in each),
    )


def _place(standing: Standing, record: Record, *, shut: bool) -> NamePlace:
    text, mark = standing
    kind, declared = kind_of(record.kind), field_of(record.kind, text.field)
    sentence = sentence_round(text.text, mark.start, mark.end)
    printed = declared.sealed or kind.name in PRINTED
    return NamePlace(record.kind, str(record.id), text.field, sentence, text, mark, printed, shut and declared.sealed)


_LEVELS = (REGISTERED, "unknown", LOOK)


def _order(name: NameLeft) -> tuple[int, str, str]:
    """Registered names first; then by the last word, so that a surname stands beside the full name."""
    words = name.words.casefold().split()
    return _LEVELS.index(name.level), squeeze(words[-1]) if words else "", " ".join(words)
