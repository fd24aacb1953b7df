"""Reading dates as people write them. Day first, always; an impossible date is an error and is never turned round.

`read_date` gives what was understood and what should be pointed out; `parse_known` the date alone. The forms read are
listed in `tests/review/test_dates.py`, one by one (R-072; `domain` rule: type dates as on the record).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.known_date import UNKNOWN, KnownDate, bounds, day_in_words, month_end, month_name
from imr_desk.review.text import shortened
from imr_desk.review.time_of_day import split_time

__all__ = ["KnownDate", "Reading", "day_in_words", "parse_day", "parse_known", "read_date"]

_MONTHS = {
    name: at
    for at, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=\d)")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_UNKNOWN = frozenset({"unknown", "date unknown", "not known", "undated", "date not known", "no date", "n/k", "nk", "?"})
_ABOUT = re.compile(r"^(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|~)\s*")
_UNSURE = re.compile(r"^(?:\?|possibly|probably|perhaps|maybe)\s*|\s*\?$")
_PART = re.compile(r"^(?:in\s+|the\s+|on\s+)*(early|start of|beginning of|mid|middle of|late|end of)[\s-]+")
LONGEST = 200
"""Characters of a date, its marks and words included; a pasted page is told so at once."""
_THIRD = {"early": 0, "start of": 0, "beginning of": 0, "mid": 1, "middle of": 1, "late": 2, "end of": 2}


@dataclass(frozen=True)
class Reading:
    """What was understood, and what should be pointed out to the author beside it."""

    known: KnownDate
    notes: tuple[str, ...] = ()


def parse_known(text: str) -> KnownDate:
    """The date as known; BadDateError with a plain sentence where it cannot be one."""
    return read_date(text).known


def parse_day(text: str) -> dt.date:
    """One certain day; BadDateError for a date that is less than that."""
    known = parse_known(text)
    if not known.exact or known.earliest is None:
        raise BadDateError(tr("A whole date is needed here: day, month and year."))
    return known.earliest


def read_date(text: str) -> Reading:
    """Read one date in any of the ways people write it."""
    words = " ".join(text.split())
    if len(words) > LONGEST:
        raise BadDateError(tr("A date is not as long as this: ‘{words}’.").format(words=shortened(words)))
    plain = words.casefold().replace("–", "-").replace("—", "-").strip(" .,")
    plain = re.sub(r"\d", lambda digit: str(int(digit[0])), plain)  # a figure in another script is that figure
    if not plain:
        raise BadDateError(tr("There is no date here. Where it is not known, write ‘date unknown’."))
    if plain in _UNKNOWN:
        return Reading(KnownDate(UNKNOWN, words))
    plain, time = split_time(plain)
    plain, note = _weekday(plain)
    edtf = _countable(plain)
    if time:
        if len(edtf) != 10:
            raise BadDateError(tr("A time can stand only with one certain day."))
        edtf = f"{edtf}T{time}:00"
    notes = (note(dt.date.fromisoformat(edtf[:10])),) if note and len(edtf) >= 10 and "/" not in edtf else ()
    return Reading(KnownDate(edtf, words), tuple(n for n in notes if n))


def _weekday(plain: str) -> tuple[str, Callable[[dt.date], str] | None]:
    found = _WEEKDAY.match(plain)
    if not found:
        return plain, None
    said = _WEEKDAYS.index(found[1])

    def note(day: dt.date) -> str:
        if day.weekday() == said:
            return ""
        names = (
            tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
        )  # fmt: skip
        return tr("{date} was a {really}, not a {said}.").format(
            date=day_in_words(day), really=names[day.weekday()], said=names[said]
        )

    return plain[found.end() :], note


def _countable(plain: str) -> str:
    """EDTF of a date within the calendar that can be counted with."""
    try:
        edtf = _whole(plain)
        days = [day for day in bounds(edtf) if day]
    except (ValueError, OverflowError) as error:
        raise BadDateError(tr("The years that can be used here are 1000 to 9999.")) from error
    if any(day.year < 1000 for day in days):
        raise BadDateError(tr("The years that can be used here are 1000 to 9999."))
    return edtf


def _whole(plain: str) -> str:
    """EDTF of anything but a time: alternatives, ranges, before and after, then one qualified date."""
    if " or " in plain:
        return "[" + ",".join(_qualified(part.strip()) for part in plain.split(" or ")) + "]"
    for pattern in (
        r"between (.+) and (.+)",
        r"from (.+) to (.+)",
        r"(.+?) to (.+)",
        r"(.+?)\s+-\s+(.+)",
        r"(\S+\d{4})-(\d\S+)",
    ):
        found = re.fullmatch(pattern, plain)
        if found:
            return _interval(found[1].strip(), found[2].strip())
    found = re.fullmatch(r"(before|after|by|until|since|not later than|not before)\s+(.+)", plain)
    if found:
        return _open_interval(found[1], found[2])
    same = re.fullmatch(r"(\d{1,2})\s*-\s*(\d{1,2})([/. ].+)", plain)
    if same:
        return _interval(same[1] + same[3], same[2] + same[3])
    return _qualified(plain)


def _interval(start: str, end: str) -> str:
    begin = _qualified(_completed(start, end))
    finish = _qualified(end) if end != ".." else ".."
    first = KnownDate(begin.split("/")[0]).earliest
    last = KnownDate(finish.split("/")[-1]).latest if finish != ".." else None
    if first and last and last < first:
        raise BadDateError(tr("The end comes before the beginning. Check both dates."))
    return f"{begin.split('/')[0]}/{finish.split('/')[-1]}"


def _completed(start: str, end: str) -> str:
    """‘3’ before ‘7 August 2013’ is 3 August 2013; ‘3 August’ before it is in 2013."""
    found = re.fullmatch(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}\s+)?(?P<year>\d{{4}})", end)
    if not found:
        return start
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", start) and found["month"]:
        return f"{start} {found['month']} {found['year']}"
    return start if re.search(r"\d{4}|\d[/.]\d", start) else f"{start} {found['year']}"


def _open_interval(word: str, rest: str) -> str:
    known = KnownDate(_qualified(rest))
    first, last = known.earliest, known.latest
    if first is None or last is None:
        raise BadDateError(tr("‘{words}’ is not a date that can be read.").format(words=rest))
    one = dt.timedelta(days=1)
    if word == "before":
        return f"../{(first - one).isoformat()}"
    if word in ("by", "until", "not later than"):
        return f"../{last.isoformat()}"
    return f"{((last + one) if word == 'after' else first).isoformat()}/.."


def _qualified(plain: str) -> str:
    """One date with its marks for ‘about’ and ‘not sure’, or a part of a month or year."""
    about = unsure = False
    while True:
        shorter = _ABOUT.sub("", plain, count=1)
        about, plain = about or shorter != plain, shorter
        surer = _UNSURE.sub("", plain, count=1)
        unsure, plain = unsure or surer != plain, surer
        if shorter == plain == surer and not (_ABOUT.match(plain) or _UNSURE.search(plain)):
            break
    sign = "%" if about and unsure else "~" if about else "?" if unsure else ""
    part = _PART.match(plain)
    if part:
        start, end = _third(_simple(plain[part.end() :]), _THIRD[part[1]])
        return f"{start}~/{end}~"
    return _simple(re.sub(r"^(?:(?:in|on|the)\s+)+", "", plain)) + sign


def _third(edtf: str, which: int) -> tuple[str, str]:
    """First, middle or last third of a month (days 1-10, 11-20, 21 on) or year (four months each)."""
    if re.fullmatch(r"\d{4}", edtf):
        year = int(edtf)
        return f"{year}-{1 + 4 * which:02d}-01", month_end(year, 4 + 4 * which).isoformat()
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", edtf):
        end = month_end(int(edtf[:4]), int(edtf[5:])).day
        return f"{edtf}-{1 + 10 * which:02d}", f"{edtf}-{(10, 20, end)[which]:02d}"
    raise BadDateError(tr("‘Early’, ‘mid’ and ‘late’ go with a month or a year."))


def _simple(plain: str) -> str:
    """One date without marks."""
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})", plain):
        return _checked(_year(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]*{_MONTH}[\s,\-]*(?P<year>\d{{4}}|\d{{2}})", plain
    ):
        return _checked(_year(found["year"]), _month(found["month"]), int(found["day"]))
    if found := re.fullmatch(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", plain):
        return _checked(int(found["year"]), _month(found["month"]), int(found["day"]))
    if found := re.fullmatch(rf"{_MONTH}[\s,\-]*(?:of\s+)?(?P<year>\d{{4}})", plain):
        return f"{int(found['year']):04d}-{_month(found['month']):02d}"
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{4})|(\d{4})-(\d\d)", plain):
        return _checked(int(found[2] or found[3]), int(found[1] or found[4]), None)
    if found := re.fullmatch(r"(spring|summer|autumn|winter)\s+(?:of\s+)?(\d{4})", plain):
        return f"{found[2]}-{_SEASONS[found[1]]}"
    if re.fullmatch(r"\d{4}", plain) and int(plain) >= 1000:
        return plain
    raise _unreadable(plain)


def _unreadable(plain: str) -> BadDateError:
    """Why this is not a date, as exactly as can be told."""
    if not plain:
        return BadDateError(tr("There is no date here. Where it is not known, write ‘date unknown’."))
    if re.fullmatch(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}", plain):
        return BadDateError(tr("The year is missing. Add it, or write ‘date unknown’."))
    return BadDateError(
        tr("‘{words}’ is not a date that can be read. Day first, for instance 4 May 2013.").format(words=plain)
    )


def _month(name: str) -> int:
    return _MONTHS[name[:3]]


def _year(digits: str) -> int:
    """Two digits mean 1950 to 2049."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _checked(year: int, month: int, day: int | None) -> str:
    """ISO form of a day (None: of the whole month) that exists; else an error, with a suggestion, never a swap."""
    if not 1 <= month <= 12:
        if day and day <= 12 < month <= 31:
            raise BadDateError(
                tr("There is no month {month}. The day comes first: did you mean {suggestion}?").format(
                    month=month, suggestion=f"{month:02d}/{day:02d}/{year}"
                )
            )
        raise BadDateError(tr("There is no month {month}. Check the date.").format(month=month))
    if year < 1000:
        raise BadDateError(tr("The year needs four figures, or the last two."))
    if day is None:
        return f"{year:04d}-{month:02d}"
    last = month_end(year, month).day
    if not 1 <= day <= last:
        raise BadDateError(
            tr("{month} {year} has {days} days. Check the day.").format(month=month_name(month), year=year, days=last)
        )
    return f"{year:04d}-{month:02d}-{day:02d}"
