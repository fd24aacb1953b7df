"""The longest stretch of a chronology without an entry."""

from __future__ import annotations

import pytest
from factories import record, review

from imr_desk.review import gaps
from imr_desk.review.gaps import gaps_over, gaps_so_far, longest_gap
from imr_desk.review.review import Review
from imr_desk.sample import cps_records


def test_longest_gap_counts_only_days_within_the_period_and_reaches_to_the_end_of_a_range() -> None:
    period = record("period", "period", start="2013-01-01", cut_off="2013-12-31")
    entries = [
        record("entry", "CE-001", date="1 March 2010"),
        record("entry", "CE-002", date="between 1 and 30 April 2013"),
        record("entry", "CE-003", date="10 April 2013"),
        record("entry", "CE-004", date="10 May 2013"),
        record("entry", "CE-005", date="date unknown"),
        record("entry", "CE-006", date="1 March 2019"),
    ]
    gap = longest_gap(review(period, *entries))
    assert gap is not None
    assert (gap.days, gap.after, gap.before) == (235, "CE-004", "CE-006")
    assert longest_gap(review(period, entries[2])) is None
    inner = longest_gap(review(period, *entries[1:4]))
    assert inner is not None
    assert (inner.days, inner.after, inner.before) == (10, "CE-002", "CE-004")


def test_longest_gap_of_the_sample_is_the_one_it_explains() -> None:
    sample = Review.of(cps_records())
    gap, explained = longest_gap(sample), sample.all("gap")[0]
    assert gap is not None
    assert (gap.days, gap.after, gap.before) == (
        explained.number("days"),
        explained.link("after"),
        explained.link("before"),
    )


def test_gaps_of_a_long_chronology_are_gone_through_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "AT_ONCE", 3)
    sample = Review.of(cps_records())
    steps = list(gaps_so_far(sample))
    assert len(steps) == len(sample.all("entry")) // 3 + 1
    assert steps[-1] == longest_gap(sample)


def test_gaps_worth_a_second_look_are_those_of_more_than_ninety_days() -> None:
    days = ("1 January 2013", "1 April 2013", "1 July 2013", "between 2 July and 1 October 2013", "15 October 2013")
    entries = [record("entry", f"CE-{at:03d}", date=day) for at, day in enumerate((*days, "1 June 2014"), 1)]
    found = gaps_over(review(*entries))
    assert [(gap.days, gap.after, gap.before) for gap in found] == [(91, "CE-002", "CE-003"), (229, "CE-005", "CE-006")]
    assert [gap.days for gap in gaps_over(review(*entries), 89)] == [90, 91, 229]
    assert gaps_over(review(*entries), 229) == ()
