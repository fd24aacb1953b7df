"""The words that dates are written in, folded to lower case: English, and the Welsh of records kept in Wales.

Data for `date_one`, `date_spans` and `time_of_day`; what a reader is told is not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin",
    "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_SHORT_WELSH = ("ion", "chwef", "maw", "ebr", "mai", "meh", "gorff", "awst", "medi", "hyd", "tach", "rhag")
MONTHS = {
    name: number
    for names in (_ENGLISH, [name[:3] for name in _ENGLISH], _WELSH, _SHORT_WELSH)
    for number, name in enumerate(names, 1)
} | {"sept": 9, "janu": 1, "febr": 2, "octr": 10, "novr": 11, "decr": 12}
FULL_MONTHS = _ENGLISH

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(_DAYS)} | {
    **{name[:3]: number for number, name in enumerate(_DAYS)},
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    **{
        f"dydd {name}": number
        for number, name in enumerate(("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul"))
    },
}
FULL_WEEKDAYS = _DAYS
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    "thirtieth": 30,
    **{f"{ten}{join}{_ORDINALS[unit - 1]}": tens + unit
       for ten, tens, most in (("twenty", 20, 9), ("thirty", 30, 1))
       for unit in range(1, most + 1) for join in ("-", " ")},
}  # fmt: skip

UNKNOWN = frozenset(
    {
        "unknown", "date unknown", "not known", "undated", "date not known", "no date", "n/k", "nk", "unk", "unsure",
        "date unsure", "unclear", "date unclear", "illegible", "date illegible", "not recorded", "date not recorded",
        "not stated", "date not stated", "not dated", "no date recorded", "no date given", "date not given", "n.d",
        "nd",
        "tbc", "tba", "to be confirmed", "date tbc", "date to be confirmed", "date n/k", "date uncertain", "uncertain",
        "n/a", "none", "none given", "no date known", "exact date unknown", "exact date not known", "unspecified",
        "not specified", "date missing", "missing", "dyddiad anhysbys",
    }
)  # fmt: skip
DOUBT = re.compile(r"[?\s\-_.x]*")
"""What is no more than marks for a thing not known: ‘?’, ‘--’, ‘??/??/????’ has its slashes taken out first."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


MONTH = rf"(?:{any_of(MONTHS)}\b\.?)"
WEEKDAY = rf"(?:{any_of(WEEKDAYS)}\b\.?)"
SEASON = rf"(?:{any_of(SEASONS)}\b)"
ORDINAL = re.compile(rf"\b{any_of(ORDINALS)}\b")

ABOUT = re.compile(
    r"^(?:(?:at some (?:point|time|stage) )?(?:about|around|round about|approximately|approximate|approx|roughly|"
    r"circa|estimated|est|abt|near|nearly|"
    r"almost|roundabout)\b\.?|(?:c|ca)(?=[.\s\d?])\.?|~)\s*"
)
ABOUT_AFTER = re.compile(
    r"[\s,\-]*(?:~|\b(?:or so|or thereabouts|approximately|approximate|approx|circa|estimated|est|date approx|"
    r"date approximate|approximate date)\b\.?|(?<=[\da-z])-?ish)$"
)
UNSURE = re.compile(
    r"^(?:\?+\s*|(?:possibly|probably|perhaps|maybe|poss|prob|presumably|thought to be|believed to be|"
    r"may be|uncertain)\b\.?[\s:]*)"
)
UNSURE_AFTER = re.compile(
    r"[\s,\-]*(?:\?+|\b(?:tbc|to be confirmed|unconfirmed|uncertain|not certain|not sure|unsure|unclear|possibly|"
    r"probably|perhaps|maybe|poss|prob|i think|date unclear|date uncertain|date not clear|date not certain|"
    r"date not confirmed|assumed|inferred)\b\.?)$"
)
NO_MATTER = re.compile(
    r"[\s,\-]*\b(?:sic|inclusive|incl|(?:exact|precise|actual|specific) (?:date|day|dates) (?:is |was )?(?:not known|"
    r"unknown|unclear|n/k|not recorded|not stated|not given|not clear|tbc)|"
    r"(?:date|dates) (?:is |was )?(?:not known|unknown|n/k|not recorded|not stated|not given)|"
    r"(?:day|month|exact time|time|times) (?:is )?(?:not known|unknown|unclear|n/k|not recorded|not stated|"
    r"not given|tbc)|no (?:exact )?(?:date|day|time)(?: given| recorded| known)?|gmt|bst|utc|all day|"
    r"at (?:the )?(?:latest|earliest)|ad|ce)\b\.?$"
)
"""What may stand after a date and changes nothing of it."""
FILLER = re.compile(
    r"^(?:at some (?:point|time|stage) (?:in|during|on)|some ?time(?: in| during| on)?|"
    r"(?:the )?(?:month|year) of|calendar year|in the course of|in|on|the|during|throughout|within|over|at|of|"
    r"dated|date|date of|as at|as of|ongoing(?= since)|year|month|ar|yn|ym)\b\s*:?\s*(?=\S)"
)
"""What may stand before a date and changes nothing of it."""


def one_letter_off(word: str) -> str:
    """The month or weekday of which `word` is a slip of one letter; "" where it is none, or of several."""
    found = [full for full in (*FULL_MONTHS, *FULL_WEEKDAYS) if len(full) > 3 and _near(word, full)]
    return found[0] if len(found) == 1 else ""


def _near(word: str, full: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours are changed over; long words may have two."""
    if word == full or len(word) < 4 or abs(len(word) - len(full)) > 1 or word[0] != full[0]:
        return False
    if sorted(word) == sorted(full):
        return len([1 for mine, theirs in zip(word, full, strict=True) if mine != theirs]) == 2
    short, long = sorted((word, full), key=len)
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[at:] == long[at + 1 :] or (len(short) == len(long) and short[at + 1 :] == long[at + 1 :])
