"""One date as it is written, whole or in part: 4/5/13, 4th May 2013, May 2013, 3 August, the 3rd, summer 2012.

Day first, always. Nothing is completed here that was not written: `date_spans` completes a part from its neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.date_words import (
    ABOUT,
    ABOUT_AFTER,
    FILLER,
    MONTH,
    MONTHS,
    NO_MATTER,
    SEASON,
    SEASONS,
    UNSURE,
    UNSURE_AFTER,
    WEEKDAY,
    WEEKDAYS,
)
from imr_desk.review.known_date import bounds, month_end, month_name

_DAY = r"(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th|af|il|ydd|ed|eg|fed)\b)?"
_MO = rf"(?P<mo>{MONTH})"
_YEAR = r"(?:'?(?P<y>\d{4}|\d{2})\b)"
_OF = r"[\s,.\-/]*(?:(?:of|o)\s+)?(?:the\s+)?"
_NOT_KNOWN = r"(?:\?{1,2}|x{1,2}|_+|-{1,2})"

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<d>\d{1,2})(?P<sep>\s*[/.\-,;_\\]+\s*|\s+)(?P<m>\d{1,2})(?:\s*[/.\-,;_\\]+\s*|\s+)'?(?P<y>\d{4}|\d{2})",
        rf"{_DAY}{_OF}{_MO}[\s,.\-/]*{_YEAR}",
        r"(?P<y>\d{4})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<d>\d{1,2})",
        rf"{_MO}[\s,.\-/]*(?:of\s+)?'?(?P<y>\d{{4}})",
        r"(?P<y>\d{4})",
        rf"{_MO}{_OF}{_DAY}[\s,.\-/]+{_YEAR}",
        rf"(?P<y>\d{{4}})[\s,.\-/]+{_MO}[\s,.\-/]+{_DAY}",
        rf"(?P<y>\d{{4}})[\s,.\-/]+{_MO}",
        rf"{_MO}(?:\s*'|-)(?P<y>\d{{2}})",
        rf"{_MO}[\s,.]+(?P<y>[4-9]\d|3[2-9])",
        r"(?P<m>\d{1,2})[/.\-](?P<y>\d{4})",
        r"(?P<y>\d{4})(?:[\-.]|(?P<slash>/))(?P<m>\d\d)",
        rf"(?:{_NOT_KNOWN}|00)[/.\-\s]+(?P<m>\d{{1,2}})[/.\-\s]+(?P<y>\d{{4}}|\d{{2}})",
        rf"{_NOT_KNOWN}[/.\-\s]+{_MO}[\s,.\-/]*{_YEAR}",
        rf"{_NOT_KNOWN}[/.\-\s]+{_NOT_KNOWN}[/.\-\s]+(?P<y>\d{{4}})",
        rf"(?P<season>{SEASON})[\s,]*(?:of\s+)?(?P<y>\d{{4}})",
        rf"(?P<y>\d{{4}})[\s,]+(?P<season>{SEASON})",
        r"(?P<season>winter)(?:\s+of)?\s+(?P<y>\d{4})[/\-](?P<next>\d{4}|\d{2})",
        r"(?P<decade>\d{3})(?:0'?s|x|\?)",
        r"'?(?P<short>[2-9])0'?s",
    )
)
_PARTS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}{_OF}{_MO}",
        rf"{_MO}{_OF}{_DAY}",
        r"(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})",
        rf"{_MO}",
        rf"{_DAY}",
        rf"(?P<season>{SEASON})",
    )
)
_COMPACT = re.compile(r"\d{8}|\d{6}")
_FIRST_DAY = re.compile(rf"({WEEKDAY})[\s,]*(?:the\s+)?(?=\d|{MONTH})")
_LAST_DAY = re.compile(rf"[\s,\-]+({WEEKDAY})$")
_OTHER_DAY_FIRST = re.compile(rf"({WEEKDAY})$")


@dataclass(frozen=True)
class One:
    """A date or a part of one. `month` is 1 to 12, or 21 to 24 for a season; `decade` is ‘199X’ in place of a year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: str = ""
    sign: str = ""
    weekday: int | None = None

    @property
    def complete(self) -> bool:
        """Whether it can stand by itself."""
        return self.year is not None or bool(self.decade)

    def edtf(self) -> str:
        """EDTF of a complete date; BadDateError, with a suggestion, where the calendar has no such day."""
        if self.decade:
            return f"{self.decade}{self.sign}"
        year = self.year or 0
        if year < 1000:
            raise BadDateError(tr("The years that can be used here are 1000 to 9999."))
        if self.month is None:
            return f"{year:04d}{self.sign}"
        if self.month > 12:
            return f"{year:04d}-{self.month}{self.sign}"
        if self.day is None:
            return f"{year:04d}-{self.month:02d}{self.sign}"
        if not 1 <= self.day <= month_end(year, self.month).day:
            raise _no_such_day(year, self.month, self.day)
        return f"{year:04d}-{self.month:02d}-{self.day:02d}{self.sign}"


def _no_such_day(year: int, month: int, day: int) -> BadDateError:
    last = month_end(year, month).day
    said = tr("{month} {year} has {days} days.").format(month=month_name(month), year=year, days=last)
    if not 1 <= day <= 31:
        whole = f"{month_name(month)} {year}"
        return BadDateError(
            tr("{said} Check the day, or write ‘{whole}’ where it is not known.").format(said=said, whole=whole),
            (whole,),
        )
    here = f"{last} {month_name(month)} {year}"
    after = f"1 {month_name(month % 12 + 1)} {year + month // 12}"
    return BadDateError(
        tr("{said} Did you mean {one} or {other}?").format(said=said, one=here, other=after), (here, after)
    )


