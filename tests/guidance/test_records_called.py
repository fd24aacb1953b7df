"""What a sentence of the guidance calls a record: never by a bare reference where words can be found."""

from __future__ import annotations

from factories import record, review

from imr_desk.guidance.readings import called, untitled


def test_record_without_a_title_is_called_by_its_kind_and_number() -> None:
    bare = review(record("staff", "STF-01"), record("interview", "INT-07"), record("entry", "CE-012"))
    assert called(bare, bare["STF-01"]) == "Member of staff 1"
    assert called(bare, bare["INT-07"]) == "Interview 7"
    assert untitled(bare["CE-012"]) == "CE-012"


def test_record_that_leads_to_its_title_is_called_by_it() -> None:
    made = review(record("staff", "STF-01"), record("interview", "INT-01", staff="STF-01"))
    assert called(made, made["INT-01"]) == "Member of staff 1"
