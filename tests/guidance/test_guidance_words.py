"""The packs: every requirement in words, with its source and a field to go to."""

from __future__ import annotations

import re

import pytest

from imr_desk.guidance.asked import ONLY_WARN
from imr_desk.guidance.gates import GATES
from imr_desk.guidance.pack import Requirement, every_requirement, organisation, pack_for, requirement
from imr_desk.review.catalogue import field_of, kind_of

EVERY = every_requirement()
ELSEWHERE = {"R-133", "R-138", "R-144", "R-183"}
"""Asked at a later stage than the one at which their field stands."""


def test_packs_say_whose_guidance_it_is_and_what_became_of_it() -> None:
    cps, ho = pack_for("cps"), pack_for("ho")
    assert (cps.title, cps.dated) == ("CPS Serious Case Review guidance, 2013 scheme", "2013")
    assert "31 July 2023" in cps.standing
    assert "check the current page" in cps.standing
    assert "Archived" in ho.standing


def test_packs_hold_what_is_asked_of_both_and_of_their_own() -> None:
    cps, ho = set(pack_for("cps").requirements), set(pack_for("ho").requirements)
    assert cps - ho == {"R-051", "R-066", "R-128", "R-129", "R-188"}
    assert ho - cps == {"R-045", "R-053", "R-054", "R-131", "R-132", "R-133", "R-155"}
    assert len(cps | ho) == 54
    assert (organisation("R-066"), organisation("R-155"), organisation("R-023")) == ("cps", "ho", "any")


def test_pack_of_another_agency_does_not_exist() -> None:
    with pytest.raises(KeyError):
        pack_for("police")


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.id)
def test_requirement_is_complete_and_leads_to_a_field(each: Requirement) -> None:
    assert requirement(each.id) is each
    assert each.gate in GATES
    assert each.level == ("warn" if each.id in ONLY_WARN else "block")
    assert each.sources
    assert all(source.title and source.body and source.part for source in each.sources)
    field_of(each.kind, each.field)
    assert 1 <= each.stage <= 10
    assert (each.stage == kind_of(each.kind).stage) is (each.id not in ELSEWHERE)


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.id)
def test_requirement_sentences_are_plain(each: Requirement) -> None:
    for sentence in (each.asks, each.satisfied_when):
        assert re.fullmatch(r"[A-Z].{10,130}\.", sentence)
        assert not re.search(r"please|sorry|successful|!|R-\d|'", sentence, re.IGNORECASE)


def test_requirement_sentences_are_each_said_once() -> None:
    assert len({each.asks for each in EVERY}) == len(EVERY)
