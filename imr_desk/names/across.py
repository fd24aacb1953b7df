"""Registered names that begin in one cell, line or paragraph of a document and end in the next.

A table may have columns for first and last names, a list may hold one below the other, and whoever wants to get a name
out may write it so. Read each by itself, ‘Mark’ and ‘Law’ are everyday words, and ‘Pell’ is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.guard import Guard, Mark
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import squeeze

CELL_END = "\x1e"
"""Stands between the cells of a row, and in no text of a file."""
PART_END = "\x1d"
"""The same between the paragraphs and rows of a document."""
_END = rf"[{CELL_END}{PART_END}]"
_NUMBER = r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)]?\n)?"
"""What a paragraph is numbered with, on a line of its own, where the number is part of the text, as in a PDF."""
_GAP = rf" *(?:{_END} *)+{_NUMBER}"
_TOKEN = rf"[^\W\d_][^\s{CELL_END}{PART_END}]*"
_JOINT = re.compile(rf"(?<![^\W_])(?P<tail>{_TOKEN})(?P<gap>{_GAP})(?=(?P<head>{_TOKEN}))")
"""The last word before the end of a cell, and the first one of the next cell that is not empty."""
_LETTERS = re.compile(rf"(?<![^\W_])[^\W\d_](?:{_GAP}[^\W\d_](?![^\W_])){{3,24}}")
_ENDS = re.compile(rf"(?:{_END} *)+{_NUMBER}")
_STOPS = ".!?:;"
_HYPHENS = "-\u00ad\u2010\u2011"
"""What a word that goes on in the next line or cell may end with."""
_LABEL = re.compile(r"\b(?:surname|forename|(?:first|last|family|given) name)s?\Z", re.IGNORECASE)
_NEAR = 60
_FEWEST, _MOST = 5, 24  # letters of a name that is broken in two


def across(guard: Guard, text: str, taken: set[int]) -> Iterator[Mark]:
    """The registered names that no single cell of ``text`` holds, but for those in ``taken``; they are added to it."""
    asked = _Asked(guard)
    for joint in _JOINT.finditer(text):
        for one in (*_beside(asked, text, joint), *_broken(asked, text, joint)):
            if taken.isdisjoint(range(one.start, one.end)):
                taken.update(range(one.start, one.end))
                yield one
    for run in _LETTERS.finditer(text):
        spelt = _as_one(asked, squeeze(run[0]), run.start(), run.end())
        if spelt and taken.isdisjoint(range(spelt.start, spelt.end)):
            taken.update(range(spelt.start, spelt.end))
            yield spelt


class _Asked:
    """What the guard says of the few words round a joint; tables have the same ones again and again."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self._said: dict[str, tuple[Mark, ...]] = {}

    def of(self, words: str) -> tuple[Mark, ...]:
        """The registered names in these words."""
        said = self._said.get(words)
        if said is None:
            said = self._said[words] = self.guard.registered_in(words)
        return said


def _beside(asked: _Asked, text: str, joint: re.Match[str]) -> Iterator[Mark]:
    """What is a name because of the word in the other cell: ‘Mark’ and ‘Law’, ‘Mr’ and ‘Law’."""
    tail, head, paragraph = joint["tail"], joint["head"], PART_END in joint["gap"]
    begin, next_cell = max(joint.start() - _NEAR, 0), joint.end()
    label = _LABEL.search(text, begin, joint.end("tail")) is not None
    if not ((label or tail[0].isupper()) and head[0].isupper()) or (paragraph and tail[-1] in _STOPS):
        return
    if not asked.of(f"{tail}{':' * label}\n{head}"):
        return
    beside = _ENDS.sub(_as_line_end, text[begin : next_cell + _NEAR])
    if label:
        at = joint.end("tail") - begin
        beside = f"{beside[:at]}:{beside[at + 1 :]}"
    for one in asked.guard.registered_in(beside):
        start, end = one.start + begin, one.end + begin
        spans = start <= joint.start() and end > next_cell
        titled = start == next_cell and not paragraph
        if (one.certain and spans) or ((one.certain or label) and titled):
            yield one._replace(start=start, end=end)


def _as_line_end(gap: re.Match[str]) -> str:
    """One line end, and blanks that keep its length."""
    return "\n" + " " * (len(gap[0]) - 1)


def _broken(asked: _Asked, text: str, joint: re.Match[str]) -> Iterator[Mark]:
    """One name of which the first letters end a cell and the others begin the next: ‘Pell’ and ‘brook’."""
    tail, head = joint["tail"].rstrip(_HYPHENS), squeeze(joint["head"])
    first = squeeze(tail)
    if not tail[-1:].isalpha() or not head or not _FEWEST <= len(first) + len(head) <= _MOST:
        return
    ordinary = the_lists().ordinary
    if first in ordinary and head in ordinary:
        return
    one = _as_one(asked, tail + head, joint.start(), joint.end() + len(joint["head"]))
    if one:
        yield one


def _as_one(asked: _Asked, letters: str, start: int, end: int) -> Mark | None:
    """The registered name that these letters are together, letter by letter."""
    for one in asked.of(letters.title()):
        if one.certain and (one.start, one.end) == (0, len(letters)):
            return one._replace(start=start, end=end)
    return None
