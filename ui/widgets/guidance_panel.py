"""What is asked for here, in groups: missing first, what was said not to apply last. Never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.ending import end
from ui.icons import Glyph
from ui.shell_state import Guidance, GuidanceItem, ItemGroup
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label
from ui.widgets.surfaces import Rule, Scroll, Surface, at_left, column, row
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from ui.widgets.guidance_item import GuidanceLine

MOST_DONE = 4
"""How many things done, or with nothing to check, are listed before the rest is folded."""


class _Group(QWidget):
    """A heading with its count, and the items under it."""

    def __init__(self, group: ItemGroup, items: tuple[GuidanceItem, ...], lines: list[GuidanceLine]) -> None:
        super().__init__()
        words = tr("{group} · {n}").format(group=tr(group.value), n=sum(item.count for item in items))
        self.lines = lines
        self.more: Button | None = None
        box = column(Label(words, "caption", "text_quiet"), *lines, gap=2, margins=(0, 0, 0, 10))
        rest = lines[MOST_DONE:] if group in (ItemGroup.DONE, ItemGroup.NOTHING_YET) else []
        if len(rest) > 1:
            self.more = Button(tr("Show the other {n}").format(n=len(rest)), "link")
            for line in rest:
                line.hide()
            box.addLayout(at_left(self.more))
            self.more.clicked.connect(self._show_all)
        self.setLayout(box)

    @Slot()
    def _show_all(self) -> None:
        for line in self.lines:
            line.show()
        if self.more is not None:
            self.more.hide()


class GuidancePanel(Surface):
    """The panel at the right. Items that did not change keep their widgets, so that the focus stays where it is."""

    go_to = Signal(str)
    """The check whose place the person wants to go to."""
    fold_asked = Signal()
    exempt_asked = Signal(str, str)
    """A requirement, and the reason why it does not apply."""
    take_back_asked = Signal(str)
    """A requirement that applies after all."""

    def __init__(self) -> None:
        self._shown: Guidance | None = None
        self._latest = Guidance()
        self._drafts: dict[str, str] = {}
        self._groups: dict[ItemGroup, _Group] = {}
        self._title = Label(tr("What is asked for here"), "section")
        self._stage = Label("", "small", "text_soft")
        self._pack = Label("", "caption", "text_soft")
        self.fold = IconButton(tr("Close the guidance panel"), Glyph.PANEL_CLOSE, "F9")
        self._nothing = Label(tr("Nothing is asked for at this stage yet."), "small", "text_soft")
        head = row(gap=4)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.fold)
        self._list = column(self._nothing, None, gap=0, margins=(16, 12, 12, 8))
        self._inner = QWidget()
        self._inner.setLayout(self._list)
        self._scroll = Scroll(self._inner)
        self.more = Button(tr("More about this guidance"), "small_link")
        self.more.setCheckable(True)
        pack = column(self._pack, at_left(self.more), gap=2, margins=(16, 8, 12, 8))
        self._foot = Surface(column(Rule(), pack, gap=0))
        top = column(head, self._stage, gap=4, margins=(16, 12, 6, 12))
        box = column(top, Rule(), gap=0)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._foot)
        super().__init__(box, fill="window")
        self.setAccessibleName(self._title.text())
        self.fold.clicked.connect(self.fold_asked)
        self.more.toggled.connect(self._show_pack)
        self.show_guidance(Guidance())

    def show_guidance(self, guidance: Guidance) -> None:
        """Show what is asked for; only groups that changed are made anew."""
        self._latest = guidance
        same_stage = self._shown is not None and guidance.stage == self._shown.stage
        if guidance == self._shown or (same_stage and any(line.writing for line in self._lines())):
            return  # a reason that is being written is not taken away
        if not guidance.stage:
            self._drafts.clear()
        before, self._shown = self._shown or Guidance(), guidance
        self._stage.setText(guidance.stage)
        self._stage.setVisible(bool(guidance.stage))
        self._show_pack()
        self._foot.setVisible(bool(guidance.pack))
        self._nothing.setVisible(not guidance.items)
        place, made = 1, False
        for group in ItemGroup:
            items = guidance.of(group)
            if items != before.of(group) or (items and group not in self._groups):
                self._make(group, items, place)
                made = True
            place += group in self._groups
        if made:
            put_in_reading_order(self._inner)
        self.setAccessibleDescription(
            trn("{n} thing is missing", "{n} things are missing", guidance.missing) if guidance.missing else ""
        )

    @Slot()
    def _show_pack(self) -> None:
        """Say whose guidance it is: in short, or in full where the person wants to read more."""
        shown, full = self._latest, self.more.isChecked()
        self._pack.setText(shown.pack_more if full else shown.pack)
        self.more.setHidden(shown.pack_more in ("", shown.pack))
        self.more.say(tr("Less about this guidance") if full else tr("More about this guidance"))

    def _make(self, group: ItemGroup, items: tuple[GuidanceItem, ...], place: int) -> None:
        """Make one group anew, or take it away where it is empty."""
        old = self._groups.pop(group, None)
        if old is not None:
            focus = self.window().focusWidget()
            if focus is not None and old.isAncestorOf(focus):  # what had the keyboard goes: it stays in the panel
                self.fold.setFocus(Qt.FocusReason.OtherFocusReason)
            self._drafts |= {line.item.requirement: line.written for line in old.lines if line.written}
            self._list.removeWidget(old)
            old.hide()
            end(old)
        if not items:
            return
        from ui.widgets.guidance_item import GuidanceLine  # no line is there at the first paint

        lines = [GuidanceLine(item) for item in items]
        for line in lines:
            line.go_to.connect(self.go_to)
            line.draft = self._drafts.get(line.item.requirement, "")
            line.exempt_asked.connect(self._exempt)
            line.closed.connect(self._show_latest)
            line.take_back_asked.connect(self.take_back_asked)
        made = _Group(group, items, lines)
        self._groups[group] = made
        self._list.insertWidget(place, made)

    @Slot()
    def _show_latest(self) -> None:
        """Show what came meanwhile, now that no reason is being written."""
        self.show_guidance(self._latest)

    @Slot(str, str)
    def _exempt(self, requirement: str, reason: str) -> None:
        self.exempt_asked.emit(requirement, reason)
        self._drafts.pop(requirement, None)

    def first_control(self) -> QWidget:
        """Where the keyboard goes when the panel is reached: the first link, or the button that folds it."""
        found = (line.first_control() for line in self._lines())
        return next((control for control in found if control is not None), self.fold)

    def _lines(self) -> list[GuidanceLine]:
        """Every line, in the order of the groups."""
        return [line for group in ItemGroup if group in self._groups for line in self._groups[group].lines]
