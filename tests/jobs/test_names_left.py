"""What is still to be settled in a whole review: by name, with sentences and places. All names are made up."""

from __future__ import annotations

import datetime as dt

import factories
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.errors import RegisterUnreadableError, StoppedError
from imr_desk.jobs.names_left import Looker, NameLeft, names_left
from imr_desk.jobs.words_left import Sort, words_left
from imr_desk.names import looking
from imr_desk.names.guard import Guard
from imr_desk.names.looking import looked_key
from imr_desk.names.register import StaffRegister, new_key, rows_for
from imr_desk.operations.judging import Judge
from imr_desk.review.review import Review

KEY = new_key()


def judge(*registered: tuple[str, str], decisions: dict[str, str] | None = None) -> Judge:
    rows = [row for person, name in registered for row in rows_for(KEY, person, name)]
    return Judge(Guard(StaffRegister(KEY, rows), decisions or {}, ("Crown Prosecutor 1",)))


def review(*events: str) -> Review:
    entries = [factories.record("entry", f"CE-{at:03}", event=event) for at, event in enumerate(events, 1)]
    return factories.review(*entries)


def told(names: tuple[NameLeft, ...]) -> list[tuple[str, str, list[str]]]:
    return [(each.level, each.words, [place.record_id for place in each.places]) for each in names]


def test_names_left_gathers_each_name_once_with_all_its_places() -> None:
    found = names_left(
        review(
            "Mrs Okaforsen rang. Mrs OKAFORSEN rang again.",
            "Jolyon Wetherspindle saw Mrs Okaforsen.",
            "The Crown Prosecutor 1 asked for the file.",
        ),
        judge(("STF-01", "Jolyon Wetherspindle")),
    )
    assert told(found) == [
        ("registered", "Jolyon Wetherspindle", ["CE-002"]),
        ("unknown", "Okaforsen", ["CE-001", "CE-001", "CE-002"]),
    ]
    assert found[0].people == ("STF-01",)
    assert found[0].certain
    assert [place.sentence.words for place in found[1].places] == [
        "Mrs Okaforsen rang.",
        "Mrs OKAFORSEN rang again.",
        "Jolyon Wetherspindle saw Mrs Okaforsen.",
    ]


def test_names_left_of_signed_fields_are_shut_and_of_process_fields_are_not_printed() -> None:
    signed = factories.signed_review()
    entry = signed.all("entry")[0]
    held = factories.with_values(signed, entry.id, event="Mrs Okaforsen rang.")
    held = factories.with_record(held, factories.record("interview", "INT-91", record="Mrs Okaforsen rang."))
    name = next(each for each in names_left(held, judge()) if each.words == "Okaforsen")
    assert [(place.kind, place.shut, place.printed) for place in name.places] == [
        ("entry", True, True),
        ("interview", False, False),
    ]
    assert name.printed


def test_names_left_after_an_edit_reads_again_only_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    before, reader = review("Mrs Okaforsen rang.", "Mr Umbrelow wrote."), judge()
    marks = reader.guard.marks
    monkeypatch.setattr(reader.guard, "marks", lambda text: (read.append(text), marks(text))[1])
    assert len(names_left(before, reader)) == 2
    read.clear()
    after = factories.with_values(before, "CE-002", event="Nobody wrote.")
    assert told(names_left(after, reader)) == [("unknown", "Okaforsen", ["CE-001"])]
    assert read == ["Nobody wrote."]


def test_names_left_without_the_key_of_the_register_are_refused() -> None:
    shut = Judge(Guard(StaffRegister(None, rows_for(KEY, "STF-01", "Jolyon Wetherspindle")), {}, ()))
    with pytest.raises(RegisterUnreadableError):
        names_left(review("Mrs Okaforsen rang."), shut)
    with pytest.raises(RegisterUnreadableError):
        words_left(review("Mrs Okaforsen rang."), shut, frozenset())


def test_names_left_can_be_stopped_before_any_record() -> None:
    def stop(done: int, of: int) -> None:
        assert of >= 2
        if done:
            raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        names_left(review("Mrs Okaforsen rang.", "Nobody."), judge(), stop)


def test_what_is_worth_a_look_is_no_marked_name_and_goes_once_looked_at_or_decided() -> None:
    held, reader = review("Mrs Okaforsen rang. A letter came from 刘秀英."), judge()
    found = Looker().to_look_at(held, reader, frozenset())
    assert found
    marked = {each.words for each in names_left(held, reader)}
    assert marked.isdisjoint(each.words for each in found)
    keys = frozenset(each.key for each in found)
    assert not Looker().to_look_at(held, reader, keys)
    decided = judge(decisions={reader.guard.key_for(each.words): "not a person" for each in found})
    assert not Looker().to_look_at(held, decided, frozenset())


def test_looker_reads_a_record_once_while_it_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    find = looking.unknown.find_in
    monkeypatch.setattr(
        looking.unknown,
        "find_in",
        lambda reading, codes, *, look=False: (look and read.append(reading.text), find(reading, codes, look=look))[1],
    )
    held, reader, looker = review("Mrs Okaforsen rang.", "Nobody."), judge(), Looker()
    looker.to_look_at(held, reader, frozenset())
    assert sorted(read) == ["Mrs Okaforsen rang.", "Nobody."]
    read.clear()
    looker.to_look_at(factories.with_values(held, "CE-002", event="Somebody."), reader, frozenset())
    assert read == ["Somebody."]


def test_last_list_has_every_capital_and_every_listed_word_once_with_names_first() -> None:
    held = review(
        "Asked patel about Chase. patel and Chase agreed.", "The CPS asked Zibbert-Moule, in May. Then it was done."
    )
    shut_mouthed = judge(decisions={})
    found = {each.words: each for each in words_left(held, shut_mouthed, frozenset())}
    marked = {word for each in names_left(held, shut_mouthed) for word in each.words.split()}
    for word in {"Asked", "patel", "Chase", "The", "CPS", "Zibbert-Moule", "May", "Then"} - marked:
        assert word in found, word
    assert marked.isdisjoint(found)
    assert "agreed" not in found
    assert [each.sort for each in words_left(held, shut_mouthed, frozenset())] == sorted(
        each.sort for each in found.values()
    )
    assert found["The"].sort is Sort.PLAIN


def test_last_list_remembers_what_was_looked_at_by_hash_in_any_spelling() -> None:
    held, reader = review("The CPS asked.", "the cps and the CPS asked"), judge()
    key = looked_key(reader.guard, "Cps")
    found = {each.words: each for each in words_left(held, reader, frozenset({key}))}
    assert (found["CPS"].looked, found["CPS"].key, found["CPS"].count) == (True, key, 2)
    assert not found["The"].looked
    assert key != reader.guard.key_for("CPS")


@given(st.lists(st.text(max_size=80), max_size=3))
def test_last_list_of_any_texts_never_fails_and_names_no_word_twice(texts: list[str]) -> None:
    held, reader = review(*texts), judge()
    keys = [each.key for each in words_left(held, reader, frozenset())]
    assert len(keys) == len(set(keys))
    Looker().to_look_at(held, reader, frozenset())


def test_judge_still_gives_the_checks_the_fields_and_the_number_of_names() -> None:
    facts = judge(("STF-01", "Jolyon Wetherspindle")).facts(
        review("Mrs Okaforsen and Mrs Okaforsen and Jolyon Wetherspindle"), dt.date(2014, 1, 1)
    )
    assert facts.names.registered == (("CE-001", "event"),)
    assert facts.names.unknown == (("CE-001", "event"),)
    assert facts.names.count == 3
