"""The scan of what goes out: every part of a document read by the guard before a byte of it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imr_desk.i18n import tr
from imr_desk.names.guard import REGISTERED, UNKNOWN, Guard, Mark
from imr_desk.names.replace import Edit, apply, whole_address

CELL_END = "\x1e"
"""Stands between the cells of a row, and in no text of a file."""
_CAPITAL = r"[^\W\d_a-z]"
_ACROSS = re.compile(rf"\b{_CAPITAL}[^\s,]*,? *{CELL_END} *{_CAPITAL}")
"""A cell that ends in a word with a capital, before one that begins with one."""
_NEAR = 60
_SHORT = 60  # letters; short cells say the same again and again, and are read once


class Hit(NamedTuple):
    """A name in one part: ``place`` is the caller's name for the part, offsets are code points within it."""

    place: str
    start: int
    end: int
    words: str
    person: str
    key: str
    reason: str = ""
    level: str = "name"
    others: tuple[str, ...] = ()


class ScanReport(NamedTuple):
    """All names found, in the order of the parts."""

    registered: tuple[Hit, ...]
    unknown: tuple[Hit, ...]

    def clean(self, final: bool) -> bool:
        """Whether it may be written: a draft without registered names, a final export without any name."""
        return not self.registered and not (final and self.unknown)


def scan(guard: Guard, parts: Iterable[tuple[str, str]]) -> ScanReport:
    """Read every part (place, text): body, tables, headers, footnotes, properties, file name.

    The cells of a row, parted by `CELL_END`, are read each by itself: the end of one and the beginning of the next
    (‘May’, ‘Not carried out’) are no name. Only a registered name is looked for across cells as well, since a table
    may have columns for first and last names.

    Raises ``RegisterUnreadableError`` where the register cannot be read; then nothing may be written.
    """
    hits: dict[str, list[Hit]] = {REGISTERED: [], UNKNOWN: []}
    clean = {""}
    for place, text in parts:
        for one in _in_row(guard, text, clean) if CELL_END in text else guard.marks(text):
            hits[one.kind].append(_hit(place, text, one))
    return ScanReport(tuple(hits[REGISTERED]), tuple(hits[UNKNOWN]))


def _in_row(guard: Guard, text: str, clean: set[str]) -> Iterator[Mark]:
    """The names in each cell of a row, and registered ones that begin in one cell and end in another.

    `clean` takes short cells without a name, which need not be read again.
    """
    start = 0
    taken: set[int] = set()
    for cell in text.split(CELL_END):
        found = () if cell in clean else guard.marks(cell)
        if not found and len(cell) <= _SHORT:
            clean.add(cell)
        for one in found:
            made = one._replace(start=one.start + start, end=one.end + start)
            taken.update(range(made.start, made.end) if made.kind == REGISTERED else ())
            yield made
        start += len(cell) + len(CELL_END)
    for joint in _ACROSS.finditer(text):
        begin = max(joint.start() - _NEAR, 0)
        for one in guard.registered_in(text[begin : joint.end() + _NEAR].replace(CELL_END, "\n")):
            start, end = one.start + begin, one.end + begin
            if one.certain and start <= joint.start() and end >= joint.end() and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield one._replace(start=start, end=end)


def _hit(place: str, text: str, one: Mark) -> Hit:
    """A mark with its words and place."""
    words = text[one.start : one.end].replace(CELL_END, " ")
    return Hit(place, one.start, one.end, words, one.person, one.key, one.reason, one.level, one.others)


class DraftNames:
    """Unresolved unknown names in a draft: each becomes ``[name to be settled 3]``, the same words the same number.

    Use one for a whole document. Registered names are left standing, because a text that holds one is refused.
    """

    def __init__(self, guard: Guard) -> None:
        """Begin to count at 1."""
        self._guard = guard
        self._numbers: dict[str, int] = {}

    @property
    def count(self) -> int:
        """How many different names are still to be settled in what was given so far."""
        return len(self._numbers)

    def settle(self, text: str) -> str:
        """The text with every unresolved unknown name replaced; an e-mail address goes whole."""
        edits = []
        for one in self._guard.marks(text):
            if one.kind == UNKNOWN:
                number = self._numbers.setdefault(one.key, len(self._numbers) + 1)
                words = tr("[name to be settled {n}]").format(n=number)
                edits.append(Edit(*whole_address(text, one.start, one.end), words))
        return apply(text, edits) if edits else text


def settle_for_draft(guard: Guard, texts: Iterable[str]) -> tuple[str, ...]:
    """All texts of a draft with their unknown names settled, numbered through all of them."""
    names = DraftNames(guard)
    return tuple(names.settle(text) for text in texts)
