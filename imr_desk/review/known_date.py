"""A date as precisely as it is known: EDTF for the program, and the words as the author typed them.

The forms kept are those of EDTF (ISO 8601-2:2019) levels 0 and 1 with, from level 2, one of a set:

    2013-05-04   2013-05-04T16:15:00   2013-05   2013   2012-22 (summer)   XXXX (date unknown)
    each but the second with ? (not sure), ~ (about) or % (both)
    2013-05-04/2013-05-09   2013-05-04/..   ../2013-05-04   [2013,2014] (one or the other)
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache

from imr_desk.i18n import mark, tr

UNKNOWN = "XXXX"
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""EDTF's numbers for spring to winter, with the first and last month as they are counted in Britain."""

_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d):00)?)?)?([?~%]?)", re.ASCII)
Bounds = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, order=True)
class KnownDate:
    """A date as known. `edtf` decides order and print; `words` are what was typed and are shown again for editing."""

    edtf: str
    words: str = field(default="", repr=False)

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can have been; None where nothing is known, or nothing but the latest."""
        return bounds(self.edtf)[0]

    @property
    def latest(self) -> dt.date | None:
        """The last day it can have been; None where nothing is known, or nothing but the earliest."""
        return bounds(self.edtf)[1]

    @property
    def time(self) -> str:
        """The time of day as HH:MM, or nothing."""
        return self.edtf[11:16] if self.edtf[10:11] == "T" else ""

    @property
    def exact(self) -> bool:
        """Whether one day is known for certain."""
        return bool(self.time) or (len(self.edtf) == 10 and self.edtf[4:8:3] == "--")

    @property
    def unsure(self) -> bool:
        """Whether it is marked as about, or not sure."""
        return self.edtf[-1:] in "?~%" or any(mark in self.edtf for mark in "?~%[")

    @property
    def order(self) -> tuple[str, str]:
        """For sorting: earliest possible day, then time; undated entries come first so that they are seen."""
        if self.exact:  # as most are: no calendar is needed
            return self.edtf[:10], self.time
        first = self.earliest or (None if self.edtf == UNKNOWN else self.latest)
        return (first.isoformat() if first else "", self.time)

    def in_words(self) -> str:
        """The reading of it in words, for instance ‘about July 2013’ or ‘3 to 7 August 2013’."""
        return words_of(self.edtf)

    def as_cell(self) -> str:
        """For the chronology: 22/06/2018 where the day is known, ?22/06/2018 where it is not sure, else words as typed.

        What was assumed in order to sort an incomplete date is never printed.
        """
        if self.exact:
            day = dt.date.fromisoformat(self.edtf[:10])
            return day.strftime("%d/%m/%Y")
        if len(self.edtf) == 11 and self.edtf[-1] in "?~%":
            return "?" + dt.date.fromisoformat(self.edtf[:10]).strftime("%d/%m/%Y")
        return self.words or words_of(self.edtf)


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> Bounds:
    """First and last day of an EDTF string of the forms above; ValueError for any other string."""
    if edtf == UNKNOWN:
        return None, None
    if edtf.startswith("[") and edtf.endswith("]"):
        each = [bounds(part) for part in edtf[1:-1].split(",")]
        return min(first for first, _ in each if first), max(last for _, last in each if last)
    if "/" in edtf:
        start, end = edtf.split("/")
        return (
            None if start == ".." else bounds(start)[0],
            None if end == ".." else bounds(end)[1],
        )
    return _one_bounds(edtf)


def _one_bounds(edtf: str) -> tuple[dt.date, dt.date]:
    found = _ONE.fullmatch(edtf)
    if not found:
        raise ValueError(f"not a date in EDTF: {edtf!r}")
    year, month, day = (int(part) if part else 0 for part in found.groups()[:3])
    if day:
        known = dt.date(year, month, day)
        return known, known
    if month in SEASONS:
        first, last = SEASONS[month]
        return dt.date(year, first, 1), month_end(year + (last < first), last)
    if month:
        return dt.date(year, month, 1), month_end(year, month)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip


def month_name(number: int) -> str:
    """The name of a month in the reader's language; January is 1."""
    return tr(_MONTHS[number - 1])


def day_in_words(day: dt.date) -> str:
    """One day as it stands in running text: 3 May 2025."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def _one_in_words(edtf: str) -> str:
    found = _ONE.fullmatch(edtf)
    if not found:
        raise ValueError(f"not a date in EDTF: {edtf!r}")
    year, month, day = (int(part) if part else 0 for part in found.groups()[:3])
    if day:
        words = day_in_words(dt.date(year, month, day))
    elif month in SEASONS:
        season = {21: tr("spring"), 22: tr("summer"), 23: tr("autumn"), 24: tr("winter")}[month]
        words = f"{season} {year}"
    elif month:
        words = f"{month_name(month)} {year}"
    else:
        words = str(year)
    if found[4]:
        words = tr("{day}, {time}").format(day=words, time=f"{found[4]}:{found[5]}")
    shape = {"?": tr("{date}, not sure"), "~": tr("about {date}"), "%": tr("about {date}, not sure")}
    return shape.get(found[6], "{date}").format(date=words)


def words_of(edtf: str) -> str:
    """An EDTF string in words, British order; ValueError for a form that is not kept."""
    if edtf == UNKNOWN:
        return tr("date unknown")
    if edtf.startswith("["):
        return tr(" or ").join(_one_in_words(part) for part in edtf[1:-1].split(","))
    if "/" not in edtf:
        return _one_in_words(edtf)
    start, end = edtf.split("/")
    if start == "..":
        return tr("not later than {date}").format(date=_one_in_words(end))
    if end == "..":
        return tr("not before {date}").format(date=_one_in_words(start))
    return tr("between {start} and {end}").format(start=_one_in_words(start), end=_one_in_words(end))
