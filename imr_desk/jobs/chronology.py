"""The chronology’s own sign-off: a version is checked by its author, then signed off (R-077, R-081, R-082)."""

from __future__ import annotations

from imr_desk.errors import BadInputError, GateShutError
from imr_desk.i18n import tr
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.signatories import signatory_faults
from imr_desk.review.chronology_versions import KIND, changes_since, new_sign_off
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY
from imr_desk.review.text import folded
from imr_desk.session import Session

ASKED = ("R-072", "R-075", "R-183", "R-184")
"""What a chronology has to satisfy before it goes out as final: complete entries, and no name in it."""
_KINDS = frozenset({"entry", "records_statement", "search_made"})


def check_off(session: Session, person: str, job_title: str) -> Record:
    """Record that the author checked the chronology as it stands: its next version.

    GateShutError where an entry is incomplete or a name stands in one; BadInputError for who may not sign.
    """
    _may(session, AUTHOR, person, job_title)
    made = session.new_id(KIND)
    today = session.clock().date()
    first = {**new_sign_off(session.review), "internal_check_on": today, "checked_by": job_title}
    stage = tr("Version {n}").format(n=first["version"])
    session.run(Insert(KIND, made, {"stage": stage, **first}))
    return session.review[made]


def sign_off(session: Session, person: str, job_title: str) -> Record:
    """Record that the senior manager signed off the version that was checked last, as it stands.

    BadInputError where none was checked, or where it was changed since; else errors as in `check_off`.
    """
    _may(session, COUNTER_SIGNATORY, person, job_title)
    last = _last_checked(session.review)
    if last is None:
        raise BadInputError(
            tr("No version of the chronology waits for a sign-off. Its author checks one first: nothing was recorded.")
        )
    if folded(job_title).casefold() == folded(last.text("checked_by")).casefold():
        raise BadInputError(tr("The author’s post cannot sign off the chronology. The senior manager holds another."))
    if changes_since(session.review, last):
        raise BadInputError(
            tr("The chronology has changed since its author checked version {n}. Nothing was recorded.").format(
                n=last.number("version")
            )
        )
    session.run(SetFields(KIND, last.id, {"signed_off_on": session.clock().date(), "signed_off_by": job_title}))
    return session.review[last.id]


def _last_checked(review: Review) -> Record | None:
    """The latest version that has its marks and no sign-off yet."""
    waiting = [each for each in review.all(KIND) if each.lines("marks") and not each.day("signed_off_on")]
    return max(waiting, key=lambda each: each.number("version") or 0, default=None)


def _may(session: Session, role: str, person: str, job_title: str) -> None:
    faults = signatory_faults(session.review, session.judge.guard, role, person, job_title)
    if faults:
        raise BadInputError(" ".join(faults))
    places = [
        place.words
        for result in session.results()
        if result.requirement in ASKED and result.holds
        for place in result.places
        if place.kind in _KINDS
    ]
    if places:
        raise GateShutError(tr("The chronology cannot be signed off yet. {words}").format(words=" ".join(places[:3])))
