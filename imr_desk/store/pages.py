"""Whether a page of a review file was written under a key, told from the page alone.

SQLCipher gives one error for a wrong key and for a damaged first page. Each page carries its own HMAC under a key
derived from the raw key; so if any page verifies, the key was right and the file is damaged (docs/file-format.md).
"""

from __future__ import annotations

from pathlib import Path

from imr_desk.store.key import SALT_BYTES, FileKey

PAGE = 4096
_MAC = 64  # HMAC-SHA512 at the end of each page, after 16 bytes of IV
_SALT_MASK = 0x3A
PROBES = 24
"""Pages tried before a key is called wrong: enough for damage anywhere, and quick on a long file."""


def any_page_verifies(path: Path, key: FileKey) -> bool:
    """Whether at least one page, of up to `PROBES` spread over the file, was written under this key."""
    size = path.stat().st_size
    pages = size // PAGE
    if not pages:
        return False
    step = max(1, pages // PROBES)
    whole_key = mac_key(key)
    with path.open("rb") as file:
        for number in range(1, pages + 1, step):
            file.seek((number - 1) * PAGE)
            if verifies(file.read(PAGE), number, whole_key):
                return True
    return False


def mac_key(key: FileKey) -> bytes:
    """The key of the HMACs of a file."""
    import hashlib  # only where a file does not open, or a passphrase is tried

    masked = bytes(byte ^ _SALT_MASK for byte in key.salt)
    return hashlib.pbkdf2_hmac("sha512", key.raw, masked, 2, 32)


def verifies(page: bytes, number: int, mac_key: bytes) -> bool:
    """Whether a whole page stands as it was written, at this place of the file."""
    import hmac

    start = SALT_BYTES if number == 1 else 0
    signed = page[start : PAGE - _MAC]
    expected = hmac.new(mac_key, signed + number.to_bytes(4, "little"), "sha512").digest()
    return hmac.compare_digest(expected, page[PAGE - _MAC :])
