"""Each of the checks is satisfied by a review that has everything, and fails for each way of falling short."""

from __future__ import annotations

import datetime as dt

import pytest
from breakages import BREAKAGES, NO_NAMES, Breakage
from factories import closed_review, complete_review, signed_review

from imr_desk.guidance.asked import ONLY_WARN
from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, NamesSeen, Result
from imr_desk.guidance.gates import GATES, gate_open
from imr_desk.guidance.pack import every_requirement, pack_for
from imr_desk.review.applies import applies, words_of
from imr_desk.review.catalogue import field_of
from imr_desk.review.record import Values
from imr_desk.review.review import Review

TODAY = dt.date(2025, 1, 10)


def results(review: Review, names: NamesSeen = NO_NAMES) -> dict[str, Result]:
    return {result.requirement: result for result in run(Facts(review, names, TODAY))}


@pytest.mark.parametrize("agency", ["cps", "ho"])
def test_checks_closed_review_satisfies_all_that_is_asked_of_its_agency(agency: str) -> None:
    found = results(closed_review(agency))
    asked = {name for name, result in found.items() if result.applies}
    assert asked == set(pack_for(agency).requirements)
    assert {name: result.places for name, result in found.items() if not result.satisfied} == {}


@pytest.mark.parametrize("agency", ["cps", "ho"])
def test_checks_complete_review_lacks_only_the_signature_in_the_first_three_gates(agency: str) -> None:
    found = results(complete_review(agency))
    early = {each for gate in ("G1", "G2", "G3") for each in GATES[gate].requirements}
    assert {name for name in early if found[name].holds} == {"R-136"}


@pytest.mark.parametrize("agency", ["cps", "ho"])
def test_checks_signed_review_may_be_presented(agency: str) -> None:
    assert gate_open(results(signed_review(agency)).values(), "G4")


@pytest.mark.parametrize("breakage", BREAKAGES, ids=str)
def test_check_that_falls_short_fails_and_leads_to_a_place(breakage: Breakage) -> None:
    broken = breakage.made_on(closed_review(breakage.agency))
    failed = results(broken, breakage.names)[breakage.requirement]
    assert failed.holds is not failed.to_look_at
    for place in failed.places:
        assert place.words.endswith((".", "?", "…")) or place.words.partition(": ")[2]
        assert "{" not in place.words
        field_of(place.kind, place.field)
        assert not place.record_id or broken[place.record_id].kind == place.kind
        holder = broken[place.record_id] if place.record_id else Values({})
        assert applies(field_of(place.kind, place.field), holder, words_of(broken)), "the way leads to a hidden field"


@pytest.mark.parametrize("breakage", BREAKAGES, ids=str)
def test_check_that_falls_short_shuts_its_own_gate(breakage: Breakage) -> None:
    found = results(breakage.made_on(closed_review(breakage.agency)), breakage.names)
    gate = next(gate for gate in GATES.values() if breakage.requirement in gate.requirements)
    assert gate_open(found.values(), gate.name) is (breakage.requirement in ONLY_WARN)


def test_breakages_there_is_one_for_every_check() -> None:
    assert {breakage.requirement for breakage in BREAKAGES} == {each.id for each in every_requirement()}
