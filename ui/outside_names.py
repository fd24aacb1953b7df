"""What other programs see of a review while it is open: the title of the window, and the list of recent files (R-183).

A name stands in neither. Words of the review come into the title only once the guard has read them; a file whose name
holds a registered name goes out of the list, and the person is told.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.errors import RegisterUnreadableError
from imr_desk.i18n import tr

if TYPE_CHECKING:
    from imr_desk.names.guard import Guard
    from ui.open_review import OpenReview
    from ui.program import Program
    from ui.widgets.names.watch import NameWatch

FILE_NAME = "name of the file"
"""Key of the notice over the page."""


class OutsideNames(QObject):
    """One for an open review."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(review)
        self._program, self._review = program, review
        self._guard: Guard | None = None
        self._clean: dict[str, bool] = {}
        self._watch: NameWatch | None = None

    def begin(self) -> None:
        """Hear from now on how names are told: to be called when the review was painted."""
        from ui.widgets.names.watch import watch

        self._watch = watch()
        self._watch.changed.connect(self._told)

    @property
    def file_name(self) -> str:
        """The name of the file without its ending."""
        return self._review.session().path.stem

    @property
    def knows(self) -> bool:
        """Whether names can be told by now."""
        return self._guard is not None

    def may_show(self, words: str) -> bool:
        """Whether words can stand where other programs see them; not before names can be told."""
        if self._guard is None:
            return False
        known = self._clean.get(words)
        if known is None:
            known = self._clean[words] = not self._holds_name(words, self._guard)
        return known

    @staticmethod
    def _holds_name(words: str, guard: Guard) -> bool:
        try:
            return bool(guard.marks(words))
        except RegisterUnreadableError:
            return True

    @Slot()
    def _told(self) -> None:
        """Names are told in another way now, or not any more."""
        self._clean.clear()
        told = self._watch is not None and self._watch.book is not None
        self._guard = self._review.bridge.judging()[0].guard if told else None
        kept = self._program.kept
        kept.holds_name = partial(_stands_in, self._guard)
        if self._guard is not None:
            self._review.refresh()
            self._check_file()

    def end(self) -> None:
        """Forget who is who: the review is being closed."""
        if self._watch is not None:
            self._watch.changed.disconnect(self._told)
        self._clean.clear()
        self._guard = None
        self._program.kept.holds_name = partial(_stands_in, None)

    def _check_file(self) -> None:
        """Take the file out of the list of recent ones where a registered name stands in where it is, and say so."""
        path, kept = self._review.session().path.absolute(), self._program.kept
        notices = self._program.window.desk.notices
        if not kept.holds_name(path):
            notices.drop(FILE_NAME)
            return
        kept.leave_out(path)
        more = tr(
            "Whoever sees the folder or a backup sees it too. Close the review and give the file, or its folder, "
            "another name. It is not kept among the recent reviews."
        )
        notices.tell(FILE_NAME, "wait", tr("A registered name stands in the name of the file or its folder"), more)


def _stands_in(guard: Guard | None, path: Path) -> bool:
    """Whether a registered name stands in a path, the person’s own folder left out."""
    if guard is None:
        return False
    from imr_desk.jobs.naming import ENDING  # the review is painted sooner without it

    home = Path.home()
    parts = path.relative_to(home).parts if path.is_relative_to(home) else path.parts
    try:
        return any(guard.registered_in(part.removesuffix(ENDING)) for part in parts)
    except RegisterUnreadableError:
        return False  # the page of staff names says so
