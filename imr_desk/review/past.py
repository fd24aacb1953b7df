"""What a review file tells of its past: the lines of its history, and what rests in its bin."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.review.record import Record


@dataclass(frozen=True)
class PastEdit:
    """One line of the history.

    `number` counts from 1, `at` is ISO 8601 in UTC. `records` are the (kind, id) the operation changed, `more` how many
    others it changed that are not named. Never a word of what was written.
    """

    number: int
    at: str
    operation: str
    records: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True)
class PastResolving:
    """The mark that the replacing of a name leaves: at, ISO 8601 in UTC; whose name it was, as the id of a record.

    `records` are the (kind, id) it was replaced in, with the kind ‘bin’ for what rested there; `more` how many others.
    """

    at: str
    person: str
    records: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True)
class Binned:
    """A record that was deleted, as it was, and when: ISO 8601 in UTC."""

    record: Record
    at: str
