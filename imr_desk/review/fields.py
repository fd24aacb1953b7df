"""The words in which a kind of record is declared.

A kind is declared once (`imr_desk.review.kinds`). From that one declaration come the table in the review file, the
canonical form that is signed, the rows of the forms, what the guard reads, the privacy tests and the sample review.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FieldType(enum.StrEnum):
    """What a field holds, and so how it is stored, shown and checked. Stored shapes are in `values.py`."""

    LINE = "line"  # text on one line
    PROSE = "prose"  # text of any length
    CHOICE = "choice"  # one of the stored words of `choices`
    YES_NO = "yes_no"  # True, False, or None: not answered
    NUMBER = "number"  # a whole number
    DATE = "date"  # one day, known for certain
    KNOWN_DATE = "known_date"  # a date as precisely as it is known (KnownDate)
    TIME = "time"  # hours and minutes, 24-hour clock
    LINK = "link"  # the id of one record
    LINKS = "links"  # ids of records, in order
    LINES = "lines"  # texts, in order
    ROWS = "rows"  # small tables: each row holds the declared columns


FREE_TEXT = frozenset({FieldType.LINE, FieldType.PROSE, FieldType.LINES})
"""What a person types as they like, so what the guard reads. The words typed for a date are read as well."""


@dataclass(frozen=True)
class Field:
    """One field of a kind.

    `sealed` fields belong to the report part and are signed; the others to the process part (design section 8).
    A field with `private` is never printed, exported or handed over (real names of subjects). `group` is the heading
    in the form under which the field stands.

    A field is asked only with the words in `only` (of `applies.py`, "cps" or "ho child live"; empty: always), and with
    `when` only while another field of the record holds one of some words: `("status", "destroyed", "not held")`, where
    "" is nothing. `choices_only` gives such words for single choices.
    """

    name: str
    type: FieldType
    label: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    to: tuple[str, ...] = ()
    columns: tuple[Field, ...] = ()
    sealed: bool = True
    private: bool = False
    group: str = ""
    only: str = ""
    when: tuple[str, ...] = ()
    choices_only: tuple[tuple[str, str], ...] = ()
    since: int = 1

    @property
    def guarded(self) -> bool:
        """Whether names are looked for in it: all free text but the page of real names itself (R-183)."""
        return self.type in FREE_TEXT and not self.private

    def column(self, name: str) -> Field:
        """The declared column of a ROWS field."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    `prefix` begins the ids ("CE" gives CE-001). A `single` kind has exactly one record, whose id is the kind's name.
    `title` is the field that names a record in lists; `dated` the KNOWN_DATE field that orders it (empty: by hand).
    `only` names the words with which it is asked at all, as of a Field.
    """

    name: str
    label: str
    plural: str
    stage: int
    fields: tuple[Field, ...]
    prefix: str = ""
    single: bool = False
    title: str = ""
    dated: str = ""
    only: str = ""
    since: int = 1

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name} has no field {name!r}")

    @property
    def sealed(self) -> bool:
        """Whether any of it belongs to the report part."""
        return any(field.sealed for field in self.fields)
