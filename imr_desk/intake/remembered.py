"""Forms that came before: which columns the author gave to which field, found again by the headings (R-072).

What is kept says nothing: a hash of the headings, and letters of columns.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from imr_desk.intake.headings import FIELDS, bare
from imr_desk.intake.taken import ReadTable, Taken

MOST = 40
"""Forms that are remembered; the oldest goes."""


def form_of(taken: Taken) -> str:
    """What tells this form again: a hash of its headings; "" where it has none."""
    table = main_table(taken)
    headings = [bare(heading) for _, heading, _ in table.columns] if table is not None and table.header_row else []
    return hashlib.sha256("\x1f".join(headings).encode()).hexdigest()[:24] if any(headings) else ""


def main_table(taken: Taken) -> ReadTable | None:
    """The first table that was read."""
    return next((table for table in taken.tables if table.columns), None)


def letters_of(said: Mapping[str, str]) -> str:
    """What the author said, as it is kept: ‘event=D;source=’."""
    return ";".join(f"{name}={said[name]}" for name in FIELDS if name in said)


def said_in(letters: str) -> dict[str, str]:
    """The fields and letters in what was kept; what makes no sense is left out."""
    pairs = (each.partition("=") for each in letters.split(";"))
    return {name: letter for name, sign, letter in pairs if sign and name in FIELDS and _is_letter(letter)}


def _is_letter(words: str) -> bool:
    return not words or (len(words) <= 2 and words.isascii() and words.isalpha() and words.isupper())


def with_form(forms: Sequence[tuple[str, str]], form: str, said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The forms with this one as the newest."""
    others = [each for each in forms if each[0] != form]
    return tuple([*others, (form, letters_of(said))][-MOST:])
