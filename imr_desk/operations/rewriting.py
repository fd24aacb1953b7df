"""Texts in the JSON forms of operations put through a function: what undo, and so redo, would bring back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from imr_desk.review.catalogue import KINDS, fields_of
from imr_desk.review.new_texts import changed_values
from imr_desk.review.values import Plain, from_plain, to_plain

New = Callable[[str], str]
NO_TEXT = frozenset({"op", "kind", "id", "ids", "field", "target", "before", "key", "answer", "person", "rows"})
"""Names in a form under which references and the like stand, never words of a person."""


def rewritten(form: str, new: New) -> str:
    """The JSON form of an operation with every free text in it made new; the same string where none is another."""
    plain: Plain = json.loads(form)
    after = _new(plain, new)
    return form if after == plain else json.dumps(after, separators=(",", ":"))


def _new(plain: Plain, new: New) -> Plain:
    """Any part of a form. What operation it is of does not matter, so that none can be forgotten here."""
    if isinstance(plain, str):
        return new(plain)
    if isinstance(plain, list):
        return [_new(each, new) for each in plain]
    if not isinstance(plain, dict):
        return plain
    kind, values = plain.get("kind"), plain.get("values")
    declared = isinstance(kind, str) and kind in KINDS and isinstance(values, dict)
    return {
        name: _new_values(str(kind), each, new)
        if declared and name == "values" and isinstance(each, dict)
        else each
        if name in NO_TEXT
        else _new(each, new)
        for name, each in plain.items()
    }


def _new_values(kind: str, plain: Mapping[str, Plain], new: New) -> dict[str, Plain]:
    """The values of a record, by their declarations."""
    fields = fields_of(kind)
    values = {name: from_plain(fields[name], each) for name, each in plain.items() if name in fields}
    others = {name: _new(each, new) for name, each in plain.items() if name not in fields}
    return {**plain, **others, **{name: to_plain(each) for name, each in changed_values(kind, values, new)}}
