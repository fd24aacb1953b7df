"""Reading a time of day beside a date: 16:15, 4.15 p.m., 1015 hrs, noon."""

from __future__ import annotations

import re

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.text import shortened

_AT = r"(?:,|\s+at|\s)\s*(?:at\s+)?"
_FORMS = (
    re.compile(rf"{_AT}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s*m\.?$"),
    re.compile(rf"{_AT}(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?:\s*(?:hrs?|hours|h)\.?)?$"),
    re.compile(rf"{_AT}(?P<hour>\d\d)[:.]?(?P<minute>\d\d)\s*(?:hrs?|hours|h)\.?$"),
    re.compile(rf"{_AT}(?P<word>noon|midday|midnight)$"),
)


def split_time(plain: str) -> tuple[str, str]:
    """The date without its time, and the time as HH:MM (or nothing). BadDateError for a time that does not exist."""
    for form in _FORMS:
        found = form.search(plain)
        if found:
            return plain[: found.start()].strip(" ,"), _time(found)
    return plain, ""


def parse_time(text: str) -> str:
    """A time by itself as HH:MM; nothing for nothing."""
    plain = " ".join(text.split()).casefold()
    if not plain:
        return ""
    rest, time = split_time(f" {plain}")
    if rest or not time:
        raise BadDateError(
            tr("‘{words}’ is not a time that can be read, for instance 16:15.").format(words=shortened(text.strip()))
        )
    return time


def _time(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("word"):
        return "00:00" if parts["word"] == "midnight" else "12:00"
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    half = parts.get("half")
    if half:
        if not 1 <= hour <= 12:
            raise BadDateError(tr("There is no such time. Check the hour."))
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise BadDateError(tr("There is no such time. Check the hour and the minutes."))
    return f"{hour:02d}:{minute:02d}"
