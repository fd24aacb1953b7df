"""What stands round the page: the head, the stages, the guidance panel, from the review and its checks."""

from __future__ import annotations

import datetime as dt

import pytest
from factories import closed_review, complete_review, record, review, signed_review, with_values, without

from imr_desk.guidance.engine import Checker
from imr_desk.guidance.facts import Facts, NamesSeen
from imr_desk.guidance.pack import requirement
from imr_desk.review.review import Review
from ui.advice import Advice
from ui.asked import MOST_PLACES, gate_now, guidance_for, missing_places, place_of, stage_of, whose
from ui.shell_state import Exempting, FootState, ItemGroup, StageState
from ui.state import Steps, is_begun, name_of, shell_state, stage_rows, version_of

NO_NAMES = NamesSeen(readable=True)


def advice_on(of: Review, names: NamesSeen = NO_NAMES) -> Advice:
    return Advice(of, Checker().refresh(Facts(of, names, dt.date(2026, 1, 1))), names)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (review(), "Draft of version 1"),
        (complete_review(), "Draft of version 1"),
        (without(signed_review(), "SIG-02"), "Version 1, signed by the author"),
        (signed_review(), "Version 1, signed"),
        (with_values(review(), "review", version=2), "Draft of version 2"),
    ],
)
def test_version_chip_says_draft_or_signed(of: Review, words: str) -> None:
    assert version_of(of) == words


def test_name_is_the_code_of_the_subject_and_the_board_and_the_area_where_no_board_is_named() -> None:
    assert name_of(complete_review()) == "Child A · Example Safeguarding Board"
    assert name_of(with_values(review(), "review", case_area="Northmarch")) == "Northmarch"
    assert name_of(review()) == ""


class SeenOutside:
    """A file whose name says nothing, before names can be told."""

    file_name = "new review"
    knows = False

    def may_show(self, words: str) -> bool:
        return not words


def test_state_of_an_empty_review_without_advice_says_nothing_of_missing_or_done() -> None:
    state = shell_state(review(), 4, None, FootState(), Steps(), SeenOutside())
    assert state.name == "new review"
    assert state.title == ""
    assert state.guidance.items == ()
    assert {row.state for row in state.stages} == {StageState.NOT_LOOKED_AT}
    assert [row.number for row in state.stages] == list(range(1, 11))


def test_stages_of_a_complete_review_are_done_and_the_signature_can_be_made_now() -> None:
    rows = {row.number: row for row in stage_rows(complete_review(), advice_on(complete_review()))}
    assert rows[1].state is StageState.DONE
    assert rows[8].state is StageState.DONE
    assert rows[9].state is StageState.NOT_LOOKED_AT
    assert rows[4].count == "1 entry" or rows[4].count.endswith(" entries")


def test_stage_with_something_missing_says_how_much() -> None:
    of = with_values(complete_review(), "ownership", owner=None)
    rows = {row.number: row for row in stage_rows(of, advice_on(of))}
    assert rows[1].state is StageState.IN_PROGRESS
    assert rows[1].count == "1 missing"
    assert rows[8].state is StageState.IN_PROGRESS


def test_stage_is_begun_as_soon_as_it_holds_anything() -> None:
    assert not is_begun(review(), 4)
    assert is_begun(review(record("entry", "CE-001")), 4)
    assert is_begun(with_values(review(), "board", name="Example Board"), 1)


def test_panel_lists_what_is_missing_with_requirement_source_and_the_way_to_the_field() -> None:
    of = with_values(complete_review(), "ownership", owner=None)
    advice = advice_on(of)
    missing = guidance_for(1, advice).of(ItemGroup.MISSING)
    assert [item.requirement for item in missing] == ["R-023"]
    assert "Serious Case Review guidance" in missing[0].source
    assert missing[0].place
    place = place_of(advice, missing[0].check)
    assert place is not None
    assert (place.kind, place.field) == ("ownership", "owner")
    assert stage_of(missing[0].check) == 1
    assert "R-025" in {item.requirement for item in guidance_for(1, advice).of(ItemGroup.DONE)}


