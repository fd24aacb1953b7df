"""One record in a list: a card that is read, and a form that opens in the same place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.fields import Field, Kind
from ui import theme
from ui.forms.card_face import CardFace
from ui.forms.card_words import CardWords
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.record_words import shortened
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.surfaces import Rule, at_top, column, row

LONGEST_NAME = 60
BUTTON = 76
"""The width of the button of a card at 100 %, whatever it says, so that columns stay where they are."""
LEFT, BETWEEN, RIGHT = 16, 8, 12


class RecordItem(Part):
    """A card with ‘Change’; opened, it holds the form and what else can be done with the record."""

    move_asked = Signal(str, int)
    """The record, and -1 for up or 1 for down."""
    delete_asked = Signal(str)
    """The record."""
    closed = Signal()
    """Its form was closed."""

    def __init__(
        self, host: FormHost, kind: Kind, record_id: str, face: CardFace, fields: tuple[Field, ...] | None = None
    ) -> None:
        """`fields` are those of its form, where these are not all."""
        super().__init__()
        self.kind, self.record_id, self._fields = kind, record_id, fields
        self.form: RecordForm | None = None
        self._host, self._face = host, face
        self._words = CardWords("")
        self._edges = (True, True)
        self.movable = True
        """Whether it is put in order by hand."""
        self.rule = Rule()
        self.button = Button("", "small")
        self.button.clicked.connect(self.toggle)
        self.button.installEventFilter(self)
        face.place_requested.connect(host.place_requested)
        self.button.setMinimumWidth(theme.px(BUTTON))
        head = row(gap=BETWEEN, margins=(LEFT, 8, RIGHT, 10))
        head.addLayout(column(4, face, gap=0), 1)
        head.addLayout(at_top(self.button))
        self._body = QWidget()
        self._body.hide()
        self.setLayout(column(self.rule, head, self._body, gap=0))

    # ---- what is shown
    def show_words(self, words: CardWords) -> None:
        """Show what the closed card says."""
        self._words = words
        warning = self._fault() or words.warning
        self._face.show_words(replace(words, warning=warning))
        self._name_button()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "button"):
            self.button.setMinimumWidth(theme.px(BUTTON))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the record again in its form, if it was opened."""
        if self.form is not None:
            self.form.show_review(reload_focused=reload_focused)
            self._show_foot()

    def set_wide(self, wide: bool) -> None:
        """Whether there is room for the columns of the card."""
        self._face.set_wide(wide)

    def set_edges(self, first: bool, last: bool) -> None:
        """Whether it is the first and the last of its list."""
        self.rule.setHidden(first)
        self._edges = (first, last)
        self._show_foot()

    @property
    def opened(self) -> bool:
        """Whether the form stands open."""
        return not self._body.isHidden()

    def _name_button(self) -> None:
        read_only = all(self._host.shut(field) for field in self.kind.fields)
        verb = tr("Close") if self.opened else tr("Read") if read_only else tr("Change")
        self.button.say(verb)
        what = shortened(" ".join(part for part in (self._words.lead, self._words.title) if part), LONGEST_NAME)
        self.button.setAccessibleName(tr("{verb}: {what}").format(verb=verb, what=what))
        words = self._words
        state = words.state.words if words.state is not None else ""
        said = (part.rstrip(".") for part in (state, self._fault() or words.warning, words.joined) if part)
        self.button.setAccessibleDescription(". ".join(said))

    def _fault(self) -> str:
        """What the closed card says of words in it that could not be kept."""
        held = self.form is not None and not self.opened and any(row.editor.problem for row in self.form.rows)
        return tr("Something typed in here could not be read, and is not kept yet.") if held else ""

    # ---- opening and closing
    @Slot()
    def toggle(self) -> None:
        """Open the form, or close it and keep what was typed."""
        if self.opened:
            self.close_form()
        else:
            self.open()
            if self.form is not None and (first := self.form.first_control()) is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                self._host.reveal.emit(self)

    def open(self) -> None:
        """Open the form."""
        if self.opened:
            return
        if self.form is None:
            self._make_form()
        self._body.show()
        self.show_words(self._words)
        self._host.rearranged.emit(self)

    def close_form(self) -> None:
        """Close the form. What was typed is kept; what could not be read stays in it, and the card says so."""
        if self.form is not None:
            for each in self.form.rows:
                each.flush()
        self.button.setFocus(Qt.FocusReason.TabFocusReason)
        self._body.hide()
        self.show_words(self._words)
        self.closed.emit()

    def _make_form(self) -> None:
        self.form = RecordForm(self._host, self.kind, self._fields, record_id=self.record_id)
        self._up, self._down = Button(tr("Move up"), "small"), Button(tr("Move down"), "small")
        self._delete = Button(tr("Delete"), "small")
        self._up.clicked.connect(self._up_asked)
        self._down.clicked.connect(self._down_asked)
        self._delete.clicked.connect(self._delete_asked)
        foot = Flow(self._up, self._down, self._delete, gap=8)
        self._body.setLayout(column(self.form, *self.more(), foot, gap=14, margins=(LEFT, 4, LEFT, 16)))
        self.form.show_review()
        self._show_foot()

    def more(self) -> tuple[QWidget, ...]:
        """What stands in the opened card under the form; made with it, once."""
        return ()

    def _show_foot(self) -> None:
        """Offer only what can be done: nothing of it while the kind is sealed."""
        if self.form is None:
            return
        free = not self._host.shut_list(self.kind)
        by_hand = free and self.movable and not self.kind.dated and self._edges != (True, True)
        for button, shown, on in (
            (self._up, by_hand, not self._edges[0]),
            (self._down, by_hand, not self._edges[1]),
            (self._delete, free, True),
        ):
            button.setHidden(not shown)
            button.setEnabled(on)

    # ---- what is asked for
    @Slot()
    def _up_asked(self) -> None:
        self.move_asked.emit(self.record_id, -1)

    @Slot()
    def _down_asked(self) -> None:
        self.move_asked.emit(self.record_id, 1)

    @Slot()
    def _delete_asked(self) -> None:
        self.delete_asked.emit(self.record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form."""
        if event.key() == Qt.Key.Key_Escape and self.opened:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """On the button of the card, Alt+Up and Alt+Down move it; without Alt, a button passes the keyboard on."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_asked.emit(self.record_id, step)
                return True
        return False

    def first_control(self) -> QWidget | None:
        """The button that opens it."""
        return self.button
