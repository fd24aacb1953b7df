"""What the answers to names will do, worked out before anything is changed: one name, or many at once.

`planned` gives the review with the new people in it and the resolutions; `operations.resolving.preview` shows what
`ResolveNames` will make of them. To do it, the records of `Plan.new` are added, `ResolveNames` is run, and each of
`decided` is decided.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from imr_desk.jobs.names_left import NameLeft
from imr_desk.names.guard import REGISTERED, Decision, Guard
from imr_desk.operations.resolving import Resolution
from imr_desk.review.catalogue import kind_of
from imr_desk.review.codes import first_values, next_code
from imr_desk.review.record import Record, RecordId, Value
from imr_desk.review.review import Review

NOBODY, NOBODY_HERE = "nobody", "here"
_LAST = 2**40
"""Where people who are not in the review yet stand among those who are."""


@dataclass(frozen=True)
class Answer:
    """Who a name is: `kind` one of `review.codes.PEOPLE`; `person` the id of a record.

    Or `NOBODY` for words that are never a person, `NOBODY_HERE` for those that are none in the sentences shown.

    Somebody who is not in the review yet has no `person` and a `new_code`.
    """

    kind: str
    person: str = ""
    new_code: str = field(default="", repr=False)


class NewPerson(NamedTuple):
    """Somebody who is to be added: kind, reference, and the values of the record."""

    kind: str
    record_id: str
    values: dict[str, Value]


class Plan(NamedTuple):
    """The review with the new people in it, and what is to be added and replaced."""

    review: Review
    new: tuple[NewPerson, ...]
    resolutions: tuple[Resolution, ...]


def answer_at_hand(name: NameLeft, review: Review) -> Answer | None:
    """The answer that a registered name has by itself, where it stands for one person with a code for certain."""
    if name.level != REGISTERED or not name.certain or len(name.people) != 1:
        return None
    found = review.get(name.people[0])
    return Answer(found.kind, str(found.id)) if found is not None and found.text("code") else None


def planned(
    review: Review, answers: Iterable[tuple[NameLeft, Answer]], new_id: Callable[[str], str] | None = None
) -> Plan:
    """What the answers come to. Names with the same new code are one person. `new_id` gives references by kind.

    Without it the references are none that a review could hold: for a preview alone.
    A registered name of one person is replaced wherever that person is known; any other name is registered first.
    """
    new: dict[tuple[str, str], NewPerson] = {}
    resolutions: list[Resolution] = []
    counted = itertools.count(1)
    for name, answer in answers:
        if answer.kind in (NOBODY, NOBODY_HERE):
            continue
        person = answer.person
        if not person:
            key = (answer.kind, answer.new_code.casefold())
            if key not in new:
                values = first_values(answer.kind, answer.new_code)
                reference = new_id(answer.kind) if new_id is not None else f"new {next(counted)}"
                new[key] = NewPerson(answer.kind, reference, values)
            person = new[key].record_id
        if name.people == (person,) and name.certain:
            resolutions.append(Resolution("", person, register=False))
        else:
            resolutions.append(Resolution(name.words, person, register=True))
    people = tuple(new.values())
    return Plan(with_people(review, people), people, tuple(dict.fromkeys(resolutions)))


def decided(answers: Iterable[tuple[NameLeft, Answer]], guard: Guard) -> tuple[tuple[str, str], ...]:
    """The decisions that the answers come to: the key of the words, or of them in their sentence, and the decision."""
    found: dict[str, str] = {}
    for name, answer in answers:
        if answer.kind == NOBODY:
            found.update((guard.key_for(each.sentence.name), Decision.NOT_A_PERSON.value) for each in name.places[:1])
        elif answer.kind == NOBODY_HERE:
            marks = ((each.text.text, each.mark) for each in name.places)
            keys = (guard.key_here(text, mark.start, mark.end) for text, mark in marks)
            found.update((key, Decision.NOT_HERE.value) for key in keys)
    return tuple(found.items())


def with_people(review: Review, people: Iterable[NewPerson]) -> Review:
    """The review as it would be with these people in it."""
    changed = {
        RecordId(each.record_id): Record(
            each.kind, RecordId(each.record_id), _LAST + at, each.values, kind_of(each.kind).dated
        )
        for at, each in enumerate(people)
    }
    return review.with_changes(changed, {RecordId(each.record_id): each.kind for each in people}) if changed else review


def next_code_among(review: Review, answers: Iterable[tuple[NameLeft, Answer]], kind: str, words: str) -> str:
    """The code that somebody new would get, after those who were answered to be new before."""
    return next_code(planned(review, answers).review, kind, words)
