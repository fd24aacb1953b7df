"""The chronology’s own versions: what was signed off, and what changed since (R-077, R-082).

A sign-off keeps a mark for each entry: its reference and a digest of what it said. No words are kept, and the marks
never leave the review; from them it is told which entries were added, changed or taken out since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import chronology_signed_off
from imr_desk.review.values import to_plain

_LETTERS = 16
KIND = "chronology_sign_off"


@dataclass(frozen=True)
class Changes:
    """References of entries, in the order of the chronology; those taken out in the order they had."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.added or self.changed or self.removed)


def mark_of(entry: Record) -> str:
    """A digest of all that is sealed of an entry."""
    said = {field.name: to_plain(entry.get(field.name)) for field in kind_of("entry").fields if field.sealed}
    words = json.dumps({name: value for name, value in said.items() if value is not None}, sort_keys=True)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]


def marks_of(review: Review) -> tuple[str, ...]:
    """‘CE-001 0123456789abcdef’ for each entry, in the order of the chronology."""
    return tuple(f"{entry.id} {mark_of(entry)}" for entry in review.all("entry"))


def next_version(review: Review) -> int:
    """The number of the next version; the first is 1."""
    return max((each.number("version") or 0 for each in review.all(KIND)), default=0) + 1


def new_sign_off(review: Review) -> Mapping[str, object]:
    """What a new sign-off begins with: its version, and the marks of the chronology as it stands."""
    return {"version": next_version(review), "marks": marks_of(review)}


def changes_since(review: Review, sign_off: Record) -> Changes | None:
    """What changed since that sign-off; None where it kept no marks, so that it cannot be told."""
    kept = dict(line.split(" ", 1) for line in sign_off.lines("marks") if " " in line)
    if not kept:
        return None
    now = {str(entry.id): mark_of(entry) for entry in review.all("entry")}
    return Changes(
        tuple(ref for ref in now if ref not in kept),
        tuple(ref for ref, mark in now.items() if kept.get(ref, mark) != mark),
        tuple(ref for ref in kept if ref not in now),
    )


def in_force(review: Review) -> Record | None:
    """The sign-off that covers the chronology as it stands; None where there is none, or something changed since."""
    latest = chronology_signed_off(review)
    return None if latest is None or changes_since(review, latest) else latest


def version_of(review: Review) -> int | None:
    """The version of the chronology as it stands: that signed off, or the one to come; None where none was counted."""
    if not any(each.number("version") for each in review.all(KIND)):
        return None
    latest = in_force(review)
    return (latest.number("version") if latest is not None else None) or next_version(review)
