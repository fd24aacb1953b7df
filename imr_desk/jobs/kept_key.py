"""The key of a review in the system's keyring: only where somebody asked for it, and never the only way in.

It is kept under the salt of the file, so a copy finds it too; a key that opens no page is as good as none. A review can
forbid it, for every computer.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from imr_desk import keychain
from imr_desk.errors import FileProblemError
from imr_desk.session import Session
from imr_desk.store.key import FileKey, salt_of
from imr_desk.store.pages import any_page_verifies
from imr_desk.stretch import KEY_BYTES

SERVICE = "IMR Desk review"
FACT, FORBIDDEN = "keyring", "forbidden"


def keyring_name() -> str:
    """What the safe keyring of this computer is called; nothing where it offers none. Slow: for a worker."""
    return keychain.name_of_safe()


def may_keep(session: Session) -> bool:
    """Whether this review lets a computer keep its key."""
    return session.file.fact(FACT) != FORBIDDEN


def allows(path: Path, raw_key: bytes) -> bool:
    """As `may_keep`, of a review that is closed. One that cannot be opened allows it: opening it will say why."""
    try:
        with closing(Session.open(path, raw_key=raw_key, read_only=True)) as session:
            return may_keep(session)
    except FileProblemError:
        return True


def key_in(session: Session) -> bytes:
    """The raw key (32 bytes) of an open review, to be handed to `keep`."""
    return session.file.key.raw


def keep(path: Path, raw_key: bytes) -> bool:
    """Keep the key of a review; False where the keyring does not take it."""
    return keychain.set_secret(SERVICE, salt_of(path).hex(), raw_key.hex())


def kept(path: Path) -> bytes | None:
    """The raw key that this computer keeps for a review, if it opens it; None for any other reason too."""
    try:
        salt = salt_of(path)
        secret = keychain.get_secret(SERVICE, salt.hex()) or ""
        raw = bytes.fromhex(secret)
    except (FileProblemError, ValueError):  # no file to read, or something else is kept there
        return None
    return raw if len(raw) == KEY_BYTES and any_page_verifies(path, FileKey(raw, salt)) else None


def forget(path: Path) -> None:
    """Take the key of a review out of the keyring, if it is there."""
    keychain.forget_secret(SERVICE, salt_of(path).hex())
