"""Where a person's signing key rests: the safe keyring, else the configuration folder under a passphrase.

File names are keyed hashes, so no name of a signatory stands in the folder. The key inside is AES-256-GCM under
Argon2id with the parameters of the review file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import unicodedata
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from imr_desk import files, keychain, paths
from imr_desk.errors import KeyProblemError
from imr_desk.i18n import tr
from imr_desk.signing.keys import Signer
from imr_desk.stretch import stretched

SERVICE = "IMR Desk signing key"
_FORMAT = "imr-desk key 1"


def signer_for(name: str, role: str, passphrase: str, folder: Path | None = None) -> Signer:
    """The key of this person in this role; made silently the first time. KeyProblemError where it cannot be used."""
    place = folder or paths.config_folder() / "keys"
    label = _label(place, name, role)
    kept = keychain.get_secret(SERVICE, label)
    if kept:
        return _unwrapped(kept)
    path = place / f"{label}.key"
    if path.exists():
        return _read(path, passphrase)
    signer = Signer.new()
    if not keychain.set_secret(SERVICE, label, base64.b64encode(signer.to_bytes()).decode()):
        _write(path, signer, passphrase)
    return signer


def _unwrapped(kept: str) -> Signer:
    try:
        return Signer.from_bytes(base64.b64decode(kept, validate=True))
    except ValueError as error:
        raise _damaged() from error


def computer_token(folder: Path | None = None) -> str:
    """An opaque token of this computer and user, to tell whether two signatures were made on one machine."""
    return hashlib.sha256(b"computer" + _secret(folder or paths.config_folder() / "keys")).hexdigest()[:16]


def known_computer(folder: Path | None = None) -> str:
    """The token of this computer, or "" where nobody signed here yet: unlike `computer_token`, nothing is made."""
    place = folder or paths.config_folder() / "keys"
    return computer_token(place) if (place / "folder.secret").exists() else ""


def _secret(place: Path) -> bytes:
    """32 random bytes of this folder, made once."""
    path = place / "folder.secret"
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        secret = os.urandom(32)
        _put(path, secret)
    except OSError as error:
        raise _no_folder() from error
    if len(secret) != 32:
        raise _damaged()
    return secret


def _label(place: Path, name: str, role: str) -> str:
    person = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return hashlib.blake2b(
        f"{role}\n{person}".encode("utf-8", "surrogatepass"), key=_secret(place), digest_size=16
    ).hexdigest()


def _write(path: Path, signer: Signer, passphrase: str) -> None:
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(stretched(passphrase, salt)).encrypt(nonce, signer.to_bytes(), _FORMAT.encode())
    form = {"format": _FORMAT, "salt": salt.hex(), "nonce": nonce.hex(), "key": sealed.hex()}
    _put(path, json.dumps(form).encode())


def _put(path: Path, data: bytes) -> None:
    try:
        paths.made(path.parent)
        files.write_whole(path, data)
    except OSError as error:
        raise _no_folder() from error


def _no_folder() -> KeyProblemError:
    return KeyProblemError(
        tr("Nothing was signed: your signing key could not be kept on this computer. Check the settings folder.")
    )


def _damaged() -> KeyProblemError:
    return KeyProblemError(tr("Your signing key on this computer is damaged, so nothing was signed."))


def _read(path: Path, passphrase: str) -> Signer:
    try:
        form = json.loads(path.read_bytes())
        key = stretched(passphrase, bytes.fromhex(form["salt"]))
        raw = AESGCM(key).decrypt(bytes.fromhex(form["nonce"]), bytes.fromhex(form["key"]), _FORMAT.encode())
    except InvalidTag as error:
        raise KeyProblemError(
            tr("That passphrase does not open your signing key. It is that of your first signature here.")
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged() from error
    return Signer.from_bytes(raw)
