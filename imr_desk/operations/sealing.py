"""Signing, counter-signing and reopening: the edits that close and open the report part (R-136 to R-138, R-148)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import ClassVar

from imr_desk import __version__
from imr_desk.clock import Clock
from imr_desk.errors import BadInputError, GateShutError, SealedError
from imr_desk.guidance.pack import pack_for
from imr_desk.i18n import tr
from imr_desk.operations.base import Applied
from imr_desk.operations.judging import Judge
from imr_desk.operations.preparing import Prepared, prepare
from imr_desk.operations.signatories import signatory_faults
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, REPORT, is_final, signature_in_force
from imr_desk.review.text import clean_line, folded
from imr_desk.review.values import Plain
from imr_desk.signing.keys import Signer
from imr_desk.signing.statement import Signed, Statement, statement_from_text
from imr_desk.store import documents, history
from imr_desk.store.transaction import Transaction

LARGEST_SCAN = 20 * 1024 * 1024
OTHER_ROUTES = ("paper", "e-mail")


@dataclass(frozen=True)
class Declared:
    """A signature by another route, equal to one made in the program: when, and where the paper or message is kept.

    `route` is "paper" or "e-mail"; `scan_sha256` the digest of the scan or message, 64 hex digits. Given the bytes of
    the `scan`, the review file keeps them too, and `media_type` says what they are.
    """

    route: str
    signed_on: dt.date
    scan_sha256: str
    reference: str = field(repr=False)
    scan: bytes = field(default=b"", repr=False)
    media_type: str = ""

    def faults(self, today: dt.date) -> tuple[str, ...]:
        """Plain sentences on what cannot be recorded like this; empty where it can."""
        said: list[str] = []
        if self.route not in OTHER_ROUTES:
            said.append(tr("Say whether it was signed on paper or by e-mail."))
        if self.signed_on > today:
            said.append(tr("The day of the signature is still to come."))
        if not re.fullmatch("[0-9a-f]{64}", self.scan_sha256):
            said.append(tr("The scan or message is needed: its digest is kept with the signature."))
        if self.scan and hashlib.sha256(self.scan).hexdigest() != self.scan_sha256:
            said.append(tr("The scan is not the one its digest was taken of. Choose it again."))
        if len(self.scan) > LARGEST_SCAN:
            said.append(tr("The scan is larger than 20 MB. Scan the signature page alone."))
        return tuple(said)


@dataclass(frozen=True)
class Sign:
    """Sign the report part, as author or counter-signing senior manager.

    Gate G2 holds the author's signature and G3 the counter-signature: GateShutError says what is missing. Undo ends.
    Without `declared` the signature is made with `signer` now; with it, none is needed. What was `prepared` from this
    very review need not be worked out again.
    """

    role: str
    person: str = field(repr=False)
    job_title: str
    judge: Judge = field(repr=False)
    clock: Clock = field(repr=False)
    signer: Signer | None = field(default=None, repr=False)
    declared: Declared | None = None
    computer: str = ""
    declares: str = ""
    prepared: Prepared | None = field(default=None, repr=False)
    name: ClassVar[str] = "sign"

    def apply(self, tx: Transaction) -> Applied:
        """Judge the gate, bind content and words, and keep the signature."""
        review = tx.review()
        self._in_turn(review)
        faults = signatory_faults(review, self.judge.guard, self.role, self.person, self.job_title)
        faults += self.declared.faults(self.clock().date()) if self.declared is not None else ()
        if faults:
            raise BadInputError(" ".join(faults))
        statement = self._statement(tx, self._ready(tx, review))
        values = _values_of(statement, self.declares or default_declaration(self.role))
        if self.declared is not None:
            values |= {
                "route": self.declared.route,
                "scan_sha256": self.declared.scan_sha256,
                "reference": self.declared.reference,
            }
        else:
            values |= self._signed(statement)
        with tx.by_rule():
            tx.insert("signature", f"SIG-{len(review.all('signature')) + 1:02d}", values)
        if self.declared is not None and self.declared.scan:
            _keep_scan(tx, self.declared, self.role)
        return Applied(None, ends_undo=True)

    def to_json(self) -> dict[str, Plain]:
        """Only the role; this form is never read again."""
        return {"role": self.role}

    def _ready(self, tx: Transaction, review: Review) -> Prepared:
        """What was prepared, if it still fits; else it is worked out now. Either way the gate is held to."""
        today, ready = self.clock().date(), self.prepared
        if ready is None or not ready.fits(review, self.judge, self.role, today):
            ready = prepare(review, self.judge, self.role, today, _nonce(tx))
        ready.hold()
        return ready

    def _in_turn(self, review: Review) -> None:
        if signature_in_force(review, self.role) is not None:
            raise SealedError(tr("This version is signed in that role already. Nothing was changed."))
        if self.role != COUNTER_SIGNATORY:
            return
        author = signature_in_force(review, AUTHOR)
        early = author and self.declared and self.declared.signed_on.isoformat() < author.text("signed_at")[:10]
        if author is None or early:
            raise GateShutError(
                tr("The author signs first; then the senior manager counter-signs. Nothing was signed.")
            )

    def _signed(self, statement: Statement) -> dict[str, object]:
        if self.signer is None:
            raise BadInputError(tr("A signing key is needed to sign here. Nothing was signed."))
        return {
            "route": "program",
            "public_key": self.signer.public_hex,
            "signature": self.signer.sign(statement.to_bytes()),
        }

    def _statement(self, tx: Transaction, ready: Prepared) -> Statement:
        author = signature_in_force(ready.review, AUTHOR) if self.role == COUNTER_SIGNATORY else None
        if author is not None and self.signer is not None and author.text("public_key") == self.signer.public_hex:
            raise BadInputError(tr("The author’s key cannot counter-sign. Nothing was signed."))
        statement = statement_for(tx, ready, self.person, self.job_title, self.clock, self.computer)
        if self.declared is not None:
            statement = replace(statement, signed_at=self.declared.signed_on.isoformat(), computer="")
        if author is None:
            return statement
        return replace(_same_content(statement, author), author_signature=author.text("signature"))


@dataclass(frozen=True)
class Reopen:
    """Open the report part again, for one of three reasons; both signatures are voided (R-148).

    `reason` is "question", "new information" or "error of fact". A counter-signed version is followed by the next
    number; one returned before counter-signature keeps its own.
    """

    reason: str
    words: str = field(repr=False)
    asked_by: str = field(repr=False)
    dated: dt.date
    name: ClassVar[str] = "reopen"

    def apply(self, tx: Transaction) -> Applied:
        """Void the signatures and begin the next version."""
        review = tx.review()
        if signature_in_force(review, AUTHOR) is None:
            raise BadInputError(tr("The report is not signed, so there is nothing to reopen."))
        if not self.words.strip() or not self.asked_by.strip():
            raise BadInputError(tr("To reopen the report, say why, and who asked or was told. Nothing was changed."))
        with tx.by_rule():
            self._begin_next(tx, review)
        return Applied(None, ends_undo=True)

    def _begin_next(self, tx: Transaction, review: Review) -> None:
        before = review.one("review").number("version") or 1
        after = before + 1 if is_final(review) else before
        for role in (AUTHOR, COUNTER_SIGNATORY):
            signature = signature_in_force(review, role)
            if signature is not None:
                tx.set_values("signature", signature.id, {"voided_at": tx.at, "voided_reason": self.words})
        tx.set_values("review", "review", {"version": after})
        reopening = {
            "reason": self.reason,
            "words": self.words,
            "asked_by": self.asked_by,
            "dated": self.dated.isoformat(),
            "reopened_at": tx.at,
            "version_before": before,
            "version_after": after,
        }
        tx.insert("reopening", f"REO-{len(review.all('reopening')) + 1:02d}", reopening)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`; never read again."""
        return {"reason": self.reason}


