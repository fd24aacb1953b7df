"""The page of the sealed staff key: shown over a stage, and what is asked for on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr, trn
from ui.ask import FileKind

if TYPE_CHECKING:
    from imr_desk.jobs.staff_key import StaffKey
    from ui.bridge import Bridge
    from ui.page_host import PageHost
    from ui.pages.staff_key import StaffKeyPage
    from ui.program import Program

STAFF_KEY = -18
"""The window's place for the page."""


class StaffKeyDesk(QObject):
    """One for an open review. `leave` shows the page of staff names again."""

    def __init__(self, program: Program, bridge: Bridge, pages: PageHost, leave: Callable[[], None]) -> None:
        super().__init__(pages)
        self._program, self._bridge, self._pages, self._leave = program, bridge, pages, leave
        self.page: StaffKeyPage | None = None
        self._strangers = 0

    @Slot()
    def show(self) -> None:
        """Show the page."""
        self._pages.show_over(STAFF_KEY, self._made)
        if self.page is not None:
            self.page.first_control().setFocus()

    def _made(self) -> StaffKeyPage:
        from ui.pages.staff_key import StaffKeyPage

        self.page = page = StaffKeyPage(self._bridge.session.path)
        page.left.connect(self._left)
        page.make_asked.connect(self._make)
        page.open_asked.connect(self._open)
        return page

    @Slot()
    def _left(self) -> None:
        self.forget()
        self._leave()

    def forget(self) -> None:
        """Forget what was typed and opened."""
        if self.page is not None and isValid(self.page):
            self.page.forget()

    # ---- writing one
    @Slot(str, str, str)
    def _make(self, text: str, post: str, passphrase: str) -> None:
        from imr_desk.jobs.staff_key import ENDING, made_today, seal_for, sorted_out

        session, page = self._bridge.session, self.page
        if page is None:
            return
        try:
            found = sorted_out(session.review, self._bridge.judging()[0].guard, text)
        except ImrDeskError as error:
            page.refuse(error.sentence)
            return
        if not found.entries:
            page.list.show_problem(tr("No registered name stands in this list. Register the names first."))
            page.list.setFocus()
            return
        kinds = (FileKind(tr("Sealed staff key"), (ENDING,)),)
        suggested = session.path.with_name(session.path.stem + ENDING)
        path = self._program.ask.save_file(tr("Where the sealed key is written"), kinds, suggested)
        if path is None or not isValid(page):
            return
        path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
        self._strangers = len(found.strangers)
        work = partial(
            seal_for, path, passphrase, made_today(session, post, found.entries), session.checking(passphrase)
        )
        self._program.tasks.run(work, partial(self._written, path), self._refused)

    def _written(self, path: Path, made: object) -> None:
        """Keep in the review that there is one, and with which post."""
        from imr_desk.operations.general import SetFields

        if self.page is None or not isValid(self.page):
            return
        key = cast("StaffKey", made)
        values = {"staff_key_with": key.lodged_with, "staff_key_on": key.made_on}
        self._bridge.run(SetFields("identity_key", "identity_key", values))
        count = sum(len(each.names) for each in key.entries)
        words = [
            trn("{n} name was sealed in", "{n} names were sealed in", count) + f" \u2018{path.name}\u2019.",
            tr("Give the file and, apart from it, the passphrase to the post named."),
        ]
        if self._strangers:
            words.append(
                trn(
                    "{n} line is left out: nobody is registered under it.",
                    "{n} lines are left out: nobody is registered under them.",
                    self._strangers,
                )
            )
        self.page.written(" ".join(words))

    def _refused(self, error: ImrDeskError) -> None:
        if self.page is not None and isValid(self.page):
            self.page.refuse(error.sentence)

    # ---- reading one
    @Slot()
    def _open(self) -> None:
        from imr_desk.jobs.staff_key import ENDING, unseal

        ask, page = self._program.ask, self.page
        kinds = (FileKind(tr("Sealed staff key"), (ENDING,)),)
        path = ask.open_file(tr("Open a sealed staff key"), kinds, self._bridge.session.path.parent)
        if path is None:
            return
        body = tr("It has a passphrase of its own, which the post it is lodged with was given.")
        secret = ask.secret(tr("The passphrase of this key"), body, tr("Passphrase"))
        if secret and page is not None and isValid(page):
            self._program.tasks.run(partial(unseal, path, secret), self._opened, self._not_opened)

    def _opened(self, key: object) -> None:
        from ui.pages.staff_key import KeyRow

        if self.page is None or not isValid(self.page) or not self.page.isVisible():
            return
        found = cast("StaffKey", key)
        rows = tuple(KeyRow(each.code, "; ".join(each.names)) for each in found.entries)
        self.page.show_key(rows, tr("Written on {day}, lodged with: {post}.").format(
            day=_day(found.made_on), post=found.lodged_with
        ))  # fmt: skip

    def _not_opened(self, error: ImrDeskError) -> None:
        if self.page is not None and isValid(self.page):
            self.page.say_about(error.sentence)


def _day(iso: str) -> str:
    import datetime as dt

    from imr_desk.review.known_date import day_in_words

    return day_in_words(dt.date.fromisoformat(iso))
