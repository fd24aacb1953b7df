"""The keyed hashes by which a name is recognised and cannot be read.

A hash is BLAKE2b under the review's own key, ten bytes. Names carry little information: whoever holds both the key and
the table can try a list of all names in about a second. The key therefore lies inside the encrypted file, or in the
keyring of the system, and neither key nor table ever leaves with an export or a hand-over.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

KEY_BYTES = 32
DIGEST_BYTES = 10
_CHECK = b"\x00imr-desk: is this the key of the register?"
_DECISION = b"\x00imr-desk: a decision about these words: "


def new_key() -> bytes:
    """A fresh random key for the register of one review, 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def word_hash(key: bytes, word: str) -> bytes:
    """The hash of one folded word, 10 bytes."""
    return hashlib.blake2b(word.encode("utf-8", "surrogatepass"), key=key, digest_size=DIGEST_BYTES).digest()


def check_value(key: bytes) -> bytes:
    """What is kept beside the register to tell later whether a key is the right one; says nothing about the key."""
    return hashlib.blake2b(_CHECK, key=key, digest_size=16).digest()


def is_right_key(key: bytes, value: bytes) -> bool:
    """Whether ``value`` is the check value of ``key``."""
    return hmac.compare_digest(check_value(key), value)


def decision_hash(key: bytes, folded: str) -> str:
    """The hash under which a decision about ``folded`` words is kept, 20 hexadecimal digits."""
    data = _DECISION + folded.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, key=key, digest_size=DIGEST_BYTES).hexdigest()
