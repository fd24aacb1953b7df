"""The page of backups at work: which there are, what differs in them, and a new review file made of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot

from imr_desk.errors import ImrDeskError, WrongPassphraseError
from imr_desk.i18n import tr, trn
from ui.ask import FileKind
from ui.over_stage import OverStage
from ui.remembering import folder_words
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.jobs.backups import Backup, Copied
    from ui.open_review import OpenReview
    from ui.pages.backups import BackupRow, BackupsPage
    from ui.program import Program

BACKUPS = -9
"""The window's place for the page; the stages begin at 1."""
RESTORED = "restored"
"""Key of the notice over the page."""


class Restoring(OverStage):
    """One for an open review."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(program.window, review.pages, review)
        self._program, self._review = program, review
        self._page: BackupsPage | None = None
        self._rows: dict[str, BackupRow] = {}
        self._entering = False
        program.backing_up.made.connect(self._made)

    @Slot()
    def show(self) -> None:
        """Show the page."""
        self._review.pages.show_over(BACKUPS, self._made_page)
        self._entering = True
        self._look()
        if self._page is not None:
            self._page.enter()

    def _made_page(self) -> BackupsPage:
        from ui.pages.backups import BackupsPage

        self._page = page = BackupsPage()
        page.left.connect(self._leave)
        page.restore_asked.connect(self._restore)
        page.compare_asked.connect(self._compare)
        page.now.clicked.connect(self._program.backing_up.back_up_now)
        page.place.clicked.connect(self._choose_place)
        page.beside.clicked.connect(self._beside_again)
        return page

    # ---- which there are
    @Slot(object)
    def _made(self, _backup: object) -> None:
        """Another one is there, and what differs in the others may be other words now."""
        if self._in_sight(self._page):
            self._rows = {}
            self._look()

    def _look(self) -> None:
        """Say where they lie, and look for them in a worker."""
        from imr_desk.jobs.backups import backups_of, lies_in

        path, place = self._review.session().path, self._program.backing_up.place
        if self._page is not None:
            self._page.show_place(folder_words(lies_in(path, place)), chosen=place is not None)
        self._program.backing_up.tasks.run(partial(backups_of, path, place), self._found)

    @Slot(object)
    def _found(self, backups: object) -> None:
        if self._page is None:
            return
        from imr_desk.jobs.backups import made_words

        for each in cast("tuple[Backup, ...]", backups):
            self._rows.setdefault(str(each.path), _row(each, made_words(each.at)))
        there = {str(each.path) for each in cast("tuple[Backup, ...]", backups)}
        self._rows = {name: row for name, row in self._rows.items() if name in there}
        self._show_rows()
        if self._entering and self._page is self._review.pages.page and self._page.back.hasFocus():
            self._page.enter()
        self._entering = False

    def _show_rows(self) -> None:
        if self._page is not None:
            self._page.show_rows(tuple(sorted(self._rows.values(), key=lambda row: row.order, reverse=True)))

    # ---- what differs
    @Slot(str)
    def _compare(self, name: str) -> None:
        """Open a backup in a worker and say what it holds more or less than the review."""
        row = self._rows.get(name)
        if row is None or row.differs:
            return
        from imr_desk.jobs.backups import comparing

        self._rows[name] = replace(row, differs=tr("Comparing …"))
        work = comparing(self._review.session(), Path(name))
        self._program.backing_up.tasks.run(work, partial(self._compared, name), partial(self._not_opened, name))

    def _compared(self, name: str, lines: object) -> None:
        found = cast("tuple[str, ...]", lines)
        self._say_of(name, "; ".join(found) if found else tr("The same"), tr("Opened again just now"))

    def _not_opened(self, name: str, error: ImrDeskError) -> None:
        if isinstance(error, WrongPassphraseError):
            words = tr("Made under an earlier passphrase, which opens it")
            self._say_of(name, words, tr("Proved when it was made"))
            return
        self._say_of(name, error.sentence, tr("Could not be opened again"))

    def _say_of(self, name: str, differs: str, proved: str) -> None:
        if name in self._rows:
            self._rows[name] = replace(self._rows[name], differs=differs, proved=proved)
            self._show_rows()
            if self._page is not None and self._page.isVisible() and self._page.chosen() == name:
                announce(self._page, differs)

    # ---- restoring
    @Slot(str)
    def _restore(self, name: str) -> None:
        """Make a new file of a backup where the person wants it; the review that is open stays as it is."""
        session = self._review.session()
        target = self._program.ask.save_file(
            tr("Restore a backup to a new file"), review_kinds(), restored_name(session.path, dt.date.today())
        )
        if target is None or self._program.review is not self._review:
            return
        from imr_desk.jobs.backups import restoring

        work = restoring(session, Path(name), target)
        refused = partial(self._with_earlier, Path(name), target)
        self._program.backing_up.tasks.run(work, self._restored, refused)

    def _with_earlier(self, backup: Path, target: Path, error: ImrDeskError) -> None:
        """Where the passphrase was another when the backup was made, ask for that one."""
        if not isinstance(error, WrongPassphraseError):
            self._refused(error)
            return
        from imr_desk.jobs.backups import restore

        secret = self._program.ask.secret(
            tr("An earlier passphrase"),
            tr("This backup was made before the passphrase was changed. It opens with the one that held then."),
            tr("Passphrase"),
        )
        if secret and self._program.review is self._review:
            self._program.backing_up.tasks.run(partial(restore, backup, target, secret), self._restored, self._refused)

    @Slot(object)
    def _restored(self, copied: object) -> None:
        path = cast("Copied", copied).path
        self._program.window.desk.notices.tell(
            RESTORED,
            "good",
            tr("Restored and proved: ‘{name}’.").format(name=path.name),
            tr("It lies in {folder}. The review that is open stays as it is.").format(
                folder=folder_words(path.absolute().parent)
            ),
            (tr("Open it"), partial(self._program.open_file, path)),
        )

    @Slot(object)
    def _refused(self, error: ImrDeskError) -> None:
        what, _, more = error.sentence.partition(". ")
        self._program.window.desk.notices.tell(RESTORED, "bad", what, more)

    # ---- the place
    @Slot()
    def _choose_place(self) -> None:
        if self._program.backing_up.choose_place():
            self._look()

    @Slot()
    def _beside_again(self) -> None:
        self._program.backing_up.beside_again()
        self._look()


def review_kinds() -> tuple[FileKind, ...]:
    """What a review file is called when one is to be written."""
    return (FileKind(tr("Review files"), (".imr",)),)


def restored_name(path: Path, day: dt.date) -> Path:
    """A name beside the review that is free."""
    stem = tr("{name} restored {day}").format(name=path.stem, day=day.isoformat())
    free, number = path.with_name(f"{stem}.imr"), 1
    while free.exists():
        number += 1
        free = path.with_name(f"{stem} ({number}).imr")
    return free


def _row(backup: Backup, when: str) -> BackupRow:
    from ui.pages.backups import BackupRow

    order = f"{backup.at.isoformat()} {backup.path.name}"
    return BackupRow(str(backup.path), order, when, size_words(backup.size), tr("Proved when it was made"))


def size_words(size: int) -> str:
    """A size in bytes as it is told: ‘1.4 MB’, ‘312 kB’."""
    if size >= 1_000_000:
        return tr("{n} MB").format(n=f"{size / 1_000_000:.1f}")
    return trn("{n} kB", "{n} kB", max(1, round(size / 1000)))
