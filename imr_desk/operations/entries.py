"""Splitting an entry of the chronology in two, and merging two into one: as batches, so that each is one step of undo.

Nothing is lost by a merge: what both say differently is kept in words, and what led to the second entry leads to the
merged one (every finding can be traced: R-072).
"""

from __future__ import annotations

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Operation
from imr_desk.operations.general import Batch, Delete, Insert, SetFields
from imr_desk.review.catalogue import fields_of, kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, RecordId, Value, Values
from imr_desk.review.review import Review

GO_ALONG = (
    *("date", "sequence", "sources", "case", "concerns", "staff", "others", "questions"),
    *("knowledge", "learned_on", "learned_how"),
)
"""What both halves of a split entry have in common; decision, outcome and comment stay with the first."""
_UNITED = (FieldType.LINKS, FieldType.ROWS)


def split_entry(review: Review, entry: Record, first: str, second: str, new_id: RecordId) -> Batch:
    """The entry with the words of `first`, and a new one right after it with those of `second`.

    BadInputError where one of them would have no words.
    """
    if not first.strip() or not second.strip():
        raise BadInputError(tr("Both entries need words. Put the caret where the second one begins."))
    values = {name: entry[name] for name in GO_ALONG if name in entry}
    steps: list[Operation] = [SetFields("entry", entry.id, {"event": first.rstrip()})]
    numbers = _numbers(review, entry, new_id)
    if new_id in numbers:
        values["sequence"] = numbers.pop(new_id)
    steps.append(Insert("entry", new_id, {**values, "event": second.strip()}))
    steps.extend(SetFields("entry", each, {"sequence": number}) for each, number in numbers.items())
    return Batch(tuple(steps))


def _numbers(review: Review, entry: Record, new_id: RecordId) -> dict[RecordId, int]:
    """The numbers within the day that put a new entry right after one; none where it comes there by itself."""
    day = [each for each in review.all("entry") if each.order[0] == entry.order[0]]
    if day[-1].id == entry.id:
        return {}
    order: list[RecordId] = []
    for each in day:
        order.extend((each.id, new_id) if each.id == entry.id else (each.id,))
    return {each: number for number, each in enumerate(order, 1)}


def merge_entries(review: Review, first: Record, second: Record) -> Batch:
    """One entry that says what both said, at the place of the first; the second rests in the bin."""
    values, aside = _merged(review, first, second)
    if aside:
        values["comment"] = "\n".join(part for part in (_text(values.get("comment")), *aside) if part)
    changed = {name: value for name, value in values.items() if value != first.get(name)}
    steps: list[Operation] = [SetFields("entry", first.id, changed)] if changed else []
    for other in review.linked_from(second.id):
        left = _led_elsewhere(other, second.id, first.id)
        if other.id not in (first.id, second.id) and left:
            steps.append(SetFields(other.kind, other.id, left))
    return Batch((*steps, Delete("entry", second.id)))


def _merged(review: Review, first: Record, second: Record) -> tuple[dict[str, Value], list[str]]:
    """The values of the merged entry, and in words what the second says otherwise and no field can hold as well."""
    values: dict[str, Value] = dict(first)
    aside: list[str] = []
    for field in kind_of("entry").fields:
        mine, other = first.get(field.name), second.get(field.name)
        if other is None or mine == other or field.name in ("date", "sequence"):
            continue
        if mine is None:
            values[field.name] = other
        elif field.name == "further":
            values[field.name] = _further(first, second)
        elif field.type in _UNITED and isinstance(mine, tuple) and isinstance(other, tuple):
            values[field.name] = (*mine, *(each for each in other if each not in mine))
        elif field.type is FieldType.PROSE:
            values[field.name] = f"{mine}\n{other}"
        elif field.type is FieldType.YES_NO:
            values[field.name] = bool(mine) or bool(other)
        else:
            words = tr("{what} of {id}: {words}")
            aside.append(words.format(what=tr(field.label), id=second.id, words=_in_words(review, field, other)))
    if second.get("date") != first.get("date"):
        _date(first, second, values)
    return values, aside


def _date(first: Record, second: Record, values: dict[str, Value]) -> None:
    """Of two dates the first stands; the other is said before the words it belongs to."""
    if "date" not in first:
        values["date"] = second["date"]
    elif "date" in second:
        event, known = second.text("event"), second.known("date")
        words = (known.words or known.in_words()) if known is not None else ""
        dated = f"{words}: {event}" if event else words
        values["event"] = "\n".join(part for part in (first.text("event"), dated) if part)


def _further(first: Record, second: Record) -> Value:
    """The author's own columns of both, those of one name joined."""
    words = {row.text("column"): row.text("words") for row in first.rows("further")}
    for row in second.rows("further"):
        key = row.text("column")
        parts = (words.get(key, ""), row.text("words"))
        words[key] = "\n".join(dict.fromkeys(part for part in parts if part))
    return tuple(Values({"column": key, "words": text}) for key, text in words.items())


def _in_words(review: Review, field: Field, value: Value) -> str:
    """A value as a comment can say it."""
    if field.type is FieldType.LINK:
        target = review.get(str(value))
        title = kind_of(target.kind).title if target is not None else ""
        return (target.text(title) if target is not None and title else "") or str(value)
    if field.type is FieldType.CHOICE:
        return next((tr(label) for stored, label in field.choices if stored == value), str(value))
    return (value.words or value.in_words()) if isinstance(value, KnownDate) else str(value)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _led_elsewhere(record: Record, old: str, new: str) -> dict[str, Value]:
    """The fields of a record that led to one id, leading to another."""
    changed: dict[str, Value] = {}
    for name, field in fields_of(record.kind).items():
        value = record.get(name)
        led = _led(field, value, old, new)
        if led != value:
            changed[name] = led
    return changed


def _led(field: Field, value: Value, old: str, new: str) -> Value:
    if field.type is FieldType.LINK and value == old:
        return new
    if field.type is FieldType.LINKS and isinstance(value, tuple) and old in value:
        return tuple(dict.fromkeys(new if each == old else str(each) for each in value))
    if field.type is FieldType.ROWS and isinstance(value, tuple):
        rows = [row for row in value if isinstance(row, Values)]
        led = ({name: _led(field.column(name), cell, old, new) for name, cell in row.items()} for row in rows)
        return tuple(Values(cells) for cells in led)
    return value
