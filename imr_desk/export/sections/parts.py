"""Small makers of parts that every section uses: tables, sentences with references in them, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from string import Formatter
from typing import TypeAlias

from imr_desk.export.report import Column, Figure, Heading, Part, Row, Run, Table, numbered, refer
from imr_desk.i18n import tr
from imr_desk.review.known_date import KnownDate, day_in_words, short_months
from imr_desk.review.record import Record

Parts: TypeAlias = tuple[Part, ...]
Columns: TypeAlias = Sequence[tuple[str, float]]


def table(
    caption: str, description: str, columns: Columns, rows: Iterable[Row], *, anchor: str = "", note: str = ""
) -> Parts:
    """A table, or nothing where it would have no row. `columns` are headings with their weights."""
    filled = tuple(rows)
    made = tuple(Column(heading, weight) for heading, weight in columns)
    return (Table(caption, description, made, filled, note, anchor),) if filled else ()


def introduced(sentence: str, parts: Parts) -> Parts:
    """A table with a numbered sentence before it, in which `{table}` refers to it; nothing where there is no table."""
    if not parts:
        return ()
    first = parts[0]
    anchor = first.anchor if isinstance(first, Table) else ""
    return (numbered(runs(sentence, table=refer(anchor, tr("the table below")))), *parts)


def pictured(about: Record, caption: str, anchor: str) -> Parts:
    """The picture that a record keeps, with its description; nothing where it keeps none (B15, B30)."""
    digest = about.text("picture_sha256")
    if not digest:
        return ()
    described = about.text("picture_description") or tr("[The description of the picture is still to be written]")
    return (Figure(caption, " ".join(described.split()), digest, anchor),)


def under(heading: str, parts: Iterable[Part], level: int = 2) -> Parts:
    """The parts under a heading, or nothing where there are none."""
    held = tuple(parts)
    return (Heading(heading, 3 if level == 3 else 2), *held) if held else ()


def runs(sentence: str, **named: Run | Sequence[Run] | str) -> tuple[Run, ...]:
    """A sentence with named places filled by words, runs or references."""
    return tuple(run for run in _runs(sentence, named) if run.text or run.target)


def _runs(sentence: str, named: dict[str, Run | Sequence[Run] | str]) -> Iterator[Run]:
    for words, name, _, _ in Formatter().parse(sentence):
        yield Run(words)
        if name is not None:
            value = named[name]
            if isinstance(value, str):
                yield Run(value)
            elif isinstance(value, Run):
                yield value
            else:
                yield from value


def none_or(text: str) -> str:
    """The text, or the word for none: a cell that says nothing makes a reader wonder."""
    return text or tr("None")


def not_known_or(text: str) -> str:
    """The text, or the words for what is not known."""
    return text or tr("Not known")


def yes_no(answer: bool | None) -> str:
    """The answer of a yes-or-no field in a word."""
    return tr("Not answered") if answer is None else tr("Yes") if answer else tr("No")


def day_words(day: date | None) -> str:
    """A day in running text: 22 June 2018; nothing where there is none."""
    return day_in_words(day) if day else ""


def day_cell(day: date | None) -> str:
    """A day that is a whole table cell: 22 Jun 2018; nothing where there is none."""
    return f"{day.day} {short_months()[day.month - 1]} {day.year}" if day else ""


def known_cell(known: KnownDate | None) -> str:
    """A date as known in a table cell; what is not one certain day stands in words."""
    if known is None:
        return ""
    return day_cell(known.earliest) if known.exact and not known.time else known.words or known.in_words()


def span(start: date | None, end: date | None) -> str:
    """A period in words; nothing where neither end is known."""
    if start and end:
        return tr("{start} to {end}").format(start=day_in_words(start), end=day_in_words(end))
    if start:
        return tr("from {start}").format(start=day_in_words(start))
    return tr("to {end}").format(end=day_in_words(end)) if end else ""


def joined(*texts: str, by: str = ", ") -> str:
    """The texts that say something, in one."""
    return by.join(text for text in texts if text)