def statement_for(
    tx: Transaction, ready: Prepared, person: str, job_title: str, clock: Clock, computer: str
) -> Statement:
    """What is to be signed now: both digests, template, pack, program and the head of the history."""
    about = ready.review.one("review")
    return Statement(
        role=ready.role,
        part=REPORT,
        name=as_signed(person),
        job_title=as_signed(job_title),
        signed_at=clock().isoformat(timespec="seconds"),
        version=about.number("version") or 1,
        content_digest=ready.content_digest,
        word_digest=ready.word_digest,
        template=about.text("template"),
        pack=pack_for(about.text("agency")).id,
        program=f"IMR Desk {__version__}",
        history_head=history.head(tx.connection),
        computer=computer,
    )


def _nonce(tx: Transaction) -> str:
    found = tx.connection.row("SELECT value FROM sys_fact WHERE name = 'nonce'")
    return str(found[0]) if found else ""


def _keep_scan(tx: Transaction, declared: Declared, role: str) -> None:
    """Keep the scan in the file, described without a name; the digest leads from the signature to it."""
    reference = documents.next_reference(tx)
    described = (
        tr("Scan of the author’s signature") if role == AUTHOR else tr("Scan of the senior manager’s counter-signature")
    )
    values = {
        "name": described,
        "media_type": declared.media_type,
        "size": len(declared.scan),
        "sha256": declared.scan_sha256,
    }
    tx.insert("document", reference, values)
    documents.keep(tx, reference, declared.scan)


def signed_of(signature: Record) -> Signed:
    """A kept signature as it travels and is verified; one on paper or by e-mail has no key."""
    statement = statement_from_text(signature.text("statement"))
    return Signed(statement, signature.text("public_key"), signature.text("signature"))


def as_signed(words: str) -> str:
    """Name or job title as it is kept: through the one door for text, so that what is signed is what is stored."""
    return folded(clean_line(words).text)


def default_declaration(role: str) -> str:
    """What a signature declares, in the signatory's words unless others are given (B28)."""
    if role == AUTHOR:
        return tr(
            "Independent of the case; accurate to the best of my knowledge; every question answered; "
            "no member of staff named."
        )
    return tr("Checked against the quality checklist; agreed; I will see that the recommendations are acted on.")


def _values_of(statement: Statement, declares: str) -> dict[str, object]:
    return {
        "role": statement.role,
        "part": statement.part,
        "name": statement.name,
        "job_title": statement.job_title,
        "signed_at": statement.signed_at,
        "version": statement.version,
        "declares": declares,
        "statement": statement.to_bytes().decode(),
        "computer": statement.computer,
    }


def _same_content(statement: Statement, author: Record) -> Statement:
    """Refuse to counter-sign anything but what the author signed."""
    signed = signed_of(author)
    same = (signed.statement.content_digest, signed.statement.word_digest) == (
        statement.content_digest,
        statement.word_digest,
    )
    if not same or (signed.public_key and not signed.holds):
        raise SealedError(
            tr("Nothing was signed: what stands here is not what the author signed. Send it back to the author.")
        )
    return statement
