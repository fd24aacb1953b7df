"""A date as precisely as it is known: EDTF for the program, and the words as the author typed them.

The forms kept are those of EDTF (ISO 8601-2:2019) levels 0 and 1 with, from level 2, sets:

    2013-05-04   2013-05-04T16:15:00   2013-05   2013   199X   2012-22 (summer)   XXXX (date unknown)
    each of them with ? (not sure), ~ (about) or % (both)
    2013-05-04/2013-05-09   2013-05-04/..   ../2013-05-04
    2013-05-04T14:00:00/2013-05-04T15:00:00 (and to a time of another day)
    [2013,2014] (one or the other)   {2013-05-04,2013-05-09} (both)

EDTF knows no time in a range and no sign after a time; `standard` is the same date without what EDTF cannot say.
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

_ONE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]|24(?=:00:00)):([0-5]\d):([0-5]\d))?)?)?([?~%]?)", re.ASCII
)
_DECADE = re.compile(r"(\d{3})X([?~%]?)", re.ASCII)
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
        """The time of day as HH:MM, the earliest of a range; or nothing."""
        return self.edtf[11:16] if self.edtf[10:11] == "T" else ""

    @property
    def end_time(self) -> str:
        """Where a range of times on one day ends, as HH:MM; or nothing."""
        start, slash, end = self.edtf.partition("/")
        return end[11:16] if slash and start[10:11] == "T" and start[:10] == end[:10] else ""

    @property
    def exact(self) -> bool:
        """Whether one day is known for certain."""
        if self.edtf[4:8:3] != "--":
            return False
        return len(self.edtf) == 10 or (self.edtf[10] == "T" and ("/" not in self.edtf or bool(self.end_time)))

    @property
    def one_unsure_day(self) -> bool:
        """Whether it is one day that is not certain."""
        return len(self.edtf) == 11 and self.edtf[4:8:3] == "--" and self.edtf[-1] in "?~%"

    @property
    def unsure(self) -> bool:
        """Whether it is marked as about, or not sure."""
        return self.edtf[-1:] in "?~%" or any(mark in self.edtf for mark in "?~%[")

    @property
    def order(self) -> tuple[str, str]:
        """For sorting: earliest possible day, then time; undated entries come first so that they are seen."""
        return order_of_date(self.edtf)

    @property
    def date_edtf(self) -> str:
        """EDTF of the date without its time; nothing where the date is not known."""
        if self.edtf == UNKNOWN:
            return ""
        begin, slash, finish = (_without_time(part) for part in self.edtf.partition("/"))
        return begin if begin == finish else f"{begin}{slash}{finish}"

    @property
    def standard(self) -> str:
        """What is kept, as EDTF that any other program reads: no time in a range, no sign after a time or a season."""
        if self.edtf[10:11] != "T":
            return self._months() if len(self.edtf) == 8 and self.edtf[5] == "2" else self.edtf
        return self.edtf[:19] if "/" not in self.edtf else self.date_edtf

    def _months(self) -> str:
        """A season with a sign as the months it has."""
        first, last = bounds(self.edtf)
        return f"{first:%Y-%m}{self.edtf[-1]}/{last:%Y-%m}{self.edtf[-1]}"

    def time_cell(self) -> str:
        """For a column of times: 16:15, 14:00 to 15:00, ?16:15 where it is not certain; nothing for a whole day."""
        if not self.time or not self.exact:
            return ""
        start, end = self.time, self.end_time
        doubt = "?" if self.edtf[-1] in "?~%" else ""
        if not end:
            return f"{doubt}{start}"
        if (start, end) in (("00:00", end), (start, "24:00")):
            return tr("until {time}").format(time=end) if start == "00:00" else tr("from {time}").format(time=start)
        return doubt + tr("{start} to {end}").format(start=start, end=end)

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
        if self.one_unsure_day:
            return "?" + dt.date.fromisoformat(self.edtf[:10]).strftime("%d/%m/%Y")
        return self.words or words_of(self.edtf)


def order_of_date(edtf: str) -> tuple[str, str]:
    """As `KnownDate.order`, without a KnownDate: a long chronology is put in order by it when it is opened."""
    if edtf[4:8:3] == "--":  # as most are: no calendar is needed
        if len(edtf) == 10:
            return edtf, ""
        if len(edtf) == 19 and edtf[10] == "T":
            return edtf[:10], edtf[11:]
    first, last = bounds(edtf)
    day = first or (None if edtf == UNKNOWN else last)
    return (day.isoformat() if day else "", edtf[11:19] if edtf[10:11] == "T" else "")


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> Bounds:
    """First and last day of an EDTF string of the forms above; ValueError for any other string."""
    if edtf == UNKNOWN:
        return None, None
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        each = [bounds(part) for part in edtf[1:-1].split(",")]
        return min(first for first, _ in each if first), max(last for _, last in each if last)
    if "/" in edtf:
        start, end = edtf.split("/")
        return (
            None if start == ".." else bounds(start)[0],
            None if end == ".." else bounds(end)[1],
        )
    return _one_bounds(edtf)


def _without_time(part: str) -> str:
    """A sign after a time is of the time."""
    return part[:10] if part[10:11] == "T" else part


def _one_bounds(edtf: str) -> tuple[dt.date, dt.date]:
    if decade := _DECADE.fullmatch(edtf):
        return dt.date(int(f"{decade[1]}0"), 1, 1), dt.date(int(f"{decade[1]}9"), 12, 31)
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


def short_months() -> tuple[str, ...]:
    """The months as they stand in cells."""
    return (
        tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"), tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"),
        tr("Nov"), tr("Dec"),
    )  # fmt: skip


def day_in_words(day: dt.date) -> str:
    """One day as it stands in running text: 3 May 2025."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def _one_in_words(edtf: str) -> str:
    if decade := _DECADE.fullmatch(edtf):
        return _signed(tr("the {year}s").format(year=f"{decade[1]}0"), decade[2])
    found = _ONE.fullmatch(edtf)
    if not found:
        raise ValueError(f"not a date in EDTF: {edtf!r}")
    year, month, day = (int(part) if part else 0 for part in found.groups()[:3])
    if found[4]:
        seconds = "" if found[6] == "00" else f":{found[6]}"
        time = _signed(f"{found[4]}:{found[5]}{seconds}", found[7])
        return tr("{day}, {time}").format(day=day_in_words(dt.date(year, month, day)), time=time)
    if day:
        words = day_in_words(dt.date(year, month, day))
    elif month in SEASONS:
        season = {21: tr("spring"), 22: tr("summer"), 23: tr("autumn"), 24: tr("winter")}[month]
        words = f"{season} {year}"
    elif month:
        words = f"{month_name(month)} {year}"
    else:
        words = str(year)
    return _signed(words, found[7])


