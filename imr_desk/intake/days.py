"""Dates and times of day in cells. Words are read by `imr_desk.review.dates`, day first, and never turned round.

What is added here is what only a table needs: real dates and serial numbers of a spreadsheet, a year that stands in a
heading, ditto marks, remarks in brackets beside a date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.intake.grid import cell_words
from imr_desk.intake.time_among_words import time_among
from imr_desk.review.dates import WEIGHTY, Reading, read_date
from imr_desk.review.known_date import UNKNOWN, KnownDate
from imr_desk.review.time_of_day import read_clock

FIRST_SERIAL, LAST_SERIAL = 18_264, 73_050
"""Serial numbers of 1950 and 2099: a number between them, in a column of dates, is a day."""
_EPOCH, _OLD_EPOCH = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_BASIC = re.compile(r"((?:19|20)\d\d)(0\d|1[0-2])([0-3]\d)(?:[T ]?([0-2]\d):?([0-5]\d)(?::?[0-5]\d)?)?")
_SECONDS = re.compile(r"(\b\d{1,2}:\d\d):\d\d(?:[.,]\d+)?\b")
_NO_CLOCK = re.compile(r"(.*\d)[T ]+(?:00:00:00|12:00:00 ?AM)(?:[.,]0+)?Z?", re.IGNORECASE)
"""Midnight to the second is how systems write that no time was kept."""
_WHOLE_DAY = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d\d)|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\s+\d{4}")
_THEN_WORDS = re.compile(
    rf"({_WHOLE_DAY.pattern})(?:[\s,;@]+(?:at\s+)?((?:[01]?\d|2[0-3])[:.][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d\s*(?:hrs?|hours)))?"
    r"[\s,;:\-–—]+([^\W\d].*)",
    re.DOTALL,
)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_REMARK = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_WEEKDAY_AFTER = re.compile(
    r"[\s,(]+(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[).]?", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:dates?|on|dated|dob)\s*[:\-]\s*", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NO_YEAR = re.compile(
    rf"(?<!\d)\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}(?!\s*[/.\-]?\d)|\b{_MONTH}(?!\s*,?\s*[’']?\d)", re.IGNORECASE
)
_HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})$")
_NO_YEAR_AFTER = r"(?!\s*,?\s*[’']?\d\d(?:\d\d)?(?![.:\d]|\s*(?:hrs?|hours|am|pm|a\.m|p\.m)))"
"""What follows a date without its year may be a time, and is else taken for the year."""
_DAY_AND_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}{_NO_YEAR_AFTER}", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![.:/\d]|\s*(?:hrs?|am|pm)){_NO_YEAR_AFTER}", re.IGNORECASE
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})\s*/\s*(\d{1,2})(?!\d|\s*/\s*\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_DAY_ALONE = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_DAYS_ALONE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—/&]|to|and)\s*\d{1,2}(?:st|nd|rd|th)?|early|mid|late|end(?: of)?|start(?: of)?",
    re.IGNORECASE,
)
"""What stands under a month: ‘1st – 3rd’, ‘late’."""
_MONTH_AT = re.compile(_MONTH, re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_TIME = frozenset(
    (
        "",
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "n/k",
        "nk",
        "not known",
        "unknown",
        "time unknown",
        "?",
        "none",
        "not recorded",
        "n/r",
        "nr",
        "not stated",
        "unk",
        "tbc",
        "time not known",
        "time not recorded",
    )
)
_DAY_ZERO = re.compile(r"(?:1899-12-3[01]|3[01]/12/1899|1900-01-0[01]|0[01]/01/1900)[T ]+(?=\d)", re.IGNORECASE)
"""The day that databases write before a time which has none."""
_PLAIN_TIME = re.compile(r"([01]?\d|2[0-3])[:.;h]?([0-5]\d)(?:[:.]\d\d)?\s*(?:hrs?|hours|h)?\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A date as it was read: EDTF without a time, the time, and the words of the cell.

    `kept` is all that was understood, as `KnownDate` keeps it; "" where nothing was, and then `fault` says why.
    `notes` are what somebody should look at all the same. `full` are the words with a year that stands elsewhere.
    """

    edtf: str = ""
    time: str = ""
    words: str = ""
    fault: str = ""
    full: str = ""
    kept: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """A year that stands over rows, or beside them, perhaps with a month.

    `second` is the other year of ‘2012/13’, which begins with the month `begins`: 9 for a school year, 4 for a
    financial one, 0 where that is not said.
    """

    year: int
    month: int = 0
    second: int = 0
    begins: int = 0

    def year_for(self, month: int) -> int:
        """The year of a month; 0 where it could be either."""
        if not self.second or not month:
            return self.year
        if self.begins or month >= 9 or month <= 3:
            return self.year if month >= (self.begins or 9) else self.second
        return 0


