"""Readings of a review that more than one check needs, and the words by which a record is called in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.fields import FieldType
from imr_desk.review.record import Record, Values
from imr_desk.review.review import Review

LONGEST_CALL = 60


def is_blank(values: Values, field: str) -> bool:
    """Whether a field holds nothing, or nothing but blanks."""
    value = values.get(field)
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def blanks(record: Record, wanted: Mapping[str, str]) -> Iterator[Place]:
    """A place for each field that holds nothing; `wanted` gives the sentence of each field, marked for translation."""
    for field, words in wanted.items():
        if is_blank(record, field):
            yield Place.at(record, field, tr(words))


def called(review: Review, record: Record) -> str:
    """A record as a sentence calls it: its title, that of the record its title leads to, or its kind and number."""
    title = kind_of(record.kind).title
    if title and field_of(record.kind, title).type is FieldType.LINK:
        other = review.get(record.link(title))
        return called(review, other) if other is not None else untitled(record)
    words = " ".join(record.text(title).split()) if title else ""
    if len(words) > LONGEST_CALL:
        words = words[: LONGEST_CALL - 1].rstrip() + "…"
    return words or untitled(record)


def untitled(record: Record) -> str:
    """A record of which nothing names it yet: its kind and the number of its reference; an entry its reference."""
    kind = kind_of(record.kind)
    number = record.id.removeprefix(kind.prefix).lstrip("-0")
    return record.id if kind.dated or not number else f"{tr(kind.label)} {number}"


def day_of(stamp: str) -> dt.date | None:
    """The day of a time stamp such as 2014-12-05T14:30:00+00:00; None where there is none."""
    try:
        return dt.date.fromisoformat(stamp[:10])
    except ValueError:
        return None