def _signed(words: str, sign: str) -> str:
    shape = {"?": tr("{date}, not sure"), "~": tr("about {date}"), "%": tr("about {date}, not sure")}
    return shape.get(sign, "{date}").format(date=words)


def words_of(edtf: str) -> str:
    """An EDTF string in words, British order; ValueError for a form that is not kept."""
    if edtf == UNKNOWN:
        return tr("date unknown")
    if edtf[:1] in "[{":
        return (tr(" or ") if edtf[0] == "[" else tr(" and ")).join(
            _one_in_words(part) for part in edtf[1:-1].split(",")
        )
    if "/" not in edtf:
        return _one_in_words(edtf)
    start, end = edtf.split("/")
    if start == "..":
        return tr("not later than {date}").format(date=_one_in_words(end))
    if end == "..":
        return tr("not before {date}").format(date=_one_in_words(start))
    if start[10:11] == "T" and start[:10] == end[:10]:
        return _times_in_words(start, end)
    return tr("between {start} and {end}").format(start=_one_in_words(start), end=_one_in_words(end))


def _times_in_words(start: str, end: str) -> str:
    """A range of times on one day."""
    first, last, sign = start[11:16], end[11:16], end[19:]
    if first == "00:00":
        words = tr("not later than {date}").format(date=last)
    elif last == "24:00":
        words = tr("not before {date}").format(date=first)
    else:
        words = tr("between {start} and {end}").format(start=first, end=last)
    return tr("{day}, {time}").format(day=_one_in_words(start[:10]), time=_signed(words, sign))
