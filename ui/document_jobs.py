"""Files read to be kept in the review, and copies of kept documents written out: in a worker thread, to be stopped.

Nothing is kept here: what was read goes to the page, which asks for the edit like for any other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError, StoppedError
from imr_desk.i18n import tr
from ui.tasks import Stoppable, Tasks

if TYPE_CHECKING:
    from imr_desk.jobs.documents import FileRead
    from imr_desk.names.guard import Guard
    from imr_desk.session import Session


class DocumentJobs(QObject):
    """Does for one page what it asks for. `session` gives the open session whenever one is needed."""

    began = Signal(str)
    """A job has begun: what it does, in words. It ends with one of the others."""
    read = Signal(object)
    """The files that were read, each a FileRead."""
    written = Signal(object)
    """The Path of a copy that was written."""
    names_in = Signal(str, object, object)
    """A copy was not written yet, since registered names stand in it: the document, its path, and where (words)."""
    failed = Signal(str)
    """Why nothing came of it."""
    stopped = Signal(str)
    """The person stopped it: what is as it was."""

    def __init__(self, session: Callable[[], Session], tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._going: Stoppable | None = None

    @Slot(object)
    def read_files(self, paths: tuple[Path, ...]) -> None:
        """Read files, to be kept."""
        self.began.emit(tr("Reading what is to be kept"))
        self._going = going = Stoppable(tr("Stopped. Nothing was kept."))
        self.destroyed.connect(going.stop)  # the review was closed or locked: go no further
        self._run(partial(_read, paths, going), self._read)

    @Slot(str, object)
    def write_copy(self, document: str, path: Path, *, with_names: bool = False) -> None:
        """Write a copy of a kept document outside the review, once it was searched for registered names (R-183).

        Where one is found it is written `with_names` only.
        """
        try:
            content, guard = self._session().read_document(document), self._session().judge.guard
        except ImrDeskError as error:
            self.failed.emit(error.sentence)
            return
        if with_names:
            self._write(path, content)
            return
        self.began.emit(tr("Searching the copy for names"))
        self._run(partial(_look, path, content, guard), partial(self._looked, document, path, content))

    def _looked(self, document: str, path: Path, content: bytes, places: object) -> None:
        if not isValid(self):
            return
        if found := cast("tuple[str, ...]", places):
            self.names_in.emit(document, path, found)
        else:
            self._write(path, content)

    def _write(self, path: Path, content: bytes) -> None:
        self.began.emit(tr("Writing a copy"))
        self._run(partial(_write, path, content), partial(self._written, path))

    @Slot()
    def stop(self) -> None:
        """Stop reading; a copy that is being written is written whole."""
        if self._going is not None:
            self._going.stop()

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        task = self._tasks.run(work, done, self._refused)
        task.broke.connect(self._broke)

    def _read(self, files: object) -> None:
        if isValid(self):
            self._going = None
            self.read.emit(cast("tuple[FileRead, ...]", files))

    def _written(self, path: Path, _nothing: object) -> None:
        if isValid(self):
            self.written.emit(path)

    def _refused(self, error: ImrDeskError) -> None:
        if isValid(self):
            self._going = None
            (self.stopped if isinstance(error, StoppedError) else self.failed).emit(error.sentence)

    @Slot(object)
    def _broke(self, _error: object) -> None:
        """A fault of ours, which was reported: the page must not wait for ever."""
        if isValid(self):
            self._going = None
            self.failed.emit(tr("A fault in the program stopped this. Your review is as it was."))


def _read(paths: tuple[Path, ...], step: Stoppable) -> tuple[FileRead, ...]:
    from imr_desk.jobs.documents import read_files

    return read_files(paths, step)


def _look(path: Path, content: bytes, guard: Guard) -> tuple[str, ...]:
    from imr_desk.jobs.documents import registered_in

    return registered_in(path, content, guard)


def _write(path: Path, content: bytes) -> None:
    from imr_desk.jobs.documents import write_copy

    write_copy(path, content)
