"""How far the report is signed, and what that makes of its version, date and status."""

from __future__ import annotations

import datetime as dt

from imr_desk.export.sections.content import Content
from imr_desk.i18n import tr
from imr_desk.review.chronology_versions import in_force, version_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import (
    AUTHOR,
    COUNTER_SIGNATORY,
    is_final,
    is_sealed,
    signature_in_force,
)


def version_number(review: Review) -> int:
    """The version that is being written or was signed; the first is 1."""
    return review.one("review").number("version") or 1


def document_version(content: Content) -> int:
    """The version of this document: a chronology that goes out beside its report counts its own (R-077)."""
    own = version_of(content.review) if content.apart else None
    return own or version_number(content.review)


def signatures(review: Review) -> tuple[Record, ...]:
    """The signatures of the report that are in force, the author's first."""
    both = (signature_in_force(review, role) for role in (AUTHOR, COUNTER_SIGNATORY))
    return tuple(each for each in both if each is not None)


def signed_by(content: Content) -> tuple[Record, ...]:
    """The signatures that this document is covered by: none for a chronology beside its report."""
    return () if content.apart else signatures(content.review)


def signed_at(signature: Record) -> dt.datetime | None:
    """When it was signed; midnight where only the day is known, None where it cannot be read."""
    try:
        return dt.datetime.fromisoformat(signature.text("signed_at"))
    except ValueError:
        return None


def signed_day(signature: Record) -> str:
    """The day of a signature in words, or what was typed for it."""
    at = signed_at(signature)
    return day_in_words(at.date()) if at else signature.text("signed_at")


def version_date(content: Content) -> dt.date:
    """The date of the version: that of the latest signature when final, else today."""
    if content.draft:
        return content.today
    days = [at.date() for each in signed_by(content) if (at := signed_at(each))]
    return max(days, default=content.today)


def status_words(content: Content) -> str:
    """The status as the cover says it."""
    state = _state(content)
    return (tr("Draft – {state}") if content.draft else tr("Final – {state}")).format(state=state)


def draft_notice(content: Content) -> str:
    """The line that stands on every page of a draft; nothing for a final report."""
    if not content.draft:
        return ""
    return tr("DRAFT – version {version} of {date} – {state}").format(
        version=document_version(content), date=day_in_words(content.today), state=_state(content)
    )


def _state(content: Content) -> str:
    review = content.review
    if content.apart:
        return _signed_off(in_force(review))
    if is_final(review):
        return tr("signed and counter-signed")
    return tr("not counter-signed") if is_sealed(review) else tr("not signed")


def _signed_off(sign_off: Record | None) -> str:
    day = sign_off.day("signed_off_on") if sign_off is not None else None
    if sign_off is None or day is None:
        return tr("not signed off")
    return tr("signed off on {date} by the {post}").format(date=day_in_words(day), post=sign_off.text("signed_off_by"))
