"""One thing the guidance asks for: its state, the sentence, where it is asked for, and a way to the field."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.shell_state import GuidanceItem, ItemGroup
from ui.tokens import Tone
from ui.widgets.buttons import Button
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, at_top, column, row

GROUP_SHOWN: dict[ItemGroup, tuple[Glyph, Tone]] = {
    ItemGroup.MISSING: (Glyph.CIRCLE_ALERT, "bad"),
    ItemGroup.TO_LOOK_AT: (Glyph.TRIANGLE_ALERT, "wait"),
    ItemGroup.CANNOT_FINISH: (Glyph.CIRCLE_PAUSE, "wait"),
    ItemGroup.DONE: (Glyph.CIRCLE_CHECK, "good"),
}


class GuidanceLine(Surface):
    """One item of the panel, or of the list on ‘Ready?’."""

    go_to = Signal(str)
    """The check whose place the person wants to go to."""

    def __init__(self, item: GuidanceItem) -> None:
        self.item = item
        done = item.group is ItemGroup.DONE
        glyph, tone = GROUP_SHOWN[item.group]
        sentence = Label(item.sentence, "small" if done else "body", "text_soft" if done else "text")
        asked = " · ".join(part for part in (item.requirement, item.source) if part)
        words = column(sentence, gap=2)
        if asked:
            words.addWidget(Label(asked, "caption", "text_quiet"))
        self.link: Button | None = None
        if item.place:
            self.link = Button(tr("Go to ‘{place}’").format(place=item.place), "link")
            self.link.setAccessibleDescription(item.sentence)
            words.addLayout(at_left(self.link))
        content = row(at_top(IconView(glyph, tone), 1), gap=10, margins=(0, 6, 0, 6))
        content.addLayout(words, 1)
        super().__init__(content)
        self.setAccessibleName(f"{tr(item.group.value)}: {item.sentence}")
        if self.link is not None:
            self.link.clicked.connect(self._go)

    @Slot()
    def _go(self) -> None:
        self.go_to.emit(self.item.check)
