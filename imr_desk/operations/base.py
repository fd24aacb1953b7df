"""What an operation is, and its versioned JSON form. Undo, history and live checks are this seen from three sides."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.review.values import Plain
from imr_desk.store.transaction import Transaction

FORM = 1
"""Version of the JSON forms. An operation kept by an older program is read by the number it was written with."""


@dataclass(frozen=True)
class Applied:
    """What an operation leaves: its inverse, or None where it cannot be undone (signing, say)."""

    inverse: Operation | None
    ends_undo: bool = False


class Operation(Protocol):
    """One edit. `name` stands in the history and in the JSON form; it is never renamed."""

    name: ClassVar[str]

    def apply(self, tx: Transaction) -> Applied:
        """Make the change in this transaction."""
        ...

    def to_json(self) -> dict[str, Plain]:
        """The operation without its name and version."""
        ...


Reader = Callable[[Mapping[str, Plain]], "Operation"]
_READERS: dict[str, Reader] = {}
T = TypeVar("T", bound=type)


def undoable(cls: T) -> T:
    """Register an operation whose JSON form can be read again; it needs a class method `from_json`."""
    _READERS[cls.name] = cls.from_json  # type: ignore[attr-defined]
    return cls


def encode(operation: Operation) -> str:
    """The JSON form, as it is kept for undo; in ASCII, so that it holds even what the door for text will take out."""
    return json.dumps(to_plain_operation(operation), separators=(",", ":"))


def decode(form: str) -> Operation:
    """An operation from its JSON form; BadInputError for one this program does not know."""
    plain = json.loads(form)
    return from_plain_operation(plain)


def to_plain_operation(operation: Operation) -> dict[str, Plain]:
    """As `encode`, before it becomes text."""
    return {"op": operation.name, "v": FORM, **operation.to_json()}


def from_plain_operation(plain: Mapping[str, Plain]) -> Operation:
    """As `decode`, from what `to_plain_operation` gave."""
    reader = _READERS.get(str(plain.get("op")))
    if reader is None or plain.get("v") != FORM:
        raise BadInputError(tr("This step was kept by another version of the program and cannot be undone here."))
    return reader(plain)


def text_of(plain: Mapping[str, Plain], name: str) -> str:
    """A text of a JSON form."""
    return str(plain[name])
