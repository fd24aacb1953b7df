"""Good practice, lessons, early action, recommendations, action plan (B20 to B22, B24, B25)."""

from __future__ import annotations

from factories import record
from section_reader import block_of, tables, words

LESSON = record(
    "lesson",
    "LES-1",
    text="Ask where.",
    evidence=["AN-001", "CE-001"],
    level="between agencies",
    wider_than_this_case=False,
    what_should_change="A record",
    recommendation="RCM-1",
)
ANALYSIS = (
    record("question", "Q-1", text="Was it seen?"),
    record("section", "SEC-01", question="Q-1"),
    record("paragraph", "AN-001", section="SEC-01", part="finding", text="Late."),
    record("entry", "CE-001", date="4 May 2021", event="A call."),
)


def test_good_practice_is_listed_or_said_not_to_have_been_found() -> None:
    example = record("good_practice", "GP-1", what="Notes at once", evidence=["CE-001"], spread="Yes")
    assert tables(block_of("B20", example))[0].rows[0].cells == ("GP-1", "Notes at once", "CE-001", "Yes")
    none = record("findings", "findings", good_practice_none="None was found.")
    assert "None was found." in words(block_of("B20", none))


def test_lessons_name_their_evidence_by_question_and_part() -> None:
    without = record("lesson", "LES-2", text="Note it.", reason_for_none="Done already")
    first, second = tables(block_of("B21", LESSON, without, *ANALYSIS))
    assert [row.cells for row in first.rows] == [
        ("LES-1", "Ask where.", "A record", "Q-1 (finding); CE-001"),
        ("LES-2", "Note it.", "None", "None"),
    ]
    assert [row.cells for row in second.rows] == [
        ("LES-1", "Between agencies", "No", "RCM-1"),
        ("LES-2", "Not known", "Not answered", "Done already"),
    ]


def test_early_action_shows_what_is_not_done_yet() -> None:
    action = record("early_action", "EA-1", lesson="LES-1", action="Named a deputy", started="2024-03-01")
    rows = tables(block_of("B22", action))[0].rows
    assert rows[0].cells == ("EA-1", "LES-1", "Named a deputy", "1 Mar 2024", "Not yet", "None")


def test_recommendations_are_printed_without_who_cleared_them() -> None:
    block = block_of(
        "B24",
        record(
            "recommendation",
            "RCM-1",
            number=1,
            lesson="LES-1",
            text="Keep a record.",
            specific="A page",
            time_bound="2024-12-31",
        ),
        record(
            "clearance",
            "CLR-01",
            who="The Director",
            about=["RCM-1"],
            reply="Fine",
            cleared_on="2024-07-01",
            status="cleared",
        ),
    )
    plain, smart = tables(block)
    assert plain.rows[0].cells == ("RCM-1", "Keep a record.", "LES-1")
    assert smart.rows[0].cells == ("RCM-1", "A page", "None", "None", "None", "31 Dec 2024")
    for private in ("The Director", "Fine", "1 Jul 2024", "leared"):
        assert private not in words(block)


def test_action_plan_is_two_tables_with_the_same_numbers() -> None:
    block = block_of(
        "B25",
        record("action_plan", "action_plan", accountable_senior_manager="Chief", dissemination="In teams."),
        record(
            "action",
            "ACT-1",
            number=1,
            lesson="LES-1",
            recommendation="RCM-1",
            action="Write it",
            owner="Deputy",
            due="2024-12-31",
            early_action=False,
            status="not started",
            cleared_on="1999-09-09",
        ),
    )
    assert block.landscape
    done, dates = tables(block)
    assert done.rows[0].cells == ("ACT-1", "LES-1", "RCM-1", "Write it", "None", "None", "Deputy")
    assert dates.rows[0].cells == (
        "ACT-1",
        "Chief",
        "None",
        "None",
        "31 Dec 2024",
        "No",
        "Not started",
        "None",
        "None",
        "None",
    )
    assert (done.rows[0].anchor, dates.rows[0].anchor) == ("ACT-1", "")
    assert "The accountable senior manager is the Chief." in words(block)
    assert "1999" not in words(block)