def read_day(cell: object, *, old_days: bool = False) -> Day:
    """The date in a cell of any type; a `fault` where it cannot be read."""
    if isinstance(cell, dt.datetime):
        return _of_moment(cell)
    if isinstance(cell, dt.date):
        return Day(cell.isoformat(), "", cell_words(cell), full=cell_words(cell), kept=cell.isoformat())
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _of_words(f"{cell:.0f}") if _written_out(cell) else _of_number(float(cell), old_days)
    words = cell_words(cell) if isinstance(cell, str | bool | dt.time | dt.timedelta) else ""
    if is_serial(words):
        return replace(_of_number(float(words), old_days), words=words)
    return _of_words(words)


def _written_out(number: float) -> bool:
    """Whether a number is the figures of year, month and day: 20140301."""
    return 19_000_101 <= number <= 20_991_231 and number == int(number)


def is_serial(cell: object) -> bool:
    """Whether text is a number by which a spreadsheet counts days; a list that was saved from one may hold them."""
    return isinstance(cell, str) and bool(_SERIAL.fullmatch(cell)) and FIRST_SERIAL <= float(cell) <= LAST_SERIAL


def read_day_in(cell: object, span: Span, *, old_days: bool = False) -> Day:
    """As `read_day`; a date without its year, or a day without its month, takes what is missing from `span`."""
    plain = read_day(cell, old_days=old_days)
    words = plain.words
    if plain.kept and not (isinstance(cell, float | int) and float(cell) <= 31):
        return plain
    completed = _completed(words, span)
    if not completed:
        return plain
    found = _of_words(completed)
    return replace(found, words=words, full=completed) if found.kept else plain


def lacks_year(words: str) -> bool:
    """Whether these words are a date of which only the year is missing."""
    return (
        bool(words)
        and not _HAS_YEAR.search(words)
        and len(words) <= 40
        and not re.search(r"\d([/.\-])\d{1,2}\1\d", words)
        and any(way.search(words) for way in (_NO_YEAR, _SLASHED, _DAY_AND_MONTH, _MONTH_AND_DAY))
    )


def _completed(words: str, span: Span) -> str:
    if span.month and (_DAY_ALONE.fullmatch(words) or _DAYS_ALONE.fullmatch(words)):
        return f"{words} {_MONTHS[span.month - 1].title()} {span.year_for(span.month)}"
    if not lacks_year(words):
        return ""
    if _SLASHED.search(words):
        return _SLASHED.sub(lambda each: f"{each[0]}/{span.year_for(int(each[2]))}", words)
    for way in (_DAY_AND_MONTH, _MONTH_AND_DAY):
        if way.search(words):
            return way.sub(lambda each: f"{each[0]} {span.year_for(_month_in(each[0]))}", words)
    numeric = _NUMERIC.search(words.rstrip("."))
    if numeric:
        return f"{words.rstrip('.')}/{span.year_for(int(numeric[2]))}"
    named = [found for found in _MONTH_AT.finditer(words)]
    if not named:
        return ""
    last = named[-1]
    year = span.year_for(_month_in(last[0]))
    return f"{words[: last.end()]} {year}{words[last.end() :]}".strip()


