"""The columns of the chronology: the sets that boards ask for, as data, and what the author made of them (R-076).

Sets stand in `resources/templates/columns.toml`. The author’s own arrangement is kept in the review, in the single
record `chronology_layout`; while that is empty the set holds which the review names, else that of its template. Date
and source always stand there and are never hidden: every row has to say when and whence (R-072).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any

from imr_desk.i18n import mark, tr
from imr_desk.review.record import Record, Value, Values
from imr_desk.review.review import Review

OWN = "own:"
"""Begins the cell of a column whose words an entry keeps among its further ones, under what follows."""
TOGETHER = "together:"
"""Begins the cell of a column that says what several say, such as an outcome and a comment; ‘+’ between them."""
ALWAYS = ("date", "source")
CELLS: Mapping[str, str] = {
    "ref": mark("Ref"),
    "date": mark("Date"),
    "time": mark("Time"),
    "end_date": mark("End date"),
    "end_time": mark("End time"),
    "source": mark("Source"),
    "case": mark("Case"),
    "concerns": mark("Concerns"),
    "staff": mark("Staff (job title)"),
    "people": mark("People"),
    "event": mark("Event or contact"),
    "decision": mark("Decision and by whom"),
    "basis": mark("Basis"),
    "outcome": mark("Action and outcome"),
    "practice": mark("Expected practice met?"),
    "comment": mark("Comment"),
    "child": mark("Child considered (section 55)?"),
    "knowledge": mark("How it is known"),
    "learned": mark("Learned on"),
    "significant": mark("Significant"),
    "questions": mark("Questions it bears on"),
}
"""Every cell that the program fills from a field of its own, with its usual heading."""
LONGEST = 80
"""Letters of a heading."""


@dataclass(frozen=True)
class Column:
    """One column: the word for what fills it, its heading as the author has it, and whether it is left out."""

    cell: str
    heading: str
    hidden: bool = False

    @property
    def can_hide(self) -> bool:
        """Whether it may be left out."""
        return self.cell not in ALWAYS

    @property
    def own_key(self) -> str:
        """Under what an entry keeps the words of a column of the author’s own; "" for every other."""
        return self.cell.removeprefix(OWN) if self.cell.startswith(OWN) else ""


Columns = tuple[Column, ...]


@lru_cache(maxsize=1)
def column_sets() -> Mapping[str, tuple[str, Columns]]:
    """Title and columns of each set, by its id, C0 to C7."""
    from imr_desk.review.templates import read  # not needed while the columns are those that are read on screen

    data: dict[str, Any] = read("columns")["chronology"]
    return {
        name: (each["title"], tuple(Column(column["cell"], column["heading"]) for column in each["columns"]))
        for name, each in sorted(data.items())
    }


def set_of(review: Review) -> str:
    """The set that the review names, else that of its template, or of the agency’s own report."""
    named = review.one("review").text("chronology_columns")
    if named in column_sets():
        return named
    from imr_desk.review.templates import template, template_of

    form = template_of(review)
    usual = form if form.agency else template("T2" if review.one("review").text("agency") == "ho" else "T1")
    return usual.chronology


def columns_of(review: Review) -> Columns:
    """All columns in their order, those that are hidden among them."""
    kept = tuple(
        Column(row.text("cell"), row.text("heading"), row.flag("hidden") is True)
        for row in review.one("chronology_layout").rows("columns")
        if row.text("cell") in CELLS or row.text("cell").startswith(OWN)
    )
    return complete(kept) if kept else usual_columns(set_of(review))


def usual_columns(name: str) -> Columns:
    """The columns of a set, with their headings in the reader’s language."""
    return tuple(replace(each, heading=tr(each.heading)) for each in column_sets()[name][1])


def shown(columns: Columns) -> Columns:
    """Those that are not hidden."""
    return tuple(each for each in columns if not each.hidden)


def complete(columns: Columns) -> Columns:
    """The same, with date and source in sight whatever was kept."""
    seen = tuple(replace(each, hidden=each.hidden and each.can_hide) for each in columns)
    missing = tuple(Column(cell, tr(CELLS[cell])) for cell in ALWAYS if all(each.cell != cell for each in seen))
    return (*missing, *seen)


# ---- what the author does
def switched(review: Review, name: str) -> Columns:
    """The columns of another set. Columns of the author’s own in which something is written go along at the end."""
    new = usual_columns(name)
    there = {each.cell for each in new}
    used = keys_in_use(review)
    kept = (each for each in columns_of(review) if each.own_key in used and each.cell not in there)
    return complete((*new, *kept))


def renamed(columns: Columns, cell: str, heading: str) -> Columns:
    """With another heading; an empty one changes nothing."""
    words = " ".join(heading.split())[:LONGEST]
    return tuple(replace(each, heading=words) if each.cell == cell and words else each for each in columns)


def hidden(columns: Columns, cell: str, *, hide: bool) -> Columns:
    """With a column left out, or shown again."""
    return complete(tuple(replace(each, hidden=hide) if each.cell == cell else each for each in columns))


def moved(columns: Columns, cell: str, by: int) -> Columns:
    """With a column so many places on; the same where there is no such place."""
    at = next((n for n, each in enumerate(columns) if each.cell == cell), -1)
    if at < 0 or not 0 <= at + by < len(columns):
        return columns
    order = list(columns)
    order.insert(at + by, order.pop(at))
    return tuple(order)


def added(columns: Columns, heading: str, used: Iterable[str] = ()) -> Columns:
    """With a column of that heading at the end: one the program fills where it is called so, else one of their own.

    `used` are the keys under which entries keep words already. A key says nothing of the heading: that may hold a name.
    """
    words = " ".join(heading.split())[:LONGEST]
    if not words or any(each.heading.casefold() == words.casefold() for each in columns):
        return columns
    there = {each.cell for each in columns}
    known = next((cell for cell, label in CELLS.items() if tr(label).casefold() == words.casefold()), "")
    cell = known if known and known not in there else OWN + _free_key({*there, *(OWN + each for each in used)})
    return (*columns, Column(cell, words))


def taken_out(columns: Columns, cell: str) -> Columns:
    """Without a column. Its words, if entries hold any, stay in them."""
    return complete(tuple(each for each in columns if each.cell != cell))


def to_add(columns: Columns) -> tuple[str, ...]:
    """The headings of the columns the program fills that are not there yet."""
    there = {each.cell for each in columns}
    return tuple(tr(label) for cell, label in CELLS.items() if cell not in there)


def as_rows(columns: Columns) -> tuple[Values, ...]:
    """As the review keeps them."""
    return tuple(
        Values({"cell": each.cell, "heading": each.heading, **({"hidden": True} if each.hidden else {})})
        for each in columns
    )


# ---- words of further columns
def further_words(entry: Record, key: str) -> str:
    """What an entry says in a column of the author’s own."""
    return next((row.text("words") for row in entry.rows("further") if row.text("column") == key), "")


def with_further(entry: Values, key: str, words: str) -> Value:
    """The further words of an entry with those of one column changed."""
    rows = [row for row in entry.rows("further") if row.text("column") != key]
    if words:
        rows.append(Values({"column": key, "words": words}))
    return tuple(rows) or None


def keys_in_use(review: Review) -> frozenset[str]:
    """The columns of the author’s own in which some entry says something."""
    return frozenset(row.text("column") for entry in review.all("entry") for row in entry.rows("further"))


def _free_key(taken: set[str]) -> str:
    return next(key for number in count(1) if OWN + (key := f"column_{number}") not in taken)
