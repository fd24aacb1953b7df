"""Where the key of the list of staff names is kept, and typing the list again where that key is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from imr_desk import keychain
from imr_desk.errors import BadInputError, RegisterUnreadableError
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied
from imr_desk.review.values import Plain
from imr_desk.store import register
from imr_desk.store.transaction import Transaction


@dataclass(frozen=True)
class KeepKeyInKeyring:
    """Take the key out of the file, once the keyring of this computer holds it. No step of undo.

    BadInputError where the review forbids keyrings, or this computer has no safe one. RegisterUnreadableError where the
    key is not at hand.
    """

    name: ClassVar[str] = "keep_register_key_in_keyring"

    def apply(self, tx: Transaction) -> Applied:
        """Hand it over, see that it is there, and only then take it out."""
        key = _key(tx)
        forbidden = tx.connection.row("SELECT 1 FROM sys_fact WHERE name = 'keyring' AND value = 'forbidden'")
        if forbidden:
            raise BadInputError(tr("This review forbids keyrings. The key stays in the review."))
        if not keychain.set_secret(register.SERVICE, register.checked_by(tx.connection), key.hex()):
            raise BadInputError(tr("The keyring of this computer did not take the key. It stays in the review."))
        register.keep_key(tx.connection, None)
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {}


@dataclass(frozen=True)
class KeepKeyInFile:
    """Put the key back into the file. No step of undo. RegisterUnreadableError where it is not at hand."""

    name: ClassVar[str] = "keep_register_key_in_file"

    def apply(self, tx: Transaction) -> Applied:
        """Write it; who asked for it may then take it out of the keyring."""
        register.keep_key(tx.connection, _key(tx))
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {}


@dataclass(frozen=True)
class TypeRegisterAgain:
    """Begin the list anew under another key, kept in the file.

    Every name in it is expected again; until the last one is typed, or forgotten, nothing can be exported. What was
    decided on words is gone with the old key.
    """

    name: ClassVar[str] = "type_register_again"

    def apply(self, tx: Transaction) -> Applied:
        """Empty it. It ends undo: its steps hold decisions under the old key."""
        register.begin_again(tx.connection)
        return Applied(None, ends_undo=True)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {}


def _key(tx: Transaction) -> bytes:
    key = register.key_at_hand(tx.connection)
    if key is None:
        raise RegisterUnreadableError(register.load(tx.connection).why_unreadable or tr("The list has no key yet."))
    return key
