"""Entries of a file taken into the chronology: one transaction, one step of undo (R-072)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied, Operation, text_of, undoable
from imr_desk.operations.general import Batch, Delete
from imr_desk.operations.references import References, runs_of
from imr_desk.review.links import links_of
from imr_desk.review.values import Plain
from imr_desk.store.transaction import Transaction, told_to_nobody

Added = tuple[str, Mapping[str, object]]
Step = Callable[[int, int], None]
PARTS, PARTS_BACK, PARTS_AGAIN = 5, 2, 4
"""How often it is told of each record that comes in, is taken back or is put back; the last time before the commit."""


@undoable
@dataclass(frozen=True)
class Import:
    """Add records of one kind that come from a file: (reference, values), in the order of the file.

    `told` is told how far it is, and may end it with an error. Undo takes them all back. Its JSON form holds references
    only, no words: redo puts back what undo laid in the bin.
    """

    kind: str
    records: Sequence[Added] = field(repr=False)
    told: Step = field(default=told_to_nobody, repr=False, compare=False)
    name: ClassVar[str] = "import"

    def apply(self, tx: Transaction) -> Applied:
        """Add all of them or none; BadInputError where a value does not fit, or the step came out of the file."""
        if not self.records:
            raise BadInputError(tr("There is nothing to take in. Nothing was changed."))
        tx.step = self.told
        tx.insert_all(self.kind, self.records)
        return Applied(TakeBack(self.kind, tuple(record_id for record_id, _ in self.records)))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "ids": list(runs_of(record_id for record_id, _ in self.records))}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> PutBack:
        """The same records again, which are in the bin whenever this form is read to be done."""
        return PutBack.from_json(plain)


@undoable
@dataclass(frozen=True)
class TakeBack:
    """Take records that were imported out again and rest them in the bin."""

    kind: str
    ids: Sequence[str]
    name: ClassVar[str] = "take_back"

    def apply(self, tx: Transaction) -> Applied:
        """Take all of them out; what leads to one loses its link, as when a single record is deleted."""
        review = tx.review()
        led_to = {target for record in review for _, target in links_of(record)}
        linked = [record_id for record_id in self.ids if record_id in led_to]
        inverses: list[Operation] = []
        for record_id in linked:
            inverse = Delete(self.kind, record_id).apply(tx).inverse
            inverses += [inverse] if inverse is not None else []
        apart = set(linked)
        free = tuple(record_id for record_id in self.ids if record_id not in apart)
        tx.take_out_all(self.kind, free)
        back = PutBack(self.kind, free)
        return Applied(Batch((back, *reversed(inverses))) if inverses else back)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "ids": list(runs_of(self.ids))}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> TakeBack:
        """As in `Operation`."""
        return cls(text_of(plain, "kind"), _ids(plain))


@undoable
@dataclass(frozen=True)
class PutBack:
    """Put imported records back out of the bin."""

    kind: str
    ids: Sequence[str]
    name: ClassVar[str] = "put_back"

    def apply(self, tx: Transaction) -> Applied:
        """Put all of them back to where they were."""
        tx.put_back_all(self.kind, self.ids)
        return Applied(TakeBack(self.kind, self.ids))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"kind": self.kind, "ids": list(runs_of(self.ids))}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> PutBack:
        """As in `Operation`."""
        return cls(text_of(plain, "kind"), _ids(plain))


def records_in(operation: Operation | None) -> int:
    """How many records of an import a step of undo takes back or puts back; 0 for every other step."""
    if isinstance(operation, Batch):
        return sum(map(records_in, operation.operations))
    return len(operation.ids) if isinstance(operation, TakeBack | PutBack) else 0


def _ids(plain: Mapping[str, Plain]) -> References:
    ids = plain.get("ids")
    return References([str(each) for each in ids] if isinstance(ids, list) else ())
