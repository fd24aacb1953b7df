"""Signing keys: Ed25519, one for each person and role, and their words for the telephone."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_KEY = re.compile("[0-9a-f]{64}")
_SIGNATURE = re.compile("[0-9a-f]{128}")
WORDS = 6
"""Words shown for a key or a match: 48 bits, enough against a look-alike made in the time of a telephone call."""


@dataclass(frozen=True)
class Signer:
    """A private key in memory. Never printed, logged or kept but through `key_folder` and the keyring."""

    private: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def new(cls) -> Signer:
        """A fresh key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, raw: bytes) -> Signer:
        """A key from its 32 bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    def to_bytes(self) -> bytes:
        """The 32 bytes of the private key."""
        return self.private.private_bytes(
            serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
        )

    @property
    def public_hex(self) -> str:
        """The public key as 64 hex digits."""
        return self.private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw).hex()

    def sign(self, message: bytes) -> str:
        """The signature as 128 hex digits."""
        return self.private.sign(message).hex()


def verifies(public_hex: str, message: bytes, signature_hex: str) -> bool:
    """Whether the signature over the message was made with the private half of this key. Malformed input: False.

    Key and signature have one form only, small letters without blanks: the words of a key are those of its text, and
    another spelling of one key would have other words.
    """
    if not _KEY.fullmatch(public_hex) or not _SIGNATURE.fullmatch(signature_hex):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex)).verify(bytes.fromhex(signature_hex), message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=1)
def _word_list() -> tuple[str, ...]:
    return tuple((resources.files("resources") / "words" / "matching.txt").read_text(encoding="utf-8").split())


def words_for(*parts: str) -> str:
    """Six plain words that stand for these texts, to be compared by ear (matching words; words of a key)."""
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    words = _word_list()
    return " ".join(words[byte] for byte in digest[:WORDS])
