"""Clearance at the CPS, consultation at the Home Office (R-128, R-129, R-131 to R-133).

What binds the Home Office representative and not the author is satisfied as well by the representative's confirmation.
"""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import called, day_of, is_blank
from imr_desk.i18n import tr
from imr_desk.review.dates import day_in_words
from imr_desk.review.posts import posts
from imr_desk.review.record import Record
from imr_desk.review.sealing import COUNTER_SIGNATORY, signature_in_force


@check("R-128", reads=("recommendation", "clearance"))
def commitments_cleared(facts: Facts) -> Iterator[Place]:
    """For each recommendation the Director of Public Prosecutions and a directorate at least; and no row left open."""
    director = posts()["director"]
    rows = [row for row in facts.review.all("clearance") if row.text("what") == "commitment"]
    for recommendation in facts.review.all("recommendation"):
        mine = [row for row in rows if recommendation.id in row.links("about")]
        number = recommendation.number("number") or recommendation.id
        if not any(director.is_named_in(row.text("who")) for row in mine):
            words = tr("Recommendation {number} has not been sent to the {post} for clearance.")
            yield Place.without("clearance", "who", words.format(number=number, post=tr(director.title)))
        if all(director.is_named_in(row.text("who")) for row in mine):
            words = tr("Recommendation {number} has not been sent to a headquarters directorate for clearance.")
            yield Place.without("clearance", "who", words.format(number=number))
    for row in rows:
        if not _cleared(row):
            yield Place.at(row, "status", tr("Not cleared yet: {who}.").format(who=called(facts.review, row)))


def _cleared(row: Record) -> bool:
    return row.text("status") == "cleared" and row.day("cleared_on") is not None


@check("R-129", reads=("clearance", "review"))
def final_draft_cleared(facts: Facts) -> Iterator[Place]:
    """The version that is, or is to be, signed was cleared as the final draft."""
    rows = [row for row in facts.review.all("clearance") if row.text("what") == "final draft"]
    if any(_cleared(row) and row.number("version") == facts.version for row in rows):
        return
    words = tr("Version {version} has not been cleared as the final draft.").format(version=facts.version)
    if rows:
        yield Place.at(rows[-1], "version" if _cleared(rows[-1]) else "status", words)
    else:
        yield Place.without("clearance", "what", words)


def _areas(facts: Facts, where: str) -> list[Record]:
    """Business areas referred to in the "report" or the "plan"; one with no answer to that counts for the report."""
    return [
        area
        for area in facts.review.all("business_area")
        if area.text("referred_to_in") in (where, "both") or (where == "report" and is_blank(area, "referred_to_in"))
    ]


@check("R-131", reads=("business_area", "signature"))
def areas_consulted(facts: Facts) -> Iterator[Place]:
    """Each business area in the report was consulted, before the senior manager signed."""
    if not facts.review.all("business_area"):
        yield Place.without("business_area", "name", tr("No business area is listed that the report refers to."))
    signature = signature_in_force(facts.review, COUNTER_SIGNATORY)
    signed = day_of(signature.text("signed_at")) if signature else None
    for area in _areas(facts, "report"):
        consulted, name = area.day("consulted_on"), called(facts.review, area)
        if area.day("confirmed_by_representative_on"):
            continue
        if consulted is None:
            words = tr("Nothing says when this business area was consulted: {area}.").format(area=name)
            yield Place.at(area, "consulted_on", words)
        elif signed and consulted > signed:
            words = tr("This business area was consulted after sign-off on {day}: {area}.")
            yield Place.at(area, "consulted_on", words.format(day=day_in_words(signed), area=name))


@check("R-132", reads=("business_area",))
def consultation_recorded(facts: Facts) -> Iterator[Place]:
    """The reference under which the case system holds each consultation."""
    for area in _areas(facts, "report"):
        if is_blank(area, "system_reference") and not area.day("confirmed_by_representative_on"):
            words = tr("The consultation has no reference on the case system: {area}.")
            yield Place.at(area, "system_reference", words.format(area=called(facts.review, area)))


@check("R-133", reads=("business_area",))
def areas_told_of_board(facts: Facts) -> Iterator[Place]:
    """Each business area in the plan was told of the board's recommendations, and that is on the case system."""
    for area in _areas(facts, "plan"):
        if area.day("plan_confirmed_by_representative_on"):
            continue
        name = called(facts.review, area)
        if area.day("told_of_board_recommendations_on") is None:
            words = tr("Nothing says when this business area was told of the board’s recommendations: {area}.")
            yield Place.at(area, "told_of_board_recommendations_on", words.format(area=name))
        if is_blank(area, "plan_system_reference"):
            words = tr("Telling this business area has no reference on the case system: {area}.")
            yield Place.at(area, "plan_system_reference", words.format(area=name))
