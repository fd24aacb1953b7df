"""The general operations. Over declared records they serve every page; others exist only where they hold a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied, Operation, from_plain_operation, text_of, to_plain_operation, undoable
from imr_desk.review.catalogue import field_of, fields_of
from imr_desk.review.links import links_in, without
from imr_desk.review.record import RecordId, Value
from imr_desk.review.values import Plain, from_plain, to_plain
from imr_desk.store.transaction import STEP, Transaction


def _plain_values(values: Mapping[str, object]) -> dict[str, Plain]:
    return {name: to_plain(value) for name, value in values.items()}


def _values_from(kind: str, plain: Plain) -> dict[str, Value]:
    pairs = plain.items() if isinstance(plain, dict) else ()
    return {name: from_plain(field_of(kind, name), value) for name, value in pairs}


@undoable
@dataclass(frozen=True)
class SetFields:
    """Give fields of one record new values (None or nothing: empty)."""

    kind: str
    record_id: str
    values: Mapping[str, object] = field(repr=False)
    name: ClassVar[str] = "set_fields"

    def apply(self, tx: Transaction) -> Applied:
        """Write the values; the inverse puts the old ones back."""
        before = tx.set_values(self.kind, self.record_id, self.values)
        return Applied(SetFields(self.kind, self.record_id, before))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "id": self.record_id, "values": _plain_values(self.values)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> SetFields:
        """As in `Operation`."""
        kind = text_of(plain, "kind")
        return cls(kind, text_of(plain, "id"), _values_from(kind, plain["values"]))


@undoable
@dataclass(frozen=True)
class Insert:
    """Add a record. `session.new_id(kind)` gives a reference that was never used."""

    kind: str
    record_id: str
    values: Mapping[str, object] = field(repr=False)
    position: int | None = None
    name: ClassVar[str] = "insert"

    def apply(self, tx: Transaction) -> Applied:
        """Add it; the inverse deletes it."""
        tx.insert(self.kind, self.record_id, self.values, self.position)
        return Applied(Delete(self.kind, self.record_id))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {
            "kind": self.kind,
            "id": self.record_id,
            "values": _plain_values(self.values),
            "position": self.position,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Insert:
        """As in `Operation`."""
        kind, position = text_of(plain, "kind"), plain.get("position")
        return cls(
            kind,
            text_of(plain, "id"),
            _values_from(kind, plain["values"]),
            position if isinstance(position, int) else None,
        )


@undoable
@dataclass(frozen=True)
class Delete:
    """Take a record out and rest it in the bin; links to it are taken out with it."""

    kind: str
    record_id: str
    name: ClassVar[str] = "delete"

    def apply(self, tx: Transaction) -> Applied:
        """Unlink and take out; the inverse puts back the record and every link to it."""
        inverse: list[Operation] = [Restore(self.kind, self.record_id)]
        for other in tx.review().linked_from(self.record_id):
            left = {
                name: without(field, other.get(name), RecordId(self.record_id))
                for name, field in fields_of(other.kind).items()
                if any(target == self.record_id for _, target in links_in(field, other.get(name)))
            }
            before = tx.set_values(other.kind, other.id, left)
            inverse.append(SetFields(other.kind, other.id, before))
        tx.take_out(self.kind, self.record_id)
        return Applied(Batch(tuple(inverse)))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "id": self.record_id}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Delete:
        """As in `Operation`."""
        return cls(text_of(plain, "kind"), text_of(plain, "id"))


@undoable
@dataclass(frozen=True)
class Restore:
    """Take a record out of the bin, to where it was."""

    kind: str
    record_id: str
    name: ClassVar[str] = "restore"

    def apply(self, tx: Transaction) -> Applied:
        """Put it back; the inverse deletes it again."""
        tx.put_back(self.kind, self.record_id)
        return Applied(Delete(self.kind, self.record_id))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "id": self.record_id}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Restore:
        """As in `Operation`."""
        return cls(text_of(plain, "kind"), text_of(plain, "id"))


@undoable
@dataclass(frozen=True)
class Move:
    """Put a record before another of its kind, or at the end (`before` empty)."""

    kind: str
    record_id: str
    before: str = ""
    name: ClassVar[str] = "move"

    def apply(self, tx: Transaction) -> Applied:
        """Give it a position between its new neighbours; the inverse puts it before the one it stood before."""
        tx.must_get(self.kind, self.record_id)
        if self.before:
            tx.must_get(self.kind, self.before)
        order = list(tx.review().all(self.kind))
        at = next(i for i, record in enumerate(order) if record.id == self.record_id)
        was_before = order[at + 1].id if at + 1 < len(order) else ""
        record = order.pop(at)
        before = was_before if self.before == self.record_id else self.before  # before itself: where it stands
        to = next((i for i, other in enumerate(order) if other.id == before), len(order))
        low = order[to - 1].position if to else 0
        high = order[to].position if to < len(order) else low + 2 * STEP
        if high - low > 1:
            tx.place(self.kind, record.id, (low + high) // 2)
        else:
            order.insert(to, record)
            for i, each in enumerate(order):
                tx.place(self.kind, each.id, (i + 1) * STEP)
        return Applied(Move(self.kind, self.record_id, was_before))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "id": self.record_id, "before": self.before}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Move:
        """As in `Operation`."""
        return cls(text_of(plain, "kind"), text_of(plain, "id"), text_of(plain, "before"))


@undoable
@dataclass(frozen=True)
class Link:
    """Add a link to a LINKS field, or take one out (`add` False). Linking twice changes nothing."""

    kind: str
    record_id: str
    field: str
    target: str
    add: bool = True
    name: ClassVar[str] = "link"

    def apply(self, tx: Transaction) -> Applied:
        """Link or unlink; the inverse restores the list as it was, order included."""
        links = tx.must_get(self.kind, self.record_id).lines(self.field)
        if self.add:
            now = links if self.target in links else (*links, self.target)
        else:
            now = tuple(each for each in links if each != self.target)
        before = tx.set_values(self.kind, self.record_id, {self.field: now})
        return Applied(SetFields(self.kind, self.record_id, before))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "id": self.record_id, "field": self.field, "target": self.target, "add": self.add}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Link:
        """As in `Operation`."""
        return cls(
            text_of(plain, "kind"),
            text_of(plain, "id"),
            text_of(plain, "field"),
            text_of(plain, "target"),
            plain["add"] is True,
        )


@undoable
@dataclass(frozen=True)
class Batch:
    """Several operations as one: one transaction, one step of undo, one line in the history.

    Only what can be undone: signing, reopening, forgetting and replacing names are deeds of their own.
    """

    operations: Sequence[Operation]
    name: ClassVar[str] = "batch"

    def apply(self, tx: Transaction) -> Applied:
        """Apply each in turn; the inverse takes them back from the last to the first."""
        inverses: list[Operation] = []
        for operation in self.operations:
            inverse = operation.apply(tx).inverse
            if inverse is None:
                raise BadInputError(tr("This cannot be done together with other changes. Nothing was changed."))
            inverses.append(inverse)
        return Applied(Batch(tuple(reversed(inverses))))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"operations": [dict(to_plain_operation(operation)) for operation in self.operations]}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Batch:
        """As in `Operation`."""
        forms = plain["operations"]
        return cls(
            tuple(from_plain_operation(form) for form in forms if isinstance(form, dict))
            if isinstance(forms, list)
            else ()
        )
