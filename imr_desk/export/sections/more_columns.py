"""Columns of the chronology beyond those that every report has: people, what was learned when, and the author’s own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from imr_desk.export.sections.columns import ColumnSet
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import joined
from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.chronology_columns import OWN, column_sets, columns_of, further_words, shown
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record

Cell = Callable[[Record], str]
_WIDE = 1.8
_WEIGHTS = {"event": 4.0, "comment": 2.2, "decision": 1.8, "basis": 1.5, "outcome": 1.8, "child": 1.2, "staff": 0.6}
"""What share of the width a column has where its text is little; every other is as wide as its longest word."""


def arranged(content: Content) -> ColumnSet | None:
    """The columns as the author arranged them, without those that are hidden; None where nothing was arranged."""
    if not content.one("chronology_layout").rows("columns"):
        return None
    columns = shown(columns_of(content.review))
    return ColumnSet(
        tuple(each.cell for each in columns),
        tuple(each.heading for each in columns),
        tuple(_WIDE if each.own_key else _WEIGHTS.get(each.cell, 0) for each in columns),
    )


def more_cells(content: Content) -> dict[str, Cell]:
    """What fills them, by the word for it."""
    codes = content.codes
    known = {stored: tr(label) for stored, label in field_of("entry", "knowledge").choices}

    def people(entry: Record) -> str:
        every = (*entry.links("staff"), *entry.links("concerns"), *entry.links("others"))
        return ", ".join(codes.get(each, each) for each in every)

    def questions(entry: Record) -> str:
        found = (content.review.get(each) for each in entry.links("questions"))
        return ", ".join(str(each.number("number") or each.id) for each in found if each is not None)

    return {
        "people": people,
        "knowledge": lambda entry: known.get(entry.text("knowledge"), ""),
        "learned": _learned,
        "significant": lambda entry: tr("Yes") if entry.flag("significant") else "",
        "questions": questions,
        **{OWN + key: partial(_own, key) for key in _own_keys(content)},
    }


def _own_keys(content: Content) -> Iterator[str]:
    for _, columns in column_sets().values():
        yield from (each.own_key for each in columns if each.own_key)
    yield from (each.own_key for each in columns_of(content.review) if each.own_key)


def _own(key: str, entry: Record) -> str:
    return further_words(entry, key)


def _learned(entry: Record) -> str:
    learned = entry.known("learned_on")
    return joined(_moment(learned) if learned else "", entry.text("learned_how"), by="\n")


def _moment(known: KnownDate) -> str:
    """A date as cells say it, with its time."""
    return joined(known.as_cell(), known.time_cell())


def learned_sentence(learned: KnownDate) -> str:
    """When the agency came to know of it, as a sentence in a cell."""
    shape = tr("Learned on {date}.") if learned.exact else tr("Learned: {date}.")
    return shape.format(date=_moment(learned).rstrip("."))
