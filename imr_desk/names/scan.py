"""The scan of what goes out: every part of a document read by the guard before a byte of it is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from imr_desk.i18n import tr
from imr_desk.names.guard import REGISTERED, UNKNOWN, Guard, Mark
from imr_desk.names.replace import Edit, apply, whole_address


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

    Raises ``RegisterUnreadableError`` where the register cannot be read; then nothing may be written.
    """
    hits: dict[str, list[Hit]] = {REGISTERED: [], UNKNOWN: []}
    for place, text in parts:
        for one in guard.marks(text):
            hits[one.kind].append(_hit(place, text, one))
    return ScanReport(tuple(hits[REGISTERED]), tuple(hits[UNKNOWN]))


def _hit(place: str, text: str, one: Mark) -> Hit:
    """A mark with its words and place."""
    words = text[one.start : one.end]
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
