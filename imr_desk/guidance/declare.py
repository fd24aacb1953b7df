"""How checks are declared. Importing `imr_desk.guidance.checks` fills the list; the engine runs it.

A check yields one place for each thing that is missing and nothing when the requirement is satisfied. A requirement
may have more than one check: `check` looks at whole kinds, `each` at one record at a time (kept until that record
changes), `alike` at records that are the same twice. The last two are for kinds that can hold tens of thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from imr_desk.guidance.facts import Facts, Place
from imr_desk.review.catalogue import KINDS
from imr_desk.review.record import Record

EVERY_KIND = tuple(KINDS)
"""For a check that may look anywhere; it is run again after every edit, so it must be cheap."""

G = TypeVar("G", bound=Hashable)
WholeFunction = Callable[[Facts], Iterable[Place]]


@dataclass(frozen=True)
class Whole:
    """A check of whole kinds, run again when a record of one of `reads`, the names or the day have changed."""

    requirement: str
    function: WholeFunction
    reads: tuple[str, ...]


@dataclass(frozen=True)
class Each:
    """A check of one record at a time. `given` is all it may know besides; when that changes, all run again."""

    requirement: str
    function: Callable[[Record, Any], Iterable[Place]]
    kinds: tuple[str, ...]
    given: Callable[[Facts], Hashable]


@dataclass(frozen=True)
class Alike:
    """A check that no two records of a kind have the same key. A key of None is like no other."""

    requirement: str
    key: Callable[[Record], Hashable | None]
    kind: str
    function: Callable[[Record, Record], Place]


Rule = Whole | Each | Alike
_RULES: list[Rule] = []


def rules() -> tuple[Rule, ...]:
    """Every check declared so far."""
    return tuple(_RULES)


def check(requirement: str, *, reads: tuple[str, ...]) -> Callable[[WholeFunction], WholeFunction]:
    """Declare a check of the kinds named in `reads`; it may look at no other."""

    def declare(function: WholeFunction) -> WholeFunction:
        _RULES.append(Whole(requirement, function, reads))
        return function

    return declare


def each(
    requirement: str, *kinds: str, given: Callable[[Facts], G]
) -> Callable[[Callable[[Record, G], Iterator[Place]]], Callable[[Record, G], Iterator[Place]]]:
    """Declare a check of one record at a time; it is handed the record and what `given` reads from the facts."""

    def declare(function: Callable[[Record, G], Iterator[Place]]) -> Callable[[Record, G], Iterator[Place]]:
        _RULES.append(Each(requirement, function, kinds, given))
        return function

    return declare


def alike(
    requirement: str, kind: str, *, key: Callable[[Record], Hashable | None]
) -> Callable[[Callable[[Record, Record], Place]], Callable[[Record, Record], Place]]:
    """Declare that no two records may have the same `key`; the function says so of a later one, given the first."""

    def declare(function: Callable[[Record, Record], Place]) -> Callable[[Record, Record], Place]:
        _RULES.append(Alike(requirement, key, kind, function))
        return function

    return declare
