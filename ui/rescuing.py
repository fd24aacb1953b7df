"""A review that is damaged: its newest proved backup is offered, and reading out what can still be read."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from imr_desk.errors import DamagedFileError, ImrDeskError, WrongPassphraseError
from imr_desk.i18n import tr
from ui.restoring import restored_name, review_kinds

if TYPE_CHECKING:
    from imr_desk.jobs.backups import Backup, Copied
    from imr_desk.jobs.salvage import Salvaged
    from ui.ask import Ask
    from ui.main_window import MainWindow
    from ui.pages.unlock import UnlockCard
    from ui.tasks import Tasks


class Rescuing(QObject):
    """One for the pages before a review is open."""

    rescued = Signal(object, object)
    """A sound new file (Path) and its raw key: to be opened."""

    left = Signal()
    """The person would rather go to the first page."""

    def __init__(self, window: MainWindow, ask: Ask, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._ask, self._tasks = window, ask, tasks
        self._card: UnlockCard | None = None

    def offer(self, card: UnlockCard, path: Path, key: bytes, place: Path | None) -> None:
        """Look for backups in a worker, then say on the card what can be done."""
        from imr_desk.jobs.backups import backups_of

        self._card = card
        self._tasks.run(partial(backups_of, path, place), partial(self._offered, card, path, key))

    def _offered(self, card: UnlockCard, path: Path, key: bytes, found: object) -> None:
        if not self._here(card):
            return
        from imr_desk.jobs.backups import made_words
        from ui.widgets.buttons import Button
        from ui.widgets.notice import Notice

        read_out = Button(tr("Read out what can be read …"), "plain")
        read_out.clicked.connect(partial(self._salvage, card, path, key))
        more = tr("The damaged file stays as it is, whatever you choose.")
        backups = cast("tuple[Backup, ...]", found)
        if not backups:
            notice = Notice("wait", tr("No backup of this review was found."), more, read_out)
        else:
            restore = Button(tr("Restore that backup …"), "plain")
            restore.clicked.connect(partial(self._restore, card, path, backups, key))
            what = tr("The newest proved backup is of {when}.").format(when=made_words(backups[0].at))
            notice = Notice("wait", what, more, restore, read_out)
        card.offer(notice)
        notice.speak()

    def _here(self, card: UnlockCard) -> bool:
        """Whether the person still waits there; whoever left is not brought back, and a new file stays where it is."""
        return card is self._card and isValid(card)

    # ---- the two ways
    def _restore(self, card: UnlockCard, path: Path, backups: tuple[Backup, ...], key: bytes) -> None:
        """Restore the first of them; where that is damaged too, the next is offered."""
        target = self._target(tr("Restore a backup to a new file"), path)
        if target is None:
            return
        from imr_desk.jobs.backups import restore

        card.set_busy(True)
        work = partial(restore, backups[0].path, target, None, key)
        self._tasks.run(work, partial(self._restored, card, key), partial(self._not_restored, card, path, backups, key))

    def _not_restored(
        self, card: UnlockCard, path: Path, backups: tuple[Backup, ...], key: bytes, error: ImrDeskError
    ) -> None:
        self._refused(card, error)
        if isinstance(error, DamagedFileError | WrongPassphraseError):
            self._offered(card, path, key, backups[1:])

    def _restored(self, card: UnlockCard, key: bytes, copied: object) -> None:
        if not self._here(card):
            return
        self._card = None
        self.rescued.emit(cast("Copied", copied).path, key)

    def _salvage(self, card: UnlockCard, path: Path, key: bytes) -> None:
        target = self._target(tr("Read out what can be read into a new file"), path)
        if target is None:
            return
        from imr_desk.jobs.salvage import salvage

        card.set_busy(True)
        work = partial(salvage, path, target, raw_key=key)
        self._tasks.run(work, partial(self._salvaged, card, key), partial(self._refused, card))

    def _salvaged(self, card: UnlockCard, key: bytes, found: object) -> None:
        """Say what was lost, before the new file is opened."""
        if not self._here(card):
            return
        from imr_desk.jobs.salvage import lost_words, summary
        from ui.pages.salvaged import SalvagedPage

        self._card = None
        told = cast("Salvaged", found)
        page = SalvagedPage(told.path.name, summary(told), lost_words(told), pages=told.pages, damaged=told.damaged)
        page.open_asked.connect(partial(self.rescued.emit, told.path, key))
        page.left.connect(self.left)
        self._window.show_front(page)
        page.setFocus()

    def _target(self, title: str, path: Path) -> Path | None:
        return self._ask.save_file(title, review_kinds(), restored_name(path, dt.date.today()))

    def _refused(self, card: UnlockCard, error: ImrDeskError) -> None:
        if self._here(card):
            card.refuse(error.sentence)
