"""Stage 3: what its cards say, how a record's state decides what is asked, and its policies with their versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review, with_values, without
from form_tools import Asked, Keeper, built, field_in, leave, not_reached, the_list, type_into
from looks import faults, settle, unnamed
from sample_session import open_sample

from imr_desk.guidance.facts import Place
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records
from ui.pages.records import RecordsPage
from ui.pages.records_cards import (
    document_cards,
    in_short,
    media_words,
    next_record,
    record_cards,
    record_state,
    size_in_words,
    version_words,
)
from ui.pages.records_policies import PolicyItem, PolicyList
from ui.pages.registry import page_class
from ui.widgets.chips import Chip

SAMPLE, HOME_OFFICE = Review.of(cps_records()), Review.of(ho_records())
TOLD = {"media_type", "size", "sha256"}
"""What is told from the bytes of a document, and not typed."""


@pytest.fixture
def page(show: Callable[..., None]) -> RecordsPage:
    return built(RecordsPage(), SAMPLE, show)


@pytest.fixture
def kept(page: RecordsPage, tmp_path: Path) -> Iterator[Keeper]:
    session = open_sample(tmp_path)
    yield Keeper(page, session)
    session.close()


# ---- what is there
def test_records_page_is_the_page_of_stage_3_and_holds_every_field_of_it_once() -> None:
    assert page_class(3) is RecordsPage
    for kind in kinds_of_stage(3):
        for field in kind.fields:
            holding = [each for each in RecordsPage.sections if each.covers(kind.name, field.name)]
            assert len(holding) == 1, (kind.name, field.name)


@pytest.mark.parametrize("sample", [SAMPLE, HOME_OFFICE], ids=["cps", "ho"])
def test_every_filled_field_of_the_records_is_reached_on_the_page(page: RecordsPage, sample: Review) -> None:
    assert not_reached(page, sample) == []


@pytest.mark.parametrize(("wide", "high"), [(760, 700), (560, 540)])
def test_records_nothing_is_cut_and_everything_is_named(page: RecordsPage, wide: int, high: int) -> None:
    the_list(page, "record").open_record(SAMPLE.all("record")[0].id)
    the_list(page, "policy").open_record(SAMPLE.all("policy")[0].id)
    page.resize(wide, high)
    settle()
    settle()  # a list in a card in a list: its heights come to rest level by level
    assert faults(page) == []
    assert unnamed(page) == []


# ---- the register
def test_register_in_short_counts_in_words() -> None:
    assert in_short(SAMPLE) == "14 records · 1 not held · 1 partly missing"
    held = review(
        record("record", "REC-01", status="held"),
        record("record", "REC-02", status="destroyed"),
        record("document", "DOC-01", name="A letter"),
    )
    assert in_short(held) == "2 records · 1 not held · 1 not examined · 1 document kept here"
    assert in_short(review()) == ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Not said yet whether it is held"),
        ({"status": "held"}, "Held · not examined yet"),
        ({"status": "held", "examined_on": "2014-05-03"}, "Held · examined 3 May 2014"),
        ({"status": "held", "not_examined_reason": "Illegible."}, "Held · not examined, with a reason"),
        ({"status": "partly missing", "examined_on": "2014-05-03"}, "Partly missing · examined 3 May 2014"),
        ({"status": "destroyed", "gone_when": "about July 2013"}, "Destroyed, about July 2013"),
        ({"status": "destroyed"}, "Destroyed"),
        ({"status": "not held"}, "None held"),
    ],
)
def test_state_of_a_record_is_said_in_words(values: dict[str, str], words: str) -> None:
    assert record_state(record("record", "REC-01", **values)).words == words


def test_states_of_records_differ_in_shape_and_not_in_colour_alone() -> None:
    states = [
        record_state(record("record", "REC-01", **values))
        for values in (
            {"status": "held", "examined_on": "2014-05-03"},
            {"status": "held"},
            {"status": "partly missing"},
        )
    ]
    assert len({state.glyph for state in states}) == 3


def test_record_that_is_there_and_not_secured_says_so() -> None:
    held = review(record("record", "REC-01", status="held"), record("record", "REC-02", status="destroyed"))
    make = record_cards(held)
    assert make(held["REC-01"]).warning == "Not secured yet"
    assert make(held["REC-02"]).warning == ""


def test_new_record_is_of_the_medium_nothing_was_said_of() -> None:
    assert next_record(review()) == {"medium": "paper"}
    assert next_record(review(record("record", "REC-01", medium="paper"))) == {"medium": "electronic"}
    assert next_record(SAMPLE) == {}


def test_what_is_missing_is_asked_only_where_something_is(page: RecordsPage, kept: Keeper) -> None:
    held = next(each.id for each in SAMPLE.all("record") if each.text("status") == "held")
    the_list(page, "record").open_record(held)
    assert field_in(page, "record", "gone_why", held).isHidden()
    status = field_in(page, "record", "status", held)
    status.editor.set_value("partly missing")
    status.editor.commit_requested.emit()
    assert kept.session.review[held].text("status") == "partly missing"
    assert not field_in(page, "record", "gone_why", held).isHidden()
    leave(type_into(field_in(page, "record", "gone_why", held), "Pages 3 to 9 were never filed."))
    assert kept.session.review[held].text("gone_why") == "Pages 3 to 9 were never filed."


def test_record_card_leads_to_its_case_and_to_what_was_kept_of_it(page: RecordsPage) -> None:
    first = SAMPLE.all("record")[0]
    held = Review.of((*SAMPLE, record("document", "DOC-01", name="Page 3", record=first.id)))
    page.show_review(held)
    asked = Asked(page)
    chips = the_list(page, "record").item(first.id).findChildren(Chip)
    assert [chip.words() for chip in chips] == ["Case A", "Page 3"]
    for chip in chips:
        chip.click()
    assert [(place.kind, place.record_id) for place in asked.places] == [
        ("case", first.link("case")),
        ("document", "DOC-01"),
    ]


# ---- policies
def test_versions_stand_in_the_card_of_their_policy_and_are_reached_there(page: RecordsPage) -> None:
    assert page.focus_place(Place("policy_version", "POL-1b", "point", ""))
    row = field_in(page, "policy_version", "point", "POL-1b")
    owner = SAMPLE["POL-1b"].link("policy")
    assert the_list(page, "policy").item(owner).isAncestorOf(row)


def test_new_version_belongs_to_its_policy(page: RecordsPage) -> None:
    policy = SAMPLE.all("policy")[0].id
    listed = the_list(page, "policy")
    listed.open_record(policy)
    item = listed.item(policy)
    assert isinstance(item, PolicyItem)
    assert item.versions is not None
    asked = Asked(page)
    item.versions.add.click()
    assert asked.new == [("policy_version", {"policy": policy})]


def test_versions_of_a_deleted_policy_stay_in_sight(page: RecordsPage) -> None:
    listed = the_list(page, "policy")
    assert isinstance(listed, PolicyList)
    assert listed.loose.isHidden()
    policy, version = SAMPLE.all("policy")[0].id, SAMPLE.all("policy_version")[0].id
    page.show_review(with_values(without(SAMPLE, policy), version, policy=None))
    assert not listed.loose.isHidden()
    assert listed.loose.item(version)
    assert page.focus_place(Place("policy_version", version, "point", ""))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"version": "v1", "in_force_from": "2010-01-01", "in_force_to": "2012-05-04"}, "v1 (2010 to 2012)"),
        ({"version": "v1", "in_force_from": "2010-01-01"}, "v1 (from 2010)"),
        ({"version": "v1", "in_force_from": "2010-01-01", "in_force_to": "2010-05-04"}, "v1 (2010)"),
        ({"version": "v1"}, "v1"),
    ],
)
def test_version_is_called_by_the_years_it_was_in_force(values: dict[str, str], words: str) -> None:
    assert version_words(record("policy_version", "PV-01", **values)) == words


# ---- documents
@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 byte"), (900, "900 bytes"), (240 * 1024, "240 KB"), (3 * 1024 * 1024 // 2, "1.5 MB")],
)
def test_size_is_said_as_people_read_it(size: int, words: str) -> None:
    assert size_in_words(size) == words


@pytest.mark.parametrize(
    ("media_type", "words"),
    [("application/pdf", "PDF"), ("image/png", "Picture"), ("application/octet-stream", "File"), ("", "File")],
)
def test_kind_of_file_is_called_by_a_plain_word(media_type: str, words: str) -> None:
    assert media_words(media_type) == words


def test_document_card_says_kind_and_size() -> None:
    held = review(record("document", "DOC-01", name="Letter", media_type="application/pdf", size=2048))
    card = document_cards(held)(held["DOC-01"])
    assert (card.title, card.second) == ("Letter", ("PDF · 2 KB",))


def test_screen_reader_hears_at_the_card_how_a_record_stands(page: RecordsPage) -> None:
    gone = next(each.id for each in SAMPLE.all("record") if each.text("status") == "destroyed")
    button = the_list(page, "record").item(gone).button
    assert button.accessibleDescription().startswith("Destroyed, ")
    page.show_review(with_values(SAMPLE, gone, status="held", gone_when=None))
    assert button.accessibleDescription() == "Held · not examined yet. Not secured yet"
