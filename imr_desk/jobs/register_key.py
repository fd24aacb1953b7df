"""The key of the list of staff names: in the review, or, where the author asks for it, in this computer's keyring only.

Whoever has the key and the list can try all the names of a country against it in about a second. In the keyring the
key never leaves this computer: the review shows no name to anybody who has its passphrase and not this computer, and on
another computer the list has to be typed again. Backups from before still hold the key.
"""

from __future__ import annotations

import enum

from imr_desk import keychain
from imr_desk.operations.register_key import KeepKeyInFile, KeepKeyInKeyring, TypeRegisterAgain
from imr_desk.session import Outcome, Session
from imr_desk.store import register


class Place(enum.Enum):
    """Where the key is."""

    FILE = "in the review"
    KEYRING = "in the keyring of this computer"
    ELSEWHERE = "not at hand"


def place_of_key(session: Session) -> Place:
    """Where the key of the list is. Asks the keyring, where the review has no key: slow."""
    connection = session.file.connection
    if register.is_in_file(connection):
        return Place.FILE if register.key_at_hand(connection) is not None else Place.ELSEWHERE
    return Place.KEYRING if register.key_at_hand(connection) is not None else Place.ELSEWHERE


def keep_in_keyring(session: Session) -> Outcome:
    """Only this computer is to know staff names again; errors as of `KeepKeyInKeyring`."""
    return session.run(KeepKeyInKeyring())


def keep_in_review(session: Session) -> Outcome:
    """The key goes back into the review, and out of the keyring."""
    done = session.run(KeepKeyInFile())
    keychain.forget_secret(register.SERVICE, register.checked_by(session.file.connection))
    return done


def key_to_hand_over(session: Session) -> tuple[str, bytes]:
    """Check value and key, for `hand_over`; an empty key where it is not at hand."""
    connection = session.file.connection
    return register.checked_by(connection), register.key_at_hand(connection) or b""


def hand_over(value: str, key: bytes) -> bool:
    """Have the keyring keep a key, as `keep_in_keyring` does before the key leaves the review. Slow: for a worker."""
    return bool(key) and keychain.set_secret(register.SERVICE, value, key.hex())


def forget_in_keyring(value: str) -> None:
    """Take a key out of the keyring, by its check value. Slow: for a worker."""
    keychain.forget_secret(register.SERVICE, value)


def type_again(session: Session) -> Outcome:
    """The list begins anew; see `TypeRegisterAgain`."""
    return session.run(TypeRegisterAgain())


def still_to_type(session: Session) -> dict[str, int]:
    """How many names are expected again, by the id of whose they are."""
    return register.to_type_again(session.file.connection)
