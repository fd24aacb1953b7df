"""The columns of the chronology on screen: as it is read, or each as the author arranged them.

Each says which fields of an entry are written in it; what it shows is in `ui/pages/chronology_cells.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.chronology_columns import Column, columns_of, shown
from imr_desk.review.review import Review

CAPTIONS = {"people": mark("People")}
"""What fields are called that are no field of a record by themselves."""
WRITTEN: dict[str, tuple[str, ...]] = {
    "date": ("date",),
    "source": ("sources",),
    "case": ("case",),
    "concerns": ("concerns",),
    "staff": ("staff",),
    "people": ("people",),
    "event": ("event",),
    "decision": ("decision", "decision_by"),
    "basis": ("basis",),
    "outcome": ("action_outcome",),
    "practice": ("expected_practice_met",),
    "comment": ("comment",),
    "child": ("child_considered",),
    "knowledge": ("knowledge",),
    "learned": ("learned_on", "learned_how"),
    "significant": ("significant",),
    "questions": ("questions",),
}
"""Which fields of an entry are written in a column; a time is written with its date."""
LINKED = ("sources", "people", "case", "questions", "knowledge", "significant")
"""What is written under ‘Source and links’, where the columns are few."""
WIDTHS = {
    **{"ref": 76, "date": 176, "time": 68, "end_date": 136, "end_time": 68, "case": 140, "concerns": 150},
    **{"staff": 140, "people": 150, "practice": 171, "knowledge": 168, "significant": 144, "questions": 168},
    **{"source": 184, "event": 300, "comment": 220},
}
"""At 100 %; every column else has `WIDTH`."""
WIDTH = 172


@dataclass(frozen=True)
class ScreenColumn:
    """One column. `width` is in pixels at 100 %; 0 takes what is left. `own` is set for one of the author's own.

    Where its fields are short and many, what they are called stands `inside` them while they are empty.
    """

    name: str
    label: str
    width: int
    fields: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    own: Column | None = None
    inside: bool = False


ScreenColumns = tuple[ScreenColumn, ...]


def screen_column(name: str, label: str, width: int, *fields: str, own: Column | None = None) -> ScreenColumn:
    """A column whose fields are called as they are declared, or, where it has one, as the column is."""
    if len(fields) == 1:
        return ScreenColumn(name, label, width, fields, (label,), own)
    return ScreenColumn(name, label, width, fields, tuple(_caption(each) for each in fields), own)


def _caption(field: str) -> str:
    return tr(CAPTIONS[field]) if field in CAPTIONS else tr(field_of("entry", field).label)


def as_read() -> ScreenColumns:
    """The chronology as it is read: few columns, so that the words have room."""
    return (
        screen_column("ref", tr("Ref"), 76),
        screen_column("date", tr("Date"), 172, "date"),
        screen_column("what", tr("What happened"), 0, "event", "action_outcome", "comment"),
        replace(screen_column("links", tr("Source and links"), 212, *LINKED), inside=True),
    )


def on_screen(review: Review) -> ScreenColumns:
    """The columns as the author wants them on the screen."""
    if review.one("chronology_layout").text("on_screen") != "each":
        return as_read()
    return tuple(_each(column) for column in shown(columns_of(review)))


def _each(column: Column) -> ScreenColumn:
    width = WIDTHS.get(column.cell, WIDTH)
    if column.own_key:
        return screen_column(column.cell, column.heading, width, "further", own=column)
    return screen_column(column.cell, column.heading, width, *WRITTEN.get(column.cell, ()))


def spread(columns: ScreenColumns, room: int, scale: float) -> tuple[int, ...]:
    """How wide the columns are, at 100 %, where there is `room` for them in pixels: text takes what is left over.

    Where there is less room than they need they stay as wide as they are, and the table scrolls sideways.
    """
    if any(not each.width for each in columns):
        return tuple(each.width for each in columns)
    left = int(room / scale) - sum(each.width for each in columns)
    growing = [n for n, each in enumerate(columns) if each.width >= WIDTH and each.name != "source"]
    if left <= 0 or not growing:
        return tuple(each.width for each in columns)
    total = sum(columns[n].width for n in growing)
    return tuple(each.width + (left * each.width // total if n in growing else 0) for n, each in enumerate(columns))
