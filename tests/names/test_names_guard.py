"""The guard marks what has to be dealt with, and remembers what the author said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.errors import RegisterUnreadableError
from imr_desk.names import guard as guard_module
from imr_desk.names.guard import Decision, Guard, decision_key, reason_in_words
from imr_desk.names.register import StaffRegister, rows_for

KEY = bytes(range(32))
REGISTER = StaffRegister(KEY, rows_for(KEY, "STF-02", "Osric Pellbrook"))


def guard(decisions: dict[str, str] | None = None, codes: frozenset[str] = frozenset()) -> Guard:
    return Guard(REGISTER, decisions or {}, codes)


def marked(text: str, **decided: str) -> list[tuple[str, str]]:
    decisions = {decision_key(KEY, words): said for words, said in decided.items()}
    return [(text[one.start : one.end], one.kind) for one in guard(decisions).marks(text)]


def test_marks_of_registered_and_unknown_names_come_in_order() -> None:
    text = "Mr Throstle wrote to Pellbrook."
    assert marked(text) == [("Throstle", "unknown"), ("Pellbrook", "registered")]


def test_marks_of_a_registered_name_carry_the_person() -> None:
    (one,) = guard().marks("Osric Pellbrook left.")
    assert (one.person, one.certain, one.level) == ("STF-02", True, "name")
    assert one.key == decision_key(KEY, "osric pellbrook")


def test_marks_of_words_decided_to_be_no_person_are_gone() -> None:
    assert marked("Mr Throstle left.", Throstle=Decision.NOT_A_PERSON) == []
    assert marked("Mr THROSTLE left.", Throstle=Decision.NOT_A_PERSON) == []


@pytest.mark.parametrize("said", [Decision.STAFF, Decision.SUBJECT, Decision.OTHER_AGENCY])
def test_marks_of_words_decided_to_be_a_person_stay(said: Decision) -> None:
    assert marked("Mr Throstle left.", Throstle=said) == [("Throstle", "unknown")]


def test_marks_of_a_registered_name_stay_whatever_was_decided() -> None:
    assert marked("Pellbrook left.", Pellbrook=Decision.NOT_A_PERSON) == [("Pellbrook", "registered")]


def test_marks_of_a_near_spelling_are_lifted_by_the_decision_that_it_is_no_person() -> None:
    assert marked("Bellbrook was the place.") == [("Bellbrook", "registered")]
    assert marked("Bellbrook was the place.", Bellbrook=Decision.NOT_A_PERSON) == []


def test_marks_of_a_name_half_registered_cover_both_halves() -> None:
    text = "Sarah Pellbrook left."
    assert marked(text) == [("Sarah", "unknown"), ("Pellbrook", "registered")]


def test_marks_of_codes_are_none() -> None:
    text = "Aunt B and Crown Prosecutor 2 met."
    assert guard(codes=frozenset({"Aunt B", "Crown Prosecutor 2"})).marks(text) == ()


def test_marks_without_a_register_still_find_unknown_names() -> None:
    assert [one.kind for one in Guard(None, {}, ()).marks("Mr Throstle left.")] == ["unknown"]


def test_marks_without_the_key_of_the_register_raise_a_plain_sentence() -> None:
    locked = Guard(StaffRegister(None, rows_for(KEY, "STF-02", "Osric Pellbrook")), {}, ())
    with pytest.raises(RegisterUnreadableError, match="cannot be read here") as raised:
        locked.marks("")
    assert raised.value.sentence.endswith(".")


def test_decision_key_depends_on_the_key_and_not_on_the_writing() -> None:
    assert decision_key(KEY, "Ó Flannabhra") == decision_key(KEY, "O FLANNABHRA")
    assert decision_key(KEY, "Throstle") != decision_key(bytes(32), "Throstle")
    assert guard().key_for("Throstle") == decision_key(KEY, "Throstle")
    assert "throstle" not in decision_key(KEY, "Throstle")


@pytest.mark.parametrize("code", ["Petra Quillfeather 1", "Mrs Throstle", "Child Rosie", "Caseworker Throstle 2"])
def test_code_that_reads_like_a_name_hides_nobody(code: str) -> None:
    marks = guard(codes=frozenset({code, "Caseworker 1"})).marks(f"We saw {code} there.")
    assert [one.kind for one in marks] == ["unknown"]


@pytest.mark.parametrize(
    "code", ["Child A", "Mother", "MGF", "Caseworker 4", "Police Officer 3", "Senior Crown Prosecutor 12", "Counsel 1"]
)
def test_code_without_a_name_is_never_marked(code: str) -> None:
    assert guard(codes=frozenset({code})).marks(f"{code} rang. We asked {code}\u2019s office about {code}.") == ()


def test_pseudonym_that_was_decided_to_be_no_person_is_a_code_like_any_other() -> None:
    said = {decision_key(KEY, "Rosie"): Decision.NOT_A_PERSON.value}
    assert guard(said, frozenset({"Child Rosie"})).marks("Child Rosie rang. We asked Rosie.") == ()


def test_reason_in_words_is_known_for_every_rule() -> None:
    for reason in guard_module._REASONS:
        assert reason_in_words(reason)


@given(st.text(st.characters(exclude_categories=()), max_size=200), st.text(max_size=20))
def test_marks_in_any_string_lie_inside_it_without_overlap_and_have_a_reason(before: str, after: str) -> None:
    text = f"{before} Sarah Pellbrook, Mr Throstle {after}"
    last = 0
    for one in guard().marks(text):
        assert last <= one.start < one.end <= len(text)
        assert reason_in_words(one.reason)
        last = one.end
