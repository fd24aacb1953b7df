"""Puts what was kept at the last start into force, and keeps what changes: look, window, files that were open.

Never content: paths and times of files, sizes and choices.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from imr_desk.clock import Clock, stamp, system_clock
from imr_desk.i18n import tr
from ui.settings import Settings, SettingsFile
from ui.theme import ThemeChoice
from ui.widgets.arrangement import Wishes

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.recent_reviews import RecentReview
    from ui.theme import ThemeKeeper


def _no_name(_path: Path) -> bool:
    """No review is open, so nothing tells a name."""
    return False


class Remembering(QObject):
    """The settings in use. Where they cannot be written, that is said once and they hold until the program ends."""

    trouble = Signal(str, str)
    """Settings could not be kept: what happened, and what it means."""

    def __init__(self, parent: QObject, clock: Clock = system_clock) -> None:
        super().__init__(parent)
        self._file = SettingsFile()
        self._clock = clock
        self._told = False
        self.holds_name: Callable[[Path], bool] = _no_name
        """Whether a registered name stands in where a file is, as far as the review that is open can tell."""

    @property
    def now(self) -> Settings:
        """The settings as they stand."""
        return self._file.now

    def notice(self) -> tuple[str, str]:
        """What there is to say on the first page, and more of it; nothing as a rule."""
        if not self._file.unreadable:
            return "", ""
        return (
            tr("What the program remembered could not be read."),
            tr("It begins anew: usual size, usual theme, no recent reviews. No review is touched by this."),
        )

    # ---- the look and the window
    def theme_choice(self) -> ThemeChoice:
        """The theme that was chosen; that of the system where none was, or one that is no more."""
        known = {choice.value: choice for choice in ThemeChoice}
        return known.get(self.now.theme, ThemeChoice.SYSTEM)

    def wishes(self) -> Wishes:
        """Whether the list of stages and the guidance were shut by hand."""
        return Wishes(self.now.stages_shut, self.now.guidance_shut)

    def place(self, window: MainWindow) -> None:
        """Put the window where it stood, if some screen still shows most of it."""
        left, top, wide, high = self.now.place
        wanted = QRect(left, top, wide, high)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if wanted.isValid() and any(screen.intersected(wanted).width() * 2 >= wide for screen in screens):
            screen = max(screens, key=lambda each: _shared(each, wanted))
            size = wanted.size().boundedTo(screen.size()).expandedTo(window.minimumSize())
            window.resize(size)
            window.move(
                max(screen.left(), min(left, screen.right() - size.width())),
                max(screen.top(), min(top, screen.bottom() - size.height())),
            )
        if self.now.largest:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def keep_place(self, window: MainWindow) -> None:
        """Remember where the window stands."""
        usual = window.normalGeometry()
        place = (usual.left(), usual.top(), usual.width(), usual.height())
        self._change(lambda now: replace(now, place=place, largest=window.isMaximized()))

    def keep_look(self, keeper: ThemeKeeper) -> None:
        """Remember the theme and the size of text."""
        self._change(lambda now: replace(now, theme=keeper.choice.value, scale=keeper.scale))

    @Slot(bool, bool)
    def keep_sides(self, stages_shut: bool, guidance_shut: bool) -> None:
        """Remember whether the list of stages and the guidance are shut by hand."""
        self._change(lambda now: replace(now, stages_shut=stages_shut, guidance_shut=guidance_shut))

    def backup_folder(self) -> Path | None:
        """The folder of choice for backups; None where they lie beside the review."""
        return Path(self.now.backup_folder) if self.now.backup_folder else None

    def keep_backup_folder(self, folder: Path | None) -> None:
        """Remember where backups lie; None for beside the review."""
        self._change(lambda now: replace(now, backup_folder=str(folder) if folder is not None else ""))

    def keep_lock_minutes(self, minutes: int) -> None:
        """Remember after how many minutes an open review locks."""
        self._change(lambda now: replace(now, lock_minutes=minutes))

    def keep_form(self, form: str, said: dict[str, str]) -> None:
        """Remember which column of a form the author gave to which field."""
        from imr_desk.intake.remembered import with_form

        self._change(lambda now: replace(now, forms=with_form(now.forms, form, said)))

    def keep_key_kept(self) -> None:
        """Remember that the keyring of this computer holds the key of some review."""
        self._change(lambda now: replace(now, key_kept=True))

    # ---- files
    def folder(self, otherwise: Path) -> Path:
        """The folder in which a file was chosen last, if it is still there."""
        kept = self.now.folder
        return Path(kept) if kept and Path(kept).is_dir() else otherwise

    def chose_in(self, folder: Path) -> None:
        """A file was chosen in this folder."""
        if not self.holds_name(folder):
            self._change(lambda now: replace(now, folder=str(folder)))

    def leave_out(self, path: Path) -> None:
        """Forget a file, and the folder in which one was chosen last, since a name stands in where they are."""
        self._change(lambda now: now.without(str(path)))
        if self.now.folder and self.holds_name(Path(self.now.folder)):
            self._change(lambda now: replace(now, folder=""))

    def opened(self, path: Path) -> int:
        """A review was opened; how many lines its history had when it was closed here, 0 where that is not known.

        That number is forgotten until the review is closed: after a crash it would blame others for edits made here.
        """
        at, whole = stamp(self._clock), path.absolute()
        seen = self.now.seen_in(whole)
        if not self.holds_name(whole):
            self._change(lambda now: now.with_opened(whole, at))
        return seen

    def closed(self, path: Path, seen: int) -> None:
        """A review was closed, with so many lines in its history."""
        whole = path.absolute()
        self._change(lambda now: now.with_closed(whole, seen))

    def forget(self, path: str) -> None:
        """Take a file out of the list."""
        self._change(lambda now: now.without(path))

    def keep_recent(self, on: bool) -> None:
        """Keep a list of recent reviews from now on, or none; what it held is then forgotten."""
        self._change(lambda now: now.keeping_recent(on))

    def recent(self) -> tuple[RecentReview, ...]:
        """The recent reviews as the first page shows them."""
        from ui.pages.recent_reviews import RecentReview

        today = self._clock()
        return tuple(
            RecentReview(each.path, Path(each.path).stem, folder_words(Path(each.path)), when_words(each.at, today))
            for each in self.now.recent
        )

    def _change(self, how: Callable[[Settings], Settings]) -> None:
        """Keep a change. Where the disk refuses it holds all the same, and that is said once."""
        try:
            self._file.change(how)
        except OSError:
            if not self._told:
                self._told = True
                self.trouble.emit(
                    tr("What the program remembers could not be kept."),
                    tr("Size, theme and the list of recent reviews hold until it is closed. No review is touched."),
                )


def folder_words(path: Path) -> str:
    """Where a file lies, from the person's own folder on: ‘Documents › Reviews › Child A.imr’."""
    home = Path.home()
    parts = path.relative_to(home).parts if path.is_relative_to(home) else path.parts
    return " › ".join(part.rstrip("\\/") or part for part in parts)


def when_words(at: str, now: dt.datetime) -> str:
    """A time as it is told on that day: ‘Today 09:12’, ‘14 November’, ‘2 October 2025’; nothing for what is no time."""
    try:
        then = dt.datetime.fromisoformat(at).astimezone(now.tzinfo)
    except ValueError:
        return ""
    if then.date() == now.date():
        return tr("Today {time}").format(time=f"{then:%H:%M}")
    if then.date() == now.date() - dt.timedelta(days=1):
        return tr("Yesterday {time}").format(time=f"{then:%H:%M}")
    from imr_desk.review.dates import day_in_words

    words = day_in_words(then.date())
    return words.removesuffix(f" {then.year}") if then.year == now.year else words


def _shared(one: QRect, other: QRect) -> int:
    """How many pixels two places have in common."""
    both = one.intersected(other)
    return both.width() * both.height() if both.isValid() else 0
