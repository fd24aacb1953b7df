"""How a link names the place it leads to: what the record is called, and the field. No bare references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_desk.guidance.readings import untitled
from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.fields import FieldType, Kind
from ui.record_words import shortened, title_of

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.review.record import Record
    from imr_desk.review.review import Review

LONGEST = 44
"""How many letters of a record's title stand in a link."""
BY_REFERENCE = ("entry",)
"""Kinds that the window itself shows by their reference: a table of thousands cannot be searched by a title."""


def place_in_words(place: Place, review: Review) -> str:
    """The record, or the list it would stand in, and the field; what is gone is named by its kind."""
    kind = kind_of(place.kind)
    record = review.one(kind.name) if kind.single else review.get(place.record_id)
    if record is None:
        return tr(kind.plural)
    named = tr(kind.label) if kind.single else record_in_words(record, review)
    if not place.field:
        return named
    label = tr(field_of(place.kind, place.field).label)
    if kind.single and " " in label:
        return label
    return tr("{record}: {field}").format(record=named, field=label)


def record_in_words(record: Record, review: Review) -> str:
    """What kind of record it is and what it is called: its number, its title, or else the number of its reference."""
    kind = kind_of(record.kind)
    label = tr(kind.label)
    if kind.name in BY_REFERENCE:
        return f"{label} {record.id}"
    number = _number(kind, record)
    if number is not None:
        return f"{label} {number}"
    title = shortened(title_of(record, review), LONGEST)
    if title == f"{label} {record.id}":  # nothing was written yet
        return untitled(record)
    return title if title.startswith(label) else tr("{kind}, {title}").format(kind=label, title=title)


def _number(kind: Kind, record: Record) -> int | None:
    """The number people know a record by, where its kind has one."""
    numbered = any(each.name == "number" and each.type is FieldType.NUMBER for each in kind.fields)
    return record.number("number") if numbered else None
