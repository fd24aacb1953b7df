"""Whether the report part is signed: told from the signatures themselves, so there is one truth (design section 8)."""

from __future__ import annotations

from imr_desk.review.record import Record
from imr_desk.review.review import Review

REPORT = "report"
AUTHOR = "author"
COUNTER_SIGNATORY = "counter_signatory"


def signature_in_force(review: Review, role: str, part: str = REPORT) -> Record | None:
    """The signature of that role that has not been voided, or None."""
    for signature in reversed(review.all("signature")):
        if (signature.text("role"), signature.text("part")) == (role, part) and not signature.text("voided_at"):
            return signature
    return None


def is_sealed(review: Review) -> bool:
    """Whether the author has signed: the report part is then read-only everywhere, the process part goes on."""
    return signature_in_force(review, AUTHOR) is not None


def chronology_signed_off(review: Review) -> Record | None:
    """The latest sign-off of the chronology that has a date and a post, or None (R-082)."""
    whole = [
        each for each in review.all("chronology_sign_off") if each.day("signed_off_on") and each.text("signed_off_by")
    ]
    return max(whole, key=lambda each: (each.text("signed_off_on"), each.number("version") or 0), default=None)


def is_final(review: Review) -> bool:
    """Whether both have signed."""
    return is_sealed(review) and signature_in_force(review, COUNTER_SIGNATORY) is not None
