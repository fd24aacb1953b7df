"""One writer for a review file (docs/decisions/0026).

Two things keep a second program out. The operating system's lock on a small file beside the review tells programs of
one computer apart, and ends with the process. A row inside the review, encrypted like the rest, says who has it: on
which computer, as which user, since when, in which process. The row travels with the file through synchronised folders,
where no lock does; so whoever finds the row of another computer asks the person before writing.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from imr_desk import computer
from imr_desk.errors import FileProblemError, HeldError, ReadOnlyPlaceError, SaveFailedError
from imr_desk.i18n import tr
from imr_desk.store import history, opening
from imr_desk.store.driver import Connection
from imr_desk.store.file_lock import FileLock

TAKE_OVER = "take_over"
"""The operation under which the history says that the review was taken over from another program."""


@dataclass(frozen=True)
class Holder:
    """Who has a review open for writing. `since` is ISO 8601 in UTC, `place` the path under which it was opened."""

    token: str
    machine: str
    computer: str
    user: str
    since: str
    process: int
    started: str
    place: str

    def is_here(self) -> bool:
        """Whether it is, or was, a program of this computer."""
        return self.machine == computer.machine()

    def still_has(self, path: Path) -> bool:
        """Whether a program of this computer runs that opened this very file, and not one this is a copy of.

        What this process itself opened and closed again does not count.
        """
        started = computer.process_started(self.process)
        if started is None or (started and self.started and started != self.started) or self.process == os.getpid():
            return False
        return _same_file(Path(self.place), path)

    def words(self, sentence: str) -> str:
        """A sentence with {computer}, {user} and {time} filled in."""
        return sentence.format(computer=self.computer, user=self.user, time=_time_words(self.since))


@contextmanager
def entered(path: Path) -> Iterator[Writer | None]:
    """Take the right to write, and let go of it again where the block fails; None where somebody else has it."""
    writer = Writer.take(path)
    try:
        yield writer
    except BaseException:
        if writer is not None:
            writer.release()
        raise


@contextmanager
def begun(path: Path) -> Iterator[Writer]:
    """A new, empty file, and the right to write in it. Where the block fails, or it cannot be had, nothing is there."""
    opening.make_empty(path)
    with opening.gone_on_failure(path):
        try:
            with entered(path) as writer:
                if writer is None:
                    raise SaveFailedError(tr("Another program is making that file. Choose another name."))
                yield writer
        except ReadOnlyPlaceError as error:
            raise SaveFailedError(
                tr(
                    "‘{name}’ cannot be made in that folder. Choose a folder of this computer, with room on its disk."
                ).format(name=path.name)
            ) from error


class Writer:
    """The right to write to one review file, from opening to closing."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path, self._lock = path, lock
        self._signed_in = False

    @classmethod
    def take(cls, path: Path) -> Writer | None:
        """Take the lock of a review; None where another program, or this one, has it open for writing.

        ReadOnlyPlaceError where nothing can be written beside it.
        """
        lock = FileLock.take(path)
        return cls(path, lock) if lock is not None else None

    def sign_in(self, connection: Connection, at: str, *, take_over: bool = False) -> None:
        """Say inside the file who has it from now on. HeldError where somebody else may still have it.

        `take_over`: the person was asked, and wants it taken from them; the history then says so.
        """
        try:
            connection.run("BEGIN IMMEDIATE")
        except SaveFailedError as error:
            raise _only_readable(self._path) from error
        try:
            before = holder(connection)
            if before is not None and (not before.is_here() or before.still_has(self._path)):
                if not take_over:
                    raise _perhaps_held(before)
                history.append(connection, at, TAKE_OVER, ())
            self._write(connection, at)
            connection.run("COMMIT")
        except SaveFailedError as error:
            raise _only_readable(self._path) from error
        finally:
            if connection.in_transaction:
                connection.run("ROLLBACK")
        self._signed_in = True

    def _write(self, connection: Connection, at: str) -> None:
        process = os.getpid()
        started = computer.process_started(process) or ""
        place = str(self._path.absolute())
        mine = Holder(
            self._lock.token, computer.machine(), computer.name(), computer.user(), at, process, started, place
        )
        connection.run("INSERT OR REPLACE INTO sys_holder VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)", astuple(mine))

    def must_have(self, connection: Connection) -> None:
        """SaveFailedError where somebody took the review over meanwhile; to be called inside a transaction."""
        now = holder(connection)
        if now is None or now.token != self._lock.token:
            raise SaveFailedError(_taken_from_us(now))

    def sign_out(self, connection: Connection) -> None:
        """Take our own row out of the file. Where the disk refuses it stays; it is told to be of a dead process."""
        if self._signed_in:
            self._signed_in = False
            with suppress(FileProblemError):
                connection.run("DELETE FROM sys_holder WHERE token = ?", (self._lock.token,))

    def release(self) -> None:
        """Let others write."""
        self._lock.release()


def holder(connection: Connection) -> Holder | None:
    """Who has the file open for writing, by the row in it."""
    found = connection.row("SELECT token, machine, computer, user, since, process, started, place FROM sys_holder")
    return Holder(*found) if found else None


def forget(connection: Connection) -> None:
    """Take out of a copy who had the original open: nobody has the copy."""
    connection.run("DELETE FROM sys_holder")


def held(connection: Connection) -> HeldError:
    """What to say where another program has the lock."""
    has_it = holder(connection)
    advice = tr("Until it is closed there it can only be read.")
    if has_it is None:  # it has only just opened it
        return HeldError(tr("This review is open in another program."), advice)
    return HeldError(_open_on(has_it), advice)


def who_writes(connection: Connection, path: Path) -> str:
    """Who has the file open for writing, or may still have, in a sentence; nothing where nobody has."""
    has_it = holder(connection)
    if has_it is None:
        return ""
    if has_it.is_here():
        return _open_on(has_it) if has_it.still_has(path) else ""
    return _perhaps_held(has_it).who


def _open_on(has_it: Holder) -> str:
    return has_it.words(tr("This review is open on {computer} by {user} since {time}."))


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _time_words(since: str) -> str:
    """The time alone where that was today, else with its day."""
    try:
        moment = dt.datetime.fromisoformat(since).astimezone()
    except ValueError:
        return since
    if moment.date() == dt.datetime.now().astimezone().date():
        return f"{moment:%H:%M}"
    from imr_desk.review.dates import day_in_words

    return tr("{day}, {time}").format(day=day_in_words(moment.date()), time=f"{moment:%H:%M}")


def _perhaps_held(before: Holder) -> HeldError:
    who = tr(
        "This review was opened on {computer} by {user} at {time}, and was not closed there. "
        "It may still be open there."
    )
    advice = tr(
        "It can only be read, unless you take it over; the program asks for that when you open it in its window."
    )
    return HeldError(before.words(who), advice, may_be_taken=True)


def _taken_from_us(now: Holder | None) -> str:
    if now is None:
        return tr(
            "Not saved: another program opened this review meanwhile and closed it again. Your words are still here. "
            "Save the review to another place; nothing was overwritten."
        )
    return now.words(
        tr(
            "Not saved: this review was taken over on {computer} by {user} at {time}. Your words are still here. "
            "Save the review to another place; nothing was overwritten."
        )
    )


def _only_readable(path: Path) -> ReadOnlyPlaceError:
    return ReadOnlyPlaceError(
        tr(
            "‘{name}’ can only be read just now: the file, its folder or its disk takes no changes. "
            "Free some space, or copy it to a folder of your own to write in it."
        ).format(name=path.name)
    )
