"""The general operations: apply then inverse is identity, one step is one undo, nothing half-done stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.errors import BadInputError
from imr_desk.operations.base import Operation, decode, encode
from imr_desk.operations.general import Batch, Delete, Insert, Link, Move, Restore, SetFields
from imr_desk.review.dates import parse_known
from imr_desk.review.record import Record
from imr_desk.session import Changes, Session

PASSPHRASE = "four plain words here"
NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
MakeSession = Callable[[], Session]


def state(session: Session) -> dict[str, tuple[Any, ...]]:
    """Everything that a review holds, in a form that compares."""
    return {record.id: (record.kind, record.position, dict(record)) for record in session.review}


def order(session: Session, kind: str) -> list[str]:
    return [record.id for record in session.review.all(kind)]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small review, made once."""
    path = tmp_path_factory.mktemp("template") / "small.imr"
    session = Session.create(path, PASSPHRASE, lambda: NOON)
    session.run(
        Batch(
            (
                Insert("subject", "SUB-01", {"code": "Child K"}),
                Insert("record", "REC-01", {"description": "Case file"}),
                Insert("record", "REC-02", {"description": "Court log"}),
                Insert("question", "Q-1", {"number": 1, "text": "What was done?"}),
                *(
                    Insert(
                        "entry",
                        f"CE-{n:03d}",
                        {
                            "date": parse_known(f"{n} May 2013"),
                            "event": f"Event {n}",
                            "sources": [{"record": "REC-01", "place": f"p. {n}"}],
                            "concerns": ("SUB-01",),
                            "questions": ("Q-1",),
                        },
                    )
                    for n in range(1, 5)
                ),
            )
        )
    )
    session.close()
    return path.read_bytes()


