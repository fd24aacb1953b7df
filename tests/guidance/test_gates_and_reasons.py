"""Which gate asks for what, what a typed reason opens, and what is not asked at all."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from breakages import BREAKAGES, NO_NAMES, Breakage
from factories import closed_review, complete_review, record, review, signed_review, with_record, with_values, without
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.asked import ASKED_WITH, NO_REASON_OPENS
from imr_desk.guidance.declare import rules
from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, Result
from imr_desk.guidance.gates import GATES, gate_of, gate_open, holding, next_gate
from imr_desk.guidance.pack import every_requirement
from imr_desk.review.review import Review

TODAY = dt.date(2025, 1, 10)
ALL = sorted(each.id for each in every_requirement())


def facts(of: Review) -> Facts:
    return Facts(of, NO_NAMES, TODAY)


def exempted(of: Review, requirement: str, **values: str) -> Review:
    given_values = {"requirement": requirement, "reason": "Not in this case.", "dated": "2024-04-01"} | values
    return with_record(of, record("exemption", "EXE-01", **given_values))


def test_gates_hold_each_of_the_54_exactly_once() -> None:
    in_gates = [requirement for gate in GATES.values() for requirement in gate.requirements]
    assert len(in_gates) == 54
    assert sorted(in_gates) == ALL == sorted({rule.requirement for rule in rules()})


def test_gate_of_requirement_is_the_gate_that_lists_it() -> None:
    assert (gate_of("R-023"), gate_of("R-155"), gate_of("R-002")) == ("G1", "G5", "")


@pytest.mark.parametrize("breakage", BREAKAGES, ids=str)
def test_reason_opens_a_check_unless_it_is_one_of_eight(breakage: Breakage) -> None:
    broken = exempted(breakage.made_on(closed_review(breakage.agency)), breakage.requirement)
    (result,) = run(Facts(broken, breakage.names, TODAY), only=[breakage.requirement])
    assert result.holds is (breakage.requirement in NO_REASON_OPENS)
    assert not result.satisfied


@given(
    st.lists(st.sampled_from(ALL), max_size=10),
    st.sampled_from(["", "  ", "Not in this case."]),
    st.sampled_from([None, "2024-04-01"]),
)
def test_reasons_open_no_more_than_they_may(names: list[str], reason: str, dated: str | None) -> None:
    empty = review(*(
        record("exemption", f"EXE-{at:02d}", requirement=name, reason=reason, dated=dated)
        for at, name in enumerate(names)
    ))  # fmt: skip
    opened = {result.requirement for result in run(facts(empty)) if result.exempted_reason}
    wanted = set(names) - NO_REASON_OPENS if reason.strip() and dated else set()
    assert opened == wanted
    assert {f"R-{n}" for n in ("042", "043", "089", "136", "137", "138", "183", "184")} == NO_REASON_OPENS


def test_exempted_result_still_says_what_is_missing() -> None:
    (result,) = run(
        facts(exempted(with_values(complete_review(), "findings", resources_overall=None), "R-105")), "G2", ["R-105"]
    )
    assert (result.exempted_reason, len(result.places), result.holds) == ("Not in this case.", 1, False)


@pytest.mark.parametrize(
    ("agency", "others"),
    [("cps", "R-045 R-053 R-131 R-132 R-133 R-054 R-155"), ("ho", "R-051 R-066 R-128 R-129 R-188")],
)
def test_other_organisation_requirements_are_not_asked(agency: str, others: str) -> None:
    bare = review(record("review", "review", agency=agency))
    not_asked = {result.requirement for result in run(facts(bare)) if not result.applies}
    assert not_asked == set(others.split())


@pytest.mark.parametrize("template", ["T7", "T8"])
def test_small_templates_ask_for_their_list_only(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are not on offer yet, so the word is put into the record past the door."""
    about = review(record("review", "review", agency="cps")).one("review")
    monkeypatch.setattr(about, "_values", {**about, "template": template})
    asked = {
        result.requirement for result in run(facts(review(about)), only=sorted(set(ALL) - {"R-144"})) if result.applies
    }
    assert asked == {each for each in ASKED_WITH[template] if each not in ("R-053", "R-054", "R-144")}


def test_run_of_one_gate_gives_its_results() -> None:
    found = run(facts(complete_review()), "G3")
    assert {result.requirement for result in found} == set(GATES["G3"].requirements)
    assert run(facts(complete_review()), "G3", only=["R-001"]) == ()


@pytest.mark.parametrize(("gate", "only"), [("G6", None), (None, ["R-002"])])
def test_run_of_what_does_not_exist_is_an_error(gate: str | None, only: list[str] | None) -> None:
    with pytest.raises(KeyError, match=re.escape((only or [gate])[0] or "")):
        run(facts(complete_review()), gate, only)


def test_gate_judged_without_all_its_checks_is_an_error() -> None:
    results = run(facts(complete_review()), "G2")
    assert gate_open(results, "G2")
    with pytest.raises(ValueError, match="R-144"):
        holding([result for result in results if result.requirement != "R-144"], "G2")


def _stands_before(of: Review) -> str:
    return next_gate(of, run(facts(of)))


def test_next_gate_follows_what_was_stated() -> None:
    drafted, signed, closed = complete_review(), signed_review(), closed_review()
    assert _stands_before(review()) == "G1"
    assert _stands_before(with_values(drafted, "ownership", owner=None)) == "G1"
    assert _stands_before(drafted) == "G2"
    assert _stands_before(without(signed, "SIG-02")) == "G3"
    assert _stands_before(signed) == "G4"
    assert _stands_before(closed) == "G5"
    assert _stands_before(with_values(closed, "review", version=2)) == "G4"


def test_result_that_does_not_apply_holds_nothing() -> None:
    missing = run(facts(review()), only=["R-001"])[0].places
    assert Result("R-001", True, "", missing).holds
    assert not Result("R-001", False, "", missing).holds
