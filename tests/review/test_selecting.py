"""Narrowing the chronology to what is looked for."""

from __future__ import annotations

import datetime as dt

import pytest
from factories import record, review
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.record import RecordId, Values
from imr_desk.review.review import Review
from imr_desk.review.selecting import FLAGS, Selection, narrowed
from imr_desk.sample import cps_records

PERIOD = record("period", "period", start="2013-01-01", cut_off="2013-12-31")
PAGE, LATER = ({"place": "p. 2"},), "2014-01-02"
ENTRIES = (
    record("entry", "CE-001", event="No date at all."),
    record("entry", "CE-002", date="1 March 2012", event="Before.", sources=({"record": "REC-001", "place": "1"},)),
    record(
        "entry", "CE-003", date="about July 2013", staff=("STF-001",), significant=True, sources=({"place": "p. 2"},)
    ),
    record("entry", "CE-004", date="4 August 2013", decision_by="STF-001", case="CAS-001", knowledge="opinion"),
    record(
        "entry", "CE-005", date="5 August 2013", concerns=("SUB-001",), questions=("TOR-001",), learned_on="2014-01-02"
    ),
    record("entry", "CE-006", date="date unknown", key_decision="KD-001", expected_practice_met="partly met"),
)
CHRONOLOGY = review(PERIOD, *ENTRIES)


def left(asked: Selection, found: frozenset[RecordId] | None = None) -> str:
    """The digits of the entries that are left."""
    return " ".join(sorted(entry.id[-1] for entry in narrowed(CHRONOLOGY, asked, found)))


@pytest.mark.parametrize(
    ("asked", "entries"),
    [
        (Selection(), "1 2 3 4 5 6"),
        (Selection(record="REC-001"), "2"),
        (Selection(person="STF-001"), "3 4"),
        (Selection(person="SUB-001"), "5"),
        (Selection(case="CAS-001"), "4"),
        (Selection(question="TOR-001"), "5"),
        (Selection(first=dt.date(2013, 7, 31), last=dt.date(2013, 8, 4)), "3 4"),
        (Selection(first=dt.date(2013, 8, 5)), "5"),
        (Selection(last=dt.date(2012, 3, 1)), "2"),
        (Selection(flags=("no source",)), "1 4 5 6"),
        (Selection(flags=("undated",)), "1 6"),
        (Selection(flags=("outside",)), "2"),
        (Selection(flags=("significant",)), "3"),
        (Selection(flags=("key decision",)), "6"),
        (Selection(flags=("unsure date",)), "3 6"),
        (Selection(flags=("learned later",)), "5"),
        (Selection(flags=("second-hand",)), ""),
        (Selection(flags=("opinion",)), "4"),
        (Selection(flags=("practice not met",)), "6"),
        (Selection(flags=("no question", "no source")), "1 4 6"),
        (Selection(person="STF-001", flags=("no source",)), "4"),
    ],
)
def test_selection_leaves_the_entries_that_stand_up_to_every_part(asked: Selection, entries: str) -> None:
    assert left(asked) == entries


@pytest.mark.parametrize(
    ("date", "learned", "later"),
    [("4 May 2013", "4 May 2013", False), ("4 May 2013", "June 2013", True), ("4 May 2013", "May 2013", True),
     ("May 2013", "May 2013", False), ("May 2013", "20 May 2013", False), ("4 May 2013", "about 2012", False),
     ("4 May 2013", "after 1 May 2013", True), ("4 May 2013", "date unknown", True), ("date unknown", "2013", True)],
)  # fmt: skip
def test_entry_learned_later_is_one_whose_agency_can_have_known_after_it(date: str, learned: str, later: bool) -> None:
    entry = record("entry", "CE-001", date=date, learned_on=learned)
    assert bool(narrowed(review(entry), Selection(flags=("learned later",)))) is later


def test_words_leave_what_the_search_found_and_the_other_parts_narrow_it_further() -> None:
    found = frozenset({RecordId("CE-003"), RecordId("CE-005"), RecordId("REC-001")})
    assert left(Selection(words="a word"), found) == "3 5"
    assert left(Selection(words="a word", flags=("significant",)), found) == "3"
    assert left(Selection(words="nowhere"), frozenset()) == ""


@given(
    st.builds(
        Selection,
        words=st.text(max_size=9),
        first=st.none() | st.dates(),
        last=st.none() | st.dates(),
        record=st.sampled_from(["", "REC-001"]),
        person=st.sampled_from(["", "STF-001", "SUB-001"]),
        case=st.sampled_from(["", "CAS-001"]),
        question=st.sampled_from(["", "TOR-001"]),
        flags=st.lists(st.sampled_from(sorted(FLAGS)), unique=True).map(tuple),
    )
)
def test_saved_view_gives_back_what_was_asked(asked: Selection) -> None:
    kept = Values({name: value for name, value in asked.values().items() if value is not None})
    assert Selection.of(kept) == asked
    assert bool(asked) is bool(len(kept))


def test_flag_of_a_later_program_is_left_out() -> None:
    assert Selection.of(Values({"flags": ("significant", "not known yet")})) == Selection(flags=("significant",))


def test_part_is_taken_back_and_the_others_stay() -> None:
    asked = Selection(case="CAS-001", flags=("significant", "outside"))
    assert asked.without("case") == Selection(flags=("significant", "outside"))
    assert asked.without("outside") == Selection(case="CAS-001", flags=("significant",))


def test_each_flag_leaves_something_of_the_sample_or_nothing_but_never_fails() -> None:
    sample = Review.of(cps_records())
    whole = set(sample.all("entry"))
    for flag in FLAGS:
        assert set(narrowed(sample, Selection(flags=(flag,)))) <= whole


def test_words_also_find_entries_that_name_whom_or_what_is_called_so() -> None:
    other = record("professional", "PRO-01", code="Police Officer 3")
    source = record("record", "REC-001", description="Letter book", system="Call centre")
    entry = record("entry", "CE-007", date="6 August 2013", others=("PRO-01",))
    held, ids = review(PERIOD, *ENTRIES, other, source, entry), frozenset(map(RecordId, ("PRO-01", "REC-001")))
    for words, wanted in (("police off", ["CE-007"]), ("letter", ["CE-002"]), ("call", [])):
        assert [each.id for each in narrowed(held, Selection(words=words), ids)] == wanted
    assert [each.id for each in narrowed(held, Selection(person="PRO-01"))] == ["CE-007"]
