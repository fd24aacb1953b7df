"""What a chronology that this program wrote says in its comments, and a field of an entry holds."""

from __future__ import annotations

import re

from imr_desk.intake.days import Day, read_day
from imr_desk.review.known_date import UNKNOWN

_REFERENCE = re.compile(r"^(?:Event )?ref: CE-\d{3,}$", re.IGNORECASE | re.MULTILINE)
_LEARNED = re.compile(r"^Learned(?: on|:) (\S.*?)\.$\n?", re.MULTILINE)
"""The sentence of `export/sections/more_columns.py`."""


def learned_in(comment: str) -> tuple[Day, str]:
    """When something was learned, and the comment without that sentence; only where an entry of a review has them."""
    found = _LEARNED.search(comment) if _REFERENCE.search(comment) else None
    day = read_day(found[1]) if found else Day()
    if found is None or not day.kept or day.kept == UNKNOWN or day.notes:
        return Day(), comment
    return day, (comment[: found.start()] + comment[found.end() :]).rstrip("\n")
