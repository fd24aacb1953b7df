"""What can be wrong with the records of a review, told in words: the samples must show none of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from imr_desk.names import find_names
from imr_desk.review.catalogue import fields_of, kind_of
from imr_desk.review.fields import FREE_TEXT, Field
from imr_desk.review.free_text import all_texts
from imr_desk.review.known_date import KnownDate
from imr_desk.review.links import links_of
from imr_desk.review.record import Record, Value, Values
from imr_desk.review.review import Review
from imr_desk.review.values import Noted, checked, is_empty, to_plain


def faults(records: Iterable[Record]) -> list[str]:
    """Everything that is wrong with a set of records."""
    kept = tuple(records)
    return [*value_faults(kept), *link_faults(kept), *id_faults(kept)]


def value_faults(records: Iterable[Record]) -> list[str]:
    """Fields that are not declared, empty, not fit for the field, or altered by the door for text."""
    found = []
    for record in records:
        for name, value in record.items():
            spec = fields_of(record.kind).get(name)
            noted = Noted()
            if spec is None:
                found.append(f"{record.id}.{name} is not declared")
            elif is_empty(value):
                found.append(f"{record.id}.{name} is empty")
            elif checked(spec, to_plain(value), noted) != value or noted.notes:
                found.append(f"{record.id}.{name} is altered by the door for text")
    return found


def link_faults(records: Iterable[Record]) -> list[str]:
    """Links that lead nowhere, or to a kind that the field is not for."""
    review = Review.of(records)
    found = []
    for record in review:
        for spec, target in links_of(record):
            there = review.get(target)
            if there is None or there.kind not in spec.to:
                found.append(f"{record.id}.{spec.name} leads to {target}")
    return found


def id_faults(records: Iterable[Record]) -> list[str]:
    """Ids used twice, single kinds not named after their kind, and positions that two records of a kind share."""
    kept = tuple(records)
    found = [f"{name} is used {n} times" for name, n in Counter(record.id for record in kept).items() if n > 1]
    found += [record.id for record in kept if kind_of(record.kind).single and record.id != record.kind]
    places = Counter((record.kind, record.position) for record in kept)
    return found + [f"{kind} has {n} records at {at}" for (kind, at), n in places.items() if n > 1]


def words(records: Iterable[Record]) -> int:
    """How many words stand in free text and in dates as known, private and process fields included."""
    return sum(_words(fields_of(record.kind)[name], value) for record in records for name, value in record.items())


def _words(spec: Field, value: Value) -> int:
    if isinstance(value, tuple):
        rows = [row for row in value if isinstance(row, Values)]
        inside = sum(_words(spec.column(name), cell) for row in rows for name, cell in row.items())
        return inside + sum(_words(spec, each) for each in value if isinstance(each, str))
    if isinstance(value, KnownDate):
        return len(value.words.split())
    return len(value.split()) if isinstance(value, str) and spec.type in FREE_TEXT else 0


def names_found(records: Iterable[Record]) -> set[str]:
    """What looks like a name in the free text, as it stands there."""
    return {
        text.text[span.start : span.end] for text in all_texts(Review.of(records)) for span in find_names(text.text)
    }
