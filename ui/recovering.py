"""Never locked out: the sheet after a review was begun, another passphrase, a forgotten one, the sheet looked at again.

While the passphrase is changed the review is closed; a worker does the change, and then the review is opened anew.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from imr_desk.errors import HeldError, ImrDeskError, WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.session import Session
from ui.keeping_keys import KeepingKey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from imr_desk.guidance.facts import Place
    from imr_desk.jobs.begin import Begun
    from imr_desk.jobs.recovery import Changed, RecoverySheet
    from ui.keeping_sheets import Deed
    from ui.pages.recovery_change import ChangePassphrasePage
    from ui.pages.recovery_forgotten import ForgottenPage
    from ui.pages.recovery_sheet import RecoverySheetPage
    from ui.program import Program
    from ui.tasks import Tasks


SHEET = "sheet"
"""Key of the notice over the page."""


class Recovering(QObject):
    """One for the program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._deeds: list[Deed] = []
        self._kept = False
        self.keys = KeepingKey(program)

    @property
    def _slow(self) -> Tasks:
        """The queue of the backups: one that is being made reads the file, which is then not to be encrypted anew."""
        return self._program.backing_up.tasks

    # ---- a review that was just begun
    @Slot(object)
    def offer(self, begun: Begun) -> None:
        """Offer the recovery key, then open the review at the first place that is asked for."""
        from imr_desk.jobs.recovery import sheet_with

        sheet = sheet_with(begun.path, begun.key)
        self._show_to_keep(begun.path, begun.key, sheet, begun.first)

    def _show_to_keep(self, path: Path, key: bytes, sheet: RecoverySheet, first: Place | None = None) -> None:
        """Show a new sheet. The review is opened when it was kept or refused."""
        from ui.keeping_sheets import KeepingSheet
        from ui.pages.recovery_sheet import RecoverySheetPage

        self._deeds = []
        page = RecoverySheetPage(sheet, to_keep=True)
        KeepingSheet(sheet, path, page, self._program.ask, self._deeds.append)
        page.left.connect(partial(self._open, path, key, first))
        self._program.front.show_alone(page)

    def _open(self, path: Path, key: bytes, first: Place | None = None) -> None:
        """Open the review, and write down in it what was done with the sheet."""
        from ui.holding import opened

        deeds, self._deeds = self._deeds, []
        self._kept = bool(deeds)
        try:
            session = opened(self._program.ask, path, key)
            if not session.read_only:
                for deed in deeds:
                    session.run(deed(session))
        except ImrDeskError as error:
            self._program.front.unlock(path)
            self._program.front.refuse(error)
            return
        if first is not None:
            self._program.open_begun(session, first)
        else:
            self._program.open_session(session)
        self._ask_who_has_it(session)

    def _ask_who_has_it(self, session: Session) -> None:
        """Where a sheet was kept just now: say where it is recorded who has it."""
        sheet = next(reversed(session.review.all("recovery_sheet")), None)
        if not session.read_only and sheet is not None and sheet.text("kept_as") != "refused" and self._kept:
            from imr_desk.guidance.facts import Place

            what = tr("Sheet {n} of the recovery key is kept.").format(n=sheet.number("sheet"))
            more = tr("An IMR belongs to the department: record which post has the sheet.")
            place = Place(sheet.kind, sheet.id, "lodged_with", "")
            way = (tr("Record it"), partial(self._go_to, place))
            self._program.window.desk.notices.tell(SHEET, "accent", what, more, way)

    def _go_to(self, place: Place) -> None:
        if self._program.review is not None:
            self._program.window.desk.notices.drop(SHEET)
            self._program.review.pages.go_to(place)

    # ---- another passphrase
    @Slot()
    def change(self) -> None:
        """Ask for the passphrase of now and a new one. The review stays open behind until they are right."""
        from ui.pages.recovery_change import ChangePassphrasePage

        review = self._program.review
        if review is None or not review.save():
            return
        if review.session().read_only:
            self._say_words(tr("The review is open for reading only."), tr("Its passphrase was not changed."))
            return
        page = ChangePassphrasePage(review.session().path)
        page.left.connect(self._program.front.leave)
        page.change_asked.connect(partial(self._verify, page))
        self._program.front.show_alone(page)

    def _verify(self, page: ChangePassphrasePage, now: str, new: str) -> None:
        review = self._program.review
        if review is not None:
            work = partial(Session.derive_key, review.session().path, now, self._program.kept.backup_folder())
            self._program.tasks.run(work, partial(self._verified, page, new), page.refuse_error)

    def _verified(self, page: ChangePassphrasePage, new: str, key: object) -> None:
        from imr_desk.jobs.recovery import change_passphrase, is_key_of

        review, raw = self._program.review, cast("bytes", key)
        if review is None:  # locked meanwhile
            return
        if not is_key_of(review.session(), raw):
            page.refuse_now(tr("This is not the passphrase of now. Nothing was changed."))
            return
        path, clock, place = review.session().path, review.session().clock, self._program.kept.backup_folder()
        if not self._program.leaving.put_away():
            page.refuse(tr("Not everything is saved yet, so the passphrase was not changed."))
            return
        page.left.disconnect(self._program.front.leave)
        page.left.connect(partial(self._open, path, raw))
        work = partial(change_passphrase, path, raw, new, place=place, clock=clock)
        self._forget_kept(path)
        self._slow.run(work, partial(self._changed, path), page.refuse_error)

    def _changed(self, path: Path, done: object) -> None:
        changed = cast("Changed", done)
        self._show_to_keep(path, changed.key, changed.sheet)

    # ---- a forgotten passphrase
    @Slot(object)
    def forgot(self, path: Path) -> None:
        """Take the recovery key, and a new passphrase."""
        from ui.pages.recovery_forgotten import ForgottenPage

        page = ForgottenPage(path)
        page.left.connect(partial(self._program.front.unlock, path))
        page.recover_asked.connect(partial(self._recover, page, path))
        self._program.front.show_alone(page)

    def _recover(self, page: ForgottenPage, path: Path, typed: str, new: str, *, take_over: bool = False) -> None:
        from imr_desk.jobs.recovery import read, recover

        place = self._program.kept.backup_folder()
        work = partial(recover, path, read(typed), new, place=place, take_over=take_over)
        again = partial(self._recover, page, path, typed, new, take_over=True)
        self._slow.run(work, partial(self._recovered, page, path), partial(self._refused, page, again))

    def _refused(self, page: ForgottenPage, again: Callable[[], None], error: ImrDeskError) -> None:
        """A sheet that does not open the file is said at the key, anything else over the buttons.

        A review that was left open on another computer can be taken over, or a forgotten passphrase would lose it.
        """
        if isinstance(error, WrongPassphraseError):
            page.refuse_key(error.sentence)
        elif isinstance(error, HeldError) and error.may_be_taken and self._wants_it(error):
            again()
        else:
            page.refuse(error.sentence)

    def _wants_it(self, error: HeldError) -> bool:
        from ui.ask import Answer, Question

        body = tr(
            "{who} Set the new passphrase only if you know that nobody writes in it there: whoever does cannot save in "
            "it any more. The history will say that it was taken over."
        ).format(who=error.who)
        answers = (Answer("leave", tr("Not now")), Answer("take", tr("Take it over"), destructive=True))
        question = Question(tr("It may still be open elsewhere"), body, answers, "leave")
        return self._program.ask.question(question) == "take"

    def _recovered(self, page: ForgottenPage, path: Path, done: object) -> None:
        page.forget()
        self._forget_kept(path)
        self._changed(path, done)

    def _forget_kept(self, path: Path) -> None:
        """The key that this computer keeps, if it does, is about to be another; whoever wants that asks again."""
        if self._program.kept.now.key_kept:
            from imr_desk.jobs.kept_key import forget

            self._program.tasks.run(partial(forget, path))

    # ---- the sheet of a review that is open
    def remind(self) -> None:
        """Say of a review that nothing says what became of its sheet: the program was ended before it was kept."""
        from imr_desk.jobs.recovery import is_recorded

        review = self._program.review
        if review is not None and not review.session().read_only and not is_recorded(review.session()):
            what = tr("Nobody has recorded that the recovery key of this review is kept.")
            more = tr("Without it a forgotten passphrase loses the review.")
            self._program.window.desk.notices.tell(SHEET, "wait", what, more, (tr("Keep it …"), self.show))

    @Slot()
    def show(self) -> None:
        """Show the sheet in force, once the passphrase was typed again."""
        review = self._program.review
        if review is None or not review.save():
            return
        body = tr("Whoever sees the recovery key can open the review, so the passphrase is asked for.")
        words = self._program.ask.secret(tr("Recovery key"), body, tr("Passphrase"))
        if words is None or self._program.review is not review:
            return
        work = partial(Session.derive_key, review.session().path, words, self._program.kept.backup_folder())
        self._program.tasks.run(work, self._show, self._say)

    def _show(self, key: object) -> None:
        from imr_desk.jobs.recovery import earlier_sheets, is_key_of, sheet_of
        from ui.keeping_sheets import KeepingSheet
        from ui.pages.recovery_sheet import RecoverySheetPage

        review = self._program.review
        if review is None:
            return
        session = review.session()
        if not is_key_of(session, cast("bytes", key)):
            self._say_words(tr("That is not the passphrase of this review."), "")
            return
        sheet = sheet_of(session)
        page = RecoverySheetPage(sheet, earlier_sheets(session), to_keep=False)
        KeepingSheet(sheet, session.path, page, self._program.ask, self._record)
        page.left.connect(self._program.front.leave)
        page.check_asked.connect(partial(self._look_up, page))
        self._program.front.show_alone(page)

    def _record(self, deed: Deed) -> None:
        review = self._program.review
        if review is not None and not review.session().read_only:
            review.bridge.run(deed(review.session()))
            self._program.window.desk.notices.drop(SHEET)

    def _look_up(self, page: RecoverySheetPage, typed: str) -> None:
        from imr_desk.jobs.recovery import told_of

        review = self._program.review
        if review is None or page.check is None:
            return
        try:
            page.check.tell(told_of(review.session(), typed))
        except ImrDeskError as error:
            page.check.tell(error.sentence)

    @Slot(object)
    def _say(self, error: ImrDeskError) -> None:
        what, _, more = error.sentence.partition(". ")
        self._say_words(what, more)

    def _say_words(self, what: str, more: str) -> None:
        from ui.ask import Answer, Question

        self._program.ask.question(Question(what, more, (Answer("on", tr("Go on")),), "on"))
