"""One open review. All that the window and the command line hold of the core.

session = Session.open(path, passphrase="…")
session.run(SetFields("review", "review", {"case_area": "…"}))
session.undo()
session.close()
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from imr_desk.clock import Clock, stamp, system_clock
from imr_desk.errors import BackupFailedError, BadInputError, NotAReviewError, WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.record import RecordId
from imr_desk.review.review import Review
from imr_desk.store import undo as steps
from imr_desk.store.key import FileKey, derive, new_salt, salt_of
from imr_desk.store.review_file import ReviewFile

# What edits and what judges is imported when it is first asked for: the first page is painted sooner without it.
if TYPE_CHECKING:
    from imr_desk.guidance.engine import Checker
    from imr_desk.guidance.facts import Result
    from imr_desk.operations.base import Operation
    from imr_desk.operations.judging import Judge, Registered
    from imr_desk.operations.writing import Written
    from imr_desk.review.past import Binned, PastEdit, PastResolving

SHORTEST_PASSPHRASE = 12


class Changes(NamedTuple):
    """What an edit changed: the signal that refreshes pages, checks and guard."""

    records: frozenset[tuple[str, RecordId]]
    review: Review

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of records that were changed; a page reloads when it shows one of them."""
        return frozenset(map(itemgetter(0), self.records))


class Outcome(NamedTuple):
    """How an edit went: what changed, and in plain words what the door for text took out."""

    changes: Changes
    notes: tuple[str, ...] = ()


Listener = Callable[[Changes], None]


