"""One thing the guidance asks for: its state, the sentence, where it is asked for, and what can be done about it.

That is a link to the field; for what a reason may open, ‘Does not apply, because …’; for what was opened by one, the
way to take it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.shell_state import Exempting, GuidanceItem, ItemGroup
from ui.tokens import Tone
from ui.widgets.buttons import Button
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, at_top, column, row
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from ui.widgets.reason_field import ReasonField

GROUP_SHOWN: dict[ItemGroup, tuple[Glyph, Tone]] = {
    ItemGroup.MISSING: (Glyph.CIRCLE_ALERT, "bad"),
    ItemGroup.TO_LOOK_AT: (Glyph.TRIANGLE_ALERT, "wait"),
    ItemGroup.CANNOT_FINISH: (Glyph.CIRCLE_PAUSE, "wait"),
    ItemGroup.NOTHING_YET: (Glyph.CIRCLE_DASHED, "text_quiet"),
    ItemGroup.DONE: (Glyph.CIRCLE_CHECK, "good"),
    ItemGroup.DOES_NOT_APPLY: (Glyph.CIRCLE_SLASH, "text_soft"),
}
QUIET = (ItemGroup.NOTHING_YET, ItemGroup.DONE, ItemGroup.DOES_NOT_APPLY)
"""Groups that are written smaller: nothing has to be done there."""


class GuidanceLine(Surface):
    """One item of the panel."""

    go_to = Signal(str)
    """The check whose place the person wants to go to."""
    exempt_asked = Signal(str, str)
    """A requirement, and the reason why it does not apply."""
    take_back_asked = Signal(str)
    """A requirement that applies after all."""
    closed = Signal()
    """The field for a reason was put away."""

    def __init__(self, item: GuidanceItem) -> None:
        self.item = item
        self.draft = ""
        quiet = item.group in QUIET
        glyph, tone = GROUP_SHOWN[item.group]
        sentence = Label(item.sentence, "small" if quiet else "body", "text_soft" if quiet else "text")
        asked = " · ".join(part for part in (item.requirement, item.source) if part)
        self._words = column(sentence, gap=2)
        if item.reason:
            quietly = item.group is ItemGroup.NOTHING_YET
            self._words.addWidget(Label(item.reason, "small", "text_soft" if quietly else "text"))
        if asked:
            self._words.addWidget(Label(asked, "caption", "text_quiet"))
        self.link: Button | None = None
        self.action: Button | None = None
        self.reason: ReasonField | None = None
        self._add_ways(item)
        content = row(at_top(IconView(glyph, tone), 1), gap=10, margins=(0, 6, 0, 6))
        content.addLayout(self._words, 1)
        super().__init__(content)
        self.setAccessibleName(f"{tr(item.group.value)}: {item.sentence}")

    def _add_ways(self, item: GuidanceItem) -> None:
        if item.place:
            self.link = Button(tr("Go to ‘{place}’").format(place=item.place), "link")
            self.link.setAccessibleDescription(item.sentence)
            self.link.clicked.connect(self._go)
            self._words.addLayout(at_left(self.link))
        if item.exempting is Exempting.NO:
            return
        given = item.exempting is Exempting.GIVEN
        self.action = Button(tr("It applies after all") if given else tr("Does not apply, because …"), "quiet")
        self.action.setAccessibleDescription(item.sentence)
        self._words.addLayout(at_left(self.action))
        self.action.clicked.connect(self._take_back if given else self._open)

    @property
    def writing(self) -> bool:
        """Whether a reason is being written, so that this line must not go away."""
        return self.reason is not None and not self.reason.isHidden()

    @property
    def written(self) -> str:
        """What is typed as a reason and not kept yet."""
        return self.reason.editor.value() if self.reason is not None else self.draft

    def first_control(self) -> Button | None:
        """What takes the keyboard first; None where nothing does."""
        return self.link or self.action

    @Slot()
    def _go(self) -> None:
        self.go_to.emit(self.item.check)

    @Slot()
    def _take_back(self) -> None:
        self.take_back_asked.emit(self.item.requirement)

    @Slot()
    def _open(self) -> None:
        """Show the field for the reason; it is made when it is first wanted."""
        if self.reason is None:
            from ui.widgets.reason_field import exemption_field  # with all that reads names: not for the first paint

            self.reason = exemption_field()
            self.reason.given.connect(self._give)
            self.reason.left.connect(self._close)
            self._words.addWidget(self.reason)
            self.reason.editor.set_value(self.draft)
            put_in_reading_order(self)
        if self.action is not None:
            self.action.hide()
        self.reason.show()
        self.reason.setFocus()

    @Slot(str)
    def _give(self, reason: str) -> None:
        if self.reason is not None:
            self.reason.clear()
            self.reason.hide()
        if self.action is not None:
            self.action.show()
            self.action.setFocus()
        self.draft = ""
        self.exempt_asked.emit(self.item.requirement, reason)

    @Slot()
    def _close(self) -> None:
        """Put the field away; what was typed stays in it."""
        if self.reason is not None and self.action is not None:
            self.draft = self.reason.editor.value()
            self.reason.hide()
            self.action.show()
            self.action.setFocus()
            self.closed.emit()
