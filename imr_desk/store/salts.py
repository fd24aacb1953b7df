"""The right key for a file of which the first 16 bytes, its salt, may be damaged.

Everything hangs on the salt, and every backup begins with it. So before a passphrase is called wrong, the salts of the
backups that are known are tried: where one of them makes pages of the file verify, the salt of the file is damaged and
that one is right. Given key and salt, SQLCipher does not read the salt in the file; the next edit writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from imr_desk.store.backups import backups_in, folders_near
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.pages import any_page_verifies

MOST = 10
"""How many other salts are tried: each takes a tenth of a second."""


def key_from_passphrase(path: Path, passphrase: str, place: Path | None = None) -> FileKey:
    """The key that a passphrase gives for a file, with the salt that is right; with the file's own where none is.

    About a tenth of a second for each salt. `place` is where backups lie that do not lie beside the file.
    FileProblemError where there is no such file to read.
    """
    first = derive(passphrase, salt_of(path))
    if any_page_verifies(path, first):
        return first
    tried = (derive(passphrase, salt) for salt in _other_salts(path, place, first.salt))
    return next((key for key in tried if any_page_verifies(path, key)), first)


def key_with_salt(path: Path, raw: bytes, place: Path | None = None) -> FileKey:
    """A raw key with the salt under which pages of the file verify; with the file's own where none does."""
    first = FileKey(raw, salt_of(path))
    if any_page_verifies(path, first):
        return first
    tried = (FileKey(raw, salt) for salt in _other_salts(path, place, first.salt))
    return next((key for key in tried if any_page_verifies(path, key)), first)


def _other_salts(path: Path, place: Path | None, own: bytes) -> Iterator[bytes]:
    """The salts of the backups near a file, the likeliest first, each once."""
    seen = {own}
    for folder in folders_near(path, place):
        for backup in backups_in(folder):
            salt = salt_of(backup.path)
            if salt not in seen and len(seen) <= MOST:
                seen.add(salt)
                yield salt
