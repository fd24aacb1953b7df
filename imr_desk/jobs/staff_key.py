"""The sealed staff key: who stands behind which job title, in a file of its own that is lodged with a named post.

The review holds no staff name, so an author who needs the list for invitations and debriefs keeps it apart: encrypted
under a passphrase that is not the review's, in a file that no export, print or search ever opens. Only names that are
registered go into it, under the job titles of the review.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from imr_desk import files
from imr_desk.errors import BadInputError, FileProblemError, NotAReviewError, SaveFailedError, WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.names.guard import Guard
from imr_desk.names.pasted import names_in_list, without_repeats
from imr_desk.review.codes import code_of
from imr_desk.review.review import Review
from imr_desk.session import SHORTEST_PASSPHRASE, Session
from imr_desk.stretch import stretched

ENDING = ".staffkey"
_MAGIC = b"IMR Desk sealed staff key 1\n"
_SALT, _NONCE = 16, 12
_BLOCK = 4096
"""Contents are filled up to a multiple of this, so that the size of the file does not tell how many names it has."""
_LARGEST = 1 << 22


class KeyEntry(NamedTuple):
    """A job title with its number, and the names that stand behind it."""

    code: str
    names: tuple[str, ...]

    def __repr__(self) -> str:
        """Without the names: a repr can reach a log."""
        return f"KeyEntry({self.code!r})"


@dataclass(frozen=True)
class StaffKey:
    """What a sealed key holds. `made_on` is ISO 8601; `lodged_with` a post."""

    lodged_with: str
    made_on: str
    entries: tuple[KeyEntry, ...] = field(repr=False)


class Sorted(NamedTuple):
    """Names of a typed list by job title, and how many lines are of nobody who is registered."""

    entries: tuple[KeyEntry, ...]
    strangers: tuple[int, ...]
    """The numbers of these lines."""


def sorted_out(review: Review, guard: Guard, text: str) -> Sorted:
    """Tell a list of names apart by the job titles they are registered for. RegisterUnreadableError."""
    found: dict[str, list[str]] = {}
    strangers = []
    lines = names_in_list(text)
    for one in without_repeats(lines):
        person = guard.who_exactly(one.name)
        code = code_of(review, person) if person else ""
        if code:
            found.setdefault(code, []).append(one.name)
        else:
            strangers.append(one.line)
    strangers += [one.line for one in lines if not one.name]
    return Sorted(
        tuple(KeyEntry(code, tuple(names)) for code, names in sorted(found.items())), tuple(sorted(strangers))
    )


def seal_for(path: Path, passphrase: str, key: StaffKey, is_of_review: Callable[[], bool]) -> StaffKey:
    """As `seal`, and what was written: a key that stands there and opens so keeps its names too.

    `is_of_review` (`Session.checking`) says whether the passphrase is the review's, which would seal nothing.
    """
    if is_of_review():
        raise BadInputError(tr("That is the passphrase of the review. The sealed key needs one of its own."))
    if path.exists():
        with suppress(FileProblemError):  # another file, or another passphrase: it is written over, as was asked
            key = merged(key, unseal(path, passphrase).entries)
    seal(path, passphrase, key)
    return key


def seal(path: Path, passphrase: str, key: StaffKey) -> None:
    """Write a sealed key whole, or not at all; slow, for a worker.

    BadInputError where it is empty or the passphrase too short; SaveFailedError where it cannot be written.
    """
    if not key.entries:
        raise BadInputError(tr("No registered name stands in the list. Nothing was written."))
    if not key.lodged_with.strip():
        raise BadInputError(tr("Say with which post the key is lodged. Nothing was written."))
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BadInputError(
            tr("A passphrase needs at least {n} characters; four words will do.").format(n=SHORTEST_PASSPHRASE)
        )
    plain = json.dumps(
        {"lodged_with": key.lodged_with, "made_on": key.made_on, "staff": [list(each) for each in key.entries]}
    ).encode()
    plain += b" " * (-len(plain) % _BLOCK)
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = AESGCM(stretched(passphrase, salt)).encrypt(nonce, plain, _MAGIC + salt)
    try:
        files.write_whole(path, _MAGIC + salt + nonce + sealed)
    except OSError as error:
        raise SaveFailedError(tr("The sealed key could not be written there. Choose another folder.")) from error


def unseal(path: Path, passphrase: str) -> StaffKey:
    """Read a sealed key; slow, for a worker.

    WrongPassphraseError, or a FileProblemError for a file that is none or is damaged.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError as error:
        raise FileProblemError(tr("That file cannot be read.")) from error
    if not data.startswith(_MAGIC):
        raise NotAReviewError(tr("That file is no sealed staff key."))
    head = len(_MAGIC)
    salt, nonce = data[head : head + _SALT], data[head + _SALT : head + _SALT + _NONCE]
    try:
        if len(nonce) < _NONCE:
            raise InvalidTag
        key = stretched(passphrase, salt)
        plain = AESGCM(key).decrypt(nonce, data[head + _SALT + _NONCE :], _MAGIC + salt)
    except InvalidTag as error:
        raise WrongPassphraseError(
            tr("That passphrase does not open this key, or the file is damaged. Nothing was changed.")
        ) from error
    form = json.loads(plain)
    entries = tuple(KeyEntry(code, tuple(names)) for code, names in form["staff"])
    return StaffKey(form["lodged_with"], form["made_on"], entries)


def merged(key: StaffKey, more: Iterable[KeyEntry]) -> StaffKey:
    """The key with further names, each once."""
    names: dict[str, dict[str, None]] = {each.code: dict.fromkeys(each.names) for each in key.entries}
    for each in more:
        names.setdefault(each.code, {}).update(dict.fromkeys(each.names))
    return replace(key, entries=tuple(KeyEntry(code, tuple(found)) for code, found in sorted(names.items())))


def made_today(session: Session, post: str, entries: tuple[KeyEntry, ...]) -> StaffKey:
    """A key as of today, by the clock of the session."""
    today: dt.date = session.clock().date()
    return StaffKey(" ".join(post.split()), today.isoformat(), entries)
