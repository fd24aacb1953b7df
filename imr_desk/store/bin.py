"""What was deleted and rests in the review file, from where it can be put back, or be removed for good."""

from __future__ import annotations

from imr_desk.review.past import Binned
from imr_desk.store import rows
from imr_desk.store.driver import Connection


def binned(connection: Connection) -> tuple[Binned, ...]:
    """What rests in the bin, the latest first."""
    found = connection.rows("SELECT kind, id, position, body, deleted_at FROM sys_bin ORDER BY deleted_at DESC, id")
    return tuple(
        Binned(rows.record_from_body(str(kind), str(record_id), int(position), str(body)), str(at))
        for kind, record_id, position, body, at in found
    )
