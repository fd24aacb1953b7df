"""Which column says what happened, where no heading does so plainly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from imr_desk.intake.column_words import cells_under, length
from imr_desk.intake.days import looks_like_day
from imr_desk.intake.grid import Grid
from imr_desk.intake.headings import bare
from imr_desk.intake.parts_of_dates import Fields

COMMENT = "comment"
_MAY_BE_SHORT, _SHORT = ("contact", "contacts", "contact with", "episode", "activity", "item", "record", "entry"), 20
"""Headings of what happened under which there may be only its kind, and how long such words are at most."""
_OF_A_PLACE = re.compile(r"\b(?:court|location|venue|office|address|team|ward|port|base|site|clinic|setting|name)\b")
_OF_AN_AUTHOR = 6
"""How well a heading must be known as one of comments, not of notes of any kind."""
_NOTES = ("notes", "note", "comments", "comment", "remarks", "narrative notes")
"""Headings under which systems keep what happened, where another column only says of what kind it was."""


def with_events(
    fields: Fields,
    grid: Grid,
    first: int,
    headings: Sequence[str],
    said: Mapping[str, str],
) -> None:
    """Without a heading for it, the events are the column with most to read; at the last, the notes or actions.

    ‘Contact type’ is hardly a heading for it: beside ‘Notes’ that say more it only tells of what kind these are.
    """
    _without_short(fields, grid, first, headings, said)
    if any(name == "event" and score > 1 for name, score in fields.values()):
        return
    kinds = [at for at, (name, _) in fields.items() if name == "event"]
    free = kinds or [at for at in range(len(headings)) if at not in fields and length(grid, at, first) >= 8]
    free = [at for at in free if not all(map(looks_like_day, cells_under(grid, at, first)))]
    free = [at for at in free if not _OF_A_PLACE.search(bare(headings[at]))] or free
    if COMMENT not in said:
        of_comments = [(at, score) for at, (name, score) in fields.items() if name == COMMENT]
        free += [at for at, score in of_comments if score < _OF_AN_AUTHOR or bare(headings[at]) in _NOTES]
    if free:
        fullest = max(free, key=lambda at: length(grid, at, first))
        for at in kinds:
            del fields[at]
        fields[fullest] = "event", 2
        return
    for other in (COMMENT, "action"):
        found = [at for at, (name, _) in fields.items() if name == other and other not in said]
        if found:
            fields[max(found, key=lambda at: length(grid, at, first))] = "event", 3
            return
    left = [at for at in range(len(headings)) if at not in fields and length(grid, at, first) > 0]
    if left:
        fields[max(left, key=lambda at: length(grid, at, first))] = "event", 1


def _without_short(
    fields: Fields,
    grid: Grid,
    first: int,
    headings: Sequence[str],
    said: Mapping[str, str],
) -> None:
    """‘Contact’ over a word or two, beside a column with far more to read, says with whom or of what kind it was."""
    lengths = {at: length(grid, at, first) for at, (name, _) in fields.items() if name == "event"}
    notes = [at for at, (name, _) in fields.items() if name == COMMENT and bare(headings[at]) in _NOTES]
    beside = max([*lengths.values(), *(length(grid, at, first) for at in notes if COMMENT not in said)], default=0)
    for at, long in lengths.items():
        if bare(headings[at]) in _MAY_BE_SHORT and long <= _SHORT and long * 1.5 < beside:
            del fields[at]
