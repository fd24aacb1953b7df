"""One open review file: the Review in memory, and the one way to change both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from imr_desk.clock import stamp, system_clock
from imr_desk.errors import BusyError, DamagedFileError, FileProblemError, OpenForReadingError, SaveFailedError
from imr_desk.i18n import tr
from imr_desk.review.record import RecordId
from imr_desk.review.review import Review
from imr_desk.store import content_sum, history, one_writer, opening, rows, search, sheets, undo
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey
from imr_desk.store.known import known_of
from imr_desk.store.one_writer import Writer
from imr_desk.store.standing import Standee, Standing, sentence

if TYPE_CHECKING:
    from imr_desk.review.past import Binned, PastEdit
    from imr_desk.store.sheets import Sheet
    from imr_desk.store.transaction import Transaction


class ReviewFile:
    """A review file that is open. Not shared between threads: exports and checks work on its immutable Review."""

    mended = False
    """Whether its beginning, the salt, was found damaged when it was opened, and known from a backup."""
    busy = False
    """Whether another thread makes an edit of it (`aside`): then this one takes none, and can be read as before."""

    def __init__(
        self,
        path: Path,
        connection: Connection,
        key: FileKey,
        writer: Writer | None = None,
        review: Review | None = None,
    ) -> None:
        """Take over an open connection, and the right to write if there is one, and read every record.

        `review`: what is in it, where that is known. The key is kept until the file is closed.
        """
        self.path = path
        self.connection = connection
        self._key: FileKey | None = key
        self._writer = writer
        self._standee = Standee(path)
        connection.run("BEGIN")  # one moment for all of it, whatever another program writes meanwhile
        self.review = Review.of(rows.load_all(connection)) if review is None else review
        self._seen, self._head = self._data_version(), history.head(connection)
        self._known = known_of(connection)
        connection.run("COMMIT")

    @classmethod
    def create(cls, path: Path, key: FileKey, made_at: str) -> ReviewFile:
        """Make a new, empty review file."""
        # Imported here: opening a review for its first page reads no names.
        from imr_desk.store import register

        with one_writer.begun(path) as writer:
            connection = opening.create(path, key, made_at)
            with opening.closed_on_failure(connection):
                register.key_for_writing(connection)  # from the start, so that every decision is kept under a key
                sheets.add(connection, key, made_at, settled=True)
                writer.sign_in(connection, made_at)
                return cls(path, connection, key, writer)

    @classmethod
    def open(
        cls,
        path: Path,
        key: FileKey,
        back_up: Callable[[], None],
        *,
        read_only: bool = False,
        take_over: bool = False,
        at: str = "",
    ) -> ReviewFile:
        """Open one that is there; errors as in `opening.connect`.

        To write in it: HeldError where another program has it, ReadOnlyPlaceError where nothing can be written.
        `take_over`: the person wants a review that may still be open elsewhere; `at` is the time, ISO 8601 in UTC.
        """
        if read_only:
            connection = opening.connect(path, key, back_up, read_only=True)
            with opening.closed_on_failure(connection):
                return cls(path, connection, key)
        with one_writer.entered(path) as writer:
            connection = opening.connect(path, key, back_up, read_only=writer is None)
            with opening.closed_on_failure(connection):
                if writer is None:
                    raise one_writer.held(connection)
                writer.sign_in(connection, at or stamp(system_clock), take_over=take_over)
                sheets.settle(connection, key)
                return cls(path, connection, key, writer)

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self._writer is None

    @property
    def trouble(self) -> str:
        """A sentence where the file is not where it was opened any more, or another stands there; else nothing."""
        standing = self._standee.standing()
        return "" if standing is Standing.HERE else sentence(standing, self.path)

    def who_writes(self) -> str:
        """Which other program has the file open for writing, or may still have, in a sentence; else nothing."""
        return one_writer.who_writes(self.connection, self.path)

    @contextmanager
    def transaction(self, at: str) -> Iterator[Transaction]:
        """One edit. On leaving the block it is on disk; on any error nothing of it is, and the Review is as before."""
        from imr_desk.store.transaction import Transaction  # not needed to read a review

        if self._key is None:
            raise FileProblemError(tr("This review is closed. Open it again."))
        if self._writer is None:
            raise OpenForReadingError(tr("This review is open for reading only. Nothing was changed."))
        if self.busy:
            raise BusyError(tr("A long change is being made to this review. In a moment it can be edited again."))
        ours = False
        self._standee.must_be_here()
        self.connection.run("BEGIN IMMEDIATE")
        try:
            self._writer.must_have(self.connection)  # inside: from here on nobody else can write
            self._nobody_else_wrote()
            ours = True
            transaction = Transaction(self.connection, self.review, at)
            yield transaction
            after, head, known = transaction.review(), history.head(self.connection), known_of(self.connection)
            content_sum.keep(self.connection, self.review, after, transaction.each_changed())
            self.connection.run("COMMIT")
        except DamagedFileError as error:
            self._taken_back(ours)
            raise _damaged_under_us() from error
        except BaseException:
            self._taken_back(ours)
            raise
        self.review, self._head, self._known = after, head, known

    @contextmanager
    def aside(self) -> Iterator[ReviewFile]:
        """The same review on a connection of its own, for another thread to make one edit; `busy` has to be set.

        What it wrote holds here once `take_over` was called.
        """
        connection = opening.connect(self.path, self.key, _no_migration)
        try:
            connection.run("PRAGMA cache_spill = OFF")  # nothing is written, and no reader kept out, before the commit
            other = ReviewFile(self.path, connection, self.key, self._writer, self.review)
            if other._head != self._head:
                raise _changed_by_another()
            yield other
        finally:
            connection.close()

    def take_over(self, other: ReviewFile) -> None:
        """Go on with what `aside` wrote, in the thread of this file."""
        if history.head(self.connection) == other._head:  # else somebody wrote after it: the next edit says so
            self.review, self._head, self._known = other.review, other._head, other._known
            self._seen = self._data_version()

    def write_history(self, at: str, operation: str, changed: tuple[tuple[str, RecordId], ...]) -> None:
        """Add the line of an operation; called inside a transaction."""
        history.append(self.connection, at, operation, changed)

    @property
    def key(self) -> FileKey:
        """The key of the open file, for a copy under the same; FileProblemError once it is closed."""
        if self._key is None:
            raise FileProblemError(tr("This review is closed. Open it again."))
        return self._key

    @property
    def history_head(self) -> str:
        """Digest of the last line of the history."""
        return history.head(self.connection)

    def past(self, before: int = 0, most: int = 1000) -> tuple[PastEdit, ...]:
        """The newest lines of the history, the newest first; those older than line `before` where that is given."""
        return history.lines(self.connection, before, most)

    def bin(self) -> tuple[Binned, ...]:
        """What was deleted and can be put back, the latest first."""
        from imr_desk.store.bin import binned  # not needed to read a review

        return binned(self.connection)

    def undo_forms(self) -> tuple[str, ...]:
        """The JSON forms of all steps that can be undone or done again, in no order."""
        return undo.forms(self.connection)

    def fact(self, name: str) -> str:
        """A fact about the file, or nothing."""
        found = self.connection.row("SELECT value FROM sys_fact WHERE name = ?", (name,))
        return str(found[0]) if found else ""

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of recovery keys, the first one first; the last one opens this file."""
        return sheets.sheets(self.connection)

    def register_state(self) -> tuple[str, bool]:
        """Something that is another when a name was registered or forgotten, or a decision made or taken back."""
        key = self.connection.row("SELECT 1 FROM sys_register_key WHERE key IS NOT NULL")
        return self.fact("register_changes"), key is not None

    def last_number(self, prefix: str) -> int:
        """The highest number ever given to a record of this prefix."""
        found = self.connection.row("SELECT last FROM sys_counter WHERE prefix = ?", (prefix,))
        return int(found[0]) if found else 0

    def search(self, words: str) -> tuple[RecordId, ...]:
        """Ids of the records that hold every word."""
        return search.find(self.connection, words)

    def document(self, record_id: str) -> bytes | None:
        """The bytes of a kept document."""
        found = self.connection.row("SELECT bytes FROM sys_document WHERE id = ?", (record_id,))
        return bytes(found[0]) if found else None

    def integrity_faults(self) -> tuple[str, ...]:
        """What does not hold in the file, in plain sentences."""
        from imr_desk.signing.holding import seal_faults

        return (
            *opening.check_integrity(self.connection, self.path),
            *seal_faults(self.review, self.fact("nonce")),
        )

    def save_elsewhere(self, path: Path) -> str:
        """Write everything (history, undo, documents, register) to a new file under the same key, and go on there.

        The new file was read back before this returns; the one before stays as it is. On FileProblemError the review
        is open as before and nothing is left at the other place. Where the file before can no longer be read, what is
        in memory is kept; the sentence returned says what is missing then, and is empty otherwise.
        """
        from imr_desk.store import elsewhere, rescue

        whole = rescue.can_be_read(self.connection)
        with (
            elsewhere.going_on(self.connection, path, self.key)
            if whole
            else rescue.going_on(self.review, self._known, path, self.key)
        ) as (copy, writer):
            standee = Standee(path)
            if whole and self._data_version() != self._seen:  # the copy holds what another program wrote meanwhile
                self.review = Review.of(rows.load_all(copy))
            self._let_go()
            self.path, self.connection, self._writer, self._standee = path, copy, writer, standee
            self._seen, self._head = self._data_version(), history.head(copy)
        return "" if whole else rescue.what_is_missing()

    def go_on_under(self, key: FileKey) -> None:
        """Encrypt the file anew under another key, of the same salt, and go on with it; see `rekey`.

        SaveFailedError where the disk refused: then it goes on under the key from before.
        """
        try:
            self.connection.rekey(key.literal())  # closes the connection in any case
        except SaveFailedError:
            with suppress(FileProblemError):  # where that too fails, the file is closed; the first error says why
                self._open_anew(self.key)
            raise
        self._open_anew(key)

    def _open_anew(self, key: FileKey) -> None:
        self.connection = opening.connect(self.path, key, _no_migration)
        self._key = key
        sheets.settle(self.connection, key)
        self._seen, self._head = self._data_version(), history.head(self.connection)
        self._known = known_of(self.connection)

    def close(self) -> None:
        """Close the file and forget its key; afterwards there is one file and nothing beside it."""
        self._key = None
        self._let_go()

    def _let_go(self) -> None:
        """Close the connection and let others write. A file that is not ours any more is not touched."""
        writer, self._writer = self._writer, None
        if writer is not None and self._standee.standing() is Standing.HERE:
            writer.sign_out(self.connection)
        self.connection.close()
        if writer is not None:
            writer.release()

    def _taken_back(self, ours: bool) -> None:
        """Undo what a failed transaction wrote, and know the file again if it was `ours` when that began.

        SQLite counts a rollback as a change by somebody else. Where the head of the history is still the one we know,
        nobody wrote since; else the next edit is refused.
        """
        with suppress(FileProblemError):  # the error that led here is the one to be told
            if self.connection.in_transaction:
                self.connection.run("ROLLBACK")
            self.connection.run("BEGIN")
            seen, head = self._data_version(), history.head(self.connection)
            self.connection.run("COMMIT")
            if ours and head == self._head:
                self._seen = seen

    def _data_version(self) -> int:
        found = self.connection.row("PRAGMA data_version")
        return int(found[0]) if found else 0

    def _nobody_else_wrote(self) -> None:
        """Refuse to write over what another program wrote meanwhile; nothing is ever merged in silence."""
        if self._data_version() != self._seen:
            raise _changed_by_another()


def _no_migration() -> None:
    """A file that is open has today's tables."""
    raise FileProblemError(tr("This review is closed. Open it again."))


def _changed_by_another() -> SaveFailedError:
    return SaveFailedError(
        tr(
            "Not saved: another program changed this review meanwhile. "
            "Close it here and open it again; nothing was overwritten."
        )
    )


def _damaged_under_us() -> SaveFailedError:
    return SaveFailedError(
        tr(
            "Not saved: a part of this review file is damaged. Your words are still here. "
            "Save the review to another place; its backups are as they were."
        )
    )
