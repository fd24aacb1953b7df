"""Interviews: everyone answered for, told the purpose, recorded, shown the record, asked first (R-084 to R-093)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import called, is_blank
from imr_desk.i18n import tr
from imr_desk.review.applies import proceedings_live
from imr_desk.review.dates import day_in_words
from imr_desk.review.record import Record

_READS = ("interview", "staff")


def _held(facts: Facts) -> Iterator[tuple[Record, str]]:
    """Interviews that were held, with the job title by which a sentence calls them."""
    for interview in facts.review.all("interview"):
        if interview.text("status") == "held":
            yield interview, called(facts.review, interview)


@check("R-084", reads=_READS)
def everyone_answered_for(facts: Facts) -> Iterator[Place]:
    """Each member of staff was interviewed, or is marked as not interviewed; ‘planned’ is not yet an answer."""
    staff = facts.review.all("staff")
    if not staff:
        yield Place.without("staff", "code", tr("Nobody is on the list of staff yet."))
    interviews = facts.review.all("interview")
    settled = {each.link("staff") for each in interviews if each.text("status") in ("held", "not held")}
    for person in staff:
        if person.id not in settled and is_blank(person, "not_interviewed_reason"):
            words = tr("{staff} is neither interviewed nor marked as not interviewed.")
            words = words.format(staff=called(facts.review, person))
            planned = next((each for each in interviews if each.link("staff") == person.id), None)
            yield Place.at(planned, "status", words) if planned else Place.without("interview", "staff", words)


@check("R-085", reads=_READS)
def recorded(facts: Facts) -> Iterator[Place]:
    """A written record of each interview held."""
    for interview, who in _held(facts):
        if is_blank(interview, "record"):
            words = tr("The interview with {staff} has no written record.").format(staff=who)
            yield Place.at(interview, "record", words)


@check("R-086", reads=_READS)
def shared(facts: Facts) -> Iterator[Place]:
    """The date on which each record was shared with the person, not before the interview."""
    for interview, who in _held(facts):
        shared_on, held_on = interview.day("shared_on"), interview.day("held_on")
        if shared_on is None:
            words = tr("Nothing says when {staff} was given the record of the interview.")
        elif held_on and shared_on < held_on:
            words = tr("The record was shared with {staff} before the interview was held. Check both dates.")
        else:
            continue
        yield Place.at(interview, "shared_on", words.format(staff=who))


@check("R-087", reads=_READS)
def purpose_explained(facts: Facts) -> Iterator[Place]:
    """Each was told that the interview is part of the review, and that its aim is learning."""
    for interview, who in _held(facts):
        if interview.flag("purpose_explained") is not True:
            words = tr("Nothing says that the purpose was explained to {staff}.").format(staff=who)
            yield Place.at(interview, "purpose_explained", words)


@check("R-088", reads=_READS)
def reason_why_not(facts: Facts) -> Iterator[Place]:
    """A reason for each interview that was not held, beside it or with the person."""
    interviews = facts.review.all("interview")
    seen = {each.link("staff") for each in interviews if each.text("status") == "held"} - {""}
    for interview in interviews:
        if interview.text("status") != "not held" or interview.link("staff") in seen:
            continue
        person = facts.review.get(interview.link("staff"))
        if is_blank(interview, "reason") and (person is None or is_blank(person, "not_interviewed_reason")):
            words = tr("No reason is given why {staff} was not interviewed.")
            yield Place.at(interview, "reason", words.format(staff=called(facts.review, interview)))


@check("R-090", reads=(*_READS, "parallel_process"))
def witness_answer(facts: Facts) -> Iterator[Place]:
    """While proceedings are live: the police answer for each person, before the interview or with what was done."""
    if not proceedings_live(facts.review):
        return
    for interview in facts.review.all("interview"):
        if interview.text("status") != "not held":
            yield from _answered(interview, called(facts.review, interview))


def _answered(interview: Record, who: str) -> Iterator[Place]:
    answered, held_on = interview.day("witness_answered_on"), interview.day("held_on")
    held = interview.text("status") == "held"
    if held and not is_blank(interview, "held_before_answer"):
        return
    if answered is None or is_blank(interview, "potential_witness"):
        words = tr("The senior investigating officer’s answer is not recorded: may {staff} be a witness?")
        field = "potential_witness" if is_blank(interview, "potential_witness") else "witness_answered_on"
        yield Place.at(interview, field, words.format(staff=who))
    elif held and held_on and held_on < answered:
        words = tr("{staff} was interviewed before the answer of {day}. Say why, and who was told.")
        yield Place.at(interview, "held_before_answer", words.format(staff=who, day=day_in_words(answered)))


@check("R-093", reads=_READS)
def consent_to_reuse(facts: Facts) -> Iterator[Place]:
    """Each reuse on record names the process, with an answer and a date. It never stops lawful disclosure."""
    for interview in facts.review.all("interview"):
        for row in interview.rows("consents"):
            if is_blank(row, "process") or row.flag("consent") is None or row.day("date") is None:
                words = tr("A consent of {staff} to reuse lacks the process, the answer or the date.")
                yield Place.at(interview, "consents", words.format(staff=called(facts.review, interview)))