class Session:
    """An open review file with its undo, its listeners and its clock."""

    def __init__(self, file: ReviewFile, clock: Clock = system_clock) -> None:
        """Take over an open file; `create` and `open` are the usual ways."""
        self.file, self.clock = file, clock
        self.because = ""
        """Why it may only read, in a sentence, where whoever opened it wanted to write."""
        self._listeners: list[Listener] = []
        self._judge: Judge | None = None
        self._registered: Registered | None = None
        self._judged_by: object = None
        self._checker: Checker | None = None

    # -- opening and closing ------------------------------------------------------------------------------------
    @classmethod
    def create(cls, path: Path, passphrase: str, clock: Clock = system_clock) -> Session:
        """Make a new review file under a passphrase of at least 12 characters."""
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise BadInputError(
                tr("A passphrase needs at least {n} characters; four words will do.").format(n=SHORTEST_PASSPHRASE)
            )
        return cls(ReviewFile.create(path, derive(passphrase, new_salt()), stamp(clock)), clock)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        raw_key: bytes | None = None,
        clock: Clock = system_clock,
        read_only: bool = False,
        take_over: bool = False,
        backups: Path | None = None,
    ) -> Session:
        """Open a review file by its passphrase, or by its raw key where that is at hand.

        `backups` is where they lie if not beside the file: with the salt of one of them a file opens whose own salt is
        damaged (its first 16 bytes); the next edit writes it anew.

        One program, and in it one session, may write at a time; any number may read. HeldError says who has it, and
        whether the person may `take_over`; ReadOnlyPlaceError that it can only be read where it lies.
        """
        salt = salt_of(path)
        if raw_key is not None:
            key = FileKey(raw_key, salt)
        elif passphrase is not None:
            key = derive(passphrase, salt)
        else:
            raise BadInputError(tr("A passphrase is needed to open this file."))
        backing_up = partial(_back_up, path, clock, backups)
        openable = partial(ReviewFile.open, path, read_only=read_only, take_over=take_over, at=stamp(clock))
        try:
            return cls(openable(key, partial(backing_up, key)), clock)
        except (WrongPassphraseError, NotAReviewError):
            from imr_desk.store.salts import key_from_passphrase, key_with_salt

            other = key_with_salt(path, key.raw, backups)
            if other == key and passphrase is not None:
                other = key_from_passphrase(path, passphrase, backups)
            if other == key:
                raise
            file = openable(other, partial(backing_up, other))
            file.mended = True
            return cls(file, clock)

    @staticmethod
    def derive_key(path: Path, passphrase: str, backups: Path | None = None) -> bytes:
        """The raw key (32 bytes) that a passphrase gives for this file, right or wrong: a tenth of a second.

        Where it opens nothing, the salts of its backups are tried, each as long. It may run in any thread.
        FileProblemError where there is no such file to read.
        """
        from imr_desk.store.salts import key_from_passphrase

        return key_from_passphrase(path, passphrase, backups).raw

    @staticmethod
    def opens_with(path: Path, passphrase: str) -> bool:
        """Whether a passphrase belongs to this file: told from its pages, nothing is opened; may run in any thread.

        As slow as `derive_key`, with the same errors.
        """
        from imr_desk.store.pages import any_page_verifies

        return any_page_verifies(path, derive(passphrase, salt_of(path)))

    def checking(self, passphrase: str) -> Callable[[], bool]:
        """What tells whether this is the passphrase of the open review; a tenth of a second, good for any thread.

        It needs no file: the review may be on a drive that is gone.
        """
        key = self.file.key
        return lambda: derive(passphrase, key.salt).raw == key.raw

    def open_again(self, *, take_over: bool = False) -> Session:
        """The same review opened for writing, where this session may only read, beside it; errors as of `open`."""
        return Session.open(self.path, raw_key=self.file.key.raw, clock=self.clock, take_over=take_over)

    def save_elsewhere(self, path: Path) -> str:
        """Write everything to a new file under the same passphrase and go on there; all as in `ReviewFile`.

        Listeners are told where another program wrote to the file meanwhile: that is in it too.
        """
        before = self.review
        missing = self.file.save_elsewhere(path)
        self._judge = self._registered = None
        if self.review is not before:
            self._tell(frozenset((record.kind, record.id) for kind in KINDS for record in self.review.all(kind)))
        return missing

    def close(self) -> None:
        """Close the file and forget the listeners."""
        self._listeners.clear()
        self.file.close()

    # -- reading ------------------------------------------------------------------------------------------------
    @property
    def review(self) -> Review:
        """The review as it stands; immutable, so it may be kept while the author types on."""
        return self.file.review

    @property
    def path(self) -> Path:
        """The review file."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only; then every edit is refused with OpenForReadingError."""
        return self.file.read_only

    @property
    def trouble(self) -> str:
        """What is wrong with the place of the file, in a sentence (taken away, replaced); nothing where all is well."""
        return self.file.trouble

    def search(self, words: str) -> tuple[RecordId, ...]:
        """Ids of the records that hold every word, the last one as a beginning."""
        return self.file.search(words)

    def past(self, before: int = 0, most: int = 1000) -> tuple[PastEdit, ...]:
        """The newest lines of the history, the newest first; those older than line `before` where that is given."""
        return self.file.past(before, most)

    def bin(self) -> tuple[Binned, ...]:
        """What was deleted and can be put back with `Restore`, the latest first."""
        return self.file.bin()

    def read_document(self, record_id: str) -> bytes:
        """The bytes of a kept document."""
        found = self.file.document(record_id)
        if found is None:
            raise BadInputError(tr("That document is no longer there."))
        return found

    @property
    def judge(self) -> Judge:
        """What reads names in this review; made anew when the register, a decision, a code or an identity changes."""
        from imr_desk.operations.judging import Judge
        from imr_desk.review.free_text import codes_in

        basis = (codes_in(self.review), self.review.all("identity"), self.file.register_state())
        if self._judge is None or self._judged_by != basis:
            self._judge, self._judged_by = Judge(self._who().guard(self.file.connection, self.review)), basis
        return self._judge

    def _who(self) -> Registered:
        from imr_desk.operations.judging import Registered

        self._registered = self._registered or Registered()
        return self._registered

    def register_to_open(self) -> Callable[[], object]:
        """The slow part of the first `judge`, to be called in a worker before it is asked for."""
        from imr_desk.store.register import as_kept

        return partial(self._who().open, as_kept(self.file.connection), self.review)

    def registered_names(self) -> Mapping[str, int]:
        """How many names are registered to each person, by the id of the record. The names themselves are nowhere."""
        from imr_desk.store import register

        return register.counts(self.file.connection)

    def decided_names(self) -> Mapping[str, str]:
        """What was decided on words that look like a name, by keyed hash."""
        from imr_desk.store import register

        return register.decisions(self.file.connection)

    def resolved_names(self) -> tuple[PastResolving, ...]:
        """The marks that the replacing of names left, the newest first: when, whose, and in which records."""
        from imr_desk.store import resolved

        return resolved.marks(self.file.connection)

    def results(self) -> tuple[Result, ...]:
        """How every check stands; after an edit only what the edit touched is looked at again."""
        from imr_desk.guidance.engine import Checker

        self._checker = self._checker or Checker()
        return self._checker.refresh(self.judge.facts(self.review, self.clock().date()))

    def new_id(self, kind: str) -> RecordId:
        """A reference for a new record of this kind that was never used before, written as those that are there."""
        return self.new_ids(kind, 1)[0]

    def new_ids(self, kind: str, count: int) -> tuple[RecordId, ...]:
        """References for several new records that are to come in together."""
        prefix = kind_of(kind).prefix
        digits = max((len(record.id.partition("-")[2]) for record in self.review.all(kind)[-1:]), default=2)
        first = self.file.last_number(prefix) + 1
        return tuple(RecordId(f"{prefix}-{number:0{digits}d}") for number in range(first, first + count))

    # -- the one path of edits ----------------------------------------------------------------------------------
    def run(self, operation: Operation, *, visit: str = "") -> Outcome:
        """Apply an operation: one transaction, on disk when this returns, one step of undo.

        `visit` names one visit to a field: the commits of one visit are one step. SaveFailedError and the others of
        `errors` leave file and review as they were.
        """
        from imr_desk.operations.writing import write

        written = write(self.file, operation, stamp(self.clock), visit)
        return Outcome(self._tell(written.records), written.notes)

    def stand_aside(self, operation: Operation) -> Callable[[], Written]:
        """`run` for an edit that takes long, as work for another thread: what that returns is for `take_over`.

        Until then no other edit is taken (BusyError), and everything can be read as it was before.
        """
        from imr_desk.operations.writing import write_aside

        self.file.busy = True
        return partial(write_aside, self.file, operation, stamp(self.clock))

    def turn_aside(self, told: Callable[[int, int], None], *, back: bool) -> Callable[[], Written]:
        """`undo` or `redo` of a step that takes long, as `stand_aside`; `told` is told how far it is."""
        from imr_desk.operations.writing import turn_aside

        step = (steps.last_done if back else steps.first_undone)(self.file.connection)
        if step is None:
            raise BadInputError(tr("There is nothing to take back or to do again."))
        self.file.busy = True
        return partial(turn_aside, self.file, step, stamp(self.clock), undone=back, told=told)

    def take_over(self, written: Written | None) -> Outcome | None:
        """Go on with what another thread wrote, in the thread of the session; with None, as if it had never been."""
        self.file.busy = False
        if written is None:
            return None
        self.file.take_over(written.file)
        return Outcome(self._tell(written.records), written.notes)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return steps.last_done(self.file.connection) is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return steps.first_undone(self.file.connection) is not None

    @property
    def next_undo(self) -> Operation | None:
        """The edit that undo would take back, to be named in the window; None for one kept by another program too."""
        step = steps.last_done(self.file.connection)
        return _named(step)

    @property
    def next_redo(self) -> Operation | None:
        """The edit that redo would make again."""
        step = steps.first_undone(self.file.connection)
        return _named(step)

    def undo(self) -> Outcome | None:
        """Take back the last step; None where there is none."""
        step = steps.last_done(self.file.connection)
        return self._turn(step, undone=True) if step else None

    def redo(self) -> Outcome | None:
        """Do again the step that was taken back last; None where there is none."""
        step = steps.first_undone(self.file.connection)
        return self._turn(step, undone=False) if step else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change after it is on disk; the function returned ends it."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    # -- within -------------------------------------------------------------------------------------------------
    def _turn(self, step: steps.Step, *, undone: bool) -> Outcome:
        from imr_desk.operations.writing import turn

        return Outcome(self._tell(turn(self.file, step, stamp(self.clock), undone=undone).records))

    def _tell(self, records: frozenset[tuple[str, RecordId]]) -> Changes:
        changes = Changes(records, self.review)
        for listener in tuple(self._listeners):
            listener(changes)
        return changes


def _named(step: steps.Step | None) -> Operation | None:
    """The operation of a step; None where there is none, or another version of the program kept it."""
    from imr_desk.operations.writing import readable

    return readable(step.operation) if step else None


def _back_up(path: Path, clock: Clock, place: Path | None, key: FileKey) -> None:
    """Make and prove a backup of the file, before its tables are brought to today's; else FileProblemError.

    Whether an inquiry hold is set cannot be read yet, so no older backup is let go.
    """
    from imr_desk.store.backups import folder_of, make_backup

    try:
        make_backup(path, key, folder_of(path, place), clock(), on_hold=True)
    except BackupFailedError as error:
        raise BackupFailedError(
            tr("This review needs to be brought up to date, and was left untouched. {reason}").format(
                reason=error.sentence
            )
        ) from error
