"""From a passphrase to a key that is slow to guess: Argon2id with the second recommended choice of RFC 9106.

One lock serves the whole program. Two derivations at once wait for each other's threads for ever (seen with
cryptography 50 and its OpenSSL 4.0: both ask its one pool for four), and each takes 64 MiB besides.
"""

from __future__ import annotations

import threading
import unicodedata

from imr_desk.quiet import wipe

KEY_BYTES = 32
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4

_one_at_a_time = threading.Lock()


def stretched(passphrase: str, salt: bytes) -> bytes:
    """32 bytes from a passphrase and a salt of 16: about a tenth of a second, on purpose; may run in any thread.

    The passphrase is taken in composed form (NFC), so that it gives the same key whatever keyboard it was typed on.
    """
    words = bytearray(unicodedata.normalize("NFC", passphrase), "utf-8", "surrogatepass")
    try:
        with _one_at_a_time:
            return _argon2id(words, salt)
    finally:
        wipe(words)


def _argon2id(words: bytearray, salt: bytes) -> bytes:
    # Imported here: opening with a key at hand needs no cryptography at start.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB)
    return kdf.derive(words)  # type: ignore[arg-type] # anything with bytes in it, as its page says
