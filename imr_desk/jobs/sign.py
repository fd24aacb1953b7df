"""Signing an open review: the key of the person, then the operation (R-136, R-137)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.judging import Judge
from imr_desk.operations.preparing import Prepared, Step, prepare
from imr_desk.operations.sealing import LARGEST_SCAN, Declared, Sign, as_signed
from imr_desk.operations.signatories import signatory_faults
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import signature_in_force
from imr_desk.session import Session
from imr_desk.signing import key_folder
from imr_desk.signing.keys import Signer

MEDIA_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
}
"""What a scan or message may be, by the ending of its file."""


@dataclass(frozen=True)
class SigningTask:
    """What a worker needs to prepare a signature: taken from the session in the thread that holds it."""

    review: Review = field(repr=False)
    judge: Judge = field(repr=False)
    role: str
    today: dt.date
    nonce: str = field(repr=False)

    @classmethod
    def of(cls, session: Session, role: str) -> SigningTask:
        """The task as the session stands."""
        return cls(session.review, session.judge, role, session.clock().date(), session.file.fact("nonce"))

    def prepared(self, step: Step | None = None) -> Prepared:
        """The checks of the gate and both digests; errors and steps as in `prepare`."""
        return prepare(self.review, self.judge, self.role, self.today, self.nonce, step)


@dataclass(frozen=True)
class Ready:
    """What signing needs once all that takes long is done: how the review stands, and the person's key."""

    prepared: Prepared
    signer: Signer = field(repr=False)
    computer: str


def sign(
    session: Session, role: str, person: str, job_title: str, key_passphrase: str, keys: Path | None = None
) -> Record:
    """Sign as "author" or "counter_signatory" with this person's key, made silently the first time.

    `keys` is the folder of keys, where it is not the user's own.

    Errors: GateShutError, SealedError, BadInputError, KeyProblemError; then nothing was signed.
    """
    ready = ready_to_sign(SigningTask.of(session, role), person, job_title, key_passphrase, keys)
    return sign_ready(session, person, job_title, ready)


def ready_to_sign(
    task: SigningTask,
    person: str,
    job_title: str,
    key_passphrase: str,
    keys: Path | None = None,
    step: Step | None = None,
) -> Ready:
    """Do all of a signature that takes long, and sign nothing: the checks, both digests, and the person's key.

    It may run in a worker thread. `step` is told each step ("checks", "content", "words", "key") before it begins and
    may end the work with an error of its own. A key is made the first time, also where the gate turns out to be shut,
    but for nobody who may not sign: BadInputError.
    """
    faults = signatory_faults(task.review, task.judge.guard, task.role, person, job_title)
    if faults:
        raise BadInputError(" ".join(faults))
    prepared = task.prepared(step)
    if step is not None:
        step("key")
    signer = key_folder.signer_for(as_signed(person), task.role, key_passphrase, keys)
    return Ready(prepared, signer, key_folder.computer_token(keys))


def sign_ready(session: Session, person: str, job_title: str, ready: Ready) -> Record:
    """Sign with what was made ready; at once, unless the review was edited meanwhile. Errors as in `sign`."""
    role = ready.prepared.role
    made = Sign(role, person, job_title, session.judge, session.clock, ready.signer, computer=ready.computer)
    session.run(replace(made, prepared=ready.prepared))
    return _signature(session, role)


def record_signature(
    session: Session, role: str, person: str, job_title: str, declared: Declared, prepared: Prepared | None = None
) -> Record:
    """Record a signature made on paper or by e-mail; an equal route, held by the same gate."""
    session.run(Sign(role, person, job_title, session.judge, session.clock, declared=declared, prepared=prepared))
    return _signature(session, role)


def read_scan(scan: Path) -> tuple[bytes, str]:
    """The bytes of a scan or message, and what they are ("application/pdf"), to be kept in the review.

    BadInputError where it is empty, too large or unreadable.
    """
    try:
        if scan.stat().st_size > LARGEST_SCAN:
            raise BadInputError(tr("The scan is larger than 20 MB. Scan the signature page alone."))
        content = scan.read_bytes()
    except OSError as error:
        raise _unreadable(scan) from error
    if not content:
        raise BadInputError(tr("‘{name}’ is empty. Choose the scan or message again.").format(name=scan.name))
    return content, MEDIA_TYPES.get(scan.suffix.casefold(), "application/octet-stream")


def ending_of(media_type: str) -> str:
    """The ending of a file of that kind; "" for one not known."""
    return next((ending for ending, each in MEDIA_TYPES.items() if each == media_type), "")


def scan_digest(scan: Path) -> str:
    """SHA-256 of the scan of a signed page or of a message, as 64 hex digits. BadInputError where it is unreadable."""
    try:
        with scan.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(scan) from error


def _unreadable(scan: Path) -> BadInputError:
    return BadInputError(
        tr("‘{name}’ cannot be read. Check that it is there and may be opened.").format(name=scan.name)
    )


def _signature(session: Session, role: str) -> Record:
    found = signature_in_force(session.review, role)
    if found is None:
        raise LookupError("a signature that was just made is not in the review")
    return found
