"""Short words for declaring kinds, so that a declaration reads as a list of what the form asks for.

Labels are marked for translation where they are declared (`mark`) and looked up when they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from imr_desk.i18n import mark
from imr_desk.review.fields import Field, FieldType, Kind

Choices = tuple[tuple[str, str], ...]

YES_NO_OR_NOT_APPLICABLE: Choices = (("yes", mark("Yes")), ("no", mark("No")), ("n/a", mark("Not applicable")))


def line(name: str, label: str, hint: str = "", *, group: str = "", only: str = "") -> Field:
    """Text on one line."""
    return Field(name, FieldType.LINE, label, hint, group=group, only=only)


def prose(name: str, label: str, hint: str = "", *, group: str = "", only: str = "") -> Field:
    """Text of any length."""
    return Field(name, FieldType.PROSE, label, hint, group=group, only=only)


def choice(name: str, label: str, choices: Choices, hint: str = "", *, group: str = "", only: str = "") -> Field:
    """One of a few stored words, each with its label."""
    return Field(name, FieldType.CHOICE, label, hint, choices=choices, group=group, only=only)


def yes_no(name: str, label: str, hint: str = "", *, group: str = "", only: str = "") -> Field:
    """Yes, no, or not answered yet."""
    return Field(name, FieldType.YES_NO, label, hint, group=group, only=only)


def number(name: str, label: str, hint: str = "", *, group: str = "") -> Field:
    """A whole number."""
    return Field(name, FieldType.NUMBER, label, hint, group=group)


def day(name: str, label: str, hint: str = "", *, group: str = "", only: str = "") -> Field:
    """One day, known for certain."""
    return Field(name, FieldType.DATE, label, hint, group=group, only=only)


def known_date(name: str, label: str, hint: str = "", *, group: str = "") -> Field:
    """A date as precisely as it is known."""
    return Field(name, FieldType.KNOWN_DATE, label, hint, group=group)


def clock(name: str, label: str, hint: str = "") -> Field:
    """Hours and minutes."""
    return Field(name, FieldType.TIME, label, hint)


def link(name: str, label: str, *to: str, hint: str = "", group: str = "") -> Field:
    """One record of the kinds named."""
    return Field(name, FieldType.LINK, label, hint, to=to, group=group)


def links(name: str, label: str, *to: str, hint: str = "", group: str = "") -> Field:
    """Records of the kinds named, in order."""
    return Field(name, FieldType.LINKS, label, hint, to=to, group=group)


def lines(name: str, label: str, hint: str = "", *, group: str = "") -> Field:
    """A list of texts."""
    return Field(name, FieldType.LINES, label, hint, group=group)


def rows(name: str, label: str, *columns: Field, hint: str = "", group: str = "") -> Field:
    """A small table inside the record."""
    return Field(name, FieldType.ROWS, label, hint, columns=columns, group=group)


def asked(only: str, *fields: Field) -> tuple[Field, ...]:
    """These fields are asked only where the words in `only` hold of the review: "cps", "ho child", "cps live"."""
    return tuple(replace(field, only=only) for field in fields)


def asked_when(name: str, stored: tuple[str, ...], *fields: Field) -> tuple[Field, ...]:
    """These fields are asked only while the field `name` of the same record holds one of these words."""
    return tuple(replace(field, when=(name, *stored)) for field in fields)


def under(group: str, *fields: Field) -> tuple[Field, ...]:
    """These fields stand under a heading in the form."""
    return tuple(replace(field, group=group) for field in fields)


def process(*fields: Field) -> tuple[Field, ...]:
    """These fields belong to the process part: they stay open when the report part is signed."""
    return tuple(replace(field, sealed=False) for field in fields)


def private(*fields: Field) -> tuple[Field, ...]:
    """These fields never leave the review file in any print, export or hand-over."""
    return tuple(replace(field, sealed=False, private=True) for field in fields)


def kind(name: str, label: str, plural: str, stage: int, prefix: str, fields: Iterable[Field], **more: str) -> Kind:
    """A kind of which there can be many; `title`, `dated` and `only` as in Kind."""
    title, dated, only = (more.get(each, "") for each in ("title", "dated", "only"))
    return Kind(name, label, plural, stage, tuple(fields), prefix, title=title, dated=dated, only=only)


def single(name: str, label: str, stage: int, fields: Iterable[Field], *, only: str = "") -> Kind:
    """A kind of which there is exactly one record."""
    return Kind(name, label, label, stage, tuple(fields), single=True, only=only)