def no_such_month(year: int, month: int, day: int) -> BadDateError:
    """Why numbers are no date: never turned round, only asked (R-072)."""
    if 1 <= day <= 12 < month <= 31 and year >= 1000 and month <= month_end(year, day).day:
        suggestion = f"{month:02d}/{day:02d}/{year}"
        return BadDateError(
            tr("There is no month {month}. The day comes first: did you mean {suggestion}?").format(
                month=month, suggestion=suggestion
            ),
            (suggestion,),
        )
    return BadDateError(
        tr("There is no month {month}. Check the date.").format(month=month), (str(year),) if year >= 1000 else ()
    )


def sign_of(about: bool, unsure: bool) -> str:
    """EDTF’s sign."""
    return "%" if about and unsure else "~" if about else "?" if unsure else ""


def signs_apart(text: str) -> tuple[str, str]:
    """The text without its marks for ‘about’ and ‘not sure’ and without words that change nothing; and EDTF’s sign."""
    about = unsure = False
    while True:
        left = ABOUT.sub("", ABOUT_AFTER.sub("", text, count=1), count=1)
        about, step = about or left != text, left
        left = UNSURE.sub("", UNSURE_AFTER.sub("", left, count=1), count=1)
        unsure = unsure or left != step
        left = FILLER.sub("", NO_MATTER.sub("", left, count=1), count=1).strip(" ,;:")
        if left == text:
            return text, sign_of(about, unsure)
        text = left


def joined_sign(one: str, other: str) -> str:
    """Two signs for one date."""
    both = one + other
    return sign_of("~" in both or "%" in both, "?" in both or "%" in both)


def read_one(text: str) -> One | None:
    """The date written, which may be a part of one; None where it is no single date.

    BadDateError where it is one and cannot be: there is no month 13.
    """
    plain, sign = signs_apart(text)
    plain, weekday = _weekday(plain)
    if weekday is not None:
        plain, more = signs_apart(plain)
        sign = joined_sign(sign, more)
    found = _compact(plain) if _COMPACT.fullmatch(plain) else _matched(plain)
    return replace(found, sign=joined_sign(found.sign, sign), weekday=weekday) if found else None


def _weekday(plain: str) -> tuple[str, int | None]:
    """The text without a weekday at either end, and which it was."""
    for form in (_FIRST_DAY, _LAST_DAY):
        found = form.match(plain) if form is _FIRST_DAY else form.search(plain)
        if found:
            rest = plain[found.end() :] if form is _FIRST_DAY else plain[: found.start()]
            return rest.strip(" ,"), WEEKDAYS[found[1].rstrip(".")]
    return plain, None


def _matched(plain: str) -> One | None:
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            return _whole({name: value for name, value in found.groupdict().items() if value is not None})
    for form in _PARTS:
        found = form.fullmatch(plain)
        if found:
            return _part({name: value for name, value in found.groupdict().items() if value is not None})
    return None


def _whole(said: dict[str, str]) -> One | None:
    if decade := said.get("decade"):
        return One(decade=f"{decade}X")
    if short := said.get("short"):
        return One(decade=f"19{short}X")
    year = year_of(said["y"])
    if "next" in said and int(said["next"]) % 100 != (year + 1) % 100:
        return None
    if "season" in said:
        return One(year, SEASONS[said["season"]])
    day = int(said["d"]) if "d" in said else None
    if "mo" in said:
        return One(year, MONTHS[said["mo"].rstrip(".")], day)
    if "m" not in said:
        return One(year)
    month = int(said["m"])
    after = ("slash" in said and month == (year + 1) % 100) or (month > 12 and month > year % 100) or month == 0
    if day is None and after and len(said["m"]) == 2:
        return None  # two years: 2012/13
    if not 1 <= month <= 12:
        return _refuse(year, month, day or 0)
    return One(year, month, day)


def _refuse(year: int, month: int, day: int) -> One | None:
    raise no_such_month(year, month, day)


def _part(said: dict[str, str]) -> One | None:
    if "season" in said:
        return One(month=SEASONS[said["season"]])
    day = int(said["d"]) if "d" in said else None
    month = MONTHS[said["mo"].rstrip(".")] if "mo" in said else int(said["m"]) if "m" in said else None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 0 <= day <= 31):
        return None
    return One(month=month, day=day)


def _compact(plain: str) -> One | None:
    """Numbers without marks: 20130504 as in ISO 8601, 04052013 and 040513 as on a form."""
    if len(plain) == 8 and plain[:2] in ("19", "20") and _is_day(int(plain[:4]), int(plain[4:6]), int(plain[6:])):
        return One(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    day, month, year = int(plain[:2]), int(plain[2:4]), year_of(plain[4:])
    return One(year, month, day) if _is_day(year, month, day) else None


def _is_day(year: int, month: int, day: int) -> bool:
    return year >= 1000 and 1 <= month <= 12 and 1 <= day <= month_end(year, month).day


def year_of(digits: str) -> int:
    """Two digits mean 1950 to 2049."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def first_day(edtf: str) -> str:
    """The ISO form of the first day of one date, for comparing; "" where there is none."""
    day = bounds(edtf)[0]
    return day.isoformat() if day else ""
