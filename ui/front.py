"""Before a review is open, and while it is locked: the welcome page, the unlock page, and the way between them.

The key is worked out in a worker thread; the file is opened with it in the thread of the window, which then holds it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from imr_desk.session import Session
from ui.ask import FileKind

if TYPE_CHECKING:
    from ui.ask import Ask
    from ui.main_window import MainWindow
    from ui.pages.unlock import UnlockPage
    from ui.tasks import Tasks


def review_files() -> tuple[FileKind, ...]:
    """What a review file is called when one is to be chosen."""
    return (FileKind(tr("Review files"), (".imr",)),)


class Front(QObject):
    """Shows what stands alone in the window, and gives a session when a review was unlocked."""

    opened = Signal(object)
    """A Session."""

    def __init__(self, window: MainWindow, ask: Ask, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._ask, self._tasks = window, ask, tasks
        self._page: UnlockPage | None = None

    # ---- welcome
    def welcome(self) -> None:
        """Show the first page."""
        from imr_desk import __version__
        from ui.pages.welcome import WelcomePage

        self._page = None
        page = WelcomePage(version=tr("IMR Desk {version}").format(version=__version__), can_begin=False)
        page.open_asked.connect(self.choose)
        page.sample_asked.connect(self._make_sample)
        self._window.show_front(page)
        page.setFocus()

    @Slot()
    def choose(self) -> None:
        """Let the person choose a review file, and ask for its passphrase."""
        path = self._ask.open_file(tr("Open a review"), review_files())
        if path is not None:
            self.unlock(path)

    @Slot()
    def _make_sample(self) -> None:
        """Write the sample review where the person wants it, then open it like any other."""
        path = self._ask.save_file(tr("Save the sample review"), review_files(), Path.home() / tr("sample.imr"))
        if path is None:
            return
        self._tasks.run(partial(_write_sample, path), partial(self._sample_made, path), self._say)

    def _sample_made(self, path: Path, _counts: object) -> None:
        self.unlock(path)

    def _say(self, error: ImrDeskError) -> None:
        from ui.ask import Answer, Question

        what, _, more = error.sentence.partition(". ")
        self._ask.question(Question(what, more, (Answer("on", tr("Go on")),), "on"))

    # ---- unlocking
    def unlock(self, path: Path, *, locked: bool = False) -> None:
        """Ask for the passphrase of a review."""
        from ui.pages.unlock import UnlockPage

        page = UnlockPage(path.name, str(path.absolute().parent), locked=locked)
        self._page = page
        page.unlock_asked.connect(partial(self._derive, page, path))
        page.other_asked.connect(self.choose)
        self._window.show_front(page)
        page.setFocus()
        self._tasks.run(
            partial(_opens_with_sample, path), partial(self._sample_told, page), partial(self._refuse, page)
        )

    def _sample_told(self, page: UnlockPage, words: object) -> None:
        """Whether the file is a sample was told by trying its passphrase, not by its name."""
        if page is self._page and words:
            page.card.show_sample(str(words))

    def _derive(self, page: UnlockPage, path: Path, passphrase: str) -> None:
        page.card.set_busy(True)
        work = partial(Session.derive_key, path, passphrase)
        self._tasks.run(work, partial(self._open, page, path), partial(self._refuse, page))

    def _open(self, page: UnlockPage, path: Path, key: object) -> None:
        """Open the file with the key that was worked out. What was typed stays on the page if it does not open."""
        if page is not self._page:
            return
        try:
            session = Session.open(path, raw_key=cast(bytes, key))
        except ImrDeskError as error:
            page.card.refuse(error.sentence)
            return
        page.card.field.clear()
        self._page = None
        self.opened.emit(session)

    def _refuse(self, page: UnlockPage, error: ImrDeskError) -> None:
        if page is self._page:
            page.card.refuse(error.sentence)


def _opens_with_sample(path: Path) -> str:
    """The passphrase of the sample where it opens this file, else nothing."""
    from imr_desk.sample import SAMPLE_PASSPHRASE

    return SAMPLE_PASSPHRASE if Session.opens_with(path, SAMPLE_PASSPHRASE) else ""


def _write_sample(path: Path) -> object:
    from imr_desk.sample import SAMPLE_PASSPHRASE
    from imr_desk.sample.write import write_sample

    return write_sample(path, SAMPLE_PASSPHRASE)
