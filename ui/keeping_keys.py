"""Whether this computer keeps the key of the open review: asked for, forgotten again, or forbidden in the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

    from ui.ask import Answer, Question
    from ui.program import Program


class KeepingKey(QObject):
    """One for the program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    @Slot()
    def begin(self) -> None:
        """Look in a worker what this computer offers, then ask."""
        review = self._program.review
        if review is not None:
            path = review.session().path
            self._program.tasks.run(partial(_look, path, asked=self._program.kept.now.key_kept), self._ask)

    def _ask(self, found: object) -> None:
        from imr_desk.jobs.kept_key import key_in, may_keep

        review = self._program.review
        name, is_kept = found if isinstance(found, tuple) else ("", False)
        if review is None:
            return
        session = review.session()
        answer = self._program.ask.question(question(name, kept=is_kept, allowed=may_keep(session)))
        if self._program.review is not review:  # locked meanwhile
            return
        if answer == "keep":
            self._program.kept.keep_key_kept()
            self._program.tasks.run(partial(_keep, session.path, key_in(session)), self._told)
        if answer in ("forget", "forbid"):
            self._program.tasks.run(partial(_forget, session.path), self._told)
        if answer in ("forbid", "allow"):
            self._set(allowed=answer == "allow")

    def _set(self, *, allowed: bool) -> None:
        from imr_desk.operations.recovery import AllowKeyring, ForbidKeyring

        review = self._program.review
        if review is not None:
            review.bridge.run(AllowKeyring() if allowed else ForbidKeyring())

    def _told(self, words: object) -> None:
        from ui.widgets.announce import announce

        self._program.window.desk.notices.tell("keyring", "accent", str(words))
        announce(self._program.window, str(words))


def question(name: str, *, kept: bool, allowed: bool) -> Question:
    """What is asked, from what this computer and this review allow; `name` is the keyring, nothing for none."""
    from ui.ask import Answer, Question

    leave = Answer("leave", tr("Leave it as it is"))
    if not allowed:
        body = tr("This review forbids every computer to keep its key. The passphrase or the recovery key opens it.")
        return Question(tr("No computer keeps this key"), body, (leave, Answer("allow", tr("Allow it again"))), "leave")
    forbid = Answer("forbid", tr("Never for this review"))
    if not name:
        body = tr(
            "This computer has no keyring that is safe, so it cannot keep the key. The passphrase opens the review."
        )
        return Question(tr("The key cannot be kept here"), body, (leave, forbid), "leave")
    body = tr(
        "{keyring} can keep it. Whoever can use your account can then open the review without the passphrase, when the "
        "program is started anew; after a lock the passphrase is always asked for. If it gets lost there, the "
        "passphrase opens the review as before."
    ).format(keyring=name[:1].upper() + name[1:])
    return Question(*_titled(body, kept=kept), (leave, *_ways(kept=kept), forbid), "leave")


def _titled(body: str, *, kept: bool) -> tuple[str, str]:
    title = tr("This computer keeps the key of this review") if kept else tr("Keep the key on this computer?")
    return title, body


def _ways(*, kept: bool) -> tuple[Answer, ...]:
    from ui.ask import Answer

    return (Answer("forget", tr("Forget it here")),) if kept else (Answer("keep", tr("Keep the key here")),)


# ---- in the worker
def _look(path: Path, *, asked: bool) -> tuple[str, bool]:
    from imr_desk.jobs.kept_key import kept, keyring_name

    name = keyring_name()
    return name, bool(name and asked and kept(path))


def _keep(path: Path, key: bytes) -> str:
    from imr_desk.jobs.kept_key import keep

    if keep(path, key):
        return tr("This computer keeps the key of this review.")
    return tr("The keyring of this computer did not take the key. The passphrase opens the review as before.")


def _forget(path: Path) -> str:
    from imr_desk.jobs.kept_key import forget

    forget(path)
    return tr("This computer does not keep the key of this review any more.")
