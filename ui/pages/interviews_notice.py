"""What stands at the head of ‘Interviews’ while criminal proceedings hold interviews back (R-090, R-091)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.applies import proceedings_live
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.pages.interviews_words import held_back
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.surfaces import column


class HeldBackNotice(QWidget):
    """Hidden unless an investigation or prosecution runs, or may."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._place = Place("witness_status", "witness_status", "", "")
        self.answer = Button("", "plain")
        self.answer.clicked.connect(self._go)
        self._notice = Notice(
            "wait",
            tr("Criminal proceedings are live, so interviews wait for the police."),
            " ",
            self.answer,
            beside=True,
        )
        self.setLayout(column(self._notice, gap=0))
        self.hide()

    def show_review(self, review: Review) -> None:
        """Say what holds interviews back now, and lead to it."""
        live = bool(proceedings_live(review))
        came = live and self.isHidden()
        if live:
            self._say(review)
        self.setHidden(not live)
        if came and self.isVisible():
            self._notice.speak()

    def _say(self, review: Review) -> None:
        waiting = held_back(review)
        status = review.one("witness_status")
        if status.day("answered_on") is None and not status.text("text"):
            place = Place("witness_status", "witness_status", "asked_on", "")
            words = tr(
                "Ask the senior investigating officer whether anybody here may be a witness, and agree with police and "
                "prosecutor before interviewing. An interview that was held can be recorded, with the reason."
            )
            self.answer.say(tr("Note the answer"))
        elif waiting:
            place = Place("interview", waiting[0].id, "potential_witness", "")
            words = trn(
                "{n} interview has no answer yet: may the person be a witness? Note the answer before it is held.",
                "{n} interviews have no answer yet: may the person be a witness? Note each answer before it is held.",
                len(waiting),
            )
            self.answer.say(tr("Go to the first"))
        else:
            place = Place("witness_status", "witness_status", "confirmed_on", "")
            words = tr("Every interview on the list has its answer. Confirm it again before each interview is held.")
            self.answer.say(tr("Note when"))
        self._place = place
        self._notice.say(self._notice.accessibleName(), words)

    @Slot()
    def _go(self) -> None:
        self._host.place_requested.emit(self._place)
