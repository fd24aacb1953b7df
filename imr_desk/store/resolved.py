"""The dated marks that the replacing of names leaves: when, whose, and on which records. Never a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imr_desk.review.past import PastResolving
from imr_desk.store.driver import Connection

NAMED = 50
"""Records named in one mark; how many more there were is said."""


def add(connection: Connection, at: str, persons: Iterable[str], touched: Sequence[str]) -> None:
    """Leave a mark for each person; `touched` are `kind:id`, or `bin:id` of what rests in the bin."""
    named = " ".join(sorted(touched)[:NAMED]) + (f" +{len(touched) - NAMED}" if len(touched) > NAMED else "")
    connection.run_many(
        "INSERT INTO sys_resolved (at, person, records) VALUES (?, ?, ?)", [(at, person, named) for person in persons]
    )


def marks(connection: Connection) -> tuple[PastResolving, ...]:
    """All of them, the newest first."""
    found = connection.rows("SELECT at, person, records FROM sys_resolved ORDER BY seq DESC")
    return tuple(_mark(str(at), str(person), str(records).split()) for at, person, records in found)


def _mark(at: str, person: str, named: Sequence[str]) -> PastResolving:
    pairs = tuple((kind, record_id) for kind, colon, record_id in (each.partition(":") for each in named) if colon)
    more = next((int(each[1:]) for each in named if each.startswith("+")), 0)
    return PastResolving(at, person, pairs, more)
