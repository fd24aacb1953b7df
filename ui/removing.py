"""Removing for good what rests in the bin: asked in words, told in words, and never what an inquiry may want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.purging import kept_for_good
from imr_desk.review.record import RecordId
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.ask import Ask
    from ui.bridge import Bridge
    from ui.main_window import MainWindow


class Removing(QObject):
    """One for an open review."""

    done = Signal()
    """Something is gone from the bin."""

    def __init__(self, window: MainWindow, bridge: Bridge, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge, self._ask = window, bridge, ask

    @Slot(str, str)
    def ask_for_one(self, kind: str, record_id: str) -> None:
        """Remove one record, if it may go and the person means it; else say why it stays."""
        self._window.desk.notices.drop("past")
        reason = self._kept().get(RecordId(record_id))
        label = tr(kind_of(kind).label)
        called = tr("{kind} {id}").format(kind=label[:1].lower() + label[1:], id=record_id)
        if reason:
            self._tell(tr("{id} stays in the bin.").format(id=record_id), reason)
            return
        self._remove(tr("Remove {what} for good?").format(what=called), ((kind, record_id),))

    @Slot()
    def ask_for_all(self) -> None:
        """Remove all that may go, if the person means it."""
        self._window.desk.notices.drop("past")
        there, kept = self._bridge.session.bin(), self._kept()
        free = tuple((each.record.kind, str(each.record.id)) for each in there if each.record.id not in kept)
        if not free:
            reasons = set(kept.values())
            several = tr("They were shared, sent, cleared or listed, or an inquiry may ask for them.")
            self._tell(tr("Nothing can be removed from the bin."), reasons.pop() if len(reasons) == 1 else several)
            return
        title = trn("Remove {n} record for good?", "Remove {n} records for good?", len(free))
        stays = trn(
            "{n} other stays: it was shared, or an inquiry may ask for it.",
            "{n} others stay: they were shared, or an inquiry may ask for them.",
            len(kept),
        )
        self._remove(title, free, stays if kept else "")

    def _remove(self, title: str, records: tuple[tuple[str, str], ...], more: str = "") -> None:
        from imr_desk.operations.purging import Purge
        from ui.ask import Answer, Question

        body = tr(
            "The words go from the review file and cannot be brought back, and no change made until now can be undone "
            "after that. The history keeps a line without words. Backups hold them until they are replaced."
        )
        keep = Answer("keep", trn("Keep it in the bin", "Keep them in the bin", len(records)))
        remove = Answer("remove", tr("Remove for good"), destructive=True)
        question = Question(title, f"{more} {body}".strip(), (keep, remove), "keep")
        if self._ask.question(question) == "remove" and self._bridge.run(Purge(records)):
            announce(self._window, trn("{n} record removed for good", "{n} records removed for good", len(records)))
            self.done.emit()

    def _kept(self) -> dict[RecordId, str]:
        return dict(kept_for_good(self._bridge.review, self._bridge.session.bin()))

    def _tell(self, what: str, more: str) -> None:
        self._window.desk.notices.tell("past", "accent", what, more)
