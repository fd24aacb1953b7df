"""What was taken from a file: entries, rows that could not be read in full, what stands twice, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from imr_desk.intake.faults import Fault
from imr_desk.intake.grid import Row
from imr_desk.review.known_date import UNKNOWN

Plain = dict[str, object]


@dataclass(frozen=True, order=True, slots=True)
class Origin:
    """Where a row stands: the sheet or table, and its number as the program that shows it counts, from 1.

    `column` is the letter of the first column of the table where others stand beside it, so that rows stay apart;
    `part` counts the events of one row after the first.
    """

    sheet: str
    row: int
    column: str = ""
    part: int = 0

    def as_json(self) -> Plain:
        """For the command line."""
        return {"sheet": self.sheet, "row": self.row}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that became an entry. `date` is EDTF without a time, "" where it could not be read; `time` HH:MM or "".

    `kept` is all that was understood of the date, with its time. `date_text` are the words of the cell,
    `date_words` the same with a year that stands elsewhere. `learned_on` is a date like `date`, with its words and
    `learned_kept` beside it. A cell that fits no field stands in `comment` under its heading. `cells` is the row as it
    stands in the file.
    """

    origin: Origin
    date: str = ""
    time: str = ""
    date_text: str = field(default="", repr=False)
    date_words: str = field(default="", repr=False)
    source: str = field(default="", repr=False)
    event: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    action: str = field(default="", repr=False)
    comment: str = field(default="", repr=False)
    learned_on: str = field(default="", repr=False)
    learned_words: str = field(default="", repr=False)
    learned_kept: str = ""
    kept: str = ""
    cells: Row = field(default=(), repr=False, compare=False)

    def as_json(self) -> Plain:
        """For the command line: the words of the contract. A date that is unknown is none there, as `dates` says it."""
        return {
            "date": "" if self.date == UNKNOWN else self.date,
            "time": self.time,
            "date_text": self.date_text,
            "source": self.source,
            "event": self.event,
            "people": self.people,
            "action": self.action,
            "comment": self.comment,
            "learned_on": self.learned_on,
            "learned_text": self.learned_words,
            "origin": self.origin.as_json(),
        }


@dataclass(frozen=True)
class Problem:
    """A row that was not read in full: its words as they stand, and why. `stored` tells whether an entry was made."""

    origin: Origin
    text: str = field(repr=False)
    reason: str = field(repr=False)
    stored: bool = True

    def as_json(self) -> Plain:
        """For the command line."""
        return {"origin": self.origin.as_json(), "text": self.text, "reason": self.reason, "entry": self.stored}


@dataclass(frozen=True)
class Duplicate:
    """An entry that seems to stand twice: in the file (`other` is an Origin) or in the review (a reference).

    `same`: the other one says all that it says. `beside` is the time and source of the other one.
    """

    origin: Origin
    other: Origin | str
    same: bool
    text: str = field(default="", repr=False)
    other_text: str = field(default="", repr=False)
    beside: str = field(default="", repr=False)

    def as_json(self) -> Plain:
        """For the command line."""
        other = {"origin": self.other.as_json()} if isinstance(self.other, Origin) else {"record": self.other}
        return {
            "origin": self.origin.as_json(),
            "of": other,
            "same": self.same,
            "text": self.text,
            "of_text": self.other_text,
        }


@dataclass(frozen=True)
class ReadTable:
    """How one sheet or table was read: the row of its headings (0: none) and, by column, heading and field.

    A table that was left out has a `reason` and no columns.
    """

    sheet: str
    header_row: int = 0
    columns: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""

    def as_json(self) -> Plain:
        """For the command line."""
        if self.reason:
            return {"sheet": self.sheet, "left_out": self.reason}
        columns = [{"column": at, "heading": heading, "field": name} for at, heading, name in self.columns]
        return {"sheet": self.sheet, "header_row": self.header_row, "columns": columns}


@dataclass(frozen=True)
class Taken:
    """All that a file gave. `headings` are the headings by field, as `--column` takes them.

    Where there are `faults` the source is refused, unless the author takes it in all the same (`faults.refusal`).
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def as_json(self) -> Plain:
        """For the command line: the words of the contract first."""
        mapping: Plain = dict(self.headings)
        mapping["tables"] = [table.as_json() for table in self.tables]
        return {
            "entries": [entry.as_json() for entry in self.entries],
            "problems": [problem.as_json() for problem in self.problems],
            "duplicates": [duplicate.as_json() for duplicate in self.duplicates],
            "mapping": mapping,
            "notes": list(self.notes),
            "faults": [fault.as_json() for fault in self.faults],
        }
