"""What is made of dates: ranges, either-or, before and after, parts of months and years, weeks, terms and feasts.

A part that lacks its month or year takes it from its neighbour: ‘3’ in ‘3 to 7 August 2013’, ‘28 December’ in ‘28
December to 3 January 2013’, which is the year before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.date_one import One, first_day, read_one, signs_apart, year_of
from imr_desk.review.date_seasons import note_weekday, part_of_time
from imr_desk.review.known_date import bounds

_BOTH = re.compile(r"(between|from|starting)\s+(.+)")
_JOINS = (
    re.compile(
        r"\s+(?:-\s*)?(?:to|until|untill|till|til|(?:right )?through(?: to| until)?|thru|up to|up until|i|hyd)"
        r"(?:\s+the)?\s+"
    ),
    re.compile(r"\s+-+\s+"),
    re.compile(r"\s*-\s*"),
    re.compile(r"\s*/\s*"),
)
_AND = re.compile(r"\s+(?:and|a)\s+")
_OR = re.compile(r"\s+or\s+")
_EACH = re.compile(r"\s*(?:[,;]|\band\b|\+)\s*")
_TO_COME = (
    r"(?:present|now|date|today|the present|the present day|present day|current|ongoing|continuing|unknown|"
    r"date unknown|an unknown date|not known)"
)
_FROM_ON = re.compile(
    rf"(.+?)[\s,]*(?:\bonwards?\b|\bforwards?\b|\band (?:after|later|onwards?|ongoing)\b|\bor (?:later|after)\b|"
    rf"(?:\bto|\buntil|\btill|-)\s*{_TO_COME}|\bongoing\b|\s-|(?<=\d\d\d\d)-)$"
)
_UP_TO = re.compile(r"(.+?)[\s,]*\bor (?:before|earlier)$")
_MONTH_OF_YEAR = re.compile(r"[a-z]{3,}\.?\s*(\d\d)")
"""‘Apr 15’ where a month goes before it: two months of 2015, since a day would come first."""
_SOON = (
    r"(?:(?:shortly|soon|just|immediately|some ?time|a few (?:days|weeks|months)|\w+ (?:days?|weeks?|months?)|"
    r"well)\s+)?"
)
_OPEN = re.compile(
    rf"{_SOON}(on or before|on or after|not later than|no later than|not before|not after|no earlier than|"
    r"not earlier than|earlier than|later than|prior to|before|after|following|by|until|till|up to|since|from|pre|post|"
    r"<|>|cyn|ar ôl)"
    r"(?:\s*-\s*|\s+|(?<=[<>]))(?:the\s+)?(?:end of (?=\d{4}$))?(.+)"
)
_BEFORE = frozenset({"before", "prior to", "earlier than", "pre", "<", "cyn"})
_AFTER = frozenset({"after", "later than", "following", "post", ">", "ar ôl"})
_UNTIL = frozenset(
    {"by", "until", "till", "up to", "on or before", "not later than", "no later than", "not after"}
)  # the rest: since, from
_DAYS_OF_ONE = re.compile(r"(\d{1,2}\D*?)\s*/\s*(\d{1,2}\D*\s.*[a-z].*|\d{1,2}[.\-]\d{1,2}[.\-]\d{2,4})")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*[/\-]\s*(\d{4}|\d\d)")


def edtf_of(plain: str, notes: list[str]) -> str | None:
    """EDTF of all that can be said without a time; None where it is no date.

    BadDateError where it is one and cannot be, or where its year is missing. What should be pointed out joins `notes`.
    """
    single = read_one(plain)
    if single is not None and single.complete:
        note_weekday(single, notes)
        _note_month(plain, single, notes)
        return single.edtf()
    for way in (_years, _opened, _named, _ranged, _either, _several):
        found = way(plain, notes)
        if found:
            return found
    if single is not None and (single.month is not None or single.weekday is not None or single.day is not None):
        raise _no_year(single)
    return None


def _no_year(single: One) -> BadDateError:
    if single.month is None:
        return BadDateError(tr("The month and the year are missing. Add them, or write ‘date unknown’."))
    return BadDateError(tr("The year is missing. Add it, or write ‘date unknown’."))


def _note_month(plain: str, single: One, notes: list[str]) -> None:
    """2011-12 is a month in ISO 8601 and two years elsewhere."""
    if single.day is None and single.month and single.year and re.fullmatch(r"\d{4}-\d\d", plain):
        if single.month == (single.year + 1) % 100:
            notes.append(tr("It is read as a month. For two years write them both in full."))
    elif single.year is not None and not 1900 <= single.year <= 2100:
        notes.append(tr("The year is {year}. Check it.").format(year=single.year))


def _years(plain: str, _notes: list[str]) -> str | None:
    """2012/13 and 2012-2013."""
    left, sign = signs_apart(plain)
    found = _YEARS.fullmatch(left)
    if not found:
        return None
    start = int(found[1])
    end = int(found[2]) if len(found[2]) == 4 else start - start % 100 + int(found[2])
    end += 100 if end < start and len(found[2]) == 2 else 0
    if end < start:
        raise _backwards()
    return f"{start}{sign}/{end}{sign}"


def _backwards() -> BadDateError:
    return BadDateError(tr("The end comes before the beginning. Check both dates."))


def _opened(plain: str, notes: list[str]) -> str | None:
    """Before, after, since, by; and what goes on from a date."""
    left, sign = signs_apart(plain)
    if found := _FROM_ON.fullmatch(left):
        inner = re.sub(r"^(?:from|since|between)\s+", "", found[1])
        start = _piece(inner, notes)
        return f"{_begin(start)}{_put(start, sign)}/.." if start else None
    if found := _UP_TO.fullmatch(left):
        end = _piece(found[1], notes)
        return f"../{_last(end)}{_put(end, sign)}" if end else None
    found = _OPEN.fullmatch(left)
    rest = _piece(found[2], notes) if found else None
    if found is None or rest is None:
        return None
    first, last = bounds(rest)
    if first is None or last is None:
        return None
    doubt = sign or (rest[-1] if rest[-1] in "?~%" else "")
    return _open_interval(found[1], first, last, doubt)


def _put(edtf: str, sign: str) -> str:
    return "" if edtf[-1:] in "?~%" else sign


def _open_interval(word: str, first: dt.date, last: dt.date, sign: str) -> str:
    one = dt.timedelta(days=1)
    if word in _BEFORE:
        return f"../{(first - one).isoformat()}{sign}"
    if word in _UNTIL:
        return f"../{last.isoformat()}{sign}"
    return f"{((last + one) if word in _AFTER else first).isoformat()}{sign}/.."


def _named(plain: str, notes: list[str]) -> str | None:
    left, sign = signs_apart(plain)
    return part_of_time(left, notes, sign)


def _piece(text: str, notes: list[str]) -> str | None:
    """EDTF of what can be one side of a range: one complete date, or a part of a month or year."""
    one = read_one(text)
    if one is not None:
        if one.complete:
            note_weekday(one, notes)
        return one.edtf() if one.complete else None
    left, sign = signs_apart(text)
    return part_of_time(left, notes, sign) or _years(text, notes)


def _begin(edtf: str) -> str:
    return edtf.split("/")[0]


def _last(edtf: str) -> str:
    return edtf.split("/")[-1]


def _ranged(plain: str, notes: list[str]) -> str | None:
    """From one date to another."""
    said = _BOTH.fullmatch(plain)
    if said and said[1] == "between":
        return next((made for made in _made(_splits(said[2], (_AND, *_JOINS)), notes) if made), None)
    text = said[2] if said else plain
    whole, sign = signs_apart(text) if not said else (text, "")
    found = next((made for made in _made(_splits(whole, _JOINS), notes) if made), None)
    if not found or not sign:
        return found
    return "/".join(each + _put(each, sign) for each in found.split("/"))


def _splits(text: str, joins: tuple[re.Pattern[str], ...]) -> Iterator[tuple[str, str]]:
    for join in joins:
        for found in join.finditer(text):
            left, right = text[: found.start()].strip(" ,"), text[found.end() :].strip(" ,")
            if left and right and (join is not _JOINS[3] or _may_be_slashed(left, right)):
                yield left, right


def _may_be_slashed(left: str, right: str) -> bool:
    """A stroke joins two days, months or years, never the numbers of one date: 12/13 June, Nov/Dec 2012."""
    if re.search(r"[a-z]", left + right):
        return True
    return bool(_DAYS_OF_ONE.fullmatch(f"{left}/{right}")) or left.count("/") == 2 == right.count("/")


def _made(splits: Iterator[tuple[str, str]], notes: list[str]) -> Iterator[str | None]:
    for left, right in splits:
        pointed: list[str] = []
        made = _interval(left, right, pointed)
        if made:
            notes.extend(pointed)
        yield made


def _interval(left: str, right: str, notes: list[str]) -> str | None:
    start, end = read_one(left), read_one(right)
    if start and end and start.month and not (start.day or start.year) and (of_year := _MONTH_OF_YEAR.fullmatch(right)):
        end = replace(end, day=None, year=year_of(of_year[1]))
    if start and end and not (start.complete and end.complete):
        start, end = _completed(start, end, right, notes)
    if start and end and start.complete and end.complete:
        note_weekday(start, notes)
        note_weekday(end, notes)
        return _ordered(start.edtf(), end.edtf())
    return _of_parts(left, start, right, end, notes)


def _of_parts(left: str, start: One | None, right: str, end: One | None, notes: list[str]) -> str | None:
    """A range with a part of a month or year on a side at least: early May to mid June 2013."""
    finish = end.edtf() if end and end.complete else _piece(right, notes)
    begin = start.edtf() if start and start.complete else _piece(left, notes)
    if finish and not begin:
        year = re.search(r"\d{4}", _last(finish))
        begin = _piece(f"{left} {year[0]}", notes) if year else None
        month = re.search(r"\b[a-z]{3,}\s+\d{4}$", right)
        begin = begin or (_piece(f"{left} {month[0]}", notes) if month else None)
    return _ordered(_begin(begin), _last(finish)) if begin and finish else None


def _ordered(begin: str, finish: str) -> str:
    first, last = bounds(begin)[0], bounds(finish)[1]
    if first and last and last < first:
        raise _backwards()
    if first_day(finish) and begin[:10] == finish[:10] and len(begin) >= 10:
        raise BadDateError(tr("Both ends are the same day. Write it once."), (begin[:10],))
    return f"{begin}/{finish}"


def _completed(start: One, end: One, right: str, notes: list[str]) -> tuple[One, One]:
    """Each side with what it took from the other."""
    if start.complete:
        return start, _end_after(start, end, right)
    if end.year is None or (start.day is None and start.month is None):
        return start, end
    if start.month is None:
        if end.month is None or end.day is None or end.month > 12:
            return start, end
        return replace(start, month=end.month, year=end.year), end
    later = end.month is not None and start.month % 20 > end.month % 20
    year = end.year - 1 if later else end.year
    if later:
        notes.append(tr("The beginning is taken to be in {year}.").format(year=year))
    return replace(start, year=year), end


def _end_after(start: One, end: One, right: str) -> One:
    """The end of a range whose year, or month and year, stand with the beginning."""
    if start.year is None or end.decade:
        return end
    if end.month is not None:
        return replace(end, year=start.year + (start.month is not None and end.month < start.month))
    if start.day is not None and end.day is not None:
        return replace(end, month=start.month, year=start.year)
    if start.month is None and re.fullmatch(r"\d\d", right):
        return One(start.year - start.year % 100 + int(right) if len(right) == 2 else year_of(right))
    return end


def _either(plain: str, notes: list[str]) -> str | None:
    """2013 or 2014; 4 or 5 May 2013."""
    if " or " not in plain:
        return None
    return _listed(_OR.split(re.sub(r"^either\s+", "", plain)), notes, "[]")


def _several(plain: str, notes: list[str]) -> str | None:
    """4, 5 and 6 May 2013: days that follow one another are a range, others all of a set."""
    if not re.search(r"[,;+]|\band\b", plain):
        return None
    each_of = [each for each in _EACH.split(plain) if each]
    if re.search(r"[a-z]{3}", re.sub(r"\band\b", "", plain)):
        each_of = [day for each in each_of for day in _days_of(each)]  # the month is named: ‘4-6’ are days of it
    made = _listed(each_of, notes, "{}")
    days = made[1:-1].split(",") if made else []
    if made and all(len(day) == 10 for day in days):
        dates = [dt.date.fromisoformat(day) for day in days]
        if all((after - before).days == 1 for before, after in pairwise(dates)):
            return f"{days[0]}/{days[-1]}"
    return made


def _days_of(text: str) -> list[str]:
    """The days of ‘4-6’; any other text by itself."""
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s*-\s*(\d{1,2})(?:st|nd|rd|th)?", text.strip())
    if found is None or not 1 <= int(found[1]) < int(found[2]) <= 31:
        return [text]
    return [str(day) for day in range(int(found[1]), int(found[2]) + 1)]


def _listed(texts: list[str], notes: list[str], around: str) -> str | None:
    """A set of dates, each completed from the one after it, or failing that from the one before."""
    found = [read_one(text.strip()) for text in texts]
    ones = [one for one in found if one is not None]
    if len(ones) != len(texts) or len(ones) < 2:
        return None
    for at in reversed(range(len(ones) - 1)):
        ones[at] = _like(ones[at], ones[at + 1], forwards=True)
    for at in range(1, len(ones)):
        ones[at] = _like(ones[at], ones[at - 1], forwards=False)
    if not all(one.complete and one.sign == "" for one in ones):
        ones = [replace(one, sign="") for one in ones if one.complete]
        if len(ones) != len(texts):
            return None
    for one in ones:
        note_weekday(one, notes)
    return f"{around[0]}{','.join(dict.fromkeys(one.edtf() for one in ones))}{around[1]}"


def _like(one: One, other: One, *, forwards: bool) -> One:
    """A part completed with month and year of its neighbour."""
    if one.complete or not other.complete:
        return one
    if one.month is None and one.day is not None and other.day is not None and forwards:
        return replace(one, month=other.month, year=other.year)
    return replace(one, year=other.year) if one.month is not None else one
