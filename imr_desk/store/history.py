"""The append-only history: which operation ran when, on which records. Ids and kinds, never words.

Each line is chained to the one before by SHA-256, so that a line that was changed or taken out shows; the head of the
chain is signed with the content.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imr_desk.store.driver import Connection

if TYPE_CHECKING:
    from imr_desk.review.past import PastEdit

START = "0" * 64
NAMED = 50
"""Records named in one line; a bulk operation says how many more there were."""


def head(connection: Connection) -> str:
    """Digest of the last line; zeros for none."""
    found = connection.row("SELECT digest FROM sys_history ORDER BY seq DESC LIMIT 1")
    return str(found[0]) if found else START


def append(connection: Connection, at: str, operation: str, records: Sequence[tuple[str, str]]) -> None:
    """Add a line for an operation that ran at `at` (ISO 8601, UTC) on these (kind, id)."""
    named = " ".join(f"{kind}:{record_id}" for kind, record_id in sorted(records)[:NAMED])
    if len(records) > NAMED:
        named += f" +{len(records) - NAMED}"
    connection.run(
        "INSERT INTO sys_history (at, operation, records, digest) VALUES (?, ?, ?, ?)",
        (at, operation, named, _digest(head(connection), at, operation, named)),
    )


def lines(connection: Connection, before: int = 0, most: int = 1000) -> tuple[PastEdit, ...]:
    """The newest lines, the newest first; only those older than line `before` where that is given."""
    found = connection.rows(
        "SELECT seq, at, operation, records FROM sys_history WHERE seq < ? ORDER BY seq DESC LIMIT ?",
        (before or 2**62, most),
    )
    return tuple(_line(*row) for row in found)


def _line(seq: int, at: str, operation: str, named: str) -> PastEdit:
    from imr_desk.review.past import PastEdit  # not needed to read a review

    names = [word for word in named.split() if not word.startswith("+")]
    more = next((int(word[1:]) for word in named.split() if word.startswith("+")), 0)
    pairs = tuple((kind, record_id) for kind, _, record_id in (name.partition(":") for name in names))
    return PastEdit(seq, at, operation, pairs, more)


def broken_at(connection: Connection) -> int | None:
    """The number of the first line that does not fit the one before; None where the chain holds."""
    before = START
    for seq, at, operation, records, digest in connection.rows(
        "SELECT seq, at, operation, records, digest FROM sys_history ORDER BY seq"
    ):
        before = _digest(before, at, operation, records)
        if before != digest:
            return int(seq)
    return None


def lacks_what_was_signed(connection: Connection) -> bool:
    """Whether a signature names a head that is no line any more: the chain alone does not show that its end is gone."""
    known = {START, *(str(digest) for (digest,) in connection.rows("SELECT digest FROM sys_history"))}
    return any(
        _head_in(statement or "") not in known for (statement,) in connection.rows("SELECT statement FROM signature")
    )


def _head_in(statement: str) -> str:
    try:
        return str(json.loads(statement)["history_head"])
    except (ValueError, KeyError, TypeError):
        return ""


def _digest(before: str, *parts: str) -> str:
    import hashlib  # its library of ciphers is large; reading a review needs none of it

    return hashlib.sha256(json.dumps([before, *parts], ensure_ascii=False).encode()).hexdigest()
