"""A long edit is made in another thread: all of it or nothing, and what is asked for meanwhile comes after it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sample_session import open_sample

from imr_desk.errors import BusyError, SaveFailedError, StoppedError
from imr_desk.names.guard import Guard
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.operations.resolving import Prepared, Resolution, ResolveNames
from imr_desk.operations.writing import Written
from imr_desk.session import Changes, Session

NAME, WHO = "Jolyon Wetherspindle", "STF-04"
NAMES = (Resolution(NAME, WHO),)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    opened.run(SetFields("entry", "CE-001", {"event": f"{NAME} rang."}))
    yield opened
    opened.close()


def elsewhere(work: Callable[[], Written]) -> Written:
    """Do it in another thread; errors are raised here."""
    made: list[Written] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            made.append(work())
        except Exception as error:  # noqa: BLE001 - carried over to this thread
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return made[0]


def prepared(session: Session) -> Prepared:
    return Prepared(session.review, session.judge.guard, NAMES, session.file.undo_forms())


def event(session: Session, entry: str = "CE-001") -> str:
    return session.review[entry].text("event")


def test_edit_made_aside_is_in_the_review_once_it_is_taken_over(session: Session) -> None:
    told: list[Changes] = []
    session.subscribe(told.append)
    before = session.review
    written = elsewhere(session.stand_aside(ResolveNames(NAMES, prepared(session))))
    assert session.review is before
    session.take_over(written)
    assert NAME not in event(session)
    assert [each.kinds for each in told] == [frozenset({"entry"})]
    assert session.resolved_names()[0].person == WHO
    session.run(SetFields("entry", "CE-002", {"event": "Typed on."}))
    assert session.undo() is not None
    assert session.file.integrity_faults() == ()


def test_no_other_edit_is_taken_meanwhile_and_everything_can_be_read(session: Session) -> None:
    work = session.stand_aside(ResolveNames(NAMES, prepared(session)))
    for edit in (session.undo, lambda: session.run(SetFields("entry", "CE-002", {"event": "Typed."}))):
        with pytest.raises(BusyError):
            edit()
    assert session.search("Wetherspindle") == ("CE-001",)
    session.take_over(elsewhere(work))
    assert session.search("Wetherspindle") == ()
    session.run(SetFields("entry", "CE-002", {"event": "Typed."}))


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_edit_that_is_stopped_leaves_the_file_as_it_was(session: Session, at: int) -> None:
    steps = iter(range(at))

    def stop(_done: int, _of: int) -> None:
        if next(steps, None) is None:
            raise StoppedError("Stopped.")

    session.run(SetFields("entry", "CE-003", {"event": f"{NAME} left."}))
    before, head = session.review, session.file.history_head
    work = session.stand_aside(ResolveNames(NAMES, prepared(session), step=stop))
    with pytest.raises(StoppedError):
        elsewhere(work)
    assert session.take_over(None) is None
    assert (session.review, session.file.history_head) == (before, head)
    session.run(SetFields("entry", "CE-002", {"event": "Typed."}))
    assert event(session) == f"{NAME} rang."


def test_what_was_edited_after_it_was_read_is_replaced_too(session: Session) -> None:
    ready = prepared(session)
    session.run(SetFields("entry", "CE-001", {"event": "Nobody rang."}))
    session.run(SetFields("entry", "CE-002", {"event": f"{NAME} wrote."}))
    again = ready.brought_to(session.review, ready.guard)
    assert set(again.changed) == {("entry", "CE-002")}
    assert again.changed == prepared(session).changed
    session.take_over(elsewhere(session.stand_aside(ResolveNames(NAMES, ready, session.judge.guard))))
    code = session.review[WHO].text("code")
    assert (event(session), event(session, "CE-002")) == ("Nobody rang.", f"{code} wrote.")


def test_where_names_are_told_in_another_way_since_everything_is_read_again(session: Session) -> None:
    session.run(SetFields("entry", "CE-002", {"event": "Wetherspindle wrote."}))
    ready = prepared(session)
    session.run(RegisterName("STF-05", "Petra Wetherspindle"))  # now the surname may be somebody else's
    guard: Guard = session.judge.guard
    again = ready.brought_to(session.review, guard)
    assert again.changed == prepared(session).changed != ready.changed


def test_edit_that_waited_comes_after_it_without_the_name(session: Session) -> None:
    operation = ResolveNames(NAMES, prepared(session))
    typed = SetFields("entry", "CE-001", {"event": f"{NAME} rang twice."})
    session.take_over(elsewhere(session.stand_aside(operation)))
    session.run(operation.after_it(typed))
    assert event(session) == f"{session.review[WHO].text('code')} rang twice."


def test_edit_aside_is_refused_where_another_program_wrote_meanwhile(session: Session) -> None:
    work = session.stand_aside(ResolveNames(NAMES, prepared(session)))
    with session.file.aside() as other, other.transaction("2014-12-03T14:32:00+00:00") as tx:
        tx.set_values("entry", "CE-009", {"event": "From elsewhere."})
        other.write_history(tx.at, "set_fields", tx.changed)
    with pytest.raises(SaveFailedError):
        elsewhere(work)
    session.take_over(None)
    assert event(session) == f"{NAME} rang."
