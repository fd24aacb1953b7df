"""The steps of the timetable as data (R-198): what is due how long after what, and whose task it is.

They stand in `resources/timetables`; a step that changes, or another kind of review, is a change there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from imr_desk.guidance.reviews import kind_of_review

USUAL_REVIEW = "Serious Case Review"
"""Whose steps serve a kind of review that is not in the list: the same duties hold for each form (R-005)."""


@dataclass(frozen=True)
class Event:
    """What dates are counted from: fields, as `decision.decided_on`, and ids of steps, as in the data."""

    id: str
    words: str
    named: str = ""
    known: tuple[str, ...] = ()
    agreed: str = ""
    expected: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    by_due: bool = False


@dataclass(frozen=True)
class Step:
    """One step: `count` units (month, week, day, working day) after the event `start`, or `before` it.

    With no `start` the board sets the date. `own` steps are put in by ‘Work out the dates’, others are for reference.
    `ours` says that the period is the program's measure of ‘at once’.
    """

    id: str
    name: str
    who: str
    start: str = ""
    count: int = 0
    unit: str = "day"
    before: bool = False
    ours: bool = False
    agency: str = ""
    reviews: tuple[str, ...] = ()
    own: bool = True
    done: tuple[str, ...] = ()
    marks: str = ""
    needed: bool = False
    source: tuple[str, ...] = ()


def steps_for(review_type: str, agency: str) -> tuple[Step, ...]:
    """The steps asked of an agency ("cps", "ho", or "" while it is not chosen) in a kind of review, by its name."""
    listed = kind_of_review(review_type) is not None
    name = review_type if listed else USUAL_REVIEW
    return tuple(
        step
        for step in every_step().values()
        if (not step.reviews or name in step.reviews) and (not step.agency or step.agency == agency)
    )


@lru_cache(maxsize=1)
def every_step() -> Mapping[str, Step]:
    """All steps by id, in the order in which they usually come."""
    return MappingProxyType({key: _step(key, entry) for key, entry in _data()["steps"].items()})


@lru_cache(maxsize=1)
def every_event() -> Mapping[str, Event]:
    """All events by id."""
    return MappingProxyType({key: _event(key, entry) for key, entry in _data()["events"].items()})


def _step(key: str, entry: Mapping[str, Any]) -> Step:
    return Step(key, start=entry.get("from", ""), **_values(entry, "from"))


def _event(key: str, entry: Mapping[str, Any]) -> Event:
    return Event(key, **_values(entry))


def _values(entry: Mapping[str, Any], *without: str) -> dict[str, Any]:
    """What a table says, its lists as tuples."""
    pairs = ((name, value) for name, value in entry.items() if name not in without)
    return {name: tuple(value) if isinstance(value, list) else value for name, value in pairs}


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    text = (resources.files("resources") / "timetables" / "steps.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
