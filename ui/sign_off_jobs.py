"""What the sign-off page asks for, done: signatures in the thread of the window, export and verification in a worker.

A signature is one short edit of the open file. A report is built and a file compared from the immutable Review, so the
author may go on meanwhile. Nothing of it is imported before it is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from ui.tasks import Tasks

if TYPE_CHECKING:
    from imr_desk.jobs.export import Exported
    from imr_desk.jobs.verify import Verdict
    from imr_desk.names.guard import Guard
    from imr_desk.review.review import Review
    from imr_desk.session import Session

EXPORT, VERIFY, SCAN = "export", "verify", "scan"
"""The jobs besides the two signatures, which go by their roles, "author" and "counter_signatory"."""


@dataclass(frozen=True)
class SignedElsewhere:
    """A signature made on paper or by e-mail, as it is typed: `route` is "paper" or "e-mail", `scan` the file kept."""

    role: str
    name: str
    job_title: str
    route: str
    signed_on: dt.date
    reference: str
    scan: Path


def _nothing_to_settle() -> bool:
    return True


class SignOffJobs(QObject):
    """Signs, exports and verifies for one page. `session` gives the open session whenever one is needed."""

    began = Signal(str)
    """A job has begun; it ends with `done` or `failed`."""
    done = Signal(str, str, str)
    """A job is done: its name, what happened, and what is to know of it."""
    failed = Signal(str, str)
    """A job was refused, and nothing was changed or written: its name, and why."""
    verified = Signal(object)
    """The Verdict on a file, before `done`."""
    scan_read = Signal(object, str)
    """The path of a scan and its SHA-256, before `done`."""

    def __init__(
        self,
        session: Callable[[], Session],
        tasks: Tasks | None = None,
        settle: Callable[[], bool] = _nothing_to_settle,
        parent: QObject | None = None,
    ) -> None:
        """`settle` puts on disk what is typed and not kept yet, and says whether it could: asked before each job."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks or Tasks(self)
        self._settle = settle

    # ---- signatures
    @Slot(str, str, str, str)
    def sign(self, role: str, name: str, job_title: str, passphrase: str) -> None:
        """Sign here, with this person's key. It is said that it has begun before the window is held for a moment."""
        self._soon(role, partial(self._sign, role, name, job_title, passphrase))

    def _sign(self, role: str, name: str, job_title: str, passphrase: str) -> None:
        from imr_desk.jobs.sign import sign

        sign(self._session(), role, name, job_title, passphrase)
        self._tell_signed(role)

    @Slot(object)
    def record(self, made: SignedElsewhere) -> None:
        """Keep a signature that was made on paper or by e-mail."""
        self._soon(made.role, partial(self._record, made))

    def _record(self, made: SignedElsewhere) -> None:
        from imr_desk.jobs.sign import record_signature, scan_digest
        from imr_desk.operations.sealing import Declared

        declared = Declared(made.route, made.signed_on, scan_digest(made.scan), made.reference)
        record_signature(self._session(), made.role, made.name, made.job_title, declared)
        self._tell_signed(made.role)

    def _tell_signed(self, role: str) -> None:
        from imr_desk.review.sealing import is_final

        review = self._session().review
        version = review.one("review").number("version") or 1
        if is_final(review):
            more = tr("Both signatures are in. The report can go to the panel.")
        else:
            more = tr("The report part can be read and copied, not changed. The senior manager counter-signs next.")
        self.done.emit(role, tr("Signed. Version {n} is sealed.").format(n=version), more)

    def _soon(self, job: str, work: Callable[[], None]) -> None:
        """Do a job once the window has painted that it has begun."""
        self.began.emit(job)
        QTimer.singleShot(0, self, partial(self._now, job, work))

    def _now(self, job: str, work: Callable[[], None]) -> None:
        if not self._settled(job):
            return
        try:
            work()
        except ImrDeskError as error:
            self.failed.emit(job, error.sentence)

    def _settled(self, job: str) -> bool:
        if self._settle():
            return True
        self.failed.emit(
            job, tr("Your last changes are not on disk yet, so this was not begun. They are still here; save first.")
        )
        return False

    # ---- the scan of a signature
    @Slot(object)
    def read_scan(self, path: Path) -> None:
        """Work out the digest of a scan or message, to be seen before the signature is recorded."""
        self.began.emit(SCAN)
        self._work(SCAN, partial(_digest, path), partial(self._scan_read, path))

    def _scan_read(self, path: Path, digest: object) -> None:
        self.scan_read.emit(path, str(digest))
        self.done.emit(SCAN, "", "")

    # ---- export and verification
    @Slot(object, bool)
    def export(self, path: Path, draft: bool) -> None:
        """Write the report as a Word file, if nothing stands against it."""
        self.began.emit(EXPORT)
        if not self._settled(EXPORT):
            return
        session = self._session()
        work = partial(_export, session.review, session.judge.guard, path, draft, session.clock().date())
        self._work(EXPORT, work, self._exported)

    def _exported(self, written: object) -> None:
        made = cast("Exported", written)
        what = tr("The signed report was written: {name}") if made.final else tr("A draft was written: {name}")
        more = tr("No registered name is in it. It was read back and says what the review says. It stands in {folder}.")
        self.done.emit(EXPORT, what.format(name=made.path.name), more.format(folder=made.path.parent))

    @Slot(object)
    def verify(self, path: Path) -> None:
        """Compare a Word file with the review."""
        self.began.emit(VERIFY)
        if self._settled(VERIFY):
            self._work(VERIFY, partial(_verify, path, self._session().review), self._verified)

    def _verified(self, verdict: object) -> None:
        self.verified.emit(verdict)
        self.done.emit(VERIFY, "", "")

    def _work(self, job: str, work: Callable[[], object], done: Callable[[object], None]) -> None:
        task = self._tasks.run(work, partial(self._told, done), partial(self._refused, job))
        task.broke.connect(partial(self._broke, job))

    def _told(self, done: Callable[[object], None], result: object) -> None:
        """Tell the result, unless the review was closed or locked meanwhile."""
        if isValid(self):
            done(result)

    def _refused(self, job: str, error: ImrDeskError) -> None:
        if isValid(self):
            self.failed.emit(job, error.sentence)

    def _broke(self, job: str, _error: object) -> None:
        """A fault of ours, which was reported: the page must not wait for ever."""
        if isValid(self):
            self.failed.emit(job, tr("A fault in the program stopped this. Your review is as it was."))


def _digest(path: Path) -> str:
    from imr_desk.jobs.sign import scan_digest

    return scan_digest(path)


def _export(review: Review, guard: Guard, path: Path, draft: bool, today: dt.date) -> Exported:
    from imr_desk.jobs.export import export_review

    return export_review(review, guard, path, draft=draft, today=today)


def _verify(path: Path, review: Review) -> Verdict:
    from imr_desk.jobs.verify import verify_review

    return verify_review(path, review)
