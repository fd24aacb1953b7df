"""Times as they are said: ‘half past two’, ‘quarter to four pm’, ‘three pm’, put into figures before they are read."""

from __future__ import annotations

import re

_HOURS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_MINUTES = {
    "five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty five": 25, "twenty-five": 25,
    "half": 30, "5": 5, "10": 10, "20": 20, "25": 25,
}  # fmt: skip
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])"
_PAST = re.compile(
    rf"(?<!from )(?<!between )\b(?P<minutes>{'|'.join(sorted(_MINUTES, key=len, reverse=True))})(?:\s+minutes)?"
    rf"\s+(?P<side>past|to)\s+{_HOUR}"
    r"(?!\s*[/.\-]?\d|\w|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_ON_THE_HOUR = re.compile(
    rf"\b(?P<hour>{'|'.join(_HOURS)})(?=\s*(?:o'?\s?clock|[ap]\.?\s?m\b|in the (?:morning|after|even)))"
)


def in_figures(plain: str) -> str:
    """The text, folded to small letters, with times in words as figures; they keep ‘pm’ or ‘in the morning’."""
    if "past" in plain or " to " in plain:
        plain = _PAST.sub(_past, plain)
    return _ON_THE_HOUR.sub(lambda found: str(_HOURS[found["hour"]]), plain)


def _past(found: re.Match[str]) -> str:
    minutes, said = _MINUTES[found["minutes"]], found["hour"]
    if found["side"] == "to" and (minutes == 30 or found["minutes"].isdecimal()):
        return found[0]  # ‘10 to 12 May’ is no time
    hour = _HOURS.get(said) or int(said)
    if found["side"] == "past":
        return f"{hour}:{minutes:02d}"
    return f"{hour - 1 or 12}:{60 - minutes:02d}"
