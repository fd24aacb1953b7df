"""A keyring that keeps in memory, and counts as safe while a test holds it."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from imr_desk import keychain


class InMemory(KeyringBackend):
    """Keeps what it is given until the test is over."""

    priority = 1  # type: ignore[assignment]  # a property of the class in the library

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("there is none")


def use(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    """Have the program find this keyring and hold it for safe."""
    made = InMemory()
    monkeypatch.setattr(keychain, "SAFE", frozenset({f"{InMemory.__module__}.{InMemory.__qualname__}"}))
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made
