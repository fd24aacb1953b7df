"""What other programs see of a review while it is open: the title of the window, and the list of recent files (R-183).

A name stands in neither. Words of the review come into the title only once the guard has read them; a file whose name
holds a registered name goes out of the list, and the person is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.errors import RegisterUnreadableError
from imr_desk.i18n import tr
from ui.widgets.names.watch import watch

if TYPE_CHECKING:
    from imr_desk.names.guard import Guard
    from ui.open_review import OpenReview
    from ui.program import Program

FILE_NAME = "name of the file"
"""Key of the notice over the page."""


class OutsideNames(QObject):
    """One for an open review."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(review)
        self._program, self._review = program, review
        self._guard: Guard | None = None
        self._clean: dict[str, bool] = {}
        watch().changed.connect(self._told)

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
        self._guard = self._review.bridge.judging()[0].guard if watch().book is not None else None
        if self._guard is not None:
            self._review.refresh()
            self._check_file(self._guard)

    def _check_file(self, guard: Guard) -> None:
        """Take the file out of the list of recent ones where its name holds a registered name, and say so."""
        path = self._review.session().path.absolute()
        try:
            held = bool(guard.registered_in(path.stem))
        except RegisterUnreadableError:
            return  # the page of staff names says so
        notices = self._program.window.desk.notices
        if not held:
            notices.drop(FILE_NAME)
            return
        self._program.kept.forget(str(path))
        more = tr(
            "Whoever sees the folder or a backup sees it too. Close the review and give the file another name. "
            "It is not kept among the recent reviews."
        )
        notices.tell(FILE_NAME, "wait", tr("The name of the file holds a registered name"), more)
