"""Signing an open review: the key of the person, then the operation (R-136, R-137)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.sealing import Declared, Sign, as_signed
from imr_desk.review.record import Record
from imr_desk.review.sealing import signature_in_force
from imr_desk.session import Session
from imr_desk.signing import key_folder


def sign(
    session: Session, role: str, person: str, job_title: str, key_passphrase: str, keys: Path | None = None
) -> Record:
    """Sign as "author" or "counter_signatory" with this person's key, made silently the first time.

    `keys` is the folder of keys, where it is not the user's own.

    Errors: GateShutError, SealedError, BadInputError, KeyProblemError; then nothing was signed.
    """
    signer = key_folder.signer_for(as_signed(person), role, key_passphrase, keys)
    session.run(
        Sign(
            role,
            person,
            job_title,
            session.judge,
            session.clock,
            signer=signer,
            computer=key_folder.computer_token(keys),
        )
    )
    return _signature(session, role)


def record_signature(session: Session, role: str, person: str, job_title: str, declared: Declared) -> Record:
    """Record a signature made on paper or by e-mail; an equal route, held by the same gate."""
    session.run(Sign(role, person, job_title, session.judge, session.clock, declared=declared))
    return _signature(session, role)


def scan_digest(scan: Path) -> str:
    """SHA-256 of the scan of a signed page or of a message, as 64 hex digits. BadInputError where it is unreadable."""
    try:
        with scan.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BadInputError(
            tr("‘{name}’ cannot be read. Check that it is there and may be opened.").format(name=scan.name)
        ) from error


def _signature(session: Session, role: str) -> Record:
    found = signature_in_force(session.review, role)
    if found is None:
        raise LookupError("a signature that was just made is not in the review")
    return found