def _month_in(words: str) -> int:
    """The number of the month that is named."""
    found = _MONTH_AT.search(words)
    return _MONTHS.index(found[0][:3].casefold()) + 1 if found else 0


def of_edtf(edtf: str, words: str) -> Day | None:
    """A date that stands there in EDTF, beside its words; None where that is no EDTF that is kept here."""
    try:
        known = KnownDate(edtf)
        date = known.date_edtf if edtf and known.in_words() else ""
    except ValueError:
        return None
    return Day(date, known.time, words, full=words or edtf, kept=edtf) if date else None


def looks_like_day(cell: object) -> bool:
    """Whether a cell holds a date, perhaps without its year."""
    if isinstance(cell, dt.date):
        return True
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return FIRST_SERIAL <= cell <= LAST_SERIAL or (_written_out(cell) and bool(_of_words(f"{cell:.0f}").kept))
    if not isinstance(cell, str) or len(cell) > 80 or not any(sign.isdecimal() for sign in cell):
        return False
    words = cell.strip()
    found = _of_words(words)
    if found.edtf and found.edtf != UNKNOWN:
        return not words.isdecimal() or (len(words) in (4, 8) and words.startswith(("19", "20")))
    return bool(re.search(r"\d[/.\-]\d+[/.\-]\d", words)) or _is_day_without_year(words)


def _is_day_without_year(words: str) -> bool:
    """Whether these words are a date as soon as a year is added; the leap year takes every day there is."""
    completed = _completed(words, Span(2000)) if _starts_as_date(words) else ""
    return bool(completed) and bool(_of_words(completed).kept)


def _starts_as_date(words: str) -> bool:
    """Whether a month is named, or two numbers stand with a stroke: a time or a sum alone is no date."""
    return bool(_MONTH_AT.search(words) or _SLASHED.search(words))


def is_day_of_month(cell: object) -> bool:
    """Whether a cell is only a day, ‘4th’ or ‘Wed 9’, as it stands under a month."""
    if isinstance(cell, float | int):
        return 1 <= cell <= 31 and cell == int(cell)
    return isinstance(cell, str) and bool(_DAY_ALONE.fullmatch(cell.strip()))


def is_dotted_day(cell: object) -> bool:
    """Whether a cell is a day and a month between dots, ‘12.9.’, which under another heading could be a number."""
    found = _DOTTED.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return found is not None and 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12


def looks_like_time(cell: object) -> bool:
    """Whether a cell holds a time of day and nothing else."""
    if isinstance(cell, dt.time):
        return True
    return isinstance(cell, str) and ":" in cell and bool(_PLAIN_TIME.fullmatch(cell.strip()))


