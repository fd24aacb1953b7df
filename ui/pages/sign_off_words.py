"""What the sign-off page says, worked out from the review and from the results of the checks. Nothing is shown here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imr_desk.i18n import mark, tr, trn
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, signature_in_force

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place, Result

_SIGNING = (mark("Signing: the checks are run once more and the key is opened."), "")
BEGUN = {
    AUTHOR: _SIGNING,
    COUNTER_SIGNATORY: _SIGNING,
    "preview": (mark("The report is put together."), mark("Nothing is written by that.")),
    "export": (
        mark("The report is being built, read back and searched for names."),
        mark("It is written only if all of that holds. You can go on working."),
    ),
    "extract": (
        mark("The document is being built, read back and searched for names."),
        mark("It is written only if all of that holds. You can go on working."),
    ),
    "verify": (mark("The file is being compared with the review."), ""),
}
"""What is said when a job begins (marked words): what is done, and what is to know."""
PRESENTED = "presented"
GATE = {AUTHOR: "G2", COUNTER_SIGNATORY: "G3", PRESENTED: "G4"}
"""The gate that holds each signature, and the presentation (requirements catalogue, section 20)."""
_FIRST = frozenset({"R-136"})
"""Held by the order of the steps alone: the step itself says that the author signs first."""


@dataclass(frozen=True)
class Held:
    """One thing that holds a signature: what is missing, which requirement asks for it, and where it is."""

    words: str
    requirement: str
    place: Place
    where: str = ""
    """The place in words."""


def held_by(results: tuple[Result, ...], role: str, review: Review) -> tuple[Held, ...]:
    """What holds the signature of a role; the guidance is imported when it is first called."""
    from imr_desk.guidance.gates import holding
    from imr_desk.guidance.pack import requirement
    from ui.place_words import place_in_words

    return tuple(
        Held(
            place.words or tr(requirement(result.requirement).asks),
            result.requirement,
            place,
            place_in_words(place, review),
        )
        for result in holding(results, GATE[role])
        if not (role == COUNTER_SIGNATORY and result.requirement in _FIRST)
        for place in result.places
    )


def held_line(role: str, count: int) -> str:
    """How many things hold a signature."""
    if role == AUTHOR:
        return trn(
            "{n} thing is missing before the author can sign.",
            "{n} things are missing before the author can sign.",
            count,
        )
    return trn(
        "{n} thing is missing before the senior manager can counter-sign.",
        "{n} things are missing before the senior manager can counter-sign.",
        count,
    )


def signed_line(signature: Record) -> str:
    """Who signed, as what, when and how. Names stand here and on the signature page only."""
    who = ", ".join((signature.text("name"), signature.text("job_title")))
    if signature.text("route") == "program":
        return tr("{who} · {time} by this computer’s clock").format(who=who, time=time_in_words(signature))
    shape = tr("{who} · on paper, {day}") if signature.text("route") == "paper" else tr("{who} · by e-mail, {day}")
    return shape.format(who=who, day=time_in_words(signature))


def kept_line(signature: Record) -> str:
    """Where the paper or message is kept, and the digest of its scan; nothing for a signature made here."""
    if signature.text("route") == "program":
        return ""
    return tr("Kept: {reference}. SHA-256 of the scan: {digest}").format(
        reference=signature.text("reference").rstrip("."), digest=in_fours(signature.text("scan_sha256"))
    )


def ending_of(media_type: str) -> str:
    """The ending of a file of a kept scan; "" where its kind is not known."""
    from imr_desk.jobs.sign import ending_of as known

    return known(media_type)


def in_fours(digest: str) -> str:
    """A digest in groups of eight, so that it wraps and can be compared."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def time_in_words(signature: Record, field: str = "signed_at") -> str:
    """The day of a signature, or of its end; with the time where the program took it."""
    text = signature.text(field)
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    day = day_in_words(at.date())
    if len(text) <= len("2014-12-03"):
        return day
    return tr("{day}, {time}").format(day=day, time=f"{at:%H:%M}")


def one_computer(review: Review) -> bool:
    """Whether both signatures were made on one computer; the report then says so."""
    made = [signature_in_force(review, role) for role in (AUTHOR, COUNTER_SIGNATORY)]
    tokens = {each.text("computer") for each in made if each is not None}
    return None not in made and len(tokens) == 1 and "" not in tokens


def lead_line(review: Review) -> str:
    """How the report stands, under the title."""
    version = review.one("review").number("version") or 1
    author, manager = (signature_in_force(review, role) for role in (AUTHOR, COUNTER_SIGNATORY))
    if author is None:
        return tr("Draft of version {n}. Signing seals the report part; the process part goes on.").format(n=version)
    if manager is None:
        return tr("Version {n} is sealed. It can be read and copied, not changed.").format(n=version)
    return tr("Version {n} is signed and counter-signed. It can be read and copied, not changed.").format(n=version)


def reopen_line(review: Review) -> str:
    """What reopening does to the signatures and the number of the version."""
    version = review.one("review").number("version") or 1
    if signature_in_force(review, COUNTER_SIGNATORY) is None:
        return tr("It takes a reason and voids the signature. The number of the version stays.")
    return tr("It takes a reason, voids both signatures and begins version {n}.").format(n=version + 1)


def suggested_name(review: Review, *, draft: bool) -> str:
    """A name for the Word file, made of the reference and the version: never of a person's name."""
    version = review.one("review").number("version") or 1
    shape = tr("{reference} draft of version {n}.docx") if draft else tr("{reference} version {n}.docx")
    return shape.format(reference=_reference(review), n=version)


def extract_name(review: Review, stem: str, ending: str) -> str:
    """A name for what goes out beside the report, made of the reference and of what it is."""
    return f"{_reference(review)} {stem}{ending}"


def _reference(review: Review) -> str:
    text = review.one("review").text("reference")
    return "".join(c if c.isalnum() or c in " -" else "-" for c in text).strip(" -") or "IMR"
