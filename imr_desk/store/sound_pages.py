"""The pages of a review file that were written under its key, each in the clear in memory: for a file that is damaged.

What a page looks like is told in docs/file-format.md, section 3. A page whose HMAC does not verify is lost as a whole;
nothing of it is guessed at.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from imr_desk.store.key import SALT_BYTES, FileKey
from imr_desk.store.pages import PAGE, mac_key, verifies

RESERVED = 80
USABLE = PAGE - RESERVED
"""Bytes of a page that SQLite uses; after them stand the vector and the HMAC."""
_IV = 16
_MAGIC = b"SQLite format 3\x00"


class SoundPages:
    """Reads single pages of a file, which nothing is written to. A context manager: it holds the file open."""

    def __init__(self, path: Path, key: FileKey) -> None:
        """Open the file. OSError where that cannot be done."""
        self._key, self._mac_key = key, mac_key(key)
        self._file = path.open("rb")
        self.count = -(-path.stat().st_size // PAGE)
        """How many pages there are, the last one perhaps cut short."""

    def __enter__(self) -> SoundPages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __call__(self, number: int) -> bytes | None:
        """The first `USABLE` bytes of a page (numbered from 1) in the clear; None where it is lost or not there."""
        if not 1 <= number <= self.count:
            return None
        self._file.seek((number - 1) * PAGE)
        page = self._file.read(PAGE)
        if len(page) < PAGE or not verifies(page, number, self._mac_key):
            return None
        return self._plain(page, SALT_BYTES if number == 1 else 0)

    def _plain(self, page: bytes, start: int) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        vector = page[USABLE : USABLE + _IV]
        reader = Cipher(algorithms.AES(self._key.raw), modes.CBC(vector)).decryptor()
        plain = reader.update(page[start:USABLE]) + reader.finalize()
        return _MAGIC + plain if start else plain
