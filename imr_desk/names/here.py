"""What tells one place of some words from another: the words beside them in the same sentence.

So 'not a person here' holds in the text that was typed, in every export of it and after an edit elsewhere in it, and no
longer once the words beside it are others.
"""

from __future__ import annotations

import re

from imr_desk.names.normalise import squeeze

_BESIDE = 3
"""Words on either side that have to be the same."""
_WORD = re.compile(r"\w[\w'\u2019-]*")
_REACH = 160
_STOPS = re.compile(r"[.!?:;\u2026\n\r\t\u2022|\x1e]")


def place_of(text: str, start: int, end: int) -> str:
    """The letters of ``text[start:end]`` and of the words beside it, as one string to be hashed."""
    before = _STOPS.split(text[max(0, start - _REACH) : start])[-1]
    after = _STOPS.split(text[end : end + _REACH])[0]
    left = "".join(_WORD.findall(before)[-_BESIDE:])
    right = "".join(_WORD.findall(after)[:_BESIDE])
    return "\x02".join((squeeze(text[start:end]), squeeze(left), squeeze(right)))
