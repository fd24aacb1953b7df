"""The field for a reason, such as ‘Does not apply, because …’, in its place. A blank reason is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from imr_desk.i18n import tr
from ui.tokens import tokens
from ui.widgets.buttons import Button
from ui.widgets.editors.prose import ProseBox, ProseEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.names.field_names import FieldNames
from ui.widgets.surfaces import Bounded, column
from ui.widgets.tab_order import put_in_reading_order


class ReasonField(Bounded):
    """The words of a reason, and what to do with them. Esc leaves it; what was typed stays in it."""

    given = Signal(str)
    """The reason, which holds more than blanks."""
    left = Signal()
    """The person does not want to give one now."""

    def __init__(self, label: str, keep: str, refusal: str) -> None:
        """`refusal` is the sentence for a reason that says nothing."""
        super().__init__(tokens().size["reading_width"])
        self._refusal = refusal
        self.editor = ProseEditor("small", fewest=2, most=6)
        self.row = FieldRow(label, self.editor, tr("It is kept with today’s date."))
        self.keep = Button(keep, "small")
        self.leave = Button(tr("Leave it"), "small_link")
        self.setLayout(column(self.row, 6, Flow(self.keep, self.leave, gap=12), gap=0, margins=(0, 4, 0, 4)))
        self.names = FieldNames(self.row, self._boxes, _keeps_nothing, self.row.layout())
        self.names.rearranged.connect(self._set_order)
        self.keep.clicked.connect(self._give)
        self.leave.clicked.connect(self.left)

    @property
    def holds_words(self) -> bool:
        """Whether something is typed in it."""
        return bool(self.editor.value().strip())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the words the keyboard."""
        self.editor.setFocus(reason)

    def clear(self) -> None:
        """Empty it."""
        self.editor.set_value("")

    def refuse(self, sentence: str) -> None:
        """Say why it was not kept."""
        self.editor.not_kept(sentence)
        self.editor.setFocus()

    def _boxes(self) -> tuple[ProseBox, ...]:
        return (self.editor.box,)

    @Slot()
    def _set_order(self) -> None:
        put_in_reading_order(self)

    @Slot()
    def _give(self) -> None:
        self.editor.pause_timer.stop()
        if self.holds_words:
            self.given.emit(self.editor.value().strip())
        else:
            self.refuse(self._refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _keeps_nothing() -> None:
    """A reason is kept when the person says so, and not before."""


def exemption_field() -> ReasonField:
    """The field for why a requirement does not apply."""
    return ReasonField(
        tr("Does not apply, because"),
        tr("Keep the reason"),
        tr("Say why it does not apply. Without a reason it is still asked for."),
    )
