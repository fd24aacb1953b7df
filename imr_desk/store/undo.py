"""The steps that can be undone or done again, kept in the file to survive the idle lock. They end at signing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from imr_desk.store.driver import Connection


class Step(NamedTuple):
    """One step: the operation and its inverse, both as JSON; `visit` names one visit to a field, or is empty."""

    seq: int
    visit: str
    operation: str
    inverse: str

    def __repr__(self) -> str:
        """Without what was written: a repr can reach a log."""
        return f"Step({self.seq})"


def _step(connection: Connection, where: str, order: str) -> Step | None:
    found = connection.row(
        f"SELECT seq, visit, operation, inverse FROM sys_undo WHERE undone = {where} ORDER BY seq {order} LIMIT 1"  # noqa: S608
    )
    return Step(*found) if found else None


def last_done(connection: Connection) -> Step | None:
    """The step that undo would take back."""
    return _step(connection, "0", "DESC")


def first_undone(connection: Connection) -> Step | None:
    """The step that redo would do again."""
    return _step(connection, "1", "ASC")


def push(connection: Connection, visit: str, operation: str, inverse: str) -> None:
    """Keep a step that was just done; what had been undone cannot be done again after it."""
    connection.run("DELETE FROM sys_undo WHERE undone = 1")
    connection.run(
        "INSERT INTO sys_undo (undone, visit, operation, inverse) VALUES (0, ?, ?, ?)", (visit, operation, inverse)
    )


def merge(connection: Connection, step: Step, operation: str) -> None:
    """Let a later commit of the same visit to a field stand in one step with the earlier one."""
    connection.run("DELETE FROM sys_undo WHERE undone = 1")
    connection.run("UPDATE sys_undo SET operation = ? WHERE seq = ?", (operation, step.seq))


def turn(connection: Connection, step: Step, *, undone: bool, operation: str, inverse: str) -> None:
    """Mark a step as undone or done again, with what it then holds."""
    connection.run(
        "UPDATE sys_undo SET undone = ?, visit = '', operation = ?, inverse = ? WHERE seq = ?",
        (int(undone), operation, inverse, step.seq),
    )


def forms(connection: Connection) -> tuple[str, ...]:
    """The forms of all steps, each once."""
    found = connection.rows("SELECT operation FROM sys_undo UNION SELECT inverse FROM sys_undo")
    return tuple(str(form) for (form,) in found)


def rewrite(connection: Connection, new: Callable[[str], str]) -> int:
    """Put both forms of every step through a function that leaves their meaning; how many steps are another."""
    changed = [
        (*after, seq)
        for seq, *forms in connection.rows("SELECT seq, operation, inverse FROM sys_undo ORDER BY seq")
        if (after := [new(form) for form in forms]) != forms
    ]
    connection.run_many("UPDATE sys_undo SET operation = ?, inverse = ? WHERE seq = ?", changed)
    return len(changed)


def clear(connection: Connection) -> None:
    """Forget all steps: undo ends at signing."""
    connection.run("DELETE FROM sys_undo")
