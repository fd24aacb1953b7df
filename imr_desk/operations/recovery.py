"""What was done with a sheet of the recovery key, for the record: how it is kept, or that it was refused in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied
from imr_desk.review.text import clean
from imr_desk.review.values import Plain
from imr_desk.store.transaction import Transaction

KIND = "recovery_sheet"
_SET = "INSERT OR REPLACE INTO sys_fact (name, value) VALUES ('keyring', 'forbidden')"
_TAKE = "DELETE FROM sys_fact WHERE name = 'keyring'"
REFUSED = "refused"


@dataclass(frozen=True)
class KeepRecoveryKey:
    """A sheet was printed, saved or written by hand: `kept_as` is a choice of the kind, `day` is ISO 8601.

    `record_id` is that of a new record. No step of undo: what was kept is kept.
    """

    record_id: str
    sheet: int
    kept_as: str
    day: str
    name: ClassVar[str] = "keep_recovery_key"

    def apply(self, tx: Transaction) -> Applied:
        """Write it down."""
        tx.insert(KIND, self.record_id, {"sheet": self.sheet, "kept_as": self.kept_as, "kept_on": self.day})
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {"id": self.record_id, "sheet": self.sheet, "kept_as": self.kept_as, "day": self.day}


@dataclass(frozen=True)
class RefuseRecoveryKey:
    """The author would rather have no sheet, and says so in words. BadInputError without any."""

    record_id: str
    sheet: int
    words: str = field(repr=False)
    day: str
    name: ClassVar[str] = "refuse_recovery_key"

    def apply(self, tx: Transaction) -> Applied:
        """Write it down with its words."""
        if not clean(self.words).text.strip():
            raise BadInputError(tr("Say that a forgotten passphrase may lose this review, or keep the recovery key."))
        values = {"sheet": self.sheet, "kept_as": REFUSED, "kept_on": self.day, "accepted": self.words}
        tx.insert(KIND, self.record_id, values)
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {"id": self.record_id, "sheet": self.sheet, "day": self.day}


@dataclass(frozen=True)
class ForbidKeyring:
    """No computer may keep the key of this review in its keyring. No step of undo."""

    name: ClassVar[str] = "forbid_keyring"

    def apply(self, tx: Transaction) -> Applied:
        """Say so in the file, so that it holds on every computer."""
        tx.connection.run(_SET)
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {}


@dataclass(frozen=True)
class AllowKeyring:
    """A computer may keep the key again, where somebody asks for it. No step of undo."""

    name: ClassVar[str] = "allow_keyring"

    def apply(self, tx: Transaction) -> Applied:
        """Take out of the file what forbade it."""
        tx.connection.run(_TAKE)
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {}
