"""Signing keys: made silently, found again, never in plain, never in an unsafe keyring."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from imr_desk import keychain
from imr_desk.errors import KeyProblemError
from imr_desk.signing.key_folder import computer_token, signer_for
from imr_desk.signing.keys import Signer, verifies, words_for

PASSPHRASE = "four plain words here"


def test_key_is_made_once_for_each_person_and_role(tmp_path: Path) -> None:
    first = signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)
    assert signer_for("  alma   QUILL ", "author", PASSPHRASE, tmp_path).public_hex == first.public_hex
    assert signer_for("Alma Quill", "counter_signatory", PASSPHRASE, tmp_path).public_hex != first.public_hex
    assert signer_for("Bruno Vance", "author", PASSPHRASE, tmp_path).public_hex != first.public_hex


def test_wrong_passphrase_and_damage_are_told_apart(tmp_path: Path) -> None:
    signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)
    with pytest.raises(KeyProblemError, match="does not open"):
        signer_for("Alma Quill", "author", "other words", tmp_path)
    next(tmp_path.glob("*.key")).write_text("{")
    with pytest.raises(KeyProblemError, match="damaged"):
        signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)


def test_private_key_is_not_in_the_file(tmp_path: Path) -> None:
    signer = signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)
    data = next(tmp_path.glob("*.key")).read_bytes()
    assert signer.to_bytes() not in data
    assert signer.to_bytes().hex().encode() not in data


def test_folder_that_cannot_be_made_signs_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(KeyProblemError):
        signer_for("Alma Quill", "author", PASSPHRASE, tmp_path / "taken" / "keys")


def test_signature_verifies_for_its_message_only() -> None:
    signer = Signer.new()
    signature = signer.sign(b"message")
    assert verifies(signer.public_hex, b"message", signature)
    assert not verifies(signer.public_hex, b"Message", signature)
    assert not verifies(Signer.new().public_hex, b"message", signature)
    assert not verifies("not hex", b"message", signature)
    assert not verifies(signer.public_hex, b"message", "00")


def test_words_are_six_and_differ_with_the_key() -> None:
    assert len(words_for("aa").split()) == 6
    assert words_for("aa") != words_for("ab")


def test_computer_token_is_the_same_here_and_another_elsewhere(tmp_path: Path) -> None:
    here = computer_token(tmp_path / "one")
    assert computer_token(tmp_path / "one") == here
    assert computer_token(tmp_path / "two") != here


def test_repr_of_a_key_shows_nothing() -> None:
    signer = Signer.new()
    assert signer.to_bytes().hex() not in repr(signer)


class Unsafe(KeyringBackend):
    """A back end that is not on the list, like those that keep secrets in a plain file."""

    priority = 9
    kept: dict[tuple[str, str], str] = {}  # noqa: RUF012 (shared on purpose: the test looks into it)

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(Unsafe):
    """A back end on the list that is shut."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringError("locked")


def test_unsafe_keyring_is_never_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring, "get_keyring", Unsafe)
    signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)
    assert keychain.safe_keyring() is None
    assert Unsafe.kept == {}
    assert list(tmp_path.glob("*.key"))


def test_safe_keyring_is_used_and_a_shut_one_does_not_stop_the_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for backend in (Unsafe, Locked):
        name = f"{backend.__module__}.{backend.__qualname__}"
        monkeypatch.setattr(keychain, "SAFE", frozenset({name}))
        monkeypatch.setattr(keyring, "get_keyring", backend)
        monkeypatch.setattr(Unsafe, "kept", {})
        first = signer_for("Alma Quill", "author", PASSPHRASE, tmp_path / backend.__name__)
        again = signer_for("Alma Quill", "author", PASSPHRASE, tmp_path / backend.__name__)
        assert first.public_hex == again.public_hex
        assert bool(list((tmp_path / backend.__name__).glob("*.key"))) == (backend is Locked)


@pytest.mark.parametrize("kept", ["not base64 !", "c2hvcnQ=", "\ud800"])
def test_key_in_the_keyring_that_is_damaged_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: str) -> None:
    monkeypatch.setattr(keychain, "get_secret", lambda _service, _user: kept)
    with pytest.raises(KeyProblemError, match="damaged"):
        signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)


def test_secret_of_the_folder_that_is_damaged_is_said(tmp_path: Path) -> None:
    signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)
    for left in (b"", b"x" * 65):
        (tmp_path / "folder.secret").write_bytes(left)
        with pytest.raises(KeyProblemError, match="damaged"):
            signer_for("Alma Quill", "author", PASSPHRASE, tmp_path)


def test_key_and_signature_have_one_spelling_only() -> None:
    signer = Signer.new()
    key, signature = signer.public_hex, signer.sign(b"message")
    assert verifies(key, b"message", signature)
    for other_key, other in ((key.upper(), signature), (f" {key}", signature), (key, signature.upper())):
        assert not verifies(other_key, b"message", other)
