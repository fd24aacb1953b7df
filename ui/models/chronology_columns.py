"""The columns of the chronology on screen: what each says of an entry, and which fields are written in it."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import field_of

CAPTIONS = {"people": mark("People")}
"""What fields are called that are no field of a record by themselves."""


@dataclass(frozen=True)
class ScreenColumn:
    """One column. `width` is in pixels at 100 %; 0 takes what is left."""

    name: str
    label: str
    width: int
    fields: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


def screen_column(name: str, label: str, width: int, *fields: str) -> ScreenColumn:
    """A column whose fields are called as they are declared, or, where it has one, as the column is."""
    if len(fields) == 1:
        return ScreenColumn(name, label, width, fields, (label,))
    return ScreenColumn(name, label, width, fields, tuple(_caption(each) for each in fields))


def _caption(field: str) -> str:
    return tr(CAPTIONS[field]) if field in CAPTIONS else tr(field_of("entry", field).label)


def as_read() -> tuple[ScreenColumn, ...]:
    """The chronology as it is read: few columns, so that the words have room."""
    return (
        screen_column("ref", tr("Ref"), 76),
        screen_column("date", tr("Date"), 156, "date"),
        screen_column("what", tr("What happened"), 0, "event", "action_outcome", "comment"),
        screen_column("source", tr("Source and links"), 212, "sources", "people"),
    )
