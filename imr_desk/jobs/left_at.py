"""Where the author was when a review was locked or closed, and what was typed and fits no field. Kept in its file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from imr_desk.clock import stamp
from imr_desk.session import Session
from imr_desk.store import left_at


@dataclass(frozen=True)
class Unkept:
    """Words that no field took, such as half a date: the record and field they were typed in, box by box.

    With no `kind` they stood in a form that changes nothing until it is sent; `record_id` is then the label.
    """

    kind: str
    record_id: str
    field_name: str
    boxes: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class LeftAt:
    """A stage from 1, the page over it (below 0; 0 for none), a field, which box of it, and the selection in there.

    `caret` and `anchor` count characters; `caret` is where the next one is typed.
    """

    stage: int = 1
    over: int = 0
    kind: str = ""
    record_id: str = ""
    field_name: str = ""
    box: int = 0
    caret: int = 0
    anchor: int = 0
    unkept: tuple[Unkept, ...] = field(default=(), repr=False)


def keep_left_at(session: Session, where: LeftAt) -> None:
    """Keep it in the file, unless the same stands there. Errors as of an edit."""
    plain = {**where.__dict__, "unkept": [[*each.__dict__.values()] for each in where.unkept]}
    text = json.dumps(plain, separators=(",", ":")) if where != LeftAt() else ""
    if text != left_at.read(session.file.connection):
        with session.file.transaction(stamp(session.clock)) as tx:
            left_at.keep(tx.connection, text)


def read_left_at(session: Session) -> LeftAt:
    """What was kept last; the beginning where nothing was, or nothing this program understands."""
    text = left_at.read(session.file.connection)
    if not text:
        return LeftAt()
    try:
        plain = json.loads(text)
        unkept = tuple(Unkept(kind, record, name, tuple(boxes)) for kind, record, name, boxes in plain.pop("unkept"))
        read = LeftAt(**plain, unkept=unkept)
    except (ValueError, TypeError, KeyError, AttributeError):  # kept by another version of the program
        return LeftAt()
    numbers = (read.stage, read.over, read.box, read.caret, read.anchor)
    return read if all(type(each) is int for each in numbers) else LeftAt()
