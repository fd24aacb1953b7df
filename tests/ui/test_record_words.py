"""Values and records in words, and the lists of what can be linked to."""

from __future__ import annotations

import pytest
from factories import record, review

from imr_desk.review.catalogue import field_of, kind_of
from ui.forms.card_words import ListColumn, cards_of
from ui.record_words import choices_of, in_words, shortened, title_of

WHOLE = review(
    record("review", "review", agency="cps", subject="SUB-01", version=2),
    record("subject", "SUB-01", code="Child K"),
    record("subject", "SUB-02"),
    record("retention", "retention", inquiry_hold=False, review_on="2030-12-31"),
    record("participation", "participation", reasons=("One.", "Two."), factors=({"factor": "a"}, {"factor": "b"})),
    record("extension", "extension", meanwhile=("EA-001", "EA-002")),
    record("early_action", "EA-001", action="A check was added."),
    record("early_action", "EA-002", action="A check was added."),
    record("entry", "CE-001", date="about July 2013", event="A call about bail. " * 20),
    record("terms_version", "TOR-001", version=2),
    record("deadline", "TT-01", event="Report", due="2024-08-01", firmness="firm", note="Agreed in May."),
)


@pytest.mark.parametrize(
    ("kind", "record_id", "field", "words"),
    [
        ("review", "review", "agency", "Crown Prosecution Service"),
        ("review", "review", "subject", "Child K"),
        ("review", "review", "version", "2"),
        ("review", "review", "nation", ""),
        ("retention", "retention", "inquiry_hold", "No"),
        ("retention", "retention", "review_on", "31 December 2030"),
        ("participation", "participation", "reasons", "One.; Two."),
        ("participation", "participation", "factors", "2 rows"),
        ("extension", "extension", "meanwhile", "A check was added.; A check was added."),
        ("entry", "CE-001", "date", "about July 2013"),
    ],
)
def test_in_words_each_type_reads_as_it_is_said(kind: str, record_id: str, field: str, words: str) -> None:
    assert in_words(field_of(kind, field), WHOLE[record_id], WHOLE) == words


def test_title_without_words_is_kind_and_reference() -> None:
    assert title_of(WHOLE["SUB-02"], WHOLE) == "Family member or subject SUB-02"


def test_title_that_is_a_number_says_of_what() -> None:
    assert title_of(WHOLE["TOR-001"], WHOLE) == "Version of the terms 2"


def test_title_of_a_single_kind_is_its_label() -> None:
    assert title_of(WHOLE.one("period"), WHOLE) == "Period under review"


def test_choices_titles_that_stand_twice_carry_their_reference() -> None:
    assert choices_of(WHOLE, ("early_action",)) == (
        ("EA-001", "A check was added. · EA-001"),
        ("EA-002", "A check was added. · EA-002"),
    )


def test_choices_dated_record_begins_with_its_date_and_is_short() -> None:
    ((record_id, words),) = choices_of(WHOLE, ("entry",))
    assert record_id == "CE-001"
    assert words.startswith("about July 2013: A call about bail.")
    assert len(words) < 120
    assert words.endswith("…")


@pytest.mark.parametrize(
    ("words", "short"),
    [("one two three", "one two three"), ("one  two\nthree four", "one two…"), ("x" * 30, "x" * 10)],
)
def test_shortened_is_cut_between_words(words: str, short: str) -> None:
    assert shortened(words, 13 if words == "one two three" else 10) == short


def test_card_lead_note_columns_and_the_rest() -> None:
    kind = kind_of("deadline")
    make = cards_of(kind, ListColumn("due", 100, note="firmness"), ("actual",))(WHOLE)
    words = make(WHOLE["TT-01"])
    assert (words.lead, words.lead_note, words.title) == ("1 August 2024", "Firm", "Report")
    assert (words.cells, words.joined, words.second) == (("",), "", ("Agreed in May.",))


def test_card_in_a_narrow_place_names_what_its_columns_say() -> None:
    make = cards_of(kind_of("deadline"), None, ("due", "firmness"))(WHOLE)
    assert make(WHOLE["TT-01"]).joined == "Due: 1 August 2024 · Firm"
