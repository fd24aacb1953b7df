"""What stands on both sides of a word, as short lists of words and marks: how a place in a sentence is looked at.

A mark is ``.`` for the beginning or end of a sentence, ``,`` ``:`` and ``(`` for what they are (the last also for
quotation marks and dashes), ``#`` for figures, ``-`` and ``/`` where the word goes on without a blank, ``'s`` for what
somebody owns.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from imr_desk.names.normalise import Joint, Reading

_SO_FAR = 7
_SHORT_LINE = 50
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}\b")
"""A date in figures, as notes end with: ``ALLOCATED TO HOPE 14/6``."""
_WITHIN = {
    Joint.SPACE: "",
    Joint.WRAP: "",
    Joint.HYPHEN: "-",
    Joint.GLUE: "/",
    Joint.CAMEL: "/",
    Joint.APOSTROPHE: "'",
}
_JOINED = ("-", "/", "'")


class Sides(NamedTuple):
    """The words and marks before and after a word, the nearest first; each list ends at the end of the sentence."""

    left: list[str]
    right: list[str]

    @property
    def joined(self) -> bool:
        """Whether the word is only part of a longer one."""
        return self.left[0] in _JOINED or self.right[0] in _JOINED

    def before(self, most: int) -> list[str]:
        """The words before the nearest one, no further than the next mark."""
        found = []
        for word in self.left[1 : most + 1]:
            if not word[0].isalpha():
                break
            found.append(word)
        return found


def sides_of(reading: Reading, first: int, last: int) -> Sides:
    """Both sides of ``atoms[first:last]``."""
    return Sides(_left(reading, first), _right(reading, last))


def _left(reading: Reading, first: int) -> list[str]:
    atoms, found = reading.atoms, list[str]()
    for place in range(first, max(first - _SO_FAR, -1), -1):
        mark = _mark(reading, place, before=True)
        if mark:
            found.append(mark)
        if mark == "." or not place:
            break
        found.append(atoms[place - 1].word)
    return found or ["."]


def _right(reading: Reading, last: int) -> list[str]:
    atoms, found = reading.atoms, list[str]()
    if last < len(atoms) and atoms[last].word == "s" and atoms[last].joint is Joint.APOSTROPHE:
        found.append("'s")
        last += 1
    for place in range(last, min(last + _SO_FAR, len(atoms) + 1)):
        mark = _mark(reading, place, before=False)
        if mark:
            found.append(mark)
        if mark == "." or place == len(atoms):
            break
        found.append(atoms[place].word)
    return found or ["."]


def _mark(reading: Reading, place: int, *, before: bool) -> str:
    """What stands between two atoms, seen from one of them; nothing for a blank."""
    atoms, text = reading.atoms, reading.text
    begin, end = atoms[place - 1].end if place else 0, atoms[place].start if place < len(atoms) else len(text)
    if 0 < place < len(atoms):
        joint = atoms[place].joint
        if joint is Joint.LINE:
            return "." if begin - text.rfind("\n", 0, begin) < _SHORT_LINE else ""
        if joint is Joint.SPACE and "\t" in text[begin:end]:
            return "."
        if joint in _WITHIN:
            return _WITHIN[joint]
    gap = text[max(begin, end - 8) if before else begin : end if before else begin + 8].strip()
    if not before and _DAY.match(gap):
        return "."
    if before and text[begin:end].endswith("\t"):
        return "."
    nearest = gap[-1:] if before else gap[:1]
    if not nearest or nearest in ".!?;\u2026\u2022|*":
        return "."
    if nearest.isdigit() or (not before and nearest == "-" and gap[1:2].isdigit()):
        return "#"
    return nearest if nearest in ",:" else "/" if nearest in "/\\@_&=+" else "("
