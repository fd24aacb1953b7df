"""Further entries are plausible, sound, and the same each time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from record_faults import faults, names_found

from imr_desk.review.dates import parse_known
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, grown, ho_records
from imr_desk.sample.growth import KNOWLEDGE, PRACTICE

COUNT = 1_200
DIGEST = """
import hashlib
from imr_desk.review.values import to_plain
from imr_desk.sample import cps_records, grown
plain = [(record.id, sorted((n, to_plain(v)) for n, v in record.items())) for record in grown(cps_records(), 400)]
print(hashlib.sha256(repr(plain).encode()).hexdigest())
"""


def entries(records: tuple[Record, ...]) -> list[Record]:
    return [record for record in records if record.kind == "entry"]


@pytest.fixture(scope="module", params=["cps", "ho"])
def long(request: pytest.FixtureRequest) -> tuple[Record, ...]:
    return grown(cps_records() if request.param == "cps" else ho_records(), COUNT)


@pytest.fixture(scope="module")
def added(long: tuple[Record, ...]) -> list[Record]:
    return [entry for entry in entries(long) if int(entry.id[3:]) > 100]


@pytest.mark.parametrize("count", [0, 99, 100])
def test_grown_enough_there_leaves_the_records_as_they_are(count: int) -> None:
    assert grown(cps_records(), count) == cps_records()


@pytest.mark.parametrize("count", [101, 250])
def test_grown_count_is_that_of_all_entries(count: int) -> None:
    records = grown(cps_records(), count)
    assert len(entries(records)) == count
    assert records[: len(cps_records())] == cps_records()
    assert entries(records)[-1].id == f"CE-{count}"


def test_grown_small_case_ids_go_on_from_one_hundred_and_one() -> None:
    assert [entry.id for entry in entries(grown(ho_records(), 21))][-2:] == ["CE-101", "CE-102"]


def test_grown_again_goes_on_where_it_stopped() -> None:
    assert [entry.id for entry in entries(grown(grown(cps_records(), 102), 103, seed=2))][-1] == "CE-103"


def test_grown_same_seed_gives_the_same_and_another_seed_does_not() -> None:
    assert grown(cps_records(), 150) == grown(cps_records(), 150)
    assert grown(cps_records(), 150) != grown(cps_records(), 150, seed=2)


def test_grown_is_the_same_in_another_process(repository: Path) -> None:
    """Nothing in it may hang on the order of a set, which differs from one start of Python to the next."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=repository,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert len(digests.pop()) == hashlib.sha256().digest_size * 2


def test_grown_every_value_and_link_is_sound(long: tuple[Record, ...]) -> None:
    assert faults(long) == []


def test_grown_dates_lie_in_the_period_and_are_as_their_words_are_read(
    long: tuple[Record, ...], added: list[Record]
) -> None:
    period = Review.of(long).one("period")
    start, end = period.day("start"), period.day("cut_off")
    assert start is not None
    assert end is not None
    for entry in added:
        known = entry.known("date")
        assert known == parse_known(entry.text("date"))
        assert known.earliest is not None
        assert known.latest is not None
        assert start <= known.earliest <= known.latest <= end


def test_grown_dates_are_known_with_all_sorts_of_precision(added: list[Record]) -> None:
    dates = [known.edtf for entry in added if (known := entry.known("date"))]
    shapes = Counter(
        "time" if "T" in edtf else "range" if "/" in edtf else "month" if len(edtf) == 8 else f"day{edtf[10:]}"
        for edtf in dates
    )
    assert set(shapes) == {"time", "range", "month", "day", "day~"}
    assert min(shapes.values()) > len(added) * 0.02


def test_grown_staff_act_only_while_they_are_involved(long: tuple[Record, ...], added: list[Record]) -> None:
    review = Review.of(long)
    for entry in added:
        known = entry.known("date")
        assert known is not None
        for person in (review[staff] for staff in entry.links("staff")):
            assert person.text("involved_from") <= str(known.earliest) <= person.text("involved_to")
        if entry.text("decision"):
            assert entry.text("basis")
            assert entry.link("decision_by") in entry.links("staff")


def test_grown_policies_are_in_force_then(long: tuple[Record, ...], added: list[Record]) -> None:
    review = Review.of(long)
    cited = [(entry, review[each]) for entry in added for each in entry.links("policies")]
    assert cited
    for entry, policy in cited:
        known = entry.known("date")
        assert known is not None
        assert policy.text("in_force_from") <= str(known.earliest) <= (policy.text("in_force_to") or "9999-12-31")


def test_grown_no_source_is_cited_twice(added: list[Record]) -> None:
    cited = Counter((row.text("record"), row.text("place")) for entry in added for row in entry.rows("sources"))
    assert max(cited.values()) == 1
    assert all(entry.rows("sources") for entry in added)


def test_grown_texts_are_sentences_and_vary(added: list[Record]) -> None:
    events = [entry.text("event") for entry in added]
    assert len(set(events)) > 0.9 * len(events)
    for event in events:
        assert 20 <= len(event.split()) <= 90
        assert event[0].isupper()
        assert event.endswith(".")
        assert "{" not in event


def test_grown_other_fields_vary(added: list[Record]) -> None:
    assert {entry.text("expected_practice_met") for entry in added} == set(PRACTICE)
    assert {entry.text("knowledge") for entry in added} == set(KNOWLEDGE)
    assert any(entry.known("learned_on") for entry in added)
    assert any(entry.text("comment") for entry in added)


def test_grown_no_child_is_spoken_of_before_it_was_born() -> None:
    for entry in entries(grown(cps_records(), COUNT))[100:]:
        known = entry.known("date")
        assert known is not None
        if str(known.earliest) < "2012-02-14":
            assert "Child K" not in entry.text("event")


def test_grown_holds_no_name(added: list[Record]) -> None:
    assert names_found(added) == set()


def test_grown_without_a_period_is_refused() -> None:
    records = tuple(record for record in cps_records() if record.kind != "period")
    with pytest.raises(ValueError, match="period"):
        grown(records, 101)
