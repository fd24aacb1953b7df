"""What the answers to names come to, before anything is changed. All names are made up."""

from __future__ import annotations

from pathlib import Path

import factories
import pytest

from imr_desk.jobs.names_answered import Answer, answer_at_hand, decided, next_code_among, planned
from imr_desk.jobs.names_left import NameLeft, names_left
from imr_desk.names.guard import Decision, Guard
from imr_desk.names.register import StaffRegister, new_key, rows_for
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.judging import Judge
from imr_desk.operations.names import RegisterName
from imr_desk.operations.resolving import ResolveNames, preview
from imr_desk.review.review import Review
from imr_desk.session import Session

KEY = new_key()
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-01", "Jolyon Wetherspindle")), {}, ("Crown Prosecutor 1",))
STAFF = factories.record("staff", "STF-01", code="Crown Prosecutor 1", title="Crown Prosecutor")


def review(*events: str) -> Review:
    entries = [factories.record("entry", f"CE-{at:03}", event=event) for at, event in enumerate(events, 1)]
    return factories.review(STAFF, *entries)


def named(held: Review) -> dict[str, NameLeft]:
    return {each.words: each for each in names_left(held, Judge(GUARD))}


def test_answer_of_a_registered_name_is_at_hand_and_of_another_is_not() -> None:
    held = review("Jolyon Wetherspindle met Mrs Okaforsen.")
    names = named(held)
    assert answer_at_hand(names["Jolyon Wetherspindle"], held) == Answer("staff", "STF-01")
    assert answer_at_hand(names["Okaforsen"], held) is None


def test_two_new_people_of_one_title_are_numbered_apart_and_one_person_with_two_names_is_one() -> None:
    held = review("Mrs Okaforsen met Mr Umbrelow and Dr Quillfeather.")
    names = named(held)
    first = next_code_among(held, (), "staff", "Crown Prosecutor")
    one = (names["Okaforsen"], Answer("staff", "", first))
    second = next_code_among(held, (one,), "staff", "Crown Prosecutor")
    two = (names["Umbrelow"], Answer("staff", "", second))
    same = (names["Quillfeather"], Answer("staff", "", second))
    plan = planned(held, (one, two, same))
    assert (first, second) == ("Crown Prosecutor 2", "Crown Prosecutor 3")
    assert [each.values["code"] for each in plan.new] == ["Crown Prosecutor 2", "Crown Prosecutor 3"]
    assert len({each.person for each in plan.resolutions}) == 2
    shown = preview(plan.review, GUARD, plan.resolutions)
    assert [each.after for each in shown] == ["Crown Prosecutor 2 met Crown Prosecutor 3 and Crown Prosecutor 3."]


def test_preview_of_an_answer_shows_every_form_of_the_name() -> None:
    held = review("Sarah Okaforsen rang.", "OKAFORSEN, Sarah: no answer.", "Nothing of it.")
    plan = planned(held, ((named(held)["Sarah Okaforsen"], Answer("staff", "STF-01")),))
    after = [each.after for each in preview(plan.review, GUARD, plan.resolutions)]
    assert after == ["Crown Prosecutor 1 rang.", "Crown Prosecutor 1: no answer."]


def test_no_person_is_decided_for_the_words_or_for_their_sentences_alone() -> None:
    held = review("Mrs Okaforsen rang.", "Mrs Okaforsen wrote.")
    name = named(held)["Okaforsen"]
    assert decided(((name, Answer("nobody")),), GUARD) == ((GUARD.key_for("Okaforsen"), "not a person"),)
    here = dict(decided(((name, Answer("here")),), GUARD))
    assert set(here.values()) == {Decision.NOT_HERE.value}
    guard = Guard(StaffRegister(KEY), here, ())
    assert not guard.marks("Mrs Okaforsen rang.")
    assert not guard.marks("Mrs Okaforsen wrote.")
    assert guard.marks("Mrs Okaforsen fell.")
    assert not planned(held, ((name, Answer("nobody")),)).resolutions


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = Session.create(tmp_path / "review.imr", "four plain words here")
    made.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    made.run(RegisterName("STF-01", "Jolyon Wetherspindle"))
    made.run(SetFields("opening", "opening", {"introduction": "Jolyon Wetherspindle met Mrs Okaforsen."}))
    return made


def test_answers_done_leave_no_name_to_settle(session: Session) -> None:
    names = {each.words: each for each in names_left(session.review, session.judge)}
    given = (
        (names["Jolyon Wetherspindle"], Answer("staff", "STF-01")),
        (names["Okaforsen"], Answer("professional", "", "Health Visitor 1")),
    )
    plan = planned(session.review, given, lambda kind: str(session.new_id(kind)))
    shown = preview(plan.review, session.judge.guard, plan.resolutions)
    for each in plan.new:
        session.run(Insert(each.kind, each.record_id, each.values))
    session.run(ResolveNames(plan.resolutions))
    assert session.review.one("opening").text("introduction") == "Crown Prosecutor 1 met Health Visitor 1."
    assert [each.after for each in shown] == ["Crown Prosecutor 1 met Health Visitor 1."]
    assert names_left(session.review, session.judge) == ()
    session.close()
