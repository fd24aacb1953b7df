"""Records that can be linked to, found by any part of their title or reference. Pure; quick for tens of thousands."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import NamedTuple
from weakref import WeakValueDictionary

Choices = tuple[tuple[str, str], ...]
"""What is stored, and its label."""


class Match(NamedTuple):
    """A record that was found: its id, and its title with its reference."""

    id: str
    words: str


class Adding(NamedTuple):
    """How a record that was not found is added from the field.

    `offer` gives the words of the row that does it for what was typed, "" where that cannot be added; `add` does it and
    gives the id of the new record, "" where it was not kept.
    """

    offer: Callable[[str], str]
    add: Callable[[str], str]


class Findable:
    """Choices with their words made ready for looking. Fields that offer the same choices share one, by `of`."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self._labels = dict(choices)
        self._matches = [Match(each, with_reference(each, label)) for each, label in choices]
        self._folded = [match.words.casefold() for match in self._matches]

    @classmethod
    def of(cls, choices: Choices) -> Findable:
        """The one for these choices."""
        found = _MADE.get(id(choices))
        if found is None or found.choices is not choices:
            found = _MADE[id(choices)] = cls(choices)
        return found

    def label(self, record_id: str) -> str:
        """What a record is called; "" for one that is not among the choices."""
        return self._labels.get(record_id, "")

    def matching(self, typed: str, without: Container[str] = (), most: int = 50) -> tuple[list[Match], int]:
        """The first `most` records that hold every word that was typed, and how many there are.

        Those that begin with what was typed come first, then those that hold it as it was typed; with nothing typed,
        all of them in their order.
        """
        parts = typed.casefold().split()
        start = " ".join(parts)
        best: tuple[list[Match], list[Match], list[Match]] = ([], [], [])
        for folded, match in zip(self._folded, self._matches, strict=True):
            if all(part in folded for part in parts) and match.id not in without:
                begins = folded.startswith(start) or match.id.casefold() == start
                best[0 if begins else 1 if start in folded else 2].append(match)
        return [*best[0], *best[1], *best[2]][:most], sum(map(len, best))

    def named(self, typed: str, without: Container[str] = ()) -> str:
        """The one record that is called just so, or has that reference; "" where there is none, or more than one."""
        wanted = " ".join(typed.casefold().split())
        found = [
            match.id
            for match in self._matches
            if match.id not in without
            and wanted in (match.id.casefold(), match.words.casefold(), self._labels[match.id].casefold())
        ]
        return found[0] if len(found) == 1 else ""


_MADE: WeakValueDictionary[int, Findable] = WeakValueDictionary()
"""Those that a field holds, by the identity of the choices in them: at the lock they go with the fields."""


def with_reference(record_id: str, label: str) -> str:
    """Title and reference; a title that ends with the reference as it is."""
    return label if label.endswith(record_id) else f"{label} · {record_id}"
