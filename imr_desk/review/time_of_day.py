"""Reading a time of day beside a date: 16:15, 4.15 p.m., 1015 hrs, noon, between 2 and 3pm, after 4pm, 24:00.

Figures without a.m. or p.m. are of the 24-hour clock. 24:00 is the end of the day, midnight by itself its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.spoken_times import in_figures
from imr_desk.review.text import shortened

_HALF = r"(?:\s*(?:[ap]\.?\s?m\b\.?|in the (?:morning|afternoon|evening)|at night))"
_HOURS = r"(?:\s*(?:hrs?|hours|h|z|gmt|bst|utc|\+\d\d:?\d\d)(?![a-z])\.?)"
_FIGURES = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?|\d{1,2}h\d\d|\d{4}|\d{1,2}(?:\s*o'?\s?clock)?)"
_ONE = rf"(?:(?:12(?:[:.]00)?\s*)?(?:noon|midday|mid-day|midnight)\b|{_FIGURES}(?:{_HALF}|{_HOURS}){{0,2}})"
_MARK = (
    r"(?P<mark>(?:(?:at|from)\s+)?(?:about|around|approximately|approx|circa|roughly|c|ca|before|after|by|until|till|"
    r"not later than|no later than|not before|no earlier than|"
    r"since|from|between|at|just after|just before|shortly after|shortly before|sometime after|sometime before|@|~|\?)"
    r"(?:\s+(?:about|around|approx))?)"
)
_SPAN = rf"(?P<one>{_ONE})(?:(?P<join>\s*(?:-|/)\s*|\s+(?:to|until|till|and|or)\s+)(?:about\s+)?(?P<two>{_ONE}))?"
_AFTER = r"(?P<after>[\s,]*(?:\?|not sure|onwards|approximately|approx\.?|or so|-?ish)?)"
_LAST = re.compile(
    rf"(?:^|[\s,;:(@]|\s/|(?<=\d)-(?=\d\d[:.]?\d\d\s*h)|(?<=\d)t(?=\d\d[:.]?\d\d)|\s-)\s*(?:time[d:]*\s*(?:at\s+)?)?(?:{_MARK}\.?\s*)?{_SPAN}{_AFTER}\)?$"
)
_FIRST = re.compile(
    rf"^(?:time[d:]*\s*)?(?:{_MARK}\.?\s*)?{_SPAN}{_AFTER}(?:\s*[,;/]\s*|\s+(?:-\s*)?)(?:on\s+|of\s+)?(?=\S)"
)
_YEAR_BEFORE_HALF = re.compile(r"(?:(?:19|20)\d\d|1[3-9]|[2-9]\d)\s.*")
"""‘2013 pm’ is rather a year, and so is ‘13 pm’."""
_ONE_FIGURE = re.compile(r"[1-9](?:[.:]\d\d)?(?:\s*o'?\s?clock)?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?)?(?!\d)|(\d\d)(\d\d)(?!\d)")
_MARKED = re.compile(r"[:@]|[a-z]")
_DAYPART = re.compile(
    r"(?:[\s,\-]|^)*\b(?:(?:in|during|on|at|over|by|through)\s+)?(?:the\s+)?"
    r"(?:(?:early|late|mid|middle|later|whole)[\s\-]+)?(?:of\s+the\s+)?"
    r"(?:mornings?|afternoons?|evenings?|night[\s\-]?times?|nights?|overnight|(?<!\d)(?<![\s(][1-9] )(?<![\s(]0[1-9] )"
    r"(?<![\s(]1[0-2] )(?:am|pm|a\.m|p\.m)|"
    r"lunch[\s\-]?times?|tea[\s\-]?times?|bed[\s\-]?times?|dinner[\s\-]?times?|early hours|small hours|daytime|all day|"
    r"(?:first|1st) thing|close of (?:play|business)|out of hours|dawn|dusk|(?:day|night|late|early) shift)"
    r"\b\.?(?:\s+(?:of|on))?(?:\s+the)?"
)


@dataclass(frozen=True)
class Clock:
    """A time, or from when to when; HH:MM:SS. `sign` is EDTF’s for about and not sure; an open side is empty."""

    start: str = ""
    end: str = ""
    sign: str = ""
    bare: bool = False
    """Whether it could be of the morning or the afternoon, for all that is written."""

    @property
    def point(self) -> bool:
        """Whether it is one time."""
        return self.start == self.end


def clocks(plain: str) -> Iterator[tuple[str, Clock, bool]]:
    """The ways in which a time can be taken off a date: what is left, the time, and whether it can be nothing else.

    BadDateError for a time that does not exist.
    """
    for form in (_LAST, _FIRST):
        first = form.search(plain)
        shorter = _LAST.search(plain, first.end("one")) if first and first["two"] and form is _LAST else None
        for found in (each for each in (first, shorter) if each):
            rest = plain[: found.start()] if form is _LAST else plain[found.end() :]
            rest = re.sub(r"[\s,;]+(?:at|on|from|timed)$", "", rest.strip(" ,;(-@"))
            sure = bool(_MARKED.search(_essential(found))) and not _YEAR_BEFORE_HALF.fullmatch(found["one"])
            if not sure and not re.search(r"[.\d]\d", found["one"]):
                continue  # a bare hour could be anything
            try:
                yield rest, _clock(found), sure
            except BadDateError:
                if sure:
                    raise


def _essential(found: re.Match[str]) -> str:
    mark = "at" if (found["mark"] or "").split(" ")[0] in ("at", "@") else ""
    return f"{found['one']}{found['two'] or ''}{mark}"


def without_part_of_day(plain: str) -> str:
    """The text without ‘in the evening’ and the like, which the words keep."""
    left = " ".join(_DAYPART.sub(" ", plain).split())
    return left if left == plain else left.strip(" ,-()")


def part_of_day(plain: str) -> str:
    """‘evening’ or the like where a text says so; nothing else."""
    found = _DAYPART.search(plain)
    return (
        re.sub(
            r"^(?:in|during|on|at|over|by|through)?\s*(?:the\s+)?|\s+(?:of|on)?(?:\s+the)?$", "", found[0].strip(" ,-.")
        )
        if found
        else ""
    )


def parse_time(text: str) -> str:
    """A time by itself as HH:MM; nothing for nothing."""
    plain = in_figures(" ".join(text.split()).casefold().strip(" .,"))
    if not plain:
        return ""
    if len(plain) <= 60:
        for rest, clock, _ in clocks(f" {plain}" if not plain.startswith("@") else plain):
            if not rest and clock.start and clock.point:
                return clock.start[:5]
    raise BadDateError(
        tr("‘{words}’ is not a time that can be read, for instance 16:15.").format(words=shortened(text.strip()))
    )


def read_clock(text: str) -> Clock | None:
    """A cell that should hold a time: ‘16:15’, ‘2-3pm’, ‘after 4’; None where it is none.

    BadDateError for a time that does not exist.
    """
    plain = " ".join(text.split()).casefold().replace("–", "-").replace("—", "-").replace("’", "'").strip(" .,")
    plain = in_figures(plain)
    for rest, clock, _ in clocks(f" {plain}"):
        if not rest:
            return clock
    return None


def _clock(found: re.Match[str]) -> Clock:
    mark, after = found["mark"] or "", found["after"].strip(" ,")
    sign = (
        "~"
        if re.search(r"about|around|approx|circa|roughly|\bca?\b|~", mark) or re.search("approx|so|ish", after)
        else ""
    )
    sign = ("%" if sign else "?") if "?" in mark or after in ("?", "not sure") else sign
    one, two = found["one"], found["two"]
    if two:
        start, end = _both(one, two)
        return Clock(start, end, sign)
    at = _time(one)
    if re.search(r"not before|earlier", mark):
        return Clock(at, "", sign)
    if re.search(r"before|by|until|till|later than", mark):
        return Clock("", at, sign)
    if re.search(r"after|since", mark) or (mark.startswith("from") and not sign) or after == "onwards":
        return Clock(at, "", sign)
    return Clock(at, at, sign, bare=bool(_ONE_FIGURE.fullmatch(one)))


def _both(one: str, two: str) -> tuple[str, str]:
    """‘2’ before ‘3pm’ is 2pm, ‘11’ before ‘1pm’ is 11am."""
    end = _time(two)
    half = re.search(_HALF, two)
    if half and not re.search(rf"{_HALF}|noon|mid", one) and int(re.match(r"\d{1,2}", one)[0]) <= 12:  # type: ignore[index]
        same = _time(one + half[0])
        other = f"{(int(same[:2]) + 12) % 24:02d}{same[2:]}"
        return (same if same < end else other), end
    return _time(one), end


def _no_such_time() -> BadDateError:
    return BadDateError(tr("There is no such time. Check the hour and the minutes."))


def _time(said: str) -> str:
    """HH:MM:SS."""
    if ("noon" in said and "after" not in said) or "midday" in said or "mid-day" in said:
        return "12:00:00"
    if "midnight" in said:
        return "00:00:00"
    found = _CLOCK.match(said)
    if found is None:
        raise _no_such_time()
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    second = int(found[3] or 0)
    if half := re.search(_HALF, said[found.end() :]):
        hour = _of_half(hour, "a" if re.match(r"\s*(?:a|in the m)", half[0]) and "at" not in half[0] else "p")
    if (hour, minute, second) != (24, 0, 0) and (hour > 23 or minute > 59 or second > 59):
        raise _no_such_time()
    return f"{hour:02d}:{minute:02d}:{second:02d}"


def _of_half(hour: int, half: str) -> int:
    """‘16:15 pm’ is 16:15; ‘16:15 am’ is nothing."""
    if hour > 23 or (half == "a" and hour > 12):
        raise BadDateError(tr("There is no such time. Check the hour."))
    if hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)
