"""The sample review as it is kept: JSON by kind, read into records."""

from __future__ import annotations

import json
from importlib import resources

from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.values import Plain, from_plain


def stored_records(name: str) -> tuple[Record, ...]:
    """The records of one file of resources/sample, in its order; positions count from 0 within each kind.

    A file is one object: a kind with a list of records, or a single kind with its one record. Each record is its `id`
    and its fields in the JSON form of `values.py`. KeyError for a field that is not declared.
    """
    text = (resources.files("resources") / "sample" / f"{name}.json").read_text(encoding="utf-8")
    kinds: dict[str, list[dict[str, Plain]] | dict[str, Plain]] = json.loads(text)
    return tuple(
        _record(kind, position, fields)
        for kind, held in kinds.items()
        for position, fields in enumerate([held] if isinstance(held, dict) else held)
    )


def _record(kind: str, position: int, fields: dict[str, Plain]) -> Record:
    values = {name: from_plain(field_of(kind, name), plain) for name, plain in fields.items() if name != "id"}
    return Record(kind, RecordId(str(fields["id"])), position, values, dated=kind_of(kind).dated)
