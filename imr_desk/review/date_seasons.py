"""Parts of months, years and decades, weeks, quarters, terms and feasts, as people name them.

What is taken for each stands beside it; it serves for sorting, and is never printed (R-072).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from imr_desk.i18n import tr
from imr_desk.review.date_one import One, read_one, year_of
from imr_desk.review.known_date import bounds, day_in_words, month_end

_EARLY, _MID, _LATE = 0, 1, 2
_WHICH = {
    "start": _EARLY, "beginning": _EARLY, "end": _LATE,
    "early": _EARLY, "start of": _EARLY, "beginning of": _EARLY, "early part of": _EARLY, "first part of": _EARLY,
    "mid": _MID, "middle of": _MID, "middle part of": _MID,
    "late": _LATE, "end of": _LATE, "latter part of": _LATE, "later part of": _LATE, "towards the end of": _LATE,
    "back end of": _LATE, "close of": _LATE,
}  # fmt: skip
_PART = re.compile(
    r"(?:(?:in|on|at|the|from|around)\s+)*"
    r"(?P<which>towards the end of|back end of|(?:early|first|middle|latter|later) part of|early|start(?: of)?|"
    r"beginning(?: of)?|mid|middle of|late|end(?: of)?|close of)"
    r"(?:[\s\-]*(?:\bto\b|/|-|\bor\b)[\s\-]*(?P<to>mid|late))?[\s\-]+"
    r"(?:in\s+)?(?:the\s+)?(?:month of\s+|year\s+)?(?P<rest>.+)"
)
_WEEK = re.compile(
    r"(?:the\s+)?(?:(?P<from>(?:(?:week|wk)\.?\s+(?:commencing|comm?\.?|cmg|beginning|beg\.?|starting|start|of|from)|w\s?[/.]?\s?[cb]\.?(?=[\s:\d])))|"
    r"(?P<to>(?:(?:week|wk)\.?\s+end(?:ing|ed)|w\s?/?\s?e\.?(?=[\s:\d])))|(?P<end>(?:the\s+)?week-?\s?end\s+(?:of|commencing)))"
    r"\s*:?\s*(?:the\s+)?(?P<rest>.+)"
)
_NTH_WEEK = re.compile(r"(?:the\s+)?(?P<n>[1-5](?:st|nd|rd|th)|last|final)\s+week\s+(?:of|in)\s+(?P<rest>.+)")
_HALF = re.compile(r"(?:the\s+)?(?P<n>1st|2nd|last|latter)\s+half\s+(?:of|in)\s+(?P<rest>.+)")
_QUARTER = re.compile(
    r"(?:the\s+)?(?:(?P<n>[1-4](?:st|nd|rd|th)|last)\s+quarter|q(?P<q>[1-4]))(?:\s+(?:of|in))?[\s,/\-]+(?P<y>\d{4})|"
    r"(?P<y2>\d{4})[\s,/\-]*q(?P<q2>[1-4])"
)
_RUNS = re.compile(
    r"(?:the\s+)?(?P<kind>financial|fiscal|tax|f\s?/?\s?y|academic|school|calendar)(?:\s+year)?[\s:]*"
    r"(?P<a>\d{4}|\d{2})\s*[/\-]\s*(?P<b>\d{4}|\d{2})|"
    r"(?P<a2>\d{4}|\d{2})\s*[/\-]\s*(?P<b2>\d{4}|\d{2})\s+(?P<kind2>financial|fiscal|tax|f\s?/?\s?y|academic|school)"
    r"(?:\s+year)?"
)
_TERM = re.compile(r"(?P<term>autumn|spring|summer)\s+term[\s,]*(?:of\s+)?(?P<y>\d{4})")
_HOLIDAYS = re.compile(
    r"(?:the\s+)?(?:school\s+)?(?P<season>summer)\s+(?:school\s+)?(?:holidays?|hols?|break|vacation)"
    r"[\s,]*(?:of\s+|in\s+)?(?P<y>\d{4})|"
    r"(?:the\s+)?(?:half[\s-]?term,?\s+(?:in\s+)?(?P<after>[a-z]+)|(?P<before>[a-z]+)\s+half[\s-]?term)"
    r"(?:\s+(?:holidays?|break|week))?[\s,]*(?:of\s+|in\s+)?(?P<y2>\d{4})"
)
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 7)}
_TWO_SEASONS = re.compile(
    r"(?P<a>spring|summer|autumn|winter)\s*(?:/|-|to|and|or)\s*(?P<b>spring|summer|autumn|winter)\s+(?:of\s+)?(?P<y>\d{4})"
)
_BY_SEASON = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FEAST = re.compile(
    r"(?P<name>christmas eve|christmas day|boxing day|christmas(?:\s*time)?|xmas eve|xmas day|xmas|"
    r"new years? day|new year's day|new years? eve|new year's eve|new year|good friday|easter sunday|easter monday|"
    r"easter|halloween|bonfire night)(?:\s+(?:school\s+)?(?:holidays?|hols?|break|period|vacation))?"
    r"[\s,]*(?:of\s+|in\s+)?(?P<y>\d{4})"
)
_FIXED = {
    "christmas eve": (12, 24), "xmas eve": (12, 24), "christmas day": (12, 25), "xmas day": (12, 25),
    "boxing day": (12, 26), "halloween": (10, 31), "bonfire night": (11, 5),
}  # fmt: skip

Way = Callable[[str, list[str]], str | None]


def part_of_time(plain: str, notes: list[str], sign: str = "") -> str | None:
    """EDTF of a named part of time, with `sign` at both ends where it has none; None where it is none of these."""
    for way in (_part, _week, _nth, _quarter, _run, _term, _holiday, _feast):
        found = way(plain, notes)
        if found:
            return "/".join(each if each[-1] in "?~%" else each + sign for each in found.split("/"))
    return None


def note_weekday(one: One, notes: list[str]) -> None:
    """Point out a weekday that does not fit its day."""
    if one.weekday is None or one.year is None or one.month is None or one.day is None:
        return
    day = dt.date.fromisoformat(one.edtf()[:10])
    if day.weekday() == one.weekday:
        return
    names = (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
    notes.append(
        tr("{date} was a {really}, not a {said}.").format(
            date=day_in_words(day), really=names[day.weekday()], said=names[one.weekday]
        )
    )


def _span(text: str) -> str | None:
    """EDTF of a whole month, season, year or decade; None for anything else."""
    one = read_one(text)
    return One(one.year, one.month, None, one.decade).edtf() if one and one.complete and one.day is None else None


def _part(plain: str, _notes: list[str]) -> str | None:
    """Thirds: of a month days 1-10, 11-20, 21 on; of a year four months each; of a season a month."""
    found = _PART.fullmatch(plain)
    whole = _span(found["rest"]) if found else None
    if found is None or whole is None:
        return None
    which = _WHICH[found["which"]]
    until = _WHICH[found["to"]] if found["to"] else which
    return f"{_third(whole, which)[0]}~/{_third(whole, until)[1]}~"


def _third(whole: str, which: int) -> tuple[str, str]:
    if whole.endswith("X"):
        tens = whole[:3]
        return tuple(f"{tens}{digit}" for digit in ("03", "46", "79")[which])  # type: ignore[return-value]
    first, last = bounds(whole)
    if first is None or last is None:
        return whole, whole
    if len(whole) == 4:
        return f"{whole}-{1 + 4 * which:02d}-01", month_end(int(whole), 4 + 4 * which).isoformat()
    if int(whole[5:7]) > 12:
        month = (first.month - 1 + which) % 12 + 1
        day = month_end(first.year + (month < first.month), month)
        return day.replace(day=1).isoformat(), day.isoformat()
    return f"{whole}-{1 + 10 * which:02d}", f"{whole}-{(10, 20, last.day)[which]:02d}"


def _day(text: str, notes: list[str]) -> dt.date | None:
    one = read_one(text)
    if one is None or not one.complete or one.day is None:
        return None
    note_weekday(one, notes)
    return dt.date.fromisoformat(one.edtf()[:10])


def _week(plain: str, notes: list[str]) -> str | None:
    """The seven days from, or up to, the day named; ‘weekend of’ a Saturday and the day after."""
    found = _WEEK.fullmatch(plain)
    day = _day(found["rest"], notes) if found else None
    if found is None or day is None:
        return None
    if found["to"]:
        return f"{(day - dt.timedelta(days=6)).isoformat()}/{day.isoformat()}"
    if found["end"]:
        if day.weekday() == 6:
            return f"{(day - dt.timedelta(days=1)).isoformat()}/{day.isoformat()}"
        if day.weekday() != 5:
            notes.append(tr("{date} was not at a weekend.").format(date=day_in_words(day)))
        return f"{day.isoformat()}/{(day + dt.timedelta(days=1)).isoformat()}"
    return f"{day.isoformat()}/{(day + dt.timedelta(days=6)).isoformat()}"


def _nth(plain: str, _notes: list[str]) -> str | None:
    """The first week of a month is days 1 to 7; the first half days 1 to 15, of a year January to June."""
    week, half = _NTH_WEEK.fullmatch(plain), _HALF.fullmatch(plain)
    found = week or half
    whole = _span(found["rest"]) if found else None
    if found is None or whole is None or len(whole) not in (4, 7) or whole.endswith("X"):
        return None
    if week:
        if len(whole) != 7 or int(whole[5:]) > 12:
            return None
        last = month_end(int(whole[:4]), int(whole[5:])).day
        start = last - 6 if week["n"] in ("last", "final") else 7 * int(week["n"][0]) - 6
        return f"{whole}-{start:02d}/{whole}-{min(start + 6, last):02d}" if start <= last else None
    first = found["n"] == "1st"
    if len(whole) == 4:
        return f"{whole}-01/{whole}-06" if first else f"{whole}-07/{whole}-12"
    day = bounds(whole)[1]
    return f"{whole}-01/{whole}-15" if first or day is None else f"{whole}-16/{day.isoformat()}"


def _quarter(plain: str, _notes: list[str]) -> str | None:
    """The first quarter of 2013 is January to March."""
    found = _QUARTER.fullmatch(plain)
    if not found:
        return None
    year = found["y"] or found["y2"]
    said = found["q"] or found["q2"] or found["n"]
    first = 10 if said == "last" else 3 * int(said[0]) - 2
    return f"{year}-{first:02d}/{year}-{first + 2:02d}"


def _run(plain: str, _notes: list[str]) -> str | None:
    """A financial year runs from 1 April to 31 March, a school year from September to August."""
    found = _RUNS.fullmatch(plain)
    if not found:
        return None
    start = year_of(found["a"] or found["a2"])
    end = int((found["b"] or found["b2"])[-2:])
    if end != (start + 1) % 100:
        return None
    if (found["kind"] or found["kind2"])[0] in "as":
        return f"{start}-09/{start + 1}-08"
    return f"{start}-04-01/{start + 1}-03-31"


def _term(plain: str, _notes: list[str]) -> str | None:
    """About September to December, January to April, April to July; two seasons from one to the end of the other."""
    if found := _TERM.fullmatch(plain):
        first, last = _TERMS[found["term"]]
        return f"{found['y']}-{first:02d}~/{found['y']}-{last:02d}~"
    found = _TWO_SEASONS.fullmatch(plain)
    if not found:
        return None
    year, first, last = int(found["y"]), _BY_SEASON[found["a"]], _BY_SEASON[found["b"]]
    begin = year - (first > last)
    end = last + 2 if last < 12 else 2
    return f"{begin}-{first:02d}/{year + (last == 12)}-{end:02d}"


def _holiday(plain: str, _notes: list[str]) -> str | None:
    """The summer holidays are about the summer; a half term is in the month that is named."""
    found = _HOLIDAYS.fullmatch(plain)
    if found is None:
        return None
    if found["season"]:
        return f"{found['y']}-22"
    whole = _span(f"{found['after'] or found['before']} {found['y2']}")
    return f"{whole}~" if whole and len(whole) == len("2013-05") else None


def _feast(plain: str, _notes: list[str]) -> str | None:
    """A day with a name; ‘Christmas’, ‘Easter’ and ‘New Year’ by themselves are about that day."""
    found = _FEAST.fullmatch(plain)
    if not found:
        return None
    year, name = int(found["y"]), re.sub(r"\s*time$|'", "", found["name"])
    if name in _FIXED:
        month, day = _FIXED[name]
        return f"{year}-{month:02d}-{day:02d}"
    if name in ("christmas", "xmas"):
        return f"{year}-12-25~"
    if name.startswith("new year"):
        return f"{year}-12-31" if name.endswith("eve") else f"{year}-01-01" + ("" if name.endswith("day") else "~")
    away = {"good friday": -2, "easter monday": 1}.get(name, 0)
    return (easter(year) + dt.timedelta(days=away)).isoformat() + ("~" if name == "easter" else "")


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar, by the rule of J.-M. Oudin (1940)."""
    century, golden = year // 100, year % 19
    k = (century - 17) // 25
    i = (century - century // 4 - (century - k) // 3 + 19 * golden + 15) % 30
    i -= (i // 28) * (1 - (i // 28) * (29 // (i + 1)) * ((21 - golden) // 11))
    j = (year + year // 4 + i + 2 - century + century // 4) % 7
    day = i - j
    month = 3 + (day + 40) // 44
    return dt.date(year, month, day + 28 - 31 * (month // 4))
