"""A requirement does not apply here, because …: kept with its reason and its day, and taken back by deleting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.guidance.asked import may_be_exempted
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied, text_of, undoable
from imr_desk.operations.general import Delete, SetFields
from imr_desk.review.text import clean
from imr_desk.review.values import Plain
from imr_desk.store.transaction import Transaction

KIND = "exemption"


@undoable
@dataclass(frozen=True)
class Exempt:
    """Keep the reason why a requirement does not apply.

    `record_id` is that of a new record (`session.new_id("exemption")`); where a reason stands already, that record
    takes the new one. `dated` is a day, ISO 8601. BadInputError without a reason, and where no reason may stand in.
    """

    record_id: str
    requirement: str
    reason: str = field(repr=False)
    dated: str
    name: ClassVar[str] = "exempt"

    def apply(self, tx: Transaction) -> Applied:
        """Write it; the inverse takes it back."""
        if not clean(self.reason).text.strip():
            raise BadInputError(tr("Say why it does not apply. Without a reason it is still asked for."))
        if not may_be_exempted(self.requirement):
            raise BadInputError(
                tr("No reason stands in for this: independence, signatures and names are always asked for.")
            )
        values = {"requirement": self.requirement, "reason": self.reason, "dated": self.dated}
        for each in tx.review().all(KIND):
            if each.text("requirement") == self.requirement:
                return Applied(SetFields(KIND, each.id, tx.set_values(KIND, each.id, values)))
        tx.insert(KIND, self.record_id, values)
        return Applied(Delete(KIND, self.record_id))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"id": self.record_id, "requirement": self.requirement, "reason": self.reason, "dated": self.dated}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Exempt:
        """As in `Operation`."""
        return cls(*(text_of(plain, name) for name in ("id", "requirement", "reason", "dated")))
