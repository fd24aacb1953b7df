"""What is worth a second look in a chronology is found, and nothing else."""

from __future__ import annotations

import pytest
from factories import record

from imr_desk.review.chronology_faults import ABOUT, Fault, cited_entries, faults, uncited
from imr_desk.review.record import Record, Values
from imr_desk.review.review import Review

SOURCE = (Values({"place": "page 1"}),)


def entry(ref: str, date: str = "", **values: object) -> Record:
    return record("entry", ref, date=date, **{"sources": SOURCE, **values}) if date else record("entry", ref, **values)


def found(*records: Record) -> list[tuple[str, str]]:
    return [(fault.about, fault.entry) for fault in faults(Review.of(records)) if fault.pressing]


def test_sound_chronology_has_nothing_to_look_at() -> None:
    sound = [entry("CE-001", "4 May 2013"), entry("CE-002", "5 May 2013 10:00"), entry("CE-003", "5 May 2013 16:00")]
    assert found(*sound) == []


def test_row_without_source_or_date_is_found() -> None:
    assert found(entry("CE-001", "4 May 2013", sources=()), entry("CE-002", sources=SOURCE)) == [
        ("no source", "CE-001"),
        ("undated", "CE-002"),
    ]


@pytest.mark.parametrize(("date", "outside"), [("31/12/2012", True), ("2013", False), ("1/1/2014", True)])
def test_entry_outside_the_period_is_found_only_where_it_must_be(date: str, outside: bool) -> None:
    period = record("period", "period", start="2013-01-01", cut_off="2013-12-31")
    assert (("outside", "CE-001") in found(period, entry("CE-001", date))) is outside


def test_gap_is_found_until_it_is_explained() -> None:
    far = [entry("CE-001", "4 May 2013"), entry("CE-002", "4 October 2013")]
    assert found(*far) == [("gap", "CE-002")]
    gap = {"after": "CE-001", "before": "CE-002", "days": 153}
    assert found(*far, record("gap", "GAP-001", **gap)) == [("gap", "CE-002")]
    assert found(*far, record("gap", "GAP-001", **gap, explanation="The case was closed.")) == []


def test_same_day_order_is_asked_for_unless_times_or_numbers_give_it() -> None:
    one, two = entry("CE-001", "4 May 2013"), entry("CE-002", "4 May 2013")
    assert found(one, two) == [("order not set", "CE-001")]
    assert found(entry("CE-001", "4 May 2013", sequence=1), entry("CE-002", "4 May 2013", sequence=2)) == []
    assert found(one, entry("CE-002", "4 May 2013 10:00")) == [("order not set", "CE-001")]
    assert found(entry("CE-001", "4 May 2013 09:00"), entry("CE-002", "4 May 2013 10:00")) == []
    assert found(one, entry("CE-002", "May 2013")) == []


def test_number_that_contradicts_a_time_is_found() -> None:
    late, early = entry("CE-001", "4 May 2013 16:00", sequence=1), entry("CE-002", "4 May 2013 09:00", sequence=2)
    fault, *_ = faults(Review.of([late, early]))
    assert fault == Fault("order", early.id, "sequence", "CE-002 (09:00) stands after CE-001 (16:00).")


def test_learning_of_something_before_it_happened_is_found() -> None:
    assert found(entry("CE-001", "4 May 2013", learned_on="3 May 2013")) == [("learned", "CE-001")]
    assert found(entry("CE-001", "4 May 2013", learned_on="2013-05-04")) == []
    assert found(entry("CE-001", "about May 2013", learned_on="2013-05-04")) == []


@pytest.mark.parametrize(
    ("learned", "too_early"),
    [("April 2013", True), ("about April 2013", True), ("between 1 and 3 May 2013", True), ("before 4 May 2013", True),
     ("May 2013", False), ("about May 2013", False), ("between 1 and 4 May 2013", False), ("2013", False),
     ("after 1 May 2013", False), ("date unknown", False)],
)  # fmt: skip
def test_learning_before_it_happened_is_found_only_where_it_must_be(learned: str, too_early: bool) -> None:
    one = entry("CE-001", "4 May 2013", learned_on=learned)
    assert (("learned", "CE-001") in found(one)) is too_early


def test_learning_too_early_is_said_with_the_date_as_known() -> None:
    fault, *_ = faults(Review.of([entry("CE-001", "4 May 2013", learned_on="c. April 2013")]))
    assert fault.words == "CE-001 was learned of before it happened: about April 2013."


def test_significant_entry_that_nothing_cites_is_found() -> None:
    alone = entry("CE-001", "4 May 2013", significant=True)
    assert found(alone) == [("not cited", "CE-001")]
    assert found(alone, record("lesson", "LES-001", evidence=("CE-001",))) == []
    assert found(alone, record("opening", "opening", introduction="See CE-001.")) == []


def test_gap_cites_nothing_and_other_entries_are_listed_on_demand() -> None:
    review = Review.of(
        [
            entry("CE-001", "4 May 2013"),
            entry("CE-002", "5 May 2013"),
            record("gap", "GAP-001", after="CE-001", before="CE-002"),
        ]
    )
    assert cited_entries(review) == frozenset()
    assert [each.id for each in uncited(review)] == ["CE-001", "CE-002"]


def test_entries_that_nothing_cites_come_last() -> None:
    listed = [(each.about, each.entry) for each in faults(Review.of([entry("CE-001", "4 May 2013", sources=())]))]
    assert listed == [("no source", "CE-001"), ("alone", "CE-001")]


def test_gravest_comes_first() -> None:
    ranks = list(ABOUT)
    several = found(
        entry("CE-001", "4 May 2013", sources=()),
        entry("CE-002", "4 May 2014 16:00", sequence=1, significant=True),
        entry("CE-003", "4 May 2014 09:00", sequence=2),
    )
    assert [about for about, _ in several] == sorted((about for about, _ in several), key=ranks.index)
    assert len(several) == 4
