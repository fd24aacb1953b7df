"""The last gate of the report: presented to the panel, recorded at ‘Afterwards’ once both have signed (R-138)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_final
from ui.ending import end
from ui.pages.sign_off_signature import MOST_HELD, HeldLine
from ui.pages.sign_off_step import Step, StepState
from ui.pages.sign_off_words import Held
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, column

WHERE = Place("afterwards", "afterwards", "presented_on", "")


class PresentedStep(Step):
    """What holds the presentation, when it was, and the way to where that is recorded."""

    place_asked = Signal(object)
    """The Place of something that holds it, or of its date."""

    def __init__(self) -> None:
        super().__init__(tr("Presented to the panel"))
        self._held = QWidget()
        self._box = column(gap=6)
        self._held.setLayout(self._box)
        self._shown: tuple[Held, ...] = ()
        self.record = Button(tr("Record it at ‘Afterwards’"), "small_link")
        self.record.clicked.connect(partial(self.place_asked.emit, WHERE))
        self._held.hide()
        self.record.hide()
        self.add(self._held)
        self.add(at_left(self.record))

    def show_review(self, review: Review, held: tuple[Held, ...] | None) -> None:
        """Show how it stands; `held` is what the gate asks for, None while that is not known."""
        final, day = is_final(review), review.one("afterwards").day("presented_on")
        waiting = (held or ()) if final and day is None else ()
        if not final:
            self.show_state(StepState.LATER, tr("Opens when both signatures are in."))
        elif day is not None:
            self.show_state(StepState.DONE, tr("Presented on {day}.").format(day=day_in_words(day)))
        elif waiting:
            line = trn("{n} thing is asked for before.", "{n} things are asked for before.", len(waiting))
            self.show_state(StepState.HELD, line)
        else:
            line = tr("This program sends nothing: send the report by the means agreed, and record the day.")
            self.show_state(StepState.NEXT, line)
        self.record.setVisible(final)
        self._list(waiting)

    def _list(self, held: tuple[Held, ...]) -> None:
        if held == self._shown:
            return
        self._shown = held
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                end(widget)
        for each in held[:MOST_HELD]:
            line = HeldLine(each)
            line.link.clicked.connect(partial(self.place_asked.emit, each.place))
            self._box.addWidget(line)
        rest = len(held) - MOST_HELD
        if rest > 0:
            more = trn("{n} more; ‘Ready?’ lists them all.", "{n} more; ‘Ready?’ lists them all.", rest)
            self._box.addWidget(Label(more, "small", "text_soft"))
        self._held.setVisible(bool(held))
