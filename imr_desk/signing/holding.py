"""Whether the signatures in force hold for the report part as it stands: told by themselves, without any export."""

from __future__ import annotations

from imr_desk.i18n import tr
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, signature_in_force
from imr_desk.signing.canonical import content_digest
from imr_desk.signing.statement import Signed, statement_from_text


def seal_faults(review: Review, nonce: str) -> tuple[str, ...]:
    """Plain sentences on what does not hold; empty where all does, and where nothing is signed.

    A change of a signed part by another tool shows here; `nonce` is that of the file.
    """
    in_force = [each for role in (AUTHOR, COUNTER_SIGNATORY) if (each := signature_in_force(review, role)) is not None]
    if not in_force:
        return ()
    digest = content_digest(review, nonce)
    return tuple(
        tr("The author’s signature does not hold for the report part as it stands.")
        if signature.text("role") == AUTHOR
        else tr("The counter-signature does not hold for the report part as it stands.")
        for signature in in_force
        if not _holds(signature, digest)
    )


def _holds(signature: Record, digest: str) -> bool:
    """Whether it was made over this content; one on paper or by e-mail has no key that could prove more."""
    try:
        statement = statement_from_text(signature.text("statement"))
    except ValueError:
        return False
    signed = Signed(statement, signature.text("public_key"), signature.text("signature"))
    proved = signed.holds if signature.text("route") == "program" else not signed.public_key
    return proved and statement.content_digest == digest and statement.role == signature.text("role")
