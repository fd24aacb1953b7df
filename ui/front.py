"""Before a review is open, and while it is locked: welcome, unlock, a new review, and the ways between them.

The key is worked out in a worker thread; the file is opened with it in the thread of the window, which then holds it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from imr_desk.errors import DamagedFileError, ImrDeskError, WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.session import Session
from ui.ask import FileKind
from ui.holding import opened

if TYPE_CHECKING:
    from ui.ask import Ask
    from ui.main_window import MainWindow
    from ui.pages.help import HelpPage
    from ui.pages.new_review import Beginning, NewReviewPage
    from ui.pages.unlock import UnlockPage
    from ui.pages.welcome import WelcomePage
    from ui.remembering import Remembering
    from ui.rescuing import Rescuing
    from ui.tasks import Tasks


def review_files() -> tuple[FileKind, ...]:
    """What a review file is called when one is to be chosen."""
    return (FileKind(tr("Review files"), (".imr",)),)


class Front(QObject):
    """Shows what stands alone in the window, and gives a session when a review was unlocked or begun."""

    opened = Signal(object)
    """A Session."""
    begun = Signal(object)
    """A Begun: a review that was just begun and is not open yet."""
    forgotten = Signal(object)
    """The path of a review whose passphrase the person does not know any more."""

    def __init__(self, window: MainWindow, ask: Ask, tasks: Tasks, kept: Remembering, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._ask, self._tasks, self._kept = window, ask, tasks, kept
        self._last: QWidget | None = None
        self._rescuing: Rescuing | None = None
        self._locked: set[Path] = set()

    @property
    def _page(self) -> QWidget | None:
        """The page in sight, as long as there is one: a review that was opened has taken its place."""
        return self._last if self._last is not None and isValid(self._last) else None

    def show_alone(self, page: QWidget) -> None:
        """Show a page alone, with the keys that hold on all of them."""
        self._last = page
        for keys, do in (
            ("Ctrl+N", self.begin_review),
            ("Ctrl+O", self.choose),
            ("Ctrl+Q", self._window.close),
            ("F1", self.show_help),
        ):
            QShortcut(QKeySequence(keys), page).activated.connect(do)
        self._window.show_front(page)
        page.setFocus()

    @Slot()
    def show_help(self) -> None:
        """Show how to begin, over the page in sight; what was typed there stays."""
        from ui.guide import section_for
        from ui.pages.help import HelpPage

        page = HelpPage(section_for())
        page.left.connect(partial(self._leave_help, page, QApplication.focusWidget()))
        self._window.show_above(page)
        page.setFocus()

    def _leave_help(self, page: HelpPage, before: QWidget | None) -> None:
        self._window.drop_above(page)
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- welcome
    @Slot()
    def welcome(self) -> None:
        """Show the first page."""
        from imr_desk import __version__
        from imr_desk.guidance.editions import editions
        from ui.pages.welcome import WelcomePage

        recent = self._kept.recent()
        page = WelcomePage(
            recent,
            tr("IMR Desk {version}").format(version=__version__),
            tuple(each.in_short for each in editions()),
            keeps=self._kept.now.keep_recent,
            notice=self._kept.notice(),
        )
        page.new_asked.connect(self.begin_review)
        page.open_asked.connect(self.choose)
        page.sample_asked.connect(self._make_sample)
        page.recent_asked.connect(self._unlock_recent)
        page.unlock_asked.connect(partial(self._unlock_latest, page))
        if page.card is not None:
            page.card.forgot.clicked.connect(partial(self._forgot, Path(recent[0].id)))
        page.remove_asked.connect(self._remove_recent)
        page.keep_asked.connect(self._keep_recent)
        page.help_asked.connect(self.show_help)
        self.show_alone(page)
        if recent:
            paths = tuple(each.id for each in recent)
            self._tasks.run(partial(_missing, paths), partial(self._missing_told, page))
            self._tasks.run(partial(_opens_with_sample, Path(paths[0])), partial(self._sample_told, page))
            self._look_for_kept(page, Path(paths[0]))

    def _missing_told(self, page: WelcomePage, ids: object) -> None:
        if page is self._page and page.recent is not None:
            page.recent.show_missing(cast("frozenset[str]", ids))

    @Slot(str)
    def _unlock_recent(self, path: str) -> None:
        self.unlock(Path(path))

    def _unlock_latest(self, page: WelcomePage, path: str, passphrase: str) -> None:
        self._derive(page, Path(path), passphrase)

    @Slot(str)
    def _remove_recent(self, path: str) -> None:
        self._kept.forget(path)
        self.welcome()

    @Slot(bool)
    def _keep_recent(self, on: bool) -> None:
        self._kept.keep_recent(on)
        self.welcome()

    @Slot()
    def choose(self) -> None:
        """Let the person choose a review file, and ask for its passphrase."""
        path = self._ask.open_file(tr("Open a review"), review_files(), self._kept.folder(Path.home()))
        if path is not None:
            self._kept.chose_in(path.parent)
            self.unlock(path)

    @Slot()
    def _make_sample(self) -> None:
        """Write the sample review where the person wants it, then open it like any other."""
        suggested = self._kept.folder(Path.home()) / tr("sample.imr")
        path = self._ask.save_file(tr("Save the sample review"), review_files(), suggested)
        if path is None:
            return
        self._tasks.run(partial(_write_sample, path), partial(self._sample_made, path), self._say)

    def _sample_made(self, path: Path, _counts: object) -> None:
        self.unlock(path)

    def _say(self, error: ImrDeskError) -> None:
        from ui.ask import Answer, Question

        what, _, more = error.sentence.partition(". ")
        self._ask.question(Question(what, more, (Answer("on", tr("Go on")),), "on"))

    # ---- a new review
    @Slot()
    def begin_review(self) -> None:
        """Ask for the little that a new review needs. Where a review is open it stays open until then."""
        if self._asks_already():
            return
        import datetime as dt

        from imr_desk.jobs.naming import free_name
        from imr_desk.paths import reviews_folder
        from ui.pages.new_review import NewReviewPage

        folder = self._kept.folder(reviews_folder())
        page = NewReviewPage(folder, free_name(folder, dt.date.today()))
        page.left.connect(self.leave)
        page.folder_asked.connect(partial(self._choose_folder, page))
        page.begin_asked.connect(partial(self._make_review, page))
        self.show_alone(page)

    def _asks_already(self) -> bool:
        """Whether the page is there: the same key again does not empty it."""
        from ui.pages.new_review import NewReviewPage

        return isinstance(self._page, NewReviewPage)

    def _choose_folder(self, page: NewReviewPage) -> None:
        folder = self._ask.folder(tr("The folder of the new review"), page.file.folder)
        if folder is not None:
            page.file.show_folder(folder)

    def _make_review(self, page: NewReviewPage, given: Beginning) -> None:
        from imr_desk.jobs.begin import begin

        work = partial(begin, given.path, given.passphrase, given.facts)
        self._tasks.run(work, partial(self._review_made, page), page.refuse_error)

    def _review_made(self, page: NewReviewPage, begun: object) -> None:
        from imr_desk.jobs.begin import Begun

        made = cast("Begun", begun)
        if page is not self._page:  # locked meanwhile: the file is there, to be opened like any other
            return
        page.file.forget()
        self._kept.chose_in(made.path.parent)
        self._last = None
        self.begun.emit(made)

    @Slot()
    def leave(self) -> None:
        """Go back to the review that is open beneath, or else to the first page."""
        self._last = None
        if self._window.has_page_in_sight():
            self._window.show_desk()
            self._window.focus_page()
        else:
            self.welcome()

    # ---- damaged, and backed up
    @property
    def rescuing(self) -> Rescuing:
        """What is offered for a review that is damaged."""
        if self._rescuing is None:
            from ui.rescuing import Rescuing

            self._rescuing = Rescuing(self._window, self._ask, self._tasks, self)
            self._rescuing.rescued.connect(self._open_rescued)
            self._rescuing.left.connect(self.welcome)
        return self._rescuing

    @Slot(object, object)
    def _open_rescued(self, path: Path, key: bytes) -> None:
        self._last = None
        self.opened.emit(opened(self._ask, path, key))

    def say_backup(self, words: str, *, bad: bool = False) -> None:
        """Say on the page of a locked review how its backup went."""
        from ui.pages.unlock import UnlockPage

        if isinstance(self._page, UnlockPage):
            self._page.say_backup(words, bad=bad)

    # ---- unlocking
    def unlock(self, path: Path, *, locked: bool = False) -> None:
        """Ask for the passphrase of a review."""
        from ui.pages.unlock import UnlockPage

        page = UnlockPage(path.name, str(path.absolute().parent), locked=locked)
        page.unlock_asked.connect(partial(self._derive, page, path))
        page.other_asked.connect(self.choose)
        page.card.forgot.clicked.connect(partial(self._forgot, path))
        page.left.connect(self.leave)
        self.show_alone(page)
        if locked:
            self._locked.add(path.absolute())
        self._look_for_kept(page, path)
        work = partial(_opens_with_sample, path)
        self._tasks.run(work, partial(self._sample_told, page), partial(self._refuse, page))

    def _sample_told(self, page: UnlockPage | WelcomePage, words: object) -> None:
        """Whether the file is a sample was told by trying its passphrase, not by its name."""
        if page is self._page and words and page.card is not None:
            page.card.show_sample(str(words))

    def _forgot(self, path: Path) -> None:
        self.forgotten.emit(path)

    def _derive(self, page: UnlockPage | WelcomePage, path: Path, passphrase: str) -> None:
        if page.card is not None:
            page.card.set_busy(True)
        work = partial(Session.derive_key, path, passphrase, self._kept.backup_folder())
        self._tasks.run(work, partial(self._open, page, path), partial(self._refuse, page))

    def _open(self, page: UnlockPage | WelcomePage, path: Path, key: object) -> None:
        """Open the file with the key that was worked out. What was typed stays on the page if it does not open."""
        if page is not self._page or page.card is None:
            return
        try:
            session = opened(self._ask, path, cast(bytes, key), self._kept.backup_folder())
        except ImrDeskError as error:
            if page is not self._page:
                return
            page.card.refuse(error.sentence)
            if isinstance(error, WrongPassphraseError):
                self._look_for_older(page, path, cast(bytes, key))
            if isinstance(error, DamagedFileError):
                self.rescuing.offer(page.card, path, cast(bytes, key), self._kept.backup_folder())
            return
        if page is not self._page:  # locked or left while it was asked
            session.close()
            return
        page.card.field.clear()
        self._last = None
        self._locked.discard(path.absolute())
        self.opened.emit(session)

    def _look_for_older(self, page: UnlockPage | WelcomePage, path: Path, key: bytes) -> None:
        """Was it the passphrase before it was changed? A backup from then tells."""
        from imr_desk.jobs.recovery import told_of_old_key

        work = partial(told_of_old_key, path, key, self._kept.backup_folder())
        self._tasks.run(work, partial(self._older_told, page))

    def _older_told(self, page: UnlockPage | WelcomePage, words: object) -> None:
        if page is self._page and page.card is not None and words:
            page.card.refuse(str(words))

    # ---- a key that this computer keeps
    def _look_for_kept(self, page: UnlockPage | WelcomePage, path: Path) -> None:
        """Offer it where there is one; never in the place of the passphrase after a lock."""
        if self._kept.now.key_kept and path.absolute() not in self._locked:
            from imr_desk.jobs.kept_key import kept

            self._tasks.run(partial(kept, path), partial(self._offer_kept, page, path))

    def _offer_kept(self, page: UnlockPage | WelcomePage, path: Path, key: object) -> None:
        if page is self._page and page.card is not None and key is not None:
            page.card.kept.clicked.connect(partial(self._open_kept, page, path, cast(bytes, key)))
            page.card.offer_kept()

    def _open_kept(self, page: UnlockPage | WelcomePage, path: Path, key: bytes) -> None:
        """Open the review with it, unless it forbids that: a copy may have been kept before it did."""
        from imr_desk.jobs.kept_key import allows

        if page is self._page and page.card is not None and not allows(path, key):
            page.card.refuse(tr("This review does not allow a computer to keep its key. Type the passphrase."))
            return
        self._open(page, path, key)

    def refuse(self, error: ImrDeskError) -> None:
        """Say on the unlock page in sight why a review does not open."""
        from ui.pages.unlock import UnlockPage

        if isinstance(self._page, UnlockPage):
            self._page.card.refuse(error.sentence)

    def _refuse(self, page: UnlockPage | WelcomePage, error: ImrDeskError) -> None:
        if page is self._page and page.card is not None:
            page.card.refuse(error.sentence)


def _opens_with_sample(path: Path) -> str:
    """The passphrase of the sample where it opens this file, else nothing."""
    from imr_desk.sample import SAMPLE_PASSPHRASE

    return SAMPLE_PASSPHRASE if Session.opens_with(path, SAMPLE_PASSPHRASE) else ""


def _write_sample(path: Path) -> object:
    from imr_desk.sample import SAMPLE_PASSPHRASE
    from imr_desk.sample.write import write_sample

    return write_sample(path, SAMPLE_PASSPHRASE)


def _missing(paths: tuple[str, ...]) -> object:
    """Which files are not there. Asked in a worker: a drive that is not connected lets one wait."""
    return frozenset(path for path in paths if not Path(path).is_file())
