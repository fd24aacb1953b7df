"""Who may not sign: people involved in the case, and one person in both roles (R-042, R-043, R-135, R-137)."""

from __future__ import annotations

import unicodedata

from imr_desk.i18n import tr
from imr_desk.names.guard import REGISTERED, Guard
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, signature_in_force
from imr_desk.review.text import folded


def signatory_faults(review: Review, guard: Guard, role: str, person: str, job_title: str) -> tuple[str, ...]:
    """Plain sentences on why this person may not sign in this role; empty where they may."""
    faults: list[str] = []
    if len(_as_read(person)) < 3 or not _as_read(job_title):
        faults.append(tr("A signature needs a name and a job title."))
    if _is_registered_staff(review, guard, " ".join(person.split())):
        faults.append(tr("That name is on the list of staff involved in the case, so this person cannot sign."))
    if any(mark.kind == REGISTERED and mark.certain for mark in guard.marks(job_title)):
        faults.append(tr("The job title holds a registered name. Give the title alone."))
    if _same(job_title, posts_involved(review)):
        faults.append(tr("‘{title}’ took part in the case, so this post cannot sign.").format(title=folded(job_title)))
    if role == COUNTER_SIGNATORY:
        faults.extend(_second_person(review, person, job_title))
    return tuple(faults)


def posts_involved(review: Review) -> tuple[str, ...]:
    """The posts of the staff involved, as they are written in the key to people."""
    return tuple(staff.text("code") for staff in review.all("staff"))


def _is_registered_staff(review: Review, guard: Guard, person: str) -> bool:
    """Whether the name is that of a member of staff, titles and honours aside; a surname in common is not enough."""
    staff = {str(each.id) for each in review.all("staff")}
    return any(
        mark.kind == REGISTERED
        and staff.intersection((mark.person, *mark.others))
        and ((mark.start, mark.end) == (0, len(person)) or len(person[mark.start : mark.end].split()) > 1)
        for mark in guard.marks(person)
    )


def _second_person(review: Review, person: str, job_title: str) -> list[str]:
    faults: list[str] = []
    author = signature_in_force(review, AUTHOR)
    if author is not None and _same(person, (author.text("name"),)):
        faults.append(tr("The author cannot counter-sign. The senior manager is a different person."))
    if author is not None and _same(job_title, (author.text("job_title"),)):
        faults.append(tr("The author’s post cannot counter-sign. The senior manager holds another."))
    checked_by = review.one("quality_checklist").text("completed_by")
    if checked_by and _same(checked_by, posts_involved(review)):
        faults.append(tr("The quality checklist was completed by a post that took part in the case."))
    return faults


def _same(words: str, others: tuple[str, ...]) -> bool:
    return _as_read(words) in {_as_read(other) for other in others}


def _as_read(words: str) -> str:
    """As a reader sees it: wide letters are letters, and what is not seen is not there."""
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", words) if unicodedata.category(letter) != "Cf")
    return folded(seen).casefold()
