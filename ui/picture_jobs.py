"""Pictures for the review: read and made ready in a worker thread, and fetched from the review to be shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from ui.tasks import Stoppable, Tasks

if TYPE_CHECKING:
    from imr_desk.export.picture import Picture
    from imr_desk.session import Session


class PictureJobs(QObject):
    """Does for one page what it asks for. `session` gives the open session whenever one is needed."""

    ready = Signal(object)
    """A Picture that was read and made ready to be kept."""
    fetched = Signal(str, object)
    """The reference of a kept document, and its bytes."""
    failed = Signal(str)
    """Why nothing came of it."""

    def __init__(self, session: Callable[[], Session], tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks

    @Slot(object)
    def read(self, path: Path) -> None:
        """Read a PNG or JPEG file, and keep of it only what is seen."""
        going = Stoppable(tr("Stopped. Nothing was kept."))
        self.destroyed.connect(going.stop)  # the review was closed or locked: go no further
        task = self._tasks.run(partial(_made_ready, path, going), self._ready, self._refused)
        task.broke.connect(self._broke)

    @Slot(str)
    def fetch(self, document: str) -> None:
        """Fetch the bytes of a kept document; nothing where it is no longer there."""
        try:
            content = self._session().read_document(document)
        except ImrDeskError:
            content = b""  # the page says that there is no picture
        self.fetched.emit(document, content)

    def _ready(self, picture: object) -> None:
        if isValid(self):
            self.ready.emit(picture)

    def _refused(self, error: ImrDeskError) -> None:
        if isValid(self):
            self.failed.emit(error.sentence)

    @Slot(object)
    def _broke(self, _error: object) -> None:
        """A fault of ours, which was reported: the page must not wait for ever."""
        if isValid(self):
            self.failed.emit(tr("A fault in the program stopped this. Your review is as it was."))


def _made_ready(path: Path, step: Stoppable) -> Picture:
    from imr_desk.jobs.documents import read_files
    from imr_desk.jobs.picture_intake import made_ready

    (file,) = read_files((path,), step)
    return made_ready(file.content, path.name)
