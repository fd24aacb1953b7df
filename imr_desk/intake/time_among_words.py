"""A time of day that stands among other words: ‘21:45 (approx)’, ‘10:15, call ended 10:40’."""

from __future__ import annotations

import re

_TIME_AMONG_WORDS = re.compile(
    r"(?<![\d:.])(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\b)?|(?:1[0-2]|0?[1-9])\s*[ap]\.?m\b|"
    r"(?:^\W*(?:[01]\d|2[0-3])[0-5]\d\b(?![/.\-]\d)|(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:h|hrs?|hours)\b)))(?![\d:])",
    re.IGNORECASE,
)
_NOT_AT = re.compile(r"\b(?:before|prior|by|until|till)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:approx\w*|about|around|circa|est|estimated|roughly)\b", re.IGNORECASE)
_LONGEST_TIME = 60


def time_among(words: str) -> tuple[str, str]:
    """The first time in these words as it is written, and EDTF’s sign for one that is not sure; nothing where none is.

    ‘before 9am’ says no time at which it was.
    """
    found = _TIME_AMONG_WORDS.search(words) if len(words) <= _LONGEST_TIME else None
    if found is None or found[0] == words or _NOT_AT.search(words[: found.start()]):
        return "", ""
    return " ".join(found[0].split()), "~" if _ABOUT.search(words) else "?" if "?" in words else ""
