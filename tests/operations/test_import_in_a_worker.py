"""An import in another thread: all of it or nothing, wherever it is stopped; taken back and put back there too."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sample_session import open_sample

from imr_desk.errors import BusyError, StoppedError
from imr_desk.operations.general import SetFields
from imr_desk.operations.importing import PARTS, PARTS_AGAIN, PARTS_BACK, Import, records_in
from imr_desk.operations.writing import Written
from imr_desk.review.dates import parse_known
from imr_desk.session import Session

MANY = 7


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    yield opened
    opened.close()


def elsewhere(work: Callable[[], Written]) -> Written | None:
    """Do it in another thread; nothing where it was stopped there."""
    made: list[Written] = []

    def run() -> None:
        try:
            made.append(work())
        except StoppedError:
            made.clear()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return made[0] if made else None


class Pieces:
    """Counts the pieces it is told of, and stops at one."""

    def __init__(self, stop_at: int = 10_000) -> None:
        self.count, self._stop_at = 0, stop_at

    def __call__(self, _done: int, _of: int) -> None:
        if self.count == self._stop_at:
            raise StoppedError("Stopped.")
        self.count += 1


def import_of(session: Session, pieces: Pieces) -> Import:
    ids = session.new_ids("entry", MANY)
    return Import(
        "entry", [(str(each), {"date": parse_known("4 May 2013"), "event": f"{each} came."}) for each in ids], pieces
    )


def events(session: Session) -> list[str]:
    return [entry.text("event") for entry in session.review.all("entry") if entry.text("event").endswith(" came.")]


def test_import_that_is_stopped_at_any_piece_leaves_every_byte_as_it_was(session: Session) -> None:
    before, review = session.path.read_bytes(), session.review
    for at in range(PARTS * MANY):
        written = elsewhere(session.stand_aside(import_of(session, Pieces(at))))
        assert written is None
        assert session.take_over(written) is None
        assert session.path.read_bytes() == before, at
        assert session.review is review
    session.run(SetFields("about", "about", {}))  # others can be made again
    assert not session.path.with_name(f"{session.path.name}-journal").exists()


def test_import_is_told_of_each_piece_and_holds_when_it_is_taken_over(session: Session) -> None:
    pieces = Pieces()
    written = elsewhere(session.stand_aside(import_of(session, pieces)))
    with pytest.raises(BusyError):
        session.run(SetFields("about", "about", {}))
    assert events(session) == []
    session.take_over(written)
    assert pieces.count == PARTS * MANY
    assert len(events(session)) == MANY
    assert session.past(most=1)[0].operation == "import"


@pytest.mark.parametrize("stopped", [False, True])
def test_import_is_taken_back_and_put_back_in_a_worker(session: Session, stopped: bool) -> None:
    session.run(import_of(session, Pieces()))
    whole = {entry.id: dict(entry) for entry in session.review.all("entry")}
    assert records_in(session.next_undo) == MANY
    for back, parts in ((True, PARTS_BACK), (False, PARTS_AGAIN)):
        before = events(session)
        if stopped:
            for at in range(parts * MANY):
                assert session.take_over(elsewhere(session.turn_aside(Pieces(at), back=back))) is None
                assert events(session) == before
        pieces = Pieces()
        session.take_over(elsewhere(session.turn_aside(pieces, back=back)))
        assert pieces.count == parts * MANY
        assert len(events(session)) == (0 if back else MANY)
        assert len(session.search("came")) >= len(events(session))
    assert {entry.id: dict(entry) for entry in session.review.all("entry")} == whole
    session.undo()
    assert events(session) == []