def test_panel_many_places_of_one_requirement_are_counted_in_one_line() -> None:
    entries = [record("entry", f"CE-{n:03d}", event="A call.") for n in range(1, 11)]
    of = review(*complete_review(), *entries[1:])
    panel = guidance_for(4, advice_on(of))
    lines = [item for item in panel.of(ItemGroup.MISSING) if item.requirement == "R-072"]
    assert len(lines) == MOST_PLACES + 1
    assert lines[-1].sentence == f"{lines[-1].count} more of the same kind."
    assert panel.missing >= sum(line.count for line in lines) > MOST_PLACES + 1


def test_panel_what_belongs_to_a_later_step_cannot_be_finished_yet() -> None:
    of = with_values(complete_review(), "ownership", owner=None)
    advice = advice_on(of)
    assert gate_now(advice) == "G2"
    shown = guidance_for(10, advice)
    assert shown.of(ItemGroup.CANNOT_FINISH)
    assert shown.missing == 0


def test_panel_after_both_signatures_what_comes_afterwards_is_missing_and_no_more_later() -> None:
    later = advice_on(signed_review())
    assert gate_now(later) in ("G4", "G5")
    assert ItemGroup.MISSING in {item.group for item in guidance_for(10, later).items}
    done = advice_on(closed_review())
    assert missing_places(done) == ()
    assert guidance_for(10, done).missing == 0


def test_panel_of_ready_shows_all_that_holds_the_gate() -> None:
    of = with_values(with_values(complete_review(), "ownership", owner=None), "period", start=None)
    shown = {item.requirement for item in guidance_for(8, advice_on(of)).of(ItemGroup.MISSING)}
    assert {"R-023", "R-025"} <= shown


def test_panel_reason_why_something_does_not_apply_stands_in_its_own_group_with_its_date() -> None:
    of = review(
        *with_values(complete_review(), "ownership", owner=None),
        record("exemption", "EXE-01", requirement="R-023", reason="The board decides.", dated="2024-05-01"),
    )
    (item,) = guidance_for(1, advice_on(of)).of(ItemGroup.DOES_NOT_APPLY)
    assert (item.requirement, item.reason) == ("R-023", "1 May 2024: The board decides.")
    assert item.exempting is Exempting.GIVEN


def test_panel_says_of_what_nothing_is_recorded_that_there_is_nothing_to_check_and_not_that_it_is_done() -> None:
    bare = guidance_for(7, advice_on(review()))
    nothing = {item.requirement: item for item in bare.of(ItemGroup.NOTHING_YET)}
    assert nothing["R-118"].reason == "None recorded yet: recommendations."
    assert nothing["R-118"].sentence == requirement("R-118").asks
    assert "R-118" not in {item.requirement for item in bare.of(ItemGroup.DONE)}
    whole = {item.requirement: item for item in guidance_for(7, advice_on(complete_review())).of(ItemGroup.DONE)}
    assert whole["R-118"].reason == ""


def test_stage_of_which_only_something_unasked_is_recorded_is_not_done() -> None:
    of = review(record("abbreviation", "ABB-001", term="ABE"), record("early_action", "EA-01", action="A note."))
    rows = {row.number: row for row in stage_rows(of, advice_on(of))}
    assert StageState.DONE not in {row.state for row in rows.values()}


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        ("cps", "CPS Serious Case Review guidance, 2013 scheme; replaced on 31 July 2023"),
        ("cps", ": check the current page."),
        ("ho", "; archived by the Home Office, with no replacement named"),
    ],
)
def test_panel_foot_says_whose_guidance_and_what_has_become_of_it(agency: str, said: str) -> None:
    short, full = whose(complete_review(agency))
    assert said in short
    assert len(full) > len(short)
    assert whose(review()) == ("", "")


def test_advice_names_to_resolve_are_places_once_each() -> None:
    of = complete_review()
    entry = of.all("entry")[0].id
    names = NamesSeen(readable=True, registered=((entry, "event"),), unknown=((entry, "event"), (entry, "comment")))
    assert [(place.record_id, place.field) for place in advice_on(of, names).name_places()] == [
        (entry, "event"),
        (entry, "comment"),
    ]
