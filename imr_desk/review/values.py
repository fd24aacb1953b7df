"""From what a form, an import or the review file holds to the values of a record, and back.

`checked` is for what comes in: it passes text through the one door, refuses what a field cannot hold, and says what it
changed. `to_plain` and `from_plain` are for the review file and for operations kept as JSON; they alter nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.known_date import KnownDate, bounds, words_of
from imr_desk.review.record import Value, Values
from imr_desk.review.text import clean, clean_line

Plain: TypeAlias = Union[bool, int, str, "list[Plain]", "dict[str, Plain]", None]
"""JSON without fractions: the canonical form (RFC 8785) then needs no rule for them."""

LONGEST_LINE = 1_000
LONGEST_TEXT = 1_000_000
_LISTS = frozenset({FieldType.LINKS, FieldType.LINES})


@dataclass
class Noted:
    """Collects, in plain words, what the door for text took out."""

    notes: list[str] = field(default_factory=list)


def to_plain(value: object) -> Plain:
    """The JSON form of a value, or of what `checked` takes for one (a day, a list, a row as a dict)."""
    if isinstance(value, KnownDate):
        return {"edtf": value.edtf, "words": value.words}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): to_plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(each) for each in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    raise TypeError(f"no value of a field: {type(value).__name__}")


def from_plain(spec: Field, plain: Plain) -> Value:
    """A value from its JSON form, as it was kept; nothing is checked or altered."""
    if isinstance(plain, list):
        if spec.type is FieldType.ROWS:
            return tuple(
                Values({k: from_plain(spec.column(k), v) for k, v in each.items()})
                for each in plain
                if isinstance(each, dict)
            )
        return tuple(str(each) for each in plain)
    if isinstance(plain, dict):
        return KnownDate(str(plain["edtf"]), str(plain["words"]))
    return plain


def is_empty(value: Value) -> bool:
    """Whether a value says nothing; such a value is not kept."""
    return value is None or value == "" or value == ()


def checked(spec: Field, value: object, noted: Noted) -> Value:
    """A value fit for the field. BadInputError, in a plain sentence with the field's label, where it cannot be."""
    if value is None or value == "":
        return None
    if spec.type in (FieldType.LINE, FieldType.PROSE, FieldType.CHOICE):
        return _text(spec, value, noted)
    if spec.type in (FieldType.DATE, FieldType.TIME):
        return _date_or_time(spec, value)
    if spec.type is FieldType.KNOWN_DATE:
        return _known(spec, value, noted)
    if spec.type is FieldType.LINK and isinstance(value, str):
        return value
    if spec.type is FieldType.YES_NO and isinstance(value, bool):
        return value
    if spec.type is FieldType.NUMBER and isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > 10**12:
            raise _unfit(spec)
        return value
    if isinstance(value, list | tuple):
        return _many(spec, value, noted)
    raise _unfit(spec)


def _unfit(spec: Field) -> BadInputError:
    return BadInputError(tr("‘{label}’ cannot hold this. Nothing was changed.").format(label=tr(spec.label)))


def _text(spec: Field, value: object, noted: Noted) -> str:
    if not isinstance(value, str):
        raise _unfit(spec)
    if spec.type is FieldType.CHOICE:
        if value not in {stored for stored, _ in spec.choices}:
            raise _unfit(spec)
        return value
    cleaned = clean(value) if spec.type is FieldType.PROSE else clean_line(value)
    noted.notes.extend(cleaned.notes)
    longest = LONGEST_TEXT if spec.type is FieldType.PROSE else LONGEST_LINE
    if len(cleaned.text) > longest:
        raise BadInputError(
            tr("‘{label}’ holds at most {n} characters; this has {m}. Nothing was changed.").format(
                label=tr(spec.label), n=f"{longest:,}", m=f"{len(cleaned.text):,}"
            )
        )
    return cleaned.text


def _date_or_time(spec: Field, value: object) -> str:
    if type(value) is dt.date and spec.type is FieldType.DATE:  # a moment (datetime) is not a day
        return value.isoformat()
    if not isinstance(value, str):
        raise _unfit(spec)
    try:
        return (
            dt.date.fromisoformat(value).isoformat()
            if spec.type is FieldType.DATE
            else dt.time.fromisoformat(value).strftime("%H:%M")
        )
    except ValueError as error:
        raise BadInputError(
            tr("‘{label}’ needs a date that exists. Nothing was changed.").format(label=tr(spec.label))
        ) from error


def _known(spec: Field, value: object, noted: Noted) -> KnownDate:
    if isinstance(value, Mapping):
        value = KnownDate(str(value.get("edtf", "")), str(value.get("words", "")))
    if not isinstance(value, KnownDate):
        raise _unfit(spec)
    try:
        first, last = bounds(value.edtf)
        words_of(value.edtf)  # reads every part of it, so what is kept can be printed
    except ValueError as error:
        raise _unfit(spec) from error
    cleaned = clean_line(value.words)
    timed_part = "T" in value.edtf and (value.edtf[:1] in "[{" or not _timed(value.edtf))
    if len(cleaned.text) > LONGEST_LINE or timed_part or (first and last and last < first):
        raise _unfit(spec)
    noted.notes.extend(cleaned.notes)
    return KnownDate(value.edtf, cleaned.text)


def _timed(edtf: str) -> bool:
    """Whether times stand with certain days only, at both ends of a range or at neither, and in their order."""
    parts = edtf.split("/")
    return all(part[10:11] == "T" for part in parts) and parts[0] <= parts[-1]


def _many(spec: Field, value: list[object] | tuple[object, ...], noted: Noted) -> Value:
    if spec.type in _LISTS:
        if not all(isinstance(each, str) for each in value):
            raise _unfit(spec)
        texts = [str(each) for each in value]
        if spec.type is FieldType.LINES:
            cleaned = [clean(each) for each in texts]
            noted.notes.extend(note for each in cleaned for note in each.notes)
            texts = [each.text for each in cleaned]
        return tuple(each for each in texts if each) or None
    if spec.type is not FieldType.ROWS:
        raise _unfit(spec)
    return tuple(row for row in (_row(spec, each, noted) for each in value) if len(row)) or None


def _row(spec: Field, row: object, noted: Noted) -> Values:
    if not isinstance(row, Mapping):
        raise _unfit(spec)
    known = {column.name: column for column in spec.columns}
    if set(row) - set(known):
        raise _unfit(spec)
    cells = {name: checked(known[name], cell, noted) for name, cell in row.items()}
    return Values({name: cell for name, cell in cells.items() if not is_empty(cell)})
