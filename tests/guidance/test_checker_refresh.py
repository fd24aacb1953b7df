"""After an edit the checker looks only at what the edit touched, and comes to the same results as from the start."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from breakages import BREAKAGES, NO_NAMES, Change
from factories import closed_review, record, review, with_record, with_values, without
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.declare import Alike, Each, Whole, rules
from imr_desk.guidance.engine import Checker, run
from imr_desk.guidance.facts import Facts, NamesSeen, Place
from imr_desk.guidance.memos import difference, memo_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review

TODAY = dt.date(2025, 1, 10)
CHANGES = [change for breakage in BREAKAGES if breakage.agency == "cps" for change in breakage.changes]


def facts(of: Review, names: NamesSeen = NO_NAMES, today: dt.date = TODAY) -> Facts:
    return Facts(of, names, today)


@given(st.lists(st.sampled_from(CHANGES), max_size=6), st.booleans())
def test_refresh_after_any_edits_gives_what_a_fresh_run_gives(changes: list[Change], back: bool) -> None:
    checker, start = Checker(), closed_review()
    checker.refresh(facts(start))
    current = start
    for change in changes:
        try:
            current = change(current)
        except KeyError:  # the record was taken out by an earlier change
            continue
        assert checker.refresh(facts(current)) == run(facts(current))
    if back:
        assert checker.refresh(facts(start)) == run(facts(start))


def test_refresh_keeps_results_that_have_not_changed() -> None:
    checker, before = Checker(), closed_review()
    old = {result.requirement: result for result in checker.refresh(facts(before))}
    after = with_values(before, "CE-002", event=None)
    new = {result.requirement: result for result in checker.refresh(facts(after))}
    assert {name for name in old if old[name] is not new[name]} == {"R-072"}


def test_refresh_after_repair_is_satisfied_again() -> None:
    """By hand, by deleting the entry, and where two that were the same are made different."""
    checker, start = Checker(["R-072"]), closed_review()
    again = record("entry", "CE-004", date="3 August 2023", event="The visit was made.", sources=[{"record": "REC-01"}])
    for broken in (with_values(start, "CE-002", sources=None), with_record(start, again)):
        assert not checker.refresh(facts(broken))[0].satisfied
        assert checker.refresh(facts(start))[0].satisfied
        assert not checker.refresh(facts(broken))[0].satisfied
        assert checker.refresh(facts(without(without(broken, "CE-002"), "CE-003")))[0].satisfied


def test_refresh_sees_new_names_and_a_new_day() -> None:
    checker, start = Checker(["R-072", "R-183"]), closed_review()
    assert all(result.satisfied for result in checker.refresh(facts(start)))
    named = NamesSeen(readable=True, registered=(("CE-001", "event"),))
    assert [result.satisfied for result in checker.refresh(facts(start, named))] == [True, False]
    earlier = dt.date(2023, 6, 1)
    assert [result.satisfied for result in checker.refresh(facts(start, today=earlier))] == [False, True]


def test_refresh_sees_a_reason_given_and_an_agency_changed() -> None:
    checker = Checker(["R-128"])
    start = without(closed_review(), "CLR-02")
    assert checker.refresh(facts(start))[0].holds
    reason = record("exemption", "EXE-01", requirement="R-128", reason="Nothing is promised.", dated="2024-01-01")
    assert not checker.refresh(facts(with_record(start, reason)))[0].holds
    assert not checker.refresh(facts(with_values(start, "review", agency="ho")))[0].applies
    assert checker.refresh(facts(start))[0].holds


def _entries(count: int) -> Review:
    source = [{"record": "REC-01"}]
    return review(*(
        record("entry", f"CE-{at:04d}", date=f"{at % 28 + 1} May 2013", event=f"Call {at}.", sources=source)
        for at in range(1, count + 1)
    ))  # fmt: skip


def _counted(function: Callable[..., object], calls: Counter[str]) -> Callable[..., object]:
    def counted(*given_values: Record) -> object:
        calls[str(given_values[0].id)] += 1
        return function(*given_values)

    return counted


def test_entry_checks_after_one_edit_look_at_that_entry_alone() -> None:
    before, calls = _entries(300), Counter[str]()
    memos = []
    for rule in rules():
        if isinstance(rule, Each) and "entry" in rule.kinds:
            memos.append(memo_of(replace(rule, function=_counted(rule.function, calls))))
        elif isinstance(rule, Alike):
            memos.append(memo_of(replace(rule, key=_counted(rule.key, calls))))
    assert len(memos) == 4
    for memo in memos:
        memo.places(facts(before))
    assert {count for record_id, count in calls.items() if record_id.startswith("CE-")} == {4}
    calls.clear()
    after = with_values(before, "CE-0150", event="Call 1.", date="2 May 2013")
    twice = [place for memo in memos for place in memo.places(facts(after))]
    # Each check looks at it once; the search for doubles takes the old one out and the new one in.
    assert calls == {"CE-0150": 5}
    assert [place.record_id for place in twice] == ["CE-0150"]


def test_places_stand_in_the_order_of_the_chronology() -> None:
    checker = Checker(["R-072"])
    later = with_values(with_values(_entries(60), "CE-0031", event=None), "CE-0005", event=None)
    checker.refresh(facts(later))
    moved = with_values(later, "CE-0005", date="31 May 2013")
    (result,) = checker.refresh(facts(moved))
    assert [place.record_id for place in result.places] == ["CE-0031", "CE-0005"]


@given(st.lists(st.integers(0, 5), unique=True), st.lists(st.integers(0, 5), unique=True))
def test_difference_is_what_is_only_on_one_side(left: list[int], right: list[int]) -> None:
    made = [record("entry", f"CE-{at:03d}", event="x") for at in range(6)]
    gone, come = difference(tuple(made[at] for at in left), tuple(made[at] for at in right))
    assert {each.id for each in gone} == {made[at].id for at in set(left) - set(right)}
    assert {each.id for each in come} == {made[at].id for at in set(right) - set(left)}


class WatchedReview(Review):
    """A review that notes which kinds were asked for."""

    asked: set[str] = set()  # noqa: RUF012 - one for all, emptied by the test

    def all(self, kind: str) -> tuple[Record, ...]:
        self.asked.add(kind)
        return super().all(kind)

    def one(self, kind: str) -> Record:
        self.asked.add(kind)
        return super().one(kind)

    def get(self, record_id: str) -> Record | None:
        found = super().get(record_id)
        self.asked.update({found.kind} if found else set())
        return found


def _asked(function: Callable[[Facts], Iterable[Place]], of: Facts) -> set[str]:
    WatchedReview.asked.clear()
    list(function(of))
    return set(WatchedReview.asked)


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if isinstance(rule, Whole)], ids=lambda rule: rule.requirement
)
def test_whole_check_reads_only_the_kinds_it_declares(rule: Whole) -> None:
    """Else an edit of another kind would leave an old answer standing."""
    for breakage in BREAKAGES:
        if breakage.requirement == rule.requirement or not breakage.changes:
            broken = WatchedReview.of(breakage.made_on(closed_review(breakage.agency)))
            assert _asked(rule.function, facts(broken, breakage.names)) <= set(rule.reads)
