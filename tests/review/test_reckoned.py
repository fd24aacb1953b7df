"""Ages and intervals of an entry, reckoned on demand."""

from __future__ import annotations

from factories import record, review

from imr_desk.review.reckoned import reckoned

CHRONOLOGY = review(
    record("subject", "SUB-001", code="Child A"),
    record("subject", "SUB-002", code="Sibling 1"),
    record("identity", "IDN-001", subject="SUB-001", date_of_birth="2006-05-04"),
    record("identity", "IDN-002", subject="SUB-002", date_of_birth="2013-04-30"),
    record("entry", "CE-001", date="1 January 2013", significant=True),
    record("entry", "CE-002", date="1 May 2013"),
    record("entry", "CE-003", date="4 May 2013", learned_on="2013-06-03"),
    record("entry", "CE-004", date="June 2013"),
    record("entry", "CE-005", date="1 July 2013", significant=True),
    record("entry", "CE-006", event="No date."),
)


def test_entry_is_told_with_ages_and_its_way_from_and_to_others() -> None:
    assert reckoned(CHRONOLOGY, CHRONOLOGY["CE-003"]) == (
        "Child A: aged 7.",
        "Sibling 1: aged under a month.",
        "From the entry before, CE-002: 3 days.",
        "From the significant entry before, CE-001: 123 days.",
        "To the entry after, CE-004: between 28 and 57 days.",
        "To the significant entry after, CE-005: 58 days.",
        "From the event to when it was learned: 30 days.",
    )


def test_way_to_when_it_was_learned_is_as_exact_as_both_dates() -> None:
    one = record("entry", "CE-001", date="4 May 2013", learned_on="June 2013")
    assert reckoned(review(one), one) == ("From the event to when it was learned: between 28 and 57 days.",)
    unknown = record("entry", "CE-001", date="4 May 2013", learned_on="date unknown")
    assert reckoned(review(unknown), unknown) == ()


def test_first_dated_entry_has_nothing_before_it_but_one_without_a_date() -> None:
    assert not any("before" in words for words in reckoned(CHRONOLOGY, CHRONOLOGY["CE-001"]))


def test_entry_without_a_date_has_nothing_to_reckon() -> None:
    assert reckoned(CHRONOLOGY, CHRONOLOGY["CE-006"]) == ()
