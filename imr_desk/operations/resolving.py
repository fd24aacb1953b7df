"""A name replaced wherever it stands in the review, as one edit (R-183, R-184)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from imr_desk.names.guard import Guard, Mark
from imr_desk.names.replace import replace_names
from imr_desk.operations.general import Batch, SetFields
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.free_text import SIGNATORY_FIELDS, all_texts
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, Value, Values
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_sealed

Wanted = Callable[[Mark], bool]
SHORTEST = 3
"""Letters of a word that is looked for before the guard reads a text: shorter ones stand everywhere."""


def replace_everywhere(review: Review, guard: Guard, person: str, words: str, code: str) -> tuple[Batch | None, int]:
    """The edit that puts `code` for `person` wherever the guard finds them by one of the words of a name.

    What is signed, and what only resembles the name, is left as it is. Gives the edit (None: nothing to replace) and
    the number of fields it changes. Raises RegisterUnreadableError.
    """
    parts = tuple(part.casefold() for part in words.split() if len(part) >= SHORTEST) or (words.casefold(),)
    shut = is_sealed(review)
    edits: list[SetFields] = []

    def wanted(mark: Mark) -> bool:
        return mark.person == person and mark.certain

    for record in review:
        changed = dict(_changed(record, guard, parts, wanted, code, shut=shut))
        if changed:
            edits.append(SetFields(record.kind, str(record.id), changed))
    return (Batch(tuple(edits)) if edits else None), sum(len(edit.values) for edit in edits)


def decided_words(review: Review, guard: Guard) -> tuple[str, ...]:
    """Words of the review that would be marked, were they not decided to be no person. RegisterUnreadableError."""
    undecided = guard.without_decisions()
    found: dict[str, str] = {}
    for text in all_texts(review):
        for mark in undecided.marks(text.text):
            words = text.text[mark.start : mark.end]
            if guard.is_no_person(words):
                found.setdefault(mark.key, words)
    return tuple(sorted(found.values(), key=str.casefold))


def _changed(
    record: Record, guard: Guard, parts: tuple[str, ...], wanted: Wanted, code: str, *, shut: bool
) -> Iterator[tuple[str, Value]]:
    """The fields of a record that are another after the replacing."""

    def new(text: str) -> str:
        folded = text.casefold()
        if not any(part in folded for part in parts):
            return text
        return replace_names(text, [(m.start, m.end, code) for m in guard.marks(text) if wanted(m)])

    for field in _with_text(record.kind):
        before = record.get(field.name)
        if before is not None and not (shut and field.sealed):
            value = new(before) if isinstance(before, str) else _of_field(field, record, new)
            if value is not before and value != before:
                yield field.name, value


@lru_cache(maxsize=256)
def _with_text(kind: str) -> tuple[Field, ...]:
    """The fields of a kind in which the guard looks for names."""
    fields = (each for each in kind_of(kind).fields if not each.private and (kind, each.name) not in SIGNATORY_FIELDS)
    return tuple(each for each in fields if _is_read(each) or any(_is_read(column) for column in each.columns))


def _is_read(field: Field) -> bool:
    return field.guarded or field.type in (FieldType.KNOWN_DATE, FieldType.LINES)


def _of_field(field: Field, values: Mapping[str, Value], new: Callable[[str], str]) -> Value:
    """The value of a field with its texts made new."""
    value = values[field.name]
    if field.type is FieldType.LINES and isinstance(value, tuple):
        return tuple(new(each) if isinstance(each, str) else each for each in value)  # type: ignore[return-value]
    if field.type is FieldType.ROWS and isinstance(value, tuple):
        return tuple(_of_row(field, each, new) if isinstance(each, Values) else each for each in value)  # type: ignore[return-value]
    if field.type is FieldType.KNOWN_DATE and isinstance(values, Values):
        known = values.known(field.name)
        return KnownDate(known.edtf, new(known.words)) if known is not None and known.words else value
    return new(value) if field.guarded and isinstance(value, str) else value


def _of_row(field: Field, row: Values, new: Callable[[str], str]) -> Values:
    columns = {column.name: column for column in field.columns}
    return Values({name: _of_field(columns[name], row, new) if name in columns else row[name] for name in row})