def _of_moment(moment: dt.datetime) -> Day:
    rounded = (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    words = cell_words(rounded)
    if rounded.time() == dt.time():
        return Day(rounded.date().isoformat(), "", words, full=words, kept=rounded.date().isoformat())
    return Day(rounded.date().isoformat(), f"{rounded:%H:%M}", words, full=words, kept=rounded.isoformat())


def _of_number(number: float, old_days: bool) -> Day:
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        epoch = _OLD_EPOCH if old_days else _EPOCH
        moment = dt.datetime.combine(epoch, dt.time()) + dt.timedelta(days=number)
        return _of_moment(moment)
    return _of_words(cell_words(number))


@lru_cache(maxsize=65_536)
def _of_words(words: str) -> Day:
    """Words as a date: as they are, then without what may stand beside a date."""
    fault = ""
    for plain in _ways(words):
        try:
            return _as_read(read_date(plain), words)
        except BadDateError as error:
            fault = fault or error.sentence
    if before := _before_words(words):
        try:
            reading = read_date(before)
        except BadDateError:
            return Day(words=words, fault=fault, full=words)
        kept = tr("Words beside the date are kept with it and not read.")
        return _as_read(replace(reading, notes=(*reading.notes, kept)), words)
    return Day(words=words, fault=fault, full=words)


def _as_read(reading: Reading, words: str) -> Day:
    known = reading.known
    date = KnownDate(known.standard).date_edtf or known.edtf
    return Day(date, known.time, words, full=words, kept=known.edtf, notes=reading.notes)


def _before_words(words: str) -> str:
    """The day, with its time, that stands before words of another kind (‘Ref 12’, ‘Log 1182’); "" where none does."""
    found = _THEN_WORDS.fullmatch(words)
    if found is None or _MONTH_AT.search(found[3]) or WEIGHTY.search(found[3].casefold()):
        return ""
    return "" if re.search(r"\d\s*[/.\-]\s*\d", found[3]) else f"{found[1]} {found[2] or ''}".strip()


def _ways(words: str) -> list[str]:
    """The words as they stand, then shorter ways to read the same."""
    ways = [words]
    if stamp := _STAMP.fullmatch(words):
        ways.insert(0, f"{stamp[1]} {stamp[2]}:{stamp[3]}")
    if basic := _BASIC.fullmatch(words):
        time = f" {basic[4]}:{basic[5]}" if basic[4] else ""
        ways.insert(0, f"{basic[3]}/{basic[2]}/{basic[1]}{time}")
    lines = [line for line in words.split("\n") if line.strip()]
    if len(lines) > 1 and all(_WHOLE_DAY.fullmatch(line.strip()) for line in lines):
        ways.insert(0, " and ".join(lines))
    if midnight := _NO_CLOCK.fullmatch(words):
        ways.insert(0, midnight[1])
    shorter = _SECONDS.sub(r"\1", _LABEL.sub("", words))
    ways.append(shorter)
    without = " ".join(_REMARK.sub(" ", shorter).split())
    ways.append(without)
    ways.append(_WEEKDAY_AFTER.sub(" ", without).strip(" ,-–"))
    return list(dict.fromkeys(way for way in ways if way)) or [words]


@dataclass(frozen=True)
class TimeRead:
    """A time of day as HH:MM ("" where there is none), and whether all that the cell says is in it.

    `sign` is that of EDTF for about and not sure.
    """

    time: str
    whole: bool
    readable: bool = True
    sign: str = ""


def read_time(cell: object) -> TimeRead:
    """The time of day in a cell of any type; of two times the first."""
    if isinstance(cell, dt.datetime):
        return TimeRead(_of_moment(cell).time, whole=True)
    if isinstance(cell, dt.time):
        return TimeRead(cell_words(cell)[:5], whole=True)
    if isinstance(cell, dt.timedelta):
        words = cell_words(cell)
        return TimeRead(words[:5], whole=True) if words < "24" else TimeRead("", whole=False, readable=False)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _time_of_number(float(cell))
    return _time_of_words(cell_words(cell) if isinstance(cell, str | bool) else "")


def _time_of_number(number: float) -> TimeRead:
    if 0 <= number < 1:
        minutes = round(number * 1440)
        return TimeRead(f"{minutes // 60 % 24:02d}:{minutes % 60:02d}", whole=True)
    if not 0 <= number < 10_000:
        return TimeRead("", whole=False, readable=False)
    if number == int(number):
        return _time_of_words(f"{int(number):04d}") if number >= 100 else TimeRead("", whole=False, readable=False)
    return _time_of_words(f"{number:.2f}".replace(".", ":"))


@lru_cache(maxsize=16_384)
def _time_of_words(words: str) -> TimeRead:
    plain = _DAY_ZERO.sub("", " ".join(words.split()))
    if plain.casefold() in _NO_TIME:
        return TimeRead("", whole=True)
    exact = _PLAIN_TIME.fullmatch(plain)
    if exact and len(plain) >= 3:
        return TimeRead(f"{int(exact[1]):02d}:{exact[2]}", whole=True)
    try:
        clock = read_clock(plain)
    except BadDateError:
        clock = None
    if clock is None or not clock.start:
        among, sign = time_among(plain)
        inner = _time_of_words(among) if among else TimeRead("", whole=False, readable=False)
        return replace(inner, whole=False, sign=sign)
    return TimeRead(clock.start[:5], clock.point and not clock.sign, sign=clock.sign if clock.point else "")
