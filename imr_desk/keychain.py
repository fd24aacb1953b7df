"""The system's keyring, where it has a safe one. A convenience only: nothing depends on it being there.

Back ends are allowed by class. What some packages install besides would keep secrets in a plain file without a word,
and a null back end loses them in silence; both are refused.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from imr_desk.i18n import mark, tr

SAFE = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    }
)

_WINDOWS = "keyring.backends.Windows.WinVaultKeyring"

NAMES = {
    "keyring.backends.SecretService.Keyring": mark("the Secret Service of this desktop"),
    "keyring.backends.Windows.WinVaultKeyring": mark("the Credential Manager of Windows"),
    "keyring.backends.macOS.Keyring": mark("the Keychain of macOS"),
    "keyring.backends.kwallet.DBusKeyring": mark("KDE Wallet"),
}
"""What people call them."""


def name_of_safe() -> str:
    """What the safe keyring of this system is called; nothing where there is none."""
    backend = safe_keyring()
    if backend is None:
        return ""
    return tr(NAMES.get(_name(backend), mark("the keyring of this system")))


def safe_keyring() -> Any | None:  # noqa: ANN401 (keyring has no common typed protocol across its releases)
    """The keyring of this system if it is on the list, else None. Imports the package only when it is asked for."""
    import keyring
    from keyring.backends.chainer import ChainerBackend
    from keyring.errors import KeyringError

    try:
        found = keyring.get_keyring()
        candidates = found.backends if isinstance(found, ChainerBackend) else [found]
    except KeyringError:
        return None
    return next((each for each in candidates if _name(each) in SAFE), None)


def get_secret(service: str, user: str) -> str | None:
    """A secret kept in the safe keyring; None where there is no such keyring, or it is shut, or holds none."""
    from keyring.errors import KeyringError

    backend = safe_keyring()
    if backend is None:
        return None
    try:
        secret: str | None = backend.get_password(service, user)
    except KeyringError:
        return None
    return secret


def set_secret(service: str, user: str, secret: str) -> bool:
    """Keep a secret in this computer's safe keyring; False where that fails, and the caller keeps it another way."""
    from keyring.errors import KeyringError

    backend = safe_keyring()
    if backend is None:
        return False
    if _name(backend) == _WINDOWS:
        backend.persist = "local machine"  # else it roams with the profile of the user
    try:
        backend.set_password(service, user, secret)
        return bool(backend.get_password(service, user) == secret)
    except KeyringError:
        return False


def forget_secret(service: str, user: str) -> None:
    """Take a secret out of the safe keyring; where there is no such keyring, or it is shut, or holds none, nothing."""
    from keyring.errors import KeyringError

    backend = safe_keyring()
    if backend is None:
        return
    with suppress(KeyringError):  # it says so too where there was none
        backend.delete_password(service, user)


def _name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"
