"""Headings in the words of agencies that have no form of their own, each told by what it says."""

from __future__ import annotations

import pytest
from intake_files import given, read, separated

from imr_desk.intake.headings import fits

MEANT = {
    "date": "Date and source|Time & Date of Call|Date, time and place|Contact made on|Event start|Month/Year|"
    "Date of home visit|Occurred from",
    "end_date": "Occurred to|Date/Time To",
    "source": "Where found|Where is this recorded|Where this is held|Where did the information come from|Database|"
    "Location of information|Evidence reference|Evidenced by|Reference to records|Record reference|Document title|"
    "Extracted from|IT system|Record consulted|Paper/electronic record|Name of record|Bundle page|"
    "Where is this evidenced?|File reference / page|Location in record|Originating document|Origin|Found in",
    "event": "What occurred|What took place|What did happen|What we know|Involvement|Agency involvement|"
    "Nature of involvement|Consultation notes|Case note text|Body of note|Discussion|Story|"
    "Information known to agency|Observation text",
    "people": "Contact made by|Present at contact|Spoke to|Family member|Recorder|Designation|Decision maker|Lead|"
    "Profession|Assigned to",
    "action": "What we did|What did the agency do|What was done about it|How did the agency respond|Advice given|"
    "What happened next|What was decided|Services offered|Referral made|Treatment|Treatment given",
    "comment": "Note|Author’s view|Other relevant information|Further information|Quality of practice|"
    "Missed opportunities|Rationale|Additional info|Professional comment",
    "learned_on": "Date brought to attention of agency",
}


@pytest.mark.parametrize(
    ("name", "heading"), [(name, each) for name, all_ in MEANT.items() for each in all_.split("|")]
)
def test_heading_in_plain_words_is_told(name: str, heading: str) -> None:
    found = fits(heading)
    assert max(found, key=lambda each: found[each], default="") == name


def test_note_beside_the_event_is_a_comment() -> None:
    taken = read(separated([["Note", "Date of visit", "Description of event"], ["Prompt.", "4/5/13", "Home visit."]]))
    assert given(taken, "event", "comment") == [("Home visit.", "Prompt.")]


def test_note_without_another_text_is_the_event() -> None:
    taken = read(separated([["Date", "Worker", "Note"], ["4/5/13", "Duty worker", "Home visit."]]))
    assert given(taken, "event", "people", "comment") == [("Home visit.", "Duty worker", "")]


def test_bare_answer_in_the_comments_keeps_its_heading() -> None:
    rows = [["Date", "Event", "Good practice?", "Action", "Action owner"], ["4/5/13", "Visit.", "Yes", "Card", "HV"]]
    assert given(read(separated(rows)), "action", "comment") == [("Card", "Good practice?: Yes\nAction owner: HV")]
