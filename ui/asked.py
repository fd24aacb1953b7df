"""From the results of the checks to what the guidance panel shows, with the way from each line to its place."""

from __future__ import annotations

from imr_desk.guidance.asked import exemption_of, may_be_exempted
from imr_desk.guidance.editions import edition_of
from imr_desk.guidance.facts import Place, Result
from imr_desk.guidance.gates import GATES, gate_of, gate_open, next_gate
from imr_desk.guidance.pack import Requirement, requirement
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review
from imr_desk.review.stages import stage_name
from ui.advice import Advice
from ui.place_words import place_in_words
from ui.shell_state import Exempting, Guidance, GuidanceItem, ItemGroup

MOST_PLACES = 3
"""Places of one requirement that are listed one by one; a line with their number stands for the rest."""
READY = 8
"""The stage that looks at all the others."""


def guidance_for(stage: int, advice: Advice) -> Guidance:
    """What is asked for at a stage; at ‘Ready?’ also everything that holds the next signature or statement."""
    now, ready = gate_now(advice), gate_ready(advice)
    items: list[GuidanceItem] = []
    for result in advice.results:
        asked = requirement(result.requirement)
        if result.applies and (asked.stage == stage or (stage == READY and holds(result, ready))):
            items.extend(_items(result, asked, now, advice.review))
    return Guidance(stage_name(stage), tuple(items), *whose(advice.review))


def every_item(advice: Advice) -> tuple[GuidanceItem, ...]:
    """All that is asked in this review, satisfied or not, in the order of the gates."""
    now = gate_now(advice)
    asked = [result for result in advice.results if result.applies]
    asked.sort(key=lambda result: (gate_of(result.requirement), result.requirement))
    return tuple(item for each in asked for item in _items(each, requirement(each.requirement), now, advice.review))


def gate_now(advice: Advice) -> str:
    """The last gate whose requirements can be worked at now.

    It is the one the work stands before or, where that one stands open, the next; before any signature G2 at the least.
    """
    gate = next_gate(advice.review, advice.results)
    if gate_open(advice.results, gate):
        gate = following(gate)
    return max(gate, "G2")


def gate_ready(advice: Advice) -> str:
    """The gate that ‘Ready?’ asks about: the one the work stands before, and the author's signature at the least."""
    return max(next_gate(advice.review, advice.results), "G2")


def following(gate: str) -> str:
    """The gate after this one; the last after the last."""
    names = tuple(GATES)
    return names[min(names.index(gate) + 1, len(names) - 1)]


def holds(result: Result, gate: str) -> bool:
    """Whether it keeps this gate shut, or one before it."""
    return result.holds and gate_of(result.requirement) <= gate


def group_of(result: Result, now: str, review: Review) -> ItemGroup:
    """What belongs to a later step than can be taken now cannot be finished yet; `now` as of `gate_now`.

    What nothing is recorded of is not done: there is nothing yet that it could be asked of.
    """
    if result.exempted_reason:
        return ItemGroup.DOES_NOT_APPLY
    if result.to_look_at:
        return ItemGroup.TO_LOOK_AT
    if not result.holds:
        return ItemGroup.NOTHING_YET if _none_of(requirement(result.requirement), review) else ItemGroup.DONE
    return ItemGroup.MISSING if gate_of(result.requirement) <= now else ItemGroup.CANNOT_FINISH


def _items(result: Result, asked: Requirement, now: str, review: Review) -> list[GuidanceItem]:
    group, source = group_of(result, now, review), _source(asked)
    if group is ItemGroup.DONE:
        return [GuidanceItem(asked.id, group, tr(asked.satisfied_when), asked.id, source)]
    if group is ItemGroup.NOTHING_YET:
        return [GuidanceItem(asked.id, group, tr(asked.asks), asked.id, source, reason=_none_of(asked, review))]
    if group is ItemGroup.DOES_NOT_APPLY:
        reason = reason_in_words(review, asked.id)
        return [GuidanceItem(asked.id, group, tr(asked.asks), asked.id, source, "", 1, Exempting.GIVEN, reason)]
    made = [
        GuidanceItem(
            f"{asked.id}/{at}",
            group,
            place.words or tr(asked.asks),
            asked.id,
            source,
            place_in_words(place, review),
            exempting=Exempting.POSSIBLE if not at and may_be_exempted(asked.id) else Exempting.NO,
        )
        for at, place in enumerate(result.places[:MOST_PLACES])
    ]
    rest = len(result.places) - MOST_PLACES
    if rest > 0:
        words = trn("{n} more of the same kind.", "{n} more of the same kind.", rest)
        way = place_in_words(result.places[MOST_PLACES], review)
        made.append(GuidanceItem(f"{asked.id}/{MOST_PLACES}", group, words, asked.id, source, way, count=rest))
    return made


def reason_in_words(review: Review, requirement_id: str) -> str:
    """Why a requirement does not apply, and of when that is; nothing where no reason counts."""
    record = exemption_of(review, requirement_id)
    day = record.day("dated") if record else None
    if record is None or day is None:
        return ""
    return tr("{date}: {reason}").format(date=day_in_words(day), reason=record.text("reason").strip())


def _none_of(asked: Requirement, review: Review) -> str:
    """That there is nothing yet of what a requirement is about; "" where there is something."""
    kind = kind_of(asked.kind)
    if kind.single or review.all(asked.kind):
        return ""
    return tr("None recorded yet: {what}.").format(what=tr(kind.plural).lower())


def _source(asked: Requirement) -> str:
    """Where it is asked for first: the document and its part."""
    first = asked.sources[0]
    return tr("{document}, {part}").format(document=first.title, part=first.part)


def place_of(advice: Advice, check: str) -> Place | None:
    """The place a line of the panel leads to; None where the review has changed so much that it is gone."""
    requirement_id, _, at = check.partition("/")
    for result in advice.results:
        if result.requirement == requirement_id and at and int(at) < len(result.places):
            return result.places[int(at)]
    return None


def stage_of(check: str) -> int:
    """The stage at which a line of the panel is asked for."""
    return requirement(check.partition("/")[0]).stage


def missing_places(advice: Advice) -> tuple[Place, ...]:
    """Every place where something is missing that can be put right now, stage by stage: for F4."""
    now = gate_now(advice)
    held = [(requirement(result.requirement).stage, result) for result in advice.results if holds(result, now)]
    return tuple(place for _, result in sorted(held, key=lambda pair: pair[0]) for place in result.places)


def whose(review: Review) -> tuple[str, str]:
    """Whose guidance it is, of when and what replaced it, in short and in full; nothing while no agency is chosen."""
    agency = review.one("review").text("agency")
    if agency not in ("cps", "ho"):
        return "", ""
    edition = edition_of(agency)
    return edition.in_short, edition.in_full
