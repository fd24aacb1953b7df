"""What the sign-off page asks for, done: what takes long in a worker thread, from the immutable Review.

A signature is prepared in the worker (checks, digests, key) and made in the thread of the window, which is one short
edit; until then it can be stopped. Nothing of it is imported before it is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError, NameFoundError, StoppedError
from imr_desk.i18n import mark, tr
from ui import sign_off_work as worker
from ui.tasks import Stoppable, Tasks

if TYPE_CHECKING:
    from imr_desk.jobs.board_form import Binding
    from imr_desk.jobs.export import Exported
    from imr_desk.jobs.names_left import NameLeft
    from imr_desk.jobs.preview import Preview
    from imr_desk.jobs.sign import Ready
    from imr_desk.jobs.verify import Verdict
    from imr_desk.operations.preparing import Prepared
    from imr_desk.session import Session

EXPORT, EXTRACT, VERIFY, SCAN, PREVIEW, KEPT = "export", "extract", "verify", "scan", "preview", "kept"
"""The jobs besides the two signatures, which go by their roles, "author" and "counter_signatory"."""

STEPS = {
    "checks": mark("The checks are run once more."),
    "content": mark("What is signed is put into its one form."),
    "words": mark("The report is put together, and its digest worked out."),
    "key": mark("The signing key is opened."),
    "look": mark("Words that may be names are looked for."),
    "report": mark("The report is put together."),
    "names": mark("Words that look like names are looked for."),
    "lines": mark("The pages are laid out."),
    "build": mark("The file is built."),
    "read_back": mark("The file is read back and compared with the review."),
    "scan": mark("The file is searched for names."),
    "write": mark("The file is written."),
    "compare": mark("The file is compared with the review."),
}
"""What each step of a job is called."""
LOOK_MS = 80
"""How often it is looked at how far a job is."""
SIGNING, PREVIEWING = ("checks", "content", "words", "key"), ("report", "names", "lines")
EXPORTING = ("report", "build", "read_back", "scan", "write")
LOOKING = ("look", *EXPORTING)


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


class PleaseLook(Protocol):
    """Whoever asks about words that may be names before something is written."""

    def work(self) -> Callable[[Callable[[str], None]], tuple[NameLeft, ...]]:
        """What finds them in a worker."""

    def may_go_on(self, names: tuple[NameLeft, ...]) -> bool:
        """Whether it may be written; asked in the thread of the window."""


def _nothing_to_settle() -> bool:
    return True


class SignOffJobs(QObject):
    """Signs, exports and verifies for one page. `session` gives the open session whenever one is needed."""

    began = Signal(str)
    """A job has begun; it ends with `done`, `failed` or `stopped`."""
    went_on = Signal(str, str, int)
    """A job, what it does now, and how far it is in per cent."""
    done = Signal(str, str, str)
    """A job is done: its name, what happened, and what is to know of it."""
    failed = Signal(str, str)
    """A job was refused, and nothing was changed or written: its name, and why."""
    stopped = Signal(str, str)
    """A job was stopped by the person, and nothing was changed or written: its name, and what is as it was."""
    verified = Signal(object)
    """The Verdict on a file, before `done`."""
    scan_read = Signal(object, str)
    """The path of a scan and its SHA-256, before `done`."""
    form_read = Signal(object)
    """The Binding of a panel’s blank form, after `done`."""
    previewed = Signal(object)
    """The Preview of an export, before `done`."""
    names_found = Signal()
    """An export was refused because of names, after `failed`."""

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
        self.please_look: PleaseLook | None = None
        """Who asks about words that may be names before something is written."""
        self._going: Stoppable | None = None
        self._job = ""
        self._steps: tuple[str, ...] = ()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell_step)

    # ---- signatures
    @Slot(str, str, str, str)
    def sign(self, role: str, name: str, job_title: str, passphrase: str) -> None:
        """Sign here, with this person's key."""
        self._soon(role, partial(self._sign, role, name, job_title, passphrase))

    def _sign(self, role: str, name: str, job_title: str, passphrase: str) -> None:
        from imr_desk.jobs.sign import SigningTask

        going = self._stoppable(role, SIGNING, tr("Stopped. Nothing was signed."))
        task = SigningTask.of(self._session(), role)
        again = partial(self._sign, role, name, job_title, passphrase)
        work = partial(worker.ready, task, name, job_title, passphrase, going)
        self._work(role, work, partial(self._sign_ready, name, job_title, again))

    def _sign_ready(self, name: str, job_title: str, again: Callable[[], None], made: object) -> None:
        """Sign, unless the review was edited meanwhile: then it is prepared again."""
        from imr_desk.jobs.sign import sign_ready

        ready = cast("Ready", made)
        self._hold_to_stop()
        if ready.prepared.review is not self._session().review:
            again()
            return
        sign_ready(self._session(), name, job_title, ready)
        self._tell_signed(ready.prepared.role)

    @Slot(object)
    def record(self, made: SignedElsewhere) -> None:
        """Keep a signature that was made on paper or by e-mail, with its scan."""
        self._soon(made.role, partial(self._record, made))

    def _record(self, made: SignedElsewhere) -> None:
        from imr_desk.jobs.sign import SigningTask

        going = self._stoppable(made.role, SIGNING[:3], tr("Stopped. Nothing was recorded."))
        work = partial(worker.ready_elsewhere, SigningTask.of(self._session(), made.role), made.scan, going)
        self._work(made.role, work, partial(self._record_ready, made))

    def _record_ready(self, made: SignedElsewhere, ready: object) -> None:
        from imr_desk.jobs.sign import record_signature
        from imr_desk.operations.sealing import Declared

        prepared, content, digest, media_type = cast("tuple[Prepared, bytes, str, str]", ready)
        self._hold_to_stop()
        if prepared.review is not self._session().review:
            self._record(made)
            return
        declared = Declared(made.route, made.signed_on, digest, made.reference, content, media_type)
        record_signature(self._session(), made.role, made.name, made.job_title, declared, prepared)
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

    # ---- the scan of a signature
    @Slot(object)
    def read_scan(self, path: Path) -> None:
        """Work out the digest of a scan or message, to be seen before the signature is recorded."""
        self.began.emit(SCAN)
        self._work(SCAN, partial(worker.digest, path), partial(self._scan_read, path))

    def _scan_read(self, path: Path, digest: object) -> None:
        self.scan_read.emit(path, str(digest))
        self.done.emit(SCAN, "", "")

    @Slot(str, object)
    def save_scan(self, document: str, path: Path) -> None:
        """Write a copy of a kept scan outside the review, where the person wants it."""
        self._soon(KEPT, partial(self._save_scan, document, path))

    def _save_scan(self, document: str, path: Path) -> None:
        work = partial(worker.write, path, self._session().read_document(document))
        self._work(KEPT, work, partial(self._scan_saved, path))

    def _scan_saved(self, path: Path, _nothing: object) -> None:
        more = tr("It holds a name and stands outside the review now: keep it where only you can read it.")
        self.done.emit(KEPT, tr("A copy of the scan was written: {name}").format(name=path.name), more)

    # ---- preview, export and verification
    @Slot(bool)
    def preview(self, draft: bool) -> None:
        """Show what a draft, or the signed report, will say."""
        self._soon(PREVIEW, partial(self._preview, draft))

    def _preview(self, draft: bool) -> None:
        session = self._session()
        going = self._stoppable(PREVIEW, PREVIEWING, tr("Stopped. Nothing was written."))
        work = partial(worker.preview, session.review, session.judge.guard, draft, session.clock().date(), going)
        self._work(PREVIEW, work, self._previewed)

    def _previewed(self, made: object) -> None:
        self.previewed.emit(cast("Preview", made))
        self.done.emit(PREVIEW, "", "")

    def _look_first(self, job: str, begin: Callable[[], None]) -> None:
        """Ask about words that may be names before anything is written."""
        if self.please_look is None:
            begin()
            return
        going = self._stoppable(job, LOOKING, tr("Stopped. Nothing was written."))
        self._work(job, partial(self.please_look.work(), going), partial(self._looked, job, begin))

    def _looked(self, job: str, begin: Callable[[], None], names: object) -> None:
        self._hold_to_stop()
        if self.please_look is None or self.please_look.may_go_on(cast("tuple[NameLeft, ...]", names)):
            begin()
        else:
            self.stopped.emit(job, tr("Not exported: words that may be names are still to be looked at."))

    @Slot(object, bool)
    def export(self, path: Path, draft: bool) -> None:
        """Write the report as a Word file or PDF, if nothing stands against it."""
        self._soon(EXPORT, partial(self._look_first, EXPORT, partial(self._export, path, draft)))

    def _export(self, path: Path, draft: bool) -> None:
        session = self._session()
        going = self._stoppable(EXPORT, EXPORTING, tr("Stopped. Nothing was written."), "write")
        day, kept = session.clock().date(), worker.documents_shown(session)
        work = partial(worker.export, session.review, session.judge.guard, path, draft, day, kept, going)
        self._work(EXPORT, work, self._exported)

    @Slot(object, str)
    def export_extract(self, path: Path, chosen: str) -> None:
        """Write the chronology by itself, its plain table or the sheets: as a draft where it may not be final yet."""
        self._soon(EXTRACT, partial(self._look_first, EXTRACT, partial(self._export_extract, path, chosen)))

    def _export_extract(self, path: Path, chosen: str) -> None:
        session = self._session()
        going = self._stoppable(EXTRACT, EXPORTING, tr("Stopped. Nothing was written."), "write")
        day, kept = session.clock().date(), worker.documents_shown(session)
        work = partial(worker.extract, session.review, session.judge.guard, path, chosen, day, kept, going)
        self._work(EXTRACT, work, self._extracted)

    @Slot(object)
    def read_form(self, form: Path) -> None:
        """Read a panel’s blank form, and what would fill it."""
        self._soon(EXTRACT, partial(self._read_form, form))

    def _read_form(self, form: Path) -> None:
        session = self._session()
        self._work(EXTRACT, partial(worker.bind, form, session.review, session.judge.guard), self._bound)

    def _bound(self, binding: object) -> None:
        self.done.emit(EXTRACT, tr("The form was read."), "")
        self.form_read.emit(binding)

    @Slot(object, object)
    def fill_form(self, path: Path, binding: Binding) -> None:
        """Fill a panel’s form with the chronology: as a draft where it may not be final yet."""
        self._soon(EXTRACT, partial(self._look_first, EXTRACT, partial(self._fill_form, path, binding)))

    def _fill_form(self, path: Path, binding: Binding) -> None:
        session = self._session()
        going = self._stoppable(EXTRACT, EXPORTING, tr("Stopped. Nothing was written."), "write")
        work = partial(worker.fill, session.review, session.judge.guard, path, binding, session.clock().date(), going)
        self._work(EXTRACT, work, self._extracted)

    def _extracted(self, written: object) -> None:
        made = cast("Exported", written)
        what = tr("It was written: {name}") if made.final else tr("It was written as a draft: {name}")
        more = tr("No registered name is in it. It was read back and says what the review says. It stands in {folder}.")
        self.done.emit(EXTRACT, what.format(name=made.path.name), worker.more_in_words(made, more))

    def _exported(self, written: object) -> None:
        made = cast("Exported", written)
        what = tr("The signed report was written: {name}") if made.final else tr("A draft was written: {name}")
        more = tr("No registered name is in it. It was read back and says what the review says. It stands in {folder}.")
        self.done.emit(EXPORT, what.format(name=made.path.name), worker.more_in_words(made, more))

    @Slot(object)
    def verify(self, path: Path) -> None:
        """Compare a Word file or PDF with the review."""
        self._soon(VERIFY, partial(self._verify, path))

    def _verify(self, path: Path) -> None:
        going = self._stoppable(VERIFY, ("compare",), tr("Stopped. The file was not compared to the end."))
        session = self._session()
        nonce, kept = session.file.fact("nonce"), worker.documents_shown(session)
        work = partial(worker.verify, path, session.review, session.judge.guard, nonce, kept, going)
        self._work(VERIFY, work, self._verified)

    def _verified(self, verdict: object) -> None:
        self.verified.emit(cast("Verdict", verdict))
        self.done.emit(VERIFY, "", "")

    # ---- beginning, stopping, ending
    @Slot()
    def stop(self) -> None:
        """Stop the job that runs, if that is still possible."""
        if self._going is not None:
            self._going.stop()

    def _hold_to_stop(self) -> None:
        """Go no further where the person stopped it after the worker had done its part."""
        if self._going is not None:
            self._going("commit")

    def _stoppable(self, job: str, steps: tuple[str, ...], sentence: str, last: str = "") -> Stoppable:
        self._job, self._steps = job, steps
        self._going = going = Stoppable(sentence, last)
        self.destroyed.connect(going.stop)  # the review was closed or locked: go no further
        self._look.start()
        return going

    @Slot()
    def _tell_step(self) -> None:
        """Tell how far the job is."""
        step = self._going.step if self._going is not None else ""
        if step in self._steps:
            self.went_on.emit(self._job, tr(STEPS[step]), 100 * self._steps.index(step) // len(self._steps))

    def _soon(self, job: str, begin: Callable[[], None]) -> None:
        """Begin a job once the window has painted that it has begun."""
        self.began.emit(job)
        QTimer.singleShot(0, self, partial(self._now, job, begin))

    def _now(self, job: str, begin: Callable[[], None]) -> None:
        if self._settled(job):
            self._guarded(job, begin)

    def _guarded(self, job: str, do: Callable[[], None]) -> None:
        try:
            do()
        except ImrDeskError as error:
            self._refused(job, error)

    def _settled(self, job: str) -> bool:
        if self._settle():
            return True
        self.failed.emit(
            job, tr("Your last changes are not on disk yet, so this was not begun. They are still here; save first.")
        )
        return False

    def _work(self, job: str, work: Callable[[], object], done: Callable[[object], None]) -> None:
        task = self._tasks.run(work, partial(self._told, job, done), partial(self._refused, job))
        task.broke.connect(partial(self._broke, job))

    def _told(self, job: str, done: Callable[[object], None], result: object) -> None:
        """Tell the result, unless the review was closed or locked meanwhile."""
        if isValid(self):
            self._look.stop()
            self._guarded(job, partial(done, result))

    def _refused(self, job: str, error: ImrDeskError) -> None:
        if isValid(self):
            self._look.stop()
            (self.stopped if isinstance(error, StoppedError) else self.failed).emit(job, error.sentence)
            if isinstance(error, NameFoundError):
                self.names_found.emit()

    def _broke(self, job: str, _error: object) -> None:
        """A fault of ours, which was reported: the page must not wait for ever."""
        if isValid(self):
            self._look.stop()
            self.failed.emit(job, tr("A fault in the program stopped this. Your review is as it was."))
