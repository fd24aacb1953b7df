"""A key from a passphrase: the same on every keyboard, and never two derivations waiting for each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from imr_desk.stretch import KEY_BYTES, stretched

pytestmark = pytest.mark.usefixtures("no_key_known")

SALT = bytes(range(16))


def test_stretched_composed_and_decomposed_letters_give_the_same_key() -> None:
    composed, decomposed = stretched("caf\u00e9 au lait twice", SALT), stretched("cafe\u0301 au lait twice", SALT)
    assert composed == decomposed
    assert len(composed) == KEY_BYTES


def test_stretched_asked_for_in_two_threads_at_once_answers_both() -> None:
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(stretched, f"four plain words {n % 2}", SALT) for n in range(6)]
        keys = [each.result(timeout=60) for each in asked]
    assert keys[0::2] == keys[:1] * 3
    assert keys[1::2] == keys[1:2] * 3
