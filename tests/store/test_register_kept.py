"""The register in the file: padded, in no telling order, and never half there without anybody being told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.errors import RegisterUnreadableError
from imr_desk.operations.general import Insert
from imr_desk.operations.names import ForgetName, RegisterName, RegisterNames
from imr_desk.session import Session
from imr_desk.store import register, rescue

WORDS = "four plain words here"
NAMES = ("Osric Pellbrook", "Wilhelmina Quenby-Thrupp", "Tibor MacThrostle", "Maeve D'Ombrey", "Ludo van der Quill")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.create(tmp_path / "review.imr", WORDS)
    for number in range(1, len(NAMES) + 1):
        opened.run(Insert("staff", f"STF-0{number}", {"code": f"Crown Prosecutor {number}"}))
    yield opened
    opened.close()


def table(session: Session) -> list[tuple[bytes, bytes]]:
    """The rows as another program would read them."""
    return session.file.connection.rows("SELECT digest, sealed FROM sys_register")


def is_power_of_two(number: int) -> bool:
    return number > 0 and number & (number - 1) == 0


def test_table_holds_a_power_of_two_of_rows_in_the_order_of_their_digests(session: Session) -> None:
    sizes = []
    for number, name in enumerate(NAMES, start=1):
        session.run(RegisterName(f"STF-0{number}", name))
        rows = table(session)
        sizes.append(len(rows))
        assert rows == sorted(rows)
    assert sizes[0] == sizes[1]
    session.run(RegisterNames(tuple(("STF-01", f"{one.split()[0]} {other}") for one in NAMES for other in NAMES)))
    sizes.append(len(table(session)))
    assert all(is_power_of_two(size) for size in sizes)
    assert sizes[-1] > sizes[0]


def test_table_says_neither_who_nor_how_long_a_name_is(session: Session) -> None:
    session.run(RegisterName("STF-01", NAMES[0]))
    everything = b"".join(digest + sealed for digest, sealed in table(session))
    assert b"STF" not in everything
    assert {len(sealed) for _, sealed in table(session)} == {48}


def test_padding_that_stays_is_as_it_was_when_a_name_comes_in(session: Session) -> None:
    session.run(RegisterName("STF-01", NAMES[0]))
    before = set(table(session))
    session.run(RegisterName("STF-02", "Ida Fex"))
    assert len(before & set(table(session))) > len(before) / 2


def test_forgetting_leaves_a_table_as_large_and_no_row_of_the_name(session: Session) -> None:
    session.run(RegisterNames((("STF-01", NAMES[0]), ("STF-02", NAMES[1]))))
    size = len(table(session))
    session.run(ForgetName("STF-02"))
    assert len(table(session)) == size
    guard = session.judge.guard
    assert guard.who_is(NAMES[0]) == ("STF-01",)
    assert guard.who_is(NAMES[1]) == ()
    assert session.registered_names() == {"STF-01": 1}


def test_many_names_are_registered_in_one_step_or_not_at_all(session: Session) -> None:
    session.run(RegisterNames(tuple((f"STF-0{n}", name) for n, name in enumerate(NAMES, start=1))))
    guard = session.judge.guard
    assert [guard.who_is(name) for name in NAMES] == [(f"STF-0{n}",) for n in range(1, 6)]
    with pytest.raises(Exception, match="two letters"):
        session.run(RegisterNames((("STF-01", "Guy Fexter"), ("STF-02", "7"))))
    assert session.judge.guard.who_is("Guy Fexter") == ()


def test_the_same_name_twice_counts_once_and_another_name_of_a_person_twice(session: Session) -> None:
    for name in (NAMES[0], NAMES[0].upper(), "Osric Pellbrook-Vane"):
        session.run(RegisterName("STF-01", name))
    assert session.registered_names() == {"STF-01": 2}


def test_a_table_that_lost_a_row_is_not_read_as_if_nothing_had_happened(session: Session) -> None:
    session.run(RegisterName("STF-01", NAMES[0]))
    session.file.connection.run("DELETE FROM sys_register WHERE rowid = 1")
    staff = register.load(session.file.connection)
    assert not staff.readable
    with pytest.raises(RegisterUnreadableError, match="missing from this file"):
        staff.find("anything")


def test_a_table_that_lost_all_rows_is_not_read_as_empty(session: Session) -> None:
    session.run(RegisterName("STF-01", NAMES[0]))
    session.file.connection.run("DELETE FROM sys_register")
    with pytest.raises(RegisterUnreadableError):
        register.load(session.file.connection).find("anything")


def test_copy_for_somebody_else_holds_nothing_of_the_register(session: Session) -> None:
    session.run(RegisterName("STF-01", NAMES[0]))
    key = register.key_at_hand(session.file.connection)
    session.file.connection.run("BEGIN")
    register.leave_out(session.file.connection)
    left = [
        session.file.connection.rows(f'SELECT * FROM "{row[0]}"')  # noqa: S608
        for row in session.file.connection.rows(
            "SELECT name FROM sqlite_master WHERE name LIKE 'sys_%' AND type = 'table'"
        )
        if not row[0].startswith("sys_search")
    ]
    assert key is not None
    assert all(key not in [cell for row in rows for cell in row] for rows in left)
    assert table(session) == []
    assert "register" not in str(session.file.connection.rows("SELECT name FROM sys_fact"))
    session.file.connection.run("ROLLBACK")


def test_a_review_kept_from_memory_waits_for_the_names_to_be_typed_again(session: Session, tmp_path: Path) -> None:
    session.run(RegisterName("STF-01", NAMES[0]))
    with rescue.going_on(session.review, session.file._known, tmp_path / "kept.imr", session.file.key) as (
        copy,
        writer,
    ):
        staff = register.load(copy)
        assert not staff.readable
        assert register.to_type_again(copy) == {"STF-01": 1}
        writer.sign_out(copy)
        copy.close()
        writer.release()
