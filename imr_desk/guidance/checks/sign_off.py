"""Quality checklist, the two signatures, and presenting only what is signed (R-135 to R-138)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, called, day_of, is_blank
from imr_desk.i18n import mark, tr
from imr_desk.review.dates import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, signature_in_force
from imr_desk.review.text import folded

_SIGNED = {
    "name": mark("The signature has no name."),
    "job_title": mark("The signature has no job title."),
    "signed_at": mark("The signature has no date."),
}
_READS = ("signature", "review")


@check("R-135", reads=("quality_checklist", "quality_item", "review"))
def checklist(facts: Facts) -> Iterator[Place]:
    """Every item answered, those that a person decides with a comment; dated, and for the version at hand."""
    done = facts.review.one("quality_checklist")
    items = facts.review.all("quality_item")
    if not items:
        yield Place.without("quality_item", "item", tr("The quality checklist has not been begun."))
    for item in items:
        name = called(facts.review, item)
        if is_blank(item, "answer"):
            yield Place.at(item, "answer", tr("Item {item} of the checklist has no answer.").format(item=name))
        elif item.text("decided_by") != "auto" and is_blank(item, "comment"):
            yield Place.at(item, "comment", tr("Item {item} of the checklist has no comment.").format(item=name))
    yield from blanks(
        done,
        {
            "completed_by": mark("It is not said which post completed the quality checklist."),
            "completed_on": mark("The quality checklist has no date."),
        },
    )
    if done.number("version") != facts.version:
        words = tr("The quality checklist was not completed for version {version}.").format(version=facts.version)
        yield Place.at(done, "version", words)


def _signed(facts: Facts, role: str, missing: str) -> Iterator[Place]:
    """That the role's signature in force has name, post and date, and is of the version at hand."""
    signature = signature_in_force(facts.review, role)
    if signature is None:
        yield Place.without("signature", "role", tr(missing))
        return
    yield from blanks(signature, _SIGNED)
    if signature.number("version") != facts.version:
        words = tr("This signature is of another version than {version}.").format(version=facts.version)
        yield Place.at(signature, "version", words)


@check("R-136", reads=_READS)
def author_signed(facts: Facts) -> Iterator[Place]:
    """The author's signature on the report, version as at hand."""
    yield from _signed(facts, AUTHOR, mark("The author has not signed."))


@check("R-137", reads=_READS)
def manager_signed(facts: Facts) -> Iterator[Place]:
    """The senior manager's signature: after the author's, by another person, on the same version."""
    yield from _signed(facts, COUNTER_SIGNATORY, mark("The senior manager has not counter-signed."))
    author, manager = (signature_in_force(facts.review, role) for role in (AUTHOR, COUNTER_SIGNATORY))
    if manager is None:
        return
    if author is None:
        yield Place.at(manager, "role", tr("There is a counter-signature, but no signature of the author."))
        return
    if _name(author) == _name(manager) or _same_key(author, manager):
        yield Place.at(manager, "name", tr("Both signatures are of one person."))
    first, second = day_of(author.text("signed_at")), day_of(manager.text("signed_at"))
    if first and second and second < first:
        yield Place.at(manager, "signed_at", tr("The counter-signature is dated before the author’s signature."))


def _name(signature: Record) -> str:
    return folded(signature.text("name")).casefold()


def _same_key(author: Record, manager: Record) -> bool:
    return not is_blank(author, "public_key") and author.text("public_key") == manager.text("public_key")


@check("R-138", reads=(*_READS, "afterwards"))
def signed_before_presented(facts: Facts) -> Iterator[Place]:
    """Both signatures are there before the report is presented, and the date of presenting is not before them."""
    manager = signature_in_force(facts.review, COUNTER_SIGNATORY)
    if manager is None or signature_in_force(facts.review, AUTHOR) is None:
        words = tr("The report can be presented only when both signatures are there.")
        yield Place.without("signature", "role", words)
        return
    afterwards = facts.review.one("afterwards")
    presented, signed = afterwards.day("presented_on"), day_of(manager.text("signed_at"))
    of_this_version = afterwards.number("presented_version") in (None, facts.version)
    if presented and signed and of_this_version and presented < signed:
        words = tr("The report is dated as presented on {presented}, before it was counter-signed on {signed}.")
        words = words.format(presented=day_in_words(presented), signed=day_in_words(signed))
        yield Place.at(afterwards, "presented_on", words)