@pytest.fixture
def session(template: bytes, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "small.imr"
    path.write_bytes(template)
    opened = Session.open(path, PASSPHRASE, clock=lambda: NOON)
    yield opened
    opened.close()


def test_delete_takes_links_with_it_and_undo_brings_all_back(session: Session) -> None:
    before = state(session)
    session.run(Delete("record", "REC-01"))
    assert "REC-01" not in session.review
    assert dict(session.review["CE-001"].rows("sources")[0]) == {"place": "p. 1"}
    session.undo()
    assert state(session) == before
    session.redo()
    assert "REC-01" not in session.review


def test_reference_of_a_deleted_record_is_never_used_again(session: Session) -> None:
    session.run(Delete("entry", "CE-004"))
    assert session.new_id("entry") == "CE-005"


def test_move_puts_a_record_between_others_however_often(session: Session) -> None:
    for _ in range(40):
        session.run(Move("record", order(session, "record")[1], before=order(session, "record")[0]))
    assert order(session, "record") == ["REC-01", "REC-02"]
    session.undo()
    assert order(session, "record") == ["REC-02", "REC-01"]


def test_edit_of_a_date_moves_the_entry_to_its_place(session: Session) -> None:
    session.run(SetFields("entry", "CE-004", {"date": parse_known("about April 2013")}))
    assert order(session, "entry") == ["CE-004", "CE-001", "CE-002", "CE-003"]


def test_link_to_a_record_of_another_kind_is_refused_and_nothing_changes(session: Session) -> None:
    before = state(session)
    with pytest.raises(BadInputError) as refused:
        session.run(
            Batch((SetFields("entry", "CE-001", {"event": "Changed"}), Link("entry", "CE-001", "concerns", "REC-01")))
        )
    assert refused.value.sentence == "‘Concerns’ leads to a record that is not there. Nothing was changed."
    assert state(session) == before
    assert session.search("changed") == ()


def test_commits_of_one_visit_to_a_field_are_one_step(session: Session) -> None:
    for text in ("W", "Wo", "Words"):
        session.run(SetFields("entry", "CE-001", {"event": text}), visit="visit-1")
    session.run(SetFields("entry", "CE-001", {"event": "Other"}), visit="visit-2")
    session.undo()
    assert session.review["CE-001"].text("event") == "Words"
    session.undo()
    assert session.review["CE-001"].text("event") == "Event 1"


def test_new_edit_ends_what_could_be_done_again(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": "A"}))
    session.undo()
    assert session.can_redo
    session.run(SetFields("entry", "CE-002", {"event": "B"}))
    assert not session.can_redo


def test_undo_survives_closing(session: Session) -> None:
    before = state(session)
    session.run(SetFields("opening", "opening", {"purpose": "To learn."}))
    session.run(Delete("subject", "SUB-01"))
    path = session.path
    session.close()
    again = Session.open(path, PASSPHRASE)
    again.undo()
    again.undo()
    assert state(again) == before
    assert again.can_redo
    again.close()


def test_listeners_are_told_what_changed_after_it_is_on_disk(session: Session) -> None:
    told: list[Changes] = []
    end = session.subscribe(told.append)
    session.run(Link("entry", "CE-001", "questions", "Q-1", add=False))
    end()
    session.run(SetFields("entry", "CE-001", {"event": "Unheard"}))
    assert [changes.records for changes in told] == [frozenset({("entry", "CE-001")})]
    assert told[0].kinds == {"entry"}
    assert told[0].review["CE-001"].links("questions") == ()


def test_pasted_text_is_cleaned_and_the_author_is_told(session: Session) -> None:
    outcome = session.run(SetFields("entry", "CE-001", {"event": "a\x00b" + "x" * 200_000}))
    assert outcome.notes == ("1 control character was taken out.",)
    assert session.review["CE-001"].text("event").startswith("abx")


def test_history_names_records_and_never_words(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": "Wibblewords"}))
    lines = session.file.connection.rows("SELECT operation, records FROM sys_history")
    assert lines[-1] == ("set_fields", "entry:CE-001")
    assert "Wibble" not in str(lines)
    assert session.file.integrity_faults() == ()


# -- property: any run of edits, undone to the beginning, leaves what was there; done again, what there was ---------

IDS = {"entry": ["CE-001", "CE-002", "CE-003", "CE-004"], "record": ["REC-01", "REC-02"], "subject": ["SUB-01"]}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
ENTRY = st.sampled_from(IDS["entry"])
OPERATIONS = st.one_of(
    st.builds(lambda i, t: SetFields("entry", i, {"event": t, "comment": t or None}), ENTRY, WORDS),
    st.builds(lambda i, d: SetFields("entry", i, {"date": parse_known(f"{d} June 2013")}), ENTRY, st.integers(1, 30)),
    st.builds(lambda i: Delete("entry", i), ENTRY),
    st.builds(lambda i: Delete("record", i), st.sampled_from(IDS["record"])),
    st.builds(lambda i: Restore("entry", i), ENTRY),
    st.builds(lambda a, b: Move("record", a, b), *[st.sampled_from([*IDS["record"], "REC-03"])] * 2),
    st.builds(lambda i, add: Link("entry", i, "questions", "Q-1", add), ENTRY, st.booleans()),
    st.builds(lambda t: Insert("record", "REC-03", {"description": t}), WORDS),
    st.builds(lambda t: SetFields("findings", "findings", {"conclusion": t}), WORDS),
)


@settings(max_examples=25)
@given(
    operations=st.lists(
        st.one_of(OPERATIONS, st.lists(OPERATIONS, max_size=3).map(lambda each: Batch(tuple(each)))), max_size=8
    )
)
def test_any_edits_undone_are_identity_and_done_again_are_the_same(
    template: bytes, tmp_path_factory: pytest.TempPathFactory, operations: list[Operation]
) -> None:
    path = tmp_path_factory.mktemp("edits") / "review.imr"
    path.write_bytes(template)
    session = Session.open(path, PASSPHRASE, clock=lambda: NOON)
    first, done = state(session), 0
    undo_before = session.can_undo
    for operation in operations:
        assert encode(decode(encode(operation))) == encode(operation)
        try:
            session.run(operation)
        except BadInputError:
            continue
        done += 1
    last = state(session)
    for _ in range(done):
        session.undo()
    assert state(session) == first
    assert session.can_undo == undo_before
    for _ in range(done):
        session.redo()
    assert state(session) == last
    assert session.file.integrity_faults() == ()
    in_order = list(session.review)
    session.close()
    again = Session.open(path, PASSPHRASE, read_only=True)
    assert sorted(again.review, key=_place) == sorted(in_order, key=_place)
    assert {kind: order(again, kind) for kind in IDS} == {kind: order(session, kind) for kind in IDS}
    again.close()
    path.unlink()


def _place(record: Record) -> tuple[str, int, str]:
    return record.kind, record.position, record.id
