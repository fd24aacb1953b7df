"""From a passphrase to the key of a review file (docs/file-format.md, section 2).

The first 16 bytes of the file are its random salt. The same salt feeds Argon2id (RFC 9106, second recommended choice)
over the passphrase; the result is given to SQLCipher as raw key with the salt. One file, no side-car.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from imr_desk.errors import FileProblemError, NotAReviewError
from imr_desk.i18n import tr
from imr_desk.stretch import KEY_BYTES, stretched

SALT_BYTES = 16


@dataclass(frozen=True)
class FileKey:
    """Raw key and salt of one review file. Never printed."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def literal(self) -> str:
        """The key as SQLCipher takes it: x'<64 hex><32 hex>'. Made of hex digits only, so it cannot break the SQL."""
        if len(self.raw) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError("a file key is 32 bytes and its salt 16")
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """16 random bytes for a new file."""
    return os.urandom(SALT_BYTES)


def salt_of(path: Path) -> bytes:
    """The first 16 bytes of a file; a plain sentence where there is no such file or it is too short to be a review."""
    try:
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
    except FileNotFoundError as error:
        raise FileProblemError(tr("There is no file ‘{name}’ there.").format(name=path.name)) from error
    except IsADirectoryError as error:
        raise NotAReviewError(tr("‘{name}’ is a folder, not a review file.").format(name=path.name)) from error
    except OSError as error:
        raise FileProblemError(
            tr("‘{name}’ cannot be read. Check that you may open it.").format(name=path.name)
        ) from error
    if len(salt) < SALT_BYTES or salt.startswith(b"SQLite format 3"):
        raise NotAReviewError(tr("‘{name}’ is not a review file of IMR Desk.").format(name=path.name))
    return salt


def derive(passphrase: str, salt: bytes) -> FileKey:
    """The key that a passphrase gives with this salt: about a tenth of a second and 64 MiB, on purpose."""
    return FileKey(stretched(passphrase, salt), salt)
