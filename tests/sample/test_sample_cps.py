"""The case of Child K is carried over whole: every kind, every link, the order and the words."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from importlib import resources

import pytest
from record_faults import faults, link_faults, names_found, value_faults, words

from imr_desk.errors import BadDateError
from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, NamesSeen
from imr_desk.guidance.gates import holding
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.dates import parse_known
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_final, is_sealed
from imr_desk.sample import SAMPLE_PASSPHRASE, cps_records
from imr_desk.sample.cps import FILES

MANY = {
    "abbreviation": 14, "accepted_detail": 1, "action": 4, "case": 4, "chronology_sign_off": 2, "circulation": 4,
    "clearance": 11, "contact": 6, "contact_note": 10, "deadline": 22, "debrief": 14, "declaration": 3,
    "disclosure_item": 12, "early_action": 4, "entry": 100, "equality": 9, "gap": 1, "good_practice": 3,
    "guidance_used": 3, "identity": 5, "interview": 6, "key_decision": 3, "lesson": 4, "notification": 6,
    "paragraph": 37, "parallel_process": 11, "person_query": 2, "policy": 5, "policy_version": 9, "professional": 8,
    "progress_report": 9, "quality_item": 50, "question": 4, "recommendation": 3, "record": 14, "recovery_sheet": 1,
    "section": 4, "staff": 14, "subject": 8, "summary": 6, "terms_version": 2, "version": 2,
}  # fmt: skip
LATER = {"afterwards": 1, "overview_meeting": 1, "panel_question": 1, "sign_off": 3, "signature": 2}
EMPTY_SINGLES = {"afterwards", "chronology_layout", "chronology_picture"}
WORDS, WORDS_AFTER = 21_764, 22_231
ORDER = [*range(1, 69), 77, *range(69, 77), *range(78, 97), 100, 97, 98, 99]
"""Two entries carry a number that was given before their date was settled."""
READ_OTHERWISE = {"CE-002", "CE-003", "CE-015", "CE-036", "CE-059", "CE-077"}
"""Dates known more closely than the program reads their words, or in words that it cannot read at all."""


@pytest.fixture(scope="module")
def review() -> Review:
    return Review.of(cps_records())


def test_cps_sample_every_kind_is_complete() -> None:
    counts = Counter(record.kind for record in cps_records())
    singles = {kind.name: 1 for kind in KINDS.values() if kind.single and kind.name not in EMPTY_SINGLES}
    assert counts == MANY | singles


def test_cps_sample_no_word_is_lost() -> None:
    assert words(cps_records()) == WORDS
    assert words(cps_records(after=True)) == WORDS_AFTER


def test_cps_sample_every_value_and_link_is_sound() -> None:
    assert faults(cps_records()) == []


def test_cps_sample_entries_come_in_the_order_of_the_days(review: Review) -> None:
    assert [entry.id for entry in review.all("entry")] == [f"CE-{number:03d}" for number in ORDER]
    assert [entry.position for entry in review.all("entry")] == list(range(100))


def test_cps_sample_other_kinds_keep_the_order_of_the_file(review: Review) -> None:
    assert [each.id for each in review.all("paragraph")][:10] == [*(f"AN-1.{n}" for n in range(1, 10)), "AN-2.1"]
    assert [each.id for each in review.all("deadline")] == [f"TT-{n:02d}" for n in range(1, 23)]


def test_cps_sample_dates_are_as_their_words_are_read(review: Review) -> None:
    other = set()
    for entry in review.all("entry"):
        known = entry.known("date")
        assert known is not None
        try:
            same = parse_known(known.words).edtf == known.edtf
        except BadDateError:
            same = False
        if not same:
            other.add(str(entry.id))
    assert other == READ_OTHERWISE


@pytest.mark.parametrize(
    ("entry", "edtf", "said"),
    [
        ("CE-001", "2008-11~", "about November 2008"),
        ("CE-003", "2011-03-12T22:10:00", "12 March 2011, about 22:10"),
        ("CE-006", "2011-09-24T23:40:00", "24 September 2011, 23:40"),
        ("CE-007", "2011-09-25T02:50:00", "25 September 2011, 02:50"),
        ("CE-037", "2012-08-03/2012-08-07", "between 3 and 7 August 2012"),
        ("CE-091", "2014-02-09T06:20:00", "9 February 2014, 06:20"),
    ],
)
def test_cps_sample_date_as_known_keeps_its_words(review: Review, entry: str, edtf: str, said: str) -> None:
    known = review[entry].known("date")
    assert known is not None
    assert (known.edtf, known.words) == (edtf, said)


def test_cps_sample_only_the_signatures_are_missing(review: Review) -> None:
    facts = Facts(review, NamesSeen(readable=True), dt.date(2014, 12, 5))
    held = {gate: [result.requirement for result in holding(run(facts, gate), gate)] for gate in ("G1", "G2", "G3")}
    assert held == {"G1": [], "G2": [], "G3": ["R-136"]}
    assert not is_sealed(review)


def test_cps_sample_holds_no_name() -> None:
    """Beginnings of references stand in one table; one of them is a first name as well."""
    assert names_found(cps_records()) <= {"LES"}


def test_cps_sample_signatories_stand_only_with_what_came_later() -> None:
    folder = resources.files("resources") / "sample"
    kept = "".join((folder / f"{name}.json").read_text(encoding="utf-8") for name in FILES)
    later = json.loads((folder / "cps-after.json").read_text(encoding="utf-8"))
    names = [part for signature in later["signature"] for part in signature["name"].split()]
    assert len(names) == 4
    assert not [name for name in names if name in kept]


def test_cps_sample_with_what_came_later_is_sound() -> None:
    records = cps_records(after=True)
    assert faults(records) == []
    assert Counter(record.kind for record in records) - Counter(record.kind for record in cps_records()) == LATER


def test_cps_sample_with_what_came_later_is_signed_and_all_gates_are_open() -> None:
    review = Review.of(cps_records(after=True))
    assert is_final(review)
    facts = Facts(review, NamesSeen(readable=True), dt.date(2015, 4, 1))
    assert [result.requirement for gate in ("G4", "G5") for result in holding(run(facts, gate), gate)] == []


def test_cps_sample_debrief_held_later_keeps_what_was_planned() -> None:
    before, after = Review.of(cps_records())["DBR-05"], Review.of(cps_records(after=True))["DBR-05"]
    assert (before.day("second_planned"), before.day("second_held")) == (dt.date(2015, 3, 11), None)
    assert (after.day("second_planned"), after.day("second_held")) == (dt.date(2015, 3, 11), dt.date(2015, 3, 12))
    assert after.position == before.position


def test_sample_passphrase_is_four_plain_words() -> None:
    parts = SAMPLE_PASSPHRASE.split(" ")
    assert len(parts) == 4
    assert all(part.isascii() and part.isalpha() and part.islower() for part in parts)


def test_faults_are_noticed() -> None:
    """The yardstick itself: each sort of fault, made on purpose."""
    records = {record.id: record for record in cps_records()}

    def changed(record_id: str, **values: object) -> Record:
        old = records[RecordId(record_id)]
        held = {**old, **values}
        return Record(old.kind, old.id, old.position, held, dated=kind_of(old.kind).dated)  # type: ignore[arg-type]

    assert value_faults([changed("SUB-01", code="Child\x07 K")]) == ["SUB-01.code is altered by the door for text"]
    assert value_faults([changed("SUB-01", hair="")]) == ["SUB-01.hair is not declared"]
    assert link_faults([*records.values(), changed("GAP-001", after="REC-01")]) == ["GAP-001.after leads to REC-01"]
    assert faults([*records.values(), records[RecordId("KD-1")]])
