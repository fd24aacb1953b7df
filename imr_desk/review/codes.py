"""Job titles and pseudonyms as they stand for people: one person, one code (R-183, R-184).

Job titles number themselves, ‘Crown Prosecutor 1’, ‘Crown Prosecutor 2’; the pseudonyms of subjects are those of the
panel and stay as they are written.
"""

from __future__ import annotations

import re

from imr_desk.review.record import Value
from imr_desk.review.review import Review

PEOPLE = ("staff", "subject", "professional")
"""The kinds of records that stand for people by a code."""
_NUMBERED = re.compile(r"(.*\S)\s+([0-9]{1,6})\Z", re.DOTALL)


def code_of(review: Review, record_id: str) -> str:
    """The code of a person; "" where there is no such person, or no code yet."""
    found = review.get(record_id)
    return found.text("code") if found is not None and found.kind in PEOPLE else ""


def people(review: Review, kind: str) -> tuple[tuple[str, str], ...]:
    """(id, code) of everybody of a kind who has a code, in the order of the codes."""
    found = [(str(record.id), record.text("code")) for record in review.all(kind) if record.text("code")]
    return tuple(sorted(found, key=lambda each: _order(each[1])))


def next_code(review: Review, kind: str, words: str) -> str:
    """The code for a new person from the words typed: a job title without a number gets the next one."""
    wanted = " ".join(words.split())
    if kind == "subject" or not wanted or _NUMBERED.match(wanted):
        return wanted
    numbers = [
        int(match[2])
        for record in review.all(kind)
        if (match := _NUMBERED.match(record.text("code"))) and match[1].casefold() == wanted.casefold()
    ]
    return f"{wanted} {max(numbers, default=0) + 1}"


def first_values(kind: str, code: str) -> dict[str, Value]:
    """What a new person's record begins with."""
    match = _NUMBERED.match(code)
    title = match[1] if match else code
    return {"staff": {"code": code, "title": title}, "professional": {"code": code, "post": title}}.get(
        kind, {"code": code}
    )


def _order(code: str) -> tuple[str, int]:
    match = _NUMBERED.match(code)
    return (match[1].casefold(), int(match[2])) if match else (code.casefold(), 0)
